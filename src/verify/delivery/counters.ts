import { ignoreRefusal } from '../../lib/errors.ts'
import { ALERTMANAGER_JOB, ALERTMANAGER_METRICS, type Prometheus, vectorOf } from '../../model/prometheus.ts'

/** What the Alertmanager counts about one receiver, since it started. */
export interface ReceiverCounters {
  /** Answered requests. A request that is still waiting for its answer is in none of them. */
  requests: number
  /** Those that were refused, or that never reached the receiver. */
  refused: number
  /** The same for the last messages: those of the last minutes (`RECENT_SECONDS`), or where there were none, of the last days. */
  recent: { requests: number; refused: number }
  /** Requests of the last minutes. */
  lately: number
  /** Messages that were given up. */
  givenUp: number
  /** Why, as Alertmanager names it: `clientError`, `serverError`, `authError`, …, `other`; before 0.26 it does not. */
  reasons: readonly string[]
}

/** The Alertmanager, as its own metrics describe it. */
export interface AlertmanagerState {
  /** When it started, in milliseconds since the epoch. */
  started: number
  configHash: number
  isConfigLoaded: boolean
  /** Number of active silences. */
  silences: number
  /** By receiver, or by integration where this Alertmanager does not name receivers (before 0.27). */
  by: 'receiver' | 'integration'
  receivers: ReadonlyMap<string, ReceiverCounters>
}

/** Long enough to include a ping of the heartbeat, and the retries of a message. */
const RECENT_SECONDS = 600

const SELECTOR = `job="${ALERTMANAGER_JOB}"`
const NOW = `{${SELECTOR},__name__=~"${ALERTMANAGER_METRICS.join('|')}"}`
const increaseOf = (metric: string) =>
  `sum by (integration, receiver_name) (increase(alertmanager_notification_${metric}_total{${SELECTOR}}[${RECENT_SECONDS}s]))`

/**
 * An alert that was refused is not sent again once it has ended: without pings, the last message may be days old. Values of
 * another time cost one sample each, a range of days would cost a million.
 */
const AGO = ['1h', '6h', '1d', '3d', '7d']
const COUNTED = `{${SELECTOR},__name__=~"alertmanager_notification_requests(?:_failed)?_total"}`
const PAST = AGO.map((ago) => `label_replace(${COUNTED} offset ${ago}, "ago", "${ago}", "", "")`).join(' or ')

/** `at`: seconds since the epoch. */
type Sample = { metric: Record<string, string>; value: number; at: number }

/**
 * Reads the metrics of the Alertmanager from Prometheus.
 * @param verifyStart only a scrape after this moment (milliseconds on Prometheus' clock) counts: an earlier one may be of
 *   the process before
 * @returns undefined while there is no such scrape; the error of the last scrape when it failed
 */
async function readAlertmanager(
  prometheus: Prometheus,
  verifyStart: number,
): Promise<AlertmanagerState | { error: string } | undefined> {
  const target = (await prometheus.targets()).find(({ labels }) => labels.job === ALERTMANAGER_JOB)
  if (!target || Date.parse(target.lastScrape) <= verifyStart) return undefined
  if (target.health !== 'up') return { error: target.lastError }
  const [now, requests, refused, past] = await Promise.all([
    samples(prometheus, NOW),
    samples(prometheus, increaseOf('requests')),
    samples(prometheus, increaseOf('requests_failed')),
    samples(prometheus, PAST),
  ])
  return stateOf(now, { requests, refused }, past)
}

async function samples(prometheus: Prometheus, query: string): Promise<Sample[]> {
  const rows = vectorOf(await prometheus.query(query))
  return rows.flatMap(({ metric, value }) =>
    value ? [{ metric, value: Number(value[1]), at: value[0] }] : [],
  )
}

const total = (all: readonly Sample[]): number => all.reduce((sum, { value }) => sum + value, 0)

function stateOf(
  now: readonly Sample[],
  recent: { requests: readonly Sample[]; refused: readonly Sample[] },
  past: readonly Sample[],
): AlertmanagerState | undefined {
  const sampleOf = (name: string) => now.find(({ metric }) => metric.__name__ === name)
  const one = (name: string) => sampleOf(name)?.value
  const start = sampleOf('process_start_time_seconds')
  if (!start) return undefined
  // The first value of a series is no increase.
  const isYoung = start.at - start.value < RECENT_SECONDS
  const of = (name: string) => now.filter(({ metric }) => metric.__name__ === `alertmanager_${name}`)
  const requests = of('notification_requests_total')
  const by = requests.some(({ metric }) => metric.receiver_name) ? 'receiver' : 'integration'
  const keyOf = ({ metric }: Sample): string =>
    (by === 'receiver' ? metric.receiver_name : metric.integration) ?? ''
  const sum = (all: readonly Sample[], key: string): number =>
    total(all.filter((sample) => keyOf(sample) === key))
  const totals = (key: string) => ({
    requests: sum(requests, key),
    refused: sum(of('notification_requests_failed_total'), key),
  })
  const counters = (key: string): ReceiverCounters => ({
    ...totals(key),
    givenUp: sum(of('notifications_failed_total'), key),
    lately: sum(isYoung ? of('notification_requests_total') : recent.requests, key),
    recent: lastMessages(
      { requests: sum(recent.requests, key), refused: sum(recent.refused, key) },
      totals(key),
      AGO.map((ago) =>
        requestsAt(
          ago,
          past.filter((sample) => keyOf(sample) === key),
        ),
      ),
    ),
    reasons: of('notifications_failed_total')
      .filter((sample) => keyOf(sample) === key && sample.value > 0)
      .flatMap(({ metric }) => metric.reason ?? []),
  })
  const keys = [...new Set(requests.map(keyOf))]
  return {
    started: start.value * 1000,
    configHash: one('alertmanager_config_hash') ?? Number.NaN,
    isConfigLoaded: one('alertmanager_config_last_reload_successful') === 1,
    silences: total(of('silences').filter(({ metric }) => metric.state === 'active')),
    by,
    receivers: new Map(keys.map((key) => [key, counters(key)])),
  }
}

type Requests = ReceiverCounters['recent']

/** The counters of a receiver at an earlier time. */
function requestsAt(ago: string, past: readonly Sample[]): Requests {
  const counted = (suffix: string) =>
    total(past.filter(({ metric }) => metric.ago === ago && metric.__name__?.endsWith(suffix)))
  return { requests: counted('_requests_total'), refused: counted('_failed_total') }
}

/**
 * The requests of the shortest time that has any. `before`: the counters at earlier and earlier times; larger ones are of
 * a process that has ended.
 */
export function lastMessages(recent: Requests, now: Requests, before: readonly Requests[]): Requests {
  if (recent.requests > 0.5) return recent
  for (const then of before) {
    if (then.requests > now.requests) return now
    if (then.requests < now.requests)
      return { requests: now.requests - then.requests, refused: Math.max(0, now.refused - then.refused) }
  }
  return recent
}

/** The state, or undefined when Prometheus does not answer. */
export const alertmanagerOrNothing = (
  prometheus: Prometheus,
  verifyStart: number,
): ReturnType<typeof readAlertmanager> => readAlertmanager(prometheus, verifyStart).catch(ignoreRefusal)
