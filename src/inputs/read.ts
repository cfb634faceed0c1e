import { parseDuration } from '../lib/duration.ts'
import { ActionError, type Diagnostic } from '../lib/errors.ts'
import { readProxies } from '../lib/proxy.ts'
import { didYouMean } from '../lib/similar-name.ts'
import { APP_NAME, REGION } from '../model/fly-names.ts'
import {
  type AddInputError,
  flyctlInput,
  flyTokenInput,
  grafanaInput,
  type InputValue,
  passwordInput,
  remoteWriteInput,
  urlInput,
} from './access.ts'
import { contractInput } from './contract.ts'
import { flagInput } from './flag.ts'
import { githubInputs } from './github.ts'
import { type Environment, type InputName, rawInput } from './names.ts'
import { receiverInputs, verifyHeartbeatInput } from './receivers.ts'
import { FAIL_ON, type Inputs, MODES, PRESET_APP, type PresetNames } from './types.ts'

/**
 * Reads and checks everything at once.
 * @throws ActionError `configuration` with every problem found
 */
export function readInputs(env: Environment): Inputs {
  const problems: Diagnostic[] = []
  const addError = (code: string, message: string, hint: string) =>
    problems.push({ code, severity: 'error', message, hint })
  const value = (name: InputName): string | undefined => rawInput(env, name)?.trim() || undefined

  const mode = oneOf('mode', value('mode') ?? 'deploy', MODES, addError)
  const inputs: Inputs = {
    mode,
    config: { path: value('config') ?? 'monitoring.yml', explicit: value('config') !== undefined },
    workingDirectory: value('working-directory') ?? '.',
    names: presetNames(value, addError),
    flyToken: flyTokenInput(value('fly-api-token'), mode, addError),
    flyctl: flyctlInput(value, addError),
    remoteWrite: remoteWriteInput(value, addError),
    grafana: grafanaInput(value, mode, addError),
    prometheusPassword: passwordInput(rawInput(env, 'prometheus-password'), addError),
    receivers: receiverInputs(value, addError),
    prometheusUrl: urlInput('prometheus-url', value('prometheus-url'), addError),
    contract: contractInput(value, addError),
    failOn: oneOf('fail-on', value('fail-on') ?? 'targets', FAIL_ON, addError),
    rollback: flagInput('rollback-on-failure', value('rollback-on-failure'), false, addError),
    timeoutMs: timeout(value('timeout') ?? '15m', addError),
  }
  // Read again where they are used, also for a run that is refused here.
  verifyHeartbeatInput(value, addError)
  githubInputs(value, addError)
  // Without access to Fly or Grafana, `plan` makes no requests.
  if (mode !== 'plan' || inputs.flyToken !== '' || inputs.grafana) problems.push(...readProxies(env).problems)
  if (problems.length > 0) throw new ActionError('configuration', problems)
  return inputs
}

function oneOf<const T extends string>(
  name: string,
  given: string,
  allowed: readonly T[],
  addError: AddInputError,
): T {
  const found = allowed.find((a) => a === given)
  if (found) return found
  addError(
    'input/value',
    `Input ${name} is ${JSON.stringify(given)}, which is not a valid value.`,
    didYouMean(given, allowed) ?? `Use one of: ${allowed.join(', ')}.`,
  )
  return allowed[0] as T
}

function presetNames(value: InputValue, addError: AddInputError): PresetNames {
  const names = {
    app: value('app'),
    monitoringApp: value('monitoring-app'),
    organization: value('organization'),
    region: value('region'),
  }
  const shape = (name: InputName, given: string | undefined, pattern: RegExp, hint: string) => {
    if (given !== undefined && !pattern.test(given))
      addError('input/value', `Input ${name} is ${JSON.stringify(given)}, which is not a valid name.`, hint)
  }
  const hint = 'A Fly app name has lowercase letters, digits and dashes.'
  shape('app', names.app, APP_NAME, hint)
  shape('monitoring-app', names.monitoringApp, APP_NAME, hint)
  shape('region', names.region, REGION, 'A Fly region has three letters, such as nrt or fra.')
  if (names.monitoringApp !== undefined && names.monitoringApp === (names.app ?? PRESET_APP))
    addError(
      'input/value',
      `Input monitoring-app is ${names.monitoringApp}, which is the main app.`,
      'Prometheus needs a separate app.',
    )
  return Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined))
}

/** Longer than any job of a hosted runner; a timer holds 24 days. */
const DAY_MS = 86_400_000

function timeout(given: string, addError: AddInputError): number {
  const milliseconds = parseDuration(given)
  if (milliseconds !== undefined && milliseconds >= 1_000 && milliseconds <= DAY_MS) return milliseconds
  addError(
    'input/timeout',
    `Input timeout is ${JSON.stringify(given)}, which is not a duration from 1s to 1d.`,
    `Use a value such as 15m or 90s.`,
  )
  return 0
}
