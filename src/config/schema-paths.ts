import { configSchema } from './schema.ts'

/** A place in a configuration: keys, and indices of lists. */
export type ConfigPath = readonly PropertyKey[]

/** The parts of a schema that are read here, for a schema of any kind. */
export interface Schema {
  type: string
  entries?: Readonly<Record<string, Schema>>
  /** Of a list, or of a map with arbitrary keys. */
  item?: Schema
  value?: Schema
  wrapped?: Schema
  options?: readonly (Schema | string)[]
  literal?: unknown
}

/** The schema of the whole file. */
export const ROOT: Schema = configSchema

/** The schemas of a value at this path: more than one where there is a union. */
const schemasAt = (path: ConfigPath): Schema[] => path.reduce<Schema[]>(schemasWithin, [ROOT])

/** The schemas of a value one level down. */
export const schemasWithin = (schemas: readonly Schema[], key: PropertyKey): Schema[] =>
  schemas.flatMap(({ entries, item, value }) => branches(entries?.[String(key)] ?? item ?? value))

function branches(schema: Schema | string | undefined): Schema[] {
  if (schema === undefined || typeof schema === 'string') return []
  if (schema.wrapped) return branches(schema.wrapped)
  return schema.type === 'union' || schema.type === 'variant'
    ? (schema.options ?? []).flatMap(branches)
    : [schema]
}

/** The key that decides which variant of a service a map is, and its value where it is left out. */
export const VARIANT_KEY = 'discovery'
const DEFAULT_VARIANT = 'dns'

const literalOf = (schema: Schema | undefined): unknown => schema?.literal ?? schema?.wrapped?.literal

/** The keys of a map as it is given, and those of its other variants. */
export function keysAt(path: ConfigPath, given: object): { known: string[]; others: string[] } {
  const schemas = schemasAt(path)
  const variant = (VARIANT_KEY in given ? given[VARIANT_KEY] : undefined) ?? DEFAULT_VARIANT
  const isChosen = ({ entries }: Schema) => {
    const literal = literalOf(entries?.[VARIANT_KEY])
    return literal === undefined || literal === variant
  }
  const keys = (of: readonly Schema[]) => of.flatMap(({ entries = {} }) => Object.keys(entries))
  return { known: keys(schemas.filter(isChosen)), others: keys(schemas.filter((one) => !isChosen(one))) }
}

/** The texts that a value at this path may be. */
export const choicesAt = (path: ConfigPath): string[] => [
  // Each variant has its own copy of a value.
  ...new Set(
    schemasAt(path).flatMap(({ type, options, literal }) =>
      type === 'picklist' ? (options ?? []).map(String) : type === 'literal' ? [String(literal)] : [],
    ),
  ),
]
