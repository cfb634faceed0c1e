import { promqlAnyOf, promqlString } from '../../formats/promql/literals.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import type { Prometheus } from '../../model/prometheus.ts'
import { hostOf } from '../targets/expect.ts'
import type { TargetObservation } from '../targets/observe.ts'
import { targetKey } from '../targets/target-key.ts'
import { type NameQuestion, readTimes, timesQueries } from './queries.ts'
import { createSampleTimes, type TargetTimes } from './sample-times.ts'

/** A target that is up, and the machine that it runs on, or its address when it is not on Fly. */
export interface Instance {
  job: string
  instance: string
  machine: string
}

/** What one target exposes. */
export interface TargetMetrics extends Instance, TargetTimes {
  /** Types, by the name in the `# TYPE` line. */
  types: ReadonlyMap<string, string>
  /** Names with series that lack a declared label, as `NAME{LABEL=""}`. */
  unlabelled: ReadonlySet<string>
}

export const instancesOf = (observations: readonly TargetObservation[]): Instance[] =>
  observations.flatMap(({ state, expected, seen }) =>
    state === 'up' && seen
      ? [{ job: expected.service, instance: seen.labels.instance ?? '', machine: hostOf(expected) }]
      : [],
  )

/** Keys of the targets of which nothing but the last scrape is stored. */
export const exactTargets = (observations: readonly TargetObservation[]): Set<string> =>
  new Set(observations.flatMap(({ seen, count }) => (seen && count?.isExact ? targetKey(seen.labels) : [])))

/** Metadata of so many targets is requested at once. */
const BATCH = 25
const AT_ONCE = 4

/** What the targets expose, as far as it was asked. */
export function observeMetrics(prometheus: Prometheus, verifyStart: number) {
  const types = new Map<string, ReadonlyMap<string, string>>()
  const stored = new Map<string, readonly string[]>()
  const times = createSampleTimes(verifyStart)
  const unlabelled = createSampleTimes(verifyStart)
  let startTime: number | undefined

  return {
    /** Types of the metrics of these targets, and the names that their jobs have in storage. */
    async readTypes(instances: readonly Instance[]): Promise<void> {
      const byJob = [...Map.groupBy(instances, ({ job }) => job)]
      const batches = byJob.flatMap(([, all]) => inBatches(all))
      await Promise.all([
        mapConcurrently(batches, AT_ONCE, async (batch) => {
          const found = await readTypesOf(batch, prometheus)
          for (const one of batch) types.set(targetKey({ ...one }), found.get(one.instance) ?? new Map())
        }),
        mapConcurrently(byJob, AT_ONCE, async ([job]) => {
          stored.set(job, await prometheus.seriesNames(`{job=${promqlString(job)}}`, verifyStart))
        }),
      ])
    },
    /** Names that a job has in storage; some may be of an earlier release. */
    stored: (job: string): readonly string[] => stored.get(job) ?? [],
    /** Asks which targets have samples of these names now. */
    async readSamples(questions: readonly NameQuestion[], instances: readonly Instance[], at: number) {
      await readInto(times, { questions, instances, at, prometheus })
      if (times.hasOld()) startTime ??= Date.parse((await prometheus.runtimeInfo()).startTime)
    },
    /** Asks which targets have series without a declared label now. */
    readLabels: (questions: readonly NameQuestion[], instances: readonly Instance[], at: number) =>
      readInto(unlabelled, { questions, instances, at, prometheus }),
    /** `exact`: keys of the targets of which nothing but the last scrape is stored. */
    metricsOf(one: Instance, exact: ReadonlySet<string>): TargetMetrics {
      const key = targetKey({ ...one })
      return {
        ...one,
        types: types.get(key) ?? new Map(),
        ...times.of(key, startTime, exact.has(key)),
        unlabelled: unlabelled.of(key, startTime, exact.has(key)).samples,
      }
    },
  }
}

interface Reading {
  questions: readonly NameQuestion[]
  instances: readonly Instance[]
  at: number
  prometheus: Prometheus
}

async function readInto(
  times: ReturnType<typeof createSampleTimes>,
  { questions, instances, at, prometheus }: Reading,
): Promise<void> {
  for (const { query, names } of timesQueries(questions)) {
    const found = readTimes(names, await prometheus.query(query, at))
    for (const one of instances) {
      const key = targetKey({ ...one })
      for (const name of names) times.keep(key, name, { time: found.get(name)?.get(key), at })
    }
  }
}

function inBatches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) =>
    items.slice(i * BATCH, (i + 1) * BATCH),
  )
}

/** Types by name, for each instance of a batch of one job. */
async function readTypesOf(batch: readonly Instance[], prometheus: Prometheus) {
  const job = promqlString(batch[0]?.job ?? '')
  const some = promqlAnyOf(batch.map(({ instance }) => instance))
  const rows = await prometheus.metadata(`{job=${job},instance=~${some}}`)
  return new Map(
    [...Map.groupBy(rows, ({ target }) => target.instance ?? '')].map(([instance, own]) => [
      instance,
      new Map(own.map(({ metric, type }) => [metric, type] as const)),
    ]),
  )
}
