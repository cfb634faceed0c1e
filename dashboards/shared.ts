import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog'
import {
  type DataSourceRef,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  SortOrder,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common'
import {
  AnnotationQueryBuilder,
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  DatasourceVariableBuilder,
  FieldColorBuilder,
  FieldColorModeId,
  IntervalVariableBuilder,
  QueryVariableBuilder,
  type Threshold,
  ThresholdsConfigBuilder,
  ThresholdsMode,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus'
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries'
import type { PanelRef } from '../src/desired/alerts/panels.ts'
import { RUNBOOKS_URL, runbookUrl } from '../src/lib/documentation.ts'

// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Grafana
const DATASOURCE: DataSourceRef = { type: 'prometheus', uid: '${datasource}' }
const GRAFANA: DataSourceRef = { type: 'grafana', uid: '-- Grafana --' }

/** The tags of the annotations that a deployment of the preset writes. */
const DEPLOY_TAGS = ['deploy', 'fechatter-monitoring']

/** The matcher that every query of a service's metrics carries. */
export const SERVICE = 'service=~"$service"'

/** The window of every rate: at least four scrapes, and no less than the chosen resolution. */
export const WINDOW = '$__rate_interval'

/** A dashboard with everything that ours have in common: data source, services, resolution, deployments, links. */
export function dashboard(options: { uid: string; title: string; description: string }): DashboardBuilder {
  return new DashboardBuilder(options.title)
    .uid(options.uid)
    .description(options.description)
    .tags(['fechatter', 'deploy-monitoring'])
    .editable()
    .timezone('browser')
    .time({ from: 'now-1h', to: 'now' })
    .refresh('30s')
    .tooltip(DashboardCursorSync.Crosshair)
    .withVariable(
      new DatasourceVariableBuilder('datasource')
        .label('Data source')
        .description('The Prometheus that scrapes the services, or the one that it writes to.')
        .type('prometheus'),
    )
    .withVariable(
      new QueryVariableBuilder('service')
        .label('Service')
        .description('Only what these services measure. A panel whose metrics belong to others stays empty.')
        .datasource(DATASOURCE)
        .query('label_values(up, service)')
        .refresh(VariableRefresh.OnTimeRangeChanged)
        .sort(VariableSort.AlphabeticalAsc)
        .multi(true)
        .includeAll(true)
        .allValue('.+')
        .current({ selected: true, text: ['All'], value: ['$__all'] }),
    )
    .withVariable(
      new IntervalVariableBuilder('interval')
        .label('Resolution')
        .description(
          'Shortest distance of two points. Longer is smoother: rates are taken over at least this.',
        )
        .values('15s,1m,5m,15m,1h')
        .current({ selected: true, text: '1m', value: '1m' }),
    )
    .annotation(
      new AnnotationQueryBuilder()
        .name('Annotations & Alerts')
        .datasource(GRAFANA)
        .builtIn(1)
        .type('dashboard')
        .enable(true)
        .hide(true)
        .iconColor('rgba(0, 211, 255, 1)'),
    )
    .annotation(
      new AnnotationQueryBuilder()
        .name('Deployments')
        .datasource(GRAFANA)
        .enable(true)
        .iconColor('purple')
        .target(deployments),
    )
    .link(
      new DashboardLinkBuilder('Fechatter')
        .type(DashboardLinkType.Dashboards)
        .tags(['fechatter'])
        .tooltip('The other dashboards, for the same time')
        .keepTime(true)
        .includeVars(true),
    )
    .link(link('Alerts', '/alerting/list', 'What is firing now'))
    .link(link('Runbooks', RUNBOOKS_URL, 'What each alert means and what to do', true))
}

/** Annotations of all dashboards by tag: what the deployment wrote, whichever dashboard it wrote it on. */
const deployments: Builder<Dataquery> = {
  build: () => ({
    limit: 100,
    matchAny: false,
    tags: DEPLOY_TAGS,
    type: 'tags',
    _implementsDataqueryVariant: () => {},
  }),
}

const link = (title: string, url: string, tooltip: string, blank = false): DashboardLinkBuilder =>
  new DashboardLinkBuilder(title)
    .type(DashboardLinkType.Link)
    .icon(blank ? 'doc' : 'bolt')
    .url(url)
    .tooltip(tooltip)
    .targetBlank(blank)
    .keepTime(!blank)

export interface Look {
  title: string
  /** What it shows, then what to do when it looks wrong. */
  description: string
  unit: string
  /** Shown in place of the graph when the queries answer nothing. */
  noValue: string
  /** Alerts about what the panel shows: their pages become links of the panel. */
  alerts: readonly string[]
  position: { x: number; y: number; w: number; h: number }
  /** Dashed lines at these values; the first step, at null, is the colour below all of them. */
  thresholds?: Threshold[]
  max?: number
  decimals?: number
}

/** A time series in our look: colours by name that suit light and dark, gaps stay gaps, single points are seen. */
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
    .lineWidth(2)
    .fillOpacity(10)
    .showPoints(VisibilityMode.Auto)
    .spanNulls(false)
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassicByName))
    .thresholds(
      new ThresholdsConfigBuilder()
        .mode(ThresholdsMode.Absolute)
        .steps(look.thresholds ?? [{ value: null, color: 'green' }]),
    )
    .thresholdsStyle(
      new GraphThresholdsStyleConfigBuilder().mode(
        look.thresholds ? GraphThresholdsStyleMode.Dashed : GraphThresholdsStyleMode.Off,
      ),
    )
    .legend(
      new VizLegendOptionsBuilder()
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .showLegend(true)
        .calcs(['lastNotNull', 'max']),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending))
    .links(look.alerts.map((alert) => link(`Runbook: ${alert}`, runbookUrl(alert), '', true)))
  if (look.max !== undefined) panel.max(look.max)
  if (look.decimals !== undefined) panel.decimals(look.decimals)
  return panel
}

/** One query over the chosen time; `interval` makes the resolution the shortest step. */
export const query = (refId: string, expr: string, legend: string): DataqueryBuilder =>
  new DataqueryBuilder()
    .refId(refId)
    .datasource(DATASOURCE)
    .expr(expr)
    .legendFormat(legend)
    .range()
    .interval('$interval')

/** The label `app` of the line that was clicked. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Grafana
const CLICKED_APP = '${__field.labels.app}'

/** From a line to its app at Fly: machines, logs, restarts. Needs the label `app` on the series. */
export const flyLinks = (): DashboardLinkBuilder[] => [
  new DashboardLinkBuilder('Machines at Fly').url(`https://fly.io/apps/${CLICKED_APP}`).targetBlank(true),
  new DashboardLinkBuilder('Public address').url(`https://${CLICKED_APP}.fly.dev`).targetBlank(true),
]

/**
 * The file as it is committed. The SDK hides every link and annotation switch in a menu ("inControlsMenu") and
 * cannot be told otherwise; ours stay visible.
 */
export const toJson = (dashboard: Dashboard): string =>
  `${JSON.stringify(dashboard, (_, value) => (value === 'inControlsMenu' ? undefined : value), 2)}\n`
