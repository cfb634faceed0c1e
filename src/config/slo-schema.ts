import * as v from 'valibot'
import { durationBetween, filled, matching } from './schema-values.ts'

/** One matcher of PromQL or several: `status=~"5..", method!="GET"`. */
const MATCHERS =
  /^\s*[a-zA-Z_]\w*\s*(?:=~|!~|!=|=)\s*"(?:[^"\\\n]|\\[^\n])*"(?:\s*,\s*[a-zA-Z_]\w*\s*(?:=~|!~|!=|=)\s*"(?:[^"\\\n]|\\[^\n])*")*\s*,?\s*$/

/** Whether every regular expression in matchers is one: Prometheus refuses the whole rule file for one that is not. */
const areRegexes = (matchers: string): boolean =>
  [...matchers.matchAll(/(?:=~|!~)\s*("(?:[^"\\]|\\.)*")/g)].every(([, quoted = '']) => {
    try {
      const text = JSON.parse(quoted) as string
      new RegExp(text, 'u')
      return !/\(\?(?:[=!]|<[=!])/.test(text)
    } catch {
      return false
    }
  })

/** A service level objective: how many of the events of a service are good. */
const slo = v.strictObject({
  name: v.optional(
    v.pipe(
      matching(/^[a-zA-Z_][a-zA-Z0-9_-]{0,62}$/, 'is not a name: letters, digits, "_" and "-"'),
      v.description('Becomes the label "slo". Default: SERVICE-errors or SERVICE-latency.'),
    ),
  ),
  service: v.pipe(filled, v.description('The service: one of services.')),
  of: v.pipe(
    filled,
    v.description(
      'The declared metric that counts all events: a counter, or a histogram or summary, whose observations are counted. With slower_than a histogram.',
    ),
  ),
  errors: v.optional(
    v.pipe(
      matching(MATCHERS, 'is not a list of matchers such as status=~"5.."'),
      v.check(areRegexes, 'contains a regular expression that is not valid in Prometheus'),
      v.description('Matchers of the events that failed: status=~"5..".'),
    ),
  ),
  slower_than: v.optional(
    v.pipe(
      durationBetween('1ms', '1h'),
      v.description(
        'Events that took longer than this failed. It must be the bound of a bucket of the histogram.',
      ),
    ),
  ),
  objective: v.pipe(
    v.number(),
    v.minValue(85, 'is too low: with less than 85 % no alert could fire'),
    v.maxValue(99.999),
    v.description('Percentage of the events that should be good, over 30 days: 99.9.'),
  ),
})

/** `slos`: the objectives of a configuration. */
export const slos = v.pipe(
  v.optional(v.array(slo), []),
  v.description(
    'Service level objectives: each gets recorded error ratios, alerts on how fast its error budget is spent, and a dashboard with the budget that is left.',
  ),
)

export type SloConfig = v.InferOutput<typeof slo>

/** The name of an objective that has none of its own. */
export const sloName = (slo: { name?: unknown; service?: unknown; slower_than?: unknown }): string =>
  String(slo.name ?? `${slo.service}-${slo.slower_than === undefined ? 'errors' : 'latency'}`)
