import * as v from 'valibot'

/**
 * The answers of Prometheus, as far as they are used. The schemas hold for 2.42 to 3.14 (recorded); any other answer is
 * reported as an error. Sample values are strings, because JSON has neither NaN nor Inf.
 */

const labels = v.record(v.string(), v.string())
const time = v.pipe(v.string(), v.isoTimestamp())

const target = v.object({
  labels,
  scrapePool: v.string(),
  scrapeUrl: v.string(),
  lastError: v.string(),
  /** Start of the last scrape on Prometheus' clock; year 1 before the first. */
  lastScrape: time,
  health: v.picklist(['up', 'down', 'unknown']),
  /** In Prometheus' duration syntax; older servers leave it out. */
  scrapeInterval: v.optional(v.string(), ''),
})

export const targetsAnswer = v.object({ activeTargets: v.array(target) })

const sample = v.tuple([v.number(), v.string()])

export const queryAnswer = v.variant('resultType', [
  v.object({
    resultType: v.literal('vector'),
    // A native histogram has `histogram` instead of `value`.
    result: v.array(
      v.object({ metric: labels, value: v.optional(sample), histogram: v.optional(v.unknown()) }),
    ),
  }),
  v.object({
    resultType: v.literal('matrix'),
    result: v.array(
      v.object({
        metric: labels,
        values: v.optional(v.array(sample), []),
        histograms: v.optional(v.unknown()),
      }),
    ),
  }),
  v.object({ resultType: v.literal('scalar'), result: sample }),
  v.object({ resultType: v.literal('string'), result: sample }),
])

export const buildInfoAnswer = v.object({ version: v.string() })

export const runtimeInfoAnswer = v.object({
  startTime: time,
  reloadConfigSuccess: v.boolean(),
  /** For people: `15d`, `15d or 10GiB`. */
  storageRetention: v.string(),
})

export const labelNamesAnswer = v.array(v.string())

export const configAnswer = v.object({ yaml: v.string() })

export const targetsMetadataAnswer = v.array(
  v.object({ target: labels, metric: v.string(), type: v.string() }),
)

/** `/api/v1/metadata`: by the name of the metric. VictoriaMetrics before 1.151 answers with an empty map. */
export const metricTypesAnswer = v.record(v.string(), v.array(v.object({ type: v.string() })))

const rule = v.object({
  name: v.string(),
  query: v.string(),
  type: v.picklist(['alerting', 'recording']),
  health: v.picklist(['ok', 'err', 'unknown']),
  /** Set by the rule on every series that it writes. */
  labels: v.optional(labels, {}),
  lastError: v.optional(v.string(), ''),
  /** Year 1 before the first evaluation. */
  lastEvaluation: time,
})

export const rulesAnswer = v.object({
  groups: v.array(v.object({ name: v.string(), interval: v.optional(v.number(), 0), rules: v.array(rule) })),
})

export const alertsAnswer = v.object({
  alerts: v.array(
    v.object({
      labels,
      annotations: v.optional(labels, {}),
      state: v.picklist(['inactive', 'pending', 'firing', 'unknown']),
      activeAt: v.optional(v.string(), ''),
    }),
  ),
})

export const alertmanagersAnswer = v.object({ activeAlertmanagers: v.array(v.object({ url: v.string() })) })
