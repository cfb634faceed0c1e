import { type Reference, references, replaceReferences } from '../../formats/promql/grafana-variables.ts'
import { parsePromql } from '../../formats/promql/parse.ts'
import type { ParsedQuery } from '../../formats/promql/types.ts'

/** Placeholders for the value of a variable, in a quoted text and in a name. */
const IN_TEXT = '\uE000'
const NAME = 'grafana__variable'

/** Whether a name or a value depends on a variable, so that it cannot be checked. */
export const isOpen = (text: string): boolean => text.includes(IN_TEXT) || text.includes(NAME)

/** A query that was parsed; one of a panel with placeholders. */
export interface QueryRead {
  parsed: ParsedQuery
  /** Whether offsets in the result are those of the query. */
  exact: boolean
}

/**
 * Parses a query of a dashboard with a placeholder for every variable and macro: a name, and where that is not
 * valid a number. The value of a variable is known only in Grafana, so a query that parses with neither has no diagnostic,
 * unless its variables are only in positions where their form is known.
 */
export function parsePanelQuery(query: string): QueryRead {
  const found = references(query)
  if (found.length === 0) return { parsed: parsePromql(query), exact: true }
  const [first, second] = [NAME, '1'].map((anywhere) => () => parseWith(query, anywhere))
  const parsed = first?.() ?? parsePromql(query)
  const isCertain = found.every(({ place }) => place === 'text' || place === 'range') || !isBalanced(query)
  if (parsed.ok || isCertain) return { parsed, exact: false }
  const numbers = second?.()
  return { parsed: numbers?.ok ? numbers : { ...parsed, errors: [] }, exact: false }
}

const parseWith = (query: string, anywhere: string): ParsedQuery =>
  parsePromql(replaceReferences(query, (reference) => placeholderFor(reference, anywhere)))

function placeholderFor({ place, name }: Reference, anywhere: string): string {
  if (place === 'text') return IN_TEXT
  if (place === 'range') return '5m'
  if (place === 'matcher') return `${NAME}="x"`
  if (place === 'label') return NAME
  return /_(?:ms|s)$|^__(?:from|to)$/.test(name) ? '1' : anywhere
}

/** Whether every bracket outside quotes is closed. */
function isBalanced(query: string): boolean {
  const open: string[] = []
  for (const [token] of query.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#.*|["'`()[\]{}]/g)) {
    if (/^["'`]$/.test(token)) return false
    if ('([{'.includes(token)) open.push(token)
    else if (')]}'.includes(token) && open.pop() !== { ')': '(', ']': '[', '}': '{' }[token]) return false
  }
  return open.length === 0
}
