import { type Answer, type Call, type DataSource, isObject, type Json, ok, refused } from './state.ts'
import type { Upstream } from './upstream.ts'

const STATUS_TEXT: Record<number, string> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
}

/** GET /api/datasources/uid/:uid/health: asks Prometheus for 1+1, then who it is. */
export async function health({ state, params: [uid] }: Call, upstream: Upstream): Promise<Answer> {
  const ds = state.dataSources.find((d) => d.uid === uid)
  if (!ds) return refused(500, 'Unable to load datasource metadata')
  const bad = (what: string): Answer =>
    refused(400, `${what} - There was an error returned querying the Prometheus API.`, { status: 'ERROR' })
  const reply = await upstream.send(ds, 'POST', '/api/v1/query', new URLSearchParams({ query: '1+1' }))
  if (reply.kind === 'dead') return bad(reply.error)
  if (reply.status !== 200) return bad(`${reply.status} ${STATUS_TEXT[reply.status] ?? ''}`.trim())
  return ok({
    details: { application: 'Prometheus', features: { rulerApiEnabled: false } },
    message: 'Successfully queried the Prometheus API.',
    status: 'OK',
  })
}

/** Any method on /api/datasources/proxy/uid/:uid/...: forwarded with the data source's credentials. */
export async function proxy(call: Call, upstream: Upstream): Promise<Answer> {
  const [uid, path] = call.params
  const ds = call.state.dataSources.find((d) => d.uid === uid)
  if (!ds) return refused(404, 'Unable to find datasource')
  const target = `/${path}${call.query.size > 0 ? `?${call.query}` : ''}`
  const form = call.method === 'POST' ? new URLSearchParams(call.raw) : undefined
  const reply = await upstream.send(ds, call.method === 'POST' ? 'POST' : 'GET', target, form)
  if (reply.kind === 'dead') return { status: 502, body: '' }
  // A 401 would be taken for Grafana's own.
  if (reply.status === 401) return { status: 400, body: 'Authentication to data source failed' }
  const json = reply.type.includes('json')
  return { status: reply.status, body: json ? JSON.parse(reply.text) : reply.text }
}

/** POST /api/ds/query for Prometheus data sources: one result per refId, 400 as soon as one of them failed. */
export async function queryDataSources({ state, body }: Call, upstream: Upstream): Promise<Answer> {
  const queries = Array.isArray(body?.queries) ? body.queries.filter(isObject) : []
  if (!body || queries.length === 0)
    return {
      status: 400,
      body: { statusCode: 400, messageId: 'query.noQueries', message: 'No queries found' },
    }
  const range = { from: moment(String(body.from)), to: moment(String(body.to)) }
  const results: Record<string, Json> = {}
  for (const query of queries) {
    const ref = isObject(query.datasource) ? query.datasource.uid : undefined
    const ds = state.dataSources.find((d) => d.uid === ref)
    if (!ds) return refused(404, 'Data source not found')
    results[String(query.refId)] = await result(ds, query, range, upstream)
  }
  const failed = Object.values(results).some((r) => r.status !== 200)
  return { status: failed ? 400 : 200, body: { results } }
}

interface Range {
  from: number
  to: number
}

async function result(ds: DataSource, query: Json, range: Range, upstream: Upstream): Promise<Json> {
  const step = stepOf(ds, query, range)
  const expr = macros(String(query.expr), step, range)
  const ranged = query.range === true && query.instant !== true
  const form = ranged
    ? new URLSearchParams({
        query: expr,
        start: String(Math.floor(range.from / step) * (step / 1000)),
        end: String(Math.floor(range.to / step) * (step / 1000)),
        step: String(step / 1000),
      })
    : new URLSearchParams({ query: expr, time: String(range.to / 1000) })
  const path = ranged ? '/api/v1/query_range' : '/api/v1/query'
  const executed = `Expr: ${expr}\nStep: ${text(step)}`
  const reply = await upstream.send(ds, 'POST', path, form)
  if (reply.kind === 'dead') return { error: reply.error, errorSource: 'downstream', status: 502, frames: [] }
  const answer = parsed(reply.text)
  if (reply.status === 200 && isObject(answer.data))
    return { status: 200, frames: frames(String(query.refId), answer.data, step, executed) }
  const error = answer.errorType
    ? `${answer.errorType}: ${answer.error}`
    : `unexpected response with status code ${reply.status}`
  return {
    error,
    errorSource: 'downstream',
    status: reply.status,
    frames: frames(String(query.refId), {}, step, executed),
  }
}

const parsed = (body: string): Json => {
  try {
    return JSON.parse(body) as Json
  } catch {
    return {}
  }
}

/** Grafana's calculated step: the range by the points asked for, not below the data source's interval. */
function stepOf(ds: DataSource, query: Json, { from, to }: Range): number {
  const least = Math.max(Number(query.intervalMs ?? 0), duration(String(ds.jsonData.timeInterval ?? '15s')))
  const points = Number(query.maxDataPoints ?? 100)
  return Math.max(least, Math.ceil((to - from) / points / 1000) * 1000)
}

function macros(expr: string, step: number, { from, to }: Range): string {
  return expr
    .replace(/\$__rate_interval\b|\$\{__rate_interval\}/g, text(4 * step))
    .replace(/\$__interval\b|\$\{__interval\}/g, text(step))
    .replace(/\$__range\b|\$\{__range\}/g, text(to - from))
}

interface Series {
  metric: Record<string, string>
  value?: [number, string]
  values?: [number, string][]
}

function frames(refId: string, data: Json, step: number, executed: string): Json[] {
  const kind = String(data.resultType ?? '')
  const series: Series[] =
    kind === 'scalar'
      ? [{ metric: {}, value: data.result as [number, string] }]
      : ((data.result ?? []) as Series[])
  const custom = { ...(kind && series.length > 0 && { resultType: kind }) }
  const type = kind === 'matrix' ? 'timeseries-multi' : 'numeric-multi'
  const known = series.length > 0
  const first = { ...(known && { type }), typeVersion: [0, known ? 1 : 0] }
  if (!known)
    return [
      {
        schema: {
          refId,
          meta: { ...first, custom: { calculatedMinStep: step }, executedQueryString: executed },
          fields: [],
        },
        data: { values: [] },
      },
    ]
  return series.map((one, i) => ({
    schema: {
      refId,
      meta: {
        ...first,
        custom: { ...(i === 0 && { calculatedMinStep: step }), ...custom },
        ...(i === 0 && { executedQueryString: executed }),
      },
      fields: fields(one.metric, step),
    },
    data: { values: values(one) },
  }))
}

function fields(metric: Record<string, string>, step: number): Json[] {
  const { __name__: name, ...labels } = metric
  const inside = Object.entries(labels)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join(', ')
  return [
    { name: 'Time', type: 'time', typeInfo: { frame: 'time.Time' }, config: { interval: step } },
    {
      name: name ?? 'Value',
      type: 'number',
      typeInfo: { frame: 'float64' },
      labels: metric,
      config: { displayNameFromDS: `${name ?? ''}{${inside}}` },
    },
  ]
}

function values({ value, values: many }: Series): [number[], (number | string)[]] {
  const points = many ?? (value ? [value] : [])
  return [
    points.map(([at]) => Math.round(at * 1000)),
    points.map(([, v]) => (Number.isNaN(Number(v)) ? v : Number(v))),
  ]
}

function moment(when: string): number {
  if (/^\d+$/.test(when)) return Number(when)
  return Date.now() - duration(/^now-(.+)$/.exec(when)?.[1] ?? '0s')
}

const UNITS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

function duration(spelled: string): number {
  const [, amount, unit] = /^(\d+)([smhd])$/.exec(spelled) ?? []
  return Number(amount ?? 0) * (UNITS[unit ?? 's'] ?? 1000)
}

const text = (ms: number): string => (ms % 60_000 === 0 ? `${ms / 60_000}m` : `${ms / 1000}s`)
