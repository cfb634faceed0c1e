import type { Dispatcher } from 'undici'
import * as v from 'valibot'
import { type ActionError, messageOf, platformError } from '../lib/errors.ts'
import { basicAuth, exchange, type HttpResponse } from '../lib/http.ts'
import {
  alertsAnswer,
  buildInfoAnswer,
  configAnswer,
  type Prometheus,
  queryAnswer,
  rulesAnswer,
  runtimeInfoAnswer,
  targetsAnswer,
  targetsMetadataAnswer,
} from '../verify/answers.ts'

export interface PrometheusServer {
  /** Base URL; a path in it (a proxy's prefix) is kept. */
  url: string
  /** Sent to this host only; redirects are not followed. */
  credentials?: { user: string; password: string } | { token: string } | undefined
  pool: Dispatcher
  signal?: AbortSignal | undefined
  /** Milliseconds per request; 10 s unless told. */
  timeoutMs?: number
  /** What somebody in front of it means by an answer that is none of Prometheus' own. */
  refused?: (answer: HttpResponse) => ActionError | undefined
}

const RETRIES = 2

type Envelope<T> = ReturnType<typeof envelope<T>>

const envelope = <T>(data: v.GenericSchema<unknown, T>) =>
  v.object({
    status: v.literal('success'),
    data,
    warnings: v.optional(v.array(v.string()), []),
    infos: v.optional(v.array(v.string()), []),
  })

const ANSWERS = {
  query: envelope(queryAnswer),
  targets: envelope(targetsAnswer),
  buildInfo: envelope(buildInfoAnswer),
  runtimeInfo: envelope(runtimeInfoAnswer),
  config: envelope(configAnswer),
  targetsMetadata: envelope(targetsMetadataAnswer),
  rules: envelope(rulesAnswer),
  alerts: envelope(alertsAnswer),
}

/** The HTTP API of one Prometheus server, read only. */
export function createPrometheus(server: PrometheusServer): Prometheus {
  const get = getter(server)
  const read = async <T>(path: string, shape: Envelope<T>, options?: { retries: number }) =>
    answerOf(await get(path, options), path, shape)
  return {
    ready: async () => readiness(await get('/-/ready', { retries: 0 })),
    now: async () => {
      const path = '/api/v1/query?query=time()'
      const { data } = answerOf(await get(path), path, ANSWERS.query)
      if (data.resultType === 'scalar') return data.result[0] * 1000
      throw oddAnswer(path, `a ${data.resultType} where a scalar was asked for`)
    },
    // Asked again and again anyway.
    targets: async () =>
      (await read('/api/v1/targets?state=active', ANSWERS.targets, { retries: 0 })).data.activeTargets,
    query: async (promql, at) => {
      const path = '/api/v1/query'
      const { data, warnings, infos } = answerOf(
        await get(path, { form: queryForm(promql, at) }),
        path,
        ANSWERS.query,
      )
      return { result: data, warnings, infos }
    },
    version: async () => (await read('/api/v1/status/buildinfo', ANSWERS.buildInfo)).data.version,
    runtimeInfo: async () => (await read('/api/v1/status/runtimeinfo', ANSWERS.runtimeInfo)).data,
    config: async () => (await read('/api/v1/status/config', ANSWERS.config)).data.yaml,
    metadata: async (selector) => {
      const match = encodeURIComponent(selector)
      return (await read(`/api/v1/targets/metadata?match_target=${match}`, ANSWERS.targetsMetadata)).data
    },
    rules: async () => (await read('/api/v1/rules', ANSWERS.rules)).data.groups,
    exposition: async () => {
      const answer = await get('/metrics')
      if (answer.status === 200) return answer.text
      throw refusal(answer, '/metrics')
    },
    alerts: async () => (await read('/api/v1/alerts', ANSWERS.alerts)).data.alerts,
  }
}

const authorization = (credentials: NonNullable<PrometheusServer['credentials']>): string =>
  'token' in credentials ? `Bearer ${credentials.token}` : basicAuth(credentials.user, credentials.password)

type Get = (path: string, options?: { retries?: number; form?: string }) => Promise<HttpResponse>

function getter(server: PrometheusServer): Get {
  const base = server.url.replace(/\/+$/, '')
  const { credentials } = server
  const headers = {
    accept: 'application/json',
    ...(credentials && { authorization: authorization(credentials) }),
  }
  const asked: Get = async (path, { retries = RETRIES, form } = {}) => {
    try {
      return await exchange(server.pool, {
        url: `${base}${path}`,
        headers,
        retries,
        // A dashboard's query may be longer than what a proxy takes in a URL.
        ...(form !== undefined && {
          method: 'POST',
          body: form,
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        }),
        ...(server.signal && { signal: server.signal }),
        ...(server.timeoutMs !== undefined && { timeoutMs: server.timeoutMs }),
      })
    } catch (cause) {
      if (server.signal?.aborted)
        throw platformError(
          'prometheus-cancelled',
          'The question to Prometheus was cut short.',
          'Nothing to do.',
          cause,
        )
      throw unreachable(new URL(base).host, cause)
    }
  }
  return async (path, options) => {
    const answer = await asked(path, options)
    const refused = answer.status === 200 ? undefined : server.refused?.(answer)
    if (refused) throw refused
    return answer
  }
}

/** Milliseconds since the epoch as Prometheus takes a time: seconds. */
function queryForm(promql: string, at: number | undefined): string {
  const form = new URLSearchParams({ query: promql })
  if (at !== undefined) form.set('time', (at / 1000).toFixed(3))
  return form.toString()
}

function readiness(answer: HttpResponse): boolean {
  if (answer.status === 503) return false
  if (answer.status === 200 && /^Prometheus(?: Server)? is Ready/.test(answer.text)) return true
  throw refusal(answer, '/-/ready')
}

const failure = v.object({ status: v.literal('error'), errorType: v.string(), error: v.string() })

function answerOf<T>(answer: HttpResponse, path: string, shape: Envelope<T>): v.InferOutput<Envelope<T>> {
  const body = jsonOf(answer.text)
  const failed = v.safeParse(failure, body)
  if (failed.success) throw apiError(answer.status, failed.output)
  if (answer.status !== 200) throw refusal(answer, path)
  const parsed = v.safeParse(shape, body)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw body === undefined
    ? notPrometheus(answer, path)
    : oddAnswer(path, `${v.getDotPath(issue)}: ${issue.message}`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Prometheus understood the request and says no (recorded: 400 `bad_data`, 422 `execution`, 503 `timeout`). */
function apiError(status: number, { errorType, error }: v.InferOutput<typeof failure>): ActionError {
  if (status === 503 && errorType !== 'timeout')
    return platformError('prometheus-starting', `Prometheus is not ready: ${error}`, STARTING_HINT)
  return platformError(
    'prometheus-query',
    error,
    'Correct the query; try it on the page /graph of Prometheus.',
  )
}

const STARTING_HINT =
  'It is replaying its write-ahead log, or was stopped. When this lasts, read its log: flyctl logs -a APP.'

function refusal(answer: HttpResponse, path: string): ActionError {
  switch (answer.status) {
    case 401:
    case 403:
      return platformError(
        'prometheus-unauthorized',
        `Prometheus refuses our credentials (HTTP ${answer.status}).`,
        'The password differs from the one it was deployed with: set PROMETHEUS_PASSWORD to that one, or deploy again. ' +
          'A derived password changes with the Fly token.',
      )
    case 502:
    case 503:
    case 504:
      return platformError(
        'prometheus-starting',
        `Nothing ready answers for Prometheus (HTTP ${answer.status}).`,
        STARTING_HINT,
      )
    default:
      return notPrometheus(answer, path)
  }
}

function notPrometheus(answer: HttpResponse, path: string): ActionError {
  const location = answer.headers.location
  const redirect = answer.status >= 300 && answer.status < 400 && typeof location === 'string'
  return platformError(
    'prometheus-not-prometheus',
    `What answers at this address is not Prometheus: ${path.split('?')[0]} gave HTTP ${answer.status}` +
      `${redirect ? ` to ${location.slice(0, 200)}` : contentType(answer)}.`,
    redirect
      ? 'Redirects are not followed, so that the password stays with the host it is meant for. Name the final address in prometheus-url.'
      : 'Check prometheus-url, and that its app serves Prometheus on the port of its public service.',
  )
}

function contentType(answer: HttpResponse): string {
  const type = answer.headers['content-type']
  return typeof type === 'string' ? ` with ${type.slice(0, 100)}` : ''
}

function oddAnswer(path: string, what: string): ActionError {
  return platformError(
    'prometheus-odd-answer',
    `Prometheus answered ${path.split('?')[0]} in a form that we do not know (${what.slice(0, 200)}).`,
    'Versions 2.42 to 3.14 are known to work. Is something between us and Prometheus changing its answers?',
  )
}

/** No answer at all: the words of the system, and what they mean here. */
function unreachable(host: string, cause: unknown): ActionError {
  const thrown = cause as { code?: unknown; name?: unknown } | null
  const code = String(thrown?.code ?? '')
  if (thrown?.name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code))
    return platformError(
      'prometheus-timeout',
      `${host} did not answer in time.`,
      'The machine may be overloaded or just starting. See flyctl status -a APP and flyctl logs -a APP.',
      cause,
    )
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return platformError(
      'prometheus-dns',
      `The name ${host} does not resolve (${code}).`,
      'Does the app exist, and does it have a public address (flyctl ips list -a APP)? A new one takes up to a minute to be known.',
      cause,
    )
  if (code === 'ECONNREFUSED')
    return platformError(
      'prometheus-refused',
      `${host} refuses connections.`,
      'Nothing listens at this address and port: check prometheus-url.',
      cause,
    )
  if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code))
    return platformError(
      'prometheus-tls',
      `TLS with ${host} failed: ${messageOf(cause)}.`,
      'Use https:// only where TLS is served; for a private authority set NODE_EXTRA_CA_CERTS to its certificate.',
      cause,
    )
  return platformError(
    'prometheus-connection',
    `The connection to ${host} broke: ${messageOf(cause)}.`,
    'Try again; when it stays, look at flyctl status -a APP and flyctl logs -a APP.',
    cause,
  )
}
