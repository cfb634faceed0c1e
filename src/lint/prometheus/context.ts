import type { Config } from '../../config/schema.ts'
import { BUILT_IN, type PrometheusVersion, versionOf } from '../../render/version.ts'

/** What a configuration of this action says about a Prometheus configuration of the user's own. */
export interface PrometheusContext {
  version: PrometheusVersion
  ports: ReadonlyMap<string, readonly number[]>
  /** Whether a path relative to the file is there; asked of rule files without wildcards. */
  exists: (path: string) => boolean
}

/** Without a configuration, nothing is known of apps and ports. */
export function prometheusContext(
  config: Config | undefined,
  exists: (path: string) => boolean,
): PrometheusContext {
  const ports = new Map((config?.apps ?? []).map((app): [string, number[]] => [app.app, []]))
  for (const service of config?.services ?? []) ports.get(service.app)?.push(service.port)
  return { version: config ? versionOf(config.monitoring.image) : BUILT_IN, ports, exists }
}
