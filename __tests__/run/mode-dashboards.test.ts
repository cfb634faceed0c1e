import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { run } from '../../src/run/run.ts'
import { type GrafanaStandin, startGrafana, TOKENS } from '../sandbox/grafana/server.ts'
import { keptLog } from '../support/fly-fake.ts'

const CONFIG = `
monitoring: { app: mon, organization: acme }
apps: [{ app: web, deploy: false }]
services: [{ name: web, app: web, port: 9090 }]
grafana: { dashboards: [d.json] }
`
/** As Grafana 12.4 exports it with the model "V2 Resource", apart from what does not matter here. */
const SCHEMA_V2 = {
  apiVersion: 'dashboard.grafana.app/v2beta1',
  kind: 'Dashboard',
  metadata: { name: 'two' },
  spec: {
    title: 'Two',
    elements: { lib: { kind: 'LibraryPanel', spec: { id: 1, title: 'L', libraryPanel: { uid: 'gone' } } } },
    layout: {
      kind: 'GridLayout',
      spec: {
        items: [{ kind: 'GridLayoutItem', spec: { element: { kind: 'ElementReference', name: 'lib' } } }],
      },
    },
  },
}

let folder = ''
let grafana: GrafanaStandin

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mode-dashboards-'))
  grafana = await startGrafana()
})

afterEach(async () => {
  await grafana.close()
  rmSync(folder, { recursive: true })
})

async function importDashboards(commit?: string) {
  const workspace = join(folder, 'workspace')
  mkdirSync(workspace, { recursive: true })
  writeFileSync(join(workspace, 'monitoring.yml'), CONFIG)
  writeFileSync(join(workspace, 'd.json'), JSON.stringify(SCHEMA_V2))
  const env = {
    ...{ INPUT_MODE: 'dashboards', INPUT_TIMEOUT: '60s', GITHUB_WORKSPACE: workspace },
    ...{ GRAFANA_URL: grafana.url, GRAFANA_API_KEY: TOKENS.admin, PATH: process.env.PATH },
    ...(commit && { GITHUB_SHA: commit }),
  }
  const context = { env, log: keptLog(), signal: new AbortController().signal }
  return run({ ...context, scratch: join(folder, 'scratch') })
}

test('an import of dashboards is annotated once for each commit, and not without one', async () => {
  await importDashboards()
  expect(grafana.state.annotations).toEqual([])
  const commit = 'a'.repeat(40)
  await importDashboards(commit)
  await importDashboards(commit)
  expect(grafana.state.annotations.map(({ text, tags }) => [text, tags])).toEqual([
    [
      `Dashboards of ${'a'.repeat(12)} imported`,
      ['deploy', 'mon', 'deploy-monitoring', commit, 'dashboards-only'],
    ],
  ])
  await importDashboards('b'.repeat(40))
  expect(grafana.state.annotations).toHaveLength(2)
})

test('a dashboard of schema v2 passes the check of the files, is written, and its library panel reported', async () => {
  const report = await importDashboards()
  expect(report.dashboards).toEqual([{ title: 'Two', url: `${grafana.url}/d/two`, result: 'created' }])
  expect(grafana.state.dashboards.map(({ uid, storedVersion }) => [uid, storedVersion])).toEqual([
    ['two', 'v2beta1'],
  ])
  expect(report.problems.map(({ code }) => code)).toContain('grafana-library-panel')
})
