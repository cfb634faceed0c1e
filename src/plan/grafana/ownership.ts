import {
  canonicalJson,
  equalJson,
  isJsonObject,
  type JsonObject,
  sha256,
  tooDeep,
} from '../../lib/json-value.ts'
import type { StoredDashboard } from '../../model/grafana.ts'
import type { Owner } from '../change.ts'

/**
 * The ownership of a stored dashboard, and whether it is up to date.
 * `changed`: as this deployment last wrote it, and the file has changed since. `edited`: changed or moved in Grafana
 * since, or created in the folder by other means. `unmanaged`: in another folder, and never written by this action.
 */
export type Ownership =
  | 'absent'
  | 'unchanged'
  | 'changed'
  | 'edited'
  | 'unmanaged'
  | 'other-deployment'
  | 'provisioned'

/** The owner of a change, by the ownership of its dashboard. */
export const OWNERS: Readonly<Partial<Record<Ownership, Owner>>> = {
  changed: 'ours',
  edited: 'edited',
  unmanaged: 'unmanaged',
}

/**
 * The record of the last write, kept in the dashboard itself: labels and annotations of the resource are lost at the next
 * save through /api, while an unknown key of the JSON is stored unchanged (both measured on Grafana 12.4). After an edit
 * through the API the key no longer matches its digest; Grafana's editor writes only the keys that it knows and drops it.
 */
const MARK = '__deployMonitoring'

interface Mark {
  deployment: string
  digest: string
  refresh: unknown
}

/**
 * What is compared: everything except the identifiers that the server assigns, and `refresh`, the one field that Grafana
 * rewrites (to its min_refresh_interval).
 */
export function contentOf(json: JsonObject): JsonObject {
  const { id, uid, version, refresh, [MARK]: mark, ...content } = json
  return content
}

const digestOf = (json: JsonObject, folderUid: string): string =>
  sha256(canonicalJson([contentOf(json), folderUid])).slice(0, 32)

/** The folder and the deployment that a dashboard belongs to. */
export interface DashboardPlace {
  deployment: string
  folderUid: string
}

/** The JSON that is sent: the dashboard with the ownership mark. */
export function withOwnershipMark(json: JsonObject, { deployment, folderUid }: DashboardPlace): JsonObject {
  const mark: Mark = { deployment, digest: digestOf(json, folderUid), refresh: json.refresh ?? null }
  return { ...json, [MARK]: mark }
}

function markOf(json: JsonObject): Mark | undefined {
  const mark = json[MARK]
  if (!isJsonObject(mark) || typeof mark.deployment !== 'string' || typeof mark.digest !== 'string')
    return undefined
  return { deployment: mark.deployment, digest: mark.digest, refresh: mark.refresh }
}

/** The deployment that wrote a dashboard; undefined when it was not written by this action. */
export const writerOf = (json: JsonObject): string | undefined => markOf(json)?.deployment

/** How a stored dashboard relates to the desired JSON in a folder. */
export function ownershipOf(
  wanted: JsonObject,
  stored: StoredDashboard | undefined,
  { deployment, folderUid }: DashboardPlace,
): Ownership {
  if (!stored) return 'absent'
  const mark = markOf(stored.json)
  if (mark && mark.deployment !== deployment) return 'other-deployment'
  const refresh = wanted.refresh ?? null
  const refreshed =
    refresh === (stored.json.refresh ?? null) || (mark !== undefined && refresh === mark.refresh)
  const same = stored.folderUid === folderUid && equalJson(contentOf(stored.json), contentOf(wanted))
  if (same && refreshed) return 'unchanged'
  if (stored.provisioned) return 'provisioned'
  if (!mark) return stored.folderUid === folderUid ? 'edited' : 'unmanaged'
  const ours = !tooDeep(stored.json) && mark.digest === digestOf(stored.json, stored.folderUid)
  return ours ? 'changed' : 'edited'
}
