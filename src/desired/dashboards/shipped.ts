import { readAsset } from '../../assets.ts'
import { isAgent } from '../../config/engine.ts'
import { hasFlySeries, isOnFlysPrometheus } from '../../config/fly-engine.ts'
import type { Config } from '../../config/schema.ts'
import { isOnFly } from '../../config/services.ts'
import type { Project } from '../../config/sources/project.ts'
import { openDashboard } from '../../formats/dashboard-model.ts'
import { isJsonObject, type JsonObject, objectsIn } from '../../lib/json-value.ts'
import type { DashboardFile } from '../../model/grafana.ts'
import { FLY_DASHBOARD, SLO_DASHBOARD } from '../alerts/panels.ts'
import { forStore } from './agent.ts'
import { colored, neutral } from './dashboard-builder.ts'
import { flyDashboard } from './fly.ts'
import { forFly } from './on-fly.ts'
import { withRemoteWriteTargets } from './remote-write.ts'
import { serviceColors, serviceDashboard, serviceUid } from './service.ts'
import { hasFechatterMetrics, MONITORING_UIDS } from './shipped-panel.ts'
import { sloDashboard } from './slos.ts'

/** A dashboard that ships with this action, or is made by it, for one configuration. */
export interface ShippedDashboard {
  uid: string
  text: string
}

/**
 * The dashboards of a configuration that names none of its own: Fechatter's, or the one about the monitoring and one for
 * each service that declares metrics; with objectives and with Fly's series, theirs too. Undefined: a configuration that is not complete.
 */
export function shippedDashboards(config: Config | undefined): ShippedDashboard[] {
  if (!config) return [monitoring(undefined)]
  return dashboardsOf(config).map((one) => ofEngine(one, config))
}

/** An agent's store and Fly's managed Prometheus are asked in another way than a server. */
function ofEngine({ uid, text }: ShippedDashboard, config: Config): ShippedDashboard {
  const { monitoring, services } = config
  if (isAgent(monitoring)) return made(uid, forStore(JSON.parse(text) as JsonObject, config))
  if (!isOnFlysPrometheus(monitoring)) return { uid, text }
  const meant = services.filter(isOnFly).filter(({ name }) => serviceUid(name) === uid)
  const apps = meant.length > 0 ? meant : config.apps
  return made(
    uid,
    forFly(
      JSON.parse(text) as JsonObject,
      config,
      apps.map(({ app }) => app),
    ),
  )
}

function dashboardsOf(config: Config): ShippedDashboard[] {
  const isOnFlys = isOnFlysPrometheus(config.monitoring)
  if (hasFechatterMetrics(config) && !isOnFlys)
    return [
      { uid: 'fechatter-overview', text: textOf('fechatter-overview') },
      fechatterMonitoring(config),
      ...requestedDashboards(config),
    ]
  const services = config.services.filter(({ metrics }) => Object.keys(metrics).length > 0)
  return [
    ...(isOnFlys ? [] : [monitoring(config)]),
    ...services.map((service) => made(serviceUid(service.name), serviceDashboard(config, service))),
    ...requestedDashboards(config),
  ]
}

/** Dashboards of what a configuration asks for by a key of its own: those that it names do not replace them. */
const requestedDashboards = (config: Config): ShippedDashboard[] => [
  ...(config.slos.length > 0 ? [made(SLO_DASHBOARD, sloDashboard(config))] : []),
  ...(hasFlySeries(config.monitoring) ? [made(FLY_DASHBOARD, flyDashboard(config))] : []),
]

/** The uid in a file of any form: plain, wrapped, or a resource. */
function uidIn({ json }: DashboardFile): unknown {
  const found = openDashboard(json)
  return typeof found === 'string' ? undefined : found.uid
}

/**
 * The dashboards for Grafana: those that the configuration names, or else the shipped ones; always those of objectives and of
 * Fly's series.
 */
export function desiredDashboards({ config, dashboards }: Project): readonly DashboardFile[] {
  const own = new Set<unknown>(dashboards.map(uidIn))
  const shipped = config.grafana.dashboards
    ? requestedDashboards(config).map((one) => ofEngine(one, config))
    : shippedDashboards(config)
  const added = shipped.filter(({ uid }) => !own.has(uid))
  return [
    ...dashboards,
    ...added.map(({ uid, text }) => ({
      file: `dashboards/${uid}.json`,
      json: JSON.parse(text) as JsonObject,
      made: true as const,
    })),
  ]
}

/** Whether a dashboard that an alert leads to will be in Grafana: next to those of a team there are few of this action. */
export function isInGrafana({ config, dashboards }: Project): (uid: string) => boolean {
  if (!config.grafana.dashboards) return () => true
  const uids = new Set(dashboards.map(uidIn))
  for (const { uid } of requestedDashboards(config)) uids.add(uid)
  return (uid) => uids.has(uid)
}

/** The dashboard about the monitoring of Fechatter: the file unchanged, unless the configuration has targets of its own. */
const fechatterMonitoring = (config: Config): ShippedDashboard => {
  const text = textOf(MONITORING_UIDS.fechatter)
  if (config.remote_write.length === 0) return { uid: MONITORING_UIDS.fechatter, text }
  return made(MONITORING_UIDS.fechatter, withRemoteWriteTargets(JSON.parse(text) as JsonObject, config))
}

/** The dashboard about the monitoring without Fechatter's names and services. */
function monitoring(config: Config | undefined): ShippedDashboard {
  const names = {
    [MONITORING_UIDS.fechatter]: MONITORING_UIDS.others,
    'Fechatter Monitoring': 'Monitoring',
  }
  const json = withRemoteWriteTargets(JSON.parse(textOf(MONITORING_UIDS.fechatter)) as JsonObject, config)
  const plain = neutral(json, config?.monitoring.app ?? MONITORING_UIDS.others, names)
  const colors = Object.entries(config ? serviceColors(config) : {})
  return made(MONITORING_UIDS.others, {
    ...plain,
    panels: objectsIn(plain.panels).map((panel) => recolored(panel, colors)),
  })
}

const FECHATTER_LINE = /^\/\^(?:fechatter|notify|analytics|bot)_server/

/** Lines of services in the colours of these services instead of Fechatter's. */
function recolored(panel: JsonObject, colors: readonly (readonly [string, string])[]): JsonObject {
  const fields = isJsonObject(panel.fieldConfig) ? panel.fieldConfig : {}
  const all = objectsIn(fields.overrides)
  const kept = all.filter(
    ({ matcher }) => !(isJsonObject(matcher) && FECHATTER_LINE.test(String(matcher.options))),
  )
  if (kept.length === all.length) return panel
  const added = colors.map(([service, color]) => colored(`/^${service}( |$)/`, color))
  return { ...panel, fieldConfig: { ...fields, overrides: [...added, ...kept] } }
}

const made = (uid: string, json: JsonObject): ShippedDashboard => ({
  uid,
  text: `${JSON.stringify(json, null, 2)}\n`,
})

const textOf = (uid: string): string => readAsset(`dashboards/${uid}.json`)
