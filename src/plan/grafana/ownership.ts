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
 * Whose the stored dashboard is, and whether it is as we want it.
 * `changed`: ours, as we last wrote it, and the file says something else now. `edited`: somebody changed or moved it
 * since, or it came here without us. `unmanaged`: in another folder, and never written by us.
 */
export type Ownership =
  | 'absent'
  | 'unchanged'
  | 'changed'
  | 'edited'
  | 'unmanaged'
  | 'other-deployment'
  | 'provisioned'

/** The same in the words of a change. */
export const OWNERS: Readonly<Partial<Record<Ownership, Owner>>> = {
  changed: 'ours',
  edited: 'edited',
  unmanaged: 'unmanaged',
}

/**
 * Our memory of the last write, kept in the dashboard itself: labels and annotations of the resource are lost at the
 * next save through /api, an unknown key of the JSON is stored as it is (both measured on Grafana 12.4). An edit through
 * the API keeps the key and so no longer matches its digest; Grafana's own editor writes only what it knows and drops it.
 */
const MARK = '__deployMonitoring'

interface Mark {
  deployment: string
  digest: string
  refresh: unknown
}

/**
 * What is compared: all but what the server numbers and `refresh`, the one field that Grafana rewrites (to its
 * min_refresh_interval).
 */
export function contentOf(json: JsonObject): JsonObject {
  const { id, uid, version, refresh, [MARK]: mark, ...content } = json
  return content
}

const digestOf = (json: JsonObject, folderUid: string): string =>
  sha256(canonicalJson([contentOf(json), folderUid])).slice(0, 32)

/** Where a dashboard belongs, and whose it is. */
export interface DashboardPlace {
  deployment: string
  folderUid: string
}

/** The JSON that is sent: the dashboard with our mark. */
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

/** The deployment that wrote a dashboard, if it was one of ours. */
export const writerOf = (json: JsonObject): string | undefined => markOf(json)?.deployment

/** How a stored dashboard relates to the JSON that we want at a place. */
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
