import { declaredMetrics } from '../config/declared-metrics.ts'
import { type Locate, locateIn } from '../config/load.ts'
import type { Config } from '../config/schema.ts'
import { sloName } from '../config/slo-schema.ts'
import type { Sources } from '../config/sources/source-files.ts'
import type { RenderedRule, RuleGroup } from '../desired/alerts/rule.ts'
import { metricOfSeries, SERIES_OF } from '../formats/metric-types.ts'
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
  // Only now is a reader of queries needed.
  const { losses, usesOf } = await import('./lost-series.ts')
  const uses = await usesOf(sources, pace)
  const fresh = [...now.keys()].filter((name) => !before.has(name))
  const kept = new Set(['up', ...[...now.values()].flatMap(({ series }) => series)])
  const locate = locateIn(source)
  const lost = await lostRules(base.config, config)
  return removed.flatMap((name) => {
    const { service, series } = before.get(name) ?? { service: '', series: [] }
    const own = lost.rules.filter(({ expr }) => mentions(expr, name))
    const records = own.flatMap((rule) => ('alert' in rule ? [] : rule.record))
    const gone = new Set([...series, ...records.filter((record) => !lost.recorded.has(record))])
    const users = [
      ...losses(uses, { gone, kept }),
      ...own.flatMap((rule) => ('alert' in rule ? `the alert ${rule.alert} of this action` : [])),
      ...lostObjectives(base.config, config, name),
    ]
    if (users.length === 0) return []
    const renamed = similarMetricName(name, fresh)
    const message = `${name} of ${service} is no longer declared; ${base.revision} declares it. It is used by ${few(users, MOST_NAMED)}.`
    const hint =
      renamed === undefined
        ? 'Remove or change the panels and rules that use it, or declare the metric again.'
        : `If it is ${renamed} now, change these panels and rules too; else declare ${name} again.`
    return [diagnostic(configRemovedMetric, placeOf(service, config, locate), message, hint)]
  })
}

/** More would be a page that no one reads. */
const MOST_NAMED = 100

/** The declared metrics, with a service that declares each, and the names of its series. */
const namesOf = ({ services }: Config): Map<string, { service: string; series: readonly string[] }> =>
  new Map(
    services.flatMap((service) =>
      declaredMetrics(service).map(({ name, type }) => {
        const series = SERIES_OF[type].map((part) => `${name}${part}`)
        return [name, { service: service.name, series }]
      }),
    ),
  )

function placeOf(service: string, { services }: Config, locate: Locate): Diagnostic['at'] {
  const index = services.findIndex(({ name }) => name === service)
  return index < 0 ? locate(['services'], 'key') : locate(['services', index, 'metrics'], 'key')
}

const mentions = (expr: string, name: string): boolean =>
  (expr.match(/[a-zA-Z_:][\w:]*/g) ?? []).some((word) => metricOfSeries(word) === name || word === name)

/** Rules that this action makes from the metrics of the base, and no longer makes; and what it records now. */
async function lostRules(
  before: Config,
  now: Config,
): Promise<{ rules: RenderedRule[]; recorded: ReadonlySet<string> }> {
  const { recordedByRules, ruleGroups } = await import('../desired/alerts/groups.ts')
  const [all, left] = [before, now].map((config) => ruleGroups(config, { remoteWrite: false }))
  const rulesOf = (groups: readonly RuleGroup[] = []) => groups.flatMap(({ rules }) => rules)
  const kept = new Set(rulesOf(left).map(identityOf))
  return {
    rules: rulesOf(all).filter((rule) => !kept.has(identityOf(rule))),
    recorded: new Set(recordedByRules(left ?? [])),
  }
}

const identityOf = (rule: RenderedRule): string =>
  'alert' in rule
    ? `alert ${rule.alert} ${rule.about ?? ''}`
    : `record ${rule.record} ${JSON.stringify(rule.labels ?? {})}`

/** Objectives over a metric that went with it. One that stayed is about another metric now. */
const lostObjectives = (before: Config, now: Config, metric: string): string[] => {
  const kept = new Set(now.slos.map(sloName))
  return before.slos
    .filter((slo) => slo.of === metric && !kept.has(sloName(slo)))
    .map((slo) => `the objective ${sloName(slo)}`)
}
