import { distance } from 'fastest-levenshtein'
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { ActionError, type Located, type Problem } from '../lib/errors.ts'
import { type Config, configSchema, NOT_YET } from './schema.ts'

/** A configuration file is a page of text; anything bigger is a mistake or an attack. */
const MAX_BYTES = 1_000_000

type Path = readonly PropertyKey[]
type Issue = z.core.$ZodIssue

/** Finds the place of a path in the file, or of its nearest ancestor that is written there. */
type Locate = (path: Path, what?: 'key' | 'value') => Located | undefined

/**
 * Reads a configuration file. Every mistake in it becomes a problem at its line and column, all of them at once.
 * @throws ActionError `configuration`
 */
export function loadConfig(text: string, file: string): Config {
  if (Buffer.byteLength(text) > MAX_BYTES)
    throw invalid([
      {
        code: 'config-too-large',
        severity: 'error',
        at: { file, line: 1, column: 1 },
        message: `${file} is larger than 1 MB.`,
        hint: 'A configuration file is a page of text. Is this the right file?',
      },
    ])
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, prettyErrors: false })
  const at = (offset: number): Located => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  if (document.errors.length > 0)
    throw invalid(document.errors.map((error) => syntaxProblem(error, at(error.pos[0]))))
  return validate(plainValue(document, file), locator(document, at))
}

/** Checks a configuration value; `locate` says where a path stands in the file, if there is one. */
export function validate(value: unknown, locate: Locate = () => undefined): Config {
  const result = configSchema.safeParse(value)
  if (!result.success)
    throw invalid(result.error.issues.flatMap((issue) => schemaProblems(issue, value, locate)))
  const problems = crossCheck(result.data, locate)
  if (problems.length > 0) throw invalid(problems)
  return result.data
}

function invalid(problems: Problem[]): ActionError {
  const line = (p: Problem) => (p.at?.line ?? 0) * 10_000 + (p.at?.column ?? 0)
  return new ActionError(
    'configuration',
    problems.toSorted((a, b) => line(a) - line(b)),
  )
}

function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 })
  } catch (cause) {
    const problem: Problem = {
      code: 'config-aliases',
      severity: 'error',
      at: { file, line: 1, column: 1 },
      message: `${file} cannot be expanded: ${cause instanceof Error ? cause.message : String(cause)}.`,
      hint: 'Write the values out instead of repeating them with & and *.',
    }
    throw new ActionError('configuration', [problem], { cause })
  }
}

function syntaxProblem(error: { code: string; message: string }, at: Located): Problem {
  return {
    code: 'config-syntax',
    severity: 'error',
    at,
    message: `Not valid YAML: ${error.message}`,
    hint:
      error.code === 'DUPLICATE_KEY'
        ? 'Keep one of the two.'
        : 'Check indentation, quotes and colons around this place.',
  }
}

function locator(document: Document, at: (offset: number) => Located): Locate {
  return (path, what = 'value') => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node =
        what === 'key' && depth === path.length
          ? keyNode(document, path)
          : document.getIn(path.slice(0, depth), true)
      const offset = (node as { range?: [number, number, number] } | undefined)?.range?.[0]
      if (offset !== undefined) return at(offset)
    }
    return at(0)
  }
}

function keyNode(document: Document, path: Path): unknown {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return undefined
  return parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(path.at(-1)))
    ?.key
}

/** One issue of the validator as problems in the user's words. */
function schemaProblems(issue: Issue, value: unknown, locate: Locate): Problem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey([...issue.path, key], locate))
  if (issue.code === 'invalid_union') return unionProblems(issue, value, locate)
  if (issue.code === 'invalid_key')
    return issue.issues.map((inner) =>
      problem(
        'config-value',
        `${quote(issue.path.at(-1))} ${inner.message}.`,
        'Rename it.',
        locate(issue.path, 'key'),
      ),
    )
  const where = pathText(issue.path)
  const given = valueAt(value, issue.path)
  if (issue.code === 'invalid_type' && given === undefined)
    return [
      problem(
        'config-missing',
        `${where} is missing.`,
        `Add ${where}: it has no default.`,
        locate(issue.path),
      ),
    ]
  return [
    problem('config-value', `${where} ${fault(issue, given)}.`, advice(issue, given), locate(issue.path)),
  ]
}

/** The only union is a metric: a type by itself, or an entry. Report the branch that the user meant. */
function unionProblems(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  value: unknown,
  locate: Locate,
): Problem[] {
  const isEntry = typeof valueAt(value, issue.path) === 'object'
  const branch = issue.errors[isEntry ? 1 : 0] ?? []
  return branch.flatMap((inner) =>
    schemaProblems({ ...inner, path: [...issue.path, ...inner.path] } as Issue, value, locate),
  )
}

function fault(issue: Issue, given: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${article(issue.expected)}, not ${describe(given)}`
    case 'invalid_value':
      return `is ${quote(given)}, which is not one of: ${issue.values.join(', ')}`
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `is ${given}; the least is ${issue.minimum}`
        : issue.message
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `is ${given}; the most is ${issue.maximum}`
        : `is too long: at most ${issue.maximum} characters`
    default:
      return `is ${quote(given)}, which ${issue.message}`
  }
}

function advice(issue: Issue, given: unknown): string {
  if (issue.code === 'invalid_value') {
    if (given === 'private') return 'Access "private" is not supported yet. Use password.'
    return didYouMean(String(given), issue.values.map(String)) ?? `Use one of: ${issue.values.join(', ')}.`
  }
  if (issue.code === 'invalid_type' && issue.expected === 'string') return 'Put it in quotes.'
  return 'Change the value.'
}

function unknownKey(path: Path, locate: Locate): Problem {
  const key = String(path.at(-1))
  const pattern = path.map((part) => (typeof part === 'number' ? '*' : String(part))).join('.')
  if (NOT_YET.includes(pattern))
    return problem(
      'config-not-yet',
      `${pathText(path)} is not supported yet.`,
      'Remove it; a later release knows it.',
      locate(path, 'key'),
    )
  const siblings = knownKeys(path.slice(0, -1))
  const hint =
    didYouMean(key, siblings) ?? (siblings.length > 0 ? `Known here: ${siblings.join(', ')}.` : 'Remove it.')
  return problem('config-unknown-key', `${pathText(path)} is not a known key.`, hint, locate(path, 'key'))
}

/** The keys that the schema knows at a path, read from the schema itself. */
function knownKeys(path: Path): string[] {
  let node: z.core.$ZodType | undefined = configSchema
  for (const part of path) {
    const shape = unwrap(node)
    node =
      shape?.type === 'object'
        ? shape.shape[String(part)]
        : shape?.type === 'array'
          ? shape.element
          : undefined
  }
  const shape = unwrap(node)
  return shape?.type === 'object' ? Object.keys(shape.shape) : []
}

interface Shape {
  type: string
  shape: Record<string, z.core.$ZodType>
  element: z.core.$ZodType
}

/** The definition behind defaults and optionals. */
function unwrap(node: z.core.$ZodType | undefined): Shape | undefined {
  let def = node?._zod.def as unknown as (Shape & { innerType?: z.core.$ZodType }) | undefined
  while (def?.innerType) def = def.innerType._zod.def as unknown as Shape & { innerType?: z.core.$ZodType }
  return def
}

/** What the schema cannot see: names that must be unique, references that must resolve. */
function crossCheck(config: Config, locate: Locate): Problem[] {
  const problems: Problem[] = []
  const apps = config.apps.map((app) => app.app)
  unique(apps, (i) => ['apps', i, 'app'], 'App', locate, problems)
  unique(
    config.services.map((s) => s.name),
    (i) => ['services', i, 'name'],
    'Service',
    locate,
    problems,
  )
  for (const [i, service] of config.services.entries()) {
    if (!apps.includes(service.app))
      problems.push(
        problem(
          'config-unknown-app',
          `Service ${quote(service.name)} belongs to app ${quote(service.app)}, which is not in apps.`,
          didYouMean(service.app, apps) ?? `Add it to apps, or use one of: ${apps.join(', ')}.`,
          locate(['services', i, 'app']),
        ),
      )
    const twin = config.services.findIndex(
      (s) => s.app === service.app && s.port === service.port && s.process === service.process,
    )
    if (twin < i)
      problems.push(
        problem(
          'config-duplicate-port',
          `Services ${quote(config.services[twin]?.name)} and ${quote(service.name)} both use port ${service.port} of app ${quote(service.app)}.`,
          'Two services on one machine need two ports.',
          locate(['services', i, 'port']),
        ),
      )
  }
  if (apps.includes(config.monitoring.app))
    problems.push(
      problem(
        'config-monitoring-app',
        `monitoring.app ${quote(config.monitoring.app)} is also one of apps.`,
        'Prometheus needs an app of its own.',
        locate(['monitoring', 'app']),
      ),
    )
  if (/^(docker\.io\/)?prom\/prometheus(:|@|$)/.test(config.monitoring.image ?? ''))
    problems.push(
      problem(
        'config-plain-image',
        'monitoring.image is the plain prom/prometheus image, which runs as nobody and cannot write to a fresh volume.',
        'Leave monitoring.image out, or name an image that was built from Dockerfile.monitoring.',
        locate(['monitoring', 'image']),
      ),
    )
  return problems
}

function unique(
  names: string[],
  path: (i: number) => Path,
  what: string,
  locate: Locate,
  problems: Problem[],
): void {
  for (const [i, name] of names.entries())
    if (names.indexOf(name) < i)
      problems.push(
        problem(
          'config-duplicate',
          `${what} ${quote(name)} is there twice.`,
          'Remove or rename one of the two.',
          locate(path(i)),
        ),
      )
}

function problem(code: string, message: string, hint: string, at: Located | undefined): Problem {
  return { code, severity: 'error', message, hint, ...(at && { at }) }
}

/** `Did you mean "x"?` for a near miss, else undefined. */
export function didYouMean(given: string, known: readonly string[]): string | undefined {
  const near = known.map((k) => ({ k, d: distance(given, k) })).toSorted((a, b) => a.d - b.d)[0]
  return near && near.d <= Math.max(1, Math.floor(near.k.length / 3))
    ? `Did you mean "${near.k}"?`
    : undefined
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (v, part) => (v as Record<PropertyKey, unknown> | undefined | null)?.[part],
    value,
  )
}

/** `services[1].port`, as people write paths. */
function pathText(path: Path): string {
  if (path.length === 0) return 'The file'
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part),
    '',
  )
}

const quote = (value: unknown): string => JSON.stringify(value) ?? String(value)

function describe(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a map' : quote(value)
}

function article(type: string): string {
  const names: Record<string, string> = {
    object: 'a map',
    record: 'a map',
    array: 'a list',
    string: 'text',
    int: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  }
  return names[type] ?? type
}
