import { ActionError, messageOf } from '../../lib/errors.ts'
import type { Prometheus } from '../../model/prometheus.ts'

/** Where the dashboards' queries are sent: Prometheus itself, or Grafana's data source in front of it. */
export type QuerySource = Pick<Prometheus, 'query' | 'labelNames'>

/**
 * `refused`: Prometheus rejects the question itself. `broken`: the data source of Grafana answers no one. `unanswered`:
 * there was no answer, a later one is possible.
 */
export type QueryAttempt<T> = { kind: 'answer'; value: T } | NoAnswer

interface Reasons {
  why: string
  next: string | undefined
}

export type NoAnswer = ({ kind: 'refused' } & Reasons) | LostAnswer

/** Nothing is known, not even that the question is wrong. */
export type LostAnswer = { kind: 'broken' | 'unanswered' } & Reasons

/** Asks; only a bug in this action throws. */
export async function attemptQuery<T>(ask: () => Promise<T>): Promise<QueryAttempt<T>> {
  try {
    return { kind: 'answer', value: await ask() }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    const [problem] = error.problems
    const why = messageOf(error)
    if (problem?.code === 'prometheus-query')
      return { kind: 'refused', why, next: 'Correct the query in the dashboard.' }
    const isBroken = BROKEN.includes(problem?.code ?? '')
    return { kind: isBroken ? 'broken' : 'unanswered', why, next: problem?.hint }
  }
}

/** A viewer of the dashboard sees these errors, too. */
const BROKEN = ['grafana-datasource-missing', 'grafana-datasource-unhealthy']

export const isLost = <T>(answer: QueryAttempt<T>): answer is LostAnswer =>
  answer.kind === 'unanswered' || answer.kind === 'broken'
