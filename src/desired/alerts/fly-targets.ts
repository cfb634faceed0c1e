import type { FlyServiceConfig } from '../../config/schema.ts'
import { isOnFly, servicesOfApp } from '../../config/services.ts'
import { serviceUid } from '../dashboards/service.ts'
import { absentMetrics } from './absent-metrics.ts'
import { appsMatcher } from './fly-query.ts'
import { flyPanels, servicePanels } from './panels.ts'
import type { AlertContext, AlertRule, RuleGroup } from './rule.ts'

/** Rules about scraping where Fly's managed Prometheus scrapes: it has `up` of each machine, and no other word about it. */
export function flyTargetRules({ config }: AlertContext): RuleGroup {
  const services = config.services.filter(isOnFly)
  const apps = [...new Set(services.map(({ app }) => app))]
  return {
    name: 'targets',
    rules: [
      targetDown(apps),
      ...serviceAbsent(
        apps.filter((app) => servicesOfApp(services, app).some((service) => !service.may_stop)),
      ),
      ...services.flatMap(metricAbsent),
    ],
  }
}

const targetDown = (apps: readonly string[]): AlertRule => ({
  alert: 'TargetDown',
  expr: `count by (app) (up{${appsMatcher(apps)}} == 0)`,
  for: '3m',
  severity: 'critical',
  summary: '{{ $labels.app }}: Fly cannot scrape {{ $value }} machine(s)',
  description:
    'The machines run, and Fly does not get the metrics of {{ $labels.app }} from them. `deploy-monitoring verify` says what remains as a reason.',
  panel: flyPanels.age,
})

/** The series of a stopped machine just end. */
function serviceAbsent(apps: readonly string[]): AlertRule[] {
  if (apps.length === 0) return []
  return [
    {
      alert: 'ServiceAbsent',
      expr: apps.map((app) => `absent(up{${appsMatcher([app])}})`).join('\nor\n'),
      for: '10m',
      severity: 'critical',
      summary: '{{ $labels.app }}: Fly scrapes no machine',
      description:
        "All machines of {{ $labels.app }} are stopped or destroyed, or their configuration has no `[[metrics]]` section, or Fly's Prometheus is behind: see the panel.",
      panel: flyPanels.age,
    },
  ]
}

/** A web page, JSON and an empty page are `up` there: only the metrics themselves show that the page is the right one. */
function metricAbsent(service: FlyServiceConfig): AlertRule[] {
  const matcher = appsMatcher([service.app])
  const absent = absentMetrics(service, matcher)
  if (absent === undefined) return []
  return [
    {
      alert: 'MetricAbsent',
      about: service.name,
      expr: `${absent}\nand on (app) max by (app) (up{${matcher}}) == 1`,
      for: '15m',
      severity: 'warning',
      summary: `${service.name} does not expose {{ $labels.metric }}`,
      description: `The configuration declares {{ $labels.metric }}, and ${service.name} is scraped without it: the page may be a web page, which Fly scrapes without an error. Panels and alerts that use the metric do not work.`,
      panel: { dashboard: serviceUid(service.name), panel: servicePanels.machinesUp },
    },
  ]
}
