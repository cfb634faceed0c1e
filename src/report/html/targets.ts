import { count, oneLine } from '../../lib/text.ts'
import type { Evidence } from '../../verify/evidence.ts'
import { FEW_TARGETS, type TargetRow, targetRows } from '../rows.ts'
import { codeHtml, foldedHtml, foreignHtml, type Html, markup, NOTHING, tableHtml } from './markup.ts'

const STATE: Record<TargetRow['state'], Html> = {
  'no-machine': markup`<span class="tag bad">✖ no machine</span>`,
  down: markup`<span class="tag bad">✖ down</span>`,
  unknown: markup`<span class="tag">? not checked</span>`,
  up: markup`<span class="tag good">✔ up</span>`,
  resting: markup`<span class="tag">– resting</span>`,
}
const MOST = 5_000

/** Targets by service and region, those that are not up, and all of them by machine. */
export function targetTables(evidence: Evidence | undefined): Html {
  const rows = evidence ? targetRows(evidence) : []
  if (rows.length === 0) return NOTHING
  const wrong = rows.filter(({ state }) => state !== 'up' && state !== 'resting')
  const byMachine = rows.toSorted((a, b) => compare(a.region, b.region) || compare(a.machine, b.machine))
  if (rows.length <= FEW_TARGETS && wrong.length > 0)
    return markup`${matrix(rows)}${targetTable('Targets by machine', [...wrong, ...byMachine.filter((row) => !wrong.includes(row))])}`
  const all = targetTable('All targets', byMachine.slice(0, MOST))
  return markup`${matrix(rows)}${targetTable('Targets that are not up', wrong.slice(0, MOST))}${foldedHtml(`All ${count(rows.length, 'target')} by region and machine`, all)}`
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** How many targets of each service are up in each region. */
function matrix(rows: readonly TargetRow[]): Html {
  const regions = [...new Set(rows.map(({ region }) => region))].toSorted().slice(0, 40)
  const services = [...Map.groupBy(rows, ({ service }) => service)].slice(0, 500)
  if (regions.length * services.length < 2) return NOTHING
  return tableHtml(
    'Targets that are up, by service and region',
    ['service', ...regions.map((region) => oneLine(region, 20) || 'no region')],
    services.map(([service, all]) => [
      codeHtml(service, 100),
      ...regions.map((region) => cell(all.filter((row) => row.region === region))),
    ]),
  )
}

function cell(rows: readonly TargetRow[]): Html {
  const expected = rows.filter(({ state }) => state !== 'resting')
  if (rows.length === 0) return NOTHING
  const [up, unknown] = [
    expected.filter(({ state }) => state === 'up').length,
    expected.filter(({ state }) => state === 'unknown').length,
  ]
  if (expected.length === 0) return markup`<span class="tag">${rows.length} resting</span>`
  const open = unknown > 0 ? markup`<span class="tag">${unknown} not checked</span>` : NOTHING
  if (unknown === expected.length) return open
  const kind = up + unknown === expected.length ? 'good' : 'bad'
  return markup`<span class="tag ${kind}">${up} of ${expected.length} up</span> ${open}`
}

const targetTable = (caption: string, rows: readonly TargetRow[]): Html =>
  tableHtml(
    caption,
    ['state', 'service', 'region', 'machine', 'last scrape (UTC)', 'samples', 'what Prometheus says'],
    rows.map(({ state, service, region, machine, lastScrape, samples, lost, why }) => [
      STATE[state],
      codeHtml(service, 100),
      foreignHtml(region, 40),
      codeHtml(machine, 100),
      foreignHtml(lastScrape?.slice(11, 19) ?? '', 10),
      foreignHtml(`${samples ?? ''}${lost ? ` (${lost} lost)` : ''}`, 40),
      foreignHtml(why, 300),
    ]),
  )
