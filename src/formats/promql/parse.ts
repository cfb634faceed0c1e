import { parser } from '@prometheus-io/lezer-promql'
import { checkQuery } from './check.ts'
import type { SyntaxTree } from './syntax.ts'
import type { ParsedQuery, PromqlError } from './types.ts'

/** Prometheus would take longer queries; none that a person wrote is. Bounds the time that one query can take. */
const MAX_LENGTH = 100_000

const strict = parser.configure({ strict: true })

/**
 * Reads a query as Prometheus 3 does, types and arguments included (its own parser checks those too).
 * Grafana's macros and variables are no PromQL: expand them first. Never throws.
 */
export function parsePromql(query: string): ParsedQuery {
  if (query.length > MAX_LENGTH)
    return refused('limit', `The query is longer than ${MAX_LENGTH} characters`, 0, query.length)
  if (!/\S/.test(query)) return refused('syntax', 'The query is empty', 0, query.length)
  const parsed = parse(query)
  return parsed.ok ? checkQuery(parsed.tree, query) : syntaxError(query, parsed.at)
}

/** `5.` is a number for Prometheus and none for the grammar: its point gives way to a space, so that places stay. */
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
    selectors: [],
    joins: [],
    experimental: [],
    type: undefined,
  }
}

/** Functions that a newer Prometheus knows by another name. */
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
      ? `There is no function ${name} in Prometheus 3, where it is called ${renamed}`
      : `There is no function ${JSON.stringify(name)}`
    return refused('syntax', message, called.index, called.index + name.length)
  }
  const token = /^(?:[a-zA-Z_:][a-zA-Z0-9_:]*|\d[\w.]*|[=!<>]=?~?|["'`]|\S)/.exec(after.trimStart())?.[0]
  const from = token === undefined ? query.length : query.indexOf(token, offset)
  const message = token === undefined ? 'The query ends too early' : `Unexpected ${JSON.stringify(token)}`
  return refused('syntax', `${message}${expectation(before, token)}`, from, from + (token?.length ?? 0))
}

/** What is most likely missing: the closing of whatever is open. */
function expectation(before: string, token: string | undefined): string {
  const open = openBrackets(before)
  if (open === undefined) return ': a quoted text before it is not closed'
  const closing = { '(': ')', '[': ']', '{': '}' }[open.at(-1) ?? '']
  if (closing && token !== closing)
    return ` inside ${open.at(-1)}: is a ${JSON.stringify(closing)} missing before it?`
  return ''
}

/** The brackets that are open at the end of a text; undefined when a quoted text is. */
function openBrackets(text: string): string[] | undefined {
  const open: string[] = []
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#.*|["'`()[\]{}]/g)) {
    if (/^["'`]$/.test(token)) return undefined
    if ('([{'.includes(token)) open.push(token)
    else if (')]}'.includes(token)) open.pop()
  }
  return open
}
