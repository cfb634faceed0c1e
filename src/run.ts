import { trustedPath } from './clients/programs.ts'
import { type Inputs, type Mode, readInputs } from './inputs.ts'
import type { Log } from './lib/log.ts'
import { workspaceRoot } from './lib/workspace.ts'
import { type Journal, openJournal } from './report/journal.ts'
import type { Report } from './report/report.ts'

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
    await MODES[inputs.mode](inputs, journal, { ...around, env: withTrustedPath(around.env) })
  } catch (error) {
    journal.failed(error)
  }
  return journal.close(failOn)
}

/** Whatever is started, and whatever that starts, is looked for outside of the repository. */
function withTrustedPath(env: Surroundings['env']): Surroundings['env'] {
  return { ...env, PATH: trustedPath({ path: env.PATH, workspaceRoot: workspaceRoot(env) }) }
}

/** What one mode does, told into the journal. */
export type Story = (inputs: Inputs, journal: Journal, around: Surroundings) => Promise<void>

/** Each mode loads what it needs: what speaks to servers takes longer to load than a plan takes in all. */
const MODES: Record<Mode, Story> = {
  deploy: async (...run) => (await import('./modes/deploy.ts')).deploy(...run),
  plan: async (...run) => (await import('./modes/plan.ts')).plan(...run),
  verify: async (...run) => (await import('./modes/deploy.ts')).verify(...run),
  dashboards: async (...run) => (await import('./modes/dashboards.ts')).dashboards(...run),
}
