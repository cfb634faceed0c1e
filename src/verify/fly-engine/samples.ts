import { promqlAnyOf, promqlString } from '../../formats/promql/literals.ts'
import type { FlyMetrics } from '../../model/fly-series.ts'

/** One stored series: its samples in order of time, in milliseconds. */
export interface RawSeries {
  labels: Readonly<Record<string, string>>
  samples: readonly { at: number; value: number }[]
  /** When the server marked it as ended; undefined while it goes on. */
  endedAt?: number
}

export interface RawSamples {
  /** The clock of the server when it answered. */
  clock: number
  series: readonly RawSeries[]
}

/** A selector for series of an app on some machines; of buckets only those without an upper limit, which stand for all. */
export function selectorOf(names: readonly string[], app: string, instances?: readonly string[]): string {
  const of = instances === undefined ? '' : `,instance=~${promqlAnyOf(instances)}`
  const bucket = names.some((name) => name.endsWith('_bucket')) ? ',le=~"[+]Inf|"' : ''
  return `{__name__=~${promqlAnyOf(names)},app=${promqlString(app)}${of}${bucket}}`
}

/**
 * The samples of the last `windowMs`, as they are stored. The query is exactly `selector[window]`: VictoriaMetrics hides the
 * newest 30 s (`-search.latencyOffset`) from every other one, and a target that died half a minute ago is still up there.
 */
export async function readRaw(
  source: Pick<FlyMetrics, 'query'>,
  selector: string,
  windowMs: number,
): Promise<RawSamples> {
  const { result, clock = Date.now() } = await source.query(`${selector}[${Math.ceil(windowMs / 1000)}s]`)
  const rows = result.resultType === 'matrix' ? result.result : []
  const filled = rows.filter(({ values }) => values.length > 0)
  return { clock, series: filled.map(({ metric, values }) => seriesOf(metric, values)) }
}

/** A sample without a value marks the end of a series: VictoriaMetrics stores no other one. */
function seriesOf(labels: RawSeries['labels'], values: readonly (readonly [number, string])[]): RawSeries {
  const all = values
    .map(([time, value]) => ({ at: Math.round(time * 1000), value: Number(value) }))
    .toSorted((a, b) => a.at - b.at)
  const last = all.at(-1)
  return {
    labels,
    samples: all.filter(({ value }) => !Number.isNaN(value)),
    ...(last && Number.isNaN(last.value) && { endedAt: last.at }),
  }
}

/** The time of the newest sample, or of the mark that ended the series: until then, samples have arrived. */
export const newestTime = ({ samples, endedAt }: RawSeries): number =>
  Math.max(samples.at(-1)?.at ?? 0, endedAt ?? 0)
