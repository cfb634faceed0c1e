import { type DeclaredMetric, declaredMetrics } from '../../config/declared-metrics.ts'
import type { ServiceConfig } from '../../config/schema.ts'
import { promqlAnyOf } from '../../formats/promql/literals.ts'
import { similarMetricName } from '../../lib/similar-name.ts'
import type { QueryAnswer, TargetMetadata } from '../../model/prometheus.ts'
import type { MetricEvidence, UndeclaredMetrics } from '../evidence.ts'
import type { TimeWindow } from '../panels/presence.ts'

/** Metrics that the machines of one service expose, scraped after verification began. */
export interface ExposedMetrics {
  /** Machines of the service that are up. */
  machines: number
  /** How many of them have samples, by sample name (`…_bucket`, not the histogram's name). */
  samples: ReadonlyMap<string, number>
  /** Declared types, by the name in the # TYPE line. */
  types: ReadonlyMap<string, string>
}

/** When no machine is up or could be asked. */
export const NOTHING_EXPOSED: ExposedMetrics = { machines: 0, samples: new Map(), types: new Map() }

/** Series of the scrape itself, or of alerts. */
const NOT_EXPOSED = /^(up|scrape_.+|ALERTS|ALERTS_FOR_STATE)$/

/** The query for the names that have samples in the window, and on how many targets of each job. */
export function namesQuery(
  instances: readonly { job: string; instance: string }[],
  window: TimeWindow,
): string {
  const jobs = promqlAnyOf(instances.map(({ job }) => job))
  const targets = promqlAnyOf(instances.map(({ instance }) => instance))
  const fresh = `last_over_time({job=~${jobs},instance=~${targets}}[${Math.ceil(window.scrapedMs)}ms])`
  return `count by (job, __name__) (count by (job, instance, __name__) (${fresh}))`
}

/**
 * Reads the answer to `namesQuery`: by job and name, how many targets have it; names that rules record are left out.
 */
export function readNames(
  answer: QueryAnswer,
  recorded: ReadonlySet<string>,
): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>()
  for (const row of answer.result.resultType === 'vector' ? answer.result.result : []) {
    const { job = '', __name__: name = '' } = row.metric
    if (NOT_EXPOSED.test(name) || recorded.has(name)) continue
    const names = found.get(job) ?? new Map<string, number>()
    found.set(job, names.set(name, Number(row.value?.[1])))
  }
  return found
}

/** Types by name; where machines disagree, the type of the majority. */
export function readTypes(metadata: readonly TargetMetadata[]): Map<string, string> {
  const byName = Map.groupBy(metadata, ({ metric }) => metric)
  return new Map(
    [...byName].map(([name, rows]) => {
      const types = [...Map.groupBy(rows, ({ type }) => type)]
      return [name, types.toSorted((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 'unknown']
    }),
  )
}

/** Compares the metrics that a service exposes with the declared ones. */
export function judgeContract(service: ServiceConfig, exposed: ExposedMetrics): MetricEvidence[] {
  const declared = declaredMetrics(service)
  const names = new Set(declared.map(({ name }) => name))
  const others = families(exposed).filter((family) => !names.has(family))
  return declared.map((metric) => judgeMetric(service.name, metric, { exposed, others }))
}

/** Metrics that a service exposes in addition to the declared ones. */
export function undeclared(service: ServiceConfig, exposed: ExposedMetrics): UndeclaredMetrics {
  const names = new Set(declaredMetrics(service).map(({ name }) => name))
  return {
    service: service.name,
    names: families(exposed)
      .filter((family) => !names.has(family))
      .toSorted(),
  }
}

type Found = Omit<MetricEvidence, 'service' | 'name' | 'type' | 'machines'>

function judgeMetric(
  service: string,
  metric: DeclaredMetric,
  { exposed, others }: { exposed: ExposedMetrics; others: readonly string[] },
): MetricEvidence {
  const machines = { with: machinesWith(metric.name, exposed), of: exposed.machines }
  const found = foundAs(metric, { exposed, others, machines })
  return { service, name: metric.name, type: metric.type, machines, ...found }
}

function foundAs(
  { name, type, expect }: DeclaredMetric,
  {
    exposed,
    others,
    machines,
  }: { exposed: ExposedMetrics; others: readonly string[]; machines: MetricEvidence['machines'] },
): Found {
  if (exposed.machines === 0)
    return { state: 'unknown', certainty: 'not checked', why: 'No machine of the service is known to be up.' }
  if (machines.with === 0) return absent(name, { type, expect, exposed, others })
  const actual = actualType(name, exposed)
  if (actual !== undefined && actual !== type) return wrongType(name, type, actual)
  const typed = actual === undefined ? {} : { actualType: actual }
  if (machines.with < machines.of && expect === 'always')
    return {
      state: 'partial',
      ...typed,
      certainty: 'proven',
      why: `Only ${machines.with} of ${machines.of} machines expose it.`,
      next: 'Compare the releases of the machines: they may run different versions of the service.',
    }
  return actual === undefined
    ? {
        state: 'present',
        certainty: 'inferred',
        why: 'It has samples, but the service sends no # TYPE line, so its type is not known.',
      }
    : {
        state: 'present',
        ...typed,
        certainty: 'proven',
        why: `Scraped from ${machines.with} of ${machines.of} machines after verification began.`,
      }
}

function absent(
  name: string,
  {
    type,
    expect,
    exposed,
    others,
  }: Pick<DeclaredMetric, 'type' | 'expect'> & { exposed: ExposedMetrics; others: readonly string[] },
): Found {
  // A # TYPE line without samples announces the metric: labelled metrics look like this before the first event.
  const announced = actualType(name, exposed)
  if (announced !== undefined && announced !== type) return wrongType(name, type, announced)
  const near = announced === undefined ? similarMetricName(name, others) : undefined
  if (expect === 'after-traffic')
    return {
      state: 'waiting',
      certainty: announced === undefined ? 'not checked' : 'inferred',
      why:
        announced === undefined
          ? `No sample yet, which is normal before the first event.${near ? ` The service exposes ${near}: is that the intended name?` : ''}`
          : 'Announced with the declared type, but without a sample, which is normal before the first event.',
      ...(near !== undefined && { nearMiss: near }),
    }
  return {
    state: 'missing',
    certainty: 'proven',
    why: near
      ? `${name} is missing; the service exposes ${near}.`
      : announced === undefined
        ? `The service does not expose ${name}.`
        : `The service announces ${name}, but sends no sample of it.`,
    ...(near !== undefined && { nearMiss: near }),
    next: near
      ? 'Rename the declaration in the configuration, or the metric in the service.'
      : announced === undefined
        ? 'Expose it, or remove it from the configuration.'
        : 'Set it to 0 at start, or declare `expect: after-traffic`.',
  }
}

function wrongType(name: string, type: string, actual: string): Found {
  const isSummary = type === 'histogram' && actual === 'summary'
  return {
    state: 'wrong-type',
    actualType: actual,
    certainty: 'proven',
    why: isSummary
      ? `${name} is declared as a histogram but exposed as a summary: it has quantiles and no ${name}_bucket.`
      : `${name} is declared as a ${type} but exposed as a ${actual}.`,
    next: isSummary
      ? 'Configure buckets in the exporter (in Rust: `PrometheusBuilder::set_buckets`), or declare it as a summary.'
      : 'Correct the declaration, or the metric in the service.',
  }
}

/** OpenMetrics declares the type of `x_total` for `x`. */
const typeOf = (name: string, types: ReadonlyMap<string, string>): string | undefined =>
  types.get(name) ?? (name.endsWith('_total') ? types.get(name.slice(0, -'_total'.length)) : undefined)

/** The exposed type; without a `# TYPE` line, the type that the names of the series imply. */
function actualType(name: string, { types, samples }: ExposedMetrics): string | undefined {
  const declared = typeOf(name, types)
  if (declared !== undefined && declared !== 'unknown' && declared !== 'untyped') return declared
  return samples.has(`${name}_bucket`) && samples.has(`${name}_count`) ? 'histogram' : undefined
}

/** Suffixes of the series that a metric consists of. */
export const SERIES_SUFFIXES = ['', '_bucket', '_count', '_sum'] as const

/** Machines that have samples of a metric; its series count, because a histogram has no sample with its own name. */
function machinesWith(name: string, exposed: ExposedMetrics): number {
  const type = actualType(name, exposed)
  const parts = type === 'histogram' ? ['', '_bucket'] : type === 'summary' ? ['_count', ''] : ['']
  return Math.max(...parts.map((part) => exposed.samples.get(`${name}${part}`) ?? 0))
}

/** Names of the metric families that the samples belong to. */
export function families({ samples, types }: ExposedMetrics): string[] {
  return [...new Set([...samples.keys()].map((sample) => familyOf(sample, types)))]
}

function familyOf(sample: string, types: ReadonlyMap<string, string>): string {
  for (const part of SERIES_SUFFIXES) {
    const name = part === '' ? sample : sample.endsWith(part) ? sample.slice(0, -part.length) : undefined
    const type = name === undefined ? undefined : types.get(name)
    if (name !== undefined && (part === '' ? type !== undefined : type === 'histogram' || type === 'summary'))
      return name
  }
  return sample
}
