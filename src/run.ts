import { trustedPath } from './clients/programs.ts'
import { type Deadline, startDeadline } from './deadline.ts'
import { type Inputs, type Mode, readInputs } from './inputs.ts'
import type { Log } from './lib/log.ts'
import { workspaceRoot } from './lib/workspace.ts'
import { type Journal, openJournal } from './report/journal.ts'
import type { Report } from './report/report.ts'
import type { Watchdog } from './watchdog/guard.ts'

/** What a run gets from where it was started. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>
  log: Log
  /** Cancels the run. */
  signal: AbortSignal
  /** A folder of this run, outside the workspace. */
  scratch: string
  /** Told what begins, and what is known by then. */
  watchdog?: Pick<Watchdog, 'tell'>
}

/** What a mode gets besides. */
export interface ModeContext extends Surroundings {
  /** When the run has to be over, in milliseconds since the epoch. */
  until: number
  /** Aborted then. */
  timeUp: AbortSignal
}

/** From inputs to a report, top to bottom. It never throws: whatever stops it is part of the report. */
export async function run(around: Surroundings): Promise<Report> {
  const { log, signal, watchdog } = around
  const journal = openJournal(log, (during, known) => watchdog?.tell({ during, known }))
  let deadline: Deadline | undefined
  let failOn: Inputs['failOn'] = 'targets'
  try {
    const inputs = readInputs(around.env)
    failOn = inputs.failOn
    journal.mode = inputs.mode
    deadline = startDeadline(inputs.timeoutMs, signal, () =>
      log.info(`The time is up (\`timeout\`): ${journal.during()} is ended.`),
    )
    const { until, signal: timeUp } = deadline
    watchdog?.tell({ until })
    const env = withTrustedPath(around.env)
    const going = MODES[inputs.mode](inputs, journal, { ...around, env, until, timeUp })
    await Promise.race([going, deadline.overdue])
  } catch (error) {
    journal.failed(error)
  } finally {
    deadline?.stop()
  }
  watchdog?.tell({ during: 'the report', known: journal, until: Date.now() + REPORT_MS })
  return journal.close(failOn)
}

/** In which the report is written; a long one takes a tenth of it. */
const REPORT_MS = 10_000

/** Whatever is started, and whatever that starts, is looked for outside of the repository. */
function withTrustedPath(env: Surroundings['env']): Surroundings['env'] {
  return { ...env, PATH: trustedPath({ path: env.PATH, workspaceRoot: workspaceRoot(env) }) }
}

/** What one mode does, told into the journal. */
export type Story = (inputs: Inputs, journal: Journal, around: ModeContext) => Promise<void>

/** Each mode loads what it needs: what speaks to servers takes longer to load than a plan takes in all. */
const MODES: Record<Mode, Story> = {
  deploy: async (...run) => (await import('./modes/deploy.ts')).deploy(...run),
  plan: async (...run) => (await import('./modes/plan.ts')).plan(...run),
  verify: async (...run) => (await import('./modes/deploy.ts')).verify(...run),
  dashboards: async (...run) => (await import('./modes/dashboards.ts')).dashboards(...run),
}
