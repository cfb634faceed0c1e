import { INPUTS, type InputName, RUNNER_INPUTS, SECRETS } from '../inputs/names.ts'

/** Switches of the command line that are not inputs of the action. */
export const FLAGS = {
  json: 'Print only the result, as JSON, to the standard output.',
  debug: 'Also show debug messages.',
  'dry-run': 'Write nothing; show what would be written as a diff.',
  check: 'Write nothing; fail when the page and the contract differ.',
  force: 'Also replace files that were not written by init, or were changed since.',
  'web-config': 'Print the value for the secret PROMETHEUS_WEB_CONFIG instead of the password.',
  help: 'Show this help.',
} as const
export type Flag = keyof typeof FLAGS

/** Services and dashboards that `init` can start from. */
export const PRESETS = ['fechatter'] as const
export type Preset = (typeof PRESETS)[number]

/** Options with a value that are not inputs of the action: what stands for the value, and what it does. */
export const OPTIONS = {
  preset: {
    value: 'NAME',
    text: `Start from the services and dashboards of a preset: ${PRESETS.join(', ')}.`,
  },
  yes: {
    value: 'APP',
    text: 'Do not ask: remove the monitoring app of this name. Any other name removes nothing.',
  },
  report: {
    value: 'FILE',
    text: 'Also write the report as one HTML page that needs no network, with charts, to this file.',
  },
} as const
type Option = keyof typeof OPTIONS

interface Command {
  /** One line for the list of commands. */
  short: string
  /** What it does and what it needs. */
  long: string
  inputs: readonly InputName[]
  /** What an input means to this command, where that is not what `action.yml` says of it. */
  about?: Readonly<Partial<Record<InputName, string>>>
  switches: readonly Flag[]
  /** The secrets that it reads, as inputs; without this, all of them. */
  secrets?: readonly InputName[]
  options: readonly Option[]
  examples: readonly string[]
}

/** Of mode `contract` alone. */
const PAGE_INPUTS: readonly InputName[] = ['url', 'file']
const RUN_INPUTS: readonly InputName[] = INPUTS.filter(
  (name) => ![...SECRETS, ...PAGE_INPUTS, ...RUNNER_INPUTS, 'mode', 'check'].includes(name),
)
/** A deploy alone can be rolled back. */
const ROLLBACK: InputName = 'rollback-on-failure'
const NAMES = ['config', 'working-directory', 'app', 'monitoring-app'] as const

const runs = (command: Omit<Command, 'inputs' | 'switches' | 'options'>): Command => ({
  ...command,
  inputs: RUN_INPUTS.filter((name) => name !== ROLLBACK),
  switches: ['json', 'debug', 'help'],
  options: ['report'],
})

/** The commands: the modes of the action, and three that only the command line has. */
export const COMMANDS = {
  init: {
    short: 'write the files for a repository: configuration, workflow, scripts',
    long: 'Writes monitoring.yml, filled in from what the repository has, and the files that are derived from it. What it cannot take over is listed, and an app that exists is only used under --monitoring-app when it is named there. Files that people wrote or changed are kept. Needs no secrets.',
    inputs: [...NAMES, 'organization', 'region'],
    about: {
      config: 'The configuration file to write (default monitoring.yml).',
      app: 'The app to monitor. Without it, all apps for which the repository has a Fly configuration.',
      'monitoring-app':
        'Name of the monitoring app (default <app>-monitoring, of several apps with what their names begin with).',
      organization:
        'Fly organization for apps that do not exist yet (default: the one that workflows and scripts name, else personal).',
      region:
        'Fly region of the monitoring app (default: primary_region of the Fly configurations; without one, it is left to be filled in).',
    },
    switches: ['dry-run', 'force', 'help'],
    options: ['preset'],
    secrets: [],
    examples: ['init --dry-run', 'init --app chat --region fra', 'init --preset fechatter'],
  },
  plan: runs({
    short: 'check every file, and show what a deploy would change',
    long: 'Checks every file that a deploy would use. With FLY_API_TOKEN, or with GRAFANA_URL and GRAFANA_API_KEY, it also shows what a deploy would change there. Changes nothing. Needs no secrets.',
    examples: ['plan', 'plan --json'],
  }),
  deploy: {
    ...runs({
      short: 'deploy Prometheus and the apps, import the dashboards, prove that it works',
      long: 'Deploys Prometheus and the apps, writes dashboards and alert rules to Grafana, then proves that every target is scraped. Needs FLY_API_TOKEN.',
      examples: ['deploy', 'deploy --config monitoring.staging.yml --fail-on metrics'],
    }),
    inputs: RUN_INPUTS,
  },
  verify: runs({
    short: 'only the verification',
    long: 'Asks the running system whether every target is scraped, every promised metric exists and every panel has data. Changes nothing. Needs FLY_API_TOKEN.',
    examples: ['verify', 'verify --fail-on panels --timeout 5m'],
  }),
  dashboards: runs({
    short: 'only the Grafana part',
    long: 'Writes data source, dashboards and alert rules to Grafana. Needs GRAFANA_URL and GRAFANA_API_KEY.',
    examples: ['dashboards'],
  }),
  contract: {
    short: 'declare the metrics of a running service, or compare them with the declared ones',
    long: 'Reads pages of metrics, and writes or updates services[].metrics in the configuration; comments stay. With --check it writes nothing, and fails when a declared metric is missing, or has another type or other labels. A page is a URL or a file, as SERVICE=URL when several services have the same port; each option may be repeated. Without a page, the metrics in the deployed Prometheus are read (needs PROMETHEUS_PASSWORD or FLY_API_TOKEN).',
    inputs: [...PAGE_INPUTS, 'config', 'working-directory', 'prometheus-url', 'timeout'],
    switches: ['check', 'json', 'debug', 'help'],
    options: [],
    secrets: ['fly-api-token', 'prometheus-password'],
    examples: [
      'contract --url http://localhost:9090/metrics',
      'contract --check --url web=http://localhost:9090/metrics --url bot=http://localhost:9092/metrics',
      'contract --file metrics.txt',
    ],
  },
  drill: runs({
    short: 'send one marked alert to the receivers',
    long: 'Sends one clearly marked alert to the receivers, shows after how many seconds each one accepted it, and ends it. With alerts.notify it goes through Prometheus and its Alertmanager; otherwise through the notification policies of Grafana, by a rule that is removed again. It wakes people: tell them first. Needs FLY_API_TOKEN, and GRAFANA_URL and GRAFANA_API_KEY where alerts go through Grafana.',
    examples: ['drill', 'drill --timeout 5m'],
  }),
  destroy: {
    short: 'remove the monitoring app and what was written to Grafana',
    long: 'Removes for good what deploy has made: the monitoring app with its volume and all its data, and in Grafana the alert rules, dashboards, folder and data source of this deployment. Shows first what would be removed, and does it only when the name of the monitoring app is typed or given with --yes. Main apps, edited dashboards and everything else in Grafana stay. Needs FLY_API_TOKEN; with GRAFANA_URL and GRAFANA_API_KEY also the Grafana part.',
    inputs: [...NAMES, 'organization', 'region', 'flyctl-version', 'flyctl-sha256', 'timeout'],
    switches: ['debug', 'help'],
    options: ['yes'],
    secrets: ['fly-api-token', 'grafana-api-key'],
    examples: ['destroy', 'destroy --yes chat-monitoring'],
  },
  password: {
    short: "show the password of Prometheus' user, or its web configuration",
    long: 'Prints the password of Prometheus\' user "prometheus": PROMETHEUS_PASSWORD, or the password derived from FLY_API_TOKEN. With --web-config, the value for the secret PROMETHEUS_WEB_CONFIG, for a deploy by hand.',
    inputs: NAMES,
    switches: ['web-config', 'help'],
    options: [],
    secrets: ['fly-api-token', 'prometheus-password'],
    examples: [
      'password',
      'password --web-config | flyctl secrets set --stage -a chat-monitoring PROMETHEUS_WEB_CONFIG=-',
    ],
  },
} as const satisfies Record<string, Command>

export type CommandName = keyof typeof COMMANDS
export const commandNames = Object.keys(COMMANDS) as CommandName[]
export const commandOf = (name: CommandName): Command => COMMANDS[name]

/** Shells for which there is a completion. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

/** Words that are about the commands, each with its line in the list. */
export const ABOUT_COMMANDS = {
  completion: `print the completion of a shell: ${SHELLS.join(', ')}`,
  help: 'show this list, or with the name of a command its options',
} as const

/** What may be the first word, each with its line in the list: the commands, and the words about them. */
export const FIRST_WORDS: readonly (readonly [string, string])[] = [
  ...commandNames.map((name) => [name, commandOf(name).short] as const),
  ...Object.entries(ABOUT_COMMANDS),
]

/** All names of the options of a command, without dashes. */
export function optionsOf(name: CommandName): string[] {
  const { inputs, options, switches } = commandOf(name)
  return [...inputs, ...options, ...switches]
}
