import { withoutEndSlash } from '../lib/text.ts'
import type { InputName } from './names.ts'
import { type Addressed, plainHttp } from './plain-http.ts'
import type { Inputs, Mode, RemoteWrite } from './types.ts'

/** Adds an error about an input, and how to correct it. */
export type AddInputError = (code: string, message: string, hint: string) => void

/** The value of an input without white space around it; undefined when it is empty. */
export type InputValue = (name: InputName) => string | undefined

/**
 * Any of Fly's tokens, also several joined by commas, without surrounding white space; `plan` and `dashboards` do not
 * need one.
 */
export function flyTokenInput(given: string | undefined, mode: Mode, addError: AddInputError): string {
  if (given === undefined && (mode === 'deploy' || mode === 'verify' || mode === 'drill'))
    addError(
      'input/fly-token-missing',
      'No Fly token: neither the input fly-api-token nor the variable FLY_API_TOKEN is set.',
      'Run "fly tokens create org" and store the token as the secret FLY_API_TOKEN of the repository, or set it in your shell (export FLY_API_TOKEN=…). Pull requests from forks get no secrets.',
    )
  else if (/^["'].*["']$/s.test(given ?? ''))
    addError(
      'input/fly-token-quoted',
      'The Fly token is in quotes.',
      'Store the token without the quotes: flyctl treats them as part of it.',
    )
  else if (given?.split(',').some((one) => /\s/.test(one.trim().replace(/^(?:FlyV1|Bearer) +/i, ''))))
    addError(
      'input/fly-token-broken',
      'The Fly token has white space or a line break inside.',
      'Store it again as one line: a copy from a terminal may have been wrapped.',
    )
  return (given ?? '')
    .split(',')
    .map((one) => one.trim())
    .join(',')
}

/** Which flyctl, and the digest of its release. */
export function flyctlInput(value: InputValue, addError: AddInputError): Inputs['flyctl'] {
  const [version, sha256] = [value('flyctl-version'), value('flyctl-sha256')?.toLowerCase()]
  if (version !== undefined && !/^v?\d+\.\d+\.\d+$/.test(version))
    addError(
      'input/flyctl-version',
      `Input flyctl-version is ${JSON.stringify(version)}, which is not a version.`,
      'Use the version of a release, such as 0.4.111.',
    )
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256))
    addError(
      'input/flyctl-sha256',
      'Input flyctl-sha256 is not a sha256.',
      'It has 64 hexadecimal digits and belongs to the release archive (.tar.gz) of this platform.',
    )
  return { ...(version !== undefined && { version }), ...(sha256 !== undefined && { sha256 }) }
}

/** Groups are all or nothing: an incomplete one is a forgotten secret, and the missing names are reported. */
function group<const N extends InputName>(
  names: readonly N[],
  what: string,
  value: InputValue,
  addError: AddInputError,
) {
  const missing = names.filter((name) => value(name) === undefined)
  if (missing.length === names.length) return undefined
  if (missing.length === 0)
    return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<N, string>
  const given = names.filter((name) => !missing.includes(name))
  addError(
    'input/incomplete-group',
    `${what}: ${given.join(' and ')} ${given.length > 1 ? 'are' : 'is'} set, ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing.`,
    `Set ${missing.join(' and ')} too (an empty secret counts as missing), or none of them to skip this part.`,
  )
  return undefined
}

/** Where samples are written too, when all three of its inputs are set. */
export function remoteWriteInput(value: InputValue, addError: AddInputError): RemoteWrite | undefined {
  const names = ['grafana-prometheus-url', 'grafana-prometheus-user', 'grafana-prometheus-api-key'] as const
  const given = group(names, 'Remote write', value, addError)
  const target = urlInput('grafana-prometheus-url', value('grafana-prometheus-url'), addError)
  if (!given || !target) return undefined
  checkPlainHttp('grafana-prometheus-url', target, addError)
  return { url: target, user: given['grafana-prometheus-user'], key: given['grafana-prometheus-api-key'] }
}

/** Grafana itself, when both of its inputs are set. */
export function grafanaInput(value: InputValue, mode: Mode, addError: AddInputError): Inputs['grafana'] {
  if (mode === 'dashboards' && value('grafana-url') === undefined && value('grafana-api-key') === undefined)
    addError(
      'input/grafana-missing',
      'Mode dashboards needs grafana-url and grafana-api-key.',
      'Set both: the address of your Grafana and a service account token (glsa_…).',
    )
  const given = group(['grafana-url', 'grafana-api-key'], 'Grafana', value, addError)
  const target = urlInput('grafana-url', value('grafana-url'), addError)
  if (given?.['grafana-api-key'].startsWith('glc_'))
    addError(
      'input/grafana-token',
      'grafana-api-key is a Grafana Cloud access policy token (glc_…), which Grafana itself does not accept.',
      'Create a service account token (glsa_…) in Grafana: Administration → Users and access → Service accounts.',
    )
  if (!given || !target) return undefined
  checkPlainHttp('grafana-url', target, addError)
  return { url: withoutEndSlash(target), token: given['grafana-api-key'] }
}

function checkPlainHttp(input: Addressed['input'], url: string, addError: AddInputError): void {
  for (const { code, message, hint } of plainHttp({ input, url })) addError(code, message, hint)
}

/** An address without credentials in it; undefined when it is not given. */
export function urlInput(
  name: string,
  given: string | undefined,
  addError: AddInputError,
): string | undefined {
  if (given === undefined) return undefined
  const parsed = URL.parse(given)
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
    addError('input/url', `Input ${name} is not a URL.`, 'Write the whole address, starting with https://.')
  else if (parsed.username || parsed.password)
    addError(
      'input/url-credentials',
      `Input ${name} has a user or a password in the URL.`,
      'Use the inputs for credentials instead; URLs end up in logs.',
    )
  else if (name !== 'grafana-prometheus-url' && (parsed.search || parsed.hash))
    addError(
      'input/url',
      `Input ${name} has a "?" or a "#" in it.`,
      'Use the address without them; paths are added to it.',
    )
  return given
}

/** Anyone who knows the address of Prometheus can try passwords indefinitely. */
const SHORTEST_PASSWORD = 12

/**
 * bcrypt reads 72 bytes; HTTP basic auth has no room for control characters; white space at the ends is lost in
 * transit.
 */
export function passwordInput(given: string | undefined, addError: AddInputError): string | undefined {
  if (given === undefined) return undefined
  const wrong = (message: string, hint: string) =>
    addError('input/password', `prometheus-password ${message}.`, hint)
  if (given !== given.trim())
    wrong(
      'starts or ends with white space',
      'Store the secret without it; a newline at the end often comes from "echo".',
    )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are searched for
  else if (/[\x00-\x1f\x7f]/.test(given))
    wrong('contains a control character', 'Use printable characters only.')
  else if (given.length < SHORTEST_PASSWORD)
    wrong(
      `is shorter than ${SHORTEST_PASSWORD} characters`,
      'Prometheus has a public address, where anyone can try passwords: use a longer one (openssl rand -base64 24), or remove it to have one derived from the Fly token.',
    )
  if (Buffer.byteLength(given) > 72)
    wrong('is longer than 72 bytes', 'bcrypt ignores everything after 72 bytes; use a shorter one.')
  return given
}
