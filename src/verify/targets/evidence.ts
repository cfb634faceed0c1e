import type { FlyServiceConfig, ServiceConfig } from '../../config/schema.ts'
import { appLabelOf, isOnFly } from '../../config/services.ts'
import { hide } from '../../lib/redact.ts'
import { count as countOf, list } from '../../lib/text.ts'
import type { Claim, Reason, ScrapeHistoryEvidence, ServiceEvidence, TargetEvidence } from '../evidence.ts'
import type { Circumstances } from './circumstances.ts'
import type { ExpectedTarget } from './expect.ts'
import { isRed, scrapedAt, type TargetObservation } from './observe.ts'
import { type ExplainedTarget, explainTargets, type FailedTarget, reasonFor } from './reasons.ts'
import type { ScrapeRecord } from './steadiness.ts'

/**
 * The evidence for each expected target at the end. `verifyStart` is on Prometheus' clock, in milliseconds; `server`: errors of
 * Prometheus that are not about a target, such as those of rules, and the server that has its samples, where it is another one.
 */
export function targetEvidence(
  observations: readonly TargetObservation[],
  verifyStart: number,
  server: Pick<Circumstances, 'serverErrors' | 'store'> = {},
): TargetEvidence[] {
  const upOn = Map.groupBy(
    observations.filter((observation) => observation.state === 'up'),
    (observation) => observation.expected.machine?.id,
  )
  const faults = observations.map((observation): FailedTarget | undefined => {
    const { state, expected } = observation
    if (!isRed(state)) return undefined
    const own = circumstances(observation, expected.machine !== undefined && upOn.has(expected.machine.id))
    return { kind: state, circumstances: { ...own, ...server } }
  })
  const explained = explainTargets(faults.filter((fault) => fault !== undefined))
  return observations.map((observation, i) => {
    const fault = faults[i]
    return evidenceOf(observation, verifyStart, fault && explained.get(fault))
  })
}

/** The evidence when Prometheus could not be asked: nothing is known about the targets. */
export function uncheckedTargets(expected: readonly ExpectedTarget[]): TargetEvidence[] {
  return expected.map((one) => ({
    ...identity(one),
    state: 'unknown',
    certainty: 'not checked',
    why: 'Prometheus could not be asked.',
  }))
}

function evidenceOf(
  observation: TargetObservation,
  verifyStart: number,
  explained: ExplainedTarget | undefined,
): TargetEvidence {
  const { expected, seen, count, state, record } = observation
  const facts = {
    ...identity(expected),
    ...(seen && scrapedAt(seen) > 0 && { lastScrape: seen.lastScrape }),
    ...(count && { samples: count.scraped }),
    ...(count?.lost !== undefined && { lost: count.lost }),
    ...(record && record.scrapes > 0 && { history: historyOf(record) }),
  }
  if (state === 'up') return { ...facts, state: 'up', ...upClaim(observation, verifyStart) }
  if (state === 'resting')
    return {
      ...facts,
      state: 'resting',
      certainty: 'not checked',
      why: `The machine is ${expected.machine?.state}, which is allowed.`,
    }
  if (explained) {
    const { certainty, why } = explained.reason
    return { ...facts, state: 'down', ...explained, certainty, why }
  }
  return {
    ...facts,
    state: 'unknown',
    certainty: 'not checked',
    why: 'Prometheus scraped it, but the number of stored samples could not be determined.',
  }
}

const historyOf = ({ scrapes, failed, restarts, before }: ScrapeRecord): ScrapeHistoryEvidence => ({
  scrapes,
  failed,
  restarts,
  restartsBefore: before.restarts,
})

function upClaim({ seen, count, record }: TargetObservation, verifyStart: number): Claim {
  const when = `Prometheus scraped it ${seconds(seen, verifyStart)} after verification began`
  const past = record ? pastOf(record) : ''
  if (!count)
    return {
      certainty: 'inferred',
      why: `${when}; how many samples it sent is not known, because they cannot be read.${past}`,
    }
  if (count.scraped === 0)
    return {
      certainty: 'inferred',
      why: `${when} and received no sample; every metric of the service is declared as \`expect: after-traffic\`.${past}`,
    }
  const stored = countOf(count.stored, 'sample')
  return {
    certainty: 'proven',
    why: count.isInferred
      ? `${when} and received ${stored}, too many to be counted in its storage; it has not rejected any.${past}`
      : `${when} and stored ${stored}.${past}`,
  }
}

/** What is worth saying about the other scrapes of a target that is up. */
function pastOf({ scrapes, failed, restarts, before }: ScrapeRecord): string {
  const parts = [
    ...(failed > 0 ? [`${failed} of ${countOf(scrapes, 'scrape')} since then failed`] : []),
    ...(restarts > 0 ? [`its process started again ${timesOf(restarts)} since then`] : []),
    ...(before.restarts > 1
      ? [`its process had started again ${timesOf(before.restarts)} shortly before`]
      : []),
  ]
  return parts.length > 0 ? ` But ${list(parts)}.` : ''
}

const timesOf = (n: number): string => (n === 1 ? 'once' : `${n} times`)

const seconds = (seen: TargetObservation['seen'], verifyStart: number): string =>
  `${(((seen ? scrapedAt(seen) : verifyStart) - verifyStart) / 1000).toFixed(1)} s`

function identity({ service, app, machine, address }: ExpectedTarget) {
  return { service, app, machine: machine?.id ?? '', region: machine?.region ?? '', address }
}

function circumstances(
  { expected, seen, count, record }: TargetObservation,
  siblingUp: boolean,
): Circumstances {
  return {
    service: expected.service,
    app: expected.app,
    isOnFly: expected.machine !== undefined,
    credentials: expected.credentials,
    machines: expected.machine ? [expected.machine.id] : [],
    machineState: expected.machine?.state ?? '',
    addresses: [expected.address],
    port: Number(expected.address.split(':').at(-1)),
    path: expected.path,
    lastError: hide(seen?.lastError ?? ''),
    siblingUp,
    lost: count?.lost ?? 0,
    checksPass: expected.machine?.checksPass,
    scrapeUrl: seen?.scrapeUrl,
    record,
  }
}

/** One entry per service, in the order of the configuration. */
export function serviceEvidence(
  services: readonly ServiceConfig[],
  targets: readonly TargetEvidence[],
): ServiceEvidence[] {
  const hasTarget = new Set(targets.map(({ service }) => service))
  const absent = services.filter(isOnFly).filter(({ name }) => !hasTarget.has(name))
  return services.map((service) => {
    const { name } = service
    const app = appLabelOf(service)
    const own = targets.filter((target) => target.service === name)
    const count = (state: TargetEvidence['state']) => own.filter((target) => target.state === state).length
    return {
      service: name,
      app,
      expected: own.length - count('resting'),
      up: count('up'),
      resting: count('resting'),
      ...(own.length === 0 && { reason: noMachines(app, absent) }),
    }
  })
}

/** One reason for all services of the app without a machine: one deploy creates them all. */
function noMachines(app: string, absent: readonly FlyServiceConfig[]): Reason {
  const names = absent.filter((service) => service.app === app).map(({ name }) => name)
  return reasonFor('no-machines', {
    service: list(names),
    app,
    isOnFly: true,
    machines: [],
    machineState: '',
    addresses: [],
    port: 0,
    path: '',
    lastError: '',
    siblingUp: false,
    lost: 0,
    checksPass: undefined,
  })
}
