import { declaredMetrics } from '../../config/declared-metrics.ts'
import type { ServiceConfig } from '../../config/schema.ts'
import { countedPart } from '../../formats/metric-types.ts'
import { seriesOf } from './promql.ts'

/**
 * The metrics that a service is declared to always expose, among the series of a matcher, as PromQL in parentheses: each one
 * without a series, with its name as the label `metric`. Undefined when it declares none.
 */
export function absentMetrics(service: ServiceConfig, matcher: string): string | undefined {
  const declared = declaredMetrics(service).filter((metric) => metric.expect === 'always')
  if (declared.length === 0) return undefined
  const absent = declared.map(
    ({ name, type }) =>
      `  label_replace(absent(${seriesOf(`${name}${countedPart(type)}`, matcher)}), "metric", "${name}", "", "")`,
  )
  return `(\n${absent.join('\n  or\n')}\n)`
}
