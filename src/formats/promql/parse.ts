import { parser } from '@prometheus-io/lezer-promql'
import { checkQuery } from './check.ts'
import { nothingFound, type SyntaxTree } from './syntax.ts'
import type { ParsedQuery, PromqlError } from './types.ts'

/** Longer than any query written by a person (Prometheus accepts longer ones). Limits the time for one query. */
const MAX_LENGTH = 100_000

/**
 * `configure` assigns the properties of its copy one by one, after which V8 looks each of them up by its hash. Those of a
 * literal it finds by their place: parsing takes a quarter less time.
 */
const strict: typeof parser = Object.setPrototypeOf(
  { ...parser.configure({ strict: true }) },
  Object.getPrototypeOf(parser),
)

/**
 * Reads a query as Prometheus 3 does, including the checks of types and arguments that its parser makes.
 * Grafana's macros and variables are not PromQL: expand them first. Never throws.
 */
export function parsePromql(query: string): ParsedQuery {
  if (query.length > MAX_LENGTH)
    return refused('limit', `The query is longer than ${MAX_LENGTH} characters`, 0, query.length)
  if (!/\S/.test(query)) return refused('syntax', 'The query is empty', 0, query.length)
  const parsed = parse(query)
  return parsed.ok ? checkQuery(parsed.tree, query) : syntaxError(query, parsed.at)
}

/** Prometheus accepts the number `5.`, the grammar does not: a space replaces the point, so that offsets stay the same. */
const OPEN_NUMBER = /(?<![\w.:])(\d{1,20})\.(?![\d\w])/g

function parse(query: string): { ok: true; tree: SyntaxTree } | { ok: false; at: number } {
  try {
    return { ok: true, tree: strict.parse(query.replace(OPEN_NUMBER, '$1 ')) }
  } catch (error) {
    const found = /^No parse at (\d+)/.exec(error instanceof Error ? error.message : '')
    if (!found) throw error
    return { ok: false, at: Number(found[1]) }
  }
}

function refused(kind: PromqlError['kind'], message: string, from: number, to: number): ParsedQuery {
  return {
    ok: false,
    errors: [{ kind, message, from, to }],
    ...nothingFound(),
    type: undefined,
  }
}

/** Functions that have another name in newer versions of Prometheus. */
const RENAMED: Record<string, string> = { holt_winters: 'double_exponential_smoothing' }

function syntaxError(query: string, offset: number): ParsedQuery {
  const before = query.slice(0, offset)
  const after = query.slice(offset)
  const called = after.startsWith('(')
    ? /(?<![a-zA-Z0-9_:])([a-zA-Z_:][a-zA-Z0-9_:]*)\s*$/.exec(before)
    : null
  if (called?.[1]) {
    const name = called[1]
    const renamed = RENAMED[name]
    const message = renamed
      ? `Unknown function ${JSON.stringify(name)}: Prometheus 3 calls it ${renamed}`
      : `Unknown function ${JSON.stringify(name)}`
    return refused('syntax', message, called.index, called.index + name.length)
  }
  const token = /^(?:[a-zA-Z_:][a-zA-Z0-9_:]*|\d[\w.]*|[=!<>]=?~?|["'`]|\S)/.exec(after.trimStart())?.[0]
  const from = token === undefined ? query.length : query.indexOf(token, offset)
  const message = token === undefined ? 'The query ends too early' : `Unexpected ${JSON.stringify(token)}`
  return refused('syntax', `${message}${expectation(before, token)}`, from, from + (token?.length ?? 0))
}

/** What is most likely missing: the bracket or quote that closes an open one. */
function expectation(before: string, token: string | undefined): string {
  const open = openBrackets(before)
  if (open === undefined) return ': a quoted text before it is not closed'
  const closing = { '(': ')', '[': ']', '{': '}' }[open.at(-1) ?? '']
  if (closing && token !== closing) return `: is a ${JSON.stringify(closing)} missing before it?`
  return ''
}

/** The brackets that are open at the end of a text; undefined when a quoted text is open. */
function openBrackets(text: string): string[] | undefined {
  const open: string[] = []
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#.*|["'`()[\]{}]/g)) {
    if (/^["'`]$/.test(token)) return undefined
    if ('([{'.includes(token)) open.push(token)
    else if (')]}'.includes(token)) open.pop()
  }
  return open
}
