import type { Diagnostic } from '../../lib/errors.ts'
import { few, oneLine } from '../../lib/text.ts'
import type { GrafanaDesired, NormalDashboard, StoredDashboard } from '../../model/grafana.ts'
import { type GrafanaObject, grafanaChange } from './actions.ts'
import { type Attempt, notAttempted } from './attempt.ts'
import { dashboardDifferences } from './dashboard-differences.ts'
import { failedObject, type PlannedObject } from './outcome.ts'
import { OWNERS, type Ownership, ownershipOf, writerOf } from './ownership.ts'

/** The change of one dashboard, or its result. `blocked`: why nothing can be written to its folder. */
export function diffDashboard(
  dashboard: NormalDashboard,
  read: Attempt<StoredDashboard | undefined>,
  { desired, url, blocked }: { desired: GrafanaDesired; url: string; blocked: Diagnostic | undefined },
): PlannedObject {
  const { file, title, uid, json } = dashboard
  const object: GrafanaObject = {
    ...{ kind: 'dashboard', name: title, file, url: `${url}/d/${uid}` },
    ...(dashboard.otherDataSources.length > 0 && {
      note: `it also uses other data sources, which are left unchanged: ${oneLine(few(dashboard.otherDataSources, 5), 300)}`,
    }),
  }
  if (blocked) return failedObject(object, notAttempted(blocked))
  if (!read.ok) return failedObject(object, read.problem)
  const stored = read.value
  const { deployment } = desired
  const folderUid = desired.folder.uid
  const ownership = ownershipOf(json, stored, { deployment, folderUid })
  if (ownership === 'unchanged') return { ...object, state: 'unchanged' }
  const refused = objection(dashboard, stored, ownership, desired.overwrite === 'always')
  if (refused) return { ...object, state: refused.severity === 'error' ? 'failed' : 'kept', problem: refused }
  const overwrite = stored !== undefined
  const action = { kind: 'save-dashboard', uid, deployment, folderUid, json, overwrite } as const
  if (!stored) return grafanaChange(object, { becomes: 'created', reason: 'it does not exist yet', action })
  const owner = OWNERS[ownership]
  return grafanaChange(object, {
    becomes: 'updated',
    reason: ownership === 'changed' ? `changed in ${file}` : 'overwritten, as configured',
    diff: dashboardDifferences(stored, action),
    ...(owner && { owner }),
    action,
  })
}

/**
 * Why a stored dashboard is not changed: a warning where it belongs to this deployment, an error where its uid belongs to
 * another dashboard.
 */
function objection(
  { file, title, uid }: NormalDashboard,
  stored: StoredDashboard | undefined,
  ownership: Ownership,
  always: boolean,
): Diagnostic | undefined {
  const at = { file, line: 1, column: 1 }
  const name = `"${oneLine(title, 100)}" (${uid})`
  if (ownership === 'edited' && !always) {
    // Grafana's editor drops the mark, so a dashboard without one may also never have been written by this action.
    const why =
      stored && writerOf(stored.json) !== undefined
        ? 'was changed in Grafana since this action last wrote it'
        : `was created or changed manually in Grafana and differs from ${file}`
    return {
      ...{ code: 'grafana-dashboard-edited', severity: 'warning', at },
      message: `The dashboard ${name} ${why}. It was left unchanged.`,
      hint: `Copy the change to ${file}, or set \`grafana.overwrite: always\` in monitoring.yml to replace it.`,
    }
  }
  if (ownership === 'provisioned')
    return {
      ...{ code: 'grafana-dashboard-provisioned', severity: 'warning', at },
      message: `The dashboard ${name} is provisioned from a file on the Grafana server and differs from ${file}.`,
      hint: `Remove it from that server, or give the dashboard in ${file} another uid.`,
    }
  if (ownership === 'other-deployment' || (ownership === 'unmanaged' && !always)) {
    const isUnmanaged = ownership === 'unmanaged'
    const whose = isUnmanaged
      ? `is in another folder (${stored?.folderUid || 'General'})`
      : 'belongs to another deployment'
    return {
      ...{ code: 'grafana-dashboard-clash', severity: 'error', at },
      message: `A dashboard with the uid of ${name} exists already; it ${whose} and was not written by this deployment.`,
      hint: `Give the dashboard in ${file} another uid${isUnmanaged ? ', or set `grafana.overwrite: always` in monitoring.yml to replace it' : ''}.`,
    }
  }
  return undefined
}
