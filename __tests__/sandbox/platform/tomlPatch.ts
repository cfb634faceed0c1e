import { goDuration } from './duration.ts'
import { FlyError } from './errors.ts'

type Table = Record<string, unknown>

/** Brings older spellings of fly.toml into today's form, as flyctl does before it decodes. */
export function patch(raw: Table): Table {
  const config = { ...raw }
  if (config.env !== undefined) config.env = patchEnv(config.env)
  if (config.services !== undefined) config.services = tables(config.services, 'services').map(patchService)
  if (isTable(config.experimental)) config.experimental = patchExperimental(config.experimental)
  if (isTable(config.checks)) config.checks = mapValues(config.checks, patchCheck)
  if (config.kill_timeout !== undefined) config.kill_timeout = duration(config.kill_timeout, 1000)
  merge(config, 'vm', ['compute', 'computes', 'vm'], (item) => stringify(item, 'memory'))
  merge(config, 'mounts', ['mount', 'mounts'], (item) => stringify(item, 'initial_size'))
  merge(config, 'metrics', ['metric', 'metrics'], (item) => item)
  return config
}

function patchEnv(raw: unknown): Table {
  const env = Array.isArray(raw) ? Object.assign({}, ...raw) : raw
  if (!isTable(env)) throw new FlyError(`Do not know how to process 'env' section of type: ${goType(env)}`)
  return mapValues(env, String)
}

function patchService(service: Table): Table {
  const patched = { ...service }
  if (patched.internal_port !== undefined) patched.internal_port = integer(patched.internal_port)
  if (patched.ports !== undefined) {
    patched.ports = tables(patched.ports, 'ports').map((port) =>
      port.port === undefined ? port : { ...port, port: integer(port.port) },
    )
  }
  for (const kind of ['tcp_checks', 'http_checks']) {
    if (patched[kind] !== undefined) patched[kind] = tables(patched[kind], kind).map(patchCheck)
  }
  return patched
}

function patchExperimental(experimental: Table): Table {
  const patched = { ...experimental }
  for (const key of ['cmd', 'entrypoint', 'exec']) {
    if (typeof patched[key] === 'string') patched[key] = [patched[key]]
  }
  return patched
}

function patchCheck(raw: unknown): Table {
  if (!isTable(raw)) throw new FlyError(`'checks' section of unknown type: ${goType(raw)}`)
  const check = { ...raw }
  for (const key of ['interval', 'timeout', 'grace_period']) {
    if (check[key] !== undefined) check[key] = duration(check[key], 1)
  }
  if (isTable(check.headers)) check.headers = mapValues(check.headers, String)
  return check
}

/** Numbers are durations in the given unit (milliseconds of it). */
const duration = (value: unknown, unit: number): unknown =>
  typeof value === 'number' ? goDuration(value * unit) : value

function integer(value: unknown): number {
  if (typeof value === 'number') return Math.trunc(value)
  if (typeof value !== 'string') throw new FlyError(`Unknown type for cast: ${goType(value)}`)
  if (/^[+-]?[0-9]+$/.test(value)) return Number(value)
  throw new FlyError(
    `Can not convert '${value}' to integer: strconv.Atoi: parsing ${JSON.stringify(value)}: invalid syntax`,
  )
}

function merge(config: Table, to: string, from: readonly string[], each: (item: Table) => Table): void {
  const found = from.flatMap((key) => (config[key] === undefined ? [] : tables(config[key], to)))
  for (const key of from) delete config[key]
  if (found.length > 0) config[to] = found.map(each)
}

const stringify = (item: Table, key: string): Table =>
  item[key] === undefined ? item : { ...item, [key]: String(item[key]) }

function tables(raw: unknown, section: string): Table[] {
  if (isTable(raw)) return [raw]
  if (Array.isArray(raw) && raw.every(isTable)) return raw
  throw new FlyError(`Error processing ${section}: Unknown type '${goType(raw)}'`)
}

const mapValues = <T>(table: Table, change: (value: unknown) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]))

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function goType(value: unknown): string {
  if (Array.isArray(value)) return '[]interface {}'
  if (isTable(value)) return 'map[string]interface {}'
  return { string: 'string', number: 'int64', boolean: 'bool' }[
    typeof value as 'string' | 'number' | 'boolean'
  ]
}
