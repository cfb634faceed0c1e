import { randomBytes } from 'node:crypto'
import { readConfig } from '../config/configuration.ts'
import { isOnFlysPrometheus } from '../config/fly-engine.ts'
import { derivePassword } from '../desired/derived-password.ts'
import { renderWebConfig } from '../desired/web-config.ts'
import { readInputs } from '../inputs/read.ts'
import { ActionError } from '../lib/errors.ts'

export interface PasswordOrder {
  /** As the runner passes them: `INPUT_CONFIG`. */
  inputs: Readonly<Record<string, string>>
  /** Print the web configuration with the hash instead of the password. */
  webConfig: boolean
}

/**
 * Prints the password of Prometheus, or the web configuration with its hash in base64; nothing else, so that it can be
 * piped into `flyctl secrets set NAME=-`.
 * @throws ActionError `configuration`
 */
export function passwordOutput({ inputs, webConfig }: PasswordOrder): string {
  const { FLY_API_TOKEN, PROMETHEUS_PASSWORD } = process.env
  // The checks of mode plan: it needs no token, and here one of the two is enough.
  const given = readInputs({ ...inputs, FLY_API_TOKEN, PROMETHEUS_PASSWORD, INPUT_MODE: 'plan' })
  const { config } = readConfig(given, process.cwd())
  const { app, access } = config.monitoring
  if (isOnFlysPrometheus(config.monitoring))
    throw wrong(
      "There is no password: with `engine: fly`, Fly's Prometheus is read with a token of the organization.",
      'Use FLY_METRICS_TOKEN.',
    )
  if (access === 'public')
    throw wrong(
      `${app} has no password: monitoring.access is ${access}.`,
      'Set it to password, or remove it.',
    )
  const plain =
    given.prometheusPassword ?? (given.flyToken === '' ? undefined : derivePassword(given.flyToken, app))
  if (plain === undefined)
    throw wrong(
      'There is neither a password nor a Fly token to derive it from.',
      'Set PROMETHEUS_PASSWORD, or FLY_API_TOKEN to the token that the deploy uses.',
    )
  if (!webConfig) return plain
  // The salt comes from the token, so that equal runs render equal files; without one, any will do.
  const key = given.flyToken || randomBytes(16).toString('hex')
  return Buffer.from(renderWebConfig(key, app, plain)).toString('base64')
}

function wrong(message: string, hint: string): ActionError {
  return new ActionError('configuration', [{ code: 'password', severity: 'error', message, hint }])
}
