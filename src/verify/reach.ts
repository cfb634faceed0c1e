import { ActionError, type Problem } from '../lib/errors.ts'
import type { Prometheus } from './answers.ts'
import { type Limits, poll } from './pace.ts'

/**
 * How long an obstacle may last before it counts, in milliseconds. What is not here may last until the deadline:
 * a server that starts, replays its log or is being moved looks like this.
 */
const PATIENCE: Readonly<Record<string, number>> = {
  // While an old machine is replaced, the old password may answer for a moment.
  'prometheus-unauthorized': 5_000,
  'prometheus-not-prometheus': 10_000,
  'prometheus-odd-answer': 0,
  'prometheus-tls': 5_000,
  // A new public name takes up to a minute to be known everywhere.
  'prometheus-dns': 60_000,
}

export type Reached = { kind: 'reached'; mark: number } | { kind: 'unreached'; problems: readonly Problem[] }

/** Waits until Prometheus serves queries, and reads its clock: the mark that every scrape has to pass. */
export async function reach(prometheus: Prometheus, limits: Limits): Promise<Reached> {
  const hopeless = patience()
  return poll(async () => {
    try {
      if (!(await prometheus.ready())) return { done: false, value: unreached([NOT_READY]) }
      return { done: true, value: { kind: 'reached' as const, mark: await prometheus.now() } }
    } catch (error) {
      if (!(error instanceof ActionError)) throw error
      return { done: hopeless(error), value: unreached(error.problems) }
    }
  }, limits)
}

const NOT_READY: Problem = {
  code: 'prometheus-not-ready',
  severity: 'error',
  message: 'Prometheus did not become ready in time.',
  hint: 'It replays its write-ahead log, or cannot start: read flyctl logs of the monitoring app. A machine with little memory may be killed again and again.',
}

const unreached = (problems: readonly Problem[]): Reached => ({ kind: 'unreached', problems })

/** Tells whether an obstacle has lasted too long to be a passing one. */
export function patience(): (error: ActionError) => boolean {
  const since = new Map<string, number>()
  return (error) => {
    const code = error.problems[0]?.code ?? ''
    const limit = PATIENCE[code]
    if (limit === undefined) return false
    const first = since.get(code) ?? Date.now()
    since.set(code, first)
    return Date.now() - first >= limit
  }
}
