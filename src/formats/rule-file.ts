import { isJsonObject, type JsonObject, objectsIn } from '../lib/json-value.ts'
import { parseYaml } from './yaml-value.ts'

/** A rule of a rule file of Prometheus, and the group that it is in. */
export interface GroupedRule {
  group: JsonObject
  rule: JsonObject
}

/**
 * The rules of a rule file in their order; none of a text of another shape.
 * @throws Error when the text is not valid YAML
 */
export function groupedRules(text: string): GroupedRule[] {
  const file = parseYaml(text)
  return objectsIn(isJsonObject(file) ? file.groups : undefined).flatMap((group) =>
    objectsIn(group.rules).map((rule) => ({ group, rule })),
  )
}
