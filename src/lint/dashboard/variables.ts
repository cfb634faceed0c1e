import { lintQuery, type QueryContext } from '../query.ts'
import type { Dashboard } from './read.ts'
import type { Report } from './report.ts'
import { kindOf } from './source.ts'

/** `label_values(selector, label)` and `query_result(query)`. */
const VARIABLE_QUERY =
  /^\s*(?:label_values\(\s*(?<selector>[\s\S]+),\s*[\w${}]+\s*\)|query_result\((?<query>[\s\S]+)\))\s*$/

/** The queries behind the variables of a dashboard. */
export function variables(dashboard: Dashboard, context: QueryContext, report: Report): void {
  for (const variable of dashboard.variables) {
    if (variable.type !== 'query' || kindOf(variable.source, dashboard) === 'other') continue
    const groups = VARIABLE_QUERY.exec(variable.query)?.groups
    const query = groups?.selector ?? groups?.query
    if (query === undefined) continue
    for (const { code, message, hint } of lintQuery(query, 'panel', context).findings)
      if (code !== 'query/raw-counter')
        report(code, [...variable.path, 'query'], `Variable ${variable.name}: ${message}`, hint)
  }
}
