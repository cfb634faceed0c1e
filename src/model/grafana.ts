import type { JsonObject } from '../lib/json-value.ts'
/** What this deployment wants to be in Grafana. Pure data: compared by `plan/grafana`, written by `apply/grafana`. */
export interface GrafanaDesired {
  /** Name of the monitoring app: the key of uids, tags and of what is ours. */
  deployment: string
  folder: { uid: string; title: string }
  dataSource: OwnDataSource | ExistingDataSource
  dashboards: readonly DashboardFile[]
  /** What happens to a dashboard that was edited by hand since our last write. */
  overwrite: 'unless-edited' | 'always'
  ruleGroups: readonly GrafanaRuleGroup[]
  /** Told once per deployment: the tags, together, are looked for before it is written. */
  annotation?: { text: string; tags: readonly string[] }
}

/** A Prometheus data source that this deployment owns, by its fixed uid (at most 40 characters of `[a-zA-Z0-9_-]`). */
export interface OwnDataSource {
  uid: string
  /** Given when it is created; a person may rename it. */
  name: string
  url: string
  user?: string
  password?: string
  /** The scrape interval, in Prometheus' syntax: the least step of a query. */
  timeInterval: string
}

/** A data source that is there already, by uid or name. */
export interface ExistingDataSource {
  existing: string
  /** One that is this deployment's own, made by another run, and its first name; dashboards may ask it before that. */
  own?: { uid: string; name: string }
}

export interface DashboardFile {
  /** Relative to the workspace, for messages. */
  file: string
  /** As parsed from the file. */
  json: unknown
}

/** A group of Grafana-managed rules; it is one of Grafana's units of evaluation and of our writes. */
export interface GrafanaRuleGroup {
  title: string
  /** Seconds between evaluations, a multiple of 10. */
  interval: number
  rules: readonly GrafanaRule[]
}

/** An alert rule in the words of Grafana's provisioning API; folder, group and organisation are added when it is sent. */
export interface GrafanaRule {
  /** From `ruleUid`: how we know that a rule is ours. */
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
  /** Name of a contact point. Without it the policy tree decides, which we never touch. */
  receiver?: string
}

export interface GrafanaQuery {
  refId: string
  /** Seconds before now. */
  relativeTimeRange: { from: number; to: number }
  /** Our data source, or `__expr__`. */
  datasourceUid: string
  model: Readonly<Record<string, unknown>>
}

/** A data source as Grafana serves it; passwords never come back, only whether they are set. */
export interface StoredDataSource extends JsonObject {
  uid: string
  name: string
  type: string
  url: string
  readOnly: boolean
}

/** A rule as Grafana's provisioning API serves it. */
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

/** A dashboard as Grafana serves it. */
export interface StoredDashboard {
  uid: string
  folderUid: string
  json: JsonObject
  provisioned: boolean
}

export interface StoredFolder {
  uid: string
  title: string
}

/** A dashboard as Grafana is to store it: classic JSON with a uid, without `id` and `version`. */
export interface NormalDashboard {
  file: string
  uid: string
  title: string
  json: JsonObject
}
