import { type DeclaredMetric, declaredMetrics } from '../config/declared-metrics.ts'
import type { ServiceConfig } from '../config/schema.ts'
import type { ExposedMetric, Exposition } from '../formats/exposition.ts'
import { nameWithoutUnit, typesAgree } from '../formats/metric-types.ts'
import { similarMetricName } from '../lib/similar-name.ts'
import { deriveContract } from './derive.ts'

/** One difference between the contract of a service and a page of its metrics. */
export type Difference =
  /** Declared and not on the page. `near`: a metric on the page that may be the same one under another name. */
  | { kind: 'missing'; metric: DeclaredMetric; near: string | undefined }
  | { kind: 'type'; metric: DeclaredMetric; actual: string | undefined }
  /** Declared labels that a series of the metric lacks. */
  | { kind: 'labels'; metric: DeclaredMetric; absent: readonly string[]; actual: readonly string[] }
  /** On the page and not declared. */
  | { kind: 'undeclared'; metric: DeclaredMetric }

/** Compares a page with the contract of its service, in the order of the contract, then of the page. */
export function compareContract(service: ServiceConfig, page: Exposition): Difference[] {
  const exposed = new Map(page.metrics.map((metric) => [metric.name, metric]))
  const declared = declaredMetrics(service)
  const names = new Set(declared.map(({ name }) => name))
  const fresh = deriveContract(page).metrics.filter(({ name }) => !names.has(name))
  return [
    ...declared.flatMap((metric) => differencesOf(metric, exposed.get(metric.name), fresh)),
    ...fresh.map((metric) => ({ kind: 'undeclared', metric }) as const),
  ]
}

function differencesOf(
  metric: DeclaredMetric,
  exposed: ExposedMetric | undefined,
  fresh: readonly DeclaredMetric[],
): Difference[] {
  if (!exposed) {
    const renamed = renamedTo(metric, fresh)
    // Before the first event the metric may be absent, unless the page has it under another name.
    if (metric.expect === 'after-traffic' && renamed === undefined) return []
    const near = renamed ?? similarTo(metric, fresh)
    return [{ kind: 'missing', metric, near }]
  }
  const actual = exposed.type
  const absent = exposed.series === 0 ? [] : metric.labels.filter((label) => !exposed.labels.includes(label))
  return [
    ...(typesAgree(metric.type, actual ?? '') ? [] : [{ kind: 'type', metric, actual } as const]),
    ...(absent.length === 0 ? [] : [{ kind: 'labels', metric, absent, actual: exposed.labels } as const]),
  ]
}

/** The same name but for a suffix. */
const renamedTo = ({ name }: DeclaredMetric, fresh: readonly DeclaredMetric[]): string | undefined =>
  fresh.find((one) => nameWithoutUnit(one.name) === nameWithoutUnit(name))?.name

function similarTo({ name, type }: DeclaredMetric, fresh: readonly DeclaredMetric[]): string | undefined {
  const same = fresh.filter((one) => one.type === type)
  return similarMetricName(
    name,
    same.map((one) => one.name),
  )
}
