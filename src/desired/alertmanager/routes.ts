import type { Notify, ReceiverKind } from '../../config/notify.ts'
import { DRILL } from '../../model/prometheus.ts'

/** A route of Alertmanager, with the keys that are used here. Matchers are strings as in its own file. */
export interface Route {
  receiver: string
  matchers?: string[]
  continue?: boolean
  group_by?: string[]
  group_wait?: string
  group_interval?: string
  repeat_interval?: string
  routes?: Route[]
}

/** The receiver without an integration: alerts that are for no one. */
export const NOBODY = 'nobody'
/** The receiver of the Watchdog's ping. */
export const HEARTBEAT = 'heartbeat'
export const WATCHDOG_ALERT = 'Watchdog'

/**
 * The routing tree: every receiver is a child of the root, so that an alert reaches all receivers that take it. Groups
 * are narrow (an alert of a service), and Prometheus sends the alerts of one evaluation together, so there is little to wait
 * for: with a scrape and an evaluation every 15 s, a message leaves at most 32 s after the `for` of its alert.
 */
export function routingTree(notify: Notify, heartbeat: boolean): Route {
  const kinds = Object.keys(notify) as ReceiverKind[]
  return {
    receiver: NOBODY,
    group_by: ['alertname', 'service'],
    group_wait: '2s',
    group_interval: '30s',
    repeat_interval: '4h',
    routes: [
      ...(heartbeat ? [heartbeatRoute] : []),
      // Before the first scrape after a start it is not known which start it is: its end would be another message.
      { receiver: NOBODY, matchers: [`alertname="${WATCHDOG_ALERT}"`, 'started=""'] },
      ...kinds.map(testRoute),
      { receiver: NOBODY, matchers: [`alertname=~"${WATCHDOG_ALERT}|${DRILL.alert}"`] },
      { receiver: NOBODY, matchers: ['severity="none"'] },
      ...kinds.map((kind) => alertRoute(kind, notify[kind]?.severities)),
    ],
  }
}

/**
 * A group is looked at once per group_interval: with a repeat_interval that is a little shorter, it is sent each time. The
 * first thing that arrives may be the end of a Watchdog which fired before Prometheus knew this Alertmanager: the Watchdog
 * of this start is a group of its own, so that it does not wait for the next look at that one.
 */
const heartbeatRoute: Route = {
  receiver: HEARTBEAT,
  matchers: [`alertname="${WATCHDOG_ALERT}"`],
  continue: true,
  group_by: ['alertname', 'started'],
  group_wait: '1s',
  group_interval: '1m',
  repeat_interval: '55s',
}

/**
 * The Watchdog of each start is a group of its own, so each start proves each receiver with one message. For PagerDuty a
 * message is an incident, which wakes someone: only a drill tests it.
 */
const testRoute = (kind: ReceiverKind): Route => ({
  receiver: kind,
  matchers: [`alertname=~"${kind === 'pagerduty' ? DRILL.alert : `${WATCHDOG_ALERT}|${DRILL.alert}`}"`],
  continue: true,
  group_by: ['alertname', 'started'],
  repeat_interval: '7d',
})

const alertRoute = (kind: ReceiverKind, severities: readonly string[] | undefined): Route => ({
  receiver: kind,
  ...(severities && { matchers: [`severity=~"${severities.join('|')}"`] }),
  continue: true,
})
