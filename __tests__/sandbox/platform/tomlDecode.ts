import { goDuration, parseGoDuration } from './duration.ts'
import { FlyError } from './errors.ts'
import type { FlyToml } from './flyToml.ts'
import { configSchema, type Schema, type StructSchema } from './tomlSchema.ts'

/**
 * The patched table as flyctl's structs hold it: unknown keys dropped, durations normalised.
 * A wrong type fails with the words of Go's JSON decoder.
 */
export function decodeConfig(table: Record<string, unknown>): FlyToml {
  return decode(table, configSchema, { struct: 'Config', path: '' }) as FlyToml
}

/** Sections that flyctl has rewritten by the time it looks for unknown keys, and then does not look into (measured). */
const UNSEEN = ['services', 'mounts', 'vm', 'metrics']

/** Keys that no struct of flyctl has: whole sections first, then keys inside sections. */
export function unrecognised(table: Record<string, unknown>): readonly string[] {
  const sections: string[] = []
  const keys: string[] = []
  if (configSchema.kind !== 'struct') return []
  for (const [key, value] of Object.entries(table)) {
    const schema = configSchema.fields[key]
    if (schema === undefined) sections.push(key)
    else if (!UNSEEN.includes(key)) collect(value, schema, key, keys)
  }
  return [...sections, ...keys]
}

function collect(value: unknown, schema: Schema, path: string, found: string[]): void {
  if (schema.kind === 'list' && Array.isArray(value)) {
    value.forEach((item, index) => {
      collect(item, schema.of, `${path}[${index}]`, found)
    })
  } else if (schema.kind === 'map' && isTable(value)) {
    for (const [key, item] of Object.entries(value)) collect(item, schema.of, `${path}.${key}`, found)
  } else if (schema.kind === 'struct' && isTable(value)) {
    for (const [key, item] of Object.entries(value)) {
      const field = schema.fields[key]
      if (field === undefined) found.push(`${path}.${key}`)
      else collect(item, field, `${path}.${key}`, found)
    }
  }
}

interface Place {
  readonly struct: string
  readonly path: string
}

function decode(value: unknown, schema: Schema, at: Place): unknown {
  switch (schema.kind) {
    case 'any':
      return value
    case 'struct':
      return decodeStruct(value, schema, at)
    case 'map':
      if (!isTable(value)) throw mismatch(value, goType(schema), at)
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, decode(item, schema.of, at)]),
      )
    case 'list':
      if (!Array.isArray(value)) throw mismatch(value, goType(schema), at)
      return value.map((item) => decode(item, schema.of, at))
    case 'duration':
      return decodeDuration(value)
    case 'autostop':
      return decodeAutostop(value)
    default:
      if (
        typeof value !== { string: 'string', bool: 'boolean', int: 'number', float64: 'number' }[schema.kind]
      ) {
        throw mismatch(value, goType(schema), at)
      }
      return value
  }
}

function decodeStruct(value: unknown, schema: StructSchema, at: Place): unknown {
  if (!isTable(value)) throw mismatch(value, goType(schema), at)
  const decoded: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(schema.fields)) {
    const item = value[key]
    if (item === undefined || item === null) continue
    const { embedded } = schema
    const own = embedded?.fields.includes(key) ? `${embedded.name}.${key}` : key
    const path = at.path === '' ? own : `${at.path}.${own}`
    decoded[key] = decode(item, field, { struct: schema.name, path })
  }
  return decoded
}

function decodeDuration(value: unknown): string {
  if (typeof value === 'number') return goDuration(value / 1e6)
  const milliseconds = typeof value === 'string' ? parseGoDuration(value) : undefined
  if (milliseconds === undefined) throw new FlyError(`time: invalid duration ${JSON.stringify(value)}`)
  return goDuration(milliseconds)
}

function decodeAutostop(value: unknown): string {
  if (value === true || value === 'stop') return 'stop'
  if (value === false || value === 'off') return 'off'
  if (value === 'suspend') return 'suspend'
  if (typeof value === 'string') throw new FlyError(`invalid autostop string value "${value}"`)
  throw new FlyError('autostop value is not a valid bool or string')
}

function mismatch(value: unknown, type: string, at: Place): FlyError {
  const kind = Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value
  const name = at.path === '' ? 'value' : `struct field ${at.struct}.${at.path}`
  return new FlyError(`json: cannot unmarshal ${kind} into Go ${name} of type ${type}`)
}

function goType(schema: Schema): string {
  if (schema.kind === 'struct') return `appconfig.${schema.name}`
  if (schema.kind === 'list') return `[]${schema.pointers ? '*' : ''}${goType(schema.of)}`
  return schema.kind === 'map' ? `map[string]${goType(schema.of)}` : schema.kind
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
