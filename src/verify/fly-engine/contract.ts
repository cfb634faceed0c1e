import { declaredMetrics } from '../../config/declared-metrics.ts'
import type { FlyServiceConfig, ServiceConfig } from '../../config/schema.ts'
import { count } from '../../lib/text.ts'
import { FLY_INTERVAL_MS, type FlyMetrics } from '../../model/fly-series.ts'
import type { MetricEvidence, UndeclaredMetrics } from '../evidence.ts'
import { lostAnswer } from '../lost-answer.ts'
import { uncheckedContract } from '../metrics/contract.ts'
import { seriesOfMetric } from '../metrics/names.ts'
import type { TargetMetrics } from '../metrics/observe.ts'
import { nameWithout } from '../metrics/queries.ts'
import { type JudgedService, judgeService, type ServiceView } from '../metrics/service.ts'
import { unanswered } from '../metrics/unanswered.ts'
import { merged, newestOfName, readOwnSeries, undeclaredNames } from './own-series.ts'
import { windowSince } from './pulse.ts'
import type { RawSeries } from './samples.ts'
import type { FlyWatch, WatchedMachine } from './watch.ts'

/** The metrics of the services, as their raw samples show them. */
export interface FlyContract {
  metrics: MetricEvidence[]
  undeclared: UndeclaredMetrics[]
  /** Every name that the services expose. */
  names: readonly string[]
}

/** A machine that is up, with the time after which its samples count. */
interface UpMachine extends WatchedMachine {
  since: number
}

/** Compares what the machines that are up expose with what is declared. Types are known only where Fly has them. */
export async function judgeFlyContract(
  services: readonly ServiceConfig[],
  watch: FlyWatch,
  { fly, verifyStart }: { fly: FlyMetrics; verifyStart: number },
): Promise<FlyContract> {
  const up = watch.machines.flatMap(({ state, ...one }): UpMachine[] =>
    state.kind === 'up'
      ? [{ ...one, state, since: state.certainty === 'proven' ? verifyStart : state.at - FLY_INTERVAL_MS }]
      : [],
  )
  let views: ServiceView[] = []
  let types: Types
  const why = await lostAnswer(async () => {
    const complete = await withUndeclared(up, { fly, verifyStart })
    types = await fly.types(complete.flatMap(({ own }) => [...own.keys()].flatMap(familiesOf)))
    views = services.map((service) => viewOf(service, complete, types))
  })
  if (why !== undefined) {
    const { metrics } = uncheckedContract(services)
    return { metrics: metrics.map((one) => unanswered(one, why)), undeclared: [], names: [] }
  }
  const judged = views.map((view) => judgeService(view, views))
  return {
    metrics: judged.flatMap(({ metrics }) => metrics.map((one) => withoutType(one, types))),
    undeclared: judged.map(({ service, others }) => ({
      service: service.name,
      names: [...others.keys()].toSorted(),
    })),
    names: namesOf(judged),
  }
}

type Types = ReadonlyMap<string, readonly string[]> | undefined

/** OpenMetrics announces `x` for the series `x_total`. */
const familiesOf = (name: string): string[] => [name, name.replace(/_(?:total|bucket|sum|count)$/, '')]

/** Adds what the machines expose in addition to the declared metrics, for names that are almost right. */
async function withUndeclared(
  up: readonly UpMachine[],
  { fly, verifyStart }: { fly: FlyMetrics; verifyStart: number },
): Promise<UpMachine[]> {
  const byApp = [...Map.groupBy(up, ({ seen }) => seen.expected.app)]
  const found = await Promise.all(
    byApp.map(async ([app, all]) => {
      const instances = all.flatMap(({ seen }) => seen.expected.machine?.id ?? [])
      const names = [...new Set(all.flatMap(({ own }) => [...own.keys()]))]
      const others = await undeclaredNames(fly, { app, instances, names, from: verifyStart })
      const [{ seen }] = all as [UpMachine]
      const windowMs = windowSince(seen.pulse, verifyStart)
      const more = await readOwnSeries(fly, { app, instances, names: others, windowMs })
      return all.map((one) => ({
        ...one,
        own: merged(one.own, more.get(one.seen.expected.machine?.id ?? '')),
      }))
    }),
  )
  return found.flat()
}

function viewOf(service: ServiceConfig, up: readonly UpMachine[], types: Types): ServiceView {
  const own = up.filter(({ seen }) => seen.expected.service === service.name)
  const targets = own.map((one) => targetMetrics(one, service, types))
  return { service, targets, stored: [...new Set(targets.flatMap(({ samples }) => [...samples]))] }
}

function targetMetrics({ seen, own, since }: UpMachine, service: ServiceConfig, types: Types): TargetMetrics {
  const id = seen.expected.machine?.id ?? ''
  const samples = [...own].filter(([, series]) => newestOfName(series) > since).map(([name]) => name)
  return {
    ...{ job: service.name, instance: id, machine: id },
    samples: new Set(samples),
    delayed: new Map(),
    old: new Set(),
    types: new Map([...(types ?? [])].flatMap(([name, all]) => typeOf(name, all, service))),
    unlabelled: unlabelledIn(own, service as FlyServiceConfig, since),
  }
}

/** Types are kept by name alone: where another app has a metric of the same name, its type may be the other one. */
function typeOf(name: string, types: readonly string[], service: ServiceConfig): [string, string][] {
  const declared = declaredMetrics(service).find((metric) => familiesOf(metric.name).includes(name))
  const known = types.find((type) => type === declared?.type) ?? (types.length === 1 ? types[0] : undefined)
  return known === undefined ? [] : [[name, known]]
}

function unlabelledIn(
  own: ReadonlyMap<string, readonly RawSeries[]>,
  service: FlyServiceConfig,
  since: number,
): ReadonlySet<string> {
  return new Set(
    declaredMetrics(service).flatMap(({ name, labels }) =>
      seriesOfMetric(name).flatMap((series) =>
        labels.flatMap((label) => {
          const fresh = (own.get(series) ?? []).filter((one) => newestOfName([one]) > since)
          return fresh.some((one) => !one.labels[label]) ? [nameWithout(series, label)] : []
        }),
      ),
    ),
  )
}

/** The samples are proven; the type is not, where Fly does not say it. */
function withoutType(metric: MetricEvidence, types: Types): MetricEvidence {
  const { state, certainty, name, machines } = metric
  if (state !== 'present' || certainty !== 'inferred' || familiesOf(name).some((one) => types?.has(one)))
    return metric
  return {
    ...metric,
    why: `It has samples on ${machines.with} of ${count(machines.of, 'machine')} from after verification began. Its type is not checked: Fly's Prometheus does not say types.`,
  }
}

const namesOf = (judged: readonly JudgedService[]): string[] => [
  ...new Set(
    judged.flatMap(({ targets, others }) => [
      ...targets.flatMap(({ samples }) => [...samples]),
      ...others.keys(),
    ]),
  ),
]
