import type { FlyFacts } from '../apps/scan-fly.ts'
import type { FoundApp, FoundService } from '../findings.ts'

/**
 * The app of the option, when no configuration of an app is for it. Where it is a Prometheus of the repository, which is left
 * alone, its own metrics are known.
 */
export function askedFor(
  named: string | undefined,
  own: readonly FoundApp[],
  fly: readonly FlyFacts[],
): { apps: FoundApp[]; services: FoundService[] } {
  if (named === undefined || own.some(({ app }) => app === named)) return { apps: [], services: [] }
  const old = fly.find(({ role, name }) => role === 'monitoring' && name?.value === named)
  if (!old) return { apps: [{ app: named }], services: [] }
  const at = { file: old.file, ...(old.name?.at ?? { line: 1, column: 1 }) }
  const [only, ...more] = new Set(old.ports)
  const port = more.length === 0 ? (only ?? PROMETHEUS_PORT) : PROMETHEUS_PORT
  const comment = ` Evidence: ${old.file} runs Prometheus, which publishes its own metrics.`
  return {
    apps: [{ app: named, runsPrometheus: old.file }],
    services: [{ name: named, app: named, port, path: '/metrics', at, comment }],
  }
}

const PROMETHEUS_PORT = 9090
