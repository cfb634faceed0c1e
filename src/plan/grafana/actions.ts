import type { JsonObject } from '../../lib/json-value.ts'
import type { Change } from '../change.ts'

/** What a result or a change is about. */
export interface GrafanaObject {
  kind: 'data source' | 'folder' | 'dashboard' | 'rule group' | 'alert rule' | 'contact point' | 'annotation'
  /** Its title, or the file's name where it has none. */
  name: string
  /** The file it came from. */
  file?: string
  /** Absolute. */
  url?: string
  /** What else the log says about it. */
  note?: string
}

/** One thing to do in Grafana, with everything that its requests need except the password of a data source. */
export type GrafanaAction =
  | { kind: 'create-data-source'; uid: string; body: JsonObject }
  | { kind: 'update-data-source'; uid: string; body: JsonObject }
  | { kind: 'create-folder'; uid: string; title: string }
  | { kind: 'rename-folder'; uid: string; title: string }
  | SaveDashboard
  | WriteRuleGroup
  | GrafanaRemoval
  | Annotate

/** Removes what this deployment has written. */
export type GrafanaRemoval =
  | { kind: 'remove-rules'; uids: readonly string[] }
  | { kind: 'remove-dashboard'; uid: string; deployment: string; evenEdited: boolean }
  /** Only an empty one. */
  | { kind: 'remove-folder'; uid: string }
  | { kind: 'remove-data-source'; uid: string }

export interface SaveDashboard {
  kind: 'save-dashboard'
  uid: string
  deployment: string
  folderUid: string
  /** Without the ownership mark. */
  json: JsonObject
  /** For schema v2: the version of the API that it is written with, and the generation that the write results in. */
  v2?: { apiVersion: string; generation: number }
  /** Whether the dashboard is known to exist. */
  overwrite: boolean
}

export interface WriteRuleGroup {
  kind: 'write-rule-group'
  folderUid: string
  title: string
  body: JsonObject & { rules: readonly JsonObject[] }
  /** uids of the rules in it that do not exist yet. */
  fresh: readonly string[]
}

export interface Annotate {
  kind: 'annotate'
  deployment: string
  text: string
  tags: readonly string[]
}

export interface GrafanaChange extends Change<GrafanaAction> {
  object: GrafanaObject
  /** The state of the object once the change is carried out. */
  becomes: 'created' | 'updated' | 'removed'
}

const VERBS = { created: 'create', updated: 'update', removed: 'remove' }

/** The change of an object, with its reason. */
export function grafanaChange(
  object: GrafanaObject,
  change: Pick<GrafanaChange, 'becomes' | 'reason' | 'diff' | 'owner' | 'action'>,
): GrafanaChange {
  return { subject: object.name, what: `${VERBS[change.becomes]} the ${object.kind}`, object, ...change }
}
