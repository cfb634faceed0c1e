import { withoutEndSlash } from '../../lib/text.ts'
/** A panel of one of the shipped dashboards: the one that an alert links to. */
export interface PanelRef {
  /** The dashboard's uid. */
  readonly dashboard: string
  /** The panel's id: stable, because links carry it. */
  readonly panel: number
}

export const OVERVIEW_DASHBOARD = 'fechatter-overview'
export const MONITORING_DASHBOARD = 'fechatter-monitoring'

const panels = <const T extends readonly string[]>(dashboard: string, names: T) =>
  Object.fromEntries(names.map((name, i) => [name, { dashboard, panel: i + 1 }])) as Record<
    T[number],
    PanelRef
  >

/** Append only: links contain the ids, so an id must keep its meaning. */
export const overviewPanels = panels(OVERVIEW_DASHBOARD, [
  'requestRate',
  'errorRate',
  'responseTime',
  'activeUsers',
  'messageRate',
  'connections',
  'cacheHitRatio',
  'machinesUp',
  'errorsNow',
  'latencyNow',
  'firingAlerts',
])

export const monitoringPanels = panels(MONITORING_DASHBOARD, [
  'targets',
  'scrapeDuration',
  'samples',
  'series',
  'remoteWriteDelay',
  'remoteWriteLosses',
  'volume',
  'rules',
  'machinesUp',
  'volumeNow',
  'remoteWriteNow',
  'firingAlerts',
])

export const SLO_DASHBOARD = 'deploy-monitoring-slos'

export const sloPanels = panels(SLO_DASHBOARD, ['budgetNow', 'firingAlerts', 'budget', 'burnRate'])

export const FLY_DASHBOARD = 'deploy-monitoring-fly'

export const flyPanels = panels(FLY_DASHBOARD, [
  'memory',
  'exits',
  'volumes',
  'balance',
  'throttled',
  'age',
  'edgeErrors',
  'edgeRequests',
  'latency',
  'machinesUp',
  'edgeErrorsNow',
  'firingAlerts',
])

/** The panels of a dashboard that is made for a service, as far as they have an id whatever the contract declares. */
export const servicePanels = {
  ...{ machinesUp: 1, firingAlerts: 2, errorsNow: 3, latencyNow: 4 },
  ...{ requests: 5, errors: 6, durations: 7 },
} as const

/** The URL of a panel in the Grafana at `base`; without `base`, the path in any Grafana. */
export const panelUrl = (ref: PanelRef, base = ''): string =>
  `${withoutEndSlash(base)}/d/${ref.dashboard}?viewPanel=${ref.panel}`
