import { APP_NAME, REGION } from './config/names.ts'
import { PRESET_APP, type PresetNames } from './config/preset.ts'
import { didYouMean } from './lib/did-you-mean.ts'
import { parseDuration } from './lib/duration.ts'
import { ActionError, type Problem } from './lib/errors.ts'

/** When the exit code is red: never, or when targets (metrics, panels) are not all proven. */
export const FAIL_ON = ['never', 'targets', 'metrics', 'panels'] as const
export type FailOn = (typeof FAIL_ON)[number]

/** `deploy`: everything. `plan`: checks files, needs nothing. `verify`: only the proof. `dashboards`: only the Grafana part. */
export const MODES = ['deploy', 'plan', 'verify', 'dashboards'] as const
export type Mode = (typeof MODES)[number]

/** Remote write to Grafana Cloud or any other server that speaks it. */
export interface RemoteWrite {
  url: string
  user: string
  key: string
}

/** All that a run is told from outside, checked as a whole. Secrets are here and nowhere else. */
export interface Inputs {
  mode: Mode
  /** Path of the configuration file, relative to the working directory; `explicit` when the user named it. */
  config: { path: string; explicit: boolean }
  workingDirectory: string
  /** Names for a run without a configuration file. */
  names: PresetNames
  /** As flyctl takes it, without surrounding white space. Empty only in modes that do without: `plan`, `dashboards`. */
  flyToken: string
  /** Exactly this flyctl, and the sha256 of its release archive in hex. Without: any supported one. */
  flyctl: { version?: string; sha256?: string }
  remoteWrite: RemoteWrite | undefined
  grafana: { url: string; token: string } | undefined
  /** Undefined: derived from the Fly token. */
  prometheusPassword: string | undefined
  /** Undefined: https://APP.fly.dev. */
  prometheusUrl: string | undefined
  failOn: FailOn
  /** Milliseconds for the whole run. */
  timeoutMs: number
}

/** Inputs of the final set that this release does not know yet. */
const NOT_YET: readonly string[] = ['rollback-on-failure', 'comment', 'commit-status', 'github-token']

/** Every input that works, as action.yml declares it; a contract test compares the two. */
export const INPUTS = [
  'mode',
  'config',
  'working-directory',
  'app',
  'monitoring-app',
  'organization',
  'region',
  'fly-api-token',
  'flyctl-version',
  'flyctl-sha256',
  'prometheus-password',
  'prometheus-url',
  'grafana-prometheus-url',
  'grafana-prometheus-user',
  'grafana-prometheus-api-key',
  'grafana-url',
  'grafana-api-key',
  'fail-on',
  'timeout',
] as const
export type InputName = (typeof INPUTS)[number]

/** These may also come as environment variables of the same name (`FLY_API_TOKEN`), which the command line uses. */
const FROM_ENVIRONMENT: readonly InputName[] = [
  'fly-api-token',
  'prometheus-password',
  'grafana-prometheus-url',
  'grafana-prometheus-user',
  'grafana-prometheus-api-key',
  'grafana-url',
  'grafana-api-key',
]

/** Never an argument of the command line: arguments can be read by everybody on the machine. */
export const SECRETS: readonly InputName[] = [
  'fly-api-token',
  'prometheus-password',
  'grafana-prometheus-api-key',
  'grafana-api-key',
]

type Environment = Readonly<Record<string, string | undefined>>

/** The variable in which the runner hands an input over: upper case, spaces to underscores, dashes kept. */
export const variable = (name: string): string => `INPUT_${name.replace(/ /g, '_').toUpperCase()}`

/** The secrets among the inputs as they stand, to be masked before anything else happens. */
export function secretsIn(env: Environment): string[] {
  return SECRETS.flatMap((name) => {
    const given = raw(env, name)
    if (given === undefined) return []
    // Fly's tokens are joined by commas behind a word for their scheme; each is a secret of its own.
    const parts = name === 'fly-api-token' ? given.trim().split(/[\s,]+/) : []
    return [given, ...parts.filter((part) => part.length > 8)]
  })
}

/**
 * Reads and checks everything at once.
 * @throws ActionError `configuration` with every problem found
 */
export function readInputs(env: Environment): Inputs {
  const problems: Problem[] = notYet(env)
  const complain = (code: string, message: string, hint: string) =>
    problems.push({ code, severity: 'error', message, hint })
  const value = (name: InputName): string | undefined => raw(env, name)?.trim() || undefined

  const mode = oneOf('mode', value('mode') ?? 'deploy', MODES, complain)
  const inputs: Inputs = {
    mode,
    config: { path: value('config') ?? 'monitoring.yml', explicit: value('config') !== undefined },
    workingDirectory: value('working-directory') ?? '.',
    names: presetNames(value, complain),
    flyToken: flyToken(value('fly-api-token'), mode, complain),
    flyctl: flyctl(value, complain),
    remoteWrite: remoteWrite(value, complain),
    grafana: grafana(value, mode, complain),
    prometheusPassword: password(raw(env, 'prometheus-password'), complain),
    prometheusUrl: url('prometheus-url', value('prometheus-url'), complain),
    failOn: oneOf('fail-on', value('fail-on') ?? 'targets', FAIL_ON, complain),
    timeoutMs: timeout(value('timeout') ?? '15m', complain),
  }
  if (problems.length > 0) throw new ActionError('configuration', problems)
  return inputs
}

type Complain = (code: string, message: string, hint: string) => void
type Value = (name: InputName) => string | undefined

/** An input that is there wins over the environment variable; an empty one counts as not given, as on the runner. */
function raw(env: Environment, name: InputName): string | undefined {
  const environment = FROM_ENVIRONMENT.includes(name)
    ? env[name.toUpperCase().replaceAll('-', '_')]
    : undefined
  return env[variable(name)] || environment || undefined
}

function notYet(env: Environment): Problem[] {
  return NOT_YET.filter((name) => env[variable(name)]?.trim()).map((name) => ({
    code: 'input-not-yet',
    severity: 'error',
    message: `Input ${name} is not supported yet.`,
    hint: 'Remove it from the workflow; a later release knows it.',
  }))
}

function oneOf<const T extends string>(
  name: string,
  given: string,
  allowed: readonly T[],
  complain: Complain,
): T {
  const found = allowed.find((a) => a === given)
  if (found) return found
  complain(
    'input-value',
    `Input ${name} is ${JSON.stringify(given)}.`,
    didYouMean(given, allowed) ?? `Use one of: ${allowed.join(', ')}.`,
  )
  return allowed[0] as T
}

function presetNames(value: Value, complain: Complain): PresetNames {
  const names = {
    app: value('app'),
    monitoringApp: value('monitoring-app'),
    organization: value('organization'),
    region: value('region'),
  }
  const shape = (name: InputName, given: string | undefined, pattern: RegExp, hint: string) => {
    if (given !== undefined && !pattern.test(given))
      complain('input-value', `Input ${name} is ${JSON.stringify(given)}.`, hint)
  }
  const hint = 'A Fly app name has lowercase letters, digits and dashes.'
  shape('app', names.app, APP_NAME, hint)
  shape('monitoring-app', names.monitoringApp, APP_NAME, hint)
  shape('region', names.region, REGION, 'A Fly region has three letters, such as nrt or fra.')
  if (names.monitoringApp !== undefined && names.monitoringApp === (names.app ?? PRESET_APP))
    complain(
      'input-value',
      `Input monitoring-app is ${names.monitoringApp}, which is the main app.`,
      'Prometheus needs an app of its own.',
    )
  return Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined))
}

function flyToken(given: string | undefined, mode: Mode, complain: Complain): string {
  if (given === undefined && (mode === 'deploy' || mode === 'verify'))
    complain(
      'input-fly-token-missing',
      'No Fly token: neither the input fly-api-token nor the variable FLY_API_TOKEN is set.',
      'Run "fly tokens create org" and store the token as the secret FLY_API_TOKEN. Pull requests from forks get no secrets.',
    )
  else if (/^["'].*["']$/s.test(given ?? ''))
    complain(
      'input-fly-token-quoted',
      'The Fly token is in quotes.',
      'Store the token without the quotes: flyctl takes them as part of it.',
    )
  else if (given?.split(',').some((one) => /\s/.test(one.trim().replace(/^(?:FlyV1|Bearer) +/i, ''))))
    complain(
      'input-fly-token-broken',
      'The Fly token has white space or a line break inside.',
      'Store it again as one line: a copy out of a terminal may have been wrapped.',
    )
  return given ?? ''
}

function flyctl(value: Value, complain: Complain): Inputs['flyctl'] {
  const [version, sha256] = [value('flyctl-version'), value('flyctl-sha256')?.toLowerCase()]
  if (version !== undefined && !/^v?\d+\.\d+\.\d+$/.test(version))
    complain(
      'input-flyctl-version',
      `Input flyctl-version is ${JSON.stringify(version)}.`,
      'Name one release, such as 0.4.87.',
    )
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256))
    complain(
      'input-flyctl-sha256',
      'Input flyctl-sha256 is not a sha256.',
      'It has 64 hexadecimal digits and belongs to the release archive (.tar.gz) of this platform.',
    )
  return { ...(version !== undefined && { version }), ...(sha256 !== undefined && { sha256 }) }
}

/** Groups are all or nothing: a half-given one is a forgotten secret, and the missing names are said. */
function group<const N extends InputName>(
  names: readonly N[],
  what: string,
  value: Value,
  complain: Complain,
) {
  const missing = names.filter((name) => value(name) === undefined)
  if (missing.length === names.length) return undefined
  if (missing.length === 0)
    return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<N, string>
  const given = names.filter((name) => !missing.includes(name))
  complain(
    'input-half-group',
    `${what}: ${given.join(' and ')} ${given.length > 1 ? 'are' : 'is'} set, ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing.`,
    `Set ${missing.join(' and ')} too (an empty secret counts as missing), or none of them to skip this part.`,
  )
  return undefined
}

function remoteWrite(value: Value, complain: Complain): RemoteWrite | undefined {
  const names = ['grafana-prometheus-url', 'grafana-prometheus-user', 'grafana-prometheus-api-key'] as const
  const given = group(names, 'Remote write', value, complain)
  const target = url('grafana-prometheus-url', value('grafana-prometheus-url'), complain)
  if (!given || !target) return undefined
  return { url: target, user: given['grafana-prometheus-user'], key: given['grafana-prometheus-api-key'] }
}

function grafana(value: Value, mode: Mode, complain: Complain): Inputs['grafana'] {
  if (mode === 'dashboards' && value('grafana-url') === undefined && value('grafana-api-key') === undefined)
    complain(
      'input-grafana-missing',
      'Mode dashboards needs grafana-url and grafana-api-key.',
      'Set both: the address of your Grafana and a service account token (glsa_…).',
    )
  const given = group(['grafana-url', 'grafana-api-key'], 'Grafana', value, complain)
  const target = url('grafana-url', value('grafana-url'), complain)
  if (given?.['grafana-api-key'].startsWith('glc_'))
    complain(
      'input-grafana-token',
      'grafana-api-key is a Grafana Cloud access policy token (glc_…), which Grafana itself does not accept.',
      'Create a service account token (glsa_…) in Grafana: Administration → Users and access → Service accounts.',
    )
  return given && target ? { url: target.replace(/\/+$/, ''), token: given['grafana-api-key'] } : undefined
}

function url(name: string, given: string | undefined, complain: Complain): string | undefined {
  if (given === undefined) return undefined
  const parsed = URL.parse(given)
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
    complain('input-url', `Input ${name} is not a URL.`, 'Write it whole, with https:// in front.')
  else if (parsed.username || parsed.password)
    complain(
      'input-url-credentials',
      `Input ${name} has a user or a password in the URL.`,
      'Give them by the inputs that are made for them; URLs end up in logs.',
    )
  else if (name !== 'grafana-prometheus-url' && (parsed.search || parsed.hash))
    complain(
      'input-url',
      `Input ${name} has a "?" or a "#" in it.`,
      'Give the address alone; paths are added to it.',
    )
  return given
}

/** bcrypt reads 72 bytes; HTTP basic auth has no room for control characters; white space at the ends gets lost on the way. */
function password(given: string | undefined, complain: Complain): string | undefined {
  if (given === undefined) return undefined
  const wrong = (message: string, hint: string) =>
    complain('input-password', `prometheus-password ${message}.`, hint)
  if (given !== given.trim())
    wrong(
      'starts or ends with white space',
      'Store the secret without it; a newline at the end often comes from "echo".',
    )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  else if (/[\x00-\x1f\x7f]/.test(given))
    wrong('contains a control character', 'Use printable characters only.')
  if (Buffer.byteLength(given) > 72)
    wrong('is longer than 72 bytes', 'bcrypt ignores everything after 72 bytes; use a shorter one.')
  return given
}

/** Longer than any job of a hosted runner; a timer holds 24 days. */
const DAY_MS = 86_400_000

function timeout(given: string, complain: Complain): number {
  const milliseconds = parseDuration(given)
  if (milliseconds !== undefined && milliseconds >= 1_000 && milliseconds <= DAY_MS) return milliseconds
  complain(
    'input-timeout',
    `Input timeout is ${JSON.stringify(given)}.`,
    `Use a duration such as 15m or 90s, at least 1s and at most 1d.`,
  )
  return 0
}
