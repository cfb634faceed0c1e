import * as v from 'valibot'
import { isJsonObject, type JsonObject } from '../../lib/json-value.ts'
import type { StoredDashboard } from '../../model/grafana.ts'
import { createResources, type DashboardResources } from './dashboard-resources.ts'
import type { ResourceRequests } from './namespace.ts'
import type { GrafanaRequests } from './request.ts'
import { parseResponse, pathSegment } from './response.ts'

/** Unchanged, with all its keys: it is compared with what was sent. */
const dashboardJson = v.custom<JsonObject>(isJsonObject)

const dashboardShape = v.object({
  dashboard: dashboardJson,
  meta: v.object({ folderUid: v.optional(v.string(), ''), provisioned: v.optional(v.boolean(), false) }),
})
const hitsShape = v.array(v.object({ uid: v.string() }))
const libraryPanelShape = v.object({ result: v.object({ model: dashboardJson }) })

/** A search names the uids in its URL; this many stay below the limits of proxies. */
const UIDS_PER_SEARCH = 50

/** The most hits of one search (422 for more, recorded). */
const MAX_HITS = 5_000

/** Where dashboards are read and written: as resources (`/apis`) where Grafana serves them, else through `/api`. */
export function dashboardRequests(requests: GrafanaRequests, askResource: ResourceRequests) {
  const { send } = requests
  const resources = createResources(requests, askResource)
  const search = async (query: string): Promise<string[]> => {
    const to = 'search for dashboards'
    const answer = await send({ path: `/api/search?type=dash-db&limit=${MAX_HITS}&${query}`, to })
    return parseResponse(answer, hitsShape, to).map(({ uid }) => uid)
  }
  return {
    listDashboards: resources.list,
    dashboardVersions: resources.versions,
    dashboardAs: resources.read,
    saveResource: resources.save,
    dashboardsInFolder: async (folderUid: string): Promise<Set<string>> =>
      new Set(await search(`folderUIDs=${pathSegment(folderUid)}`)),
    knownDashboards: async (uids: readonly string[]): Promise<Set<string>> => {
      const known = new Set<string>()
      for (let from = 0; from < uids.length; from += UIDS_PER_SEARCH) {
        const some = uids.slice(from, from + UIDS_PER_SEARCH)
        const query = some.map((uid) => `dashboardUIDs=${pathSegment(uid)}`).join('&')
        for (const uid of await search(query)) known.add(uid)
      }
      return known
    },
    dashboard: (uid: string) => readDashboard(requests, resources, uid),
    deleteDashboard: async (uid: string) => {
      const path = `/api/dashboards/uid/${pathSegment(uid)}`
      await send({ method: 'DELETE', path, to: `remove the dashboard "${uid}"`, expect: [404] })
    },
    libraryPanel: async (uid: string): Promise<JsonObject | undefined> => {
      const to = `read the library panel "${uid}"`
      const answer = await send({ path: `/api/library-elements/${pathSegment(uid)}`, to, expect: [404] })
      return answer.status === 404 ? undefined : parseResponse(answer, libraryPanelShape, to).result.model
    },
    saveDashboard: async (
      dashboard: JsonObject,
      place: { folderUid: string; overwrite: boolean },
      message: string,
    ) => {
      const to = `write the dashboard "${dashboard.title}"`
      const body = { dashboard, ...place, message }
      await send({ method: 'POST', path: '/api/dashboards/db', body, to })
    },
  }
}

/** As a resource, which also says what manages it; through `/api` where Grafana does not serve resources. */
async function readDashboard(
  { send }: GrafanaRequests,
  resources: DashboardResources,
  uid: string,
): Promise<StoredDashboard | undefined> {
  const read = await resources.readStored(uid)
  if (read !== 'not-served') return read
  const to = `read the dashboard "${uid}"`
  const answer = await send({ path: `/api/dashboards/uid/${pathSegment(uid)}`, to, expect: [403, 404] })
  if (answer.status !== 200) return undefined
  const { dashboard: json, meta } = parseResponse(answer, dashboardShape, to)
  const { folderUid, provisioned } = meta
  const manager = { kind: 'classic-file-provisioning', id: '' }
  return { uid, json, isV2: false, folderUid, ...(provisioned && { manager }) }
}
