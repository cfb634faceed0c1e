import { Document } from 'yaml'
import type { Config } from '../config/schema.ts'
import { runbookUrl } from '../lib/documentation.ts'
import { type RuleOptions, ruleGroups } from './alerts/groups.ts'
import { panelUrl } from './alerts/panels.ts'
import { type AlertRule, isAlert, type RenderedRule } from './alerts/rule.ts'

export interface RenderRulesOptions extends RuleOptions {
  /** URL of the Grafana that has the dashboards; without it, links to them are paths. */
  grafanaUrl?: string
  /** Whether Grafana has the dashboard of a uid; there is no link to another one. */
  isInGrafana?: (uid: string) => boolean
}

/** The rule file of Prometheus, for both 2.42 and 3.x. */
export function renderRules(config: Config, options: RenderRulesOptions): string {
  const groups = ruleGroups(config, options)
  const document = new Document({
    groups: groups.map(({ name, rules }) => ({
      name,
      rules: rules.map((rule) => plainRule(rule, options)),
    })),
  })
  for (const [g, { rules }] of groups.entries())
    for (const [r, rule] of rules.entries())
      if (rule.comment !== undefined) {
        const node = document.getIn(['groups', g, 'rules', r], true) as { commentBefore?: string }
        node.commentBefore = rule.comment.map((line) => ` ${line}`).join('\n')
      }
  return document.toString({ lineWidth: 0 })
}

const plainRule = (rule: RenderedRule, options: RenderRulesOptions) =>
  isAlert(rule)
    ? {
        alert: rule.alert,
        expr: rule.expr,
        for: rule.for,
        // The label distinguishes rules with the same name; without it promtool reports them as duplicates.
        labels: { severity: rule.severity, ...(rule.about !== undefined && { service: rule.about }) },
        annotations: annotations(rule, options),
      }
    : { record: rule.record, expr: rule.expr, ...(rule.labels && { labels: rule.labels }) }

const annotations = (rule: AlertRule, { grafanaUrl, isInGrafana }: RenderRulesOptions) => ({
  summary: rule.summary,
  description: rule.description,
  runbook_url: runbookUrl(rule.alert),
  ...(isInGrafana?.(rule.panel.dashboard) !== false && { dashboard_url: panelUrl(rule.panel, grafanaUrl) }),
})
