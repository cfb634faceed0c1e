import { type Expression, readExpression } from '../../formats/promql/expression.ts'
import { matches } from '../../formats/promql/patterns.ts'
import type { Selector } from '../../formats/promql/types.ts'
import type { QueryRead } from './variables.ts'

/** What a panel, a variable or a rule reads. */
export interface UsedMetrics {
  queries: readonly QueryRead[]
  /** The panel or rule, for people. */
  what: string
  line: number
  /** The series that it records. */
  records?: string
}

/** The names of series that are gone, and some of those that exist. */
export interface SeriesNames {
  gone: ReadonlySet<string>
  kept: ReadonlySet<string>
}

/**
 * Whether a query loses something by series that are gone. A pattern for names that matches another series, too, does not;
 * neither does `old or new`, with which people rename a metric.
 */
export function losesSeries({ text, parsed }: QueryRead, names: SeriesNames): boolean {
  if (!parsed.selectors.some((selector) => isGone(selector, names))) return false
  const expression = readExpression(text, parsed)
  return expression === undefined || loses(expression, names)
}

function loses(expression: Expression, names: SeriesNames): boolean {
  switch (expression.kind) {
    case 'constant':
      return false
    case 'selector':
      return isGone(expression.selector, names)
    case 'shifted':
    case 'subquery':
      return loses(expression.inner, names)
    case 'call':
      return expression.args.some((one) => loses(one, names))
    case 'binary': {
      const sides = [expression.left, expression.right]
      const lost = sides.filter((side) => loses(side, names))
      const isKept = (side: Expression) => !lost.includes(side) && hasSelector(side)
      return lost.length > 0 && !(expression.op === 'or' && sides.some(isKept))
    }
  }
}

const hasSelector = (expression: Expression): boolean => {
  if (expression.kind === 'selector') return true
  if (expression.kind === 'shifted' || expression.kind === 'subquery') return hasSelector(expression.inner)
  if (expression.kind === 'binary') return hasSelector(expression.left) || hasSelector(expression.right)
  return expression.kind === 'call' && expression.args.some(hasSelector)
}

function isGone({ metric, matchers }: Selector, { gone, kept }: SeriesNames): boolean {
  if (metric !== undefined) return gone.has(metric)
  const patterns = matchers.filter(({ label }) => label === '__name__')
  const isSelected = (name: string) => patterns.every((pattern) => matches(pattern, name))
  return patterns.length > 0 && [...gone].some(isSelected) && ![...kept].some(isSelected)
}
