import { afterEach, expect, test } from '@jest/globals'
import { deploymentUid, ruleUid } from '../../src/desired/grafana/uids.ts'
import type { GrafanaDesired } from '../../src/model/grafana.ts'
import type { GrafanaOptions } from '../sandbox/grafana/server.ts'
import { DEPLOYMENT, dashboardFile, result, ruleGroup, type Scene, scene } from './grafana-scene.ts'

/** Two deployments of the same files on one Grafana. */
let here: Scene

afterEach(() => here.close())

const few = [dashboardFile('overview')]
const many = ['overview', 'b', 'c', 'd', 'e'].map((name) => dashboardFile(name))

const staging = (dashboards: GrafanaDesired['dashboards']): Partial<GrafanaDesired> => ({
  ...{ deployment: 'staging', folder: { uid: 'staging-folder', title: 'Staging' }, dashboards },
  ruleGroups: [
    ruleGroup('http', ['A'], {
      uid: ruleUid('staging', 'http', 'A'),
      annotations: { __dashboardUid__: 'overview', __panelId__: '1' },
    }),
  ],
})

const uids = () => here.grafana.state.dashboards.map(({ uid, folderUid }) => `${folderUid}/${uid}`).sort()

test.each<[string, GrafanaOptions, GrafanaDesired['dashboards']]>([
  ['a few', {}, few],
  ['many, from a list', {}, many],
  ['many, on a Grafana without the list', { legacy: true }, many],
])('who comes second has uids of its own, and keeps them: %s', async (_how, options, dashboards) => {
  here = await scene(options)
  await here.run({ dashboards })
  const second = await here.run({ ...staging(dashboards), overwrite: 'always' })
  const own = deploymentUid('overview', 'staging')
  expect(result(second, 'Title of overview')).toMatchObject({
    state: 'created',
    url: `${here.grafana.url}/d/${own}`,
  })
  const all = dashboards.flatMap(({ json }) => {
    const { uid } = json as { uid: string }
    return [`${DEPLOYMENT}/${uid}`, `staging-folder/${deploymentUid(uid, 'staging')}`]
  })
  expect(uids()).toEqual(all.sort())
  const [rule] = here.grafana.state.ruleGroups.flatMap(({ rules }) => rules)
  expect(rule?.annotations).toMatchObject({ __dashboardUid__: own })

  here.asked()
  for (const desired of [{ dashboards }, staging(dashboards)]) await here.run(desired)
  expect(here.written()).toEqual([])
  // The first one leaves: nobody takes its place.
  here.grafana.state.dashboards = here.grafana.state.dashboards.filter((d) => d.folderUid !== DEPLOYMENT)
  await here.run(staging(dashboards))
  expect(here.written()).toEqual([])
  expect(uids().every((uid) => uid.startsWith('staging-folder/'))).toBe(true)
})

test('dashboards whose uids begin alike stay apart in a second deployment too, and are written once', async () => {
  here = await scene()
  const dashboards = ['a', 'b'].map((end) => dashboardFile(`chat-team-production-dashboards-${end}`))
  await here.run({ dashboards })
  const second = await here.run(staging(dashboards))
  expect(second.results.filter((r) => r.kind === 'dashboard').map((r) => r.state)).toEqual([
    'created',
    'created',
  ])
  expect(new Set(uids()).size).toBe(4)
  here.asked()
  await here.run(staging(dashboards))
  expect(here.written()).toEqual([])
})

test('who is alone has the uids of its files, and asks for no others once they are its own', async () => {
  here = await scene()
  await here.run({ dashboards: few })
  here.asked()
  await here.run({ dashboards: few })
  expect(here.asked().filter((line) => line.includes('search'))).toEqual([])
  expect(uids()).toEqual([`${DEPLOYMENT}/overview`])
})
