import { type DeclaredMetric, isMetricType } from '../config/declared-metrics.ts'
import type { ExposedMetric, Exposition } from '../formats/exposition.ts'

/** The metrics of a page as `services[].metrics` declares them, and those that are left out. */
export interface DerivedContract {
  metrics: readonly DeclaredMetric[]
  /** Names of metrics that client libraries add to every program: declare those that a panel or a rule uses. */
  runtime: readonly string[]
  /** Names without a type that can be declared. */
  untyped: readonly string[]
}

/**
 * What client libraries expose of the process and the language: Go, Java, Node, Python, Ruby, .NET, and the handler of the
 * page itself (default collectors of the official libraries).
 */
const RUNTIME =
  /^(?:go|process|promhttp|nodejs|python|jvm|ruby|dotnet|system_runtime|prometheus_client|otel_sdk)_|^target_info$/

/** Derives a contract from a page. */
export function deriveContract({ metrics }: Exposition): DerivedContract {
  const own = metrics.filter(({ name }) => !RUNTIME.test(name))
  return {
    metrics: own.flatMap((metric) => entryOf(metric) ?? []),
    runtime: metrics.filter(({ name }) => RUNTIME.test(name)).map(({ name }) => name),
    untyped: own.filter((metric) => !entryOf(metric)).map(({ name }) => name),
  }
}

/**
 * A metric with labels whose series appear with the first event may be absent before it, as those of a labelled counter
 * are. A labelled gauge usually exists from the start.
 */
function entryOf({ name, type, labels }: ExposedMetric): DeclaredMetric | undefined {
  if (!isMetricType(type)) return undefined
  const appears = labels.length > 0 && type !== 'gauge'
  return { name, type, expect: appears ? 'after-traffic' : 'always', labels: [...labels] }
}
