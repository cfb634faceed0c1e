import { type Dashboard, readDashboard, type Variable } from '../../formats/dashboard.ts'
import { readJson } from '../../formats/json.ts'
import { jsonPlaces } from '../../formats/json-places.ts'
import { quoted } from '../../lib/quote.ts'
import { readQuery } from '../query/lint.ts'
import type { UsedMetrics } from '../query/metrics.ts'
import { panelName } from './subject.ts'

/** What each panel, variable and annotation of a dashboard reads; empty when the text is not a dashboard. */
export function metricsInDashboard(text: string): UsedMetrics[] {
  const read = text === '' ? undefined : readJson(text)
  const dashboard = read?.ok ? readDashboard(read.value) : undefined
  if (!dashboard) return []
  const readers = readersIn(dashboard)
  const places = jsonPlaces(
    text.replace(/^\uFEFF/, ''),
    readers.map(({ path }) => path),
  )
  return readers.map(({ what, queries }, i) => ({
    queries: queries.map((query) => readQuery(query, 'panel')),
    what: `the ${what} of ${quoted(dashboard.title)}`,
    line: places[i]?.line ?? 1,
  }))
}

const readersIn = ({ panels, variables, annotations }: Dashboard) => [
  ...panels.map((panel) => ({
    path: panel.path,
    what: `panel ${quoted(panelName(panel))}`,
    queries: panel.targets.map(({ expr }) => expr),
  })),
  ...variables.map((variable) => ({
    path: variable.path,
    what: `variable ${quoted(variable.name)}`,
    queries: queriesOf(variable),
  })),
  ...annotations.map(({ path, name, expr }) => ({
    path,
    what: `annotation ${quoted(name)}`,
    queries: [expr],
  })),
]

/** Functions of Grafana's Prometheus data source, whose first argument is a query. */
const FUNCTION = /^\s*(?:label_values|query_result)\s*\((.*?)(?:,\s*[\w$]+\s*)?\)\s*$/s

/** The queries of a variable. One with fixed values may have names of metrics, for `rate($metric[5m])`. */
function queriesOf({ type, query }: Variable): string[] {
  if (type === 'datasource' || type === 'interval' || type === 'adhoc') return []
  const [, pattern] = /^\s*metrics\s*\((.*)\)\s*$/s.exec(query) ?? []
  if (pattern !== undefined) return [`{__name__=~${JSON.stringify(`.*(?:${pattern}).*`)}}`]
  if (type === 'query') return [FUNCTION.exec(query)?.[1] ?? query]
  return query.split(',').map((value) => (value.split(' : ').at(-1) ?? '').trim())
}
