import type { Flyctl } from '../../clients/flyctl/client.ts'
import type { Activities } from '../../lib/activities.ts'
import { type Diagnostic, messageOf } from '../../lib/errors.ts'
import type { Log } from '../../lib/log.ts'
import type { FlyChange } from '../../plan/fly/actions.ts'
import type { ObservedApp } from '../../plan/fly/observe.ts'
import { problemsOf } from '../../plan/fly/refusals.ts'

/** What the Fly part of a run needs. */
export interface FlyContext {
  flyctl: Flyctl
  log: Log
  /** The deadline of the run, in milliseconds since the epoch (`Date.now()`). */
  until: number
  signal?: AbortSignal
  /** What is waited for, for signs of life. */
  activities: Activities
  /** Whether a public name resolves; a new one may take a minute. */
  resolves: (host: string) => Promise<boolean>
  /**
   * Waits until other machines of Prometheus scrape what a machine scrapes, before that one is stopped; returns a warning
   * about what they do not scrape. Absent: not waited for. `isRequired`: the machine is not stopped while the others scrape
   * nothing of it.
   * @throws ActionError when the machine must not be stopped
   */
  handOver?: (
    machine: string,
    others: readonly string[],
    isRequired: boolean,
  ) => Promise<Diagnostic | undefined>
  /** Receives each change when it begins and when it ends, for a run that cannot report itself. */
  journal: (state: 'begun' | 'done' | 'failed', subject: string, what: string) => void
}

/** The outcome of a change. */
export type FlyOutcome = { change: FlyChange; seconds: number } & (
  | { kind: 'done' }
  | { kind: 'failed'; problem: Diagnostic }
  | { kind: 'notRun'; why: string }
)

/** The result of one app; its machines as last read. A problem in `problems` is a failure. */
export interface FlyAppResult extends ObservedApp {
  outcomes: readonly FlyOutcome[]
  warnings: readonly Diagnostic[]
}

/** The result of an app, from the outcomes of its changes and its machines as last read. */
export function flyResult(
  app: string,
  outcomes: readonly FlyOutcome[],
  { machines, warnings }: Pick<FlyAppResult, 'machines' | 'warnings'>,
): FlyAppResult {
  const problems = outcomes.flatMap((o) => (o.kind === 'failed' ? [o.problem] : []))
  return { app, machines, outcomes, warnings, problems }
}

/** Carries out changes in order and logs each one first; after a failure the others are recorded as not run. */
export async function runChanges(
  changes: readonly FlyChange[],
  perform: (action: FlyChange['action']) => Promise<void>,
  { log, journal }: Pick<FlyContext, 'log' | 'journal'>,
): Promise<FlyOutcome[]> {
  const outcomes: FlyOutcome[] = []
  for (const change of changes) {
    const failed = outcomes.find((outcome) => outcome.kind === 'failed')
    if (failed) {
      outcomes.push({
        change,
        seconds: 0,
        kind: 'notRun',
        why: `Needs "${failed.change.what}", which failed.`,
      })
      continue
    }
    log.info(`${change.subject}: ${inProgress(change.what)}. ${change.reason}`)
    journal('begun', change.subject, change.what)
    const started = performance.now()
    const seconds = () => (performance.now() - started) / 1000
    try {
      await perform(change.action)
      outcomes.push({ change, seconds: seconds(), kind: 'done' })
      journal('done', change.subject, change.what)
    } catch (error) {
      const [problem] = problemsOf(error)
      if (!problem) throw new Error(`a failure without a problem: ${messageOf(error)}`)
      outcomes.push({ change, seconds: seconds(), kind: 'failed', problem })
      journal('failed', change.subject, change.what)
    }
  }
  return outcomes
}

/** `create the app` → `creating the app`. */
const inProgress = (what: string): string => what.replace(/^(\w+?)e?\b/, '$1ing')
