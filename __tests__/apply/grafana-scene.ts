import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { applyGrafana } from '../../src/apply/grafana/apply.ts'
import { createGrafana } from '../../src/clients/grafana/client.ts'
import { ruleUid } from '../../src/desired/grafana/uids.ts'
import { createPool } from '../../src/lib/http.ts'
import type { Log } from '../../src/lib/log.ts'
import type { GrafanaDesired, GrafanaRuleGroup } from '../../src/model/grafana.ts'
import type { GrafanaPlan } from '../../src/plan/grafana/diff.ts'
import type { GrafanaOutcome, GrafanaResult } from '../../src/plan/grafana/outcome.ts'
import { planGrafana } from '../../src/plan/grafana/plan.ts'
import { type GrafanaOptions, type GrafanaStandin, startGrafana, TOKENS } from '../sandbox/grafana/server.ts'

export const DEPLOYMENT = 'chat-monitoring'
export const PASSWORD = 'correct horse'

/** A Grafana, a Prometheus behind a password, and a deployment that wants to be in the one and asks the other. */
export interface Scene {
  grafana: GrafanaStandin
  prometheus: PrometheusDouble
  desired: GrafanaDesired
  /** What a run would do. */
  plan(desired?: Partial<GrafanaDesired>, token?: keyof typeof TOKENS): Promise<GrafanaPlan>
  /** Carries out a plan of the same desired state. */
  apply(plan: GrafanaPlan, desired?: Partial<GrafanaDesired>): Promise<GrafanaOutcome>
  /** One run of the product with this token: plans, and carries out just that. */
  run(desired?: Partial<GrafanaDesired>, token?: keyof typeof TOKENS): Promise<GrafanaOutcome>
  /** Requests since the last call of this, as `POST /api/folders`. */
  asked(): string[]
  /** Those of them that were not only reads. */
  written(): string[]
  lines: string[]
  close(): Promise<void>
}

export async function scene(options: GrafanaOptions = {}): Promise<Scene> {
  const [grafana, prometheus] = await Promise.all([startGrafana(options), startPrometheus()])
  const pool = createPool()
  const lines: string[] = []
  const desired = wants(prometheus.url)
  const client = (token: keyof typeof TOKENS) =>
    createGrafana({ url: grafana.url, token: TOKENS[token], pool })
  let told = 0
  const asked = () => {
    const fresh = grafana.requests().slice(told)
    told = grafana.requests().length
    return fresh.map(({ method, path }) => `${method} ${path.split('?')[0]}`)
  }
  return {
    grafana,
    prometheus,
    desired,
    lines,
    plan: (more = {}, token = 'admin') => planGrafana(client(token), { ...desired, ...more }),
    apply: (plan, more = {}) =>
      applyGrafana(plan, {
        grafana: client('admin'),
        desired: { ...desired, ...more },
        log: recorder(lines),
      }),
    run: async (more = {}, token = 'admin') => {
      const wanted = { ...desired, ...more }
      const plan = await planGrafana(client(token), wanted)
      return applyGrafana(plan, { grafana: client(token), desired: wanted, log: recorder(lines) })
    },
    asked,
    written: () => asked().filter((line) => !line.startsWith('GET ')),
    close: async () => {
      await Promise.all([pool.close(), grafana.close(), prometheus.close()])
    },
  }
}

const wants = (url: string): GrafanaDesired => ({
  deployment: DEPLOYMENT,
  folder: { uid: DEPLOYMENT, title: 'Chat' },
  dataSource: {
    ...{ uid: DEPLOYMENT, name: 'Chat Prometheus', url, timeInterval: '15s' },
    ...{ user: 'prometheus', password: PASSWORD },
  },
  dashboards: [],
  overwrite: 'unless-edited',
  ruleGroups: [],
})

export interface PrometheusDouble {
  url: string
  /** The password that it takes from now on. */
  password: string
  close(): Promise<void>
}

async function startPrometheus(): Promise<PrometheusDouble> {
  const double = { url: '', password: PASSWORD, close: async () => {} }
  const server = createServer((request, response) => {
    const expected = `Basic ${Buffer.from(`prometheus:${double.password}`).toString('base64')}`
    const open = request.headers.authorization === expected
    response.writeHead(open ? 200 : 401, { 'content-type': 'application/json' })
    response.end('{"status":"success","data":{"resultType":"scalar","result":[1,"2"]}}')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  double.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  double.close = () => new Promise((done) => void server.close(() => done()).closeAllConnections())
  return double
}

const recorder = (lines: string[]): Log => ({
  info: (text) => void lines.push(text),
  debug: () => {},
  problem: () => {},
  block: () => {},
})

/** A dashboard file with one panel. */
export const dashboardFile = (name: string, more: Record<string, unknown> = {}) => ({
  file: `dashboards/${name}.json`,
  json: {
    ...{ uid: name, title: `Title of ${name}`, schemaVersion: 39, tags: ['chat'], refresh: '10s' },
    panels: [{ id: 1, type: 'timeseries', title: 'up', targets: [{ refId: 'A', expr: 'up' }] }],
    ...more,
  },
})

export const ruleGroup = (title: string, rules: readonly string[], more = {}): GrafanaRuleGroup => ({
  title,
  interval: 60,
  rules: rules.map((name) => ({
    ...{ uid: ruleUid(DEPLOYMENT, title, name), title: name, condition: 'C', for: '5m' },
    ...{ noDataState: 'OK', execErrState: 'Error', labels: { severity: 'critical' } },
    annotations: { summary: name },
    data: [
      {
        ...{ refId: 'A', relativeTimeRange: { from: 600, to: 0 }, datasourceUid: DEPLOYMENT },
        model: { expr: 'up', instant: true },
      },
      {
        ...{ refId: 'C', relativeTimeRange: { from: 600, to: 0 }, datasourceUid: '__expr__' },
        model: {
          type: 'threshold',
          expression: 'A',
          conditions: [{ evaluator: { type: 'lt', params: [1] } }],
        },
      },
    ],
    ...more,
  })),
})

/** `dashboard Title of a: created`, in the order of the results. */
export const states = ({ results }: GrafanaOutcome): string[] =>
  results.map(({ kind, name, state }) => `${kind} ${name}: ${state}`)

export const result = ({ results }: GrafanaOutcome, name: string): GrafanaResult => {
  const found = results.find((r) => r.name === name)
  if (!found) throw new Error(`no result for ${name}: ${results.map((r) => r.name).join(', ')}`)
  return found
}

/** The problem of one object, or undefined. */
export const problemOf = (outcome: GrafanaOutcome, name: string) => {
  const found = result(outcome, name)
  return 'problem' in found ? found.problem : undefined
}
