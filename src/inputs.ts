import { APP_NAME, REGION } from './config/names.ts'
import { PRESET_APP, type PresetNames } from './config/preset.ts'
import {
  type Complain,
  flyctl,
  flyToken,
  grafana,
  password,
  remoteWrite,
  url,
  type Value,
} from './inputs/access.ts'
import { type Environment, type InputName, raw, variable } from './inputs/names.ts'
import { didYouMean } from './lib/did-you-mean.ts'
import { parseDuration } from './lib/duration.ts'
import { ActionError, type Problem } from './lib/errors.ts'
import { readProxies } from './lib/proxy.ts'

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
  // `plan` asks nobody.
  if (mode !== 'plan') problems.push(...readProxies(env).problems)
  if (problems.length > 0) throw new ActionError('configuration', problems)
  return inputs
}

function notYet(env: Environment): Problem[] {
  return NOT_YET.filter((name) => env[variable(name)]?.trim()).map((name) => ({
    code: 'input/not-yet',
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
    'input/value',
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
      complain('input/value', `Input ${name} is ${JSON.stringify(given)}.`, hint)
  }
  const hint = 'A Fly app name has lowercase letters, digits and dashes.'
  shape('app', names.app, APP_NAME, hint)
  shape('monitoring-app', names.monitoringApp, APP_NAME, hint)
  shape('region', names.region, REGION, 'A Fly region has three letters, such as nrt or fra.')
  if (names.monitoringApp !== undefined && names.monitoringApp === (names.app ?? PRESET_APP))
    complain(
      'input/value',
      `Input monitoring-app is ${names.monitoringApp}, which is the main app.`,
      'Prometheus needs an app of its own.',
    )
  return Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined))
}

/** Longer than any job of a hosted runner; a timer holds 24 days. */
const DAY_MS = 86_400_000

function timeout(given: string, complain: Complain): number {
  const milliseconds = parseDuration(given)
  if (milliseconds !== undefined && milliseconds >= 1_000 && milliseconds <= DAY_MS) return milliseconds
  complain(
    'input/timeout',
    `Input timeout is ${JSON.stringify(given)}.`,
    `Use a duration such as 15m or 90s, at least 1s and at most 1d.`,
  )
  return 0
}
