import type { Notify } from '../config/notify.ts'
import { get, items, scalarText, type Tree } from '../formats/tree.ts'
import { readYaml } from '../formats/yaml.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { list } from '../lib/text.ts'
import type { TextFile } from '../lib/workspace.ts'
import { initNote, lossNote } from './findings.ts'

/** What of an Alertmanager the configuration can have: one receiver of each kind, limited by severity. */
export interface ScannedAlertmanager {
  notify: Notify
  notes: Diagnostic[]
}

type Kind = keyof Notify
type Severity = NonNullable<NonNullable<Notify['slack']>['severities']>[number]
const SEVERITIES: readonly string[] = ['critical', 'warning', 'info']

/** The receivers that the configuration has too, with the secret that each one needs. */
const KINDS: Readonly<Record<string, readonly [kind: Kind, secret: string]>> = {
  slack_configs: ['slack', 'SLACK_WEBHOOK_URL'],
  discord_configs: ['discord', 'DISCORD_WEBHOOK_URL'],
  telegram_configs: ['telegram', 'TELEGRAM_BOT_TOKEN'],
  pagerduty_configs: ['pagerduty', 'PAGERDUTY_ROUTING_KEY'],
  email_configs: ['email', 'SMTP_PASSWORD'],
  webhook_configs: ['webhook', 'NOTIFY_WEBHOOK_URL'],
}

/** A receiver in use: where alerts are sent, and which of them. */
interface Sent {
  at: Tree
  receiver: string
  kind: Kind
  secret: string
  settings: Tree
  severities: Severity[] | undefined
}

/** Takes receivers and routes over where they fit; every other one gets a note. Secrets in the file are not read. */
export function scanAlertmanager({ file, text }: TextFile): ScannedAlertmanager {
  const read = readYaml(text)
  if (!read.ok) return { notify: {}, notes: [] }
  const root = read.tree
  const notes: Diagnostic[] = []
  const lose = (at: Tree, message: string, hint: string) =>
    void notes.push(lossNote(file, at.at, message, hint))
  const sent = routesOf(root, lose).flatMap((route) => sentBy(route, root, lose))
  const notify: Record<string, unknown> = {}
  for (const one of sent)
    if (!(one.kind in notify)) notify[one.kind] = settingsOf(one, get(root, 'global'))
    else if (!isSame(one, sent))
      lose(
        one.at,
        `Receiver "${one.receiver}" is a second one of the kind ${one.kind}. It is not taken over.`,
        '`alerts.notify` has one receiver of each kind.',
      )
  const secrets = [...new Set(sent.map(({ secret }) => secret))]
  if (secrets.length > 0)
    notes.push(
      initNote(
        file,
        { line: 1, column: 1 },
        `Receivers of this Alertmanager are in \`alerts.notify\` now: ${list(Object.keys(notify))}.`,
        `Set ${list(secrets)} as ${secrets.length === 1 ? 'a secret' : 'secrets'} of the repository. A receiver without \`severities\` gets every alert. Keep the old Alertmanager until the new one has notified somebody.`,
      ),
    )
  for (const key of ['inhibit_rules', 'time_intervals', 'mute_time_intervals', 'templates']) {
    const part = get(root, key)
    if (items(part).length > 0 && part)
      lose(
        part,
        `This Alertmanager has \`${key}\`. It is not taken over.`,
        'The Alertmanager of this action has its own settings.',
      )
  }
  return { notify: notify as Notify, notes }
}

type Lose = (at: Tree, message: string, hint: string) => void

interface Route {
  at: Tree
  receiver: string
  severities: Severity[] | undefined
}

/** The route of everything, and those that choose by severity; any other choice cannot be expressed. */
function routesOf(root: Tree, lose: Lose): Route[] {
  const top = get(root, 'route')
  const receiver = scalarText(get(top, 'receiver'))
  const routes = items(get(top, 'routes')).flatMap((route): Route[] => {
    const name = scalarText(get(route, 'receiver')) ?? receiver
    if (name === undefined) return []
    const chosen = severitiesOf(route)
    const isNested = items(get(route, 'routes')).length > 0
    if (chosen && !isNested) return [{ at: route, receiver: name, severities: chosen }]
    lose(
      route,
      `The route to "${name}" chooses alerts by ${isNested ? 'further routes' : 'something else than the severities critical, warning and info'}. It is not taken over.`,
      'A receiver in `alerts.notify` can be limited by `severities` only.',
    )
    return []
  })
  return top && receiver !== undefined ? [{ at: top, receiver, severities: undefined }, ...routes] : routes
}

/** A longer matcher is not about severities alone. */
const MAX_MATCHER = 100

/** The severities of a route that matches nothing else. */
function severitiesOf(route: Tree): Severity[] | undefined {
  const matchers = items(get(route, 'matchers')).map((one) => (scalarText(one) ?? '').slice(0, MAX_MATCHER))
  const old = ['match', 'match_re'].flatMap((key) => {
    const table = get(route, key)
    return table?.kind === 'table'
      ? [...table.entries].map(([label, value]) => `${label}=~"${scalarText(value) ?? ''}"`)
      : []
  })
  const [only, ...more] = [...matchers, ...old]
  const found = /^\s*\{?\s*severity\s*=~?\s*["']?\(?([\w|]+)\)?["']?\s*\}?\s*$/.exec(only ?? '')?.[1]
  const names = found?.split('|') ?? []
  const isKnown = more.length === 0 && names.length > 0 && names.every((name) => SEVERITIES.includes(name))
  return isKnown ? (names as Severity[]) : undefined
}

function sentBy({ at, receiver, severities }: Route, root: Tree, lose: Lose): Sent[] {
  const found = items(get(root, 'receivers')).find((one) => scalarText(get(one, 'name')) === receiver)
  if (found?.kind !== 'table') return []
  return [...found.entries].flatMap(([key, configs]) => {
    if (!key.endsWith('_configs')) return []
    const [kind, secret] = KINDS[key] ?? []
    if (kind === undefined || secret === undefined) {
      lose(
        configs,
        `Receiver "${receiver}" has \`${key}\`. It is not taken over.`,
        '`alerts.notify` does not have this kind: `webhook` can reach it through a program of your own.',
      )
      return []
    }
    return items(configs).flatMap((settings): Sent[] => {
      const credentials = get(settings, 'http_config')
      if (kind === 'webhook' && credentials)
        lose(
          credentials,
          `Receiver "${receiver}" has \`http_config\`: its credentials and its other settings of HTTP are not taken over.`,
          '`alerts.notify.webhook` sends without them: give an address that needs none, such as one with a token in its path.',
        )
      const server = kind === 'email' ? smarthostOf(settings, get(root, 'global')) : undefined
      if (server === undefined || !IS_NEAR.test(server))
        return [{ at, receiver, kind, secret, settings, severities }]
      lose(
        settings,
        `Receiver "${receiver}" sends e-mail through ${server}, which is another machine on Fly. It is not taken over.`,
        'Add `email` to `alerts.notify` with a mail server that is reachable from there.',
      )
      return []
    })
  })
}

/** A mail server on the same machine, or in a network on somebody's machine. */
const IS_NEAR = /^(?:localhost|127\.[\d.]+|\[::1\]|[\w-]+)(?::|$)/

const smarthostOf = (settings: Tree, global: Tree | undefined): string | undefined =>
  scalarText(get(settings, 'smarthost')) ?? scalarText(get(global, 'smtp_smarthost'))

/** The same receiver by another route: it has been taken over. */
const isSame = (one: Sent, all: readonly Sent[]): boolean =>
  all.find(({ kind }) => kind === one.kind)?.settings === one.settings

function settingsOf({ kind, settings, severities }: Sent, global: Tree | undefined): Record<string, unknown> {
  const limit = severities ? { severities } : {}
  if (kind === 'telegram') return { chat_id: Number(scalarText(get(settings, 'chat_id'))), ...limit }
  if (kind !== 'email') return limit
  const text = (key: string, shared: string) =>
    scalarText(get(settings, key)) ?? scalarText(get(global, shared))
  const username = text('auth_username', 'smtp_auth_username')
  return {
    to: (text('to', 'to') ?? '').split(',').map((one) => one.trim()),
    from: text('from', 'smtp_from'),
    smarthost: smarthostOf(settings, global),
    ...(username !== undefined && { username }),
    ...limit,
  }
}
