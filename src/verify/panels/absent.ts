import { distance } from 'fastest-levenshtein'
import { matches } from '../../formats/promql/patterns.ts'
import type { Matcher, Selector } from '../../formats/promql/types.ts'
import { similarMetricName } from '../../lib/similar-name.ts'
import { few } from '../../lib/text.ts'
import type { PanelEvidence } from '../evidence.ts'
import { fitsNoStatus, selectsFailures } from './error-class.ts'
import type { Facts } from './facts.ts'

/** What the configuration and the targets say about the metrics in a panel query. */
export interface PanelContext {
  /** Every metric that the configuration declares. */
  declared: ReadonlySet<string>
  /** Series of metrics declared `after-traffic`, those of histograms included. */
  afterTraffic: ReadonlySet<string>
  /** Services without a target that is up, by each metric that they declare. */
  downService: ReadonlyMap<string, string>
  /** Names of all metrics that have samples or are announced, for near misses. */
  names: readonly string[]
  /** Labels that Prometheus adds to every series of a target. */
  targetLabels: ReadonlySet<string>
  /** Expressions of the recording rules, by the name of the series that they record. */
  recorded: ReadonlyMap<string, string>
  /** Names of the alerts that Prometheus has loaded. */
  alerts: ReadonlySet<string>
  /** No rule is evaluated where the samples are: what rules write does not exist there. */
  isWithoutRules?: true
  /** What Grafana calculates with: the scrape interval of the data source. */
  scrapeIntervalMs: number
  /** The scrape interval of the service that declares a metric. */
  intervalOf: (metric: string | undefined) => number
}

/** Why a query has no data, or data that is not what it seems. */
export type Finding = Pick<
  PanelEvidence,
  'state' | 'certainty' | 'why' | 'next' | 'absent' | 'down' | 'dataFrom'
>

export interface ExplainTools {
  facts: Facts
  context: PanelContext
  /** Explains an expression that a rule records; undefined when that has data. */
  explain: (query: string) => Promise<Finding | undefined>
}

const noData = (why: string, next: string, absent: string[]): Finding => ({
  ...{ state: 'no-data', certainty: 'proven', why, next, absent },
})

/** No data, which is the normal state of a healthy service as far as one can see. */
export const healthyEmpty = (why: string, absent: string[] = []): Finding => ({
  ...{ state: 'waiting', certainty: 'inferred', absent },
  why: `Empty may be the healthy state: ${why}`,
})

const TRAFFIC = 'Send traffic and verify again; to show zero instead, add `or 0 * …` to the query.'
const CORRECT_NAME = 'Correct the name in the panel or in the service.'

/** Why a selector has no sample from after verification began; undefined when it has one. */
export async function whyAbsent(selector: Selector, tools: ExplainTools): Promise<Finding | undefined> {
  const { facts, context } = tools
  const { metric } = selector
  if (await facts.isPresent(selector)) return undefined
  if (metric === 'ALERTS' || metric === 'ALERTS_FOR_STATE') return noAlert(selector, context)
  if (metric === undefined)
    return noData(`No series matches ${shortText(selector)}.`, 'Correct the selector.', [shortText(selector)])
  return (await facts.isPresent({ metric, matchers: [] }))
    ? unmatched(metric, selector, tools)
    : missingMetric(metric, tools)
}

function noAlert({ metric = '', matchers }: Selector, { alerts, isWithoutRules }: PanelContext): Finding {
  if (isWithoutRules)
    return noData(
      `The data source has no series ${metric}: Grafana evaluates the alerts, and writes no such series.`,
      'Use an alert list panel of Grafana instead, or remove the panel.',
      [metric],
    )
  const named = matchers.find(({ label }) => label === 'alertname')
  if (named && alerts.size > 0 && ![...alerts].some((name) => matches(named, name)))
    return noData(`No alert is called ${named.value}.`, 'Correct the name of the alert in the panel.', [
      `alertname${named.op}${JSON.stringify(named.value)}`,
    ])
  return healthyEmpty('no such alert is pending or firing.')
}

/** No series of the metric has samples. */
async function missingMetric(metric: string, tools: ExplainTools): Promise<Finding> {
  const { context } = tools
  const { downService, afterTraffic, recorded, names } = context
  const down = downService.get(metric)
  if (down !== undefined)
    return { ...noData(`No target of ${down} is up.`, `Bring ${down} up; see its target.`, [metric]), down }
  const hint = nearMiss(metric, context)
  if (hint !== '') return noData(`No service exposes ${metric}. ${hint}`, CORRECT_NAME, [metric])
  if (afterTraffic.has(metric))
    return {
      ...{ state: 'waiting', certainty: 'inferred', next: TRAFFIC, absent: [metric] },
      why: `No traffic yet: ${metric} may be absent before the first event.`,
    }
  const rule = recorded.get(metric)
  const cause = rule === undefined ? undefined : await tools.explain(rule)
  if (cause) return { ...cause, why: `The rule that records ${metric} returns nothing. ${cause.why}` }
  if (rule !== undefined)
    return {
      ...{ state: 'too-early', certainty: 'inferred', absent: [metric] },
      why: `A rule records ${metric}, and was not evaluated since its metrics exist.`,
    }
  if (names.includes(metric) || names.includes(metric.replace(/_(?:bucket|count|sum|total)$/, '')))
    return (await tools.facts.firstSample({ metric, matchers: [] }, RECENT_MS)) === undefined
      ? announced(metric)
      : endedLately(metric)
  return noData(`No service exposes ${metric}.`, CORRECT_NAME, [metric])
}

const announced = (metric: string): Finding => ({
  ...{ state: 'waiting', certainty: 'inferred', next: TRAFFIC, absent: [metric] },
  why: `The service announces ${metric}, but sends no sample of it, which is normal before the first event.`,
})

/** Samples until so long ago are those of the release before. */
const RECENT_MS = 600_000

/** Prometheus remembers for ten scrapes what a target announces: this may be the release before. */
const endedLately = (metric: string): Finding => ({
  ...{ state: 'not-checked', certainty: 'not checked', absent: [metric] },
  why: `${metric} had samples shortly before this verification, and has none since: either the new release no longer exposes it, or nothing of the kind happened yet.`,
  next: 'Cause such an event and verify again, or declare the metric as `expect: after-traffic`; if it was renamed, correct the query.',
})

/** A metric with a similar name, or another type than the name says, as a sentence; empty when there is none. */
export function nearMiss(metric: string, { declared, names }: PanelContext): string {
  const base = metric.replace(/_bucket$/, '')
  if (base !== metric && names.includes(`${base}_count`))
    return `${base} has no buckets: it is exposed as a summary.`
  const family = metric.replace(/_(?:bucket|count|sum)$/, '')
  if (declared.has(family) || declared.has(metric) || names.includes(metric)) return ''
  const near = similarMetricName(metric, [...names, ...declared])
  return near === undefined ? '' : `Did you mean ${near}?`
}

/** The metric has series, but none that the matchers accept. */
async function unmatched(metric: string, selector: Selector, tools: ExplainTools): Promise<Finding> {
  const { facts, context } = tools
  const found = await Promise.all(
    selector.matchers.map(async (matcher) => {
      const values = await facts.labelValues(metric, matcher.label)
      const isMatched = values.some((value) => matches(matcher, value)) || matches(matcher, '')
      return { matcher, values, isMatched }
    }),
  )
  const open = found.filter(({ isMatched }) => !isMatched)
  const findings = await Promise.all(
    open.map(({ matcher, values }) => unmatchedLabel(metric, { matcher, values }, tools)),
  )
  const wrong = findings.find(({ state }) => state === 'no-data')
  if (wrong) return wrong
  if (findings.some(({ state }) => state === 'waiting') && findings[0])
    return findings.find(({ state }) => state === 'waiting') ?? findings[0]
  if (findings[0]) return findings[0]
  const short = shortText(selector)
  if (
    found.some(({ matcher, values }) =>
      selectsFailures(
        matcher,
        values.filter((v) => !matches(matcher, v)),
      ),
    )
  )
    return healthyEmpty(`${metric} has series, and none of them is ${short}.`, [short])
  return found.every(({ matcher }) => context.targetLabels.has(matcher.label)) ||
    !countsEvents(metric, context)
    ? noData(`${metric} has series for each of the labels, but none that matches ${short}.`, COMPARE, [short])
    : notYet(metric, short, 'Each of the labels exists, on different series.', context)
}

const COMPARE = 'Compare the labels in the query with those that the metric has.'

/** Labels with values that do not depend on events. */
const FIXED_LABELS = /^(?:le|quantile|job|instance)$/

async function unmatchedLabel(
  metric: string,
  { matcher, values }: { matcher: Matcher; values: readonly string[] },
  { facts, context }: ExplainTools,
): Promise<Finding> {
  const { label, op, value } = matcher
  const short = shortText({ metric, matchers: [matcher] })
  const renamed = `exported_${label}`
  const exported = (await facts.labelValues(metric, renamed)).filter((one) => matches(matcher, one))
  if (exported.length > 0)
    return noData(
      `No series matches ${short}: the service sends the label ${label} itself, and Prometheus renamed it to ${renamed}, because ${label} is a label of the target.`,
      `Write ${renamed}${op}${JSON.stringify(value)} in the query, or rename the label in the service.`,
      [short],
    )
  const isFixed = FIXED_LABELS.test(label) || context.targetLabels.has(label)
  if (!isFixed && selectsFailures(matcher, values))
    return healthyEmpty(`${metric} has series, and none of them matches ${short}.`, [short])
  if (values.length === 0) {
    const names = await facts.labelNames(metric)
    return noData(`${metric} has no label ${label}: its labels are ${few(names, 10)}.`, COMPARE, [short])
  }
  const near = values.find((one) => isMisspelt(value, one))
  const isPossible = !isFixed && !fitsNoStatus(matcher, values)
  if (near === undefined && isPossible && countsEvents(metric, context))
    return notYet(metric, short, `The values of ${label} are ${few([...values], 10)}.`, context)
  const hint = near === undefined ? '' : ` Did you mean ${near}?`
  return noData(
    `The metric exists, but none of its series matches ${short}. The values of ${label} are ${few([...values], 10)}.${hint}`,
    COMPARE,
    [short],
  )
}

/** Longer values are not words. */
const MAX_WORD = 60

/** The same word in another spelling; numbers that differ are different things. */
function isMisspelt(given: string, value: string): boolean {
  if (given.toLowerCase() === value.toLowerCase()) return true
  if (given.length < 4 || given.length > MAX_WORD || value.length > MAX_WORD) return false
  if (/\d/.test(given + value)) return false
  return distance(given, value) <= (given.length < 7 ? 1 : 2)
}

/** A new value of a label can appear with the next event in metrics that count. */
const countsEvents = (metric: string, { afterTraffic }: PanelContext): boolean =>
  afterTraffic.has(metric) || /_(?:total|count|sum|bucket)$/.test(metric)

/** Either nothing of the kind happened so far, or the label is wrong: no one can tell. */
function notYet(metric: string, short: string, labels: string, { afterTraffic }: PanelContext): Finding {
  if (afterTraffic.has(metric))
    return {
      ...{ state: 'waiting', certainty: 'inferred', next: TRAFFIC, absent: [short] },
      why: `No such traffic yet: ${metric} has no series that matches ${short}. ${labels}`,
    }
  return {
    ...{ state: 'not-checked', certainty: 'not checked', absent: [short] },
    why: `${metric} has no series that matches ${short}: either nothing of the kind happened yet, or the label is wrong. ${labels}`,
    next: `Cause such an event and verify again. ${COMPARE}`,
  }
}

/** `metric{label="value"}`, in the usual notation. */
export function shortText({ metric, matchers }: Pick<Selector, 'metric' | 'matchers'>): string {
  const inner = matchers.map((m) => `${m.label}${m.op}${JSON.stringify(m.value)}`).join(',')
  return metric === undefined || inner !== '' ? `${metric ?? ''}{${inner}}` : metric
}
