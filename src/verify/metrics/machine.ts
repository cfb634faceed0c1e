import type { DeclaredMetric } from '../../config/declared-metrics.ts'
import { familyOfSeries, typeOfName, typesAgree } from '../../formats/metric-types.ts'
import { type NearMiss, probableName } from './names.ts'
import type { TargetMetrics } from './observe.ts'
import { nameWithout } from './queries.ts'

/** How one machine exposes a declared metric. */
export type MachineFinding = { machine: string; instance: string; actual: string | undefined } & (
  | { kind: 'present'; delayedMs: number | undefined }
  | { kind: 'wrong-type'; actual: string; hasQuantiles: boolean }
  /** With series that lack declared labels. */
  | { kind: 'wrong-labels'; lacks: readonly string[] }
  /** A histogram with a sum and a count, but without buckets. */
  | { kind: 'no-buckets' }
  | { kind: 'near'; near: NearMiss }
  /** A `# TYPE` line without a sample: a metric with labels looks like this before its first event. */
  | { kind: 'announced' }
  | { kind: 'absent' }
)

/** Judges one machine. `others`: metrics that the service has in storage and does not declare, each with its series. */
export function judgeMachine(
  metric: DeclaredMetric,
  target: TargetMetrics,
  others: ReadonlyMap<string, readonly string[]>,
): MachineFinding {
  const { name, type } = metric
  const { types, samples, machine, instance } = target
  const actual = typeOnMachine(name, target)
  const about = { machine, instance, actual }
  const series = seriesThatProve(name, actual ?? type).find((one) => samples.has(one))
  const isWrong = actual !== undefined && actual !== 'unknown' && !typesAgree(type, actual)
  const near = series === undefined ? nearOnMachine(metric, target, others) : undefined
  if (near?.likeness === 'same') return { ...about, kind: 'near', near }
  if (isWrong) return { ...about, actual, kind: 'wrong-type', hasQuantiles: samples.has(name) }
  const lacks =
    series === undefined
      ? []
      : metric.labels.filter((label) => target.unlabelled.has(nameWithout(series, label)))
  if (lacks.length > 0) return { ...about, kind: 'wrong-labels', lacks }
  if (series !== undefined) return { ...about, kind: 'present', delayedMs: target.delayed.get(series) }
  if (samples.has(`${name}_count`) && (actual ?? type) === 'histogram')
    return { ...about, kind: 'no-buckets' }
  const announced = announcedAs(name, types)
  if (announced === name) return { ...about, kind: 'announced' }
  if (announced !== undefined)
    return { ...about, kind: 'near', near: { name: announced, likeness: 'likely' } }
  return near ? { ...about, kind: 'near', near } : { ...about, kind: 'absent' }
}

/** The exposed type; without a `# TYPE` line, the type that the names of the series imply. */
function typeOnMachine(
  name: string,
  { types, samples }: Pick<TargetMetrics, 'types' | 'samples'>,
): string | undefined {
  const declared = typeOfName(name, types)
  if (declared !== undefined && declared !== 'unknown') return declared
  return samples.has(`${name}_bucket`) && samples.has(`${name}_count`) ? 'histogram' : declared
}

/** Series of which one must have a sample. A histogram with the plain name is a native one. */
export function seriesThatProve(name: string, type: string): string[] {
  if (type === 'histogram' || type === 'gaugehistogram') return [`${name}_bucket`, name]
  return type === 'summary' ? [`${name}_count`, name] : [name]
}

function nearOnMachine(
  metric: DeclaredMetric,
  { samples, types }: TargetMetrics,
  others: ReadonlyMap<string, readonly string[]>,
): NearMiss | undefined {
  const withSamples = [...others].flatMap(([name, series]) =>
    series.some((one) => samples.has(one)) ? [name] : [],
  )
  return probableName(metric, withSamples, (name) => typeOfName(name, types))
}

/**
 * The name that the samples of an announced metric will have; undefined when it is not announced. OpenMetrics announces
 * `x_total` as `x`. The text format does not: a page in it has counters that are announced with `_total`.
 */
function announcedAs(name: string, types: ReadonlyMap<string, string>): string | undefined {
  const found = familyOfSeries(name, types)
  if (!found) return undefined
  const isText = [...types].some(([family, type]) => type === 'counter' && family.endsWith('_total'))
  return found.part === '_total' && isText ? found.family : name
}
