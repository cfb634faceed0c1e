import { groupedRules } from '../../formats/rule-file.ts'
import { parseYaml } from '../../formats/yaml-value.ts'
import { isJsonObject, type JsonObject, objectsIn, stringIn } from '../../lib/json-value.ts'
import { endsOf } from './routing-tree.ts'

/** A receiver that an alert is sent to. */
export interface Routed {
  receiver: string
  /** Whether it has an integration: a receiver without one sends nothing. */
  delivers: boolean
}

export type Labels = Readonly<Record<string, string>>

/** The receivers of an alert in a configuration of Alertmanager, by its own rules. */
export function receiversOfAlert(alertmanagerYml: string, labels: Labels): Routed[] {
  const file = parseYaml(alertmanagerYml)
  if (!isJsonObject(file) || !isJsonObject(file.route)) return []
  const delivering = new Set(
    objectsIn(file.receivers)
      .filter(hasIntegration)
      .map(({ name }) => name),
  )
  const names = new Set(
    endsOf(file.route, '', {
      read: (node, inherited) => stringIn(node.receiver) || inherited,
      matches: (node) => matches(node, labels),
    }),
  )
  return [...names].map((receiver) => ({ receiver, delivers: delivering.has(receiver) }))
}

const hasIntegration = (receiver: JsonObject): boolean =>
  Object.entries(receiver).some(
    ([key, value]) => key.endsWith('_configs') && Array.isArray(value) && value.length > 0,
  )

/** Matchers as this action writes them: `name="value"` and `name=~"value|value"`. */
const matches = ({ matchers }: JsonObject, labels: Labels): boolean =>
  (Array.isArray(matchers) ? matchers : []).every((matcher) => {
    const [, name = '', operator, value = ''] = /^(\w+)(=~?)"(.*)"$/.exec(String(matcher)) ?? []
    const given = labels[name] ?? ''
    return operator === '=' ? given === value : value.split('|').includes(given)
  })

/**
 * The labels that routing decides by, of every alerting rule in rule files: one entry for each combination. A rule has the
 * labels of its group, too.
 */
export function alertsInFiles(texts: readonly string[]): { name: string; severity: string }[] {
  const alerts = texts.flatMap(groupedRules).flatMap(({ group, rule }) => {
    const labels = { ...objectOf(group.labels), ...objectOf(rule.labels) }
    return stringIn(rule.alert) === ''
      ? []
      : [{ name: stringIn(rule.alert), severity: stringIn(labels.severity) }]
  })
  return [...new Map(alerts.map((alert) => [JSON.stringify(alert), alert])).values()]
}

const objectOf = (value: unknown): JsonObject => (isJsonObject(value) ? value : {})
