import { hide } from '../../lib/redact.ts'
import { count, few } from '../../lib/text.ts'
import type { CheckEvidence, UnexpectedEvidence } from '../evidence.ts'
import { hostOf } from './expect.ts'
import type { TargetObservation } from './observe.ts'
import type { TargetsNow } from './snapshot.ts'
import type { UnexpectedTarget } from './unexpected.ts'

/** The evidence for targets that belong to no machine. */
export const unexpectedEvidence = (targets: readonly UnexpectedTarget[]): UnexpectedEvidence[] =>
  targets.map(({ service, app, isOnFly, address, seen }) => ({
    service,
    app,
    address,
    health: seen.health,
    detail: hide(seen.lastError),
    certainty: 'proven',
    why:
      `Prometheus has a target for ${service} at ${address}, which is ${isOnFly ? `the address of no machine of ${app} that \`flyctl machine list\` shows` : 'not one of its addresses in the configuration'}` +
      (seen.health === 'up'
        ? ': its samples are in every sum and rate of the service.'
        : ': it is down, so alerts on this service will fire.'),
    next: isOnFly
      ? `Compare \`flyctl machine list -a ${app}\` with the DNS (\`dig aaaa ${app}.internal\` on a machine): a machine that was made by hand or destroyed may still be announced. If it is yours, give it the process group of the service.`
      : 'Add the address to the service if it belongs to it, or deploy: the running configuration of Prometheus has other addresses.',
  }))

const SEVERAL_PROCESSES =
  'Let all workers share their counters (in Python `PROMETHEUS_MULTIPROC_DIR`, in Node `AggregatorRegistry`), or serve metrics from one process.'

/** How many samples Prometheus has rejected since its start, when verification began and now; undefined: not known. */
export interface RejectedSamples {
  before: number | undefined
  after: number | undefined
}

/**
 * Samples that Prometheus rejected meanwhile although every target seems complete: a series with a timestamp of its own
 * that does not move is stored once and then rejected at each scrape.
 */
export function judgeRejected(
  { before, after }: RejectedSamples,
  observations: readonly TargetObservation[],
  hasFlyMetrics = false,
): CheckEvidence[] {
  if (before === undefined || after === undefined) return []
  // The counters start again with Prometheus.
  const rejected = after < before ? after : after - before
  if (rejected === 0 || observations.some(({ state }) => state === 'samples-lost')) return []
  if (hasFlyMetrics) return [perhapsOfFly(rejected)]
  return [
    {
      area: 'scrapes',
      subject: 'all targets',
      outcome: 'broken',
      certainty: 'proven',
      why: `Prometheus rejected ${count(rejected, 'sample')} since verification began: explicit timestamps that do not move, go back or are too old, or the same series twice.`,
      next: 'Its log names the target: `flyctl logs` of the monitoring app, "Error on ingesting". Do not send timestamps, and send each series once.',
    },
  ]
}

/**
 * The samples of Fly's managed Prometheus carry timestamps that may go back by one when it answers from another of its
 * servers, and Prometheus counts rejected samples without their target.
 */
const perhapsOfFly = (rejected: number): CheckEvidence => ({
  area: 'scrapes',
  subject: 'all targets',
  outcome: 'warning',
  certainty: 'inferred',
  why: `Prometheus rejected ${count(rejected, 'sample')} since verification began: explicit timestamps that do not move, go back or are too old, or the same series twice. Fly's managed Prometheus, which sends timestamps, may be the source.`,
  next: 'The log of Prometheus names the target: `flyctl logs` of the monitoring app, "Error on ingesting".',
})

/**
 * Samples that an agent has sent and that are not in the store, although every target is up; empty in the good case. `store`:
 * its name; undefined where Prometheus itself stores them.
 */
export function judgeStored(
  store: string | undefined,
  observations: readonly Pick<TargetObservation, 'expected' | 'count'>[],
): CheckEvidence[] {
  if (store === undefined) return []
  const short = observations.filter(({ count: counted }) => (counted?.lost ?? 0) > 0)
  const services = Map.groupBy(short, ({ expected }) => expected.service)
  return [...services].map(([service, all]) => {
    const lost = all.reduce((sum, one) => sum + (one.count?.lost ?? 0), 0)
    const sent = all.reduce((sum, one) => sum + (one.count?.stored ?? 0), lost)
    return {
      area: 'scrapes',
      subject: service,
      outcome: 'broken',
      certainty: 'inferred',
      why: `${lost} of ${count(sent, 'sample')} of ${service} are not in the store ${store}, in two scrapes one after the other: rules or limits of the store leave them out, or the service sends the same series twice or explicit timestamps.`,
      next: 'Look for relabelling and for limits of series and labels at the store; the log of the agent names samples that it rejects itself (`flyctl logs` of the monitoring app).',
    }
  })
}

/** Claims about the scrapes of targets that are up all the same; empty in the good case. */
export function judgeScrapes({
  observations,
  historyLost,
}: Pick<TargetsNow, 'observations' | 'historyLost'>): CheckEvidence[] {
  if (historyLost !== undefined)
    return [
      {
        area: 'scrapes',
        subject: 'all targets',
        outcome: 'not-checked',
        certainty: 'not checked',
        why: `Only the last scrape of each target is known, not those before it: ${historyLost}`,
      },
    ]
  const mixed = observations.filter(({ state, record }) => state === 'up' && record && isMixed(record))
  const services = Map.groupBy(mixed, ({ expected }) => expected.service)
  return [...services].map(([service, all]) => ({
    area: 'scrapes',
    subject: service,
    outcome: 'warning',
    certainty: 'inferred',
    why: `Counters of ${service} go back from one scrape to the next although its process does not start again (${count(all.length, 'target')}: ${few(all.map(({ expected }) => hostOf(expected)))}): each worker seems to answer with numbers of its own, so rates are far too high.`,
    next: SEVERAL_PROCESSES,
  }))
}

const isMixed = ({ mixed, resets }: { mixed: boolean; resets: number }): boolean => mixed || resets >= 2
