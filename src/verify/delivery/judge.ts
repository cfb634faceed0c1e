import { count, few, list } from '../../lib/text.ts'
import type { CheckEvidence } from '../evidence.ts'
import { deliveryClaim, notDeployed } from './claim.ts'
import type { AlertmanagerState, ReceiverCounters } from './counters.ts'
import type { ReceiverAddress, Refusal } from './refusals.ts'
import { alertsInFiles, receiversOfAlert } from './routes.ts'

/** A receiver of the Alertmanager, as verification needs it. */
export interface DeliveryReceiver {
  /** As in the configuration of Alertmanager. */
  name: string
  integration: string
  /** The variable that holds its address or its key. */
  variable: string
  /** Whether the Watchdog is sent to it: otherwise nothing is, until there is an alert or a drill. */
  isTested: boolean
  /** Where to ask it why it refuses; absent where its address is not known to this run. */
  ask?: ReceiverAddress
  /** This run has a message sent to it, so that one more request is no surprise to any program. */
  isAnnounced?: boolean
}

/** Messages that the far side accepted. */
export const acceptedBy = ({ requests, refused }: ReceiverCounters): number => requests - refused

/** Whether it refuses now: everything so far, or everything of the last minutes. */
export const refusesNow = (counters: ReceiverCounters): boolean =>
  counters.refused > 0 &&
  (acceptedBy(counters) === 0 ||
    (counters.recent.requests > 0.5 && counters.recent.refused > 0.9 * counters.recent.requests))

/** Counters of a receiver, or of its integration where the Alertmanager does not name receivers. */
export const countersOf = (
  { by, receivers }: AlertmanagerState,
  { name, integration }: DeliveryReceiver,
): ReceiverCounters | undefined => receivers.get(by === 'receiver' ? name : integration)

/** Other receivers that one counter is about too: an Alertmanager before 0.27 counts by integration. */
export const countedWith = (
  { by }: AlertmanagerState,
  receiver: DeliveryReceiver,
  all: readonly DeliveryReceiver[],
): DeliveryReceiver[] =>
  by === 'receiver'
    ? []
    : all.filter((other) => other !== receiver && other.integration === receiver.integration)

/** Whether a receiver has accepted a message: with others on the same counter, each of them must have had one. */
export function hasAccepted(
  receiver: DeliveryReceiver,
  state: AlertmanagerState,
  all: readonly DeliveryReceiver[],
): boolean {
  const counters = countersOf(state, receiver)
  const others = countedWith(state, receiver, all)
  if (!counters || (others.length > 0 && givesUp(counters))) return false
  return acceptedBy(counters) > others.filter(({ isTested }) => isTested).length
}

/** Whether messages were given up lately: on a shared counter, the pings that one accepts would hide what another refuses. */
const givesUp = ({ givenUp, recent }: ReceiverCounters): boolean => givenUp > 0 && recent.refused > 0.5

/**
 * Whether a receiver accepts what is sent to it. `refusal`: why it does not, when that is known; `now`: on Prometheus'
 * clock.
 */
export function judgeReceiver(
  receiver: DeliveryReceiver,
  state: AlertmanagerState,
  all: readonly DeliveryReceiver[],
  { refusal, now }: { refusal: Refusal | undefined; now: number },
): CheckEvidence {
  const { name, isTested, variable } = receiver
  const counters = countersOf(state, receiver)
  if (!isDeployed(state, receiver)) return notDeployed(name)
  const since = new Date(state.started).toISOString()
  const others = countedWith(state, receiver, all).map((other) => other.name)
  const certainty = others.length > 0 ? ('inferred' as const) : ('proven' as const)
  const together = others.length > 0 ? ` (counted together with ${list(others)})` : ''
  if (counters && refusesNow(counters)) {
    const { why, next } = refusal ?? { why: '', next: `Check ${variable}.` }
    const refused = `No ${messageTo(name)} reaches it: it refused ${count(counters.refused, 'request')} since ${since}${together}.`
    return deliveryClaim(name, 'broken', `${refused} ${why}`.trim(), { certainty, next })
  }
  if (name === HEARTBEAT && (counters?.lately ?? 0) < 0.5 && now - state.started > SILENT_MS)
    return noPing(variable)
  if (counters && hasAccepted(receiver, state, all))
    return deliveryClaim(
      name,
      'holds',
      `It accepted ${count(acceptedBy(counters), 'message')} since the Alertmanager started at ${since}${together}.`,
      { certainty },
    )
  if (counters && others.length > 0 && givesUp(counters))
    return deliveryClaim(
      name,
      'broken',
      `This Alertmanager counts ${list([name, ...others])} together, and one of them refuses messages since ${since}.`,
      {
        certainty,
        next: `Check ${variable}. The log of the monitoring app names the receiver and its answer (\`flyctl logs\`).`,
      },
    )
  return isTested ? unproven(receiver, since) : untested(name)
}

/** The receiver of the ping of the Watchdog. */
const HEARTBEAT = 'heartbeat'
/** After a start; the ping is sent each minute. */
const SILENT_MS = 15 * 60_000

/** What the Alertmanager sends to a receiver: a heartbeat only learns that alerting works. */
const messageTo = (name: string): string => (name === HEARTBEAT ? 'ping' : 'alert')

/** An Alertmanager that names receivers counts for each one of its configuration from the start. */
export const isDeployed = ({ by, receivers }: AlertmanagerState, { name }: DeliveryReceiver): boolean =>
  by === 'integration' || receivers.has(name)

const noPing = (variable: string): CheckEvidence =>
  deliveryClaim(
    HEARTBEAT,
    'broken',
    'No ping was sent to it in the last 10 minutes: the alert Watchdog does not fire, or a silence matches it.',
    {
      certainty: 'inferred',
      next: `Expire silences that match every alert (\`amtool silence query\`), and look whether Prometheus evaluates Watchdog. What ${variable} is the address of reports it, too.`,
    },
  )

const untested = (name: string): CheckEvidence =>
  deliveryClaim(
    name,
    'not-checked',
    'No message was sent to it since the Alertmanager started, because each one wakes someone.',
    { next: 'Run `deploy-monitoring drill` once: it sends one marked alert.' },
  )

const unproven = ({ name, variable }: DeliveryReceiver, since: string): CheckEvidence =>
  deliveryClaim(
    name,
    'broken',
    `No ${messageTo(name)} was proven to reach it: the Alertmanager runs since ${since}, and it has not accepted a message.`,
    {
      certainty: 'inferred',
      next: `Check ${variable}: the receiver may accept connections and never answer. The log of the monitoring app has the reason (\`flyctl logs\`).`,
    },
  )

/** Whether Prometheus sends alerts to an Alertmanager that runs the deployed configuration. */
export function judgeAlertmanager(
  active: readonly string[],
  state: AlertmanagerState | { error: string } | undefined,
  expectedHash: number | undefined,
): CheckEvidence {
  const subject = 'Alertmanager'
  const restart = 'Look at the log of the monitoring app (`flyctl logs`), and deploy again.'
  if (active.length === 0)
    return deliveryClaim(
      subject,
      'broken',
      'Prometheus has no active Alertmanager: no one is notified of alerts.',
      {
        next: restart,
      },
    )
  if (!state)
    return deliveryClaim(subject, 'not-checked', 'Prometheus has not scraped the Alertmanager yet.', {
      next: 'Verify again.',
    })
  if ('error' in state)
    return deliveryClaim(subject, 'broken', `Prometheus cannot reach the Alertmanager: ${state.error}`, {
      next: restart,
    })
  if (!state.isConfigLoaded)
    return deliveryClaim(subject, 'broken', 'The Alertmanager could not load its configuration.', {
      next: restart,
    })
  const runs = `Prometheus sends alerts to ${active[0]}`
  if (expectedHash === undefined)
    return deliveryClaim(
      subject,
      'holds',
      `${runs}. Its configuration was not compared: the machine runs the files of another run.`,
      { certainty: 'inferred' },
    )
  if (state.configHash === expectedHash)
    return deliveryClaim(subject, 'holds', `${runs}, which runs the deployed configuration.`)
  // Before 0.27 the entrypoint writes the secrets into the configuration.
  return state.by === 'integration'
    ? deliveryClaim(subject, 'holds', `${runs}, which has loaded its configuration.`, {
        certainty: 'inferred',
      })
    : deliveryClaim(subject, 'broken', `${runs}, which does not run the deployed configuration.`, {
        next: 'Deploy again.',
      })
}

/** Silences that are active: alerts that match are sent to no one. */
export const judgeSilences = ({ silences }: AlertmanagerState, app: string): CheckEvidence[] =>
  silences > 0
    ? [
        deliveryClaim(
          'silences',
          'warning',
          `${count(silences, 'silence')} ${silences === 1 ? 'is' : 'are'} active: alerts that match are sent to no one.`,
          {
            next: `List them with \`flyctl ssh console -a ${app} -C "amtool silence query"\`.`,
          },
        ),
      ]
    : []

/** Alerts for no one, on purpose: a sign of life, and the alert of a drill. */
const NOT_FOR_PEOPLE = ['none']

/** Every alerting rule, walked through the routing tree to a receiver that can deliver. */
export function judgeRoutes(alertmanagerYml: string, ruleFiles: readonly string[]): CheckEvidence {
  const alerts = alertsInFiles(ruleFiles).filter(({ severity }) => !NOT_FOR_PEOPLE.includes(severity))
  const isDecidedLater = (severity: string): boolean => severity.includes('{{')
  const lost = alerts.filter(
    ({ name, severity }) =>
      !isDecidedLater(severity) &&
      !receiversOfAlert(alertmanagerYml, { alertname: name, severity }).some(({ delivers }) => delivers),
  )
  if (lost.length === 0)
    return deliveryClaim(
      'routes',
      'holds',
      `${count(alerts.length, 'alerting rule')}: each one leads to a receiver.`,
    )
  const severities = [...new Set(lost.map(({ severity }) => severity))]
  const named = severities.filter((severity) => severity !== '')
  const of = [
    ...(named.length > 0 ? [`of severity ${list(named)}`] : []),
    ...(named.length < severities.length ? ['without a severity'] : []),
  ]
  return deliveryClaim(
    'routes',
    'warning',
    `Alerts ${list(of)} reach no receiver: ${few(
      lost.map(({ name }) => name),
      5,
    )}.`,
    {
      next: 'Add the severity to a receiver in `alerts.notify`, or remove its `severities`.',
    },
  )
}
