import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog'
import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common'
import {
  AnnotationQueryBuilder,
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus'
import { runbookUrl } from '../src/lib/documentation.ts'

// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Grafana
export const DATASOURCE: DataSourceRef = { type: 'prometheus', uid: '${datasource}' }
const GRAFANA: DataSourceRef = { type: 'grafana', uid: '-- Grafana --' }

/** The tags of the annotations that a deployment of the preset writes. */
const DEPLOY_TAGS = ['deploy', 'fechatter-monitoring']

/** The matcher that every query of a service's metrics carries. */
export const SERVICE = 'service=~"$service"'

/** The window of every rate in a graph: at least four scrapes, and no less than the distance of two points. */
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
        // Its switch would take a row of its own on a narrow screen; the marks are shown.
        .hide(true)
        .iconColor('purple')
        .target(deployments),
    )
    .link(
      new DashboardLinkBuilder('Fechatter')
        .type(DashboardLinkType.Dashboards)
        .tags(['fechatter'])
        .asDropdown(true)
        .tooltip('The other dashboards, for the same time')
        .keepTime(true)
        .includeVars(true),
    )
    .link(link('Alerts', '/alerting/list', 'What is firing now'))
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

/** A link in the controls of a dashboard or the menu of a panel; `blank`: in a tab of its own, without the time range. */
export const link = (title: string, url: string, tooltip: string, blank = false): DashboardLinkBuilder =>
  new DashboardLinkBuilder(title)
    .type(DashboardLinkType.Link)
    .icon(blank ? 'doc' : 'bolt')
    .url(url)
    .tooltip(tooltip)
    .targetBlank(blank)
    .keepTime(!blank)

/** Links to the pages of alerts. */
export const runbookLinks = (alerts: readonly string[]): DashboardLinkBuilder[] =>
  alerts.map((alert) => link(`Runbook: ${alert}`, runbookUrl(alert), '', true))

/** One query over the chosen time; the data source knows the shortest useful distance of two points. */
export const query = (refId: string, expr: string, legend: string): DataqueryBuilder =>
  new DataqueryBuilder().refId(refId).datasource(DATASOURCE).expr(expr).legendFormat(legend).range()

/** The value now: nothing when the series has ended, however good its last value was. */
export const now = (refId: string, expr: string, legend: string): DataqueryBuilder =>
  new DataqueryBuilder().refId(refId).datasource(DATASOURCE).expr(expr).legendFormat(legend).instant()

/** The values now, as rows with a column for each label. */
export const rowsNow = (refId: string, expr: string): DataqueryBuilder =>
  now(refId, expr, '').format(PromQueryFormat.Table)

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
export const toJson = (dashboard: object): string =>
  `${JSON.stringify(dashboard, (_, value) => (value === 'inControlsMenu' ? undefined : value), 2)}\n`
