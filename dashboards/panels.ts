import {
  AxisPlacement,
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  SortOrder,
  TableCellHeight,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizOrientation,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common'
import {
  FieldColorBuilder,
  FieldColorModeId,
  type GridPos,
  MappingType,
  SpecialValueMatch,
  type Threshold,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat'
import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table'
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries'
import type { PanelRef } from '../src/desired/alerts/panels.ts'
import { SELF_ZERO } from '../src/desired/alerts/self-monitoring.ts'
import { TARGETS_EXPECTED } from '../src/desired/alerts/targets.ts'
import { FECHATTER_COLORS, SELF_COLOR } from '../src/desired/dashboards/colors.ts'
import { runbookUrl } from '../src/lib/documentation.ts'
import { DATASOURCE, rowsNow, runbookLinks, SERVICE } from './shared.ts'

export interface Look {
  title: string
  /** What it shows, then what to do when it looks wrong. */
  description: string
  unit: string
  /** Shown in place of the graph when the queries answer nothing; also when Prometheus does not answer at all. */
  noValue: string
  /** Alerts about what the panel shows: their pages become links of the panel. */
  alerts: readonly string[]
  position: GridPos
  /** Dashed lines at these values; the first step, at null, is the colour below all of them. */
  thresholds?: Threshold[]
  /** The axis reaches from 0 to at least this: noise is not blown up, and the first threshold is in view. */
  reaches: number
  max?: number
  decimals?: number
}

const FIRST_STEP: Threshold[] = [{ value: null, color: 'green' }]

const steps = (look: { thresholds?: Threshold[] }) =>
  new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(look.thresholds ?? FIRST_STEP)

/** A time series in our look: colours by service, gaps stay gaps, single points are seen, no value that may be old. */
export function timeseries(ref: PanelRef, look: Look): PanelBuilder {
  const panel = new PanelBuilder()
    .id(ref.panel)
    .title(look.title)
    .description(look.description)
    .datasource(DATASOURCE)
    .gridPos(look.position)
    .unit(look.unit)
    .noValue(look.noValue)
    .min(0)
    .axisSoftMin(0)
    .axisSoftMax(look.reaches)
    .axisPlacement(AxisPlacement.Auto)
    .lineWidth(2)
    .fillOpacity(10)
    .showPoints(VisibilityMode.Auto)
    .spanNulls(false)
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassicByName))
    .thresholds(steps(look))
    .thresholdsStyle(
      new GraphThresholdsStyleConfigBuilder().mode(
        look.thresholds ? GraphThresholdsStyleMode.Dashed : GraphThresholdsStyleMode.Off,
      ),
    )
    // No "last value": it would be that from before the end of the series. The first row shows what is now.
    .legend(
      new VizLegendOptionsBuilder()
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .showLegend(true)
        .calcs([]),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending))
    .links(runbookLinks(look.alerts))
  if (look.max !== undefined) panel.max(look.max)
  if (look.decimals !== undefined) panel.decimals(look.decimals)
  return panel
}

const fixed = (color: string) => ({ id: 'color', value: { mode: 'fixed', fixedColor: color } })

/** Lines with these names in these colours. */
export function colored(panel: PanelBuilder, colors: Readonly<Record<string, string>>): PanelBuilder {
  for (const [name, color] of Object.entries(colors)) panel.overrideByName(name, [fixed(color)])
  return panel
}

/** Every line whose name starts with a service in the colour of that service. */
export function byService(
  panel: PanelBuilder,
  colors: Readonly<Record<string, string>> = FECHATTER_COLORS,
): PanelBuilder {
  for (const [service, color] of Object.entries(colors))
    panel.overrideByRegexp(`/^${service}( |$)/`, [fixed(color)])
  return panel
}

/** Every line whose name ends so is dashed: the second of two numbers about one service. */
export const dashed = (panel: PanelBuilder, end: string): PanelBuilder =>
  panel.overrideByRegexp(`/${end}$/`, [
    { id: 'custom.lineStyle', value: { fill: 'dash', dash: [8, 6] } },
    { id: 'custom.fillOpacity', value: 0 },
  ])

const UNKNOWN = { match: SpecialValueMatch.NullAndNan, result: { color: SELF_COLOR, index: 0 } }

/** Values now, large: one tile for each series, its colour by the thresholds. */
export function stat(ref: PanelRef, look: Omit<Look, 'reaches'>): StatBuilder {
  const panel = new StatBuilder()
    .id(ref.panel)
    .title(look.title)
    .description(look.description)
    .datasource(DATASOURCE)
    .gridPos(look.position)
    .unit(look.unit)
    .noValue(look.noValue)
    .thresholds(steps(look))
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
    .colorMode(BigValueColorMode.Background)
    .graphMode(BigValueGraphMode.None)
    .textMode(BigValueTextMode.Auto)
    .orientation(VizOrientation.Auto)
    .reduceOptions(new ReduceDataOptionsBuilder().values(false).calcs(['lastNotNull']))
    // No value is not green: nobody knows.
    .mappings([{ type: MappingType.SpecialValue, options: UNKNOWN }])
    .links(runbookLinks(look.alerts))
  if (look.decimals !== undefined) panel.decimals(look.decimals)
  return panel
}

const EXPECTED = `${TARGETS_EXPECTED}{${SERVICE}}`

/** Machines that answer, of each service that should have any: 0 when all have left the private DNS. */
export const MACHINES_UP = `sum by (app, service) (up{${SERVICE}})\nor\n0 * ${EXPECTED}`

/** Expected minus up, over all services. */
export const MACHINES_MISSING = `sum(${EXPECTED} - on (app, service) (\n${MACHINES_UP}\n))`

/** Each number of a service as a text, in a label: a tile shows both, and is coloured by how many are missing. */
const asLabel = (label: string, expr: string) =>
  `* on (app, service) group_left (${label})\ncount_values by (app, service) ("${label}", ${expr})`

/** Machines that are missing, of each service, with "1 of 2" in the label `machines`. */
const MISSING_BY_SERVICE = [
  'label_join(',
  `(${EXPECTED} - on (app, service) (\n${MACHINES_UP}\n))`,
  asLabel('up', MACHINES_UP),
  asLabel('expected', EXPECTED),
  ', "machines", " of ", "up", "expected")',
].join('\n')

/** Grafana's columns are 150 pixels wide or wider: on a phone the last ones would be out of sight. */
const NARROW = { id: 'custom.minWidth', value: 90 }

/** "Is everything there?": for each service the machines that answer, and how many there should be; what is missing is first. */
export const machinesUp = (ref: PanelRef, position: GridPos): TableBuilder =>
  rows(ref, {
    title: 'Machines up',
    description:
      'Machines of each service that answer Prometheus now, of those expected: as many as there usually were in the last day, and at least one. ' +
      'A stopped machine leaves the private DNS of Fly, so that nothing is "down". Red: click the service to open its app at Fly, then look at /targets of Prometheus.',
    unit: 'count:missing',
    noValue: 'No answer: Prometheus is not reachable, or has just started',
    alerts: ['TargetDown', 'ServiceAbsent'],
    position,
    decimals: 0,
    thresholds: [
      { value: null, color: 'transparent' },
      { value: 1, color: 'red' },
    ],
  })
    .showHeader(false)
    .withTarget(rowsNow('A', MISSING_BY_SERVICE))
    .withTransformation(
      columns({ service: 'Service', machines: 'Up', Value: 'Missing' }, ['Time', 'up', 'expected']),
    )
    .withTransformation({ id: 'sortBy', options: { fields: {}, sort: [{ field: 'Missing', desc: true }] } })
    .overrideByName('app', [{ id: 'custom.hidden', value: true }])
    .overrideByName('Service', [NARROW, { id: 'links', value: FLY_OF_ROW }])
    .overrideByName('Up', [{ id: 'custom.width', value: 60 }])
    .overrideByName('Missing', [
      { id: 'custom.width', value: 90 },
      { id: 'custom.cellOptions', value: { type: 'color-background', mode: 'basic', applyToRow: true } },
      {
        id: 'mappings',
        value: [{ type: 'value', options: { 0: { text: 'all up', color: 'transparent', index: 0 } } }],
      },
    ])

/** The app of the row that was clicked. */
const FLY_OF_ROW = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Grafana
  { title: 'Machines at Fly', url: 'https://fly.io/apps/${__data.fields.app}', targetBlank: true },
]

/** The columns in this order under these names, the label that makes them first. */
const columns = (names: Readonly<Record<string, string>>, hidden: readonly string[]) => ({
  id: 'organize',
  options: {
    excludeByName: Object.fromEntries(hidden.map((name) => [name, true])),
    indexByName: Object.fromEntries(Object.keys(names).map((name, i) => [name, i])),
    renameByName: names,
  },
})

/** The text of the cell that was clicked. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Grafana
const CLICKED = '${__value.raw}'

/** For how long each alert has been active, in seconds; one row with 0 while none fires. One without a service is about its app. */
const FIRING = [
  'time() - min by (alertname, service, severity) (',
  'label_replace(label_join(',
  '  ALERTS_FOR_STATE{alertname!="Watchdog"}',
  '  and ignoring (alertstate)',
  '  ALERTS{alertname!="Watchdog",alertstate="firing"}',
  ', "of", ";", "service", "app"), "service", "$1", "of", ";(.+)")',
  ')',
  'or on ()',
  `label_replace(${SELF_ZERO}, "alertname", "No alert is firing", "", "")`,
].join('\n')

/** Values now as rows, with a column for each label. */
export function rows(ref: PanelRef, look: Omit<Look, 'reaches'>): TableBuilder {
  const panel = new TableBuilder()
    .id(ref.panel)
    .title(look.title)
    .description(look.description)
    .datasource(DATASOURCE)
    .gridPos(look.position)
    .unit(look.unit)
    .noValue(look.noValue)
    .thresholds(steps(look))
    .cellHeight(TableCellHeight.Sm)
    .links(runbookLinks(look.alerts))
  if (look.decimals !== undefined) panel.decimals(look.decimals)
  return panel
}

/** Of a row without this label; the text of the panel is about a panel without rows. */
const NOTHING = { id: 'noValue', value: '–' }

/** The alerts that fire, the critical ones first, with links to what to do. */
export const firingAlerts = (ref: PanelRef, position: GridPos): TableBuilder =>
  rows(ref, {
    title: 'Firing alerts',
    description:
      'What is broken and for how long, without the Watchdog, which always fires. Click an alert for what it means and what to do.',
    unit: 'short',
    noValue: 'No answer: Prometheus is not reachable, or does not scrape itself',
    alerts: ['Watchdog'],
    position,
  })
    .withTarget(rowsNow('A', FIRING))
    .withTransformation(
      columns({ alertname: 'Alert', service: 'Service', severity: 'Severity', Value: 'For' }, ['Time']),
    )
    .withTransformation({ id: 'sortBy', options: { fields: {}, sort: [{ field: 'Severity' }] } })
    .overrideByName('For', [
      { id: 'unit', value: 's' },
      { id: 'decimals', value: 0 },
      { id: 'custom.width', value: 65 },
      { id: 'mappings', value: [{ type: 'value', options: { 0: { text: '–', index: 0 } } }] },
    ])
    .overrideByName('Severity', [
      NOTHING,
      { id: 'custom.width', value: 80 },
      {
        id: 'mappings',
        value: [
          {
            type: 'value',
            options: {
              critical: { color: 'red', text: 'critical', index: 0 },
              warning: { color: 'orange', text: 'warning', index: 1 },
            },
          },
        ],
      },
      { id: 'custom.cellOptions', value: { type: 'color-text' } },
    ])
    .overrideByName('Service', [NARROW, NOTHING])
    .overrideByName('Alert', [
      NARROW,
      {
        id: 'links',
        value: [
          {
            title: 'Runbook, for an alert of deploy-monitoring',
            url: runbookUrl(CLICKED),
            targetBlank: true,
          },
          { title: 'All alerts in Grafana', url: '/alerting/list', targetBlank: true },
        ],
      },
    ])
