import { few } from '../../lib/text.ts'
import type { Evidence, TargetEvidence } from '../evidence.ts'
import { type FoundFailure, SERVER, shardKey } from '../failure.ts'
import { withHistory } from '../history.ts'

/** The failures of targets, one for each cause. */
export function targetFailures(evidence: Evidence): FoundFailure[] {
  const { targets, services, unexpected } = evidence
  const failed = targets.filter((target) => target.state === 'down' || target.state === 'unknown')
  const found = [
    ...missingServices(services),
    // The cause that affects most targets comes first.
    ...[...Map.groupBy(failed, causeOf).values()]
      .toSorted((a, b) => b.length - a.length)
      .flatMap((group) => failedTargets(group, evidence)),
    ...[...Map.groupBy(unexpected, ({ app, health }) => JSON.stringify([app, health])).values()].flatMap(
      failedUnexpected,
    ),
  ]
  if (found.length > 0 || targets.some((target) => target.state === 'up')) return found
  return [
    {
      code: 'target-none',
      area: 'targets',
      outcome: 'broken',
      level: 'targets',
      subject: 'all services',
      why: 'No target was scraped: every machine is stopped, which is allowed, so nothing is proven.',
      next: 'Verify while at least one machine runs, or remove `may_stop` from a service that should run.',
    },
  ]
}

/** One failure for the unexpected targets of an app: usually all of them are on one machine. */
function failedUnexpected(all: readonly Evidence['unexpected'][number][]): FoundFailure[] {
  const services = [...new Set(all.map(({ service }) => service))]
  const hosts = [...new Set(all.map(({ address }) => address.slice(0, address.lastIndexOf(':'))))]
  const subject =
    services.length === 1
      ? `${all.length} targets of ${services[0]}`
      : `${all.length} targets at ${few(hosts)} (${few(services)})`
  const also = services.length === 1 ? '' : ` The same holds for ${few(services.slice(1))}.`
  return all.slice(0, 1).map(({ service, address, why, next, detail }) => ({
    code: 'target-unexpected',
    area: 'targets',
    outcome: 'broken',
    level: 'targets',
    subject: all.length === 1 ? `${service} at ${address}` : subject,
    why: `${why}${also}${detail === '' ? '' : ` ${detail}`}`,
    next,
    members: all.map((one) => `${one.service} at ${one.address}`),
  }))
}

/** Services without a machine; those with the same reason are one failure. */
function missingServices(services: Evidence['services']): FoundFailure[] {
  const missing = services.flatMap(({ service, reason }) => (reason ? [{ service, reason }] : []))
  const groups = Map.groupBy(missing, ({ reason: { why, next } }) => JSON.stringify([why, next]))
  return [...groups.values()].flatMap((group): FoundFailure[] => {
    const names = group.map(({ service }) => service)
    return group.slice(0, 1).map(({ reason }) => ({
      code: `target-${reason.class}`,
      area: 'targets',
      outcome: 'broken',
      level: 'targets',
      subject: few(names),
      why: reason.why,
      next: reason.next,
      explains: names.map((name) => `service:${name}`),
      members: names,
    }))
  })
}

/** Identifies the cause of a failed target by its explanation. */
function causeOf(target: TargetEvidence): string {
  const { why, next } = explanationOf(target)
  return JSON.stringify([why, next])
}

const explanationOf = ({ shared, reason, why, next }: TargetEvidence): Pick<FoundFailure, 'why' | 'next'> =>
  shared ?? reason ?? { why, next: next ?? 'Verify again when Prometheus answers.' }

const SCRAPES = { last: 'The last successful scrape was', never: 'No successful scrape' }

/** One failure for one cause, for any number of targets. */
function failedTargets([first, ...others]: readonly TargetEvidence[], evidence: Evidence): FoundFailure[] {
  if (!first) return []
  const { why, next } = explanationOf(first)
  const code = `target-${first.reason?.class ?? 'not-checked'}`
  const targets = [first, ...others]
  const lastHeld = latestOf(targets)
  return [
    {
      code,
      area: 'targets',
      outcome: first.reason ? 'broken' : 'not-checked',
      level: 'targets',
      subject: subjectOf(first, targets),
      why: withHistory(why, lastHeld, evidence, SCRAPES),
      ...(lastHeld !== undefined && { lastHeld }),
      next,
      explains: different(targets, 'service').map((name) => `service:${name}`),
      members: targets.map(nameOf),
      // Without any answer of Prometheus, the reason for that explains that nothing is known about targets.
      ...(!first.reason && evidence.mark === undefined && { because: [[SERVER]] }),
      ...(first.shard !== undefined && { because: [[shardKey(first.shard)], [shardKey(undefined)]] }),
    },
  ]
}

/** The latest time at which one of them was up; undefined when that is not known of all. */
function latestOf(targets: readonly TargetEvidence[]): string | null | undefined {
  const times = targets.map(({ lastHeld }) => lastHeld)
  if (times.includes(undefined)) return undefined
  return times.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b), null)
}

const nameOf = ({ service, machine, region, address }: TargetEvidence): string =>
  machine === '' ? `${service} at ${address}` : `${service} on machine ${machine} (${region})`

const hostOf = ({ machine, address }: TargetEvidence): string => machine || address

function subjectOf(first: TargetEvidence, targets: readonly TargetEvidence[]): string {
  if (targets.length === 1) return nameOf(first)
  const [services, machines] = [different(targets, 'service'), [...new Set(targets.map(hostOf))]]
  if (services.length === 1) return `${targets.length} targets of ${services[0]} (${few(machines)})`
  if (machines.length === 1)
    return `${targets.length} targets ${first.machine === '' ? 'at' : 'on machine'} ${machines[0]} (${few(services)})`
  return `${targets.length} targets of ${services.length} services (${few(services)})`
}

const different = (targets: readonly TargetEvidence[], key: 'service'): string[] => [
  ...new Set(targets.map((target) => target[key])),
]
