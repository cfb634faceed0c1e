import type { Dashboard, Panel } from '@grafana/grafana-foundation-sdk/dashboard'
import { firingAlerts, machinesUp, rows, stat, timeseries } from './panels.ts'
import { dashboard } from './shared.ts'

/** Every dashboard that is made from a configuration starts from these, so that all look the same. */
export interface Looks {
  dashboard: Dashboard
  /** Filled in: title, text, unit, queries, place. */
  timeseries: Panel
  stat: Panel
  table: Panel
  /** Complete. */
  machinesUp: Panel
  firingAlerts: Panel
}

/** The looks as they ship: only the JSON is needed to make a dashboard, and not the SDK. */
export function looks(): Looks {
  const ref = { dashboard: '', panel: 0 }
  const position = { x: 0, y: 0, w: 0, h: 0 }
  const look = { title: '', description: '', unit: 'short', noValue: '', alerts: [], position }
  return {
    dashboard: dashboard({ uid: '', title: '', description: '' }).build(),
    timeseries: timeseries(ref, { ...look, reaches: 1 }).build(),
    stat: stat(ref, look).build(),
    table: rows(ref, look).build(),
    machinesUp: machinesUp(ref, position).build(),
    firingAlerts: firingAlerts(ref, position).build(),
  }
}
