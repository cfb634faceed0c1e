import { readInputs } from '../inputs/read.ts'
import type { Inputs, Mode } from '../inputs/types.ts'
import { trustedPath } from '../lib/programs.ts'
import { workspaceRoot } from '../lib/workspace.ts'
import type { RunReport } from '../report/report.ts'
import type { ModeHandler, RunContext } from './context.ts'
import { type Deadline, startDeadline } from './deadline.ts'
import { createReportBuilder } from './record.ts'

/** From inputs to a report, top to bottom. It never throws: whatever stops it is part of the report. */
export async function run(around: RunContext): Promise<RunReport> {
  const { log, signal, watchdog } = around
  const journal = createReportBuilder(log, (during, known) => watchdog?.tell({ during, known }))
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
    watchdog?.tell({ until, during: journal.during() })
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
function withTrustedPath(env: RunContext['env']): RunContext['env'] {
  return { ...env, PATH: trustedPath({ path: env.PATH, workspaceRoot: workspaceRoot(env) }) }
}

/** Each mode loads what it needs: what speaks to servers takes longer to load than a plan takes in all. */
const MODES: Record<Mode, ModeHandler> = {
  deploy: async (...run) => (await import('./deploy.ts')).deployMode(...run),
  plan: async (...run) => (await import('./plan.ts')).planMode(...run),
  verify: async (...run) => (await import('./verify.ts')).verifyMode(...run),
  dashboards: async (...run) => (await import('./dashboards.ts')).dashboardsMode(...run),
}
