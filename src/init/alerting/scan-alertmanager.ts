import type { Notify, ReceiverKind } from '../../config/notify.ts'
import { routingTree } from '../../desired/alertmanager/routes.ts'
import { get, items, scalarText, type Tree } from '../../formats/tree.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { list } from '../../lib/text.ts'
import { initNote, lossNote, type OpenReceiver } from '../findings.ts'
import {
  isHeartbeat,
  lostTimes,
  type ReceiverUse,
  receiverUses,
  severitiesOfAll,
} from './alertmanager-routes.ts'
import { type KnownKind, kindOfReceiver } from './receiver-kinds.ts'
import { lostSettings } from './receiver-losses.ts'
import { type ReceiverSettings, settingsOf } from './receiver-settings.ts'

/** What of an Alertmanager the configuration can have: one receiver of each kind, limited by severity. */
export interface ScannedAlertmanager {
  notify: Notify
  /** Receivers that a person must complete. */
  open: OpenReceiver[]
  notes: Diagnostic[]
}

/** A receiver in use: where alerts are sent, and which of them. */
interface Sent extends ReceiverUse, ReceiverSettings {
  kind: ReceiverKind
  secret: string
  /** What makes two of them the same; it may have secrets, and is never shown. */
  address: string
  /** Other receivers with the same address. */
  others?: readonly string[]
  /** Its settings that are not in the draft. */
  lost: ReturnType<typeof lostSettings>
}

type Lose = (at: Tree, message: string, hint: string) => void

/** The times of the Alertmanager of this action. */
const TIMES = routingTree({}, false)

/** Takes the receivers of a configuration of Alertmanager over where they fit; every other one gets a note. */
export function scanAlertmanager(root: Tree, file: string): ScannedAlertmanager {
  const notes: Diagnostic[] = []
  const lose: Lose = (at, message, hint) => void notes.push(lossNote(file, at.at, message, hint))
  const sent = receiverUses(root).flatMap((use) => sentBy(use, root, lose))
  const chosen = [...Map.groupBy(sent, ({ kind }) => kind).values()].flatMap((same) => chosenOf(same, lose))
  for (const one of chosen) loseSettings(one, lose)
  const usable = chosen.filter(({ isOther, gaps }) => !isOther && gaps.length === 0)
  const open = chosen.filter((one) => !usable.includes(one)).map((one) => openOf(one, file))
  if (usable.length > 0) {
    const secrets = usable.map(({ secret }) => secret)
    const kinds = list(usable.map(({ kind }) => kind))
    const channel = usable.map(({ address }) => /^channel=(.+)$/m.exec(address)?.[1]).find(Boolean)
    const ofChannel = channel ? ` A webhook of Slack is for one channel: here ${channel}.` : ''
    const message = `Receivers of this Alertmanager are in \`alerts.notify\` now: ${kinds}.`
    const hint = `Set ${list(secrets)} as ${secrets.length === 1 ? 'a secret' : 'secrets'} of the repository.${ofChannel} A receiver without \`severities\` gets every alert, with the texts, groups and intervals of this action. Keep the old Alertmanager until a message of the new one has arrived.`
    notes.push(initNote(file, { line: 1, column: 1 }, message, hint))
  }
  if (sent.length === 0 && notes.length === 0) notes.push(...silent(root, file))
  const times = lostTimes(root, TIMES.repeat_interval)
  if (times)
    lose(
      times.at,
      `Routes of this Alertmanager have times of their own: ${times.what}. They are not taken over.`,
      `The Alertmanager of this action has the same for all alerts: \`group_wait\` ${TIMES.group_wait}, \`repeat_interval\` ${TIMES.repeat_interval}.`,
    )
  const proxy = get(get(root, 'global'), 'http_config')
  if (proxy)
    lose(
      proxy,
      'This Alertmanager has `global.http_config`. It is not taken over.',
      'The new one sends without a proxy and without other settings of HTTP.',
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
  return {
    notify: Object.fromEntries(usable.map((one) => [one.kind, one.values])) as Notify,
    open,
    notes: [...notes, ...open.map(({ note }) => note)],
  }
}

/** A note about an Alertmanager whose receivers have no settings. */
function silent(root: Tree, file: string): Diagnostic[] {
  const receivers = get(root, 'receivers')
  if (!receivers) return []
  return [
    initNote(
      file,
      receivers.at,
      'No receiver of this Alertmanager in use has a place to send alerts to: no one is notified by it.',
      'To notify someone from now on, add a receiver to `alerts.notify`.',
    ),
  ]
}

/** Where a receiver sends its alerts. One that sends nothing keeps alerts from others. */
function sentBy(use: ReceiverUse, root: Tree, lose: Lose): Sent[] {
  const { receiver } = use
  const found = items(get(root, 'receivers')).find((one) => scalarText(get(one, 'name')) === receiver)
  const entries =
    found?.kind === 'table' ? [...found.entries].filter(([key]) => key.endsWith('_configs')) : []
  if (entries.length === 0 && use.isOther) loseRoute(use, 'It', lose)
  if (entries.length > 0 && use.isOther && isHeartbeat(use)) {
    lose(use.at, `Receiver "${receiver}" gets an alert that always fires. It is not taken over.`, PING)
    return []
  }
  return entries.flatMap(([key, configs]) => {
    const sent = items(configs).flatMap((settings): Sent[] => {
      const known = kindOfReceiver(key, settings)
      return known ? [sentAs(known, settings, { use, root })] : []
    })
    if (sent.length === 0 && items(configs).length > 0)
      lose(
        configs,
        `Receiver "${receiver}" has \`${key}\`. It is not taken over.`,
        '`alerts.notify` does not have this kind: `webhook` can reach it through a program of your own.',
      )
    return sent.every(({ kind }) => kind === 'email') ? together(sent) : sent
  })
}

function sentAs(
  { kind, secret }: KnownKind,
  settings: Tree,
  { use, root }: { use: ReceiverUse; root: Tree },
): Sent {
  const global = get(root, 'global')
  const own = settingsOf({ kind, settings, global })
  const lost = lostSettings(kind, settings, global)
  return { ...use, ...own, kind, secret, address: addressOf(settings), lost }
}

function loseSettings({ receiver, kind, lost }: Sent, lose: Lose): void {
  const [first] = lost
  if (!first) return
  const what = list(lost.map(({ key }) => `\`${key}\``))
  lose(
    first.at,
    `Receiver "${receiver}" (${kind}) has ${what}. ${lost.length === 1 ? 'It is' : 'They are'} not taken over.`,
    lost.map(({ hint }) => hint).join(' '),
  )
}

const PING =
  'Set HEARTBEAT_URL as a secret of the repository: the new Alertmanager pings it as long as alerts reach it.'

/** The most that `to` of an e-mail can have. */
const MAX_ADDRESSES = 20

/** E-mails of one receiver through the same mail server are one, to all addresses. */
function together(sent: readonly Sent[]): Sent[] {
  const server = ({ values: { to: _, ...others } }: Sent) => JSON.stringify(others)
  return [...Map.groupBy(sent, server).values()].flatMap((same) => {
    const [first] = same
    const all = same.map(({ values }) => values.to)
    const to = [...new Set(all.flat())]
    return first && all.every(Array.isArray) && to.length <= MAX_ADDRESSES
      ? [{ ...first, values: { ...first.values, to } }]
      : same
  })
}

/** Keys that say where a message goes, or that have a secret of its receiver. */
const ADDRESS = /url|channel|chat_id|thread|to|token|key|smarthost|from|credentials/

const addressOf = (settings: Tree): string =>
  settings.kind === 'table'
    ? [...settings.entries]
        .flatMap(([key, value]) => (ADDRESS.test(key) ? `${key}=${scalarText(value)}` : []))
        .toSorted()
        .join('\n')
    : ''

const loseRoute = ({ at, receiver }: ReceiverUse, what: string, lose: Lose): void =>
  lose(
    at,
    `The route to "${receiver}" chooses alerts by something else than the severities critical, warning and info. ${what} is not taken over.`,
    'A receiver in `alerts.notify` can be limited by `severities` only.',
  )

/** The receiver of a kind in the draft, one that can be used if there is one. It gets the alerts of all of them. */
function chosenOf(same: readonly Sent[], lose: Lose): Sent[] {
  const usable = same.filter(({ isOther, gaps }) => !isOther && gaps.length === 0)
  const first = usable[0] ?? same.find(({ isOther }) => !isOther) ?? same[0]
  if (!first) return []
  const plain = same.filter(({ isOther }) => !isOther)
  for (const one of same)
    if (one.address !== first.address && one.isOther) loseRoute(one, `Its ${one.kind}`, lose)
    else if (one.address !== first.address)
      lose(
        one.at,
        `Receiver "${one.receiver}" is a second one of the kind ${one.kind}. It is not taken over.`,
        `\`alerts.notify\` has one receiver of each kind: that of "${first.receiver}" has its alerts too.`,
      )
  const severities = severitiesOfAll(plain)
  const twins = same.filter(({ address, isOther }) => address === first.address && !isOther)
  const others = [...new Set(twins.map(({ receiver }) => receiver))].filter((one) => one !== first.receiver)
  return [{ ...first, others, values: { ...first.values, ...(severities && { severities }) } }]
}

/** A receiver in the draft as a comment: what is not known is never made up, and never lost. */
function openOf(
  { kind, receiver, others = [], at, secret, values, gaps, isOther }: Sent,
  file: string,
): OpenReceiver {
  const why = list([
    ...gaps,
    ...(isOther
      ? [
          'gets alerts that its route chooses by something else than the severities critical, warning and info',
        ]
      : []),
  ])
  const isEmpty = Object.values(values).includes(null)
  const todo = isEmpty
    ? 'Fill in what is empty there'
    : gaps.length > 0
      ? 'Give it an address that Fly can reach'
      : 'Decide whether it is to get all alerts'
  const same = others.length === 0 ? '' : ` The ${kind} of ${list(others.map(quoted))} has the same address.`
  const message = `Receiver "${receiver}" ${why}. It is in monitoring.yml as a comment (${kind}).${same}`
  const hint = `${todo}, remove the "# ", and set ${secret} as a secret of the repository.`
  return {
    kind,
    values,
    comment: `Receiver "${receiver}" of ${file} ${why}.`,
    note: lossNote(file, at.at, message, hint),
  }
}
