import { declaredMetrics } from '../../config/declared-metrics.ts'
import type { ServiceConfig } from '../../config/schema.ts'

import { isAddedByPrometheus, type Prometheus } from '../../model/prometheus.ts'
import type { MetricEvidence, UndeclaredMetrics } from '../evidence.ts'
import { lostAnswer } from '../lost-answer.ts'
import type { TargetObservation } from '../targets/observe.ts'
import { judgeMetric } from './judge.ts'
import { seriesOfMetric } from './names.ts'
import { exactTargets, type Instance, instancesOf, observeMetrics } from './observe.ts'
import {
  declaredQuestions,
  isUnsettled,
  type JudgedService,
  judgeService,
  labelQuestions,
  otherQuestions,
} from './service.ts'
import { unanswered } from './unanswered.ts'

export interface ObservedContract {
  metrics: MetricEvidence[]
  undeclared: UndeclaredMetrics[]
  /** Every name that the services expose: of series and of metrics. */
  names: readonly string[]
  /** Age of samples that carry timestamps of their own, in milliseconds, by the name of the series. */
  delayed: ReadonlyMap<string, number>
  /** A metric has only samples that are older than the last scrape; the next one tells whether there are new ones. */
  mayAdvance: boolean
  /** Prometheus did not answer a question; a later round may get the answer. */
  isUnanswered: boolean
}

/** Nothing was asked. `why`: the reason, when it is not that no machine is up. */
export const uncheckedContract = (services: readonly ServiceConfig[], why?: string): ObservedContract => ({
  metrics: services.flatMap((service) =>
    declaredMetrics(service).map((metric) => ({
      ...judgeMetric(service.name, metric, { findings: [], elsewhere: [] }),
      ...(why !== undefined && { why }),
    })),
  ),
  undeclared: [],
  names: [],
  delayed: new Map(),
  mayAdvance: false,
  isUnanswered: false,
})

export interface ContractOptions {
  services: readonly ServiceConfig[]
  prometheus: Prometheus
  /** On Prometheus' clock, in milliseconds. */
  verifyStart: number
  /** The server that has the samples, where it is not Prometheus itself. */
  store?: string | undefined
}

export interface ContractRound {
  observations: readonly TargetObservation[]
  /** The time of the queries on Prometheus' clock, in milliseconds: after the last scrape. */
  at: number
  /** Names of series that rules write. */
  recorded: ReadonlySet<string>
  /** Further names that are looked for. */
  names: readonly string[]
}

/** Compares the metrics that the services expose with the declared ones. */
export function watchContract({ services, prometheus, verifyStart, store }: ContractOptions) {
  const observer = observeMetrics(prometheus, verifyStart)

  function judgeAll(
    instances: readonly Instance[],
    { recorded, observations }: Pick<ContractRound, 'recorded' | 'observations'>,
  ): JudgedService[] {
    const exact = exactTargets(observations)
    const views = services.map((service) => ({
      ...{ service, store },
      targets: instances
        .filter(({ job }) => job === service.name)
        .map((one) => observer.metricsOf(one, exact)),
      stored: observer
        .stored(service.name)
        .filter((name) => !isAddedByPrometheus(name) && !recorded.has(name)),
    }))
    return views.map((view) => judgeService(view, views))
  }

  async function askNow(round: ContractRound): Promise<void> {
    const instances = instancesOf(round.observations)
    const isAsked = (one: JudgedService) => isUnsettled(one) || one.stored.length === 0
    const jobs = new Set(
      judgeAll(instances, round)
        .filter(isAsked)
        .map(({ service }) => service.name),
    )
    await observer.readTypes(instances.filter(({ job }) => jobs.has(job)))
    for (const questions of [declaredQuestions, otherQuestions])
      await observer.readSamples(questions(judgeAll(instances, round)), instances, round.at)
    const asked = judgeAll(instances, round).filter(({ service }) => jobs.has(service.name))
    await observer.readLabels(labelQuestions(asked), instances, round.at)
    const further = round.names.map((name) => ({ name, jobs: services.map((service) => service.name) }))
    await observer.readSamples(further, instances, round.at)
  }

  return {
    /** Asks for what is not in order yet, as of the last scrape of each target. */
    async ask(round: ContractRound): Promise<ObservedContract> {
      const why = await lostAnswer(() => askNow(round))
      const contract = contractOf(judgeAll(instancesOf(round.observations), round))
      const metrics = contract.metrics.map((one) => (why === undefined ? one : unanswered(one, why)))
      return { ...contract, metrics, isUnanswered: why !== undefined }
    },
  }
}

const contractOf = (judged: readonly JudgedService[]): ObservedContract => ({
  metrics: judged.flatMap(({ metrics }) => metrics),
  undeclared: judged.map(({ service, others }) => ({
    service: service.name,
    names: [...others.keys()].toSorted(),
  })),
  names: [
    ...new Set(
      judged.flatMap(({ metrics, others, targets }) => [
        ...targets.flatMap(({ samples }) => [...samples]),
        ...metrics.flatMap(({ name, state }) => (state === 'missing' || state === 'waiting' ? [] : name)),
        ...[...others].flatMap(([name, series]) => [name, ...series]),
      ]),
    ),
  ],
  mayAdvance: judged.some(({ metrics, targets }) =>
    metrics.some(
      ({ name, state }) =>
        (state === 'missing' || state === 'partial') &&
        targets.some(({ old }) => seriesOfMetric(name).some((series) => old.has(series))),
    ),
  ),
  delayed: new Map(judged.flatMap(({ targets }) => targets.flatMap(({ delayed }) => [...delayed]))),
  isUnanswered: false,
})

/** Names of all series that may be absent before the first event (`expect: after-traffic`). */
export function afterTrafficNames(services: readonly ServiceConfig[]): Set<string> {
  const declared = services.flatMap((service) => declaredMetrics(service))
  return new Set(
    declared.filter(({ expect }) => expect === 'after-traffic').flatMap(({ name }) => seriesOfMetric(name)),
  )
}

/** Maps each declared series to its service, for services without a target that is up. */
export function namesOfDown(
  services: readonly ServiceConfig[],
  observations: readonly Pick<TargetObservation, 'state' | 'expected'>[],
): Map<string, string> {
  const up = new Set(
    observations.filter(({ state }) => state === 'up').map(({ expected }) => expected.service),
  )
  return new Map(
    services
      .filter(({ name }) => !up.has(name))
      .flatMap((service) =>
        declaredMetrics(service).flatMap(({ name }) =>
          seriesOfMetric(name).map((series) => [series, service.name] as const),
        ),
      ),
  )
}
