import type { Diagnostic } from '../../lib/errors.ts'
import { oneLine } from '../../lib/text.ts'
import type { GrafanaDesired, NormalDashboard, StoredDashboard } from '../../model/grafana.ts'
import { type GrafanaObject, grafanaChange } from './actions.ts'
import { type Attempt, notAttempted } from './attempt.ts'
import { dashboardDifferences } from './dashboard-differences.ts'
import { failedObject, type PlannedObject } from './outcome.ts'
import { OWNERS, type Ownership, ownershipOf, writerOf } from './ownership.ts'

/** What is to become of one dashboard. `blocked`: why nothing can be put into its folder. */
export function diffDashboard(
  dashboard: NormalDashboard,
  read: Attempt<StoredDashboard | undefined>,
  { desired, url, blocked }: { desired: GrafanaDesired; url: string; blocked: Diagnostic | undefined },
): PlannedObject {
  const { file, title, uid, json } = dashboard
  const object: GrafanaObject = { kind: 'dashboard', name: title, file, url: `${url}/d/${uid}` }
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

/** Why a stored dashboard is left as it is: a warning where it is ours, an error where its uid is somebody else's. */
function objection(
  { file, title, uid }: NormalDashboard,
  stored: StoredDashboard | undefined,
  ownership: Ownership,
  always: boolean,
): Diagnostic | undefined {
  const at = { file, line: 1, column: 1 }
  const name = `"${oneLine(title, 100)}" (${uid})`
  if (ownership === 'edited' && !always) {
    // Grafana's own editor drops our mark, so without one it may also be a dashboard that we never wrote.
    const why =
      stored && writerOf(stored.json) !== undefined
        ? 'was changed in Grafana since we last wrote it'
        : `was made or changed by hand in Grafana and differs from ${file}`
    return {
      ...{ code: 'grafana-dashboard-edited', severity: 'warning', at },
      message: `The dashboard ${name} ${why}. It is left as it is.`,
      hint: `Take the change over into ${file}, or set grafana.overwrite: always in monitoring.yml to replace it.`,
    }
  }
  if (ownership === 'provisioned')
    return {
      ...{ code: 'grafana-dashboard-provisioned', severity: 'warning', at },
      message: `The dashboard ${name} is provisioned from a file on the Grafana server and differs from ${file}.`,
      hint: `Remove it there, or give the dashboard in ${file} another uid.`,
    }
  if (ownership === 'other-deployment' || (ownership === 'unmanaged' && !always)) {
    const isUnmanaged = ownership === 'unmanaged'
    const whose = isUnmanaged
      ? `is in another folder (${stored?.folderUid || 'General'})`
      : 'belongs to another deployment'
    return {
      ...{ code: 'grafana-dashboard-clash', severity: 'error', at },
      message: `A dashboard with the uid of ${name} exists already; it ${whose} and was not written by us.`,
      hint: `Give the dashboard in ${file} another uid${isUnmanaged ? ', or set grafana.overwrite: always to take it over' : ''}.`,
    }
  }
  return undefined
}
