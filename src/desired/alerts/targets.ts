import { isAgent } from '../../config/engine.ts'
import type { ServiceConfig } from '../../config/schema.ts'
import { type ScrapeOptions, scrapeTimes } from '../../config/scrape-options.ts'
import { appLabelOf, isOnFly } from '../../config/services.ts'
import { secondsOf } from '../../config/thresholds.ts'
import { SELF_JOB } from '../../model/prometheus.ts'
import { absentMetrics } from './absent-metrics.ts'
import { monitoringPanels as panels } from './panels.ts'
import { matcherBraces, oneOfMatcher } from './promql.ts'
import type { AlertContext, AlertRule, RecordingRule, RuleGroup } from './rule.ts'

/** Recorded: the targets of each service that Prometheus finds, whether they answer or not. */
const TARGETS_FOUND = 'service:targets:found'

/**
 * Recorded: the targets that each service should have. Dashboards subtract from it, because a machine that stopped or was
 * destroyed leaves the private DNS, and its series just end.
 */
export const TARGETS_EXPECTED = 'service:targets:expected'

/** Rules about scraping: they apply to any service of any configuration. */
export function targetRules(context: AlertContext): RuleGroup {
  const { services } = context.config
  const everything = matcherBraces(
    oneOfMatcher('service', [...services.map((service) => service.name), SELF_JOB]),
  )
  return {
    name: 'targets',
    rules: [
      { record: TARGETS_FOUND, expr: `count by (app, service) (up${everything})` },
      targetsExpected(context),
      targetDown(everything),
      ...serviceAbsent(services),
      emptyExposition(everything),
      ...services.flatMap(metricAbsent),
      scrapeSlow(context),
    ],
  }
}

/**
 * As many as there usually were in the last day (the median: a blue-green deployment doubles the machines for minutes), more
 * while there are more, and at least one. Of a service that may stop, those that exist are expected.
 */
function targetsExpected({ config }: AlertContext): RecordingRule {
  const always = [
    ...config.services
      .filter((service) => !isOnFly(service) || !service.may_stop)
      .map((service) => ({ name: service.name, app: appLabelOf(service) })),
    { name: SELF_JOB, app: config.monitoring.app },
  ]
  const one = (label: string, values: string[]) => oneOfMatcher(label, [...new Set(values)])
  const declaredOnly = matcherBraces(
    one(
      'app',
      always.map(({ app }) => app),
    ),
    one(
      'service',
      always.map(({ name }) => name),
    ),
  )
  const usual = `ceil(quantile_over_time(0.5, ${TARGETS_FOUND}${declaredOnly}[1d]))`
  const declared = always.map(
    ({ name, app }) =>
      `label_replace(label_replace(vector(1), "app", "${app}", "", ""), "service", "${name}", "", "")`,
  )
  return {
    record: TARGETS_EXPECTED,
    // Where it is not recorded, a control for services could not leave out the last ones: they are not of any series.
    expr: [
      `(${TARGETS_FOUND} > ${usual})`,
      usual,
      TARGETS_FOUND,
      ...(isAgent(config.monitoring) ? [] : declared),
    ].join('\nor\n'),
  }
}

/**
 * Counted by service, not by machine: an instance is an address that changes with a deployment, and an alert whose labels
 * change is a new alert.
 */
const targetDown = (selector: string): AlertRule => ({
  alert: 'TargetDown',
  expr: `count by (app, service) (up${selector} == 0)`,
  for: '2m',
  severity: 'critical',
  summary: '{{ $labels.service }}: Prometheus cannot scrape {{ $value }} target(s)',
  description:
    'Prometheus cannot read the metrics of {{ $labels.service }} in {{ $labels.app }}, although it should be running. ' +
    'The page /targets of Prometheus shows the reason.',
  panel: panels.targets,
})

/**
 * A stopped machine is removed from the private DNS, and its target with it: nothing is "down" then, so only the absence
 * of the series shows it. A service that may stop is left out, and one with static addresses, whose targets always exist.
 */
function serviceAbsent(services: readonly ServiceConfig[]): AlertRule[] {
  const absent = services
    .filter(isOnFly)
    .filter((service) => !service.may_stop)
    .map((service) => `absent(up{service="${service.name}"})`)
  if (absent.length === 0) return []
  return [
    {
      alert: 'ServiceAbsent',
      expr: absent.join('\nor\n'),
      for: '3m',
      severity: 'critical',
      summary: '{{ $labels.service }}: Prometheus does not find any machine',
      description:
        'No machine that runs {{ $labels.service }} is in the private DNS: all machines are stopped or destroyed, or the app does not exist.',
      panel: panels.targets,
    },
  ]
}

const emptyExposition = (selector: string): AlertRule => ({
  alert: 'EmptyExposition',
  expr: `count by (app, service) (scrape_samples_scraped${selector} == 0 and up${selector} == 1)`,
  for: '10m',
  severity: 'warning',
  summary: '{{ $labels.service }}: {{ $value }} target(s) return an empty page',
  description:
    'The metrics endpoint of {{ $labels.service }} returns status 200 without any samples: the target is up, but it is not monitored.',
  panel: panels.samples,
})

/**
 * The metrics that a service is declared to always expose, compared with what it exposes. Does not fire while the service
 * is down or its page is empty: other alerts report that.
 */
function metricAbsent(service: ServiceConfig): AlertRule[] {
  const matcher = `service="${service.name}"`
  const absent = absentMetrics(service, matcher)
  if (absent === undefined) return []
  return [
    {
      alert: 'MetricAbsent',
      about: service.name,
      expr: `${absent}\nand on (service) max by (service) (scrape_samples_scraped${matcherBraces(matcher)}) > 0`,
      for: '15m',
      severity: 'warning',
      summary: `{{ $labels.service }} does not expose {{ $labels.metric }}`,
      description:
        'The configuration declares {{ $labels.metric }}, but {{ $labels.service }} is up without it. ' +
        'Panels and alerts that use it do not work.',
      panel: panels.samples,
    },
  ]
}

/** A service with a scrape timeout of its own has a limit of its own, unless `alerts.slow_scrape` sets it for all. */
function scrapeSlow({ config }: AlertContext): AlertRule {
  const { monitoring, alerts, services } = config
  const timeoutOf = (service: Pick<ScrapeOptions, 'scrape_interval' | 'scrape_timeout'>) =>
    secondsOf(scrapeTimes(service, monitoring).timeout)
  const names = new Map<number, string[]>([[timeoutOf({}), []]])
  for (const service of services)
    names.set(timeoutOf(service), [...(names.get(timeoutOf(service)) ?? []), service.name])
  names.get(timeoutOf({}))?.push(SELF_JOB)
  const limitOf = (timeout: number) =>
    alerts.slow_scrape === undefined ? timeout / 2 : secondsOf(alerts.slow_scrape)
  const parts = [...names].map(([timeout, of]) => {
    const selector = matcherBraces(oneOfMatcher('service', of))
    return `max by (app, service) (scrape_duration_seconds${selector}) > ${limitOf(timeout)}`
  })
  const timeouts = [...names.keys()]
  return {
    alert: 'ScrapeSlow',
    expr: parts.join('\nor\n'),
    for: '10m',
    severity: 'warning',
    summary: '{{ $labels.service }}: scrapes take {{ $value | humanizeDuration }}',
    description: `A scrape of {{ $labels.service }} takes longer than ${timeouts.map((timeout) => `${limitOf(timeout)} s`).join(' or ')}. After its timeout (${timeouts.map((timeout) => `${timeout} s`).join(' or ')}) all its samples are lost.`,
    panel: panels.scrapeDuration,
  }
}
