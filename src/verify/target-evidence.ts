import type { ServiceConfig } from '../config/schema.ts'
import { count as countOf } from '../lib/text.ts'
import type { Reason, ServiceEvidence, TargetEvidence } from './evidence.ts'
import type { ExpectedTarget } from './expect.ts'
import { type Circumstances, reasonFor } from './reasons.ts'
import { type Sight, scrapedAt } from './targets.ts'

/** What is known about each expected target at the end. `mark` is on Prometheus' clock, in milliseconds. */
export function targetEvidence(sights: readonly Sight[], mark: number): TargetEvidence[] {
  const upOn = Map.groupBy(
    sights.filter((sight) => sight.state === 'up'),
    (sight) => sight.expected.machine.id,
  )
  return sights.map((sight) => evidenceOf(sight, mark, upOn.has(sight.expected.machine.id)))
}

/** Targets of which nothing is known, because Prometheus could not be asked. */
export function uncheckedTargets(expected: readonly ExpectedTarget[]): TargetEvidence[] {
  return expected.map((one) => ({
    ...identity(one),
    state: 'unknown',
    certainty: 'not checked',
    why: 'Prometheus could not be asked.',
  }))
}

function evidenceOf(sight: Sight, mark: number, siblingUp: boolean): TargetEvidence {
  const { expected, seen, count, state } = sight
  const facts = {
    ...identity(expected),
    ...(seen && scrapedAt(seen) > 0 && { lastScrape: seen.lastScrape }),
    ...(count && { samples: count.scraped }),
    ...(count?.lost !== undefined && { lost: count.lost }),
  }
  if (state === 'up')
    return {
      ...facts,
      state: 'up',
      certainty: 'proven',
      why: `Prometheus scraped it ${seconds(seen, mark)} after verification began and stored ${countOf(count?.stored ?? 0, 'sample')}.`,
    }
  if (state === 'resting')
    return {
      ...facts,
      state: 'resting',
      certainty: 'not checked',
      why: `The machine is ${expected.machine.state}, as it may be.`,
    }
  if (state === 'pending')
    return {
      ...facts,
      state: 'unknown',
      certainty: 'not checked',
      why: 'Prometheus scraped it, but how many samples it stored could not be found out.',
    }
  const reason = reasonFor(state, circumstances(sight, siblingUp))
  return { ...facts, state: 'down', reason, certainty: reason.certainty, why: reason.why }
}

const seconds = (seen: Sight['seen'], mark: number): string =>
  `${(((seen ? scrapedAt(seen) : mark) - mark) / 1000).toFixed(1)} s`

function identity({ service, app, machine, address }: ExpectedTarget) {
  return { service, app, machine: machine.id, region: machine.region, address }
}

function circumstances({ expected, seen, count }: Sight, siblingUp: boolean): Circumstances {
  return {
    service: expected.service,
    app: expected.app,
    machine: expected.machine.id,
    machineState: expected.machine.state,
    address: expected.address,
    port: Number(expected.address.split(':').at(-1)),
    path: expected.path,
    lastError: seen?.lastError ?? '',
    siblingUp,
    lost: count?.lost ?? 0,
    checksPass: expected.machine.checksPass,
  }
}

/** One line per service, in the order of the configuration. */
export function serviceEvidence(
  services: readonly ServiceConfig[],
  targets: readonly TargetEvidence[],
): ServiceEvidence[] {
  return services.map(({ name, app }) => {
    const own = targets.filter((target) => target.service === name)
    const count = (state: TargetEvidence['state']) => own.filter((target) => target.state === state).length
    return {
      service: name,
      app,
      expected: own.length - count('resting'),
      up: count('up'),
      resting: count('resting'),
      ...(own.length === 0 && { reason: noMachines(name, app) }),
    }
  })
}

function noMachines(service: string, app: string): Reason {
  const nothing = { machine: '', machineState: '', address: '', port: 0, path: '', lastError: '' }
  return reasonFor('no-machines', {
    service,
    app,
    ...nothing,
    siblingUp: false,
    lost: 0,
    checksPass: undefined,
  })
}
