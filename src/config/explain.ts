import type { z } from 'zod'
import { didYouMean } from '../lib/did-you-mean.ts'
import type { Located, Problem } from '../lib/errors.ts'
import { configSchema, NOT_YET } from './schema.ts'

export type Path = readonly PropertyKey[]
type Issue = z.core.$ZodIssue

/** Finds the place of a path in the file, or of its nearest ancestor that is written there. */
export type Locate = (path: Path, what?: 'key' | 'value') => Located | undefined

/** One issue of the validator as problems in the user's words. */
export function schemaProblems(issue: Issue, value: unknown, locate: Locate): Problem[] {
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
  if ((issue.code === 'invalid_type' || issue.code === 'invalid_value') && given === undefined)
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

/** An error of the configuration, at its place where it has one. */
export function problem(code: string, message: string, hint: string, at: Located | undefined): Problem {
  return { code, severity: 'error', message, hint, ...(at && { at }) }
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

/** A value as people recognise it in a message: texts in quotes. */
export const quote = (value: unknown): string => JSON.stringify(value) ?? String(value)

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
