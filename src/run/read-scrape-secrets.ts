import { credentialsOf } from '../config/credentials.ts'
import { hasFlySeries } from '../config/fly-engine.ts'
import { locateIn } from '../config/load.ts'
import { targetName } from '../config/remote-write.ts'
import type { Config } from '../config/schema.ts'
import type { ConfigPath } from '../config/schema-paths.ts'
import type { Project } from '../config/sources/project.ts'
import type { ScrapeSecrets } from '../desired/scrape-secrets.ts'
import type { Environment } from '../inputs/names.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { flyTokens } from '../lib/fly-token.ts'
import { addSecret } from '../lib/redact.ts'
import { FLY_METRICS_TOKEN, MAKE_FLY_METRICS_TOKEN } from '../model/fly-series.ts'

/** A key of the configuration that names a variable, and who needs it. */
interface Needed {
  path: ConfigPath
  variable: string
  /** As in "authorization of service web". */
  what: string
  /** How to get a value, before how to pass it. */
  hint?: string
}

const forFlyMetrics = (key: 'fly_metrics' | 'engine'): Needed => ({
  path: ['monitoring', key],
  variable: FLY_METRICS_TOKEN,
  what: key === 'engine' ? '`engine: fly`' : 'monitoring.fly_metrics',
  hint: `Create a read-only token of the organization with \`${MAKE_FLY_METRICS_TOKEN}\`; a deploy token is refused. `,
})

const neededBy = ({ services, remote_write: targets }: Config): Needed[] => [
  ...services.flatMap((service, i) => {
    const credentials = credentialsOf(service)
    if (!credentials) return []
    const { key, variable } = credentials
    return [{ path: ['services', i, key], variable, what: `${key} of service ${service.name}` }]
  }),
  ...targets.flatMap((target, i) => {
    const { password_env: variable } = target
    if (variable === undefined) return []
    const what = `remote_write to ${targetName(target)}`
    return [{ path: ['remote_write', i, 'password_env'], variable, what }]
  }),
]

/**
 * Reads the variables that services and targets of remote_write name and the token for Fly's series, and hides their values
 * before anything else happens. Each one that is not set is one problem, however many services need it.
 */
export function readScrapeSecrets(
  { config, source }: Pick<Project, 'config' | 'source'>,
  env: Environment,
): { secrets: ScrapeSecrets; problems: Diagnostic[] } {
  const secrets = new Map<string, string>()
  const problems = new Map<string, Diagnostic>()
  const take = ({ path, variable, what, hint = '' }: Needed, value: string | undefined) => {
    const fault = faultOf(value)
    if (value !== undefined && fault === undefined) {
      secrets.set(variable, value)
      return
    }
    const at = source && locateIn(source)(path, 'key')
    problems.set(variable, {
      code: 'input/credentials',
      severity: 'error',
      ...(at && { at }),
      message: `${what} needs the environment variable ${variable}, which ${fault}.`,
      hint: hint + hintFor(variable),
    })
  }
  for (const needed of neededBy(config)) {
    const { variable } = needed
    if (!secrets.has(variable) && !problems.has(variable)) take(needed, secretIn(env, variable))
  }
  const key = config.monitoring.fly_metrics ? 'fly_metrics' : 'engine'
  if (hasFlySeries(config.monitoring)) take(forFlyMetrics(key), flyMetricsToken(env))
  return { secrets, problems: [...problems.values()] }
}

/** The token without the name of its scheme, which the job of Prometheus has: flyctl prints both together. */
function flyMetricsToken(env: Environment): string | undefined {
  const tokens = flyTokens(secretIn(env, FLY_METRICS_TOKEN) ?? '')
  for (const token of tokens) addSecret(token)
  return tokens.join(',') || undefined
}

/** The value of a variable, which is hidden from now on; undefined when it is not set. */
export function secretIn(env: Environment, variable: string): string | undefined {
  const value = env[variable]?.trim() || undefined
  if (value !== undefined) addSecret(value)
  return value
}

/** A header and a line of a file hold it; Prometheus sends it byte for byte. */
function faultOf(value: string | undefined): string | undefined {
  if (value === undefined) return 'is not set'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are searched for
  return /[\x00-\x1f\x7f]/.test(value) ? 'has a line break or another control character' : undefined
}

const hintFor = (variable: string): string =>
  `Store the value as a secret and pass it to the step as env: ${variable}: \${{ secrets.${variable} }} (an empty secret counts as missing); on the command line, export it.`
