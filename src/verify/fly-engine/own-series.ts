import { promqlAnyOf, promqlString } from '../../formats/promql/literals.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import type { FlyMetrics } from '../../model/fly-series.ts'
import { isAddedByPrometheus } from '../../model/prometheus.ts'
import { newestTime, type RawSeries, readRaw, selectorOf } from './samples.ts'

/** The series that machines expose themselves, by machine and by name. */
export type OwnSeries = ReadonlyMap<string, ReadonlyMap<string, readonly RawSeries[]>>

export interface OwnQuestion {
  app: string
  /** Ids of machines. */
  instances: readonly string[]
  names: readonly string[]
  windowMs: number
}

/** So many names are asked for at once. */
const BATCH = 200
const AT_ONCE = 4

/** Reads the samples of these names. */
export async function readOwnSeries(
  source: Pick<FlyMetrics, 'query'>,
  { app, instances, names, windowMs }: OwnQuestion,
): Promise<OwnSeries> {
  if (instances.length === 0 || names.length === 0) return new Map()
  const batches = Array.from({ length: Math.ceil(names.length / BATCH) }, (_, i) =>
    names.slice(i * BATCH, (i + 1) * BATCH),
  )
  const answers = await mapConcurrently(batches, AT_ONCE, (batch) =>
    readRaw(source, selectorOf(batch, app, instances), windowMs),
  )
  const series = answers.flatMap((answer) => answer.series)
  return new Map(
    [...Map.groupBy(series, ({ labels }) => labels.instance ?? '')].map(([id, own]) => [
      id,
      Map.groupBy(own, ({ labels }) => labels.__name__ ?? ''),
    ]),
  )
}

/** Whether a name is of a series that a service exposes: neither of the scraper nor of Fly. */
const isExposed = (name: string): boolean => !isAddedByPrometheus(name) && !/^(?:scrape|fly)_/.test(name)

/** More names than these are not looked at. */
const MOST_NAMES = 200

/** Names that these machines expose in addition to the given ones, from the index: some may be of an earlier release. */
export async function undeclaredNames(
  source: Pick<FlyMetrics, 'seriesNames'>,
  { app, instances, names, from }: Omit<OwnQuestion, 'windowMs'> & { from: number },
): Promise<string[]> {
  const selector = `{app=${promqlString(app)},instance=~${promqlAnyOf(instances)}}`
  const all = await source.seriesNames(selector, from)
  return all.filter((name) => isExposed(name) && !names.includes(name)).slice(0, MOST_NAMES)
}

type ByName = ReadonlyMap<string, readonly RawSeries[]>

export const merged = (one: ByName | undefined, other: ByName | undefined): ByName =>
  new Map([...(one ?? []), ...(other ?? [])])

/** The time of the newest sample of a series that has not ended; 0: there is none. */
export const newestOfName = (series: readonly RawSeries[] = []): number =>
  series
    .filter(({ endedAt }) => endedAt === undefined)
    .reduce((newest, one) => Math.max(newest, newestTime(one)), 0)

/** The same of all series of a machine. */
export const newestOf = (own: ByName | undefined): number =>
  [...(own?.values() ?? [])].reduce((newest, series) => Math.max(newest, newestOfName(series)), 0)

/**
 * The undeclared series of a machine, unless its page may be a web page or a status page: VictoriaMetrics stores each line that
 * ends with a number, such as `<p> 5`, `uptime: 123` or `Total 17`. Names of metrics of the usual libraries have an underscore.
 */
export function withoutProse(own: ByName | undefined, since: number): ByName {
  const fresh = [...(own ?? [])].filter(([, series]) => newestOfName(series) > since)
  const isMetrics =
    fresh.every(([name]) => /^[a-z_:](?:[\w:.]*\w)?$/i.test(name)) &&
    fresh.some(([name]) => /\w_\w/.test(name))
  return new Map(isMetrics ? fresh : [])
}
