import { didYouMean } from '../lib/did-you-mean.ts'
import type { Problem } from '../lib/errors.ts'
import { type Locate, type Path, problem, quote } from './explain.ts'

/** Name of Prometheus' scrape job for itself. */
export const SELF_JOB = 'prometheus'

/** The parts that are compared with each other, still as the user wrote them: any of them may be missing or wrong. */
interface Loose {
  monitoring: Record<string, unknown>
  apps: Record<string, unknown>[]
  services: Record<string, unknown>[]
}

/**
 * What a schema cannot see: names that must be unique, references that must resolve. Works on the raw value, so
 * that these mistakes are told together with those that the schema finds.
 */
export function crossCheck(value: unknown, locate: Locate): Problem[] {
  const file = loosely(value)
  const apps = texts(file.apps.map((app) => app.app))
  return [
    ...duplicates(
      'App',
      file.apps.map((app) => app.app),
      (i) => ['apps', i, 'app'],
      locate,
    ),
    ...duplicates(
      'Service',
      file.services.map((service) => service.name),
      (i) => ['services', i, 'name'],
      locate,
    ),
    ...file.services.flatMap((service, i) => [
      ...unknownApp(service, apps, locate(['services', i, 'app'])),
      ...portTaken(service, file.services.slice(0, i), locate(['services', i, 'port'])),
      ...reservedName(service, locate(['services', i, 'name'])),
    ]),
    ...monitoringApp(file.monitoring, apps, locate),
    ...plainImage(file.monitoring, locate),
  ]
}

function loosely(value: unknown): Loose {
  const map = (v: unknown) =>
    v !== null && typeof v === 'object' && !Array.isArray(v) ? (v as Record<string, unknown>) : {}
  const list = (v: unknown) => (Array.isArray(v) ? v.map(map) : [])
  const top = map(value)
  return { monitoring: map(top.monitoring), apps: list(top.apps), services: list(top.services) }
}

const texts = (values: unknown[]): string[] => values.filter((v) => typeof v === 'string')

function duplicates(what: string, names: unknown[], path: (i: number) => Path, locate: Locate): Problem[] {
  return names.flatMap((name, i) =>
    typeof name === 'string' && names.indexOf(name) < i
      ? problem(
          'config-duplicate',
          `${what} ${quote(name)} is there twice.`,
          'Remove or rename one of the two.',
          locate(path(i)),
        )
      : [],
  )
}

function unknownApp(service: Record<string, unknown>, apps: string[], at: Problem['at']): Problem[] {
  if (typeof service.app !== 'string' || apps.includes(service.app)) return []
  const message = `Service ${quote(service.name)} belongs to app ${quote(service.app)}, which is not in apps.`
  const hint =
    didYouMean(service.app, apps) ??
    `Add it to apps${apps.length > 0 ? `, or use one of: ${apps.join(', ')}` : ''}.`
  return [problem('config-unknown-app', message, hint, at)]
}

function portTaken(
  service: Record<string, unknown>,
  before: Record<string, unknown>[],
  at: Problem['at'],
): Problem[] {
  const twin = before.find(
    (s) => s.app === service.app && s.port === service.port && s.process === service.process,
  )
  if (!twin || service.port === undefined) return []
  const message = `Services ${quote(twin.name)} and ${quote(service.name)} both use port ${quote(service.port)} of app ${quote(service.app)}.`
  return [problem('config-duplicate-port', message, 'Two services on one machine need two ports.', at)]
}

function reservedName(service: Record<string, unknown>, at: Problem['at']): Problem[] {
  if (service.name !== SELF_JOB) return []
  return [
    problem(
      'config-reserved-name',
      `Service name ${quote(SELF_JOB)} is taken: Prometheus scrapes itself under it.`,
      'Choose another name.',
      at,
    ),
  ]
}

function monitoringApp(monitoring: Record<string, unknown>, apps: string[], locate: Locate): Problem[] {
  if (typeof monitoring.app !== 'string' || !apps.includes(monitoring.app)) return []
  const message = `monitoring.app ${quote(monitoring.app)} is also one of apps.`
  return [
    problem(
      'config-monitoring-app',
      message,
      'Prometheus needs an app of its own.',
      locate(['monitoring', 'app']),
    ),
  ]
}

/** The official image runs as nobody, a fresh volume belongs to root: "open /prometheus/queries.active: permission denied". */
function plainImage(monitoring: Record<string, unknown>, locate: Locate): Problem[] {
  const official =
    /^(?:(?:(?:index|registry-1)\.)?docker\.io\/)?prom\/prometheus(?:[:@]|$)|^quay\.io\/prometheus\/prometheus(?:[:@]|$)/
  if (!official.test(String(monitoring.image ?? ''))) return []
  const message =
    'monitoring.image is the plain Prometheus image, which runs as nobody and cannot write to a fresh volume.'
  const hint = 'Leave monitoring.image out, or name an image that was built from Dockerfile.monitoring.'
  return [problem('config-plain-image', message, hint, locate(['monitoring', 'image']))]
}
