import type { Config } from '../config/schema.ts'
import { type SloConfig, sloName } from '../config/slo-schema.ts'
import { list } from '../lib/text.ts'
import { type Prometheus, vectorOf } from '../model/prometheus.ts'
import type { CheckEvidence } from './evidence.ts'
import { attemptQuery } from './panels/query-source.ts'

/** Recorded by the rules of `slos`, see desired/alerts/slos.ts. */
const BUDGET_LEFT = 'slo:error_budget_left:ratio'

type Claim = Pick<CheckEvidence, 'outcome' | 'certainty' | 'why' | 'next'>

/** Samples of the last hour say which labels a metric has. */
const HOUR_MS = 3_600_000

/** One claim for each objective: that its error budget is recorded, and how much of it is left. `now`: on Prometheus' clock. */
export function judgeSlos(
  { slos }: Pick<Config, 'slos'>,
  prometheus: Pick<Prometheus, 'query' | 'labelNames'>,
  now: number,
): Promise<CheckEvidence[]> {
  return Promise.all(
    slos.map(async (slo) => {
      const attempt = await attemptQuery(() => judged(slo, prometheus, now))
      const claim: Claim =
        attempt.kind === 'answer'
          ? attempt.value
          : {
              outcome: 'not-checked',
              certainty: 'not checked',
              why: `Prometheus does not answer: ${attempt.why}`,
            }
      return { area: 'slo' as const, subject: sloName(slo), ...claim }
    }),
  )
}

async function judged(
  slo: SloConfig,
  prometheus: Pick<Prometheus, 'query' | 'labelNames'>,
  now: number,
): Promise<Claim> {
  const name = sloName(slo)
  const values = async (promql: string) => vectorOf(await prometheus.query(promql))
  const events = `{service="${slo.service}",__name__=~"${slo.of}(_count|_bucket)?"}`
  const [left] = await values(`${BUDGET_LEFT}{slo="${name}"}`)
  const labels = new Set(await prometheus.labelNames(events, now - HOUR_MS))
  if (labels.size === 0)
    return {
      outcome: 'nothing-to-check',
      certainty: 'inferred',
      why: `There is no sample of \`${slo.of}\` of ${slo.service} yet: its budget is recorded with the first request.`,
    }
  const missing = labelsOf(slo.errors ?? '').filter((label) => !labels.has(label))
  if (missing.length > 0) return withoutLabel(slo, missing, [...labels])
  if (left?.value === undefined) return notRecorded(slo, await values(`count by (le) (${events})`))
  const share = Number(left.value[1])
  if (share < 0) return missed(slo, share)
  return {
    outcome: 'holds',
    certainty: 'proven',
    why: `${percent(share)} of the error budget is left (objective ${slo.objective} % of ${slo.of}).`,
  }
}

/** The measurement is proven; what it says is for people. */
const missed = ({ objective, of }: SloConfig, share: number): Claim => ({
  outcome: 'warning',
  certainty: 'proven',
  why: `The objective is missed (${objective} % of ${of}): ${percent(1 - share)} of the error budget is spent.`,
  next: 'The dashboard "Objectives" shows since when, and how fast it is spent.',
})

/** The names of labels in matchers. */
const labelsOf = (matchers: string): string[] =>
  [...matchers.replace(/"(?:[^"\\]|\\.)*"/g, '""').matchAll(/([a-zA-Z_]\w*)\s*[=!]/g)].map(
    ([, label = '']) => label,
  )

const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`

const withoutLabel = ({ of, service }: SloConfig, missing: string[], labels: string[]): Claim => ({
  outcome: 'broken',
  certainty: 'proven',
  why: `\`${of}\` of ${service} has no label ${list(missing.map((label) => `\`${label}\``))}: no event counts as failed, and no alert can fire.`,
  next: `Correct \`errors\` of the objective. Its labels are: ${list(labels.filter((label) => label !== '__name__').toSorted())}.`,
})

function notRecorded(
  { of, service, slower_than: bound }: SloConfig,
  buckets: readonly { metric: Readonly<Record<string, string>> }[],
): Claim {
  if (bound === undefined)
    return {
      outcome: 'not-checked',
      certainty: 'not checked',
      why: `Prometheus has not recorded the error budget yet, although it has samples of \`${of}\`.`,
      next: 'Wait one evaluation interval and verify again.',
    }
  const bounds = buckets.flatMap(({ metric: { le } }) =>
    le === undefined || le === '+Inf' ? [] : Number(le),
  )
  return {
    outcome: 'broken',
    certainty: 'proven',
    why: `\`${of}\` of ${service} has no bucket that ends at ${bound}: it is not known how many requests took longer.`,
    next: `Set \`slower_than\` to the bound of a bucket: ${list(bounds.toSorted((a, b) => a - b).map(String))} (in the unit of the metric).`,
  }
}
