import * as v from 'valibot'
import { ActionError } from '../../lib/errors.ts'
import { isJsonObject, type JsonObject, stringIn } from '../../lib/json-value.ts'
import type { DashboardManager, StoredDashboard } from '../../model/grafana.ts'
import { isUnanswered, isUnavailable } from './errors.ts'
import type { ResourceRequest, ResourceRequests } from './namespace.ts'
import type { GrafanaRequests, GrafanaResponse } from './request.ts'
import { parseResponse, pathSegment } from './response.ts'

const GROUP = 'dashboard.grafana.app'

/** Returns dashboards as they are stored; newer versions migrate them, which prevents a comparison (measured on 12.4). */
const AS_STORED = 'v0alpha1'

/** The annotation of a resource with the record of this action's last write. */
const RECORD = 'deploy-monitoring/record'

/** A page ends after 2 MB, whatever the limit (from the source of Grafana 12). */
const PAGE = 5_000

const resourceShape = v.object({
  metadata: v.object({
    name: v.string(),
    generation: v.optional(v.number()),
    annotations: v.optional(v.record(v.string(), v.string()), {}),
  }),
  spec: v.unknown(),
})
const listShape = v.object({
  metadata: v.object({ continue: v.optional(v.string(), '') }),
  items: v.array(resourceShape),
})
const groupsShape = v.object({
  groups: v.array(
    v.object({
      name: v.string(),
      versions: v.array(v.union([v.string(), v.object({ version: v.string() })])),
    }),
  ),
})

/** Answers of a Grafana that does not serve this (10.1: 404, measured), or does not allow the token to read it. */
const NO_APIS = [400, 403, 404, 405, 406, 501]
const NOT_SERVED = [...NO_APIS, 500]

/** Dashboards as resources of `/apis`, from Grafana 12 on. */
export function createResources({ send }: GrafanaRequests, askResource: ResourceRequests) {
  const ask: Ask = (version, { rest, ...asked }) =>
    askResource({ ...asked, resource: `${GROUP}/${version}`, rest: `dashboards${rest}` })
  let isServed = true
  const read = async (version: string, uid: string): Promise<StoredDashboard | 'not-served' | undefined> => {
    const to = `read the dashboard "${uid}"`
    const answer = await ask(version, { rest: `/${pathSegment(uid)}`, to, expect: NOT_SERVED })
    if (answer.status === 200) return fromResource(parseResponse(answer, resourceShape, to), version)
    return isMissing(answer, uid) || answer.status === 403 ? undefined : 'not-served'
  }
  return {
    list: async (isEnough: EnoughDashboards) => {
      const pages = await listPages(ask, isEnough)
      if ('refusal' in pages) isServed &&= pages.refusal === 403
      return 'refusal' in pages ? undefined : pages
    },
    /** `not-served`: by this Grafana, for any dashboard. */
    readStored: async (uid: string) => {
      if (!isServed) return 'not-served' as const
      const found = await read(AS_STORED, uid).catch(notServedUnlessDown)
      isServed = found !== 'not-served'
      return found
    },
    read: async (version: string, uid: string) => {
      const found = await read(version, uid)
      return found === 'not-served' ? undefined : found
    },
    versions: async (): Promise<readonly string[]> => {
      const to = 'list its APIs'
      const answer = await send({ path: '/apis', to, expect: NO_APIS })
      if (answer.status !== 200) return []
      const group = parseResponse(answer, groupsShape, to).groups.find(({ name }) => name === GROUP)
      return (group?.versions ?? []).map((one) => (typeof one === 'string' ? one : one.version))
    },
    save: async (resource: DashboardResource) => {
      const { version, uid, spec } = resource
      const to = `write the dashboard "${stringIn(spec.title)}"`
      await ask(version, { method: 'PUT', rest: `/${pathSegment(uid)}`, body: bodyOf(resource), to })
    },
  }
}

type Ask = (version: string, asked: Omit<ResourceRequest, 'resource'>) => Promise<GrafanaResponse>

async function listPages(
  ask: Ask,
  isEnough: EnoughDashboards,
): Promise<{ dashboards: StoredDashboard[]; complete: boolean } | { refusal: number }> {
  const to = 'list the dashboards'
  const dashboards: StoredDashboard[] = []
  let next = ''
  for (let pages = 1; ; pages++) {
    const rest = `?limit=${PAGE}${next && `&continue=${pathSegment(next)}`}`
    const answer = await ask(AS_STORED, { rest, to, expect: NOT_SERVED })
    if (answer.status !== 200) return { refusal: answer.status }
    const page = parseResponse(answer, listShape, to)
    dashboards.push(...page.items.map((item) => fromResource(item, AS_STORED)))
    next = page.metadata.continue
    if (!next || (await isEnough(dashboards, pages))) return { dashboards, complete: !next }
  }
}

function bodyOf({ version, uid, folderUid, spec, record, message }: DashboardResource): JsonObject {
  const annotations = {
    ...{ 'grafana.app/folder': folderUid, 'grafana.app/message': message },
    [RECORD]: record,
  }
  return {
    ...{ apiVersion: `${GROUP}/${version}`, kind: 'Dashboard' },
    ...{ metadata: { name: uid, annotations }, spec },
  }
}

export type DashboardResources = ReturnType<typeof createResources>

/** Whether a list may end: after each page but the last, with all that was read so far. */
export type EnoughDashboards = (sofar: readonly StoredDashboard[], pages: number) => Promise<boolean>

/** A dashboard of schema v2 as it is written. A PUT creates it or replaces the one with this uid (recorded). */
export interface DashboardResource {
  version: string
  uid: string
  folderUid: string
  spec: JsonObject
  /** Kept in an annotation: schema v2 drops unknown keys. */
  record: string
  /** For the dashboard's list of versions. */
  message: string
}

/** A page of a proxy in place of the API means that resources are not served, too. */
function notServedUnlessDown(error: unknown): 'not-served' {
  if (!(error instanceof ActionError) || isUnavailable(error) || isUnanswered(error)) throw error
  return 'not-served'
}

/** A 404 also means that Grafana does not know the version; only for a missing dashboard it names the dashboard. */
function isMissing({ status, body }: GrafanaResponse, uid: string): boolean {
  const details = isJsonObject(body) && isJsonObject(body.details) ? body.details : {}
  return status === 404 && details.name === uid
}

function fromResource(
  { metadata, spec }: v.InferOutput<typeof resourceShape>,
  version: string,
): StoredDashboard {
  const { annotations, generation } = metadata
  const manager = managerOf(annotations)
  const record = annotations[RECORD]
  return {
    uid: metadata.name,
    folderUid: annotations['grafana.app/folder'] ?? '',
    json: isJsonObject(spec) ? spec : {},
    isV2: version.startsWith('v2'),
    ...(manager && { manager }),
    ...(generation !== undefined && { generation }),
    ...(record !== undefined && { record }),
  }
}

function managerOf(annotations: Readonly<Record<string, string>>): DashboardManager | undefined {
  const kind = annotations['grafana.app/managedBy'] ?? ''
  if (kind === '' || annotations['grafana.app/managerAllowsEdits'] === 'true') return undefined
  return { kind, id: annotations['grafana.app/managerId'] ?? '' }
}
