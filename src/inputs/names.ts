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
/** The name of one of them. */
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

/** Variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The variable in which the runner hands an input over: upper case, spaces to underscores, dashes kept. */
export const variable = (name: string): string => `INPUT_${name.replace(/ /g, '_').toUpperCase()}`

/** An input that is there wins over the environment variable; an empty one counts as not given, as on the runner. */
export function raw(env: Environment, name: InputName): string | undefined {
  const environment = FROM_ENVIRONMENT.includes(name)
    ? env[name.toUpperCase().replaceAll('-', '_')]
    : undefined
  return env[variable(name)] || environment || undefined
}

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
