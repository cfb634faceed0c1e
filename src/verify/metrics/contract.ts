import { declaredMetrics } from '../../config/declared-metrics.ts'
import type { ServiceConfig } from '../../config/schema.ts'
import { promqlAnyOf, promqlString } from '../../formats/promql/literals.ts'
import type { Prometheus } from '../../model/prometheus.ts'
import type { MetricEvidence, UndeclaredMetrics } from '../evidence.ts'
import type { TimeWindow } from '../panels/presence.ts'
import type { TargetObservation } from '../targets/observe.ts'
import {
  families,
  judgeContract,
  NOTHING_EXPOSED,
  namesQuery,
  readNames,
  readTypes,
  SERIES_SUFFIXES,
  undeclared,
} from './judge.ts'

export interface ObservedContract {
  metrics: MetricEvidence[]
  undeclared: UndeclaredMetrics[]
  /** Every name that the services expose: of samples and of metric families. */
  names: readonly string[]
}

/** Types are read from at most this many machines of a service; all machines run the same program. */
const TYPED_MACHINES = 25

/** Compares the metrics that the services expose now with the declared ones. */
export async function readContract(
  services: readonly ServiceConfig[],
  observations: readonly TargetObservation[],
  {
    prometheus,
    window,
    recorded,
  }: { prometheus: Prometheus; window: TimeWindow; recorded: ReadonlySet<string> },
): Promise<ObservedContract> {
  const up = Map.groupBy(instancesOf(observations), ({ job }) => job)
  const [names, types] = await Promise.all([
    readAllNames([...up.values()].flat(), { prometheus, window, recorded }),
    Promise.all([...up].map(async ([job, all]) => [job, await readJobTypes(all, prometheus)] as const)),
  ])
  const typesOf = new Map(types)
  const found = services.map((service) => {
    const instances = up.get(service.name)
    const exposed = instances
      ? {
          machines: instances.length,
          samples: names.get(service.name) ?? new Map<string, number>(),
          types: typesOf.get(service.name) ?? new Map<string, string>(),
        }
      : NOTHING_EXPOSED
    return { service, exposed }
  })
  return {
    metrics: found.flatMap(({ service, exposed }) => judgeContract(service, exposed)),
    undeclared: found.map(({ service, exposed }) => undeclared(service, exposed)),
    names: [...new Set(found.flatMap(({ exposed }) => [...exposed.samples.keys(), ...families(exposed)]))],
  }
}

interface Instance {
  job: string
  instance: string
}

const instancesOf = (observations: readonly TargetObservation[]): Instance[] =>
  observations.flatMap(({ state, expected, seen }) =>
    state === 'up' && seen ? [{ job: expected.service, instance: seen.labels.instance ?? '' }] : [],
  )

async function readAllNames(
  instances: Instance[],
  {
    prometheus,
    window,
    recorded,
  }: { prometheus: Prometheus; window: TimeWindow; recorded: ReadonlySet<string> },
) {
  if (instances.length === 0) return new Map<string, Map<string, number>>()
  return readNames(await prometheus.query(namesQuery(instances, window), window.at), recorded)
}

async function readJobTypes(instances: readonly Instance[], prometheus: Prometheus) {
  const job = instances[0]?.job ?? ''
  const some = promqlAnyOf(instances.slice(0, TYPED_MACHINES).map(({ instance }) => instance))
  return readTypes(await prometheus.metadata(`{job=${promqlString(job)},instance=~${some}}`))
}

/** Names of all series that may be absent before the first event (`expect: after-traffic`). */
export function afterTrafficNames(services: readonly ServiceConfig[]): Set<string> {
  const declared = services.flatMap((service) => declaredMetrics(service))
  return new Set(
    declared
      .filter(({ expect }) => expect === 'after-traffic')
      .flatMap(({ name }) => SERIES_SUFFIXES.map((part) => `${name}${part}`)),
  )
}

/** Maps each declared series to its service, for services without a target that is up. */
export function namesOfDown(
  services: readonly ServiceConfig[],
  observations: readonly TargetObservation[],
): Map<string, string> {
  const up = new Set(
    observations.filter(({ state }) => state === 'up').map(({ expected }) => expected.service),
  )
  return new Map(
    services
      .filter(({ name }) => !up.has(name))
      .flatMap((service) =>
        declaredMetrics(service).flatMap(({ name }) =>
          SERIES_SUFFIXES.map((part) => [`${name}${part}`, service.name] as const),
        ),
      ),
  )
}
