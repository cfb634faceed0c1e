import { flyTokens } from '../lib/fly-token.ts'

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

/** The variable of the same name that people set: upper case, dashes to underscores. */
const environmentVariable = (name: string): string => name.toUpperCase().replaceAll('-', '_')

/** An input that is there wins over the environment variable; an empty one counts as not given, as on the runner. */
export function raw(env: Environment, name: InputName): string | undefined {
  const environment = FROM_ENVIRONMENT.includes(name) ? env[environmentVariable(name)] : undefined
  return env[variable(name)] || environment || undefined
}

/** Settings whose value is a secret, by the end of their name. */
const SECRET_NAME = /(?:^|[_-])(?:token|password|passwd|secret|(?:api|access|private|secret)[_-]?key)$/i

/** A user and a password before a host; the addresses of proxies do without a scheme. */
const CREDENTIALS = /^(?:[a-z][\w+.-]*:\/\/)?[^\s/?#:@]*:([^\s/?#]+)@/i

/** Others' secrets are hidden too, as flyctl and a build may print them, unless a word or a path may be meant. */
const isUnlikeAWord = (value: string): boolean => value.length >= 12 && !/\s|^\.?\//.test(value)

/**
 * Every secret that a process is given, to be hidden before anything else happens: inputs and variables, ours by any
 * name and whoever else's by the look of the name; each of several Fly tokens; passwords in the addresses of proxies and
 * servers, and keys in the query of an address.
 */
export function secretsIn(env: Environment): string[] {
  const ours = new Set(SECRETS.flatMap((name) => [variable(name), environmentVariable(name)]))
  return Object.entries(env).flatMap(([name, value]) => {
    if (!value) return []
    const found = [
      ...(SECRET_NAME.test(name) ? (/fly/i.test(name) ? flyTokens(value) : [value.trim()]) : []),
      ...inAddress(value),
    ]
    const isOurs = ours.has(name) || /_proxy$|prometheus.url$|grafana.url$/i.test(name)
    return isOurs ? found : found.filter(isUnlikeAWord)
  })
}

function inAddress(value: string): string[] {
  const password = CREDENTIALS.exec(value)?.[1]
  const query = URL.parse(value)?.searchParams ?? []
  return [
    ...(password === undefined ? [] : [password]),
    ...[...query].flatMap(([name, secret]) => (SECRET_NAME.test(name) ? [secret] : [])),
  ]
}
