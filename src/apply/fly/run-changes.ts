import type { Flyctl } from '../../clients/flyctl/client.ts'
import { type Diagnostic, messageOf } from '../../lib/errors.ts'
import type { Log } from '../../lib/log.ts'
import type { FlyChange } from '../../plan/fly/actions.ts'
import type { ObservedApp } from '../../plan/fly/observe.ts'
import { problemsOf } from '../../plan/fly/refusals.ts'

/** What the Fly side of a run works with. */
export interface FlyTomlContext {
  flyctl: Flyctl
  log: Log
  /** When everything must be over, in milliseconds since the epoch (`Date.now()`). */
  until: number
  signal?: AbortSignal
}

/** What became of a change. */
export type FlyOutcome = { change: FlyChange; seconds: number } & (
  | { kind: 'done' }
  | { kind: 'failed'; problem: Diagnostic }
  | { kind: 'notRun'; why: string }
)

/** What became of one app; its machines as last seen. A problem in `problems` is a failure. */
export interface FlyAppResult extends ObservedApp {
  outcomes: readonly FlyOutcome[]
  warnings: readonly Diagnostic[]
}

/** What an app's changes came to, from the outcomes and the last look at its machines. */
export function flyResult(
  app: string,
  outcomes: readonly FlyOutcome[],
  { machines, warnings }: Pick<FlyAppResult, 'machines' | 'warnings'>,
): FlyAppResult {
  const problems = outcomes.flatMap((o) => (o.kind === 'failed' ? [o.problem] : []))
  return { app, machines, outcomes, warnings, problems }
}

/** Carries out changes in their order, each told before; after a failure the rest is not run, and says so. */
export async function runChanges(
  changes: readonly FlyChange[],
  perform: (action: FlyChange['action']) => Promise<void>,
  log: Log,
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
    const started = performance.now()
    const seconds = () => (performance.now() - started) / 1000
    try {
      await perform(change.action)
      outcomes.push({ change, seconds: seconds(), kind: 'done' })
    } catch (error) {
      const [problem] = problemsOf(error)
      if (!problem) throw new Error(`a failure without a problem: ${messageOf(error)}`)
      outcomes.push({ change, seconds: seconds(), kind: 'failed', problem })
    }
  }
  return outcomes
}

/** `create the app` as it goes on: `creating the app`. */
const inProgress = (what: string): string => what.replace(/^(\w+?)e?\b/, '$1ing')
