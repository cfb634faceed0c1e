import { declaredMetrics } from '../config/declared-metrics.ts'
import { type Locate, locateIn } from '../config/load.ts'
import type { Config } from '../config/schema.ts'
import type { Sources } from '../config/source-files.ts'
import { metricOfSeries } from '../formats/metric-types.ts'
import type { Diagnostic } from '../lib/errors.ts'
import type { Pace } from '../lib/pace.ts'
import { similarMetricName } from '../lib/similar-name.ts'
import { few } from '../lib/text.ts'
import type { TextFile } from '../lib/workspace.ts'
import { diagnostic, type Entry } from './rule.ts'

/** The configuration that a change is compared with. */
export interface BaseConfiguration {
  config: Config
  /** The revision, for people: `main`. */
  revision: string
}

export const configRemovedMetric: Entry = {
  code: 'config/removed-metric',
  severity: 'error',
  what: 'A metric is no longer declared, and panels or rules still use it.',
  why: 'The metric was removed or renamed since the base branch. Its panels stay empty, and its alerts never fire again.',
}

/** A panel or a rule that reads a metric. */
interface MetricUse {
  /** `panel "Requests" of "Overview"`. */
  what: string
  at: { file: string; line: number }
}

/**
 * Metrics that the base declares and the configuration does not, with everything that still uses them. A metric that
 * moved to another service is still declared.
 */
export async function removedMetrics(
  base: BaseConfiguration,
  { config, source }: { config: Config; source: TextFile },
  { sources, pace }: { sources: Sources; pace: Pace },
): Promise<Diagnostic[]> {
  const [before, now] = [namesOf(base.config), namesOf(config)]
  const removed = [...before.keys()].filter((name) => !now.has(name))
  if (removed.length === 0) return []
  const uses = await usesOf(sources, pace)
  const fresh = [...now.keys()].filter((name) => !before.has(name))
  const locate = locateIn(source)
  const lost = await lostAlerts(base.config, config)
  return removed.flatMap((name) => {
    const users = [
      ...(uses.get(name) ?? []).map(({ what, at }) => `${what} (${at.file}:${at.line})`),
      ...lost
        .filter(({ expr }) => mentions(expr, name))
        .map(({ alert }) => `the alert ${alert} of this action`),
    ]
    if (users.length === 0) return []
    const service = before.get(name) ?? ''
    const renamed = similarMetricName(name, fresh)
    const message = `${name} of ${service} is no longer declared; ${base.revision} declares it. It is used by ${few(users, MOST_NAMED)}.`
    const hint =
      renamed === undefined
        ? 'Remove or change the panels and rules that use it, or declare the metric again.'
        : `If it is ${renamed} now, change these panels and rules too; else declare ${name} again.`
    return [diagnostic(configRemovedMetric, placeOf(service, config, locate), message, hint)]
  })
}

const MOST_NAMED = 20

/** The declared metrics, and a service that declares each. */
const namesOf = ({ services }: Config): Map<string, string> =>
  new Map(services.flatMap((service) => declaredMetrics(service).map(({ name }) => [name, service.name])))

function placeOf(service: string, { services }: Config, locate: Locate): Diagnostic['at'] {
  const index = services.findIndex(({ name }) => name === service)
  return index < 0 ? locate(['services'], 'key') : locate(['services', index, 'metrics'], 'key')
}

const mentions = (expr: string, name: string): boolean =>
  (expr.match(/[a-zA-Z_:][\w:]*/g) ?? []).some((word) => metricOfSeries(word) === name || word === name)

/** Alerts that this action makes from the metrics of the base, and no longer makes. */
async function lostAlerts(before: Config, now: Config): Promise<{ alert: string; expr: string }[]> {
  const { alertsOf, ruleGroups } = await import('../desired/alerts/groups.ts')
  const alerts = (config: Config) => alertsOf(ruleGroups(config, { remoteWrite: false }))
  const kept = new Set(alerts(now).map(({ alert }) => alert))
  return alerts(before).filter(({ alert }) => !kept.has(alert))
}

/** The panels and rules that use each metric, by the name of the series and of its metric. */
async function usesOf(sources: Sources, pace: Pace): Promise<Map<string, MetricUse[]>> {
  const uses = new Map<string, MetricUse[]>()
  const add = (names: readonly string[], use: MetricUse) => {
    for (const name of new Set(names.flatMap((one) => [one, metricOfSeries(one)])))
      uses.set(name, [...(uses.get(name) ?? []), use])
  }
  if (sources.rules.length > 0) {
    const { metricsInRules } = await import('./rules/metrics.ts')
    await pace.each(sources.rules, ({ file, text }) => {
      for (const { names, what, line } of metricsInRules(text)) add(names, { what, at: { file, line } })
    })
  }
  if (sources.dashboards.length > 0) {
    const { metricsInDashboard } = await import('./dashboard/metrics.ts')
    await pace.each(sources.dashboards, ({ file, text }) => {
      for (const { names, what, line } of metricsInDashboard(text() ?? ''))
        add(names, { what, at: { file, line } })
    })
  }
  return uses
}
