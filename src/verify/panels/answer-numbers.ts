import type { Selector } from '../../formats/promql/types.ts'
import type { QueryAnswer } from '../../model/prometheus.ts'

/** A summary of the answer to one query. */
export interface AnswerNumbers {
  series: number
  /** Neither NaN nor infinite. */
  finite: number
  /** A finite value where there is one. */
  value: string | undefined
  warnings: readonly string[]
}

/** Counts the values of an answer; the last point of each series counts in a range vector. */
export function numbersOf({ result, warnings }: QueryAnswer): AnswerNumbers {
  const values = valuesOf(result)
  const finite = values.filter((value) => value === 'histogram' || Number.isFinite(Number(value)))
  return { series: values.length, finite: finite.length, value: finite[0] ?? values[0], warnings }
}

function valuesOf(result: QueryAnswer['result']): string[] {
  switch (result.resultType) {
    case 'scalar':
      return [result.result[1]]
    case 'string':
      // A string is an answer, although not a number.
      return ['0']
    case 'vector':
      return result.result.map((row) => row.value?.[1] ?? 'histogram')
    case 'matrix':
      return result.result.map((row) => row.values.at(-1)?.[1] ?? 'histogram')
  }
}

/**
 * The query in which these selectors, which have no sample from after verification began, select nothing, so that its
 * answer comes from fresh samples only. Undefined when there are none.
 */
export function freshOnly(query: string, past: readonly Selector[]): string | undefined {
  if (past.length === 0) return undefined
  let done = 0
  const parts = past.flatMap(({ from, to }) => {
    const before = query.slice(done, from)
    done = to
    return [before, '{__name__="verify:nothing"}']
  })
  return parts.join('') + query.slice(done)
}
