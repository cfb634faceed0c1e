/** The metadata of targets. */
export const METADATA = '/api/v1/targets/metadata'

/** The names of labels since `from`, of all series or of a selector's. */
export const labelsPath = (selector: string | undefined, from: number): string =>
  `/api/v1/labels?${indexQuery(selector, from)}`

/** The query of a request to the index. `from` is in milliseconds since the epoch; Prometheus expects seconds. */
export function indexQuery(selector: string | undefined, from: number): string {
  const query = new URLSearchParams({ start: (from / 1000).toFixed(3) })
  if (selector !== undefined) query.set('match[]', selector)
  return query.toString()
}

/**
 * The form of a query. `at` is in milliseconds since the epoch; Prometheus expects seconds. VictoriaMetrics evaluates a query
 * for a time in the last 30 s as of 30 s ago, and returns it as of that time; with `nocache` it does not (1.79 to 1.151).
 */
export function queryForm(promql: string, at: number | undefined, kind?: 'agent' | 'store'): string {
  const form = new URLSearchParams({ query: promql })
  if (at !== undefined) form.set('time', (at / 1000).toFixed(3))
  if (kind === 'store') form.set('nocache', '1')
  return form.toString()
}

/** The types of each metric: several where its machines do not agree. */
export const typesIn = (metadata: Readonly<Record<string, readonly { type: string }[]>>) =>
  new Map(
    Object.entries(metadata).map(([name, all]) => [name, [...new Set(all.map(({ type }) => type))]] as const),
  )
