import {
  canonicalJson,
  equalJson,
  isJsonObject,
  type JsonObject,
  jsonOrUndefined,
  sha256,
  tooDeep,
} from '../../lib/json-value.ts'
import type { StoredDashboard } from '../../model/grafana.ts'
import type { Owner } from '../change.ts'

/**
 * The ownership of a stored dashboard, and whether it is up to date.
 * `changed`: as this deployment last wrote it, and the file has changed since. `moved`: only its folder was changed in
 * Grafana since. `edited`: changed in Grafana since, or created in the folder by other means. `unmanaged`: in another
 * folder, and never written by this action. `provisioned`: managed by a file, Git Sync or another tool.
 */
export type Ownership =
  | 'absent'
  | 'unchanged'
  | 'changed'
  | 'moved'
  | 'edited'
  | 'unmanaged'
  | 'other-deployment'
  | 'provisioned'

/** The owner of a change, by the ownership of its dashboard. */
export const OWNERS: Readonly<Partial<Record<Ownership, Owner>>> = {
  changed: 'ours',
  moved: 'edited',
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
  /** Of schema v2: the generation that the write gave to the resource. */
  generation?: number
}

/** A dashboard in the form in which it is sent. */
export interface SentDashboard {
  json: JsonObject
  isV2: boolean
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

/** Grafana adds every key of schema v2 that a file leaves out, with an empty value (recorded on 12.4). */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (!isJsonObject(value)) return value
  const members = Object.entries(value).map(([key, member]) => [key, withoutEmpty(member)] as const)
  return Object.fromEntries(members.filter(([, member]) => !isEmpty(member)))
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === '' ||
  value === false ||
  value === 0 ||
  (typeof value === 'object' && Object.keys(value).length === 0)

const digestOfV2 = (spec: JsonObject): string => sha256(canonicalJson(withoutEmpty(spec))).slice(0, 32)

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

/** The mark of a dashboard of schema v2, as text. `generation`: of the resource after the write. */
export const ownershipRecord = (spec: JsonObject, deployment: string, generation: number): string =>
  JSON.stringify({ deployment, digest: digestOfV2(spec), generation })

function markOf({ json, record }: StoredDashboard): Mark | undefined {
  const mark = record === undefined ? json[MARK] : jsonOrUndefined(record)
  if (!isJsonObject(mark) || typeof mark.deployment !== 'string' || typeof mark.digest !== 'string')
    return undefined
  const { deployment, digest, refresh, generation } = mark
  return { deployment, digest, refresh, ...(typeof generation === 'number' && { generation }) }
}

/** The deployment that wrote a dashboard; undefined when it was not written by this action. */
export const writerOf = (stored: StoredDashboard): string | undefined => markOf(stored)?.deployment

/** How a stored dashboard relates to the desired one in a folder. */
export function ownershipOf(
  wanted: SentDashboard,
  stored: StoredDashboard | undefined,
  { deployment, folderUid }: DashboardPlace,
): Ownership {
  if (!stored) return 'absent'
  const mark = markOf(stored)
  if (mark && mark.deployment !== deployment) return 'other-deployment'
  const isInPlace = stored.folderUid === folderUid
  const isSame = wanted.isV2 ? isSameV2(wanted.json, stored, mark) : isSameClassic(wanted.json, stored, mark)
  if (isSame && isInPlace) return 'unchanged'
  if (stored.manager) return 'provisioned'
  if (!mark) return isInPlace ? 'edited' : 'unmanaged'
  // A classic mark covers the folder: this action may have written the dashboard to another one.
  const isAsWritten = stored.record === undefined && mark.digest === digestIn(stored, stored.folderUid)
  if (isAsWritten) return 'changed'
  if (isInPlace) return isUntouched(stored, mark, folderUid) ? 'changed' : 'edited'
  return isSame || isUntouched(stored, mark, folderUid) ? 'moved' : 'edited'
}

function isSameClassic(wanted: JsonObject, { json }: StoredDashboard, mark: Mark | undefined): boolean {
  const refresh = wanted.refresh ?? null
  const refreshed = refresh === (json.refresh ?? null) || (mark !== undefined && refresh === mark.refresh)
  return refreshed && equalJson(contentOf(json), contentOf(wanted))
}

/** Without its content in schema v2, the generation shows whether a dashboard is still as it was written. */
function isSameV2(wanted: JsonObject, stored: StoredDashboard, mark: Mark | undefined): boolean {
  if (mark?.generation !== undefined && mark.generation === stored.generation)
    return mark.digest === digestOfV2(wanted)
  return stored.isV2 && equalJson(withoutEmpty(stored.json), withoutEmpty(wanted))
}

/** Whether a dashboard is as this action last wrote it, in that folder. */
function isUntouched(stored: StoredDashboard, mark: Mark, folderUid: string): boolean {
  if (mark.generation !== undefined && mark.generation === stored.generation) return true
  return mark.digest === digestIn(stored, folderUid)
}

/** The digest of what is stored, as a write to that folder would record it; undefined where it cannot be known. */
function digestIn({ json, isV2, record }: StoredDashboard, folderUid: string): string | undefined {
  if (tooDeep(json) || isV2 !== (record !== undefined)) return undefined
  return isV2 ? digestOfV2(json) : digestOf(json, folderUid)
}

/** Whether this deployment wrote the dashboard, and no one has changed or moved it since. */
export function isStillOurs(stored: StoredDashboard, deployment: string): boolean {
  const mark = markOf(stored)
  return mark?.deployment === deployment && isUntouched(stored, mark, stored.folderUid)
}
