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
  /** The text that was parsed. */
  text: string
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
  if (found.length === 0) return { text: query, parsed: parsePromql(query), exact: true }
  const first = parseWith(query, NAME)
  const isCertain = found.every(({ place }) => place === 'text' || place === 'range') || !isBalanced(query)
  if (first.parsed.ok || isCertain) return { ...first, exact: false }
  const numbers = parseWith(query, '1')
  return numbers.parsed.ok
    ? { ...numbers, exact: false }
    : { text: first.text, parsed: { ...first.parsed, errors: [] }, exact: false }
}

function parseWith(query: string, anywhere: string): Omit<QueryRead, 'exact'> {
  const text = replaceReferences(query, (reference) => placeholderFor(reference, anywhere))
  return { text, parsed: parsePromql(text) }
}

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
