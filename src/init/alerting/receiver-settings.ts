import { safeParse } from 'valibot'
import { notifySchema, type ReceiverKind } from '../../config/notify.ts'
import { get, scalarText, type Tree } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import { list } from '../../lib/text.ts'
import { isStandIn, withDefaults } from '../scrapers/stand-ins.ts'
import { chatInAddress } from './receiver-kinds.ts'

/** The settings of a receiver in `alerts.notify`. */
export interface ReceiverSettings {
  /** By their keys there; null: a person must fill it in. */
  values: Readonly<Record<string, unknown>>
  /** Why the receiver cannot be used as it is, as the end of a sentence about it. */
  gaps: readonly string[]
}

/** A receiver of an Alertmanager, and the settings that receivers of its kind share. */
interface Receiver {
  kind: ReceiverKind
  settings: Tree
  global: Tree | undefined
}

/** What of a receiver the configuration has too. A value that a template or a person is to fill in is not taken for one. */
export function settingsOf(receiver: Receiver): ReceiverSettings {
  const far = outOfReach(receiver)
  const written = writtenIn(receiver)
  const values = Object.fromEntries(
    Object.entries(written).flatMap(([key, text]) => {
      const isUsable = text !== undefined && !isStandIn(text) && !(far && key === 'smarthost')
      return text === '' || (text === undefined && OPTIONAL.includes(key))
        ? []
        : [[key, isUsable ? valueFrom(key, text) : null]]
    }),
  )
  for (const key of invalidKeys(receiver.kind, values)) values[key] = null
  const missing = Object.keys(written).filter((key) => values[key] === null && !(far && key === 'smarthost'))
  const needs = missing.map(
    (key) => `\`${key}\`${isStandIn(written[key] ?? '') ? ` (${quoted(written[key])})` : ''}`,
  )
  return { values, gaps: [...(far ? [far] : []), ...(needs.length > 0 ? [`needs ${list(needs)}`] : [])] }
}

const OPTIONAL: readonly string[] = ['username']

/** The texts of the file, by the keys of the configuration. */
function writtenIn({ kind, settings, global }: Receiver): Record<string, string | undefined> {
  const text = (key: string, shared: string) => {
    const found = scalarText(get(settings, key)) ?? scalarText(get(global, shared))
    return found === undefined ? undefined : withDefaults(found)
  }
  if (kind === 'telegram') return { chat_id: text('chat_id', '') ?? chatInAddress(settings) }
  if (kind !== 'email') return {}
  return {
    to: text('to', ''),
    from: text('from', 'smtp_from'),
    smarthost: text('smarthost', 'smtp_smarthost'),
    username: text('auth_username', 'smtp_auth_username'),
  }
}

function valueFrom(key: string, text: string): unknown {
  if (key === 'chat_id') return /^-?\d+$/.test(text) ? Number(text) : null
  if (key === 'to') return text.split(',').map(addressIn)
  return key === 'from' ? addressIn(text) : text
}

/** The address of `Alerts <alerts@shop.dev>`. */
const addressIn = (text: string): string => (/<([^<>]{1,254})>\s*$/.exec(text)?.[1] ?? text).trim()

/** The schema decides what is valid, so that there is only one definition of it. */
function invalidKeys(kind: ReceiverKind, values: Record<string, unknown>): string[] {
  const { issues } = safeParse(notifySchema, { [kind]: values })
  return (issues ?? []).flatMap(({ path }) => (path?.[1] ? [String(path[1].key)] : []))
}

/** Why machines on Fly cannot reach where a receiver sends its messages, as it is written; undefined when they may. */
function outOfReach({ kind, settings, global }: Receiver): string | undefined {
  if (kind === 'email') {
    const server = writtenIn({ kind, settings, global }).smarthost ?? ''
    return isNear(server) ? `sends e-mail through ${server}, which is another machine on Fly` : undefined
  }
  const url = kind === 'webhook' ? withDefaults(scalarText(get(settings, 'url')) ?? '') : ''
  const host = /^https?:\/\/(?:[^@/]*@)?([^/]{1,200})/.exec(url)?.[1] ?? ''
  return isNear(host) ? `sends to ${host}, which no machine on Fly can reach` : undefined
}

/** An address on the same machine, or in a network of containers or of an office. */
const isNear = (address: string): boolean =>
  !isStandIn(address) &&
  /^(?:[\w-]+|host\.docker\.internal|[\w.-]+\.(?:local|svc|lan|test)|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[::1\])(?::\d+)?$/.test(
    address,
  )
