import type { BaseIssue } from 'valibot'
import { didYouMean } from '../lib/similar-name.ts'
import { OLD_CODES } from '../model/old-diagnostic-codes.ts'
import { VARIABLE_KEYS } from './credentials.ts'
import {
  type ConfigPath,
  choicesAt,
  keysAt,
  ROOT,
  type Schema,
  schemasWithin,
  VARIANT_KEY,
} from './schema-paths.ts'
import { adviceAboutSecret, mayBeSecret } from './secret-places.ts'

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
    ...overlooked(value, { path: [], schemas: [ROOT] }),
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
    return overlooked(inner, { path: at, schemas: schemasWithin(schemas, name) })
  })
}

const LEFT_OUT = ['__proto__', 'prototype', 'constructor']

function explained(issue: Issue, value: unknown): ConfigIssue[] {
  const path = pathOf(issue)
  const [parent, last] = [path.slice(0, -1), issue.path?.at(-1)]
  // To Valibot a list is a map with the keys 0, 1 and so on: that it is not a map has been reported already.
  if (last?.type === 'object' && Array.isArray(last.input)) return []
  if (issue.type === 'union') return unionIssues(issue, value)
  if (VARIABLE_KEYS.includes(String(path.at(-1))) && last?.origin !== 'key')
    return [wrongVariable(path, issue)]
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
    if (issue.expected === 'never') return unknownKeys(parent, last.input as object)
    if (isOtherVariant(parent, last.input as object)) return []
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

/** The value may be the secret itself, so it is not quoted. */
function wrongVariable(path: ConfigPath, { message, type }: Issue): ConfigIssue {
  const what = type === 'string' ? 'is not the name of an environment variable' : message
  const hint =
    'Write the name of the variable that has the secret, such as METRICS_TOKEN: capital letters, digits and "_". The secret itself never belongs in this file.'
  return wrongValue(path, what, hint)
}

/** An address may have a password in it, which is not quoted. */
const isAddress = (path: ConfigPath): boolean => /^(?:query_)?url$/.test(String(path.at(-1)))

function fault(issue: Issue, given: unknown, path: ConfigPath): string {
  if (typeof given === 'string' && mayBeSecret(path))
    return TYPES[issue.type] === undefined ? issue.message : `must be ${TYPES[issue.type]}, not text`
  switch (issue.type) {
    case 'variant':
      if (path.at(-1) !== VARIANT_KEY) return `must be a map, not ${describe(given)}`
      return `is ${quoteForMessage(given)}, which is not ${oneOf(choicesAt(path))}`
    case 'picklist':
      return `is ${quoteForMessage(given)}, which is not ${oneOf(choicesAt(path))}`
    case 'min_value':
      return `is ${given}; the minimum is ${issue.requirement}`
    case 'max_value':
      return `is ${given}; the maximum is ${issue.requirement}`
    case 'min_length':
      return issue.message
    case 'max_length':
      return Array.isArray(given)
        ? `has more than ${issue.requirement} entries`
        : `is too long: at most ${issue.requirement} characters`
    default:
      if (TYPES[issue.type] === undefined && isAddress(path)) return issue.message
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
  if (issue.type === 'picklist' || (issue.type === 'variant' && path.at(-1) === VARIANT_KEY)) {
    const choices = choicesAt(path)
    const all = choices.length > MANY ? 'See docs/findings.md.' : `Use one of: ${choices.join(', ')}.`
    // Old names of diagnostics are accepted, and not suggested.
    const suggested = choices.filter((choice) => !OLD_CODES.includes(choice))
    return didYouMean(String(given), suggested) ?? all
  }
  const secret = typeof given === 'string' && mayBeSecret(path) ? adviceAboutSecret(path) : undefined
  if (secret !== undefined) return secret
  if (given === null) return 'Write a value, or remove the line.'
  if (issue.type === 'string') return 'Put it in quotes.'
  return 'Change the value.'
}

/** Valibot reports only the first key. */
function unknownKeys(path: ConfigPath, given: object): ConfigIssue[] {
  const { known, others } = keysAt(path, given)
  const unknown = Object.keys(given).filter((key) => !known.includes(key))
  return unknown.map((key) =>
    others.includes(key) ? keyOfOtherVariant([...path, key], given) : unknownKey([...path, key], known),
  )
}

function keyOfOtherVariant(path: ConfigPath, given: object): ConfigIssue {
  const key = String(path.at(-1))
  const is = VARIANT_KEY in given
  const message = is
    ? `${pathText(path)} has no meaning with ${VARIANT_KEY}: ${quoteForMessage(given[VARIANT_KEY])}.`
    : `${pathText(path)} needs ${VARIANT_KEY}: static.`
  const hint = is
    ? `Remove ${key}, or change ${VARIANT_KEY}: static is for services with addresses, dns for those with an app and a port.`
    : `Add ${VARIANT_KEY}: static, and remove what is for an app on Fly (app, port, process, may_stop).`
  return issueAt(path, 'config/unknown-key', message, hint, 'key')
}

/** Whether a map has keys of another variant and does not say so: its missing keys are no news. */
function isOtherVariant(path: ConfigPath, given: object): boolean {
  const { known, others } = keysAt(path, given)
  return (
    !(VARIANT_KEY in given) && Object.keys(given).some((key) => !known.includes(key) && others.includes(key))
  )
}

function unknownKey(path: ConfigPath, known: readonly string[]): ConfigIssue {
  const key = String(path.at(-1))
  const hint = adviceAboutSecret(path) ?? didYouMean(key, known) ?? `Valid keys here: ${known.join(', ')}.`
  return issueAt(path, 'config/unknown-key', `${pathText(path)} is not a known key.`, hint, 'key')
}

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
function pathText(path: ConfigPath): string {
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
