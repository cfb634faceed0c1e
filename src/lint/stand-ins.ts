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
/** Characters that may be parsed again for one query: a long one has fewer tries. */
const MAX_CHARACTERS = 200_000

/** How many second tries are left for a whole run: a hostile dashboard must not take hours. */
export interface Budget {
  tries: number
}

export interface GrafanaParsed {
  parsed: Parsed
  /** Offsets in the result are those of the query. */
  exact: boolean
}

/**
 * Parses a query of a dashboard with something in the place of every variable and macro. As what a variable holds
 * shows only in Grafana, a query is wrong only when nothing that a variable may stand for makes it right.
 */
export function parseGrafana(query: string, budget: Budget = { tries: MAX_TRIES }): GrafanaParsed {
  const known = kept.get(query)
  if (known) return known
  const result = parseOpen(query, budget)
  if (kept.size >= MAX_KEPT) kept.clear()
  if (query.length <= MAX_KEPT_LENGTH) kept.set(query, result)
  return result
}

/** Dashboards repeat themselves, and a dashboard is looked at more than once. */
const kept = new Map<string, GrafanaParsed>()
const MAX_KEPT = 1_000
const MAX_KEPT_LENGTH = 2_000

function parseOpen(query: string, budget: Budget): GrafanaParsed {
  const found = references(query)
  if (found.length === 0) return { parsed: parsePromql(query), exact: true }
  let first: Parsed | undefined
  const tries = Math.min(MAX_TRIES, 1 + Math.floor(MAX_CHARACTERS / query.length))
  for (const choice of choices(found, tries)) {
    if (first && --budget.tries < 0) break
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
function* choices(found: readonly Reference[], tries: number): Generator<(reference: Reference) => string> {
  const references = new Map(found.filter(({ place }) => place !== 'text').map((one) => [key(one), one]))
  const open = [...references.keys()]
  const options = [...references.values()].map(optionsOf)
  const total = options.reduce((product, list) => product * list.length, 1)
  for (let n = 0; n < Math.min(total, tries); n++) {
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

function optionsOf({ name, place }: Reference): readonly string[] {
  if (place === 'range') return RANGES
  if (place === 'matcher') return MATCHERS
  if (place === 'label') return [NAME]
  return /_(?:ms|s)$|^__(?:from|to)$/.test(name) ? ['1', ...ANYWHERE] : ANYWHERE
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
