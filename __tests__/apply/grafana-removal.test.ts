import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals'
import { removeFromGrafana } from '../../src/apply/grafana/remove.ts'
import { createGrafana } from '../../src/clients/grafana/client.ts'
import type { GrafanaBelongings } from '../../src/desired/grafana/grafana.ts'
import { createPool } from '../../src/lib/http.ts'
import type { GrafanaResult } from '../../src/plan/grafana/outcome.ts'
import { observeBelongings, planGrafanaRemoval } from '../../src/plan/grafana/removal.ts'
import { TOKENS } from '../sandbox/grafana/server.ts'
import { DEPLOYMENT, dashboardFile, ruleGroup, type Scene, scene } from './grafana-scene.ts'

/** What a deploy has written to Grafana is removed again, and nothing else is. */

const FOLDER = `${DEPLOYMENT}-folder`
const OWN: GrafanaBelongings = {
  deployment: DEPLOYMENT,
  folderUid: FOLDER,
  dataSourceUid: DEPLOYMENT,
  overwrite: 'unless-edited',
}
const WANTED = {
  folder: { uid: FOLDER, title: 'Chat' },
  dashboards: [dashboardFile('a'), dashboardFile('b')],
  ruleGroups: [ruleGroup('http', ['A', 'B'])],
}

let here: Scene
const pool = createPool()

beforeEach(async () => {
  here = await scene()
  await here.run(WANTED)
})

afterEach(() => here.close())
afterAll(() => pool.close())

async function remove(own: Partial<GrafanaBelongings> = {}, token: keyof typeof TOKENS = 'admin') {
  const grafana = createGrafana({ url: here.grafana.url, token: TOKENS[token], pool })
  const plan = planGrafanaRemoval({ ...OWN, ...own }, await observeBelongings(grafana, { ...OWN, ...own }))
  return removeFromGrafana(plan, { grafana })
}

const states = (results: readonly GrafanaResult[]) => results.map((r) => `${r.kind} ${r.name}: ${r.state}`)

const left = () => {
  const { dashboards, folders, ruleGroups, dataSources } = here.grafana.state
  return {
    dashboards: dashboards.map(({ uid }) => uid),
    folders: folders.map(({ uid }) => uid),
    rules: ruleGroups.flatMap(({ rules }) => rules.map(({ title }) => title)),
    dataSources: dataSources.map(({ uid }) => uid),
  }
}
const NOTHING = { dashboards: [], folders: [], rules: [], dataSources: [] }

/** A person in the browser. */
const byHand = async (path: string, body: unknown, method = 'POST') => {
  const answer = await fetch(`${here.grafana.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKENS.admin}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBeLessThan(300)
}
const dashboardByHand = (uid: string, title: string) =>
  byHand('/api/dashboards/db', {
    ...{ dashboard: { uid, title, panels: [] }, folderUid: FOLDER, overwrite: true },
  })

test('everything of the deployment goes, rules first; after that nothing is left to do', async () => {
  here.asked()
  expect(states(await remove())).toEqual([
    'rule group http: removed',
    'dashboard Title of a: removed',
    'dashboard Title of b: removed',
    'folder Chat: removed',
    'data source Chat Prometheus: removed',
  ])
  expect(left()).toEqual(NOTHING)
  expect(here.written()[0]).toMatch(/^DELETE \/api\/v1\/provisioning\/alert-rules\//)
  expect(await remove()).toEqual([])
  expect(here.written()).toEqual([])
})

test('what others made stays, and the folder with it', async () => {
  await dashboardByHand('theirs', 'Theirs')
  await dashboardByHand('b', 'Title of b, edited')
  await byHand('/api/folders', { uid: 'elsewhere', title: 'Elsewhere' })
  const results = await remove()
  expect(states(results)).toEqual([
    'rule group http: removed',
    'dashboard Theirs: kept',
    'dashboard Title of a: removed',
    'dashboard Title of b, edited: kept',
    'folder Chat: kept',
    'data source Chat Prometheus: removed',
  ])
  expect(left()).toEqual({
    ...NOTHING,
    dashboards: expect.arrayContaining(['theirs', 'b']),
    folders: [FOLDER, 'elsewhere'],
  })
})

test.each([
  ['a dashboard', () => dashboardByHand('theirs', 'Theirs')],
  ['a folder', () => byHand('/api/folders', { uid: 'sub', title: 'Sub', parentUid: FOLDER })],
  ['a library panel', async () => void here.grafana.state.libraryPanelFolders.push(FOLDER)],
])('%s that appears in the folder after the plan keeps the folder', async (_, appear) => {
  const grafana = createGrafana({ url: here.grafana.url, token: TOKENS.admin, pool })
  const plan = planGrafanaRemoval(OWN, await observeBelongings(grafana, OWN))
  await appear()
  const results = await removeFromGrafana(plan, { grafana })
  expect(results.find(({ kind }) => kind === 'folder')).toMatchObject({
    state: 'failed',
    problem: { code: 'grafana-folder-not-empty' },
  })
  expect(left().folders).toContain(FOLDER)
})

test('a dashboard that someone edits after the plan stays', async () => {
  const grafana = createGrafana({ url: here.grafana.url, token: TOKENS.admin, pool })
  const plan = planGrafanaRemoval(OWN, await observeBelongings(grafana, OWN))
  await dashboardByHand('a', 'Title of a')
  expect(states(await removeFromGrafana(plan, { grafana }))).toContain('dashboard Title of a: failed')
  expect(left().dashboards).toEqual(['a'])
})

test('another deployment in the same Grafana keeps everything', async () => {
  const other = { deployment: 'other', folderUid: 'other-folder', dataSourceUid: 'other' }
  expect(await remove(other)).toEqual([])
  expect(left().rules).toEqual(['A', 'B'])
})

test.each(['cut-after', { status: 500, body: { message: 'injected' } }] as const)(
  'a removal whose answer is lost (%s) is not an error',
  async (answer) => {
    for (const path of [/alert-rules\//, /dashboards\/uid/, /api\/folders/, /datasources\/uid/])
      here.grafana.fault({ method: 'DELETE', path, answer })
    expect(new Set((await remove()).map(({ state }) => state))).toEqual(new Set(['removed']))
    expect(left()).toEqual(NOTHING)
  },
)

test('without the permission for data sources the rest goes, and the next run continues', async () => {
  here.grafana.fault({
    ...{ method: 'DELETE', path: /datasources/ },
    answer: { status: 403, body: { message: 'Permissions needed: datasources:delete' } },
  })
  expect(states(await remove())).toContain('data source Chat Prometheus: failed')
  expect(left()).toEqual({ ...NOTHING, dataSources: [DEPLOYMENT] })
  expect(states(await remove())).toEqual(['data source Chat Prometheus: removed'])
})

test('a folder that the token may not see is reported, not taken as gone', async () => {
  // Grafana shows a new folder to others only after a minute.
  const results = await remove({}, 'editor')
  expect(results.find(({ kind }) => kind === 'folder')).toMatchObject({
    state: 'kept',
    problem: { code: 'grafana-folder-hidden' },
  })
})

test('where a rule cannot be removed the folder stays', async () => {
  const refused = { status: 403, body: { message: 'no' } }
  here.grafana.fault({ method: 'DELETE', path: /alert-rules\//, answer: refused })
  const results = await remove()
  expect(states(results)).toEqual([
    'rule group http: failed',
    'dashboard Title of a: removed',
    'dashboard Title of b: removed',
    'folder Chat: failed',
    'data source Chat Prometheus: removed',
  ])
  expect(states(await remove())).toEqual(['rule group http: removed', 'folder Chat: removed'])
})
