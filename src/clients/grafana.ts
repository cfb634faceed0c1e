import { z } from 'zod'
import { type ActionError, platformError } from '../lib/errors.ts'
import { oneLine } from '../lib/text.ts'
import type { StoredDataSource } from '../plan/grafana-datasource.ts'
import type { Json } from '../plan/grafana-json.ts'
import type { StoredRule, StoredRuleGroup } from '../plan/grafana-rules.ts'
import type { StoredDashboard } from '../plan/grafana-standing.ts'
import {
  type Answered,
  baseOf,
  createRequests,
  type GrafanaServer,
  type Requests,
} from './grafana/request.ts'

export { isGone, isHopeless, isUnsure } from './grafana/errors.ts'
export type { GrafanaServer } from './grafana/request.ts'

export interface StoredFolder {
  uid: string
  title: string
}

/**
 * The HTTP API of one Grafana, as far as a deployment needs it. Recorded on 12.4; the endpoints under /api are
 * documented alike for 10, 11 and 13, where the one list under /apis may be missing.
 * Every refusal is an ActionError whose problem names what was asked, what came back and what to do.
 */
export interface Grafana {
  /** Base URL without a slash at the end. */
  readonly url: string
  dataSource(by: 'uid' | 'name', value: string): Promise<StoredDataSource | undefined>
  createDataSource(body: Json): Promise<void>
  updateDataSource(uid: string, body: Json): Promise<void>
  /** Whether Grafana itself gets an answer from the data source's server, and its words. */
  dataSourceHealth(uid: string): Promise<{ ok: boolean; message: string }>
  /** `hidden`: it does not exist, or this token may not see it (both are 403 to an Editor). */
  folder(uid: string): Promise<StoredFolder | 'hidden' | undefined>
  /** `taken`: the uid exists already. */
  createFolder(folder: StoredFolder): Promise<'created' | 'taken'>
  renameFolder(folder: StoredFolder): Promise<void>
  /**
   * All dashboards of the instance in one or few requests, `atMost` of them; undefined where this Grafana cannot.
   * `complete` is false when there are more.
   */
  listDashboards(atMost: number): Promise<{ dashboards: StoredDashboard[]; complete: boolean } | undefined>
  /** Which of these uids exist. */
  knownDashboards(uids: readonly string[]): Promise<Set<string>>
  /** Undefined too where this token may not see it: whoever may write it may read it. */
  dashboard(uid: string): Promise<StoredDashboard | undefined>
  /** Creates or overwrites by uid. `message` goes to the dashboard's list of versions. */
  saveDashboard(dashboard: Json, folderUid: string, message: string): Promise<void>
  rules(): Promise<StoredRule[]>
  ruleGroup(folderUid: string, title: string): Promise<StoredRuleGroup | undefined>
  /** Replaces the whole group; its rules stay editable in Grafana. */
  putRuleGroup(folderUid: string, title: string, body: Json): Promise<void>
  deleteRuleGroup(folderUid: string, title: string): Promise<void>
  contactPoints(): Promise<{ name: string; type: string; settings: Json }[]>
  /** The contact point at the root of the policy tree, and how many routes lead elsewhere. */
  policies(): Promise<{ receiver: string; routes: number }>
  /** Whether an annotation with all these tags exists since `from` (milliseconds since the epoch). */
  hasAnnotation(tags: readonly string[], from: number): Promise<boolean>
  annotate(annotation: { time: number; text: string; tags: readonly string[] }): Promise<void>
  /** Requests so far. */
  requests(): { read: number; write: number }
}

const segment = encodeURIComponent

export function createGrafana(server: GrafanaServer): Grafana {
  const requests = createRequests(server)
  const url = baseOf(server.url)
  return {
    url,
    requests: requests.counts,
    ...dataSources(requests),
    ...folders(requests),
    ...dashboards(requests, url),
    ...alerting(requests),
    ...annotations(requests),
  }
}

const dataSourceShape = z.looseObject({
  uid: z.string(),
  name: z.string(),
  type: z.string(),
  url: z.string(),
  readOnly: z.boolean().default(false),
})
const healthShape = z.object({ status: z.string().default('ERROR'), message: z.string().default('') })

function dataSources({ send }: Requests) {
  return {
    dataSource: async (by: 'uid' | 'name', value: string): Promise<StoredDataSource | undefined> => {
      const to = `read the data source "${value}"`
      const answer = await send({ path: `/api/datasources/${by}/${segment(value)}`, to, expect: [404] })
      return answer.status === 404 ? undefined : shaped(answer, dataSourceShape, to)
    },
    createDataSource: async (body: Json) => {
      await send({
        method: 'POST',
        path: '/api/datasources',
        body,
        to: `create the data source "${body.name}"`,
      })
    },
    updateDataSource: async (uid: string, body: Json) => {
      const path = `/api/datasources/uid/${segment(uid)}`
      await send({ method: 'PUT', path, body, to: `change the data source "${body.name}"` })
    },
    dataSourceHealth: async (uid: string) => {
      const to = 'ask the data source for its health'
      const path = `/api/datasources/uid/${segment(uid)}/health`
      const { status, message } = shaped(await send({ path, to, expect: [400, 500] }), healthShape, to)
      return { ok: status === 'OK', message: oneLine(message, 300) }
    },
  }
}

const folderShape = z.object({ uid: z.string(), title: z.string() })

function folders({ send }: Requests) {
  return {
    folder: async (uid: string): Promise<StoredFolder | 'hidden' | undefined> => {
      const to = `read the folder "${uid}"`
      const answer = await send({ path: `/api/folders/${segment(uid)}`, to, expect: [403, 404] })
      if (answer.status === 404) return undefined
      return answer.status === 403 ? 'hidden' : shaped(answer, folderShape, to)
    },
    createFolder: async (folder: StoredFolder): Promise<'created' | 'taken'> => {
      const to = `create the folder "${folder.title}"`
      const answer = await send({ method: 'POST', path: '/api/folders', body: folder, to, expect: [412] })
      return answer.status === 412 ? 'taken' : 'created'
    },
    renameFolder: async ({ uid, title }: StoredFolder) => {
      const path = `/api/folders/${segment(uid)}`
      await send({
        method: 'PUT',
        path,
        body: { title, overwrite: true },
        to: `rename the folder to "${title}"`,
      })
    },
  }
}

const dashboardShape = z.object({
  dashboard: z.looseObject({ uid: z.string() }),
  meta: z.object({ folderUid: z.string().default(''), provisioned: z.boolean().default(false) }),
})
const hitsShape = z.array(z.object({ uid: z.string() }))
const listShape = z.object({
  metadata: z.object({ continue: z.string().default('') }),
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string(), annotations: z.record(z.string(), z.string()).default({}) }),
      spec: z.looseObject({}),
    }),
  ),
})
const settingsShape = z.object({ namespace: z.string() })

/** A search names the uids in its URL; this many stay below the limits of proxies. */
const UIDS_PER_SEARCH = 50

function dashboards(requests: Requests, url: string) {
  const { send } = requests
  return {
    listDashboards: (atMost: number) => listDashboards(requests, url, atMost),
    knownDashboards: async (uids: readonly string[]): Promise<Set<string>> => {
      const to = 'search for dashboards'
      const known = new Set<string>()
      for (let from = 0; from < uids.length; from += UIDS_PER_SEARCH) {
        const query = uids.slice(from, from + UIDS_PER_SEARCH).map((uid) => `dashboardUIDs=${segment(uid)}`)
        const answer = await send({ path: `/api/search?type=dash-db&limit=5000&${query.join('&')}`, to })
        for (const { uid } of shaped(answer, hitsShape, to)) known.add(uid)
      }
      return known
    },
    dashboard: async (uid: string): Promise<StoredDashboard | undefined> => {
      const to = `read the dashboard "${uid}"`
      const answer = await send({ path: `/api/dashboards/uid/${segment(uid)}`, to, expect: [403, 404] })
      if (answer.status !== 200) return undefined
      const { dashboard: json, meta } = shaped(answer, dashboardShape, to)
      return { uid, json, ...meta }
    },
    saveDashboard: async (dashboard: Json, folderUid: string, message: string) => {
      const to = `write the dashboard "${dashboard.title}"`
      const body = { dashboard, folderUid, overwrite: true, message }
      await send({ method: 'POST', path: '/api/dashboards/db', body, to })
    },
  }
}

/**
 * v0alpha1 gives dashboards as they are stored; the newer versions migrate them on the way and cannot be compared.
 * The namespace is `default` for the first organisation; others, and Grafana Cloud, tell it in their settings.
 */
async function listDashboards({ send }: Requests, url: string, atMost: number) {
  const to = 'list the dashboards'
  const dashboards: StoredDashboard[] = []
  const cloud = new URL(url).hostname.endsWith('.grafana.net')
  let namespace = cloud ? await namespaceOf(send) : 'default'
  let next = ''
  do {
    const path = `/apis/dashboard.grafana.app/v0alpha1/namespaces/${segment(namespace)}/dashboards`
    const query = `?limit=${atMost}${next && `&continue=${segment(next)}`}`
    const answer = await send({ path: path + query, to, expect: NO_LIST })
    if (answer.status === 403 && namespace === 'default') {
      namespace = await namespaceOf(send)
      if (namespace !== 'default') continue
    }
    if (answer.status !== 200) return undefined
    const page = shaped(answer, listShape, to)
    dashboards.push(...page.items.map(fromResource))
    next = page.metadata.continue
    if (!next) return { dashboards, complete: true }
  } while (dashboards.length < atMost)
  return { dashboards, complete: false }
}

/** Answers of a Grafana that has no such list (before 12), or does not give it to us. */
const NO_LIST = [400, 403, 404, 405, 406, 500, 501]

async function namespaceOf(send: Requests['send']): Promise<string> {
  const to = 'tell its namespace'
  return shaped(await send({ path: '/api/frontend/settings', to }), settingsShape, to).namespace
}

function fromResource({ metadata, spec }: z.output<typeof listShape>['items'][number]): StoredDashboard {
  const { annotations } = metadata
  const manager = annotations['grafana.app/managedBy'] ?? ''
  return {
    uid: metadata.name,
    folderUid: annotations['grafana.app/folder'] ?? '',
    json: spec,
    provisioned: manager.includes('file-provisioning') || manager === 'repo',
  }
}

const ruleShape = z.looseObject({
  uid: z.string(),
  title: z.string(),
  folderUID: z.string(),
  ruleGroup: z.string(),
})
const groupShape = z.object({ interval: z.number(), rules: z.array(ruleShape).nullable() })
const contactPointShape = z.array(
  z.object({ name: z.string(), type: z.string(), settings: z.looseObject({}).default({}) }),
)

const policiesShape = z.object({
  receiver: z.string().default(''),
  routes: z
    .array(z.unknown())
    .nullish()
    .transform((routes) => routes ?? []),
})

/** Rules stay editable in Grafana: otherwise they would be locked to the API for good. */
const EDITABLE = { 'x-disable-provenance': 'true' }

function alerting({ send }: Requests) {
  const groupPath = (folder: string, title: string) =>
    `/api/v1/provisioning/folder/${segment(folder)}/rule-groups/${segment(title)}`
  return {
    rules: async (): Promise<StoredRule[]> => {
      const to = 'list the alert rules'
      return shaped(await send({ path: '/api/v1/provisioning/alert-rules', to }), z.array(ruleShape), to)
    },
    ruleGroup: async (folderUid: string, title: string): Promise<StoredRuleGroup | undefined> => {
      const to = `read the rule group "${title}"`
      const answer = await send({ path: groupPath(folderUid, title), to, expect: [403, 404] })
      if (answer.status !== 200) return undefined
      const { interval, rules } = shaped(answer, groupShape, to)
      return { interval, rules: rules ?? [] }
    },
    putRuleGroup: async (folderUid: string, title: string, body: Json) => {
      const to = `write the rule group "${title}"`
      await send({ method: 'PUT', path: groupPath(folderUid, title), body, headers: EDITABLE, to })
    },
    deleteRuleGroup: async (folderUid: string, title: string) => {
      const to = `remove the rule group "${title}"`
      await send({
        method: 'DELETE',
        path: groupPath(folderUid, title),
        headers: EDITABLE,
        to,
        expect: [404],
      })
    },
    contactPoints: async () => {
      const to = 'list the contact points'
      return shaped(await send({ path: '/api/v1/provisioning/contact-points', to }), contactPointShape, to)
    },
    policies: async () => {
      const to = 'read the notification policies'
      const tree = shaped(await send({ path: '/api/v1/provisioning/policies', to }), policiesShape, to)
      return { receiver: tree.receiver, routes: tree.routes.length }
    },
  }
}

function annotations({ send }: Requests) {
  return {
    hasAnnotation: async (tags: readonly string[], from: number): Promise<boolean> => {
      const to = 'look for the deploy annotation'
      const query = new URLSearchParams({
        type: 'annotation',
        from: String(from),
        to: String(Date.now() + 60_000),
      })
      for (const tag of tags) query.append('tags', tag)
      const answer = await send({ path: `/api/annotations?${query}`, to })
      return shaped(answer, z.array(z.object({ id: z.number() })), to).length > 0
    },
    annotate: async (annotation: { time: number; text: string; tags: readonly string[] }) => {
      await send({
        method: 'POST',
        path: '/api/annotations',
        body: annotation,
        to: 'add the deploy annotation',
      })
    },
  }
}

function shaped<T>({ status, body }: Answered, shape: z.ZodType<T>, to: string): T {
  const parsed = shape.safeParse(body)
  if (parsed.success) return parsed.data
  throw oddAnswer(status, to, parsed.error)
}

function oddAnswer(status: number, to: string, { issues: [issue] }: z.ZodError): ActionError {
  const where = issue ? ` (${issue.path.join('.') || 'body'}: ${oneLine(issue.message, 100)})` : ''
  return platformError(
    'grafana-odd-answer',
    `Grafana, asked to ${to}, answered HTTP ${status} in a form that we do not know${where}.`,
    'Grafana 12.4 is known to work. Does GRAFANA_URL point to Grafana itself?',
  )
}
