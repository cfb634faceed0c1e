import { dirname } from 'node:path'
import { type FlyToml, flyTomlModel, type Section } from '../formats/fly-toml.ts'
import { readToml } from '../formats/toml.ts'
import { scalarText } from '../formats/tree.ts'
import type { SourceLocation } from '../lib/errors.ts'
import { type FoundApp, type FoundService, isAppName, type RepositoryFindings } from './findings.ts'

/** A Fly configuration of the repository; `path` is relative to the working directory. */
export interface FlySource {
  path: string
  text: string
  role: 'app' | 'monitoring'
}

/** An app, its Fly configuration and the endpoints in it that Fly's own Prometheus scrapes. */
export interface ScannedApp extends FoundApp {
  config: string
  region?: Value
  metrics: Omit<FoundService, 'name' | 'app'>[]
}

interface Parsed {
  path: string
  fly: FlyToml
  role: FlySource['role']
  region: Value | undefined
}

/** A value in a file, with its location. */
interface Value {
  value: string
  at: SourceLocation
}

/** The apps of all Fly configurations, one for each folder: `fly.staging.toml` is another environment, not another app. */
export function scanFly(
  sources: readonly FlySource[],
): { apps: ScannedApp[] } & Pick<RepositoryFindings, 'monitoring' | 'places'> {
  const parsed = sources.flatMap(parse)
  const byFolder = Map.groupBy(
    parsed.filter(({ role }) => role === 'app'),
    ({ path }) => dirname(path),
  )
  const chosen = [...byFolder.values()].flatMap(
    (all) => all.toSorted((a, b) => stage(a.path) - stage(b.path))[0] ?? [],
  )
  const apps = chosen.flatMap(scanApp)
  const monitoring = parsed.find(({ role }) => role === 'monitoring')
  return {
    apps: apps.filter(({ app }, i) => apps.findIndex((other) => other.app === app) === i),
    ...(monitoring ? scanMonitoring(monitoring) : { monitoring: {}, places: {} }),
  }
}

function parse({ path, text, role }: FlySource): Parsed[] {
  const read = readToml(text)
  if (!read.ok) return []
  const region = read.table.entries.get('primary_region')
  const name = scalarText(region)
  const value = region && name !== undefined ? { value: name, at: { file: path, ...region.at } } : undefined
  return [{ path, fly: flyTomlModel(read.table), role, region: value }]
}

/** `fly.toml` before `fly.production.toml` before any other. */
function stage(path: string): number {
  const name = path.split('/').at(-1) ?? ''
  return name === 'fly.toml' ? 0 : /^fly\.prod/.test(name) ? 1 : 2
}

function scanApp({ path, fly, region }: Parsed): ScannedApp[] {
  const app = fly.app?.value
  if (!isAppName(app)) return []
  const health = healthPath(fly)
  return [
    {
      app,
      config: path,
      ...(health !== undefined && { health }),
      ...(region && { region }),
      metrics: fly.metrics.flatMap((section) => endpoints(section, path)),
    },
  ]
}

/** The path of a health check that is publicly reachable: one of the main service. */
function healthPath(fly: FlyToml): string | undefined {
  const http = fly.services.find((service) => service.http)
  const checks = [...(http?.checks ?? []), ...(http ? fly.checks : [])]
  return checks.map((check) => check.text('path')?.value).find((path) => path !== undefined)
}

function endpoints(section: Section, file: string): ScannedApp['metrics'] {
  const port = section.number('port')
  if (!port) return []
  const endpoint = {
    port: port.value,
    path: section.text('path')?.value ?? '/metrics',
    at: { file, ...section.at },
  }
  const groups = section.processes.map(({ value }) => value)
  return groups.length === 0 ? [endpoint] : groups.map((process) => ({ ...endpoint, process }))
}

function scanMonitoring({
  path: file,
  fly,
  region,
}: Parsed): Pick<RepositoryFindings, 'monitoring' | 'places'> {
  const [mount] = fly.mounts
  const [vm] = fly.machines
  const app = isAppName(fly.app?.value) ? fly.app : undefined
  const retention = fly.env.findLast(({ key }) => key === 'PROMETHEUS_RETENTION_TIME')
  const image = fly.build?.text('image')
  const volume = defined({
    name: mount?.text('source')?.value,
    size_gb: gigabytes(mount?.text('initial_size')?.value),
  })
  const machine = defined({ size: vm?.text('size')?.value, memory_mb: megabytes(vm) })
  const found = { app, region, retention, image, volume: volume && mount, vm: machine && vm }
  const places = Object.entries(found).flatMap(([key, value]) =>
    value ? [[key, { file, line: value.at.line, column: value.at.column }] as const] : [],
  )
  return {
    monitoring:
      defined({
        app: app?.value,
        region: region?.value,
        retention: retention?.value,
        image: image?.value,
        volume,
        vm: machine,
      }) ?? {},
    places: Object.fromEntries(places),
  }
}

/** The values that are set; undefined when no value is. */
function defined<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } | undefined {
  const present = Object.entries(values).filter(([, value]) => value !== undefined)
  return present.length > 0
    ? (Object.fromEntries(present) as { [K in keyof T]?: NonNullable<T[K]> })
    : undefined
}

/** `10gb`, `10GB`, `10`: whole gigabytes. */
function gigabytes(size: string | undefined): number | undefined {
  const found = /^(\d{1,6})\s*(?:gb?)?$/i.exec(size ?? '')
  return found ? Number(found[1]) : undefined
}

/** `memory = "512mb"`, `memory = "1gb"`, `memory_mb = 512`; a size that is too small for Prometheus is not used. */
function megabytes(vm: Section | undefined): number | undefined {
  const found = /^(\d{1,6})\s*(mb|gb)?$/i.exec(vm?.text('memory')?.value ?? '')
  const unit = found?.[2]?.toLowerCase() === 'gb' ? 1024 : 1
  const n = vm?.number('memory_mb')?.value ?? (found ? Number(found[1]) * unit : 0)
  return n >= 512 ? n : undefined
}
