import { findValidators } from './clients/promtool.ts'
import type { Config } from './config/schema.ts'
import { INPUTS } from './inputs/names.ts'
import { type Inputs, type Mode, readInputs } from './inputs.ts'
import type { Log } from './lib/log.ts'
import { count } from './lib/text.ts'
import { openWorkspace } from './lib/workspace.ts'
import { plan as check } from './lint/plan.ts'
import { type Journal, openJournal } from './report/journal.ts'
import type { Report, Skip } from './report/report.ts'

/** What a run gets from where it was started. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>
  log: Log
  /** Cancels the run. */
  signal: AbortSignal
  /** A folder of this run, outside the workspace. */
  scratch: string
}

/** From inputs to a report, top to bottom. It never throws: whatever stops it is part of the report. */
export async function run(around: Surroundings): Promise<Report> {
  const journal = openJournal(around.log)
  let failOn: Inputs['failOn'] = 'targets'
  try {
    const inputs = readInputs(around.env)
    failOn = inputs.failOn
    journal.mode = inputs.mode
    await MODES[inputs.mode](inputs, journal, around)
  } catch (error) {
    journal.failed(error)
  }
  return journal.close(failOn)
}

/** What one mode does, told into the journal. */
export type Story = (inputs: Inputs, journal: Journal, around: Surroundings) => Promise<void>

/** Every file, and no secret: what a pull request can be told. */
const plan: Story = async (inputs, journal, { env, log, scratch, signal }) => {
  const workspace = openWorkspace(env.GITHUB_WORKSPACE ?? process.cwd(), inputs.workingDirectory)
  const validators = await findValidators({ env, workspaceRoot: workspace.root, scratch, signal })
  const { config, names, remoteWrite } = inputs
  const found = await journal.timed('check', () =>
    check({ workspace, config, names, inputs: INPUTS, remoteWrite: remoteWrite !== undefined, validators }),
  )
  journal.problems.push(...found.problems)
  journal.skipped = [...found.skipped, ...(found.config?.lint.ignore ?? []).map(silenced)]
  journal.checked = found.checked
  for (const [kind, n] of Object.entries(found.checked)) log.info(`${kind}: ${count(n, 'file')} checked`)
}

/** What the configuration silences is said, with its reason. */
const silenced = ({ code, file, reason }: Config['lint']['ignore'][number]): Skip => ({
  part: `Finding ${code}${file === undefined ? '' : ` in ${file}`}`,
  why: reason,
  set: 'nothing: take it out of lint.ignore',
})

/** What speaks to servers is loaded only for the modes that do: it takes longer to load than a plan takes in all. */
const MODES: Record<Mode, Story> = {
  deploy: async (...run) => (await import('./modes.ts')).deploy(...run),
  plan,
  verify: async (...run) => (await import('./modes.ts')).verify(...run),
  dashboards: async (...run) => (await import('./mode-dashboards.ts')).dashboards(...run),
}
