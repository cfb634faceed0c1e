import type { JsonObject } from '../lib/json-value.ts'
/** The desired state in Grafana. Pure data: compared by `plan/grafana`, written by `apply/grafana`. */
export interface GrafanaDesired {
  /** Name of the monitoring app: the key of uids, tags and of managed objects. */
  deployment: string
  folder: { uid: string; title: string }
  dataSource: OwnDataSource | ExistingDataSource
  dashboards: readonly DashboardFile[]
  /** Whether a dashboard or a rule that was changed by hand since the last write is overwritten. */
  overwrite: 'unless-edited' | 'always'
  ruleGroups: readonly GrafanaRuleGroup[]
  /** Written once per deployment: the tags, together, are searched for before it is written. */
  annotation?: { text: string; tags: readonly string[] }
}

/** A Prometheus data source that this deployment owns, by its fixed uid (at most 40 characters of `[a-zA-Z0-9_-]`). */
export interface OwnDataSource {
  uid: string
  /** Set when it is created; users may rename it. */
  name: string
  url: string
  user?: string
  password?: string
  /** The value of the header Authorization, where it is not basic auth: `FlyV1 fm2_…`. */
  authorization?: string
  /** The scrape interval, in Prometheus' syntax: the least step of a query. */
  timeInterval: string
}

/** A data source that already exists, by uid or name. */
export interface ExistingDataSource {
  existing: string
  /** The data source of this deployment, created by another run, and its initial name; dashboards may refer to it. */
  own?: { uid: string; name: string }
}

export interface DashboardFile {
  /** Relative to the workspace, for messages. */
  file: string
  /** As parsed from the file. */
  json: unknown
  /** It ships with this action or is made from the configuration: the workspace has no such file. */
  made?: true
}

/** A group of Grafana-managed rules: the unit of evaluation in Grafana and of writes by this action. */
export interface GrafanaRuleGroup {
  title: string
  /** Seconds between evaluations, a multiple of 10. */
  interval: number
  rules: readonly GrafanaRule[]
}

/**
 * An alert rule in the format of Grafana's provisioning API; folder, group and organisation are added when it is sent.
 */
export interface GrafanaRule {
  /** From `ruleUid`: identifies the rules that this action manages. */
  uid: string
  title: string
  /** The refId of the query that decides. */
  condition: string
  /** How long the condition must hold, in Prometheus' syntax. */
  for: string
  noDataState: 'OK' | 'NoData' | 'Alerting' | 'KeepLast'
  execErrState: 'OK' | 'Error' | 'Alerting' | 'KeepLast'
  labels: Readonly<Record<string, string>>
  annotations: Readonly<Record<string, string>>
  data: readonly GrafanaQuery[]
  /** Name of a contact point. Without it, the notification policies decide, which this action never changes. */
  receiver?: string
}

export interface GrafanaQuery {
  refId: string
  /** Seconds before now. */
  relativeTimeRange: { from: number; to: number }
  /** The data source of this deployment, or `__expr__`. */
  datasourceUid: string
  model: Readonly<Record<string, unknown>>
}

/** A data source as Grafana returns it; passwords are never returned, only whether they are set. */
export interface StoredDataSource extends JsonObject {
  uid: string
  name: string
  type: string
  url: string
  readOnly: boolean
}

/** A rule as Grafana's provisioning API returns it. */
export interface StoredRule extends JsonObject {
  uid: string
  title: string
  folderUID: string
  ruleGroup: string
}

export interface StoredRuleGroup {
  interval: number
  rules: readonly StoredRule[]
}

/** A dashboard as Grafana returns it. */
export interface StoredDashboard {
  uid: string
  folderUid: string
  /** In the classic schema as it is stored, or converted to it; with `isV2` in schema v2. */
  json: JsonObject
  isV2: boolean
  /** What manages it, so that others must not change it. */
  manager?: DashboardManager
  /** Changes with every write of the content; only of a resource. */
  generation?: number
  /** The record of this action's last write, where the schema has no place for it: an annotation of the resource. */
  record?: string
}

/** `classic-file-provisioning`, `repo` (Git Sync), `terraform`, `kubectl` …, and its name there; may be empty. */
export interface DashboardManager {
  kind: string
  id: string
}

export interface StoredFolder {
  uid: string
  title: string
}

/**
 * A dashboard as it is stored in Grafana: classic JSON with a uid, without `id` and `version`, or the `spec` of schema v2.
 */
export interface NormalDashboard {
  file: string
  /** The workspace has no such file: see `DashboardFile`. */
  made?: true
  uid: string
  title: string
  json: JsonObject
  /** For schema v2: the versions of the API that accept it, the preferred one first. */
  apiVersions?: readonly string[]
  /** The data source of the deployment, to which the dashboard was bound. */
  dataSourceUid: string
  /** Uids and names of other data sources in it that were left unchanged, although they could have been meant for ours. */
  otherDataSources: readonly string[]
  /** The uids of the library panels that it shows. */
  libraryPanels: readonly string[]
}
