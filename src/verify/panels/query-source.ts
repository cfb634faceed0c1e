import { ActionError, messageOf } from '../../lib/errors.ts'
import type { Prometheus, QueryAnswer } from '../../model/prometheus.ts'

/** Where the dashboards' queries are sent: Prometheus itself, or Grafana's data source in front of it. */
export type QuerySource = Pick<Prometheus, 'query' | 'labelNames'>

/** `refused`: Prometheus rejects the question itself. `unanswered`: there was no answer, a later one is possible. */
export type Attempt<T> = { kind: 'answer'; value: T } | NoAnswer

export interface NoAnswer {
  kind: 'refused' | 'unanswered'
  why: string
  next: string | undefined
}

/** Asks; only a bug in this action throws. */
export async function attempt<T>(ask: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { kind: 'answer', value: await ask() }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    const [problem] = error.problems
    return problem?.code === 'prometheus-query'
      ? { kind: 'refused', why: messageOf(error), next: 'Correct the query in the dashboard.' }
      : { kind: 'unanswered', why: messageOf(error), next: problem?.hint }
  }
}

/** The series of a vector; none of any other answer. */
export const rowsOf = ({ result }: QueryAnswer) => (result.resultType === 'vector' ? result.result : [])
