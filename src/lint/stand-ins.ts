import { type Reference, references, replaceReferences } from '../lib/promql/grafana.ts'
import { type Parsed, parsePromql } from '../lib/promql.ts'

/** Stands for whatever a variable holds, in a quoted text and in a name. */
const IN_TEXT = '\uE000'
const NAME = 'grafana__variable'

/** Whether a name or a value depends on a variable, so that nothing can be said about it. */
export const isOpen = (text: string): boolean => text.includes(IN_TEXT) || text.includes(NAME)

/** What a variable outside of quotes may stand for: a name, a number, a duration, an operation, nothing … */
const ANYWHERE = [NAME, '1', '5m', 'sum', '', 'and', 'by (x)', '* 1', '== 1']
const RANGES = ['5m', '5', 'm', '5m:1m', '5m:']
const MATCHERS = [`${NAME}="x"`, '"x"', '', NAME]
const MAX_TRIES = 64

export interface GrafanaParsed {
  parsed: Parsed
  /** Offsets in the result are those of the query. */
  exact: boolean
}

/**
 * Parses a query of a dashboard with something in the place of every variable and macro. As what a variable holds
 * shows only in Grafana, a query is wrong only when nothing that a variable may stand for makes it right.
 */
export function parseGrafana(query: string): GrafanaParsed {
  const known = kept.get(query)
  if (known) return known
  const result = parseOpen(query)
  if (kept.size >= MAX_KEPT) kept.clear()
  kept.set(query, result)
  return result
}

/** Dashboards repeat themselves, and a dashboard is looked at more than once. */
const kept = new Map<string, GrafanaParsed>()
const MAX_KEPT = 1_000

function parseOpen(query: string): GrafanaParsed {
  const found = references(query)
  if (found.length === 0) return { parsed: parsePromql(query), exact: true }
  let first: Parsed | undefined
  for (const choice of choices(found)) {
    const parsed = parsePromql(replaceReferences(query, (reference) => choice(reference)))
    if (parsed.ok || parsed.errors.some((error) => error.kind === 'limit')) return { parsed, exact: false }
    first ??= parsed
    if (found.every((reference) => reference.place === 'text')) break
  }
  // What stands between [ and ] is a duration, and all forms of it were tried.
  const isCertain = found.every(({ place }) => place === 'text' || place === 'range') || !isBalanced(query)
  const parsed = first ?? parsePromql(query)
  return { parsed: isCertain ? parsed : { ...parsed, errors: [] }, exact: false }
}

/** One way after the other to fill in the variables: the likely ones first, each name the same everywhere. */
function* choices(found: readonly Reference[]): Generator<(reference: Reference) => string> {
  const open = [...new Set(found.filter(({ place }) => place !== 'text').map(key))]
  const options = open.map((name) => optionsOf(found, name))
  const total = options.reduce((product, list) => product * list.length, 1)
  for (let n = 0; n < Math.min(total, MAX_TRIES); n++) {
    const chosen = new Map<string, string>()
    let rest = n
    open.forEach((name, i) => {
      const list = options[i] ?? []
      chosen.set(name, list[rest % list.length] ?? NAME)
      rest = Math.floor(rest / list.length)
    })
    yield (reference) => (reference.place === 'text' ? IN_TEXT : (chosen.get(key(reference)) ?? NAME))
  }
}

const key = ({ name, place }: Reference): string => `${place} ${name}`

function optionsOf(found: readonly Reference[], name: string): readonly string[] {
  const reference = found.find((one) => key(one) === name)
  if (reference?.place === 'range') return RANGES
  if (reference?.place === 'matcher') return MATCHERS
  if (reference?.place === 'label') return [NAME]
  return /_(?:ms|s)$|^__(?:from|to)$/.test(reference?.name ?? '') ? ['1', ...ANYWHERE] : ANYWHERE
}

/** Whether every bracket outside of quotes is closed. */
function isBalanced(query: string): boolean {
  const open: string[] = []
  for (const [token] of query.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#.*|["'`()[\]{}]/g)) {
    if (/^["'`]$/.test(token)) return false
    if ('([{'.includes(token)) open.push(token)
    else if (')]}'.includes(token) && open.pop() !== { ')': '(', ']': '[', '}': '{' }[token]) return false
  }
  return open.length === 0
}
