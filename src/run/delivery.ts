import type { Notify, ReceiverKind } from '../config/notify.ts'
import { INTEGRATION_OF, SECRETS_OF } from '../desired/alertmanager/receiver-kinds.ts'
import { HEARTBEAT } from '../desired/alertmanager/routes.ts'
import { isRuleFile } from '../desired/monitoring-app.ts'
import { environmentVariable } from '../inputs/names.ts'
import type { ReceiverSecrets } from '../inputs/types.ts'
import type { DeliveryReceiver } from '../verify/delivery/judge.ts'
import type { DeliveryRequest } from '../verify/delivery/watch.ts'
import type { Session } from './session.ts'

/** What verification needs to prove that alerts reach the receivers; undefined without an Alertmanager. */
export function deliveryOf(
  { project: { config }, desired, inputs: { receivers, mode } }: Session,
  isOurs: boolean,
): DeliveryRequest | undefined {
  const { notify } = config.alerts
  if (!notify) return undefined
  const text = (name: string) => desired.monitoring.files.find((file) => file.name === name)?.content ?? ''
  const kinds = Object.keys(notify) as ReceiverKind[]
  return {
    app: config.monitoring.app,
    receivers: [
      ...kinds.map((kind) => ({ ...receiverOf(kind, receivers, notify), isAnnounced: mode !== 'verify' })),
      ...(receivers['heartbeat-url'] === undefined ? [] : [heartbeatOf(receivers['heartbeat-url'])]),
    ],
    ...(isOurs && {
      shipped: {
        alertmanager: text('alertmanager.yml'),
        rules: desired.monitoring.files.filter(isRuleFile).map((file) => file.content),
      },
    }),
  }
}

const heartbeatOf = (url: string): DeliveryReceiver => ({
  name: HEARTBEAT,
  integration: INTEGRATION_OF.heartbeat,
  variable: 'HEARTBEAT_URL',
  isTested: true,
  ask: { url, kind: HEARTBEAT },
})

function receiverOf(kind: ReceiverKind, secrets: ReceiverSecrets, notify: Notify): DeliveryReceiver {
  const ask = addressToAsk(kind, secrets, notify)
  return {
    name: kind,
    integration: INTEGRATION_OF[kind],
    variable: `${kind === 'email' ? '`alerts.notify.email` and ' : ''}${environmentVariable(SECRETS_OF[kind].needs)}`,
    isTested: kind !== 'pagerduty',
    ...(ask && { ask }),
  }
}

/** Where a receiver says why it refuses; PagerDuty has one address for all keys, and a mail server is not asked. */
function addressToAsk(
  kind: ReceiverKind,
  secrets: ReceiverSecrets,
  { telegram }: Notify,
): DeliveryReceiver['ask'] {
  const secret = secrets[SECRETS_OF[kind].needs]
  if (secret === undefined || kind === 'pagerduty' || kind === 'email') return undefined
  if (kind === 'telegram')
    return { url: `https://api.telegram.org/bot${secret}/getChat?chat_id=${telegram?.chat_id}`, kind }
  const token = kind === 'ntfy' ? secrets['ntfy-token'] : undefined
  return {
    url: secret,
    kind,
    ...(token !== undefined && {
      headers: { authorization: `Bearer ${token}` },
      keyVariable: environmentVariable('ntfy-token'),
    }),
  }
}
