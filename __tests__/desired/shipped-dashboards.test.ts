import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { fechatterMonitoring } from '../../dashboards/fechatter-monitoring.ts'
import { fechatterOverview } from '../../dashboards/fechatter-overview.ts'
import { toJson } from '../../dashboards/shared.ts'
import { declaredMetrics } from '../../src/config/declared-metrics.ts'
import { parseConfig } from '../../src/config/load.ts'
import { presetConfig } from '../../src/config/preset.ts'
import { ruleGroups } from '../../src/desired/alerts/groups.ts'
import { monitoringPanels, overviewPanels } from '../../src/desired/alerts/panels.ts'
import { isAlert } from '../../src/desired/alerts/rule.ts'
import { AT_RISK, BAD, FECHATTER_COLORS, SELF_COLOR } from '../../src/desired/dashboards/colors.ts'
import { expandGrafana } from '../../src/formats/promql/grafana-variables.ts'
import { parsePromql } from '../../src/formats/promql/parse.ts'

interface Override {
  matcher: { id: string; options: string }
  properties: { id: string; value: { fixedColor?: string } }[]
}
interface Panel {
  id: number
  title: string
  description: string
  type: string
  datasource: { type: string; uid: string }
  gridPos: { x: number; y: number; w: number; h: number }
  fieldConfig: {
    defaults: {
      mappings?: object[]
      unit: string
      noValue: string
      max?: number
      thresholds: { steps: { value: number | null }[] }
      custom: { axisSoftMax: number }
    }
    overrides: Override[]
  }
  options: { legend?: { calcs: string[] } }
  links: { title: string; url: string }[]
  targets: {
    refId: string
    expr: string
    legendFormat: string
    instant?: boolean
    datasource: { uid: string }
  }[]
}
interface Dashboard {
  uid: string
  title: string
  id?: number
  version?: number
  panels: Panel[]
  templating: { list: { name: string; type: string; query: string }[] }
  annotations: { list: { name: string; enable: boolean; target?: { tags: string[] } }[] }
}

const folder = fileURLToPath(new URL('../../dashboards/', import.meta.url))
const committed = (file: string) => readFileSync(join(folder, file), 'utf8')
const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
const all = files.map((file): [string, Dashboard] => [file, JSON.parse(committed(file)) as Dashboard])
const config = parseConfig(presetConfig({}))

test('the committed JSON is what the definitions say (npm run generate)', () => {
  expect(committed('fechatter-overview.json')).toBe(toJson(fechatterOverview()))
  expect(committed('fechatter-monitoring.json')).toBe(toJson(fechatterMonitoring()))
})

test('uids are unique, are the names of the files, and carry nothing of another Grafana', () => {
  expect(all.map(([, { uid }]) => uid)).toEqual(files.map((file) => basename(file, '.json')))
  for (const [, dashboard] of all) {
    expect(dashboard).not.toHaveProperty('id')
    expect(dashboard).not.toHaveProperty('version')
    expect(dashboard).not.toHaveProperty('__inputs')
  }
})

test('the overview has the seven panels, and panels keep the ids that links carry', () => {
  const ids = Object.fromEntries(all.map(([, { uid, panels }]) => [uid, panels.map((panel) => panel.id)]))
  const declared = (panels: Record<string, { panel: number }>) =>
    Object.values(panels).map(({ panel }) => panel)
  expect(ids['fechatter-overview']?.toSorted((a, b) => a - b)).toEqual(declared(overviewPanels))
  expect(ids['fechatter-monitoring']?.toSorted((a, b) => a - b)).toEqual(declared(monitoringPanels))
  const graphs = all.find(([, { uid }]) => uid === 'fechatter-overview')?.[1].panels
  expect(graphs?.filter(({ type }) => type === 'timeseries').map(({ id }) => id)).toEqual([
    1, 2, 3, 4, 5, 6, 7,
  ])
})

describe.each(all)('%s', (_, dashboard) => {
  test('every panel says what it shows, in which unit, and what no data means', () => {
    for (const panel of dashboard.panels) {
      expect(panel).toMatchObject({
        title: expect.stringMatching(/.{5,30}/),
        description: expect.stringMatching(/.{60,}\.$/),
        datasource: { type: 'prometheus', uid: DATASOURCE },
        fieldConfig: {
          defaults: {
            unit: expect.stringMatching(/^(short|reqps|percentunit|s|count:[a-z/]+)$/),
            // A tile is small: a long text would be shown in letters that are too small to read.
            noValue: expect.stringMatching(panel.type === 'stat' ? /^.{5,12}$/ : /.{20,}/),
          },
        },
      })
      expect(panel.links.length).toBeGreaterThan(0)
      for (const { url } of panel.links) expect(existsSync(url.replace(/^.*\/blob\/main\//, ''))).toBe(true)
    }
  })

  test('graphs show gaps as gaps, no value from before the end of a series, and axes that do not blow up noise', () => {
    for (const { type, fieldConfig, options } of dashboard.panels) {
      if (type !== 'timeseries') continue
      const { custom, thresholds, max } = fieldConfig.defaults
      expect(custom).toMatchObject({ spanNulls: false, axisSoftMin: 0 })
      expect(options.legend?.calcs).toEqual([])
      const last = thresholds.steps.at(-1)?.value ?? 0
      expect(max ?? custom.axisSoftMax).toBeGreaterThanOrEqual(last)
      expect(custom.axisSoftMax).toBeGreaterThan(0)
    }
  })

  test('a first row says whether all is right now, from instant queries alone', () => {
    const row = dashboard.panels.filter(({ gridPos }) => gridPos.y === 0)
    expect(row.map(({ type }) => type)).toEqual(['table', 'stat', 'stat', 'table'])
    expect(row.at(0)?.title).toBe('Machines up')
    expect(row.at(-1)?.title).toBe('Firing alerts')
    // A tile without a value is not green: Grafana takes the first threshold's colour otherwise.
    for (const { type, fieldConfig } of row)
      if (type === 'stat')
        expect(fieldConfig.defaults.mappings).toEqual([
          { type: 'special', options: { match: 'null+nan', result: { color: SELF_COLOR, index: 0 } } },
        ])
    for (const panel of dashboard.panels)
      for (const target of panel.targets)
        expect({ panel: panel.title, instant: target.instant === true }).toEqual({
          panel: panel.title,
          instant: panel.type !== 'timeseries',
        })
  })

  test('a line has the colour of its service or of its meaning, and nothing that failed is green', () => {
    const graphs = dashboard.panels.filter(({ type }) => type === 'timeseries')
    const lines = graphs.flatMap(({ targets, fieldConfig: { overrides } }) =>
      targets.flatMap(({ legendFormat }) => namesOf(legendFormat).map((name) => ({ name, overrides }))),
    )
    for (const { name, overrides } of lines) {
      const color = colorOf(name, overrides)
      expect({ name, color }).toEqual({ name, color: expect.stringMatching(/^#[0-9A-F]{6}$/) })
      if (/fail|missing|firing/i.test(name)) expect([BAD, AT_RISK]).toContain(color)
    }
  })

  test('panels fill the grid without holes or overlaps, and are wide enough to read', () => {
    const taken = new Map<string, number>()
    for (const { id, gridPos } of dashboard.panels) {
      expect(gridPos.w).toBeGreaterThanOrEqual(gridPos.y === 0 ? 3 : 8)
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect(taken.get(`${x},${y}`)).toBeUndefined()
          taken.set(`${x},${y}`, id)
        }
    }
    const bottom = Math.max(...dashboard.panels.map(({ gridPos }) => gridPos.y + gridPos.h))
    expect(taken.size).toBe(24 * bottom)
    // On a phone they follow each other in this order.
    const order = dashboard.panels.toSorted((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x)
    expect(order).toEqual(dashboard.panels)
  })

  test('queries ask the chosen data source, parse, and read only what is promised or recorded', () => {
    const known = knownMetrics()
    for (const target of dashboard.panels.flatMap((panel) => panel.targets)) {
      expect(target).toMatchObject({
        datasource: { uid: DATASOURCE },
      })
      // The data source knows how often is scraped; a step of its own makes every rate window four times as long.
      expect(target).not.toHaveProperty('interval')
      const { query, unknown } = expandGrafana(target.expr, { service: '.+', __rate_interval: '1m' })
      const parsed = parsePromql(query)
      expect({ query, unknown, errors: parsed.errors }).toEqual({ query, unknown: [], errors: [] })
      expect(parsed.selectors.map(({ metric }) => metric).filter((metric) => !known(metric ?? '?'))).toEqual(
        [],
      )
    }
  })

  test('one can choose data source and services, and sees deployments', () => {
    expect(dashboard.templating.list.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      'datasource: datasource',
      'service: query',
    ])
    expect(dashboard.annotations.list).toContainEqual(
      expect.objectContaining({
        name: 'Deployments',
        enable: true,
        hide: true,
        target: expect.objectContaining({ tags: ['deploy', 'fechatter-monitoring'] }),
      }),
    )
  })
})

/** The names that lines get from a legend. */
const namesOf = (legend: string): string[] =>
  legend.includes('{{service}}')
    ? Object.keys(FECHATTER_COLORS).map((service) => legend.replace('{{service}}', service))
    : [legend]

/** The colour that the overrides of a panel give to a line; Grafana takes the last that matches. */
function colorOf(name: string, overrides: Override[]): string | undefined {
  const matching = overrides.filter(({ matcher: { id, options } }) =>
    id === 'byName' ? options === name : id === 'byRegexp' && new RegExp(options.slice(1, -1)).test(name),
  )
  return matching
    .flatMap(({ properties }) =>
      properties.flatMap(({ id, value }) => (id === 'color' ? value.fixedColor : [])),
    )
    .at(-1)
}

/** The data source variable, as Grafana writes it. */
const DATASOURCE = ['$', '{datasource}'].join('')

function knownMetrics(): (metric: string) => boolean {
  const known = new Set([
    ...['up', 'scrape_samples_scraped', 'scrape_duration_seconds', 'ALERTS', 'ALERTS_FOR_STATE'],
  ])
  for (const metric of config.services.flatMap(declaredMetrics)) {
    known.add(metric.name)
    if (metric.type === 'histogram') known.add(`${metric.name}_bucket`)
  }
  for (const rule of ruleGroups(config, { remoteWrite: true }).flatMap((group) => group.rules))
    if (!isAlert(rule)) known.add(rule.record)
  return (metric) => known.has(metric) || metric.startsWith('prometheus_')
}
