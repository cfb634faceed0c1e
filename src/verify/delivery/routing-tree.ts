import { type JsonObject, objectsIn } from '../../lib/json-value.ts'

/** What a routing tree decides by. `T`: what a node says about its alerts, with what it inherits. */
export interface RoutingRules<T> {
  read(node: JsonObject, inherited: T): T
  /** Whether the matchers of a node accept the alert. */
  matches(node: JsonObject): boolean
}

/**
 * Where an alert ends, as Alertmanager and Grafana route it: at the first matching child, and at further ones after
 * `continue`; at the node itself when no child matches.
 */
export function endsOf<T>(node: JsonObject, inherited: T, rules: RoutingRules<T>): T[] {
  const own = rules.read(node, inherited)
  const found: T[] = []
  for (const child of objectsIn(node.routes)) {
    if (!rules.matches(child)) continue
    found.push(...endsOf(child, own, rules))
    if (child.continue !== true) break
  }
  return found.length > 0 ? found : [own]
}
