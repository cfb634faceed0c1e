import { didYouMean } from '../lib/similar-name.ts'
import { few } from '../lib/text.ts'
import { FLY_JOB } from '../model/fly-series.ts'
import { ALERTMANAGER_JOB, SELF_JOB } from '../model/prometheus.ts'
import { engineConflicts } from './engine-conflicts.ts'
import { flyEngineConflicts } from './fly-engine-conflicts.ts'
import { machineConflicts, noMonitoringApp } from './monitoring-conflicts.ts'
import { remoteWriteConflicts } from './remote-write-conflicts.ts'
import { type ConfigIssue, issueAt, quoteForMessage } from './schema-issues.ts'
import type { ConfigPath } from './schema-paths.ts'
import { scrapeConflicts } from './scrape-conflicts.ts'
import { checkSlos } from './slos.ts'

/** The parts that are compared with each other, before validation: any of them may be missing or of the wrong type. */
interface Loose {
  monitoring: Record<string, unknown>
  apps: Record<string, unknown>[]
  services: Service[]
  alerts: Record<string, unknown>
  slos: Record<string, unknown>[]
  targets: Record<string, unknown>[]
}

type Service = Record<string, unknown>

/**
 * Checks that a schema cannot express: names that must be unique, references that must resolve. Works on the raw value,
 * so that these mistakes are reported together with those that the schema finds.
 */
export function checkReferences(value: unknown): ConfigIssue[] {
  const { monitoring, apps, services, alerts, slos, targets } = loosely(value)
  const appNames = new Set(texts(apps.map(({ app }) => app)))
  const suggested = [...appNames].slice(0, MOST_COMPARED)
  const ports = new Map<string, Service>()
  const pages = new Map<string, Service>()
  return [
    ...duplicates(
      'App',
      apps.map(({ app }) => app),
      (i) => ['apps', i, 'app'],
    ),
    ...duplicates(
      'Service',
      services.map(({ name }) => name),
      (i) => ['services', i, 'name'],
    ),
    ...services.flatMap((service, i) => [
      ...(isKnown(service, appNames) ? [] : unknownApp(service, suggested, ['services', i, 'app'])),
      ...portTaken(service, ports, ['services', i, 'port']),
      ...addressTaken(service, pages, ['services', i, 'addresses']),
      ...reservedName(service, { alerts, monitoring }, ['services', i, 'name']),
      ...scrapeConflicts(service, monitoring, ['services', i]),
    ]),
    ...apps.flatMap(rollbackOfNothing),
    ...(isGiven(value) ? noMonitoringApp(monitoring) : []),
    ...monitoringApp(monitoring, appNames),
    // With Fly's Prometheus there is no such machine, which is one reason for all of them.
    ...(monitoring.engine === 'fly' ? [] : [plainImage, machineConflicts].flatMap((of) => of(monitoring))),
    ...notifiedTwice(alerts),
    ...engineConflicts({ monitoring, alerts }),
    ...flyEngineConflicts({ monitoring, services, alerts, slos, targets }),
    ...checkSlos(slos, services),
    ...remoteWriteConflicts(targets),
  ]
}

function loosely(value: unknown): Loose {
  const map = (v: unknown) => (isMap(v) ? v : {})
  const list = (v: unknown) => (Array.isArray(v) ? v.map(map) : [])
  const top = map(value)
  return {
    monitoring: map(top.monitoring),
    apps: list(top.apps),
    services: list(top.services),
    alerts: map(top.alerts),
    slos: list(top.slos),
    targets: list(top.remote_write),
  }
}

const texts = (values: unknown[]): string[] => values.filter((v) => typeof v === 'string')

function duplicates(what: string, names: unknown[], path: (i: number) => ConfigPath): ConfigIssue[] {
  const seen = new Set<unknown>()
  return names.flatMap((name, i) => {
    const isFirst = !seen.has(name)
    seen.add(name)
    if (isFirst || typeof name !== 'string') return []
    const message = `${what} ${quoteForMessage(name)} exists twice.`
    return issueAt(path(i), 'config/duplicate-name', message, 'Remove or rename one of the two.')
  })
}

/** More apps than a person looks through are not compared one by one. */
const MOST_COMPARED = 100
const MOST_NAMED = 10

const isKnown = ({ app }: Service, apps: ReadonlySet<string>): boolean =>
  typeof app !== 'string' || apps.has(app)

function unknownApp(service: Service, apps: readonly string[], path: ConfigPath): ConfigIssue[] {
  const message = `Service ${quoteForMessage(service.name)} belongs to app ${quoteForMessage(service.app)}, which is not in apps.`
  const hint =
    didYouMean(String(service.app), apps) ??
    `Add it to apps${apps.length > 0 ? `, or use one of: ${few(apps, MOST_NAMED)}` : ''}.`
  return [issueAt(path, 'config/unknown-app', message, hint)]
}

/** `taken`: the first service on each port, as far as they were looked at. */
function portTaken(service: Service, taken: Map<string, Service>, path: ConfigPath): ConfigIssue[] {
  const key = JSON.stringify([service.app, service.port, service.process])
  const twin = taken.get(key)
  if (!twin) taken.set(key, service)
  if (!twin || service.port === undefined) return []
  const message = `Services ${quoteForMessage(twin.name)} and ${quoteForMessage(service.name)} both use port ${quoteForMessage(service.port)} of app ${quoteForMessage(service.app)}.`
  return [issueAt(path, 'config/duplicate-port', message, 'Give each service of an app its own port.')]
}

/** `taken`: the first service with each page, as far as they were looked at. */
function addressTaken(service: Service, taken: Map<string, Service>, path: ConfigPath): ConfigIssue[] {
  if (!Array.isArray(service.addresses)) return []
  return service.addresses.flatMap((address: unknown, i) => {
    if (typeof address !== 'string') return []
    const key = JSON.stringify([address.toLowerCase(), service.path ?? '/metrics'])
    const twin = taken.get(key)
    if (!twin) taken.set(key, service)
    if (!twin) return []
    const of = twin === service ? 'twice' : `also by service ${quoteForMessage(twin.name)}`
    const message = `The address ${quoteForMessage(address)} is scraped ${of}.`
    return [
      issueAt(
        [...path, i],
        'config/duplicate-address',
        message,
        'Remove one of the two, or give them different paths.',
      ),
    ]
  })
}

function reservedName(
  service: Service,
  { alerts, monitoring }: Pick<Loose, 'alerts' | 'monitoring'>,
  path: ConfigPath,
): ConfigIssue[] {
  const reserved = new Map<unknown, string>([
    [SELF_JOB, 'itself'],
    ...(alerts.notify === undefined
      ? []
      : [[ALERTMANAGER_JOB, 'the Alertmanager of alerts.notify'] as const]),
    ...(monitoring.fly_metrics === true ? [[FLY_JOB, "Fly's managed Prometheus"] as const] : []),
  ])
  const what = reserved.get(service.name)
  if (what === undefined) return []
  const message = `The service name ${quoteForMessage(service.name)} is reserved: Prometheus scrapes ${what} under it.`
  return [issueAt(path, 'config/reserved-name', message, 'Choose another name.')]
}

/** An app that others deploy is not rolled back by this action. */
function rollbackOfNothing(app: Record<string, unknown>, i: number): ConfigIssue[] {
  if (app.deploy !== false || app.rollback_on_failure !== true) return []
  const message = `apps[${i}].rollback_on_failure has no effect with deploy: false: an app that is not deployed here is not rolled back.`
  return [
    issueAt(['apps', i, 'rollback_on_failure'], 'config/value', message, 'Remove one of the two.', 'key'),
  ]
}

/** The schema reports it where there is no map at all. */
const isGiven = (value: unknown): boolean => isMap(value) && isMap(value.monitoring)

const isMap = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

function monitoringApp(monitoring: Record<string, unknown>, apps: ReadonlySet<string>): ConfigIssue[] {
  if (typeof monitoring.app !== 'string' || !apps.has(monitoring.app)) return []
  const message = `monitoring.app ${quoteForMessage(monitoring.app)} is also one of apps.`
  return [
    issueAt(
      ['monitoring', 'app'],
      'config/monitoring-app',
      message,
      'Choose another name: Prometheus needs its own app.',
    ),
  ]
}

/** A contact point of Grafana and an Alertmanager would both send every alert. */
function notifiedTwice({ receiver, notify }: Record<string, unknown>): ConfigIssue[] {
  if (receiver === undefined || notify === undefined) return []
  const message =
    'alerts.notify and alerts.receiver are both set: the Alertmanager and Grafana would notify people twice of every alert.'
  return [issueAt(['alerts', 'notify'], 'config/notified-twice', message, 'Remove one of the two.', 'key')]
}

/** The official image runs as the user nobody, a new volume belongs to root: "open /prometheus/queries.active: permission denied". */
function plainImage(monitoring: Record<string, unknown>): ConfigIssue[] {
  if (!isPlainPrometheus(String(monitoring.image ?? ''))) return []
  const message =
    'monitoring.image is the plain Prometheus image, which runs as the user nobody and cannot write to a new volume.'
  const hint = 'Leave monitoring.image out, or name an image that was built from Dockerfile.monitoring.'
  return [issueAt(['monitoring', 'image'], 'config/plain-image', message, hint)]
}

/** Whether an image is the official one of Prometheus, under any of the names that it is published with. */
export const isPlainPrometheus = (image: string): boolean =>
  /^(?:(?:(?:index|registry-1)\.)?docker\.io\/)?prom\/prometheus(?:[:@]|$)|^quay\.io\/prometheus\/prometheus(?:[:@]|$)/.test(
    image,
  )
