import { panelsIn } from '../../formats/dashboard-panels.ts'
import { isLogQl } from '../../formats/promql/logql.ts'
import { isJsonObject, type JsonObject, objectsIn, stringIn } from '../../lib/json-value.ts'

/** The queries of a dashboard that name the same data source. */
interface SourceUse {
  /** Its uid or name; `$name` for a variable. */
  name: string
  /** Whether the references say that it is a Prometheus. */
  isTyped: boolean
  queries: string[]
  /** Whether something asks it a question that has no expression, as Prometheus would need. */
  isAskedOtherwise: boolean
}

/** Data sources that are not Prometheus, by the words that people name them with. */
const OTHER_KINDS =
  /loki|tempo|jaeger|zipkin|pyroscope|parca|elastic|opensearch|influx|graphite|opentsdb|cloudwatch|stackdriver|postgres|mysql|mssql|sql server|clickhouse|bigquery|snowflake|sqlite|mongo|redis|sentry|github|splunk|datadog|zabbix|infinity|testdata|json api/i

/** Metrics that only the Prometheus which Fly runs for every organisation has. */
const FLY_METRIC = /(?<![\w:])fly_(?:app|edge|instance|volume|machine)_\w+/

/**
 * The data sources in a dashboard that are surely not the Prometheus of the deployment, although a reference alone does
 * not tell: by a name such as Loki, by queries in LogQL or about the metrics of Fly's own Prometheus, or because the
 * dashboard names ours and another one. A dashboard that names only one Prometheus comes from another Grafana.
 */
export function otherDataSources(
  uses: readonly SourceUse[],
  ours: { uid: string; name: string },
): ReadonlySet<string> {
  const isOurs = ({ name }: SourceUse) => name === ours.uid || name === ours.name
  const fixed = uses.filter((use) => use.isTyped && !use.name.startsWith('$') && !isElsewhere(use))
  const [most] = fixed.toSorted((a, b) => b.queries.length - a.queries.length)
  const namesVariable = uses.some(({ name, queries }) => name.startsWith('$') && queries.length > 0)
  const main = uses.some(isOurs) ? ours.uid : namesVariable ? undefined : most?.name
  const others = uses.filter(
    (use) =>
      !isOurs(use) && (isElsewhere(use) || (main !== undefined && fixed.includes(use) && use.name !== main)),
  )
  return new Set(others.map(({ name }) => name))
}

const isElsewhere = ({ name, isTyped, queries, isAskedOtherwise }: SourceUse): boolean =>
  (!isTyped && (OTHER_KINDS.test(name) || (isAskedOtherwise && queries.length === 0))) ||
  (queries.length > 0 && queries.every((query) => isLogQl(query) || FLY_METRIC.test(query)))

/** Collects the uses of data sources in a dashboard. */
export interface SourceUses {
  /** `reference`: in the classic form. `query`: empty where it is not known; `otherwise`: there is one in another form. */
  add(reference: unknown, query: string, otherwise?: boolean): void
  all(): SourceUse[]
}

export function createSourceUses(): SourceUses {
  const uses = new Map<string, SourceUse>()
  return {
    add(reference, query, otherwise = false) {
      const name = sourceName(reference)
      if (name === undefined) return
      const use = uses.get(name) ?? { name, isTyped: false, queries: [], isAskedOtherwise: false }
      if (isJsonObject(reference) && reference.type === 'prometheus') use.isTyped = true
      if (query !== '') use.queries.push(query)
      use.isAskedOtherwise ||= otherwise
      uses.set(name, use)
    },
    all: () => [...uses.values()],
  }
}

/** What a query of any data source may have, and what an empty one of Prometheus has. */
const COMMON = new Set([
  ...['refId', 'datasource', 'hide', 'key', 'intervalMs', 'maxDataPoints'],
  ...['interval', 'intervalFactor', 'step', 'legendFormat', 'format', 'instant', 'range', 'exemplar'],
  'editorMode',
])

/** A query without `expr`, but with something else to ask: SQL, a metric of CloudWatch … */
const asksOtherwise = (target: JsonObject): boolean =>
  target.expr === undefined && Object.keys(target).some((key) => !COMMON.has(key))

/** The uses of data sources in a dashboard of the classic schema. */
export function usesIn(spec: JsonObject): SourceUse[] {
  const { add, all } = createSourceUses()
  for (const { panel } of panelsIn(spec))
    for (const target of objectsIn(panel.targets))
      add(target.datasource || panel.datasource, stringIn(target.expr), asksOtherwise(target))
  const lists = [spec.templating, spec.annotations].map((part) =>
    objectsIn(isJsonObject(part) ? part.list : undefined),
  )
  for (const one of lists.flat()) {
    const query = isJsonObject(one.query) ? stringIn(one.query.query) : stringIn(one.query)
    // The query of a data source variable is a type of data source.
    if (one.type !== 'datasource') add(one.datasource, stringIn(one.expr) || query)
  }
  return all()
}

/** The uid or name in a reference that may lead to a Prometheus; `$name` for a variable. */
export function sourceName(reference: unknown): string | undefined {
  if (isJsonObject(reference) && reference.type !== undefined && reference.type !== 'prometheus')
    return undefined
  const name = isJsonObject(reference) ? reference.uid : reference
  if (typeof name !== 'string' || name === '') return undefined
  const variable = variableIn(name)
  return variable === undefined ? name : `$${variable}`
}

/** The name of the variable that a reference consists of. */
export function variableIn(name: string): string | undefined {
  const found = /^\$(?:\{(\w+)(?::\w+)?\}|(\w+))$/.exec(name)
  return found?.[1] ?? found?.[2]
}
