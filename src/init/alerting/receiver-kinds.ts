import type { ReceiverKind } from '../../config/notify.ts'
import { get, scalarText, type Tree } from '../../formats/tree.ts'

/** A kind of receiver that the configuration has too, with the secret that it needs. */
export interface KnownKind {
  kind: ReceiverKind
  secret: string
}

const known = (kind: ReceiverKind, secret: string): KnownKind => ({ kind, secret })
const SLACK = known('slack', 'SLACK_WEBHOOK_URL')
const DISCORD = known('discord', 'DISCORD_WEBHOOK_URL')
const TELEGRAM = known('telegram', 'TELEGRAM_BOT_TOKEN')
const PAGERDUTY = known('pagerduty', 'PAGERDUTY_ROUTING_KEY')

const KINDS: Readonly<Record<string, KnownKind>> = {
  slack_configs: SLACK,
  discord_configs: DISCORD,
  telegram_configs: TELEGRAM,
  pagerduty_configs: PAGERDUTY,
  email_configs: known('email', 'SMTP_PASSWORD'),
  webhook_configs: known('webhook', 'NOTIFY_WEBHOOK_URL'),
}

/** Services that do not understand what a webhook of Alertmanager sends, and that have a kind of receiver of their own. */
const BY_ADDRESS: readonly (readonly [address: RegExp, kind: KnownKind])[] = [
  [/^https:\/\/api\.telegram\.org\//, TELEGRAM],
  [/^https:\/\/hooks\.slack\.com\//, SLACK],
  [/^https:\/\/(?:ptb\.|canary\.)?discord(?:app)?\.com\/api\/webhooks\//, DISCORD],
  [/^https:\/\/events\.(?:eu\.)?pagerduty\.com\//, PAGERDUTY],
]

/** The kind of a receiver, from its key in Alertmanager and from where a webhook sends to. */
export const kindOfReceiver = (key: string, settings: Tree): KnownKind | undefined =>
  (key === 'webhook_configs'
    ? BY_ADDRESS.find(([address]) => address.test(scalarText(get(settings, 'url')) ?? ''))?.[1]
    : undefined) ?? KINDS[key]

/** The chat in the address of Telegram: `…/sendMessage?chat_id=-100123`. */
export const chatInAddress = (settings: Tree): string | undefined =>
  /[?&]chat_id=([^&\s]{1,100})/.exec(scalarText(get(settings, 'url')) ?? '')?.[1]
