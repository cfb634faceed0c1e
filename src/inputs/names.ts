import { flyTokens } from '../lib/fly-token.ts'

/** Where alerts and heartbeats are sent: whoever knows one of these can write there. */
export const RECEIVER_SECRETS = [
  'slack-webhook-url',
  'discord-webhook-url',
  'telegram-bot-token',
  'ntfy-url',
  'ntfy-token',
  'pagerduty-routing-key',
  'smtp-password',
  'notify-webhook-url',
  'heartbeat-url',
] as const
/** The name of one of them. */
export type ReceiverSecret = (typeof RECEIVER_SECRETS)[number]

/** They report to GitHub: the command line does not have them. */
export const RUNNER_INPUTS = ['comment', 'check-run', 'issue', 'sarif-file', 'github-token'] as const

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
  ...RECEIVER_SECRETS,
  'verify-heartbeat-url',
  'fail-on',
  'rollback-on-failure',
  'timeout',
  ...RUNNER_INPUTS,
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
  ...RECEIVER_SECRETS,
  'verify-heartbeat-url',
  'github-token',
]

/** Never an argument of the command line: every user of the machine can read arguments. */
export const SECRETS: readonly InputName[] = [
  'fly-api-token',
  'prometheus-password',
  'grafana-prometheus-api-key',
  'grafana-api-key',
  ...RECEIVER_SECRETS,
  'verify-heartbeat-url',
]

/** Variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The variable in which the runner passes an input: upper case, spaces to underscores, dashes kept. */
export const inputVariable = (name: string): string => `INPUT_${name.replace(/ /g, '_').toUpperCase()}`

/** The variable of the same name that people set: upper case, dashes to underscores. */
export const environmentVariable = (name: string): string => name.toUpperCase().replaceAll('-', '_')

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

/** Variables without which no shell script works as expected. */
const OF_SYSTEM = /^(?:PATH|HOME|IFS|ENV|PWD|SHELL|USER|TMPDIR|CI)$/

/** Whether a variable belongs to this action, the runner or the system: its value is never sent to a service. */
export const isOwnVariable = (name: string): boolean =>
  RUN_VARIABLES.test(name) ||
  OF_SYSTEM.test(name) ||
  FROM_ENVIRONMENT.some((input) => environmentVariable(input) === name)

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
  const found = SECRETS.flatMap((name) =>
    [env[inputVariable(name)], env[environmentVariable(name)]].flatMap((value) => secretParts(value ?? '')),
  )
  return [...new Set([...found, ...secretsOfPrograms(env)])]
}

/** The value of a secret input; of an address the parts that only its owner knows, and not the host. */
function secretParts(value: string): string[] {
  const secret = value.trim()
  const url = /^https?:\/\//i.test(secret) ? URL.parse(secret) : null
  // Fly tokens are lists, which are read apart.
  if (!url) return secret === '' || secret.includes(',') ? [] : [secret]
  const parts = [...url.pathname.split('/'), ...url.searchParams.values(), url.password].filter((one) => one)
  const long = parts.filter((part) => part.length >= LONG_PART)
  return long.length > 0 ? long : parts.slice(-1)
}

/** Shorter parts of an address are words such as `services` or `webhooks`. A topic is the last part, however short. */
const LONG_PART = 10

function secretsOfPrograms(env: Environment): string[] {
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
