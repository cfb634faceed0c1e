import type { PresetNames } from '../inputs/types.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { quoted } from '../lib/quote.ts'
import { list } from '../lib/text.ts'
import { type FoundApp, type FoundService, initNote, isAppName, type RepositoryFindings } from './findings.ts'
import { withoutInvalid } from './invalid-values.ts'
import { type FlySource, type ScannedApp, scanFly } from './scan-fly.ts'
import { type PrometheusSource, type ScannedTarget, scanPrometheus } from './scan-prometheus.ts'
import { withDistinctNames } from './service-names.ts'

/** The files of a repository that describe its monitoring. */
export interface ScanSources {
  fly: readonly FlySource[]
  prometheus: readonly PrometheusSource[]
  /** Files with dashboards, relative to the working directory. */
  dashboards: readonly string[]
}

/** Scans the files of a repository. Names from the options take precedence over those that were found. Pure. */
export function scanRepository(sources: ScanSources, names: PresetNames): RepositoryFindings {
  const { apps: scanned, monitoring, places } = scanFly(sources.fly)
  const prometheus = sources.prometheus.map(scanPrometheus)
  const targets = prometheus.flatMap((file) => file.targets)
  const apps = appsOf(scanned, targets, names)
  const placed = targets.map((target) => place(target, apps))
  const services = withDistinctNames([
    ...placed.flatMap(({ service }) => service ?? []),
    ...(targets.length === 0 ? apps.flatMap((app) => fromMetrics(app, scanned)) : []),
  ])
  const interval = prometheus.find(({ scrapeInterval }) => scrapeInterval)?.scrapeInterval
  const watched = apps.filter(({ app }) => services.some((service) => service.app === app))
  const first = scanned.find(({ app }) => app === (watched[0] ?? apps[0])?.app)
  const region = monitoring.region === undefined ? first?.region : undefined
  const found = {
    apps: watched.length > 0 ? watched : apps.slice(0, 1),
    services,
    monitoring: {
      ...monitoring,
      ...(region && { region: region.value }),
      ...(interval && { scrape_interval: interval.text }),
    },
    places: {
      ...places,
      ...(region && { region: region.at }),
      ...(interval && { scrape_interval: interval.at }),
    },
    dashboards: folders(sources.dashboards),
    from: new Set(targets.map(({ file }) => file)),
    notes: [...prometheus.flatMap(({ notes }) => notes), ...placed.flatMap(({ problem }) => problem ?? [])],
  }
  return withoutInvalid(found, names)
}

/** The apps of the Fly configurations, followed by those that are only scraped, unless they are the same app misspelt. */
function appsOf(
  scanned: readonly ScannedApp[],
  targets: readonly ScannedTarget[],
  names: PresetNames,
): FoundApp[] {
  const own = scanned.map(({ metrics: _, region: __, ...app }): FoundApp => app)
  const named = names.app
  if (named !== undefined) return [own.find(({ app }) => app === named) ?? { ...own[0], app: named }]
  const known = new Set(own.map(({ app }) => app))
  const scrapedOnly = [...new Set(targets.map(({ app }) => app))].filter(
    (app) => isAppName(app) && !known.has(app),
  )
  // One app in the Fly configurations and another name in the targets: the same app with two names.
  const isOneApp = own.length === 1 && scrapedOnly.length === 1 && targets.every(({ app }) => !known.has(app))
  return isOneApp ? own : [...own, ...scrapedOnly.map((app) => ({ app }))]
}

/** The service of a target, with the app that runs it. */
function place(
  target: ScannedTarget,
  apps: readonly FoundApp[],
): { service?: FoundService; problem?: Diagnostic } {
  const { name, app: asked, port, path, process, file, at } = target
  const app = apps.find((known) => known.app === asked)?.app ?? (apps.length === 1 ? apps[0]?.app : undefined)
  if (app === undefined)
    return {
      problem: initNote(
        file,
        at,
        `The app of ${quoted(asked)} is not known, so the target was left out.`,
        `Add the service manually; the apps are ${list(apps.map((known) => known.app))}.`,
      ),
    }
  const service = {
    name,
    app,
    port,
    path,
    ...(process !== undefined && { process }),
    at: { file, line: at.line, column: at.column },
  }
  if (app === asked || !isAppName(asked)) return { service }
  const message = `Prometheus scrapes ${asked}.internal, but the app is ${app}: the name cannot be resolved.`
  return { service, problem: initNote(file, at, message, `The new configuration scrapes ${app} instead.`) }
}

/** The endpoints in fly.toml that Fly's own Prometheus scrapes. */
function fromMetrics({ app }: FoundApp, scanned: readonly ScannedApp[]): FoundService[] {
  const metrics = scanned.find((one) => one.app === app)?.metrics ?? []
  return metrics.map((endpoint) => ({ name: endpoint.process ?? app, app, ...endpoint }))
}

/** A folder for dashboards is listed as a whole, so that new files in it are included. */
function folders(files: readonly string[]): string[] {
  const folderOf = (file: string) => file.slice(0, Math.max(file.lastIndexOf('/'), 0))
  const named = files.map((file) => (/dashboard|grafana/i.test(folderOf(file)) ? folderOf(file) : file))
  return [...new Set(named)].filter((one) => !named.some((other) => one.startsWith(`${other}/`))).toSorted()
}
