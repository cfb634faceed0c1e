import type { Config } from '../../config/schema.ts'
import { type JsonObject, objectsIn } from '../../lib/json-value.ts'
import { REMOTE_WRITE_DELAY, REMOTE_WRITE_DELAYS } from '../alerts/self-monitoring.ts'

/**
 * The dashboard about the monitoring, for a configuration with targets of remote write: a line for each of them, and the
 * slowest one where there is room for one number.
 */
export function withRemoteWriteTargets(json: JsonObject, config: Config | undefined): JsonObject {
  if (!config || config.remote_write.length === 0) return json
  const panels = objectsIn(json.panels).map((panel) => ({
    ...panel,
    ...(Array.isArray(panel.targets) && { targets: objectsIn(panel.targets).map(ofEachTarget) }),
  }))
  return { ...json, panels }
}

function ofEachTarget(target: JsonObject): JsonObject {
  const isDelay = typeof target.expr === 'string' && target.expr.startsWith(REMOTE_WRITE_DELAY)
  if (!isDelay) return target
  return target.instant === true
    ? { ...target, expr: `max(\n${REMOTE_WRITE_DELAYS}\n)` }
    : { ...target, expr: REMOTE_WRITE_DELAYS, legendFormat: '{{remote_name}}' }
}
