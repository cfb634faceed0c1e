import type { Dispatcher } from 'undici'
import * as v from 'valibot'
import { proxyTo, through } from '../../lib/connection-pool.ts'
import { ActionError, messageOf } from '../../lib/errors.ts'
import { basicAuth, exchange, type HttpResponse, UnwantedAnswer } from '../../lib/http.ts'
import { cut, withoutEndSlash } from '../../lib/text.ts'
import { DRILL, type Prometheus, type QueryResult } from '../../model/prometheus.ts'
import {
  alertmanagersAnswer,
  alertsAnswer,
  buildInfoAnswer,
  configAnswer,
  labelNamesAnswer,
  metricTypesAnswer,
  queryAnswer,
  rulesAnswer,
  runtimeInfoAnswer,
  targetsAnswer,
  targetsMetadataAnswer,
} from '../../model/prometheus-answers.ts'
import {
  apiError,
  failureBody,
  notPrometheus,
  otherEngine,
  partialAnswer,
  prometheusCancelled,
  prometheusRefusal,
  prometheusUnreachable,
  unexpectedAnswer,
} from './errors.ts'
import { indexQuery, labelsPath, METADATA, queryForm, typesIn } from './requests.ts'

export interface PrometheusServer {
  /** Base URL; a path in it (a proxy's prefix) is kept. */
  url: string
  /** Sent to this host only; redirects are not followed. */
  credentials?: { user: string; password: string } | { token: string; scheme?: AuthScheme } | undefined
  /** Fly's proxy passes the requests to this machine and no other one. */
  machine?: string | undefined
  pool: Dispatcher
  signal?: AbortSignal | undefined
  /**
   * `agent`: it answers no queries, so that its clock is read from a header. `store`: other servers write to it; it is asked
   * to hide nothing that is new, as VictoriaMetrics does with the last 30 s. By default it is Prometheus itself.
   */
  kind?: 'agent' | 'store'
  /** Milliseconds per request; 10 s by default. */
  timeoutMs?: number
  /** Explains an answer of a server in front of Prometheus; undefined for an answer of Prometheus itself. */
  refused?: (answer: HttpResponse) => ActionError | undefined
}

/** How a token is sent: `Bearer`, unless Fly expects its own scheme. */
export type AuthScheme = 'Bearer' | 'FlyV1'

const RETRIES = 2

/** Far more than is shown: the target determines the length of its error. */
const MAX_ERROR = 4_000

type Envelope<T> = ReturnType<typeof envelope<T>>

const envelope = <T>(data: v.GenericSchema<unknown, T>) =>
  v.object({
    status: v.literal('success'),
    data,
    warnings: v.optional(v.array(v.string()), []),
    infos: v.optional(v.array(v.string()), []),
    /** A cluster of VictoriaMetrics in which some of the storage did not answer. */
    isPartial: v.optional(v.boolean(), false),
  })

const ANSWERS = {
  query: envelope(queryAnswer),
  targets: envelope(targetsAnswer),
  buildInfo: envelope(buildInfoAnswer),
  runtimeInfo: envelope(runtimeInfoAnswer),
  config: envelope(configAnswer),
  targetsMetadata: envelope(targetsMetadataAnswer),
  metricTypes: envelope(metricTypesAnswer),
  rules: envelope(rulesAnswer),
  alerts: envelope(alertsAnswer),
  labelNames: envelope(labelNamesAnswer),
  alertmanagers: envelope(alertmanagersAnswer),
}

type Read = <T>(
  path: string,
  shape: Envelope<T>,
  options?: { retries: number },
) => Promise<v.InferOutput<Envelope<T>>>

/** Alerts, where they are sent to, and how a drill fires one. */
const alertRequests = (get: Get, read: Read) => ({
  alerts: async () => (await read('/api/v1/alerts', ANSWERS.alerts)).data.alerts,
  alertmanagers: async () => {
    const { data } = await read('/api/v1/alertmanagers', ANSWERS.alertmanagers)
    return data.activeAlertmanagers.map(({ url }) => url)
  },
  knock: async () => {
    const answer = await get(DRILL.path, { retries: 0 })
    if (String(answer.status) !== DRILL.code) throw prometheusRefusal(answer, '/api/v1/query_exemplars')
  },
})

/** The HTTP API of one Prometheus server, read only. */
export function createPrometheus(server: PrometheusServer): Prometheus {
  const get = getter(server)
  const read = async <T>(path: string, shape: Envelope<T>, options?: { retries: number }) =>
    answerOf(await get(path, options), path, shape)
  return {
    ready: async () => readiness(await get('/-/ready', { retries: 0 }), server.kind),
    now: async () =>
      server.kind === 'agent'
        ? dateOf(await get(ALIVE))
        : clockOf(answerOf(await get(CLOCK), CLOCK, ANSWERS.query).data),
    lagMs: () => 0,
    targets: async () => {
      const { data } = await read('/api/v1/targets?state=active', ANSWERS.targets, { retries: 0 })
      return data.activeTargets.map((target) => ({ ...target, lastError: cut(target.lastError, MAX_ERROR) }))
    },
    query: async (promql, at) => {
      const path = '/api/v1/query'
      const form = queryForm(promql, at, server.kind)
      const answer = await get(path, { form })
      const { data, warnings, infos } = answerOf(answer, path, ANSWERS.query)
      return { result: data, warnings, infos, ...clockIn(answer) }
    },
    labelNames: async (selector, from) => (await read(labelsPath(selector, from), ANSWERS.labelNames)).data,
    version: async () => (await read('/api/v1/status/buildinfo', ANSWERS.buildInfo)).data.version,
    runtimeInfo: async () => (await read('/api/v1/status/runtimeinfo', ANSWERS.runtimeInfo)).data,
    config: async () => (await read('/api/v1/status/config', ANSWERS.config)).data.yaml,
    metadata: async (selector) =>
      (await read(`${METADATA}?match_target=${encodeURIComponent(selector)}`, ANSWERS.targetsMetadata)).data,
    metricTypes: async () => typesIn((await read('/api/v1/metadata', ANSWERS.metricTypes)).data),
    seriesNames: async (selector, from) =>
      (await read(`/api/v1/label/__name__/values?${indexQuery(selector, from)}`, ANSWERS.labelNames)).data,
    rules: async () => (await read('/api/v1/rules', ANSWERS.rules)).data.groups,
    exposition: async () => {
      const answer = await get('/metrics')
      if (answer.status === 200) return answer.text
      throw prometheusRefusal(answer, '/metrics')
    },
    ...alertRequests(get, read),
  }
}

const CLOCK = '/api/v1/query?query=time()'

/** Prometheus' own clock, in milliseconds since the epoch. */
function clockOf(answer: QueryResult): number {
  if (answer.resultType !== 'scalar')
    throw unexpectedAnswer(CLOCK, `a ${answer.resultType} where a scalar was expected`)
  const [seconds] = answer.result
  if (seconds >= 0 && seconds <= END_OF_9999) return seconds * 1000
  throw unexpectedAnswer(CLOCK, 'a time outside of every calendar')
}

const ALIVE = '/-/healthy'

/** The clock of a server that evaluates nothing. The header has whole seconds: it is not later than this. */
function dateOf(answer: HttpResponse): number {
  const { clock } = clockIn(answer)
  if (answer.status === 200 && clock !== undefined) return clock + 1000
  throw prometheusRefusal(answer, ALIVE)
}

/** The time in the header `Date`, which has whole seconds. */
function clockIn({ headers: { date } }: HttpResponse): { clock?: number } {
  const clock = Date.parse(String(date ?? ''))
  return Number.isNaN(clock) ? {} : { clock }
}

/** The last second, since the epoch, that can be written as a date of four digits. */
const END_OF_9999 = 253_402_300_799

const authorization = (credentials: NonNullable<PrometheusServer['credentials']>): string =>
  'token' in credentials
    ? `${credentials.scheme ?? 'Bearer'} ${credentials.token}`
    : basicAuth(credentials.user, credentials.password)

type Get = (path: string, options?: { retries?: number; form?: string }) => Promise<HttpResponse>

function getter(server: PrometheusServer): Get {
  const base = withoutEndSlash(server.url)
  const { credentials } = server
  const at = new URL(base).host + through(proxyTo(server.pool, base))
  const headers = {
    accept: 'application/json',
    ...(credentials && { authorization: authorization(credentials) }),
    // https://fly.io/docs/blueprints/sticky-sessions/: without a fallback to another machine.
    ...(server.machine !== undefined && { 'fly-force-instance-id': server.machine }),
  }
  const asked: Get = async (path, { retries = RETRIES, form } = {}) => {
    try {
      return await exchange(server.pool, {
        url: `${base}${path}`,
        headers,
        retries,
        // A dashboard's query may be longer than what a proxy accepts in a URL.
        ...(form !== undefined && {
          method: 'POST',
          body: form,
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        }),
        ...(server.signal && { signal: server.signal }),
        ...(server.timeoutMs !== undefined && { timeoutMs: server.timeoutMs }),
      })
    } catch (cause) {
      if (server.signal?.aborted) throw prometheusCancelled(cause)
      if (cause instanceof ActionError) throw cause
      if (cause instanceof UnwantedAnswer) throw unexpectedAnswer(path, messageOf(cause))
      throw prometheusUnreachable(at, cause)
    }
  }
  return async (path, options) => {
    const answer = await asked(path, options)
    const refused = answer.status === 200 ? undefined : server.refused?.(answer)
    if (refused) throw refused
    return answer
  }
}

function readiness(answer: HttpResponse, kind: PrometheusServer['kind']): boolean {
  if (answer.status === 503) return false
  const [, engine = 'Server'] = /^Prometheus(?: (Server|Agent))? is Ready/.exec(answer.text) ?? []
  const isReady = answer.status === 200 && /^Prometheus(?: Server| Agent)? is Ready/.test(answer.text)
  if (!isReady) throw prometheusRefusal(answer, '/-/ready')
  if ((engine === 'Agent') !== (kind === 'agent')) throw otherEngine(engine)
  return true
}

function answerOf<T>(answer: HttpResponse, path: string, shape: Envelope<T>): v.InferOutput<Envelope<T>> {
  const body = answer.json
  const failed = v.safeParse(failureBody, body)
  if (failed.success) throw apiError(answer.status, failed.output)
  if (answer.status !== 200) throw prometheusRefusal(answer, path)
  const parsed = v.safeParse(shape, body)
  if (parsed.success && parsed.output.isPartial) throw partialAnswer(path)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw body === undefined
    ? notPrometheus(answer, path)
    : unexpectedAnswer(path, `${v.getDotPath(issue)}: ${issue.message}`)
}
