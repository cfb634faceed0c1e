import type { DeclaredMetric } from '../../config/declared-metrics.ts'
import { isOnFlysPrometheus } from '../../config/fly-engine.ts'
import type { Config, ServiceConfig } from '../../config/schema.ts'
import { isOnFly } from '../../config/services.ts'
import { secondsOf } from '../../config/thresholds.ts'
import { serviceUid } from '../dashboards/service.ts'
import { objectivesOn, signalsOf } from './conventions.ts'
import { AGENT, MIN_FAILURES, percentText, REQUESTS, withoutNoise } from './fechatter-metrics.ts'
import { type PanelRef, servicePanels } from './panels.ts'
import { declaredQuantile, seriesOf, sumRate, zeroWhileUp } from './promql.ts'
import type { AlertContext, RecordingRule, RenderedRule, RuleGroup } from './rule.ts'
import { trafficStopped } from './traffic.ts'

const BURN_WINDOWS = ['5m', '30m', '1h', '6h'] as const
type BurnWindow = (typeof BURN_WINDOWS)[number]

/** Recorded for each service whose contract has a counter of requests, with the label `service`. */
const REQUEST_RATE = 'service:requests:rate5m'
const P95 = 'service:request_duration_seconds:p95_5m'
const errorRatio = (window: BurnWindow) => `service:request_errors:ratio_rate${window}`

/** Request counters about which Fechatter's own rules are. */
const FECHATTER_COUNTERS: ReadonlySet<string> = new Set([REQUESTS, AGENT])

interface Subject {
  service: ServiceConfig
  config: Config
  /** The counter of requests. */
  requests: string
}

/**
 * Rules about what a contract declares by the conventions of client libraries: errors, latency and traffic that stops.
 * A service whose requests Fechatter's rules judge has none here, and no signal is judged twice: an objective on it
 * replaces the rule.
 */
export function serviceRules({ config }: AlertContext): RuleGroup {
  const rules = config.services.flatMap((service): RenderedRule[] => {
    const { requests, failed, duration } = signalsOf(service)
    const isJudged = !isOnFlysPrometheus(config.monitoring) && FECHATTER_COUNTERS.has(requests ?? '')
    if (requests === undefined || isJudged) return []
    const subject = { service, config, requests }
    const objectives = objectivesOn(config, service)
    return [
      recorded(subject, REQUEST_RATE, `${rateOf(subject, '5m')}\nor\n${zeroWhileUp([service.name])}`),
      ...(failed === undefined || objectives.errors ? [] : errorRules(subject, failed)),
      ...(!duration || objectives.latency ? [] : latencyRules(subject, duration)),
      ...trafficStopped(config, {
        rate: seriesOf(REQUEST_RATE, ofService(service)),
        about: service.name,
        mayVanish: isOnFly(service) && service.may_stop,
        panel: panelOf(subject, 'requests'),
      }),
    ]
  })
  return { name: 'services', rules }
}

const ofService = ({ name }: ServiceConfig) => `service="${name}"`

/** Without `by`, the series has no label but the one that its rule sets, and is the same one whatever the machines are. */
const recorded = ({ service }: Subject, record: string, expr: string): RecordingRule => ({
  ...{ record, expr, labels: { service: service.name } },
})

const rateOf = ({ service, requests }: Subject, window: string, ...matchers: string[]) =>
  sumRate(requests, { window, matchers: [ofService(service), ...matchers] })

const panelOf = ({ service }: Subject, name: keyof typeof servicePanels): PanelRef => ({
  dashboard: serviceUid(service.name),
  panel: servicePanels[name],
})

/** The multi-window burn rates of the SRE workbook, as for Fechatter. Without a request there is no ratio, and no alert. */
function errorRules(subject: Subject, failed: string): RenderedRule[] {
  const { service, config } = subject
  const { error_budget: budget } = config.alerts
  const own = (window: BurnWindow) => seriesOf(errorRatio(window), ofService(service))
  const burns = (factor: number, now: BurnWindow, long: BurnWindow) =>
    [
      `${own(now)} > ${withoutNoise(factor * budget)}`,
      `and ${own(long)} > ${withoutNoise(factor * budget)}`,
      `and on () sum(increase(${seriesOf(subject.requests, ofService(service), failed)}[${long}])) >= ${MIN_FAILURES}`,
    ].join('\n')
  const common = {
    about: service.name,
    summary: `${service.name} fails {{ $value | humanizePercentage }} of its requests`,
    panel: panelOf(subject, 'errors'),
  }
  return [
    ...BURN_WINDOWS.map((window) => {
      const all = rateOf(subject, window)
      // As long as nothing has failed there is no failed series: that is a ratio of 0.
      const bad = `(${rateOf(subject, window, failed)} or 0 * ${all})`
      return recorded(subject, errorRatio(window), `${bad}\n/\n(${all} > 0)`)
    }),
    {
      ...{ alert: 'RequestErrorsHigh', ...common, expr: burns(14.4, '5m', '1h') },
      ...{ for: '2m', severity: 'critical' },
      description: `For an hour and still now, more than ${percentText(14.4 * budget)} of the requests have failed: 14.4 times the error budget. At this rate the budget of a month lasts two days.`,
    },
    {
      ...{ alert: 'RequestErrorsElevated', ...common, expr: burns(6, '30m', '6h') },
      ...{ for: '15m', severity: 'warning' },
      description: `For six hours and still now, more than ${percentText(6 * budget)} of the requests have failed: 6 times the error budget. At this rate the budget of a month lasts five days.`,
    },
  ]
}

function latencyRules(subject: Subject, duration: DeclaredMetric): RenderedRule[] {
  const { service, config } = subject
  const T = config.alerts
  const own = ofService(service)
  const rate = seriesOf(REQUEST_RATE, own)
  return [
    recorded(subject, P95, declaredQuantile(0.95, duration, { window: '5m', matcher: own })),
    {
      alert: 'RequestLatencyHigh',
      about: service.name,
      expr: `${seriesOf(P95, own)} > ${secondsOf(T.latency_p95)}\nand ${rate} > ${T.min_request_rate}`,
      ...{ for: '10m', severity: 'warning' },
      summary: `${service.name}: P95 is {{ $value | humanizeDuration }}`,
      description: `One request in twenty takes longer than {{ $value | humanizeDuration }}; the limit is ${T.latency_p95}.`,
      panel: panelOf(subject, 'durations'),
    },
  ]
}
