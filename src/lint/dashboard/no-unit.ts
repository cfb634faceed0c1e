import type { JsonPath } from '../../formats/json-places.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import { type LintedDashboard, panelName } from './subject.ts'

/** What the end of a metric's name says about its values: seconds of `x_seconds_bucket`, but not of `x_seconds_count`. */
const UNIT =
  /_(seconds|milliseconds|microseconds|nanoseconds|minutes|hours|bytes|bits|ratio|percent|celsius|joules|volts|watts|meters|grams)(?:_total|_sum|_bucket|_max|_min|_avg)?(?!\w)/

/** Numbers of a unit that the panel does not have. A plain count needs none. */
export const noUnit: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/no-unit',
  severity: 'warning',
  what: 'A panel shows a metric of a unit, and does not set the unit.',
  why: 'The values are shown as plain numbers: 0.25 seconds as 0.25, and 1 GiB as 1073741824.',
  bad: dashboard({
    panel: '"id": 1, "title": "Memory", "type": "timeseries",',
    target: '"refId": "A", "expr": "process_resident_memory_bytes"',
  }).replace('[{\n', '[▸{\n'),
  good: dashboard(),
  check({ queries }, { report }) {
    const seen = new Set<unknown>()
    for (const { panel, target } of queries) {
      const unit = unitOf(target.expr)
      if (unit === undefined || seen.has(panel) || panel.unit !== '' || !NUMERIC.has(panel.type)) continue
      seen.add(panel)
      report(
        panel.path,
        `Panel ${quoted(panelName(panel))} has no unit, and its query is about ${unit}.`,
        'Set the unit under Standard options → Unit.',
      )
    }
  },
}

/** The unit of the values of a query; undefined when they have none, such as counts, shares and percentages. */
function unitOf(expr: string): string | undefined {
  const [metric = '', unit] = UNIT.exec(expr) ?? []
  if (unit === undefined) return undefined
  // Buckets are counts, until a quantile is taken of them.
  if (metric.endsWith('_bucket') && !expr.includes('histogram_quantile')) return undefined
  // Seconds of each second are a share of time, and one of two metrics with the same unit is none.
  const isShare = metric === '_seconds_total' && /\b(?:rate|irate)\(/.test(expr)
  const [, ...divisors] = expr.split('/')
  const isRatio = divisors.some((part) => UNIT.exec(part)?.[1] === unit)
  return isShare || isRatio || /\*\s*100\b|\b100\s*[*-]/.test(expr) ? undefined : unit
}

/** Panels that show numbers, which need a unit. A heatmap shows counts; its axis has a unit of its own. */
const NUMERIC = new Set(['timeseries', 'stat', 'gauge', 'bargauge', 'barchart', 'graph', 'singlestat'])
