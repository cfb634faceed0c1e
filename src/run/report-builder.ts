import type { FailOn } from '../inputs/types.ts'
import { steadyMs } from '../lib/clock.ts'
import { ActionError, type Diagnostic, messageOf } from '../lib/errors.ts'
import type { Log } from '../lib/log.ts'
import { hideAll } from '../lib/redact.ts'
import type { PlannedChange } from '../model/planned.ts'
import { emptyRun, type RunReport, type RunSoFar } from '../report/report.ts'
import type { Evidence } from '../verify/evidence.ts'
import type { AcceptedClaim, Verdict } from '../verify/failure.ts'

/**
 * What a run has found out so far. It grows from stage to stage, so that a run that fails still reports all that it
 * knows.
 */
export interface ReportBuilder extends RunSoFar {
  /** What the configuration accepts although it is unproven. */
  accept: readonly AcceptedClaim[]
  /** Times a stage, also one that fails. */
  timed<T>(step: string, work: () => Promise<T>, note?: () => string): Promise<T>
  /** The current stage, in code font: the stage that has begun and not ended, or was ended by a failure. */
  during(): string
  /** Records why the run could not continue. */
  failed(error: unknown): void
  /** The report, with the verdict over everything in it, and without a secret in any text of it. */
  close(failOn: FailOn): Promise<RunReport>
}

/** Titles of stages in the log of a runner. */
const STAGES: Readonly<Record<string, string>> = {
  check: 'Check the files',
  look: 'Read what is deployed',
  deploy: 'Deploy',
  verify: 'Verify',
  drill: 'Send a marked alert',
}

/** `onStep` is called when a stage begins. */
export function createReportBuilder(
  log: Log,
  onStep?: (step: string, known: RunSoFar) => void,
): ReportBuilder {
  let during = 'the reading of inputs and files'
  const known = emptyRun()
  return Object.assign(known, {
    accept: [] as readonly AcceptedClaim[],
    async timed<T>(step: string, work: () => Promise<T>, note?: () => string): Promise<T> {
      const began = steadyMs()
      const before = during
      during = `\`${step}\``
      onStep?.(during, known)
      const endStage = log.stage?.(STAGES[step] ?? step)
      try {
        const done = await work()
        during = before
        return done
      } finally {
        endStage?.()
        known.timings.push({
          step,
          seconds: (steadyMs() - began) / 1000,
          ...(note && { note: note() }),
        })
      }
    },
    during: () => during,
    failed(error: unknown) {
      if (error instanceof ActionError) {
        known.problems.push(...error.problems)
        known.refused ||= error.kind === 'configuration'
      } else if (error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name)) {
        known.problems.push(endedEarly(error.name, during))
      } else {
        log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error))
        known.problems.push(ourBug(error))
      }
    },
    async close(this: ReportBuilder, failOn: FailOn): Promise<RunReport> {
      return hideAll(
        known.evidence
          ? await withVerdict(known, known.evidence, { failOn, accept: this.accept })
          : { ...known, verdict: verdictWithoutEvidence(known) },
      )
    },
  })
}

/** What judges evidence is loaded only when there is some: a plan has none, and would take longer to start. */
async function withVerdict(
  known: RunSoFar,
  evidence: Evidence,
  { failOn, accept }: { failOn: FailOn; accept: readonly AcceptedClaim[] },
): Promise<RunReport> {
  const [{ acceptance }, { judge }] = await Promise.all([
    import('../verify/accept.ts'),
    import('../verify/verdict.ts'),
  ])
  const accepted = acceptance(accept, new Date())
  const judged = judge(evidence, failOn, accepted)
  // A step that failed does not hide a target that is down.
  const verdict: Verdict = hasErrors(known) ? { ...judged, kind: 'failed' } : judged
  const warnings = evidence.problems.length === 0 ? accepted.warnings() : []
  return { ...known, problems: [...known.problems, ...warnings], verdict }
}

const FAILED: Verdict = { kind: 'failed', failures: [] }

const hasErrors = ({ problems }: RunSoFar): boolean => problems.some(({ severity }) => severity === 'error')

/** Checking files or importing dashboards proves nothing, and nothing failed either. */
function verdictWithoutEvidence(known: RunSoFar): Verdict {
  const { mode } = known
  const isCheck = mode === 'dashboards' || mode === 'plan' || mode === 'contract'
  return isCheck && !hasErrors(known) ? { kind: 'unproven', failures: [] } : FAILED
}

/** What an aborted signal throws: the run's own, or that of its deadline. */
function endedEarly(name: string, during: string): Diagnostic {
  const isCancelled = name === 'AbortError'
  return {
    code: isCancelled ? 'run-cancelled' : 'run-timeout',
    severity: 'error',
    message: `${isCancelled ? 'The run was cancelled' : 'The time was up'} during ${during}.`,
    hint: `${isCancelled ? 'Run again' : 'Set a longer `timeout` and run again'}: existing resources are reused, nothing is created twice.`,
  }
}

function ourBug(error: unknown): Diagnostic {
  return {
    code: 'internal',
    severity: 'error',
    message: `Unexpected error: ${messageOf(error)}`,
    hint: 'This is a bug of deploy-monitoring. Run again with debug logging (ACTIONS_STEP_DEBUG) and report it with the log.',
  }
}

/** Records what a run sets out to change at one platform, in addition to what is recorded already. */
export function recordPlanned(report: RunSoFar, platform: string, changes: readonly PlannedChange[]): void {
  const { compared = [], changes: before = [], backtest = [] } = report.planned ?? {}
  report.planned = { compared: [...compared, platform], changes: [...before, ...changes], backtest }
}
