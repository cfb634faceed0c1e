import type { SaveDashboard } from '../../plan/grafana/actions.ts'
import { ownershipOf, withOwnershipMark } from '../../plan/grafana/ownership.ts'
import { type GrafanaSession, writeOnce } from './attempt.ts'

/**
 * Saves a dashboard. When the answer got lost, the dashboard is read before the save is repeated, so that nothing is
 * written twice. `overwrite` is set only for a dashboard that exists: up to Grafana 10 a new dashboard would replace
 * another one with the same title (measured on 10.1).
 */
export function saveDashboard({ grafana }: GrafanaSession, action: SaveDashboard): Promise<void> {
  const { uid, deployment, folderUid, json, overwrite } = action
  const sent = withOwnershipMark(json, action)
  const message = `Written by deploy-monitoring for ${deployment}`
  return writeOnce(
    () => grafana.saveDashboard(sent, { folderUid, overwrite }, message),
    async () => ownershipOf(json, await grafana.dashboard(uid), action) === 'unchanged',
  )
}
