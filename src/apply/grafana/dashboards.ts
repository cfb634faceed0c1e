import type { SaveDashboard } from '../../plan/grafana/actions.ts'
import { ownershipOf, ownershipRecord, withOwnershipMark } from '../../plan/grafana/ownership.ts'
import { type GrafanaSession, writeOnce } from './writes.ts'

/**
 * Saves a dashboard. When the answer got lost, the dashboard is read before the save is repeated, so that nothing is
 * written twice. `overwrite` is set only for a dashboard that exists: up to Grafana 10 a new dashboard would replace
 * another one with the same title (measured on 10.1).
 */
export function saveDashboard({ grafana }: GrafanaSession, action: SaveDashboard): Promise<void> {
  const { uid, deployment, folderUid, json, overwrite, v2 } = action
  const message = `Written by deploy-monitoring for ${deployment}`
  const write = v2
    ? () => {
        const record = ownershipRecord(json, deployment, v2.generation)
        const { apiVersion: version } = v2
        return grafana.saveResource({ version, uid, folderUid, spec: json, record, message })
      }
    : () => grafana.saveDashboard(withOwnershipMark(json, action), { folderUid, overwrite }, message)
  const isDone = async () => {
    const stored = await (v2 ? grafana.dashboardAs(v2.apiVersion, uid) : grafana.dashboard(uid))
    return ownershipOf({ json, isV2: v2 !== undefined }, stored, action) === 'unchanged'
  }
  return writeOnce(write, isDone)
}
