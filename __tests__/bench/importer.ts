/** Imports dashboards into a Grafana, as we do or with a bare loop: `node importer.ts ours|bare`; each message is one import. */
import { readFileSync } from 'node:fs'
import { applyGrafana } from '../../src/apply/grafana/apply.ts'
import { createGrafana } from '../../src/clients/grafana/client.ts'
import { createPool } from '../../src/lib/http.ts'
import type { GrafanaDesired } from '../../src/model/grafana.ts'
import { planGrafana } from '../../src/plan/grafana/plan.ts'
import { bareImport, type Json } from './bare.ts'
import { answering, tell } from './child.ts'
import type { Started } from './grafana-server.ts'

export interface Imported {
  milliseconds: number
  cpu: number
}

const DASHBOARDS = 200

const overview = readFileSync(new URL('../../dashboards/fechatter-overview.json', import.meta.url), 'utf8')
const dashboards = Array.from({ length: DASHBOARDS }, (_, i) => {
  const uid = `bench-${i}`
  return { file: `${uid}.json`, uid, json: { ...JSON.parse(overview), uid, title: `Bench ${i}` } as Json }
})

const silent = { info: () => {}, debug: () => {}, problem: () => {}, block: () => {} }

async function ours({ url, token, folder, prometheus }: Started): Promise<void> {
  const grafana = createGrafana({ url, token, pool: createPool() })
  const desired: GrafanaDesired = {
    deployment: folder,
    folder: { uid: folder, title: folder },
    dataSource: { uid: folder, name: folder, url: prometheus, timeInterval: '15s' },
    dashboards,
    overwrite: 'unless-edited',
    ruleGroups: [],
  }
  const plan = await planGrafana(grafana, desired)
  const { results } = await applyGrafana(plan, { grafana, desired, log: silent })
  const bad = results.find((result) => result.state === 'failed' || result.state === 'kept')
  if (bad) throw new Error(JSON.stringify(bad))
}

const bare = (started: Started): Promise<void> =>
  bareImport(started, () => dashboards.map(({ json }) => json))

const way = process.argv[2] === 'ours' ? ours : bare

answering<Started>(async (started) => {
  const before = process.cpuUsage()
  const began = performance.now()
  await way(started)
  const { user, system } = process.cpuUsage(before)
  const imported: Imported = { milliseconds: performance.now() - began, cpu: (user + system) / 1e6 }
  return imported
})
tell('ready')
