import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Dashboard } from '../sandbox/grafana/state.ts'
import { dashboardFile, type Scene, scene, states } from './grafana-scene.ts'

/** How many requests an unchanged run costs, in an instance of any size; numbers, not times. */

let here: Scene

beforeEach(async () => {
  here = await scene()
})

afterEach(() => here.close())

/** Dashboards of others of this many bytes each, which are before and behind ours in the list. */
function fill(count: number, bytes: number): void {
  const text = 'x'.repeat(bytes)
  for (let i = 0; i < count; i++) {
    const uid = `${i % 2 === 0 ? 'a' : 'z'}${i}`
    const more = { version: 1, folderUid: 'theirs', provisioned: false, message: '', versions: [] }
    const spec = { title: uid, text }
    here.grafana.state.dashboards.push({
      id: 1e6 + i,
      uid,
      spec,
      created: 1,
      updated: 1,
      ...more,
    } as Dashboard)
  }
}

const files = (count: number) => Array.from({ length: count }, (_, i) => dashboardFile(`m${i}`))

/** The requests about dashboards of an unchanged run; `lists`: pages of the list. */
async function unchangedRun(dashboards: ReturnType<typeof files>) {
  here.asked()
  const outcome = await here.run({ dashboards })
  expect(new Set(states(outcome).map((state) => state.split(': ')[1]))).toEqual(new Set(['unchanged']))
  const about = here.asked().filter((line) => /dashboard|search/.test(line))
  expect(about.filter((line) => !line.startsWith('GET '))).toEqual([])
  return { all: about.length, lists: about.filter((line) => line.endsWith('/dashboards')).length }
}

test.each([
  // files, dashboards of others, bytes of each, requests at most
  [20, 0, 12_000, 1],
  [20, 600, 12_000, 24],
  [20, 5_000, 12_000, 26],
  [200, 0, 12_000, 1],
  [200, 430, 12_000, 6],
  [200, 5_000, 1_000, 6],
  [200, 5_000, 12_000, 34],
])('%d dashboards among %d others of %d bytes: at most %d requests', async (own, others, bytes, most) => {
  await here.run({ dashboards: files(own) })
  fill(others, bytes)
  const { all } = await unchangedRun(files(own))
  expect(all).toBeLessThanOrEqual(most)
})

test('three dashboards are read one by one, in an instance of any size', async () => {
  await here.run({ dashboards: files(3) })
  expect(await unchangedRun(files(3))).toEqual({ all: 3, lists: 0 })
  fill(5_000, 1_000)
  expect(await unchangedRun(files(3))).toEqual({ all: 3, lists: 0 })
})

test('a first import into a large instance does not read the whole list', async () => {
  fill(5_000, 12_000)
  await here.run({ dashboards: files(20) })
  const read = here.asked().filter((line) => line.startsWith('GET ') && /dashboard|search/.test(line))
  expect(read).toEqual([
    'GET /apis/dashboard.grafana.app/v0alpha1/namespaces/default/dashboards',
    'GET /api/search',
    'GET /api/search',
    'GET /api/search',
  ])
})
