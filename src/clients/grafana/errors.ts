import { ActionError, messageOf, platformError } from '../../lib/errors.ts'
import { BrokenAnswer, type HttpResponse, UnwantedAnswer } from '../../lib/http.ts'
import { type Redirect, redirectOf } from '../../lib/redirect.ts'
import { oneLine } from '../../lib/text.ts'

/** What a request was for, in words that fit after "Grafana refuses to": `write the dashboard "Overview"`. */
export interface RequestPurpose {
  to: string
  /** Host and sub-path, as the user knows them. */
  at: string
  /** The token is a Grafana Cloud access policy token, which no Grafana instance accepts. */
  cloudToken: boolean
}

/** Every refusal as one problem: the request, the answer, and what to do. */
export function grafanaRefusal(answer: HttpResponse, asked: RequestPurpose): ActionError {
  const { status } = answer
  const body = jsonBodyOf(answer)
  const page = body === undefined && ![413, 429].includes(status) && status < 500
  if (page || (status >= 300 && status < 400)) return notGrafana(answer, asked)
  if (body === undefined && [502, 503, 504].includes(status)) return notThere(status, asked)
  const said = oneLine(messageIn(body), 300)
  const fail = (code: string, hint: string) =>
    platformError(
      `grafana-${code}`,
      `Grafana refuses to ${asked.to}: ${said ? `${said} (HTTP ${status})` : `HTTP ${status}`}.`,
      hint,
    )
  switch (status) {
    case 401:
      return fail('unauthorized', tokenHint(said, asked))
    case 403:
      return fail('forbidden', permissionHint(said, asked.to))
    case 404:
      return fail('not-found', 'It was deleted in the meantime, or this Grafana is older than 10. Run again.')
    case 409:
    case 412:
      return fail('conflict', conflictHint(said, asked.to))
    case 413:
      return fail(
        'too-large',
        'Split the dashboard: Grafana accepts at most 16 MB, a proxy in front of it may accept less.',
      )
    case 429:
      return fail('rate-limited', `Run again ${later(answer)}; what was written stays written.`)
    default:
      if (/conflicting alert rule/.test(said)) return fail('conflict', conflictHint(said, asked.to))
      return status >= 500
        ? fail('server', "Run again: what was written stays written. If it persists, read Grafana's own log.")
        : fail('rejected', 'Correct what the message names and run again.')
  }
}

const later = ({ headers }: HttpResponse): string => {
  const seconds = Number(headers['retry-after'])
  return seconds > 60 ? `in ${Math.ceil(seconds / 60)} minutes, as it requests` : 'in a minute'
}

/** A page with such a status comes from a proxy in front of Grafana. */
const notThere = (status: number, { to, at }: RequestPurpose): ActionError =>
  platformError(
    'grafana-server',
    `The proxy at ${at} gets no answer from Grafana: HTTP ${status}, asked to ${to}.`,
    'It may be restarting. Run again: what was written stays written. If it persists, check that Grafana runs behind that address.',
  )

/** The answer's JSON, null when it is empty, undefined when it is not JSON: a login page, a proxy's error. */
export const jsonBodyOf = ({ text, json }: HttpResponse): unknown => (text === '' ? null : json)

function messageIn(body: unknown): string {
  const { message, messageId } = (body ?? {}) as { message?: unknown; messageId?: unknown }
  return typeof message === 'string' ? message : typeof messageId === 'string' ? messageId : ''
}

function conflictHint(said: string, to: string): string {
  const source = /data source "(.+)"$/s.exec(to)?.[1]
  if (/data source/i.test(said))
    return `Rename the other data source, or set \`grafana.datasource: ${oneLine(source ?? 'NAME', 100)}\` in monitoring.yml to use it.`
  // Measured on 10.1; from 11 on titles need not be unique.
  if (/general folder with the same name/.test(said))
    return 'This Grafana accepts each title only once: set grafana.folder in monitoring.yml to another one, or rename the folder there.'
  if (/same name in the folder|rule title under the same/.test(said))
    return 'This Grafana accepts each title only once in a folder: give one of the two another title.'
  return 'It was changed by someone else in the meantime. Run again; if it persists, rename one of the two.'
}

function tokenHint(said: string, { cloudToken }: RequestPurpose): string {
  if (cloudToken)
    return (
      'GRAFANA_API_KEY is an access policy token (glc_), which is for remote write only. ' +
      'Create a service account token (glsa_) in the Grafana instance itself: Administration, Service accounts.'
    )
  return /expired/i.test(said)
    ? 'The token has expired. Create a new one: Administration, Service accounts, Add service account token.'
    : 'GRAFANA_API_KEY must be a service account token (glsa_) of this instance: Administration, Service accounts.'
}

/**
 * Grafana names the permission; this names the role that has it. Measured: an Editor may write everything except data
 * sources.
 */
function permissionHint(said: string, to: string): string {
  const needed = /Permissions needed: (.+)$/.exec(said)?.[1] ?? ''
  if (/read-only data source/i.test(said))
    return 'It is provisioned from a file on the Grafana server: change it there.'
  if (needed.startsWith('datasources:'))
    return 'Data sources need the Admin role or the permission "datasources:writer". Grant it to the service account, or set `grafana.datasource: NAME` in monitoring.yml to use an existing data source.'
  // Measured on 10.1; from 12 at the latest an Editor may.
  if (needed.startsWith('alert.provisioning:'))
    return 'In this version of Grafana alert rules need the Admin role, or "alert.provisioning:read" and "alert.provisioning:write".'
  const about = needed || to.replace(/".*/s, '')
  const role = /alert\.|\brule/.test(about)
    ? 'Alert rules need the Editor role, or "alert.rules:write" and "alert.provisioning.provenance:write" on the folder.'
    : about.includes('annotation')
      ? 'Annotations need the Editor role or "annotations:create".'
      : 'Folders and dashboards need the Editor role, or "folders:create" and "dashboards:create".'
  return `${role} A new role or folder takes effect after up to 60 seconds.`
}

function notGrafana(answer: HttpResponse, { to, at }: RequestPurpose): ActionError {
  const redirect = redirectOf(answer)
  const what = redirect
    ? `HTTP ${answer.status}, a redirect`
    : `HTTP ${answer.status} with ${oneLine(String(answer.headers['content-type'] ?? 'no content type'), 100)}`
  return platformError(
    'grafana-not-grafana',
    `The server at ${at} is not Grafana's API: asked to ${to}, it returned ${what}.`,
    redirect
      ? `Redirects are not followed, so that the token stays with the host it is meant for. ${finalAddress(redirect, answer.url)}`
      : `${START_PAGE} Is a login proxy in between?`,
  )
}

const START_PAGE =
  'GRAFANA_URL is the address of the start page, with its sub-path where there is one (https://example.com/grafana).'

/** What to set instead; an address on another host is not repeated. */
function finalAddress(redirect: Redirect, asked: URL): string {
  if (redirect.kind === 'elsewhere')
    return `This one leads to another host, which may be anyone's: ask the operators of Grafana for its address and set GRAFANA_URL to it. ${START_PAGE}`
  const [start = '', ...rest] = redirect.url.href.split(/\/apis?\//)
  return rest.length > 0 && redirect.url.href !== asked.href
    ? `Set GRAFANA_URL to ${start}.`
    : `${START_PAGE} Is a login proxy in between?`
}

/** No answer, or an incomplete one. */
export function grafanaUnreachable(cause: unknown, { to, at }: RequestPurpose): ActionError {
  const code = String((cause as { code?: unknown } | null)?.code ?? '')
  const fail = (short: string, what: string, hint: string) =>
    platformError(`grafana-${short}`, `Grafana at ${at} ${what}, asked to ${to}.`, hint, cause)
  if (cause instanceof BrokenAnswer)
    return fail(
      'broken-answer',
      `did not send a complete answer: ${oneLine(messageOf(cause), 200)}`,
      'It may be restarting, or a proxy in front of it truncates its answers. Run again: what was written stays written.',
    )
  if (cause instanceof UnwantedAnswer)
    return fail(
      'unwanted-answer',
      `sent an answer that is not accepted: ${oneLine(messageOf(cause), 200)}`,
      'Check whether a proxy in front of Grafana changes its answers.',
    )
  if ((cause instanceof Error && cause.name === 'TimeoutError') || /TIMEOUT|ETIMEDOUT/.test(code))
    return fail(
      'timeout',
      'did not answer in time',
      'It may be overloaded or restarting. Run again: what was written stays written.',
    )
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return fail(
      'dns',
      `has a name that does not resolve (${code})`,
      'Check GRAFANA_URL, and that this machine can reach it.',
    )
  if (code === 'ECONNREFUSED')
    return fail(
      'refused',
      'refuses connections',
      'Is it running, and is the port in GRAFANA_URL the right one?',
    )
  if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code))
    return fail(
      'tls',
      `failed the TLS handshake: ${oneLine(messageOf(cause), 200)}`,
      'Use https:// only where TLS is served; for a private authority set NODE_EXTRA_CA_CERTS to its certificate.',
    )
  return fail(
    'connection',
    `broke the connection: ${oneLine(messageOf(cause), 200)}`,
    'It may be restarting. Run again: what was written stays written.',
  )
}

/** The run was cancelled, or its time was up, before there was an answer. */
export function grafanaInterrupted({ reason }: AbortSignal, { to, at }: RequestPurpose): ActionError {
  const isOver = reason instanceof Error && reason.name === 'TimeoutError'
  return platformError(
    'grafana-interrupted',
    `${isOver ? 'Time was up' : 'The run was cancelled'} before Grafana at ${at} had answered, asked to ${to}.`,
    'Run again: what was written stays written.',
    reason,
  )
}

const has = (error: ActionError, codes: readonly string[]): boolean =>
  error.problems.some((p) => codes.includes(p.code.replace(/^grafana-/, '')))

const UNANSWERED = ['timeout', 'connection']
const GONE = [
  ...['dns', 'refused', 'tls', 'unauthorized', 'interrupted'],
  ...['proxy-unreachable', 'proxy-refused', 'proxy-gateway'],
]

/** Whether this request alone may be the problem: others get an answer if the server still runs. */
export const isUnanswered = (error: ActionError): boolean => has(error, UNANSWERED)

/** Whether the next request would fail as well: the server cannot be reached, or the token is not valid. */
export const isUnavailable = (error: ActionError): boolean => has(error, GONE)

/** Whether no Grafana could be reached, so that every request would fail. */
export const makesAllHopeless = (error: ActionError): boolean => has(error, [...GONE, 'not-grafana'])

/** Whether a write that failed so may have succeeded nevertheless: read before writing again. */
export const mayHaveSucceeded = (error: ActionError): boolean =>
  has(error, [...UNANSWERED, 'broken-answer', 'unwanted-answer', 'refused', 'server'])

/** Whether something of this name was there already, perhaps because another run has just written it. */
export const isTaken = (error: ActionError): boolean => has(error, ['conflict'])

/**
 * Whether a group may have been refused because rules in it do not exist yet. Grafana 10.1 says so, all before 11.5.2 just
 * answer with a 500 (measured; grafana#98283).
 */
export const mayMissRules = (error: unknown): boolean =>
  error instanceof ActionError && has(error, ['server'])
