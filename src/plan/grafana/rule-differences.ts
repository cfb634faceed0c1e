import { parseDuration } from '../../lib/duration.ts'
import { isJsonObject, objectsIn, stringIn } from '../../lib/json-value.ts'
import { oneLine } from '../../lib/text.ts'
import type { GrafanaRule, StoredRule } from '../../model/grafana.ts'

/** Characters of an expression in a difference. */
const MAX_EXPRESSION = 300

/** What is different in a rule, after its name: `: expr, for 5m → 10m`; with the expressions on lines of their own. */
export function ruleDetails(rule: GrafanaRule, stored: StoredRule): { parts: string; lines: string[] } {
  const [was, is] = [expressionOf(objectsIn(stored.data)), expressionOf(rule.data)]
  const waited = stringIn(stored.for)
  const parts = [
    ...(was === is ? [] : ['expr']),
    // Grafana may write a duration in another way.
    ...(parseDuration(waited) === parseDuration(rule.for)
      ? []
      : [`for ${oneLine(waited, 20)} → ${rule.for}`]),
  ]
  const lines =
    was === is ? [] : [`-   ${oneLine(was, MAX_EXPRESSION)}`, `+   ${oneLine(is, MAX_EXPRESSION)}`]
  return { parts: parts.length > 0 ? `: ${parts.join(', ')}` : '', lines }
}

/** The expression of the query in a rule. */
export function expressionOf(data: readonly object[]): string {
  const [query] = data.filter(isJsonObject)
  return isJsonObject(query?.model) ? stringIn(query.model.expr) : ''
}
