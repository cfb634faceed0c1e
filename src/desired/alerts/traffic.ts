import type { Config } from '../../config/schema.ts'
import { secondsOf } from '../../config/thresholds.ts'
import { percentText, withoutNoise } from './fechatter-metrics.ts'
import type { PanelRef } from './panels.ts'
import type { AlertRule } from './rule.ts'

/** The same hour, half before and half after now, of yesterday and of the same day a week ago. */
const USUAL = ['23h30m', '167h30m'] as const

/**
 * Traffic that stops, compared with the past of the same service: at night, on Sundays and on a new service nothing is
 * usual, and nothing is missed. `rate` selects a recorded rate of requests; `mayVanish`: without traffic the machines
 * stop, and the series ends instead of falling. Needs a week of data.
 */
export function trafficStopped(
  { alerts, monitoring }: Config,
  from: { rate: string; about?: string; mayVanish?: boolean; panel: PanelRef },
): AlertRule[] {
  if (secondsOf(monitoring.retention) < secondsOf('8d')) return []
  const [yesterday, lastWeek] = USUAL.map((offset) => `min_over_time(${from.rate}[1h] offset ${offset})`)
  const now = from.mayVanish ? `(${from.rate} or 0 * ${yesterday})` : from.rate
  const left = withoutNoise(1 - alerts.traffic_lost)
  return [
    {
      alert: 'TrafficStopped',
      ...(from.about !== undefined && { about: from.about }),
      expr: [
        `${now} < ${left} * ${yesterday}`,
        `and ${now} < ${left} * ${lastWeek}`,
        `and ${yesterday} > ${alerts.min_request_rate}`,
        `and ${lastWeek} > ${alerts.min_request_rate}`,
      ].join('\n'),
      ...{ for: '10m', severity: 'warning' },
      summary: '{{ $labels.service }} gets {{ $value | humanize }} requests per second, far fewer than usual',
      description: `More than ${percentText(alerts.traffic_lost)} of the requests that {{ $labels.service }} always had at this hour, yesterday and a week ago, are missing. Something in front of it does not reach it.`,
      panel: from.panel,
    },
  ]
}
