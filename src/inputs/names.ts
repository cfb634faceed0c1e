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
  'url',
  'file',
  'check',
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

/** Never an argument of the command line: every user of the machine can read arguments. */
export const SECRETS: readonly InputName[] = [
  'fly-api-token',
  'prometheus-password',
  'grafana-prometheus-api-key',
  'grafana-api-key',
]

/** Variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The variable in which the runner passes an input: upper case, spaces to underscores, dashes kept. */
export const inputVariable = (name: string): string => `INPUT_${name.replace(/ /g, '_').toUpperCase()}`

/** The variable of the same name that people set: upper case, dashes to underscores. */
const environmentVariable = (name: string): string => name.toUpperCase().replaceAll('-', '_')

/**
 * An input that is set takes precedence over the environment variable; an empty one counts as not set, as on the
 * runner.
 */
export function rawInput(env: Environment, name: InputName): string | undefined {
  const environment = FROM_ENVIRONMENT.includes(name) ? env[environmentVariable(name)] : undefined
  return env[inputVariable(name)] || environment || undefined
}

/** Variables of the programs in a run: of this one, of flyctl, and of the builds that it starts. */
const RUN_VARIABLES = /^(?:INPUT|FLY|GRAFANA|PROMETHEUS|GITHUB|GH|ACTIONS|DOCKER|BUILDKIT|BUILDX)_|_PROXY$/i

/** Names of variables and of parameters in an address whose value is a secret. */
const SECRET_NAME = /(?:^|[_-])(?:token|password|secret|(?:api|access|private|secret)[_-]?key)$/i

/** A user and a password before a host; the addresses of proxies may have no scheme. */
const CREDENTIALS = /^(?:[a-z][\w+.-]*:\/\/)?[^\s/?#:@]*:([^\s/?#]+)@/i

/**
 * Every secret that a run receives, to be hidden before anything else happens: tokens, keys and passwords of any name,
 * also where another one takes precedence; each of several Fly tokens; passwords and keys in addresses, of proxies too.
 * Values derived from them are added where they are derived: the derived password, its hash.
 */
export function secretsIn(env: Environment): string[] {
  return Object.entries(env).flatMap(([name, value]) => {
    if (!value || !RUN_VARIABLES.test(name)) return []
    const password = CREDENTIALS.exec(value)?.[1]
    return [
      ...(SECRET_NAME.test(name) ? tokensIn(name, value) : []),
      ...(password === undefined ? [] : [password]),
      ...[...(URL.parse(value)?.searchParams ?? [])].flatMap(([key, secret]) =>
        SECRET_NAME.test(key) ? [secret] : [],
      ),
    ]
  })
}

const tokensIn = (name: string, value: string): string[] =>
  /^(?:INPUT_)?FLY[_-]/i.test(name) ? flyTokens(value) : [value.trim()]
