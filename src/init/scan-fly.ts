import { dirname } from 'node:path'
import { DURATION } from '../lib/duration.ts'
import { type FlyToml, model, type Section } from '../lint/fly/model.ts'
import { readToml } from '../lint/fly/toml.ts'
import {
  type FoundApp,
  type FoundMonitoring,
  isAppName,
  isPath,
  isPort,
  isProcess,
  isRegion,
} from './found.ts'

/** A Fly configuration as it was found; `path` is relative to the working directory. */
export interface FlySource {
  path: string
  text: string
  role: 'app' | 'monitoring'
}

/** An app's Fly configuration and the endpoints that it tells Fly's own Prometheus about. */
export interface ScannedApp extends FoundApp {
  config: string
  metrics: { port: number; path: string; process?: string }[]
}

interface Parsed {
  path: string
  fly: FlyToml
  role: FlySource['role']
  region: string | undefined
}

/** The apps of all Fly configurations, one for each folder: `fly.staging.toml` is another stage, not another app. */
export function scanFly(sources: readonly FlySource[]): { apps: ScannedApp[]; monitoring: FoundMonitoring } {
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
    monitoring: monitoring ? scanMonitoring(monitoring) : {},
  }
}

function parse({ path, text, role }: FlySource): Parsed[] {
  const read = readToml(text)
  if (!read.ok) return []
  const region = read.table.entries.get('primary_region')
  return [{ path, fly: model(read.table), role, region: region?.kind === 'value' ? region.text : undefined }]
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
      ...(isRegion(region) && { region }),
      metrics: fly.metrics.flatMap(endpoints),
    },
  ]
}

/** Of a check that asks what the public can ask too: the main service's own. */
function healthPath(fly: FlyToml): string | undefined {
  const http = fly.services.find((service) => service.http)
  const checks = [...(http?.checks ?? []), ...(http ? fly.checks : [])]
  return checks.map((check) => check.text('path')?.value).find(isPath)
}

function endpoints(section: Section): ScannedApp['metrics'] {
  const port = section.number('port')?.value ?? 0
  const path = section.text('path')?.value ?? '/metrics'
  if (!isPort(port) || !isPath(path)) return []
  const groups = section.processes.map(({ value }) => value).filter(isProcess)
  return groups.length === 0 ? [{ port, path }] : groups.map((process) => ({ port, path, process }))
}

function scanMonitoring({ fly, region }: Parsed): FoundMonitoring {
  const [mount] = fly.mounts
  const [vm] = fly.machines
  const env = new Map(fly.env.map(({ key, value }) => [key, value]))
  const name = mount?.text('source')?.value
  const size = gigabytes(mount?.text('initial_size')?.value)
  const memory = megabytes(vm)
  const retention = env.get('PROMETHEUS_RETENTION_TIME')
  const image = fly.build?.text('image')?.value
  const kind = vm?.text('size')?.value
  return {
    ...(isAppName(fly.app?.value) && { app: fly.app.value }),
    ...(isRegion(region) && { region }),
    ...(retention !== undefined && DURATION.test(retention) && { retention }),
    ...((name || size) && {
      volume: {
        ...(name !== undefined && /^[a-z0-9_]{1,30}$/.test(name) && { name }),
        ...(size !== undefined && { size_gb: size }),
      },
    }),
    ...((kind || memory) && {
      vm: {
        ...(kind !== undefined && kind !== '' && { size: kind }),
        ...(memory !== undefined && { memory_mb: memory }),
      },
    }),
    // The plain image cannot write to a fresh volume.
    ...(image !== undefined &&
      /^\S+$/.test(image) &&
      !/^(docker\.io\/)?prom\/prometheus\b/.test(image) && { image }),
  }
}

/** `10gb`, `10GB`, `10`: whole gigabytes. */
function gigabytes(size: string | undefined): number | undefined {
  const found = /^(\d{1,3})\s*(?:gb?)?$/i.exec(size ?? '')
  const n = Number(found?.[1])
  return found && n >= 1 && n <= 500 ? n : undefined
}

/** `memory = "512mb"`, `memory = "1gb"`, `memory_mb = 512`; what is too little for Prometheus is not taken over. */
function megabytes(vm: Section | undefined): number | undefined {
  const found = /^(\d{1,6})\s*(mb|gb)?$/i.exec(vm?.text('memory')?.value ?? '')
  const unit = found?.[2]?.toLowerCase() === 'gb' ? 1024 : 1
  const n = vm?.number('memory_mb')?.value ?? (found ? Number(found[1]) * unit : 0)
  return Number.isInteger(n) && n >= 512 ? n : undefined
}
