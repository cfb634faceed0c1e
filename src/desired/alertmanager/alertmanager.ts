import { stringify } from 'yaml'
import type { Notify, ReceiverKind } from '../../config/notify.ts'
import type { ReceiverSecret } from '../../inputs/names.ts'
import type { ReceiverSecrets } from '../../inputs/types.ts'
import { NO_REDIRECTS } from '../scrape-job.ts'
import { renderMessages } from './messages.ts'
import { secretsOf } from './receiver-kinds.ts'
import { renderReceiver, secretPath } from './receivers.ts'
import { HEARTBEAT, NOBODY, routingTree } from './routes.ts'

/** Where Prometheus reaches the Alertmanager: on the loopback interface of the same machine, without a password. */
export const ALERTMANAGER_ADDRESS = '127.0.0.1:9093'

/** Paths of the files on the monitoring machine; the entrypoint starts an Alertmanager when the first one exists. */
const ALERTMANAGER_PATHS = {
  config: '/etc/alertmanager/alertmanager.yml',
  messages: '/etc/alertmanager/messages.tmpl',
  /** Where amtool finds the Alertmanager. */
  amtool: '/etc/amtool/config.yml',
} as const

/** alertmanager.yml: receivers and routes, built as data and serialised once. Every secret is a file of its own. */
export function renderAlertmanager(notify: Notify, hasSecret: (secret: ReceiverSecret) => boolean): string {
  const heartbeat = hasSecret('heartbeat-url')
  const kinds = Object.keys(notify) as ReceiverKind[]
  const document = {
    // After most redirects the message is asked for with GET and without its content: the page that answers 200 would
    // count as a receiver that accepts it.
    global: { http_config: NO_REDIRECTS },
    templates: [ALERTMANAGER_PATHS.messages],
    route: routingTree(notify, heartbeat),
    receivers: [
      { name: NOBODY },
      ...(heartbeat ? [heartbeatReceiver] : []),
      ...kinds.map((kind) => renderReceiver(kind, notify[kind] as never, hasSecret)),
    ],
  }
  return stringify(document, { lineWidth: 0 })
}

/** The far side counts any request as a sign of life, so it must never get a resolved one. */
const heartbeatReceiver = {
  name: HEARTBEAT,
  webhook_configs: [{ send_resolved: false, url_file: secretPath('heartbeat-url'), max_alerts: 1 }],
}

/** The files of the Alertmanager that are not secret. */
export function alertmanagerFiles(
  app: string,
  notify: Notify,
  hasSecret: (secret: ReceiverSecret) => boolean,
) {
  return [
    {
      name: 'alertmanager.yml',
      guestPath: ALERTMANAGER_PATHS.config,
      content: renderAlertmanager(notify, hasSecret),
    },
    { name: 'messages.tmpl', guestPath: ALERTMANAGER_PATHS.messages, content: renderMessages(app) },
    { name: 'amtool.yml', guestPath: ALERTMANAGER_PATHS.amtool, content: AMTOOL },
  ]
}

/** With it, no command of amtool needs an address. */
const AMTOOL = stringify({ 'alertmanager.url': `http://${ALERTMANAGER_ADDRESS}` })

/** The secrets that the receivers of a configuration read, each in a file of its own. */
export function alertmanagerSecrets(notify: Notify, secrets: ReceiverSecrets) {
  const kinds = Object.keys(notify) as ReceiverKind[]
  const names = [...kinds.flatMap(secretsOf), 'heartbeat-url' as const]
  return names.flatMap((secret) => {
    const value = secrets[secret]
    if (value === undefined) return []
    return [{ name: flySecret(secret), guestPath: secretPath(secret), value: fileContent(secret, value) }]
  })
}

/** Differs from the variable that is set manually, in plain text, for the entrypoint. */
const flySecret = (secret: ReceiverSecret): string =>
  `MONITORING_${secret.toUpperCase().replaceAll('-', '_')}`

/** ntfy renders the JSON of Alertmanager as title, text and priority when it is asked to. */
function fileContent(secret: ReceiverSecret, value: string): string {
  if (secret !== 'ntfy-url') return value
  const url = new URL(value)
  if (!url.searchParams.has('template')) url.searchParams.set('template', 'alertmanager')
  return url.href
}
