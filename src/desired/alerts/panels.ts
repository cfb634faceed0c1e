/** A panel of one of the shipped dashboards: where an alert sends whoever it wakes. */
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

/** Append only: an id that is in a link somewhere must keep its meaning. */
export const overviewPanels = panels(OVERVIEW_DASHBOARD, [
  'requestRate',
  'errorRate',
  'responseTime',
  'activeUsers',
  'messageRate',
  'connections',
  'cacheHitRatio',
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
])

/** A dashboard's panel in the Grafana at `base`; without one, the path that any Grafana understands. */
export const panelUrl = (ref: PanelRef, base = ''): string =>
  `${base.replace(/(?<!\/)\/+$/, '')}/d/${ref.dashboard}?viewPanel=${ref.panel}`
