import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Agent, request } from 'undici'
import { type GrafanaStandin, startGrafana, TOKENS } from '../sandbox/grafana/server.ts'
import type { Json } from '../sandbox/grafana/state.ts'

/**
 * The stand-in's conformance: recorded requests are sent to it in the recorded order, and status and body must be
 * those of the real Grafana. Masked are only what every run invents: ids, times, authors.
 */
interface Recording {
  id: string
  as: string
  request: { method: string; path: string; headers: Record<string, string>; body?: unknown; rawBody?: string }
  response: { status: number; body: unknown }
}

const file = new URL('../fixtures/grafana/transcripts.json', import.meta.url)
const { records } = JSON.parse(readFileSync(file, 'utf8')) as { records: Recording[] }

let grafana: GrafanaStandin
let prometheus: { url: string; server: Server }
const agent = new Agent()

beforeAll(async () => {
  prometheus = await startPrometheus()
  grafana = await startGrafana()
  seed()
})

afterAll(async () => {
  await grafana.close()
  await agent.close()
  await new Promise((done) => prometheus.server.close(done))
})

test.each(records.map((record) => [record.id, record] as const))('%s', async (id, record) => {
  await prepare(id)
  const answer = await send(record)
  learn(record, answer.body)
  expect(answer.status).toBe(record.response.status)
  const recorded = masked(here(record.response.body))
  if (CUT.has(id)) expect(masked(answer.body)).toMatchObject(recorded as Json)
  else expect(masked(told(id, answer.body))).toEqual(recorded)
})

test('every recording is replayed once', () => {
  expect(new Set(records.map((r) => r.id)).size).toBe(records.length)
  expect(records.length).toBeGreaterThan(140)
})

const BARE = {
  ...{ type: 'prometheus', access: 'proxy', basicAuth: false, basicAuthUser: '', secrets: {} },
  ...{ isDefault: false, jsonData: {}, version: 1, readOnly: false },
}

/** What the recorded instance was provisioned with. */
function seed(): void {
  const name = 'Provisioned Prometheus'
  grafana.state.lastId = 100
  grafana.state.dataSources.push({
    ...{ ...BARE, id: 1, uid: 'provisioned-prom', name, url: prometheus.url, readOnly: true },
  })
  grafana.state.dashboards.push(dashboard('provisioned-dash', 'Provisioned', { provisioned: true }))
}

const dashboard = (uid: string, title: string, more: { provisioned?: boolean; folderUid?: string } = {}) => ({
  ...{ id: 60, uid, spec: { title }, version: 1, folderUid: '', provisioned: false, created: 1, updated: 1 },
  ...{ message: '', versions: [] },
  ...more,
})

/** Steps of the recorded run that this project never takes, and so are no part of the stand-in. */
async function prepare(id: string): Promise<void> {
  const find = (wanted: string) => records.find((r) => r.id === wanted)
  if (id === 'datasource.health-ok')
    grafana.state.dataSources.push(
      { ...BARE, id: 50, uid: 'dead-prom', name: 'Dead', url: 'http://127.0.0.1:9' },
      { ...BARE, id: 51, uid: 'notprom', name: 'Not', url: `${prometheus.url}/locked` },
    )
  if (id === 'annotation.create-viewer')
    grafana.state.dashboards.push(
      dashboard('fechatter-overview', 'Fechatter Overview', { folderUid: 'fechatter' }),
    )
  if (id === 'alerting.group-get') {
    const recorded = find(id)
    if (!recorded) throw new Error(`${id} is not recorded`)
    const put = { ...recorded.request, method: 'PUT', body: recorded.response.body }
    const headers = { ...put.headers, 'content-type': 'application/json', 'x-disable-provenance': 'true' }
    await send({ ...recorded, request: { ...put, headers } })
  }
  if (id === 'k8s.v2-as-legacy') {
    grafana.state.folders.push({
      ...{ id: 70, uid: 'k8s-folder', title: 'K8s folder', version: 1, parentUid: '', created: 1, maker: '' },
    })
    const spec = SCHEMA_V2
    const put = {
      method: 'PUT',
      path: '/apis/dashboard.grafana.app/v2beta1/namespaces/default/dashboards/v2ok',
    }
    const metadata = { name: 'v2ok', annotations: { 'grafana.app/folder': 'k8s-folder' } }
    const body = { apiVersion: 'dashboard.grafana.app/v2beta1', kind: 'Dashboard', metadata, spec }
    const request = { ...put, body, headers: { 'content-type': 'application/json' } }
    const answer = await send({ id, as: 'editor', request, response: { status: 201, body: {} } })
    // Served as it was put [k8s.v2-create].
    expect(answer).toMatchObject({ status: 201, body: { spec } })
  }
  if (id === 'k8s.real-as-v0')
    Object.assign(grafana.state.dashboards.find((d) => d.uid === 'fechatter-overview') ?? {}, {
      spec: {},
      version: 3,
      message: 'deploy def456',
    })
}

/** What was put in [k8s.v2-create], by POST. */
const SCHEMA_V2: Json = {
  title: 'V2 ok',
  tags: ['v2'],
  elements: {
    'panel-1': {
      kind: 'Panel',
      spec: {
        id: 1,
        title: 'up',
        description: '',
        links: [],
        data: {
          kind: 'QueryGroup',
          spec: {
            queries: [
              {
                kind: 'PanelQuery',
                spec: {
                  refId: 'A',
                  hidden: false,
                  query: {
                    kind: 'DataQuery',
                    group: 'prometheus',
                    version: 'v0',
                    datasource: { name: 'fechatter-prom' },
                    spec: { expr: 'up' },
                  },
                },
              },
            ],
            transformations: [],
            queryOptions: {},
          },
        },
        vizConfig: {
          kind: 'VizConfig',
          group: 'timeseries',
          version: '12.4.0',
          spec: { options: {}, fieldConfig: { defaults: {}, overrides: [] } },
        },
      },
    },
  },
  layout: {
    kind: 'GridLayout',
    spec: {
      items: [
        {
          kind: 'GridLayoutItem',
          spec: { x: 0, y: 0, width: 12, height: 8, element: { kind: 'ElementReference', name: 'panel-1' } },
        },
      ],
    },
  },
  variables: [],
  annotations: [],
  links: [],
  timeSettings: {
    from: 'now-6h',
    to: 'now',
    autoRefresh: '',
    autoRefreshIntervals: [],
    hideTimepicker: false,
    fiscalYearStartMonth: 0,
  },
  cursorSync: 'Off',
  preload: false,
}

/** Recorded numeric ids, and what the stand-in has in their place. */
const ids = new Map<unknown, unknown>()

function learn({ response }: Recording, body: unknown): void {
  const recorded = (response.body as Json | null)?.id
  if (recorded !== undefined) ids.set(recorded, (body as Json).id)
}

/** A request with the ids of this run where it speaks of an object by its recorded id. */
function translated({ request: asked }: Recording): { path: string; body: unknown } {
  const path = asked.path.replace(/(?<=annotations\/)\d+$/, (id) => String(ids.get(Number(id)) ?? id))
  const body = asked.body as { dashboard?: { id?: unknown } } | undefined
  const id = body?.dashboard?.id
  if (!body?.dashboard || !ids.has(id)) return { path, body }
  return { path, body: { ...body, dashboard: { ...body.dashboard, id: ids.get(id) } } }
}

/** Records that keep only a part of the body. */
const CUT = new Set([
  ...['dashboard.refresh-too-low-get', 'dashboard.extra-fields-get', 'dashboard.ds-input-get'],
  ...['dashboard.provisioned-get', 'dashboard.get-after-move'],
])

/** A rule group that was recorded by the names of its rules. */
function told(id: string, body: unknown): unknown {
  if (id !== 'alerting.group-get-after-fewer') return body
  const group = body as { rules: { uid: string }[] }
  return { ...group, rules: group.rules.map((rule) => rule.uid) }
}

async function send(record: Recording): Promise<{ status: number; body: unknown }> {
  const { as, request: asked } = record
  const { path, body: sent } = translated(record)
  const token = TOKENS[as as keyof typeof TOKENS]
  const authorization = token ? `Bearer ${token}` : asked.headers.authorization
  const body = asked.rawBody ?? (sent === undefined ? undefined : JSON.stringify(here(sent)))
  const answer = await request(`${grafana.url}${path}`, {
    method: asked.method as 'GET',
    dispatcher: agent,
    headers: { ...asked.headers, ...(authorization && { authorization }) },
    ...(body !== undefined && { body }),
  })
  const text = await answer.body.text()
  return { status: answer.statusCode, body: json(text) ?? text }
}

/** Recorded data sources ask the recorded Prometheus; here they ask the one of this test. */
const here = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value).replaceAll('http://127.0.0.1:9390', prometheus.url)) as T

const INVENTED = new Set([
  ...['id', 'folderId', 'dashboardId', 'created', 'updated', 'createdBy', 'updatedBy', 'accessErrorId'],
  ...['resourceVersion', 'creationTimestamp', 'managedFields', 'grafana.app/deprecatedInternalID'],
  ...['email', 'login', 'grafana.app/createdBy', 'grafana.app/updatedBy', 'grafana.app/updatedTimestamp'],
])

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

function masked(value: unknown, key = ''): unknown {
  if (INVENTED.has(key) || UUID.test(String(value))) return '<invented>'
  if (Array.isArray(value)) return key === 'values' ? points(value) : value.map((item) => masked(item))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value as Json).map(([k, v]) => [k, masked(v, k)]))
}

/** A frame's values: the times are masked, the samples are not. */
const points = ([times, ...rest]: unknown[]) =>
  Array.isArray(times) ? ['<times>', ...rest.map((r) => (Array.isArray(r) ? [...new Set(r)] : r))] : []

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Answers what the recorded Prometheus answered: two `up` series, and its words for a bad query. */
async function startPrometheus(): Promise<{ url: string; server: Server }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const url = new URL(request.url ?? '/', 'http://prometheus.invalid')
    const form = new URLSearchParams(Buffer.concat(chunks).toString())
    const query = form.get('query') ?? url.searchParams.get('query') ?? ''
    const [status, body] = url.pathname.startsWith('/locked') ? [401, {}] : answerOf(query, form)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

function answerOf(query: string, form: URLSearchParams): [number, Json] {
  const now = Number(form.get('time') ?? form.get('end') ?? 1795371760.123)
  if (query === 'up{') {
    const error = 'invalid parameter "query": 1:4: parse error: unexpected end of input inside braces'
    return [400, { status: 'error', errorType: 'bad_data', error }]
  }
  if (query === '1+1') return [200, { status: 'success', data: { resultType: 'scalar', result: [now, '2'] } }]
  const series =
    query !== 'up'
      ? []
      : [
          ['127.0.0.1:9', 'down', '0'],
          ['127.0.0.1:9390', 'prometheus', '1'],
        ]
  const result = series.map(([instance, job, value]) => ({
    metric: { __name__: 'up', instance, job },
    ...(form.has('step')
      ? {
          values: [
            [now - 15, value],
            [now, value],
          ],
        }
      : { value: [now, value] }),
  }))
  return [200, { status: 'success', data: { resultType: form.has('step') ? 'matrix' : 'vector', result } }]
}
