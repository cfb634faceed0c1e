import type { BaseIssue } from 'valibot'
import { didYouMean } from '../lib/similar-name.ts'
import { OLD_CODES } from '../model/old-diagnostic-codes.ts'
import { configSchema, NOT_YET } from './schema.ts'

export type ConfigPath = readonly PropertyKey[]
type Issue = BaseIssue<unknown>

/** One mistake in a configuration, at the path of a value or of its key. */
export interface ConfigIssue {
  code: string
  message: string
  hint: string
  path: ConfigPath
  what: 'key' | 'value'
}

/** The issues of the validator, in terms of the configuration file. */
export function schemaIssues(issues: readonly Issue[], value: unknown): ConfigIssue[] {
  return [
    ...overlooked(value, { path: [], schemas: [configSchema] }),
    ...issues.flatMap((issue) => explained(issue, value)),
  ]
}

/** What Valibot accepts: a list in place of a map, and names that it leaves out of maps with arbitrary keys. */
function overlooked(
  value: unknown,
  { path, schemas }: { path: ConfigPath; schemas: Schema[] },
): ConfigIssue[] {
  if (value === null || typeof value !== 'object') return []
  const types = schemas.map(({ type }) => type)
  const isMap = types.includes('strict_object') || types.includes('record')
  if (isMap && Array.isArray(value))
    return [wrongValue(path, 'must be a map, not a list', 'Change the value.')]
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = [...path, Array.isArray(value) ? Number(name) : name]
    if (types.includes('record') && LEFT_OUT.includes(name))
      return [
        issueAt(at, 'config/value', `${quoteForMessage(name)} cannot be a name here.`, 'Rename it.', 'key'),
      ]
    return overlooked(inner, { path: at, schemas: within(schemas, name) })
  })
}

const LEFT_OUT = ['__proto__', 'prototype', 'constructor']

function explained(issue: Issue, value: unknown): ConfigIssue[] {
  const path = pathOf(issue)
  const [parent, last] = [path.slice(0, -1), issue.path?.at(-1)]
  // To Valibot a list is a map with the keys 0, 1 and so on: that it is not a map has been reported already.
  if (last?.type === 'object' && Array.isArray(last.input)) return []
  if (issue.type === 'union') return unionIssues(issue, value)
  if (last?.origin === 'key') {
    if (issue.type !== 'strict_object')
      return [
        issueAt(
          path,
          'config/value',
          `${quoteForMessage(path.at(-1))} ${issue.message}.`,
          'Rename it.',
          'key',
        ),
      ]
    if (issue.expected === 'never') return unknownKeys(parent, last.input)
    const where = pathText(path)
    return [issueAt(path, 'config/missing-key', `${where} is missing.`, `Add ${where}: it has no default.`)]
  }
  const given = valueAt(value, path)
  return [wrongValue(path, fault(issue, given, path), advice(issue, given, path))]
}

const pathOf = ({ path = [] }: { path?: readonly { key: unknown }[] | undefined }): ConfigPath =>
  path.map(({ key }) => key as PropertyKey)

const wrongValue = (path: ConfigPath, what: string, hint: string): ConfigIssue =>
  issueAt(path, 'config/value', `${pathText(path)} ${what}.`, hint)

/** The only union is a metric: only a type, or an entry. Reports the branch that the user meant. */
function unionIssues(issue: Issue, value: unknown): ConfigIssue[] {
  const path = issue.path ?? []
  const given = valueAt(value, pathOf(issue))
  const isEntry = typeof given === 'object' && given !== null
  const meant = issue.issues?.filter(
    (inner) => isEntry === (inner.type !== 'picklist' || inner.path !== undefined),
  )
  return (meant ?? []).flatMap((inner) =>
    explained({ ...inner, path: [...path, ...(inner.path ?? [])] } as Issue, value),
  )
}

function fault(issue: Issue, given: unknown, path: ConfigPath): string {
  switch (issue.type) {
    case 'picklist':
      return `is ${quoteForMessage(given)}, which is not ${oneOf(choicesAt(path))}`
    case 'min_value':
      return `is ${given}; the minimum is ${issue.requirement}`
    case 'max_value':
      return `is ${given}; the maximum is ${issue.requirement}`
    case 'min_length':
      return issue.message
    case 'max_length':
      return `is too long: at most ${issue.requirement} characters`
    default:
      return TYPES[issue.type] === undefined
        ? `is ${quoteForMessage(given)}, which ${issue.message}`
        : `must be ${TYPES[issue.type]}, not ${describe(given)}`
  }
}

/** There are too many codes of findings to list them. */
const MANY = 12
const oneOf = (choices: readonly string[]): string =>
  choices.length > MANY ? `one of the ${choices.length} valid values` : `one of: ${choices.join(', ')}`

/** The names of the validator's types in messages. */
const TYPES: Readonly<Record<string, string>> = {
  strict_object: 'a map',
  record: 'a map',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
}

function advice(issue: Issue, given: unknown, path: ConfigPath): string {
  if (issue.type === 'picklist') {
    if (given === 'private') return 'Access "private" is not supported yet. Use password.'
    const choices = choicesAt(path)
    const all = choices.length > MANY ? 'See docs/findings.md.' : `Use one of: ${choices.join(', ')}.`
    // Old names of diagnostics are accepted, and not suggested.
    const suggested = choices.filter((choice) => !OLD_CODES.includes(choice))
    return didYouMean(String(given), suggested) ?? all
  }
  if (issue.type === 'string') return 'Put it in quotes.'
  return 'Change the value.'
}

/** Valibot reports only the first key. */
function unknownKeys(path: ConfigPath, given: unknown): ConfigIssue[] {
  const known = keysAt(path)
  const unknown = Object.keys(given as object).filter((key) => !known.includes(key))
  return unknown.map((key) => unknownKey([...path, key], known))
}

function unknownKey(path: ConfigPath, known: readonly string[]): ConfigIssue {
  const key = String(path.at(-1))
  const pattern = path.map((part) => (typeof part === 'number' ? '*' : String(part))).join('.')
  if (NOT_YET.includes(pattern))
    return issueAt(
      path,
      'config/not-yet',
      `${pathText(path)} is not supported yet.`,
      'Remove it: a later release will support it.',
      'key',
    )
  const hint = didYouMean(key, known) ?? `Valid keys here: ${known.join(', ')}.`
  return issueAt(path, 'config/unknown-key', `${pathText(path)} is not a known key.`, hint, 'key')
}

/** The parts of a schema that are read here, for a schema of any kind. */
interface Schema {
  type: string
  entries?: Readonly<Record<string, Schema>>
  /** Of a list, or of a map with arbitrary keys. */
  item?: Schema
  value?: Schema
  wrapped?: Schema
  options?: readonly (Schema | string)[]
}

/** The schemas of a value at this path: more than one where there is a union. */
const schemasAt = (path: ConfigPath): Schema[] => path.reduce<Schema[]>(within, [configSchema])

/** The schemas of a value one level down. */
const within = (schemas: readonly Schema[], key: PropertyKey): Schema[] =>
  schemas.flatMap(({ entries, item, value }) => branches(entries?.[String(key)] ?? item ?? value))

function branches(schema: Schema | string | undefined): Schema[] {
  if (schema === undefined || typeof schema === 'string') return []
  if (schema.wrapped) return branches(schema.wrapped)
  return schema.type === 'union' ? (schema.options ?? []).flatMap(branches) : [schema]
}

const keysAt = (path: ConfigPath): string[] =>
  schemasAt(path).flatMap(({ entries = {} }) => Object.keys(entries))

const choicesAt = (path: ConfigPath): string[] =>
  schemasAt(path).flatMap(({ type, options }) => (type === 'picklist' ? (options ?? []).map(String) : []))

/** Makes an issue at a path. */
export const issueAt = (
  path: ConfigPath,
  code: string,
  message: string,
  hint: string,
  what: ConfigIssue['what'] = 'value',
): ConfigIssue => ({ code, message, hint, path, what })

function valueAt(value: unknown, path: ConfigPath): unknown {
  return path.reduce<unknown>(
    (v, part) => (v as Record<PropertyKey, unknown> | undefined | null)?.[part],
    value,
  )
}

/** A path as text: `services[1].port`. */
export function pathText(path: ConfigPath): string {
  if (path.length === 0) return 'The file'
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part),
    '',
  )
}

/** A value in a message: texts in quotes. */
export const quoteForMessage = (value: unknown): string =>
  typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))

function describe(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a map' : quoteForMessage(value)
}
