/** What a Grafana remembers, as far as this project touches it. Shapes and rules: recorded on Grafana 12.4.0. */

export type Role = 'Viewer' | 'Editor' | 'Admin'
export type Json = Record<string, unknown>

export interface DataSource {
  id: number
  uid: string
  name: string
  type: string
  access: string
  url: string
  basicAuth: boolean
  basicAuthUser: string
  isDefault: boolean
  jsonData: Json
  /** Never served; `secureJsonFields` tells which are set. */
  secrets: Record<string, string>
  version: number
  readOnly: boolean
}

export interface Folder {
  id: number
  uid: string
  title: string
  version: number
  parentUid: string
  created: number
  /** Other tokens see a new folder only when their cached permissions are 60 s old [folder.get-viewer-just-created]. */
  maker: string
}

export interface SavedVersion {
  version: number
  message: string
  created: number
  role: Role
}

export interface Dashboard {
  id: number
  uid: string
  /** As stored, without the id and version that the server adds when it serves it. */
  spec: Json
  version: number
  folderUid: string
  provisioned: boolean
  created: number
  updated: number
  message: string
  versions: SavedVersion[]
  /** Set when `spec` was put as a resource of schema v2. */
  storedVersion?: string
  /** Annotations that were put with the resource; a save through /api drops them [k8s.labelled-get-after]. */
  annotations?: Record<string, string>
}

export interface Annotation {
  id: number
  dashboardUID: string
  created: number
  updated: number
  time: number
  timeEnd: number
  text: string
  tags: string[]
}

export interface RuleGroup {
  folderUid: string
  title: string
  interval: number
  rules: Json[]
}

export interface ContactPoint {
  uid: string
  name: string
  type: string
  settings: Json
  disableResolveMessage: boolean
}

export interface State {
  dataSources: DataSource[]
  folders: Folder[]
  dashboards: Dashboard[]
  annotations: Annotation[]
  ruleGroups: RuleGroup[]
  /** The folder of each library panel that is in one. */
  libraryPanelFolders: string[]
  contactPoints: ContactPoint[]
  /** Contact points without an integration: only the Alertmanager's own list has them. */
  emptyContactPoints: string[]
  policies: Json
  /** By contact point, the error of every message that it is sent. */
  receiverErrors: Map<string, string>
  silences: Json[]
  muteTimings: Json[]
  /** Where alerts are sent: `internal`, `external` or `all`. */
  alertmanagersChoice: string
  namespace: string
  /**
   * As with folders and dashboards in the legacy tables: no `/apis` list, and a save that changes nothing is a new
   * version (the real one makes one of every second such save).
   */
  legacy: boolean
  /** As Grafana 10.1, which is legacy too. */
  old: boolean
  /** A page of the list ends after so many, whatever the limit. */
  pageSize: number
  /** A page ends after so many bytes, too (from the source of Grafana 12). */
  pageBytes: number
  /** Versions of dashboard.grafana.app [k8s.apis]. */
  apiVersions: string[]
  /** Models of library panels, by uid. */
  libraryPanels: Map<string, Json>
  /** Path of Grafana's sub-path, '' or '/grafana'. It is part of the urls that Grafana answers with. */
  basePath: string
  lastId: number
}

export function emptyState(
  options: { legacy?: boolean; old?: boolean; namespace?: string; basePath?: string } = {},
): State {
  return {
    dataSources: [],
    folders: [],
    dashboards: [],
    annotations: [],
    ruleGroups: [],
    libraryPanelFolders: [],
    contactPoints: [],
    emptyContactPoints: ['empty'],
    receiverErrors: new Map(),
    silences: [],
    muteTimings: [],
    alertmanagersChoice: 'internal',
    policies: { receiver: 'empty', group_by: ['grafana_folder', 'alertname'] },
    namespace: options.namespace ?? 'default',
    legacy: options.legacy ?? options.old ?? false,
    old: options.old ?? false,
    pageSize: Number.POSITIVE_INFINITY,
    pageBytes: 2 * 1024 * 1024,
    apiVersions: ['v1beta1', 'v0alpha1', 'v2beta1', 'v2alpha1'],
    libraryPanels: new Map(),
    basePath: options.basePath ?? '',
    lastId: 0,
  }
}

export const nextId = (state: State): number => ++state.lastId

/** What a route is given. */
export interface Call {
  state: State
  /** Groups of the route's expression, decoded. */
  params: readonly string[]
  query: URLSearchParams
  /** Parsed body; undefined when there is none or it is not JSON. */
  body: Json | undefined
  raw: string
  method: string
  role: Role
  token: string
  headers: Readonly<Record<string, string | string[] | undefined>>
}

export interface Answer {
  status: number
  body: unknown
  headers?: Record<string, string>
}

export const ok = (body: unknown): Answer => ({ status: 200, body })
export const refused = (status: number, message: string, more: Json = {}): Answer => ({
  status,
  body: { message, ...more },
})

/** 403 as every guarded route gives it. */
export const denied = (needed: string): Answer => ({
  status: 403,
  body: {
    accessErrorId: `ACE${String(Math.floor(Math.random() * 1e10)).padStart(10, '0')}`,
    message: `You'll need additional permissions to perform this action. Permissions needed: ${needed}`,
    title: 'Access denied',
  },
})

/** Grafana's slug of a title. */
export const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Times are served without fractions of a second. */
export const time = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`

/** JSON with sorted keys: equal values give equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) =>
    v !== null && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  )
}

export const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
