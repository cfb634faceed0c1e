import type { ReceiverKind } from '../../config/notify.ts'
import { get, scalarText, type Tree } from '../../formats/tree.ts'

/** A setting of a receiver that is not in `alerts.notify`. Those of texts are not listed: all of them are others. */
interface Setting {
  key: string
  /** Undefined: receivers of all kinds that have the key. */
  kind?: ReceiverKind
  /** Its name in `global`, for all receivers. */
  shared?: string
  /** With these values the new receiver does the same. */
  isSame?: RegExp
  hint: string
}

const SETTINGS: readonly Setting[] = [
  {
    key: 'http_config',
    hint: 'The new one sends without these credentials and settings of HTTP: give an address that needs none, such as one with a token in its path.',
  },
  {
    ...{ key: 'url', kind: 'pagerduty', shared: 'pagerduty_url' },
    isSame: /^https:\/\/events\.pagerduty\.com\//,
    hint: 'The new one sends to https://events.pagerduty.com, which does not know the keys of other regions: keep the old Alertmanager for it.',
  },
  {
    ...{ key: 'api_url', kind: 'telegram', shared: 'telegram_api_url' },
    isSame: /^https:\/\/api\.telegram\.org\b/,
    hint: 'The new one sends to https://api.telegram.org.',
  },
  { key: 'message_thread_id', hint: 'The new one writes to the chat, not to a topic of it.' },
  { key: 'disable_notifications', isSame: /^false$/, hint: 'Messages of the new one make a sound.' },
  {
    ...{ key: 'require_tls', kind: 'email', shared: 'smtp_require_tls' },
    isSame: /^true$/,
    hint: 'The new one sends no e-mail without TLS.',
  },
  { key: 'tls_config', hint: 'The new one checks the certificate of the mail server as every client does.' },
  { key: 'send_resolved', isSame: /^true$/, hint: 'The new one also says when an alert is resolved.' },
  { key: 'max_alerts', isSame: /^0$/, hint: 'The new one sends all alerts of a group.' },
  { key: 'timeout', isSame: /^0s?$/, hint: 'The new one waits as long as Alertmanager does without it.' },
]

/** The settings of a receiver with which its messages arrive elsewhere, otherwise, or not at all, and what to do about them. */
export function lostSettings(
  kind: ReceiverKind,
  settings: Tree,
  global: Tree | undefined,
): { key: string; hint: string; at: Tree }[] {
  return SETTINGS.flatMap(({ key, kind: own, shared, isSame, hint }) => {
    if (own !== undefined && own !== kind) return []
    const at = get(settings, key) ?? (shared === undefined ? undefined : get(global, shared))
    return at === undefined || isSame?.test(scalarText(at) ?? '') === true ? [] : [{ key, hint, at }]
  })
}
