import type { InputName } from './names.ts'
import { type Addressed, plainHttp } from './plain-http.ts'
import type { Inputs, Mode, RemoteWrite } from './types.ts'

/** Notes what is wrong with an input, and how to put it right. */
export type AddInputError = (code: string, message: string, hint: string) => void

/** The value of an input without white space around it; undefined when it is empty. */
export type InputValue = (name: InputName) => string | undefined

/** Any of Fly's tokens, also several joined by commas, with nothing around them; `plan` and `dashboards` do without. */
export function flyTokenInput(given: string | undefined, mode: Mode, complain: AddInputError): string {
  if (given === undefined && (mode === 'deploy' || mode === 'verify'))
    complain(
      'input/fly-token-missing',
      'No Fly token: neither the input fly-api-token nor the variable FLY_API_TOKEN is set.',
      'Run "fly tokens create org" and store the token as the secret FLY_API_TOKEN. Pull requests from forks get no secrets.',
    )
  else if (/^["'].*["']$/s.test(given ?? ''))
    complain(
      'input/fly-token-quoted',
      'The Fly token is in quotes.',
      'Store the token without the quotes: flyctl takes them as part of it.',
    )
  else if (given?.split(',').some((one) => /\s/.test(one.trim().replace(/^(?:FlyV1|Bearer) +/i, ''))))
    complain(
      'input/fly-token-broken',
      'The Fly token has white space or a line break inside.',
      'Store it again as one line: a copy out of a terminal may have been wrapped.',
    )
  return (given ?? '')
    .split(',')
    .map((one) => one.trim())
    .join(',')
}

/** Which flyctl, and the digest of its release. */
export function flyctlInput(value: InputValue, complain: AddInputError): Inputs['flyctl'] {
  const [version, sha256] = [value('flyctl-version'), value('flyctl-sha256')?.toLowerCase()]
  if (version !== undefined && !/^v?\d+\.\d+\.\d+$/.test(version))
    complain(
      'input/flyctl-version',
      `Input flyctl-version is ${JSON.stringify(version)}.`,
      'Name one release, such as 0.4.87.',
    )
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256))
    complain(
      'input/flyctl-sha256',
      'Input flyctl-sha256 is not a sha256.',
      'It has 64 hexadecimal digits and belongs to the release archive (.tar.gz) of this platform.',
    )
  return { ...(version !== undefined && { version }), ...(sha256 !== undefined && { sha256 }) }
}

/** Groups are all or nothing: a half-given one is a forgotten secret, and the missing names are said. */
function group<const N extends InputName>(
  names: readonly N[],
  what: string,
  value: InputValue,
  complain: AddInputError,
) {
  const missing = names.filter((name) => value(name) === undefined)
  if (missing.length === names.length) return undefined
  if (missing.length === 0)
    return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<N, string>
  const given = names.filter((name) => !missing.includes(name))
  complain(
    'input/incomplete-group',
    `${what}: ${given.join(' and ')} ${given.length > 1 ? 'are' : 'is'} set, ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing.`,
    `Set ${missing.join(' and ')} too (an empty secret counts as missing), or none of them to skip this part.`,
  )
  return undefined
}

/** Where samples are written too, when all three of its inputs are set. */
export function remoteWriteInput(value: InputValue, complain: AddInputError): RemoteWrite | undefined {
  const names = ['grafana-prometheus-url', 'grafana-prometheus-user', 'grafana-prometheus-api-key'] as const
  const given = group(names, 'Remote write', value, complain)
  const target = urlInput('grafana-prometheus-url', value('grafana-prometheus-url'), complain)
  if (!given || !target) return undefined
  closed('grafana-prometheus-url', target, complain)
  return { url: target, user: given['grafana-prometheus-user'], key: given['grafana-prometheus-api-key'] }
}

/** Grafana itself, when both of its inputs are set. */
export function grafanaInput(value: InputValue, mode: Mode, complain: AddInputError): Inputs['grafana'] {
  if (mode === 'dashboards' && value('grafana-url') === undefined && value('grafana-api-key') === undefined)
    complain(
      'input/grafana-missing',
      'Mode dashboards needs grafana-url and grafana-api-key.',
      'Set both: the address of your Grafana and a service account token (glsa_…).',
    )
  const given = group(['grafana-url', 'grafana-api-key'], 'Grafana', value, complain)
  const target = urlInput('grafana-url', value('grafana-url'), complain)
  if (given?.['grafana-api-key'].startsWith('glc_'))
    complain(
      'input/grafana-token',
      'grafana-api-key is a Grafana Cloud access policy token (glc_…), which Grafana itself does not accept.',
      'Create a service account token (glsa_…) in Grafana: Administration → Users and access → Service accounts.',
    )
  if (!given || !target) return undefined
  closed('grafana-url', target, complain)
  return { url: target.replace(/(?<!\/)\/+$/, ''), token: given['grafana-api-key'] }
}

function closed(input: Addressed['input'], url: string, complain: AddInputError): void {
  for (const { code, message, hint } of plainHttp({ input, url })) complain(code, message, hint)
}

/** An address without credentials in it; undefined when it is not given. */
export function urlInput(
  name: string,
  given: string | undefined,
  complain: AddInputError,
): string | undefined {
  if (given === undefined) return undefined
  const parsed = URL.parse(given)
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
    complain('input/url', `Input ${name} is not a URL.`, 'Write it whole, with https:// in front.')
  else if (parsed.username || parsed.password)
    complain(
      'input/url-credentials',
      `Input ${name} has a user or a password in the URL.`,
      'Give them by the inputs that are made for them; URLs end up in logs.',
    )
  else if (name !== 'grafana-prometheus-url' && (parsed.search || parsed.hash))
    complain(
      'input/url',
      `Input ${name} has a "?" or a "#" in it.`,
      'Give the address alone; paths are added to it.',
    )
  return given
}

/** Whoever knows the address of Prometheus may try passwords for as long as they like. */
const SHORTEST_PASSWORD = 12

/** bcrypt reads 72 bytes; HTTP basic auth has no room for control characters; white space at the ends gets lost on the way. */
export function passwordInput(given: string | undefined, complain: AddInputError): string | undefined {
  if (given === undefined) return undefined
  const wrong = (message: string, hint: string) =>
    complain('input/password', `prometheus-password ${message}.`, hint)
  if (given !== given.trim())
    wrong(
      'starts or ends with white space',
      'Store the secret without it; a newline at the end often comes from "echo".',
    )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  else if (/[\x00-\x1f\x7f]/.test(given))
    wrong('contains a control character', 'Use printable characters only.')
  else if (given.length < SHORTEST_PASSWORD)
    wrong(
      `is shorter than ${SHORTEST_PASSWORD} characters`,
      'Prometheus stands on a public address, where anyone can guess: use a longer one (openssl rand -base64 24), or remove it to have one derived from the Fly token.',
    )
  if (Buffer.byteLength(given) > 72)
    wrong('is longer than 72 bytes', 'bcrypt ignores everything after 72 bytes; use a shorter one.')
  return given
}
