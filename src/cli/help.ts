import { parse } from 'yaml'
import { readAsset } from '../assets.ts'
import { environmentVariable, type InputName, SECRETS } from '../inputs/names.ts'
import { type CommandName, commandOf, FIRST_WORDS, FLAGS, OPTIONS, SHELLS } from './commands.ts'

const PROGRAM = 'deploy-monitoring'
const WIDTH = 100

const EXIT_CODES = `Exit codes:
    0  success
    1  not healthy: it ran, and what --fail-on requires does not hold
    2  wrong arguments, inputs or files, or destroy was not agreed to; nothing was started
    3  Fly, Prometheus or Grafana refused or failed
  130  interrupted
  137  ended by its watchdog: it no longer responded`

/** The help of the whole program. */
export function overview(): string {
  const commands = FIRST_WORDS.map(([name, short]) => `  ${name.padEnd(12)}${short}`)
  return `${PROGRAM} <command> [options]

From a commit to proven monitoring on Fly.io.

Commands:
${commands.join('\n')}

"${PROGRAM} <command> --help" shows the options of a command; --version shows the version.
Secrets are never options. Set them as environment variables:
  FLY_API_TOKEN               create one with "fly tokens create org"
  PROMETHEUS_PASSWORD         without it, derived from FLY_API_TOKEN
  GRAFANA_URL, GRAFANA_API_KEY
                              a Grafana and its service account token (glsa_…); both or none
  GRAFANA_PROMETHEUS_URL, GRAFANA_PROMETHEUS_USER, GRAFANA_PROMETHEUS_API_KEY
                              remote write; all three or none
  SLACK_WEBHOOK_URL, DISCORD_WEBHOOK_URL, TELEGRAM_BOT_TOKEN, NTFY_URL, NTFY_TOKEN,
  PAGERDUTY_ROUTING_KEY, SMTP_PASSWORD, NOTIFY_WEBHOOK_URL
                              receivers of alerts; those that alerts.notify names
  HEARTBEAT_URL               pinged every minute while alerting works
  VERIFY_HEARTBEAT_URL        pinged with the result of every verify
  FLY_METRICS_TOKEN           a read-only token of the organization, for Fly's own Prometheus
Also the variables that credentials_env and password_env of the configuration name.

${EXIT_CODES}
`
}

/** The help of one command; the descriptions of inputs come from action.yml. */
export function helpOf(name: CommandName): string {
  const { long, inputs, about: other, switches, options: own, secrets = SECRETS, examples } = commandOf(name)
  const { inputs: meta } = parse(readAsset('action.yml')) as {
    inputs: Record<string, { description: string; default?: string }>
  }
  const about = (input: InputName) => {
    const special = other?.[input]
    if (special !== undefined) return special
    const { description = '', default: value = '' } = meta[input] ?? {}
    const text = description.replaceAll('`', '')
    return value === '' ? text : `${text.replace(/\.$/, '')} (default ${value}).`
  }
  const options = [
    ...inputs.map((input) => option(`--${input} VALUE`, about(input))),
    ...own.map((name) => option(`--${name} ${OPTIONS[name].value}`, OPTIONS[name].text)),
    ...switches.map((on) => option(`--${on}`, FLAGS[on])),
  ]
  return `${PROGRAM} ${name} [options]

${wrap(long, WIDTH).join('\n')}

Options:
${options.join('\n')}

Examples:
${examples.map((example) => `  ${PROGRAM} ${example}`).join('\n')}
${secretsOf(secrets)}`
}

/** The help of the completion: where each shell looks for it. */
export const completionHelp = (): string => `${PROGRAM} completion ${SHELLS.join('|')}

Prints the completion of commands and options, for an installed ${PROGRAM}
(npm install --global). Once, for your shell:
  bash  ${PROGRAM} completion bash >> ~/.bash_completion
  zsh   ${PROGRAM} completion zsh > "\${fpath[1]}/_${PROGRAM}"
  fish  ${PROGRAM} completion fish > ~/.config/fish/completions/${PROGRAM}.fish
`

const secretsOf = (secrets: readonly InputName[]): string =>
  secrets.length === 0
    ? ''
    : `
Set secrets as environment variables:
${secrets.map((secret) => `  ${environmentVariable(secret)}`).join('\n')}
`

const option = (name: string, text: string): string =>
  [`  ${name}`, ...wrap(text, WIDTH - 8).map((line) => `        ${line}`)].join('\n')

/** Lines of at most `width` characters, broken between words. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
