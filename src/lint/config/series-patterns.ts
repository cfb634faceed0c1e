import { type DeclaredMetric, declaredMetrics } from '../../config/declared-metrics.ts'
import type { Locate } from '../../config/load.ts'
import { type RemoteWriteConfig, targetName } from '../../config/remote-write.ts'
import type { ServiceConfig } from '../../config/schema.ts'
import type { ConfigPath } from '../../config/schema-paths.ts'
import { SERIES_OF } from '../../formats/metric-types.ts'
import { matches, patternFault } from '../../formats/promql/patterns.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { ARRIVAL_METRIC } from '../../model/prometheus.ts'
import { diagnostic, type Entry } from '../rule.ts'
import { configExample } from './example.ts'

export const configPattern: Entry = {
  code: 'config/pattern',
  severity: 'error',
  what: 'A pattern of `keep` or `drop` is not a regular expression for Prometheus.',
  why: 'Prometheus does not start with such a configuration.',
  bad: configExample({ services: '{ name: web, app: chat, port: 9090, keep: [▸"http_(?!debug).*"] }' }),
  good: configExample({ services: '{ name: web, app: chat, port: 9090, keep: ["http_.*"] }' }),
}

export const configNotStored: Entry = {
  code: 'config/not-stored',
  severity: 'error',
  what: '`keep` or `drop` removes a declared metric, or from remote write the series `up`.',
  why: 'The metric is scraped and not stored: every panel and rule that uses it would be empty. Without `up`, nothing shows that samples arrive at a target of remote write.',
  bad: configExample({
    services:
      '{ name: web, app: chat, port: 9090, metrics: { ▸web_requests_total: counter }, drop: ["web_.*"] }',
  }),
  good: configExample({
    services:
      '{ name: web, app: chat, port: 9090, metrics: { web_requests_total: counter }, drop: ["go_.*"] }',
  }),
}

/** Checks which series of the services are stored. */
export const seriesPatterns = (services: readonly ServiceConfig[], locate: Locate): Diagnostic[] =>
  services.flatMap((service, i) => {
    const faults = patternFaults(service, ['services', i], locate)
    return faults.length > 0 ? faults : notStored(service, i, locate)
  })

/** Checks which series the targets of remote_write get. */
export const sentPatterns = (targets: readonly RemoteWriteConfig[], locate: Locate): Diagnostic[] =>
  targets.flatMap((target, i) => {
    const faults = patternFaults(target, ['remote_write', i], locate)
    return faults.length > 0 ? faults : arrivalDropped(target, i, locate)
  })

/** `keep` always sends it; `drop` would remove it from everything, the proof of the arrival included. */
function arrivalDropped(target: RemoteWriteConfig, i: number, locate: Locate): Diagnostic[] {
  const n = (target.drop ?? []).findIndex((value) => matches({ op: '=~', value }, ARRIVAL_METRIC))
  if (n < 0) return []
  const message = `drop removes ${quoted(ARRIVAL_METRIC)} from what is sent to ${quoted(targetName(target))}: nothing would show that samples arrive there.`
  const hint = `Correct the pattern so that it does not match ${ARRIVAL_METRIC}.`
  return [diagnostic(configNotStored, locate(['remote_write', i, 'drop', n]), message, hint)]
}

function patternFaults(
  patterns: Partial<Record<'keep' | 'drop', readonly string[] | undefined>>,
  path: ConfigPath,
  locate: Locate,
): Diagnostic[] {
  return (['keep', 'drop'] as const).flatMap((key) =>
    (patterns[key] ?? []).flatMap((pattern, n) => {
      const fault = patternFault(pattern)
      if (fault === undefined) return []
      const message = `${quoted(pattern)} cannot be used in ${key}. ${fault}.`
      const hint =
        'Correct the pattern: Prometheus uses RE2, which has no look-arounds and no back references.'
      return [diagnostic(configPattern, locate([...path, key, n]), message, hint)]
    }),
  )
}

function notStored(service: ServiceConfig, i: number, locate: Locate): Diagnostic[] {
  return declaredMetrics(service).flatMap((metric) => {
    const lost = seriesOf(metric).find((name) => !isStored(service, name))
    if (lost === undefined) return []
    const series = lost === metric.name ? '' : ` (its series ${quoted(lost)})`
    const message = `The declared metric ${quoted(metric.name)}${series} is not stored, because of keep or drop.`
    const hint = 'Correct keep and drop, or remove the metric from metrics.'
    return [
      diagnostic(configNotStored, locate(['services', i, 'metrics', metric.name], 'key'), message, hint),
    ]
  })
}

/** The names of the series that a metric is stored as. */
const seriesOf = ({ name, type }: DeclaredMetric): string[] => SERIES_OF[type].map((part) => `${name}${part}`)

function isStored({ keep, drop }: ServiceConfig, name: string): boolean {
  const isOneOf = (patterns: readonly string[]) =>
    patterns.some((value) => matches({ op: '=~', value }, name))
  return (keep === undefined || isOneOf(keep)) && !isOneOf(drop ?? [])
}
