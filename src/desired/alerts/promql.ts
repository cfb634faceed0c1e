/**
 * The PromQL expressions that dashboards and rules share. They are strings because PromQL is what people read in Grafana
 * and in the rule file; each one avoids a known pitfall.
 */

import type { DeclaredMetric } from '../../config/declared-metrics.ts'
import { isClassicName } from '../../formats/metric-types.ts'

/** `{a="b",c=~"d"}`, or nothing without matchers. */
export const matcherBraces = (...matchers: readonly string[]): string =>
  matchers.length === 0 ? '' : `{${matchers.join(',')}}`

/** Keywords of PromQL that cannot be the name of a metric (tested on 2.42 and 3.14; all other words can). */
const KEYWORDS = /^(?:atan2|bool|group_left|group_right|ignoring|inf|nan|on)$/i

/** A selector for the series of a name, also where the name is a keyword or has dots. */
export const seriesOf = (name: string, ...matchers: readonly string[]): string =>
  KEYWORDS.test(name) || !isClassicName(name)
    ? matcherBraces(`__name__="${name}"`, ...matchers)
    : `${name}${matcherBraces(...matchers)}`

/** `sum by (…) (rate(metric{…}[window]))`; without labels to keep, one number for everything. */
export function sumRate(
  metric: string,
  options: { window: string; matchers?: string[]; by?: string },
): string {
  return `sum${by(options.by)}(rate(${seriesOf(metric, ...(options.matchers ?? []))}[${options.window}]))`
}

/**
 * A labelled counter does not exist before its first event, and a sum over nothing is empty, not 0. This is 0 where a
 * target of these services is up, and empty where no target is up: a service that is down must not look idle.
 */
export function zeroWhileUp(
  services: readonly string[],
  options: { matchers?: string[]; by?: string } = {},
): string {
  const up = `up${matcherBraces(oneOfMatcher('service', services), ...(options.matchers ?? []))}`
  return `0 * (max${by(options.by)}(${up}) == 1)`
}

/**
 * A quantile of a duration, from a histogram's buckets or, where the exporter sends summaries
 * (metrics-exporter-prometheus without buckets does), the worst of the quantiles that it has already computed.
 */
export function quantile(
  q: 0.95 | 0.99,
  metric: string,
  options: { window: string; matchers?: string[]; by: string },
): string {
  const matchers = options.matchers ?? []
  const buckets = sumRate(`${metric}_bucket`, { ...options, by: `${options.by}, le` })
  return `histogram_quantile(${q}, ${buckets})\nor\nmax${by(options.by)}(${metric}${matcherBraces(...matchers, `quantile="${q}"`)})`
}

/**
 * A quantile of a metric that a service declares: from the buckets of a histogram that of the service as a whole, of a summary
 * that of the slowest machine and label.
 */
export const declaredQuantile = (
  q: number,
  { name, type }: Pick<DeclaredMetric, 'name' | 'type'>,
  { window, matcher }: { window: string; matcher: string },
): string =>
  type === 'summary'
    ? `max(${seriesOf(name, matcher, `quantile="${q}"`)})`
    : `histogram_quantile(${q}, ${sumRate(`${name}_bucket`, { window, matchers: [matcher], by: 'le' })})`

/** `label="a"` or `label=~"a|b"`; service names contain no character that is special in a regular expression. */
export const oneOfMatcher = (label: string, values: readonly string[]): string =>
  values.length === 1 ? `${label}="${values[0]}"` : `${label}=~"${values.join('|')}"`

const by = (labels: string | undefined): string => (labels === undefined ? '' : ` by (${labels}) `)
