import { ActionError, type Diagnostic, messageOf } from '../../lib/errors.ts'
import type { Prometheus } from '../../model/prometheus.ts'
import { type PollLimits, poll } from '../poll.ts'

/**
 * How long an error may persist before it is final, in milliseconds. Errors that are not listed may persist until the
 * deadline: a server that starts, replays its log or is being moved causes them.
 */
const PATIENCE: Readonly<Record<string, number>> = {
  // While an old machine is being replaced, it may still answer with the old password.
  'prometheus-unauthorized': 5_000,
  'prometheus-not-prometheus': 10_000,
  // The other engine may run until its machine is replaced.
  'prometheus-agent': 10_000,
  'prometheus-not-agent': 10_000,
  'prometheus-forbidden': 10_000,
  'prometheus-odd-answer': 0,
  'fly-metrics-unauthorized': 0,
  'fly-metrics-forbidden': 0,
  'prometheus-several-servers': 0,
  'prometheus-tls': 5_000,
  // A new public name takes up to a minute to resolve everywhere.
  'prometheus-dns': 60_000,
  'proxy-gateway': 60_000,
  'proxy-unreachable': 10_000,
  'proxy-refused': 5_000,
}

/** `unreached` without problems: there was no answer at all. */
export type ReadyResult =
  | { kind: 'reached'; verifyStart: number }
  | { kind: 'unreached'; problems: readonly Diagnostic[] }

/** Waits until Prometheus serves queries, and reads its clock: only scrapes after that time count. */
export async function waitUntilReady(
  prometheus: Pick<Prometheus, 'ready' | 'now'>,
  limits: PollLimits,
): Promise<ReadyResult> {
  const hopeless = createPatience()
  let obstacle = unreached([])
  return poll(async () => {
    try {
      if (!(await prometheus.ready())) {
        obstacle = unreached([NOT_READY])
        return { done: false, value: obstacle, waitsFor: 'Prometheus, which is not ready yet' }
      }
      return { done: true, value: { kind: 'reached' as const, verifyStart: await prometheus.now() } }
    } catch (error) {
      if (!(error instanceof ActionError)) throw error
      // The deadline is not the cause: the error before it says more.
      if (error.problems[0]?.code !== 'prometheus-cancelled') obstacle = unreached(error.problems)
      return { done: hopeless(error), value: obstacle, waitsFor: `Prometheus: ${messageOf(error)}` }
    }
  }, limits)
}

const NOT_READY: Diagnostic = {
  code: 'prometheus-not-ready',
  severity: 'error',
  message: 'Prometheus did not become ready in time.',
  hint: 'It is still replaying its write-ahead log, or it cannot start: read `flyctl logs` of the monitoring app. A machine with too little memory may be killed repeatedly.',
}

/** There was no answer until the deadline. Whether the connection was accepted is not known. */
export const noAnswer = (url: string, { since, until }: { since: string; until: string }): Diagnostic => ({
  code: 'prometheus-timeout',
  severity: 'error',
  message: `Prometheus at ${url} did not answer between ${since} and ${until}.`,
  hint: 'Check `prometheus-url`. The machine may be overloaded, hang or restart repeatedly: see `flyctl checks list` and `flyctl logs` of the monitoring app.',
})

const unreached = (problems: readonly Diagnostic[]): ReadyResult => ({ kind: 'unreached', problems })

const GONE_MS = 30_000

/** Returns a function that reports whether an error has persisted too long to be temporary. */
export function createPatience(): (error: ActionError) => boolean {
  const since = new Map<string, { first: number; last: number }>()
  return (error) => {
    const code = error.problems[0]?.code ?? ''
    const limit = PATIENCE[code]
    if (limit === undefined) return false
    const now = Date.now()
    const known = since.get(code)
    // An error that was gone for a while is a new one.
    const first = known && now - known.last < GONE_MS ? known.first : now
    since.set(code, { first, last: now })
    return now - first >= limit
  }
}
