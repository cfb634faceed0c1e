import type { NormalDashboard } from './grafana-dashboard.ts'
import { canonical, equalJson, isObject, type Json, sha256, tooDeep } from './grafana-json.ts'

/** A dashboard as Grafana serves it. */
export interface StoredDashboard {
  uid: string
  folderUid: string
  json: Json
  provisioned: boolean
}

/**
 * How a stored dashboard stands to the one that we want.
 * `changed`: ours, as we last wrote it, and the file says something else now. `edited`: somebody changed or moved it
 * since, or it came here without us. `foreign`: somebody else's, in another folder or of another deployment.
 */
export type Standing =
  | 'absent'
  | 'unchanged'
  | 'changed'
  | 'edited'
  | 'foreign'
  | 'other-deployment'
  | 'provisioned'

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
function contentOf(json: Json): Json {
  const { id, uid, version, refresh, [MARK]: mark, ...content } = json
  return content
}

const digestOf = (json: Json, folderUid: string): string =>
  sha256(canonical([contentOf(json), folderUid])).slice(0, 32)

/** The JSON that is sent: the dashboard with our mark. */
export function marked({ json }: NormalDashboard, deployment: string, folderUid: string): Json {
  const mark: Mark = { deployment, digest: digestOf(json, folderUid), refresh: json.refresh ?? null }
  return { ...json, [MARK]: mark }
}

function markOf(json: Json): Mark | undefined {
  const mark = json[MARK]
  if (!isObject(mark) || typeof mark.deployment !== 'string' || typeof mark.digest !== 'string')
    return undefined
  return { deployment: mark.deployment, digest: mark.digest, refresh: mark.refresh }
}

/** The deployment that wrote a dashboard, if it was one of ours. */
export const writerOf = (json: Json): string | undefined => markOf(json)?.deployment

/** Where a dashboard belongs, and whose it is. */
export interface Place {
  deployment: string
  folderUid: string
}

export function standing(
  wanted: NormalDashboard,
  stored: StoredDashboard | undefined,
  { deployment, folderUid }: Place,
): Standing {
  if (!stored) return 'absent'
  const mark = markOf(stored.json)
  if (mark && mark.deployment !== deployment) return 'other-deployment'
  const refresh = wanted.json.refresh ?? null
  const refreshed =
    refresh === (stored.json.refresh ?? null) || (mark !== undefined && refresh === mark.refresh)
  const same = stored.folderUid === folderUid && equalJson(contentOf(stored.json), contentOf(wanted.json))
  if (same && refreshed) return 'unchanged'
  if (stored.provisioned) return 'provisioned'
  if (!mark) return stored.folderUid === folderUid ? 'edited' : 'foreign'
  const ours = !tooDeep(stored.json) && mark.digest === digestOf(stored.json, stored.folderUid)
  return ours ? 'changed' : 'edited'
}
