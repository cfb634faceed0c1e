import { type DeclaredMetric, declaredMetrics } from '../../config/declared-metrics.ts'
import type { ServiceConfig } from '../../config/schema.ts'
import { secondsOf } from '../../config/thresholds.ts'
import { SELF_JOB } from '../../model/prometheus.ts'
import { monitoringPanels as panels } from './panels.ts'
import { matcherBraces, oneOfMatcher, seriesOf } from './promql.ts'
import type { AlertContext, AlertRule, RuleGroup } from './rule.ts'

/** Rules about being scraped at all: they hold for any service of any configuration. */
export function targetRules(context: AlertContext): RuleGroup {
  const { services } = context.config
  const everything = matcherBraces(
    oneOfMatcher('service', [...services.map((service) => service.name), SELF_JOB]),
  )
  return {
    name: 'targets',
    rules: [
      targetDown(everything),
      ...serviceAbsent(services),
      emptyExposition(everything),
      ...services.flatMap(metricAbsent),
      scrapeSlow(everything, context),
    ],
  }
}

/**
 * Counted by service, not by machine: an instance is an address that changes with a deployment, and an alert that
 * changes its labels is a new alert.
 */
const targetDown = (selector: string): AlertRule => ({
  alert: 'TargetDown',
  expr: `count by (app, service) (up${selector} == 0)`,
  for: '2m',
  severity: 'critical',
  summary: '{{ $labels.service }}: {{ $value }} target(s) do not answer Prometheus',
  description:
    'Machines of {{ $labels.service }} in {{ $labels.app }} are there, but their metrics cannot be read. ' +
    'The reason is on the page /targets of Prometheus.',
  panel: panels.targets,
})

/**
 * A stopped machine leaves the private DNS and its target vanishes: nothing is "down" then, so only absence tells.
 * A service that may stop is left out.
 */
function serviceAbsent(services: readonly ServiceConfig[]): AlertRule[] {
  const absent = services
    .filter((service) => !service.may_stop)
    .map((service) => `absent(up{service="${service.name}"})`)
  if (absent.length === 0) return []
  return [
    {
      alert: 'ServiceAbsent',
      expr: absent.join('\nor\n'),
      for: '3m',
      severity: 'critical',
      summary: '{{ $labels.service }}: Prometheus finds no machine of it',
      description:
        'No machine that runs {{ $labels.service }} is in the private DNS: all are stopped, destroyed, or the app is gone.',
      panel: panels.targets,
    },
  ]
}

const emptyExposition = (selector: string): AlertRule => ({
  alert: 'EmptyExposition',
  expr: `count by (app, service) (scrape_samples_scraped${selector} == 0 and up${selector} == 1)`,
  for: '10m',
  severity: 'warning',
  summary: '{{ $labels.service }}: {{ $value }} target(s) answer with an empty page',
  description:
    'The metrics endpoint of {{ $labels.service }} answers 200 without a single sample, so nothing about it is known although it looks up.',
  panel: panels.samples,
})

/**
 * The metrics that a service promises to expose always, held against what it exposes. Silent while the service is
 * down or its page is empty: other alerts say so.
 */
function metricAbsent(service: ServiceConfig): AlertRule[] {
  const promised = declaredMetrics(service).filter((metric) => metric.expect === 'always')
  if (promised.length === 0) return []
  const matcher = `service="${service.name}"`
  const absent = promised.map(
    (metric) =>
      `  label_replace(absent(${seriesOf(existing(metric), matcher)}), "metric", "${metric.name}", "", "")`,
  )
  return [
    {
      alert: 'MetricAbsent',
      about: service.name,
      expr: `(\n${absent.join('\n  or\n')}\n)\nand on (service) max by (service) (scrape_samples_scraped${matcherBraces(matcher)}) > 0`,
      for: '15m',
      severity: 'warning',
      summary: `{{ $labels.service }} does not expose {{ $labels.metric }}`,
      description:
        'The configuration promises {{ $labels.metric }}, and {{ $labels.service }} is up without it. ' +
        'Panels and alerts that use it are blind.',
      panel: panels.samples,
    },
  ]
}

/** A series that exists whenever the metric does; a histogram and a summary both have a count. */
const existing = (metric: DeclaredMetric): string =>
  metric.type === 'histogram' || metric.type === 'summary' ? `${metric.name}_count` : metric.name

function scrapeSlow(selector: string, { config }: AlertContext): AlertRule {
  const timeout = Math.min(secondsOf(config.monitoring.scrape_interval), 10)
  const limit = config.alerts.slow_scrape === undefined ? timeout / 2 : secondsOf(config.alerts.slow_scrape)
  return {
    alert: 'ScrapeSlow',
    expr: `max by (app, service) (scrape_duration_seconds${selector}) > ${limit}`,
    for: '10m',
    severity: 'warning',
    summary: '{{ $labels.service }}: scrapes take {{ $value | humanizeDuration }}',
    description: `A scrape of {{ $labels.service }} takes longer than ${limit} s. After ${timeout} s it is given up, and everything in it is lost.`,
    panel: panels.scrapeDuration,
  }
}
