import { parseDuration } from '../lib/duration.ts'
import type { Problem } from '../lib/errors.ts'
import { parsePromql } from '../lib/promql.ts'
import type { GrafanaRuleGroup } from './grafana.ts'

/** Faults that Grafana accepts without a word and then fails on at every evaluation (measured on 12.4). */
export function ruleGroupProblems(group: GrafanaRuleGroup, dataSourceUid: string): Problem[] {
  const bad = (message: string, hint: string): Problem => ({
    code: 'grafana-rule',
    severity: 'error',
    message: `Rule group "${group.title}": ${message}`,
    hint,
  })
  const interval =
    group.interval > 0 && group.interval % 10 === 0
      ? []
      : [bad(`an interval of ${group.interval} s.`, 'Grafana takes multiples of 10 s.')]
  const rules = group.rules.flatMap((rule) => {
    const known = rule.data.every((q) => q.datasourceUid === dataSourceUid || q.datasourceUid === '__expr__')
    const decides = rule.data.some((q) => q.refId === rule.condition)
    const [fault] = rule.data
      .flatMap(({ model: { expr } }) => (typeof expr === 'string' ? parsePromql(expr).errors : []))
      .filter(({ kind }) => kind === 'syntax')
    return [
      ...(known ? [] : [bad(`rule "${rule.title}" asks an unknown data source.`, `Use ${dataSourceUid}.`)]),
      ...(decides
        ? []
        : [bad(`rule "${rule.title}" has no query ${rule.condition}.`, 'Name one of its queries.')]),
      ...(fault ? [bad(`rule "${rule.title}" is no PromQL: ${fault.message}.`, 'Correct its query.')] : []),
      ...(parseDuration(rule.for) === undefined
        ? [bad(`rule "${rule.title}" has for: ${rule.for}.`, 'Write 5m.')]
        : []),
    ]
  })
  return [...interval, ...rules]
}
