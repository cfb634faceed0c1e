import { expandGrafana } from '../../src/formats/promql/grafana-variables.ts'

/** What the front end sends to `/api/ds/query`, as far as queries of Prometheus have it. */
export interface PanelQuery {
  /** Milliseconds since the epoch. */
  from: string
  to: string
  queries: readonly {
    refId: string
    expr: string
    legendFormat?: string
    instant?: boolean
    range?: boolean
    /** The distance of two points in milliseconds. */
    intervalMs?: number
  }[]
}

type Labels = Readonly<Record<string, string>>
interface Series {
  metric: Labels
  values?: [number, string][]
  value?: [number, string]
}

/** The scrape interval of the data, in seconds; the data source has it as `timeInterval`. */
const SCRAPE = 15

/** Asks Prometheus as the backend of Grafana does, and answers in data frames. */
export async function answer(prometheus: string, { from, to, queries }: PanelQuery): Promise<object> {
  const results = await Promise.all(
    queries.map(async (query) => {
      const step = Math.max(SCRAPE, Math.round((query.intervalMs ?? 0) / 1000))
      const variables = {
        __interval: `${step}s`,
        __rate_interval: `${Math.max(step + SCRAPE, 4 * SCRAPE)}s`,
        __range: `${Math.round((Number(to) - Number(from)) / 1000)}s`,
      }
      const expr = expandGrafana(query.expr, variables).query
      const end = Number(to) / 1000
      const instant = query.instant === true && query.range !== true
      // Grafana aligns ranges to the step, so that a picture does not flicker when it is refreshed.
      const aligned = Math.floor(Number(from) / 1000 / step) * step
      const range = { start: String(aligned), end: String(end), step: String(step) }
      const series = await ask(prometheus, instant, {
        query: expr,
        ...(instant ? { time: String(end) } : range),
      })
      const about = { refId: query.refId, expr, step, legend: query.legendFormat ?? '' }
      return [query.refId, { status: 200, frames: series.map((one) => frame(one, instant, about)) }] as const
    }),
  )
  return { results: Object.fromEntries(results) }
}

async function ask(
  prometheus: string,
  instant: boolean,
  parameters: Record<string, string>,
): Promise<Series[]> {
  const url = `${prometheus}/api/v1/${instant ? 'query' : 'query_range'}`
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(parameters) })
  const { data, error } = (await response.json()) as { data?: { result: Series[] }; error?: string }
  if (!data) throw new Error(`${parameters.query}: ${error}`)
  return data.result
}

function frame(
  { metric, values, value }: Series,
  instant: boolean,
  about: { refId: string; expr: string; step: number; legend: string },
): object {
  const samples = values ?? (value ? [value] : [])
  const numbers = samples.map(([, text]) => Number(text))
  const name = about.legend.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, label: string) => metric[label] ?? '')
  return {
    schema: {
      refId: about.refId,
      meta: {
        type: 'timeseries-multi',
        typeVersion: [0, 1],
        custom: { resultType: instant ? 'vector' : 'matrix' },
        executedQueryString: `Expr: ${about.expr}\nStep: ${about.step}s`,
      },
      fields: [
        {
          name: 'Time',
          type: 'time',
          typeInfo: { frame: 'time.Time' },
          config: { interval: about.step * 1000 },
        },
        {
          ...{ name: 'Value', type: 'number', typeInfo: { frame: 'float64' }, labels: metric },
          config: name === '' ? {} : { displayNameFromDS: name },
        },
      ],
    },
    data: {
      values: [
        samples.map(([time]) => time * 1000),
        numbers.map((one) => (Number.isFinite(one) ? one : null)),
      ],
      entities: [null, { NaN: numbers.flatMap((one, i) => (Number.isNaN(one) ? [i] : [])) }],
    },
  }
}
