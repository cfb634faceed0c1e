import { lintQuery, type QueryContext } from '../query.ts'
import type { Dashboard } from './read.ts'
import type { Report } from './report.ts'
import { kindOf } from './source.ts'

/** The PromQL in `label_values(selector, label)` and `query_result(query)`. */
function queryIn(variable: string): string | undefined {
  const [, name, inner = ''] = /^(label_values|query_result)\((.+)\)$/s.exec(variable.trim()) ?? []
  if (name !== 'label_values') return name && inner
  const comma = inner.lastIndexOf(',')
  return comma > 0 && /^[\w${}]+$/.test(inner.slice(comma + 1).trim()) ? inner.slice(0, comma) : undefined
}

/** The queries behind the variables of a dashboard. */
export function variables(dashboard: Dashboard, context: QueryContext, report: Report): void {
  for (const variable of dashboard.variables) {
    if (variable.type !== 'query' || kindOf(variable.source, dashboard) === 'other') continue
    const query = queryIn(variable.query)
    if (query === undefined) continue
    for (const { code, message, hint } of lintQuery(query, 'panel', context).findings)
      if (code !== 'metric-counter-raw')
        report(code, [...variable.path, 'query'], `Variable ${variable.name}: ${message}`, hint)
  }
}
