import type { MetricType } from '../formats/metric-types.ts'
import type { ServiceConfig } from './schema.ts'

/** A declared metric in its long form; the file may say just the type. */
export interface DeclaredMetric {
  name: string
  type: MetricType
  expect: 'always' | 'after-traffic'
  /** Labels that every series of the metric has; more are allowed. */
  labels: string[]
}

/** The metric contract of one service, every entry in its long form. */
export function declaredMetrics(service: ServiceConfig): DeclaredMetric[] {
  return Object.entries(service.metrics).map(([name, entry]) =>
    typeof entry === 'string'
      ? { name, type: entry, expect: 'always', labels: [] }
      : { name, ...entry, labels: entry.labels ?? [] },
  )
}
