import { rawInput } from '../inputs/names.ts'
import { readInputs } from '../inputs/read.ts'
import type { Inputs, Mode } from '../inputs/types.ts'
import { createActivities } from '../lib/activities.ts'
import { ActionError, type Diagnostic } from '../lib/errors.ts'
import { trustedPath } from '../lib/programs.ts'
import { hideAll } from '../lib/redact.ts'
import { list } from '../lib/text.ts'
import { workspaceRoot } from '../lib/workspace.ts'
import type { RunReport } from '../report/report.ts'
import type { ModeHandler, RunContext } from './context.ts'
import { type Deadline, startDeadline } from './deadline.ts'
import { planMode } from './plan.ts'
import { createReportBuilder } from './report-builder.ts'

/**
 * From inputs to a report, top to bottom. It never throws: an error that stops it is part of the report. `command`: a
 * command of the command line that is not a mode of the action.
 */
export async function run(context: RunContext, command?: ModeHandler): Promise<RunReport> {
  const { log, signal, watchdog } = context
  const activities = createActivities(log)
  const report = createReportBuilder(log, (during, known) => watchdog?.update({ during, known }))
  let deadline: Deadline | undefined
  let failOn: Inputs['failOn'] = 'targets'
  try {
    const inputs = await inputsOf(context.env)
    failOn = inputs.failOn
    report.mode = inputs.mode
    log.progress?.(() => [report.during(), ...activities.current()].join(', '))
    report.commit = context.env.GITHUB_SHA
    report.actor = context.env.GITHUB_TRIGGERING_ACTOR ?? context.env.GITHUB_ACTOR
    deadline = startDeadline(inputs.timeoutMs, signal, () =>
      log.info(
        `The time is up (\`timeout\`): ${report.during()} is ended. It was waiting for: ${list(activities.current()) || 'nothing'}.`,
      ),
    )
    const { until, signal: timeUp } = deadline
    watchdog?.update({ until, during: report.during() })
    const env = withTrustedPath(context.env)
    const going = (command ?? MODES[inputs.mode])(inputs, report, {
      ...context,
      env,
      until,
      timeUp,
      activities,
    })
    await Promise.race([going, deadline.overdue])
  } catch (error) {
    report.failed(error)
  } finally {
    deadline?.stop()
  }
  watchdog?.update({ during: 'the report', known: report, until: Date.now() + REPORT_MS })
  const closed = await report.close(failOn)
  const refused = await pingHeartbeat(closed, context)
  return refused.length === 0 ? closed : { ...closed, problems: [...closed.problems, ...hideAll(refused)] }
}

/** @throws ActionError `configuration` with every problem found, and its place where the configuration has one */
async function inputsOf(env: RunContext['env']): Promise<Inputs> {
  try {
    return readInputs(env)
  } catch (error) {
    if (!(error instanceof ActionError) || error.problems.every(({ code }) => code !== 'input/receiver'))
      throw error
    const { withReceiverPlaces } = await import('./receiver-places.ts')
    throw new ActionError(error.kind, withReceiverPlaces(error.problems, env))
  }
}

/** Milliseconds for the heartbeat of verify and for writing the report; a long one takes a second. */
const REPORT_MS = 20_000

/** Also for a run that was refused; a run that was cancelled is no news about the monitoring. */
async function pingHeartbeat(result: RunReport, { env, log, signal }: RunContext): Promise<Diagnostic[]> {
  const isVerify = (rawInput(env, 'mode')?.trim() ?? '') === 'verify'
  const url = rawInput(env, 'verify-heartbeat-url')?.trim()
  if (!isVerify || !url || signal.aborted || !URL.canParse(url)) return []
  const { pingVerifyHeartbeat } = await import('./verify.ts')
  return pingVerifyHeartbeat(url, result, { env, log })
}

/** Programs that are started, and those that they start, are searched outside of the repository. */
function withTrustedPath(env: RunContext['env']): RunContext['env'] {
  return { ...env, PATH: trustedPath({ path: env.PATH, workspaceRoot: workspaceRoot(env) }) }
}

/**
 * Each mode loads what it needs: the modules that talk to servers take longer to load than a whole plan takes. Those of a plan
 * check files, as other modes do, and are loaded at once.
 */
const MODES: Record<Mode, ModeHandler> = {
  deploy: async (...run) => (await import('./deploy.ts')).deployMode(...run),
  plan: planMode,
  verify: async (...run) => (await import('./verify.ts')).verifyMode(...run),
  dashboards: async (...run) => (await import('./dashboards.ts')).dashboardsMode(...run),
  contract: async (...run) => (await import('./contract.ts')).contractMode(...run),
  drill: async (...run) => (await import('./drill.ts')).drillMode(...run),
}
