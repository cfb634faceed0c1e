import { ActionError } from '../../lib/errors.ts'
import type { Prometheus } from '../../model/prometheus.ts'

/** Why nothing can be read, as a clause, and what to do. */
export interface Unread {
  why: string
  next: string
}

/** What a store is asked. */
export type StoreQuestions = Pick<Prometheus, 'query' | 'labelNames' | 'seriesNames'>

/** A store that fails for so long does not only fail for a moment. */
const LOST_MS = 10_000

/** What says nothing about the store: the question is refused, or the run ends. */
const OF_QUESTION: ReadonlySet<string> = new Set([
  ...['prometheus-query', 'prometheus-cancelled', 'store-unlimited'],
])

/** Watches whether questions are answered. */
export function watchLoss() {
  let lost: (Unread & { since: number }) | undefined
  async function noted<T>(ask: () => Promise<T>): Promise<T> {
    try {
      const answer = await ask()
      lost = undefined
      return answer
    } catch (error) {
      const [problem] = error instanceof ActionError ? error.problems : []
      if (problem && !OF_QUESTION.has(problem.code))
        lost = { since: lost?.since ?? performance.now(), why: problem.message, next: problem.hint }
      throw error
    }
  }
  return {
    watched: ({ query, labelNames, seriesNames }: StoreQuestions): StoreQuestions => ({
      query: (promql, at) => noted(() => query(promql, at)),
      labelNames: (selector, from) => noted(() => labelNames(selector, from)),
      seriesNames: (selector, from) => noted(() => seriesNames(selector, from)),
    }),
    why: (): Unread | undefined =>
      lost && performance.now() - lost.since >= LOST_MS ? { why: lost.why, next: lost.next } : undefined,
  }
}
