import { safeParse } from 'valibot'
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
  YAMLParseError,
} from 'yaml'
import { ActionError, type Diagnostic, type SourceLocation } from '../lib/errors.ts'
import type { TextFile } from '../lib/workspace.ts'
import { checkReferences } from './cross-references.ts'
import { type Config, configSchema } from './schema.ts'
import { type ConfigIssue, schemaIssues } from './schema-issues.ts'
import type { ConfigPath } from './schema-paths.ts'

/** A configuration file is a page of text. */
const MAX_BYTES = 100_000

/**
 * Reads a configuration file. Every mistake in it becomes a problem at its line and column, and all are reported at once.
 * @throws ActionError `configuration`
 */
export function loadConfig(text: string, file: string): Config {
  const { document, at } = readDocument(text, file)
  return parseConfig(plainValue(document, file), locator(document, at))
}

/**
 * What a configuration file says, before it is checked.
 * @throws ActionError `configuration` when it is not YAML
 */
export const configValue = (text: string, file: string): unknown =>
  plainValue(readDocument(text, file).document, file)

function readDocument(text: string, file: string): ReturnType<typeof parsed> {
  if (Buffer.byteLength(text) > MAX_BYTES)
    throw invalid([
      {
        code: 'config/too-large',
        severity: 'error',
        at: { file, line: 1, column: 1 },
        message: `${file} is larger than 100 kB.`,
        hint: 'A configuration file is a page of text. Is this the right file?',
      },
    ])
  const { document, at } = parsed(text, file)
  if (document.errors.length > 0)
    throw invalid(document.errors.map((error) => syntaxProblem(error, at(error.pos[0]))))
  return { document, at }
}

/** Finds the place of a path in the file, or of its nearest ancestor that exists there. */
export type Locate = (path: ConfigPath, what?: 'key' | 'value') => SourceLocation | undefined

/** Finds places in a configuration that could be read; it is parsed again at the first question. */
export function locateIn({ text, file }: TextFile): Locate {
  let locate: Locate | undefined
  return (path, what) => {
    if (!locate) {
      const { document, at } = parsed(text, file)
      locate = locator(document, at)
    }
    return locate(path, what)
  }
}

function parsed(text: string, file: string): { document: Document; at: (offset: number) => SourceLocation } {
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    prettyErrors: false,
    // The schema does not accept a set or an ordered map as a map; without their tags they are maps.
    resolveKnownTags: false,
    // Found below: the parser's own check takes a time that grows with the square of the keys.
    uniqueKeys: false,
  })
  visit(document, { Map: (_, map) => void document.errors.push(...keysThatAreTwice(map)) })
  const at = (offset: number): SourceLocation => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  return { document, at }
}

function keysThatAreTwice({ items }: YAMLMap): YAMLParseError[] {
  const seen = new Set<unknown>()
  return items.flatMap(({ key }) => {
    if (!isScalar(key) || !key.range) return []
    const isFirst = !seen.has(key.value)
    seen.add(key.value)
    const [from, to] = key.range
    return isFirst ? [] : new YAMLParseError([from, to], 'DUPLICATE_KEY', 'Map keys must be unique')
  })
}

/** Checks a configuration value; `config` is defined when there are no issues. */
export function check(value: unknown): { config?: Config; issues: ConfigIssue[] } {
  // One issue of each value is enough to report; every value is checked.
  const result = safeParse(configSchema, value, { abortPipeEarly: true })
  const issues = [...schemaIssues(result.issues ?? [], value), ...checkReferences(value)]
  return result.success && issues.length === 0 ? { config: result.output, issues } : { issues }
}

/**
 * Checks a configuration value and fills in the defaults; `locate` finds a path in the file, if there is one.
 * @throws ActionError `configuration`
 */
export function parseConfig(value: unknown, locate: Locate = () => undefined): Config {
  const { config, issues } = check(value)
  if (config) return config
  throw invalid(
    issues.map(({ path, what, ...issue }) => {
      const at = locate(path, what)
      return { ...issue, severity: 'error', ...(at && { at }) }
    }),
  )
}

function invalid(problems: Diagnostic[]): ActionError {
  const line = (p: Diagnostic) => (p.at?.line ?? 0) * 10_000 + (p.at?.column ?? 0)
  return new ActionError(
    'configuration',
    problems.toSorted((a, b) => line(a) - line(b)),
  )
}

function plainValue(document: Document, file: string): unknown {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 50 })
    if (leadsBack(value, [])) throw new Error('an alias leads back to what it is in')
    return value
  } catch (cause) {
    const problem: Diagnostic = {
      code: 'config/aliases',
      severity: 'error',
      at: { file, line: 1, column: 1 },
      message: `${file} cannot be expanded: ${cause instanceof Error ? cause.message : String(cause)}.`,
      hint: 'Write the values out instead of repeating them with & and *.',
    }
    throw new ActionError('configuration', [problem], { cause })
  }
}

/** Whether a value is in itself, by an alias in the map or list that has its anchor. */
const leadsBack = (value: unknown, above: readonly unknown[]): boolean =>
  value !== null &&
  typeof value === 'object' &&
  (above.includes(value) || Object.values(value).some((inner) => leadsBack(inner, [...above, value])))

function syntaxProblem(error: { code: string; message: string }, at: SourceLocation): Diagnostic {
  return {
    code: 'config/syntax',
    severity: 'error',
    at,
    message: `Not valid YAML: ${syntaxMessage(error).replace(/[.:]?$/, '.')}`,
    hint:
      error.code === 'DUPLICATE_KEY'
        ? 'Keep one of the two.'
        : 'Check indentation, quotes and colons around this place.',
  }
}

/** The parser reports a full stack as a syntax error, and its text about several documents is meant for programmers. */
function syntaxMessage({ code, message }: { code: string; message: string }): string {
  if (message.includes('call stack')) return 'it nests too deeply'
  return code === 'MULTIPLE_DOCS' ? 'another document starts here, and only one is accepted' : message
}

function locator(document: Document, at: (offset: number) => SourceLocation): Locate {
  const entries = new WeakMap<YAMLMap, Map<string, Pair>>()
  const entriesOf = (map: YAMLMap) => {
    const known = entries.get(map) ?? new Map(map.items.map((pair) => [nameOf(pair), pair]))
    entries.set(map, known)
    return known
  }
  const pairAt = (node: unknown, key: PropertyKey) =>
    isMap(node) ? entriesOf(node).get(String(key)) : undefined
  return (path, what = 'value') => {
    const nodes: unknown[] = [document.contents]
    for (const key of path) {
      const node = nodes.at(-1)
      nodes.push(isSeq(node) ? node.items[Number(key)] : pairAt(node, key)?.value)
    }
    if (what === 'key') nodes.splice(-1, 1, pairAt(nodes.at(-2), path.at(-1) ?? '')?.key)
    const offset = nodes.map(offsetOf).findLast((one) => one !== undefined)
    return at(offset ?? 0)
  }
}

const nameOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '')

const offsetOf = (node: unknown): number | undefined =>
  (node as { range?: [number, number, number] } | null | undefined)?.range?.[0]
