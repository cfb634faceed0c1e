import type { JsonObject } from '../../lib/json-value.ts'
import type {
  StoredDashboard,
  StoredDataSource,
  StoredFolder,
  StoredRule,
  StoredRuleGroup,
} from '../../model/grafana.ts'
import { alertingRequests } from './alerting.ts'
import { annotationRequests } from './annotations.ts'
import type { DashboardResource, EnoughDashboards } from './dashboard-resources.ts'
import { dashboardRequests } from './dashboards.ts'
import { dataSourceRequests } from './data-sources.ts'
import { type FolderItem, folderRequests } from './folders.ts'
import { createResourceRequests } from './namespace.ts'
import {
  type GrafanaActiveAlert,
  type GrafanaSilence,
  notificationRequests,
  type ReceiverState,
} from './notification.ts'
import { baseUrlOf, createRequests, type GrafanaServer } from './request.ts'

/**
 * The HTTP API of one Grafana, as far as a deployment needs it. Recorded on 12.4 and run against 10.1; statements about
 * 11, 13 and Grafana Cloud come from their documentation. Resources under /apis exist from 12 on. Every refusal is an
 * ActionError whose problem names the request, the answer and what to do.
 */
export interface Grafana {
  /** Base URL without a slash at the end. */
  readonly url: string
  dataSource(by: 'uid' | 'name', value: string): Promise<StoredDataSource | undefined>
  createDataSource(body: JsonObject): Promise<void>
  updateDataSource(uid: string, body: JsonObject): Promise<void>
  /** One that does not exist is no error, as for every removal. */
  deleteDataSource(uid: string): Promise<void>
  /** Whether Grafana itself gets an answer from the data source's server, and its message. */
  dataSourceHealth(uid: string): Promise<{ ok: boolean; message: string }>
  /** `hidden`: it does not exist, or this token may not see it (both are 403 to an Editor). */
  folder(uid: string): Promise<StoredFolder | 'hidden' | undefined>
  /** `taken`: the uid exists already. */
  createFolder(folder: StoredFolder): Promise<'created' | 'taken'>
  renameFolder(folder: StoredFolder): Promise<void>
  /** Grafana removes the dashboards in it too, and refuses when there are rules in it. */
  deleteFolder(uid: string): Promise<void>
  /** The dashboards and folders directly in it, as far as this token may see them. */
  itemsIn(folderUid: string): Promise<FolderItem[]>
  /** How many objects of any kind are in it and below; undefined where this Grafana cannot count them. */
  countIn(folderUid: string): Promise<number | undefined>
  /**
   * All dashboards of the instance as they are stored, page by page until `isEnough`; undefined where this Grafana has no
   * such list. `complete` is false when there are more.
   */
  listDashboards(
    isEnough: EnoughDashboards,
  ): Promise<{ dashboards: StoredDashboard[]; complete: boolean } | undefined>
  /** The uids of the dashboards in a folder, 5,000 at most. */
  dashboardsInFolder(folderUid: string): Promise<Set<string>>
  /** Which of these uids exist. */
  knownDashboards(uids: readonly string[]): Promise<Set<string>>
  /** Also undefined where this token may not read it; a token that may write it may read it. */
  dashboard(uid: string): Promise<StoredDashboard | undefined>
  /**
   * Creates it, or with `overwrite` replaces the one with this uid. `message` goes to the dashboard's list of versions.
   */
  saveDashboard(
    dashboard: JsonObject,
    place: { folderUid: string; overwrite: boolean },
    message: string,
  ): Promise<void>
  /** The versions of the API of dashboards that Grafana serves (`v2beta1`); none before Grafana 12. */
  dashboardVersions(): Promise<readonly string[]>
  /** A dashboard converted to a version of the API. */
  dashboardAs(version: string, uid: string): Promise<StoredDashboard | undefined>
  /** Creates or replaces a dashboard of schema v2. */
  saveResource(resource: DashboardResource): Promise<void>
  deleteDashboard(uid: string): Promise<void>
  /** The model of a library panel; undefined where Grafana does not have it. */
  libraryPanel(uid: string): Promise<JsonObject | undefined>
  rules(): Promise<StoredRule[]>
  ruleGroup(folderUid: string, title: string): Promise<StoredRuleGroup | undefined>
  /** Replaces the whole group; its rules stay editable in Grafana. Returns it as Grafana stored it. */
  putRuleGroup(folderUid: string, title: string, body: JsonObject): Promise<StoredRuleGroup>
  createRule(rule: JsonObject): Promise<void>
  deleteRule(uid: string): Promise<void>
  contactPoints(): Promise<{ name: string; type: string; settings: JsonObject }[]>
  /** The whole policy tree, as Grafana has it. */
  policyTree(): Promise<JsonObject>
  /** The contact points as the Alertmanager in Grafana runs them: also those without an integration. */
  receiverStates(): Promise<ReceiverState[]>
  /** The alerts that fire now, with the contact points that the policies lead each of them to. */
  activeAlerts(): Promise<GrafanaActiveAlert[]>
  silences(): Promise<GrafanaSilence[]>
  /** Whether alerts are sent to other Alertmanagers alone, so that no contact point gets them. */
  isExternalOnly(): Promise<boolean>
  muteTimings(): Promise<{ name: string; time_intervals: unknown[] }[]>
  /** The contact point at the root of the policy tree, and how many routes lead elsewhere. */
  policies(): Promise<{ receiver: string; routes: number }>
  /** All tags of the newest annotation that has these and is not older than `from` (milliseconds since the epoch). */
  lastAnnotation(tags: readonly string[], from: number): Promise<readonly string[] | undefined>
  annotate(annotation: { time: number; text: string; tags: readonly string[] }): Promise<void>
  /** Whether a server answers at this address, with any status below 500. */
  answers(): Promise<boolean>
}

export function createGrafana(server: GrafanaServer): Grafana {
  const requests = createRequests(server)
  const url = baseUrlOf(server.url)
  const askResource = createResourceRequests(requests, url)
  return {
    url,
    answers: requests.answers,
    ...dataSourceRequests(requests),
    ...folderRequests(requests),
    ...dashboardRequests(requests, askResource),
    ...alertingRequests(requests),
    ...notificationRequests(requests, askResource),
    ...annotationRequests(requests),
  }
}
