import type { Config } from '../../config/schema.ts'
import { monitoringPanels, type PanelRef } from '../alerts/panels.ts'
import { serviceUid } from './service.ts'

/** Whether a configuration declares Fechatter's metrics: its names and its dashboard are for nobody else. */
export const hasFechatterMetrics = ({ services }: Pick<Config, 'services'>): boolean =>
  services.some(({ metrics }) => 'fechatter_http_requests_total' in metrics)

/** The uid of the dashboard about the monitoring, for Fechatter and for everybody else. */
export const MONITORING_UIDS = { fechatter: 'fechatter-monitoring', others: 'deploy-monitoring' } as const

/** A panel on the dashboard that a configuration has: with Fechatter's, services have none of their own. */
export function shippedPanel(ref: PanelRef, config: Pick<Config, 'services'>): PanelRef {
  if (hasFechatterMetrics(config))
    return config.services.some(({ name }) => serviceUid(name) === ref.dashboard)
      ? monitoringPanels.targets
      : ref
  return ref.dashboard === MONITORING_UIDS.fechatter ? { ...ref, dashboard: MONITORING_UIDS.others } : ref
}
