import * as v from 'valibot'
import { type ActionError, messageOf, platformError } from '../../lib/errors.ts'
import type { HttpResponse } from '../../lib/http.ts'
import { type Redirect, redirectOf } from '../../lib/redirect.ts'
import { oneLine } from '../../lib/text.ts'

/** The body of a refusal by Prometheus. */
export const failureBody = v.object({ status: v.literal('error'), errorType: v.string(), error: v.string() })
type Failure = v.InferOutput<typeof failureBody>

/** Prometheus understood the request and refuses it (recorded: 400 `bad_data`, 422 `execution`, 503 `timeout`). */
export function apiError(status: number, { errorType, error }: Failure): ActionError {
  if (status === 503 && errorType !== 'timeout')
    return platformError(
      'prometheus-starting',
      `Prometheus is not ready: ${oneLine(error, 300)}`,
      STARTING_HINT,
    )
  if (error.includes(AGENT)) return otherEngine('Agent')
  return platformError(
    'prometheus-query',
    error,
    'Correct the query; try it on the page /graph of Prometheus.',
  )
}

/** What an agent answers where a server has a result (2.42 to 3.14). */
const AGENT = 'unavailable with Prometheus Agent'

/** What runs is not the engine that the configuration names. */
export const otherEngine = (engine: string): ActionError =>
  engine === 'Agent'
    ? platformError(
        'prometheus-agent',
        'The Prometheus at this address is an agent: it scrapes, sends all samples to another server, and answers no queries.',
        'Deploy the monitoring app, so that a server runs here; or set `monitoring.engine: agent`, so that its store is asked.',
      )
    : platformError(
        'prometheus-not-agent',
        'The Prometheus at this address is a server, and `monitoring.engine` is agent: what it scrapes may never reach the store.',
        'Deploy the monitoring app, so that an agent runs here; or remove `monitoring.engine`.',
      )

const STARTING_HINT =
  'It is replaying its write-ahead log, or was stopped. If this persists, read its log: flyctl logs -a APP.'

/** An answer that does not come from Prometheus: from a proxy, from Fly's edge, or from another server. */
export function prometheusRefusal(answer: HttpResponse, path: string): ActionError {
  switch (answer.status) {
    case 401:
      return platformError(
        'prometheus-unauthorized',
        'Prometheus refuses the credentials (HTTP 401).',
        'The password differs from the one it was deployed with: set PROMETHEUS_PASSWORD to that one, or deploy again. ' +
          'A derived password changes with the Fly token.',
      )
    case 403:
      // Prometheus itself knows no 403.
      return platformError(
        'prometheus-forbidden',
        `${path.split('?')[0]} is forbidden (HTTP 403) by what answers in front of Prometheus.`,
        'Not the password is wrong: a proxy, an access service (such as Cloudflare Access) or a list of allowed paths refuses this request. Let it through, or set prometheus-url to the address of Prometheus itself.',
      )
    case 429:
      return platformError(
        'prometheus-limited',
        `Too many requests: ${path.split('?')[0]} returned HTTP 429.`,
        'The server limits how often it may be asked. Wait and try again, or raise its limit.',
      )
    case 502:
    case 503:
    case 504:
      return platformError(
        'prometheus-starting',
        `Prometheus is not ready: ${path.split('?')[0]} returned HTTP ${answer.status}.`,
        STARTING_HINT,
      )
    default:
      return notPrometheus(answer, path)
  }
}

/** The server that answers is not Prometheus. */
export function notPrometheus(answer: HttpResponse, path: string): ActionError {
  const asked = path.split('?')[0] ?? ''
  const redirect = redirectOf(answer)
  return platformError(
    'prometheus-not-prometheus',
    `The server at this address is not Prometheus: ${asked} returned HTTP ${answer.status}` +
      `${redirect ? ', a redirect' : contentType(answer)}.`,
    redirect
      ? `Redirects are not followed, so that the password stays with the host it is meant for. ${finalAddress(redirect, asked)}`
      : 'Check prometheus-url, and that its app serves Prometheus on the port of its public service.',
  )
}

/** What to set instead; an address on another host is not repeated. */
function finalAddress(redirect: Redirect, asked: string): string {
  const start = redirect.kind === 'same-host' ? redirect.url.href : ''
  return start.endsWith(asked)
    ? `Set prometheus-url to ${start.slice(0, -asked.length)}.`
    : 'Set prometheus-url to the address of Prometheus itself, as its operators know it: a login page in front of it cannot be passed, and a redirect to another host is not trusted.'
}

function contentType(answer: HttpResponse): string {
  const type = answer.headers['content-type']
  return typeof type === 'string' ? ` with ${oneLine(type, 100)}` : ''
}

/** Prometheus answers in an unknown form. */
export function unexpectedAnswer(path: string, what: string): ActionError {
  return platformError(
    'prometheus-odd-answer',
    `Prometheus answered ${path.split('?')[0]} in an unknown form (${oneLine(what, 200)}).`,
    'Versions 2.42 to 3.14 are known to work. Check whether a proxy in front of Prometheus changes its answers.',
  )
}

/** A part of the storage of a cluster did not answer: what is missing in the answer may exist. */
export const partialAnswer = (path: string): ActionError =>
  platformError(
    'prometheus-partial',
    `The server answered ${path.split('?')[0]} only in part (\`isPartial\`): some of its storage did not answer, so the answer proves nothing.`,
    'Verify again. If it persists, the cluster of the server is not complete: ask its operators.',
  )

/** No answer: the error of the system, and what it means here. */
export function prometheusUnreachable(host: string, cause: unknown): ActionError {
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
      `TLS with ${host} failed: ${oneLine(messageOf(cause), 200)}.`,
      'Use https:// only where TLS is served; for a private authority set NODE_EXTRA_CA_CERTS to its certificate.',
      cause,
    )
  return platformError(
    'prometheus-connection',
    `The connection to ${host} broke: ${oneLine(messageOf(cause), 200)}.`,
    'Try again; if it persists, see flyctl status -a APP and flyctl logs -a APP.',
    cause,
  )
}

/** The run was cancelled, or its time was up, before there was an answer. */
export const prometheusCancelled = (cause: unknown): ActionError =>
  platformError('prometheus-cancelled', 'The request to Prometheus was cancelled.', 'Nothing to do.', cause)
