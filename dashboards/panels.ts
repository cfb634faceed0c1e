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
import { FECHATTER_COLORS } from '../src/desired/dashboards/colors.ts'
import { runbookUrl } from '../src/lib/documentation.ts'
import { DATASOURCE, flyLinks, now, rowsNow, runbookLinks, SERVICE } from './shared.ts'

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

/** Machines that are missing, of each service; 0 where all are there. */
const MISSING_BY_SERVICE = [
  `(${EXPECTED} - on (app, service) (\n${MACHINES_UP}\n))`,
  asLabel('up', MACHINES_UP),
  asLabel('expected', EXPECTED),
].join('\n')

/** "Is everything there?": for each service the machines that answer, and how many there should be. */
export const machinesUp = (ref: PanelRef, position: GridPos): StatBuilder =>
  stat(ref, {
    title: 'Machines up',
    description:
      'Machines of each service that answer Prometheus now, of those expected: as many as there usually were in the last day, and at least one. ' +
      'A stopped machine leaves the private DNS of Fly, so that nothing is "down". Red: open the app at Fly, then /targets of Prometheus.',
    unit: 'count:missing',
    noValue: 'No answer: Prometheus is not reachable, or has just started',
    alerts: ['TargetDown', 'ServiceAbsent'],
    position,
    decimals: 0,
    thresholds: [
      { value: null, color: 'green' },
      { value: 1, color: 'red' },
    ],
  })
    .textMode(BigValueTextMode.Name)
    .withTarget(now('A', MISSING_BY_SERVICE, '{{service}}: {{up}} of {{expected}}'))
    .dataLinks(flyLinks())

/** The text of the cell that was clicked. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Grafana
const CLICKED = '${__value.raw}'

/** Since when each alert fires, in milliseconds since the epoch; one row with 0 while none does. */
const FIRING = [
  '1000 * min by (alertname, service, severity) (',
  '  ALERTS_FOR_STATE{alertname!="Watchdog"}',
  '  and ignoring (alertstate)',
  '  ALERTS{alertname!="Watchdog",alertstate="firing"}',
  ')',
  'or on ()',
  `label_replace(${SELF_ZERO}, "alertname", "No alert is firing", "", "")`,
].join('\n')

/** Values now as rows, with a column for each label. */
export const rows = (ref: PanelRef, look: Omit<Look, 'reaches'>): TableBuilder =>
  new TableBuilder()
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

/** The alerts that fire, the newest first, with links to what to do. */
export const firingAlerts = (ref: PanelRef, position: GridPos): TableBuilder =>
  rows(ref, {
    title: 'Firing alerts',
    description:
      'What is broken and since when, without the Watchdog, which always fires. Click an alert for what it means and what to do.',
    unit: 'short',
    noValue: 'No answer: Prometheus is not reachable, or does not scrape itself',
    alerts: ['Watchdog'],
    position,
  })
    .withTarget(rowsNow('A', FIRING))
    .withTransformation({
      id: 'organize',
      options: {
        excludeByName: { Time: true },
        indexByName: { Time: 0, alertname: 1, service: 2, severity: 3, Value: 4 },
        renameByName: { alertname: 'Alert', service: 'Service', severity: 'Severity', Value: 'Since' },
      },
    })
    .withTransformation({ id: 'sortBy', options: { fields: {}, sort: [{ field: 'Since', desc: true }] } })
    .overrideByName('Since', [
      { id: 'unit', value: 'dateTimeFromNow' },
      { id: 'mappings', value: [{ type: 'value', options: { 0: { text: '–', index: 0 } } }] },
    ])
    .overrideByName('Severity', [
      { id: 'custom.width', value: 90 },
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
    .overrideByName('Alert', [
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
