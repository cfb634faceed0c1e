import { readAsset } from '../assets.ts'
import { isJsonObject, mapStrings } from '../lib/json-value.ts'
import type { Config } from './schema.ts'

/** A dashboard that ships with this action, for one configuration. */
export interface ShippedDashboard {
  uid: string
  text: string
}

/** Whether a configuration declares Fechatter's metrics: its names and its dashboard are for nobody else. */
export const hasFechatterMetrics = ({ services }: Pick<Config, 'services'>): boolean =>
  services.some(({ metrics }) => 'fechatter_http_requests_total' in metrics)

/** The uid of the dashboard about the monitoring, for Fechatter and for everybody else. */
const MONITORING_UIDS = { fechatter: 'fechatter-monitoring', others: 'deploy-monitoring' } as const

/** What Fechatter's names in the dashboard about the monitoring are for everybody else. */
const NEUTRAL: Readonly<Record<string, string>> = {
  [MONITORING_UIDS.fechatter]: MONITORING_UIDS.others,
  'Fechatter Monitoring': 'Monitoring',
  Fechatter: 'Dashboards',
  fechatter: 'deploy-monitoring',
}

/** The uid under which a configuration has a shipped dashboard. */
export const shippedUid = (uid: string, config: Pick<Config, 'services'>): string =>
  uid === MONITORING_UIDS.fechatter && !hasFechatterMetrics(config) ? MONITORING_UIDS.others : uid

/** The dashboards for which the services have the metrics. Undefined: a configuration that is not complete. */
export function shippedDashboards(config: Pick<Config, 'services'> | undefined): ShippedDashboard[] {
  if (config && hasFechatterMetrics(config))
    return ['fechatter-overview', MONITORING_UIDS.fechatter].map((uid) => ({ uid, text: textOf(uid) }))
  const json: unknown = JSON.parse(textOf(MONITORING_UIDS.fechatter))
  const neutral = mapStrings(json, (text) => NEUTRAL[text] ?? text)
  const tags = isJsonObject(neutral) && Array.isArray(neutral.tags) ? [...new Set(neutral.tags)] : []
  const dashboard = { ...(isJsonObject(neutral) && neutral), tags }
  return [{ uid: MONITORING_UIDS.others, text: `${JSON.stringify(dashboard, null, 2)}\n` }]
}

const textOf = (uid: string): string => readAsset(`dashboards/${uid}.json`)
