import { groupedRules } from '../../formats/rule-file.ts'
import { isJsonObject, type JsonObject, stringIn } from '../../lib/json-value.ts'
import type { TextFile } from '../../lib/workspace.ts'

/** An alerting rule of a team, as its file has it. Recording rules stay in Prometheus. */
export interface OwnAlert {
  group: string
  /** Unique among all of them. */
  title: string
  alert: string
  expr: string
  for: string
  labels: Readonly<Record<string, string>>
  annotations: Readonly<Record<string, string>>
}

/** The alerting rules in the rule files of `alerts.rules`, which have been checked. */
export function ownAlerts(files: readonly TextFile[]): OwnAlert[] {
  const titles = new Map<string, number>()
  const rules = files.flatMap(({ text }) => groupedRules(text))
  return rules.flatMap(({ group, rule }): OwnAlert[] => {
    const alert = stringIn(rule.alert)
    if (alert === '') return []
    const n = (titles.get(alert) ?? 0) + 1
    titles.set(alert, n)
    return [
      {
        ...{ group: stringIn(group.name), alert, title: n === 1 ? alert : `${alert} (${n})` },
        ...{ expr: String(rule.expr ?? ''), for: stringIn(rule.for) || '0s' },
        ...{ labels: textsOf(group.labels, rule.labels), annotations: textsOf(rule.annotations) },
      },
    ]
  })
}

/** Scalars of maps as texts; a later map takes precedence. */
function textsOf(...maps: unknown[]): Record<string, string> {
  const entries = maps.filter(isJsonObject).flatMap((map: JsonObject) => Object.entries(map))
  return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]))
}
