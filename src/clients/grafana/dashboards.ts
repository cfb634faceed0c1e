import * as v from 'valibot'
import { isJsonObject, type JsonObject } from '../../lib/json-value.ts'
import type { StoredDashboard } from '../../model/grafana.ts'
import type { GrafanaRequests } from './request.ts'
import { parseResponse, pathSegment } from './response.ts'

/** Unchanged, with all its keys: it is compared with what was sent. */
const dashboardJson = v.custom<JsonObject>(isJsonObject)

const dashboardShape = v.object({
  dashboard: dashboardJson,
  meta: v.object({ folderUid: v.optional(v.string(), ''), provisioned: v.optional(v.boolean(), false) }),
})
const hitsShape = v.array(v.object({ uid: v.string() }))
const listShape = v.object({
  metadata: v.object({ continue: v.optional(v.string(), '') }),
  items: v.array(
    v.object({
      metadata: v.object({ name: v.string(), annotations: v.optional(v.record(v.string(), v.string()), {}) }),
      spec: dashboardJson,
    }),
  ),
})
const libraryPanelShape = v.object({ result: v.object({ model: dashboardJson }) })
const settingsShape = v.object({ namespace: v.string() })

/** A search names the uids in its URL; this many stay below the limits of proxies. */
const UIDS_PER_SEARCH = 50

export function dashboardRequests(requests: GrafanaRequests, url: string) {
  const { send } = requests
  return {
    listDashboards: (atMost: number) => listDashboards(requests, url, atMost),
    knownDashboards: async (uids: readonly string[]): Promise<Set<string>> => {
      const to = 'search for dashboards'
      const known = new Set<string>()
      for (let from = 0; from < uids.length; from += UIDS_PER_SEARCH) {
        const query = uids
          .slice(from, from + UIDS_PER_SEARCH)
          .map((uid) => `dashboardUIDs=${pathSegment(uid)}`)
        const answer = await send({ path: `/api/search?type=dash-db&limit=5000&${query.join('&')}`, to })
        for (const { uid } of parseResponse(answer, hitsShape, to)) known.add(uid)
      }
      return known
    },
    dashboard: async (uid: string): Promise<StoredDashboard | undefined> => {
      const to = `read the dashboard "${uid}"`
      const answer = await send({ path: `/api/dashboards/uid/${pathSegment(uid)}`, to, expect: [403, 404] })
      if (answer.status !== 200) return undefined
      const { dashboard: json, meta } = parseResponse(answer, dashboardShape, to)
      return { uid, json, ...meta }
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

/**
 * v0alpha1 returns dashboards as they are stored; newer versions migrate them, which prevents a comparison. The
 * namespace is `default` for the first organization; the settings contain that of others and of Grafana Cloud.
 */
async function listDashboards({ send }: GrafanaRequests, url: string, atMost: number) {
  const to = 'list the dashboards'
  const dashboards: StoredDashboard[] = []
  const cloud = new URL(url).hostname.endsWith('.grafana.net')
  let namespace = cloud ? await namespaceOf(send) : 'default'
  let next = ''
  do {
    const path = `/apis/dashboard.grafana.app/v0alpha1/namespaces/${pathSegment(namespace)}/dashboards`
    const query = `?limit=${atMost}${next && `&continue=${pathSegment(next)}`}`
    const answer = await send({ path: path + query, to, expect: NO_LIST })
    if (answer.status === 403 && namespace === 'default') {
      namespace = await namespaceOf(send)
      if (namespace !== 'default') continue
    }
    if (answer.status !== 200) return undefined
    const page = parseResponse(answer, listShape, to)
    dashboards.push(...page.items.map(fromResource))
    next = page.metadata.continue
    if (!next) return { dashboards, complete: true }
  } while (dashboards.length < atMost)
  return { dashboards, complete: false }
}

/** Answers of a Grafana that has no such list (10.1: 404, measured), or does not allow the token to read it. */
const NO_LIST = [400, 403, 404, 405, 406, 500, 501]

async function namespaceOf(send: GrafanaRequests['send']): Promise<string> {
  const to = 'return its namespace'
  return parseResponse(await send({ path: '/api/frontend/settings', to }), settingsShape, to).namespace
}

function fromResource({ metadata, spec }: v.InferOutput<typeof listShape>['items'][number]): StoredDashboard {
  const { annotations } = metadata
  const manager = annotations['grafana.app/managedBy'] ?? ''
  return {
    uid: metadata.name,
    folderUid: annotations['grafana.app/folder'] ?? '',
    json: spec,
    provisioned: manager.includes('file-provisioning') || manager === 'repo',
  }
}
