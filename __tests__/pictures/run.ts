/**
 * `npm run pictures`: every shipped dashboard and those that are made from a contract, drawn by a front end of Grafana from
 * samples of a real Prometheus, in health, incident and outage; and the summary of a run. See README.md of this folder.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shippedDashboards } from '../../src/desired/dashboards/shipped.ts'
import { renderRules } from '../../src/desired/prometheus-rules.ts'
import type { JsonObject } from '../../src/lib/json-value.ts'
import { projectRoot } from '../sandbox/project.ts'
import { startBrowser } from '../support/browser.ts'
import { backfill, withPrometheus } from './backfill.ts'
import { draw, picturesOf } from './draw.ts'
import { spans } from './scenarios.ts'
import { Screen } from './screen.ts'
import { summaryPage } from './summary.ts'
import { WORLDS, type World } from './worlds.ts'

/** Pictures of the documentation: their names there. */
const DOCS: Readonly<Record<string, string>> = {
  'fechatter-overview-incident-1200-dark.png': 'dashboard-incident.png',
  'fechatter-overview-outage-1200-dark.png': 'dashboard-outage.png',
  'deploy-monitoring-web-incident-1200-dark.png': 'service-incident.png',
  'summary.png': 'summary.png',
}

const { GRAFANA_PUBLIC: publicFolder, PICTURES } = process.env
const words = process.argv.slice(2)
const folder = PICTURES ?? mkdtempSync(join(tmpdir(), 'pictures-'))
mkdirSync(folder, { recursive: true })

/** Keeps a picture, and in docs/pictures one of the documentation. */
function keep(file: string, picture: Buffer): void {
  writeFileSync(join(folder, file), picture)
  const name = DOCS[file]
  if (name !== undefined) {
    mkdirSync(`${projectRoot}docs/pictures`, { recursive: true })
    writeFileSync(`${projectRoot}docs/pictures/${name}`, picture)
  }
  console.log(file)
}

const isWanted = (file: string): boolean => words.every((word) => file.includes(word))

await using browser = await startBrowser()
const screen = new Screen(await browser.open('about:blank', { width: 900, height: 2000 }))
if (isWanted('summary.png')) {
  await screen.fill(await summaryPage(), { width: 900, height: 2000 })
  // What is below the targets is for those who look for details.
  const end = await screen.evaluate("document.querySelector('table').getBoundingClientRect().bottom + 20")
  keep('summary.png', await screen.picture(900, Number(end)))
}
if (publicFolder === undefined) console.log('GRAFANA_PUBLIC is not set: no dashboard was drawn.')
else for (const make of WORLDS) await drawWorld(make(), publicFolder)
console.log(`Pictures: ${folder}`)

async function drawWorld({ config, series }: World, front: string): Promise<void> {
  const dashboards = new Map(
    shippedDashboards(config).map(({ uid, text }) => [uid, JSON.parse(text) as JsonObject] as const),
  )
  if (![...dashboards.keys()].flatMap(picturesOf).some(({ file }) => isWanted(file))) return
  const scratch = mkdtempSync(join(tmpdir(), 'pictures-data-'))
  try {
    const rules = renderRules(config, { remoteWrite: false })
    await backfill(scratch, { scraped: series(), rules, spans: spans() })
    await withPrometheus(scratch, (prometheus) =>
      draw(screen, { dashboards, prometheus, publicFolder: front }, { isWanted, keep }),
    )
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
