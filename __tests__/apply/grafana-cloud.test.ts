import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Agent } from 'undici'
import { applyGrafana } from '../../src/apply/grafana/apply.ts'
import { createGrafana } from '../../src/clients/grafana/client.ts'
import type { GrafanaDesired } from '../../src/model/grafana.ts'
import { planGrafana } from '../../src/plan/grafana/plan.ts'
import { TOKENS } from '../sandbox/grafana/server.ts'
import { dashboardFile, type Scene, scene, states } from './grafana-scene.ts'

/**
 * A stack of Grafana Cloud, by its documentation: its own host below grafana.net, a namespace of its own, and a
 * provisioned Prometheus data source. The stand-in plays it under such a name.
 */
let here: Scene
let pool: Agent

beforeEach(async () => {
  here = await scene({ namespace: 'stacks-42' })
  pool = new Agent({
    connect: { lookup: (_name, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) },
  })
  here.grafana.state.dataSources.push({
    ...{ id: 1, uid: 'grafanacloud-prom', name: 'grafanacloud-example-prom', type: 'prometheus' },
    ...{ access: 'proxy', url: here.prometheus.url, basicAuth: true, basicAuthUser: 'prometheus' },
    ...{ isDefault: true, jsonData: {}, secrets: { basicAuthPassword: here.prometheus.password } },
    ...{ version: 1, readOnly: true },
  })
})

afterEach(async () => {
  await pool.close()
  await here.close()
})

const run = async (more: Partial<GrafanaDesired> = {}) => {
  const { port } = new URL(here.grafana.url)
  const client = createGrafana({ url: `http://example.grafana.net:${port}/`, token: TOKENS.admin, pool })
  const log = { info() {}, debug() {}, problem() {}, block() {} }
  const dataSource = { existing: 'grafanacloud-prom' }
  const desired = { ...here.desired, dataSource, ...more }
  return applyGrafana(await planGrafana(client, desired), { grafana: client, desired, log })
}

test("the stack's own data source is used and left alone, its namespace asked for at once", async () => {
  const dashboards = ['a', 'b', 'c', 'd'].map((name) => dashboardFile(name))
  const first = await run({ dashboards })
  expect(first.dataSource).toBe('grafanacloud-prom')
  expect(states(first).filter((line) => line.endsWith('created'))).toHaveLength(5)
  expect(here.grafana.state.dataSources).toMatchObject([{ version: 1, isDefault: true }])
  const [one] = here.grafana.state.dashboards
  expect(JSON.stringify(one?.spec)).toContain('"uid":"grafanacloud-prom"')
  here.asked()
  await run({ dashboards })
  const asked = here.asked()
  expect(asked.filter((line) => !line.startsWith('GET '))).toEqual([])
  expect(asked.filter((line) => /settings|apis/.test(line))).toEqual([
    'GET /api/frontend/settings',
    'GET /apis/dashboard.grafana.app/v0alpha1/namespaces/stacks-42/dashboards',
  ])
})

test('a sleeping stack, whose proxy answers with a page for a while, is waited for', async () => {
  const page = { status: 503, body: '<html>Your stack is loading</html>' }
  here.grafana.fault({ times: 4, answer: page })
  expect((await run({ dashboards: [dashboardFile('a')] })).results.every((r) => r.state !== 'failed')).toBe(
    true,
  )
})
