import { type DeclaredMetric, declaredMetrics } from '../../config/declared-metrics.ts'
import { isAgent } from '../../config/engine.ts'
import type { Config } from '../../config/schema.ts'
import { type SloConfig, sloName } from '../../config/slo-schema.ts'
import { secondsOf } from '../../config/thresholds.ts'
import { MIN_FAILURES, withoutNoise } from './fechatter-metrics.ts'
import { sloPanels } from './panels.ts'
import { sumRate } from './promql.ts'
import type { AlertContext, AlertRule, RecordingRule, RuleGroup } from './rule.ts'

/** Recorded for each objective, with the labels `service` and `slo`. */
const BUDGET = 'slo:error_budget:ratio'
const EVENTS = 'slo:events:rate5m'
const BAD_EVENTS = 'slo:bad_events:rate5m'
const badRate = (window: string) => `slo:bad_events:rate${window}`
const errorRatio = (window: Window) => `slo:errors:ratio_rate${window}`

/** Recorded: the share of the error budget that is left; below 0 the objective is missed. */
export const BUDGET_LEFT = 'slo:error_budget_left:ratio'

/** Recorded: how often the error ratio of the last hour is the one that spends exactly the budget. */
export const BURN_RATE = 'slo:burn_rate:1h'

/** Windows that are short enough to read the samples of the service themselves, and those that read recorded series. */
const SHORT = ['5m', '30m', '1h', '2h', '6h'] as const
const LONG = ['1d', '3d'] as const
/** Windows in which failures are counted, so that a single one at night wakes no one. */
const COUNTED = ['1h', '6h'] as const
type Window = (typeof SHORT)[number] | (typeof LONG)[number]

/** The period of an objective; a shorter retention makes it shorter. */
const PERIOD = '30d'

/** The rules of `slos`; none without an objective. */
export function sloRules({ config }: AlertContext): RuleGroup {
  const rules = config.slos.flatMap((slo) => recordings(slo, config))
  return { name: 'slos', rules: rules.length === 0 ? [] : [...rules, BURN_FAST, BURN_SLOW] }
}

/** The time over which the budget of an objective is counted, in Prometheus' syntax. */
export const budgetPeriod = ({ monitoring: { retention } }: Config): string =>
  secondsOf(retention) < secondsOf(PERIOD) ? retention : PERIOD

function recordings(slo: SloConfig, config: Config): RecordingRule[] {
  const labels = { service: slo.service, slo: sloName(slo) }
  const record = (name: string, expr: string): RecordingRule => ({ record: name, expr, labels })
  const own = `{service="${slo.service}",slo="${labels.slo}"}`
  const { all, bad } = eventsOf(slo, config)
  const direct = (window: string) => `${bad(window)}\n/\n(${all(window)} > 0)`
  const recorded = (window: string) =>
    `sum_over_time(${BAD_EVENTS}${own}[${window}])\n/\n(sum_over_time(${EVENTS}${own}[${window}]) > 0)`
  // An agent records nothing: its store has to read all samples of the window, and both sides of "or" need the same labels.
  const [over, none] = isAgent(config.monitoring)
    ? [direct, `0 * ${bad('5m')}`]
    : [recorded, `0 * ${BAD_EVENTS}${own}`]
  const budget = withoutNoise(1 - slo.objective / 100)
  return [
    record(BUDGET, `vector(${budget})`),
    record(EVENTS, all('5m')),
    record(BAD_EVENTS, bad('5m')),
    ...SHORT.map((window) => record(errorRatio(window), direct(window))),
    ...LONG.map((window) => record(errorRatio(window), over(window))),
    ...COUNTED.map((window) => record(badRate(window), bad(window))),
    record(BURN_RATE, `${errorRatio('1h')}${own} / ${budget}`),
    // Counted by events, not by minutes: a failed minute at night costs less than one at noon.
    record(BUDGET_LEFT, `1 - (\n${over(budgetPeriod(config))}\n) / ${budget}\nor\n1 + ${none}`),
  ]
}

/** The rates of all events of an objective and of those that failed, as expressions without labels. */
function eventsOf(
  slo: SloConfig,
  { services }: Config,
): { all: (window: string) => string; bad: (window: string) => string } {
  const service = services.find(({ name }) => name === slo.service)
  const metric = service && declaredMetrics(service).find(({ name }) => name === slo.of)
  const count = `${slo.of}${metric?.type === 'counter' ? '' : '_count'}`
  const matcher = `service="${slo.service}"`
  const rate = (name: string, window: string, ...more: string[]) =>
    sumRate(name, { window, matchers: [matcher, ...more] })
  const all = (window: string) => rate(count, window)
  const failed = slo.errors?.replace(/\s*,\s*$/, '').trim()
  // Without a failure there is no failed series. A bucket always exists; where it does not, 0 would be a lie.
  if (failed !== undefined)
    return { all, bad: (window) => `(${rate(count, window, failed)} or 0 * ${all(window)})` }
  const within = (window: string) => rate(`${slo.of}_bucket`, window, boundOf(slo, metric))
  return { all, bad: (window) => `(${all(window)} - ${within(window)})` }
}

/** Prometheus 3 stores `le="1.0"` where 2.42 keeps the `le="1"` that most libraries send. */
function boundOf({ slower_than = '0s' }: SloConfig, metric: DeclaredMetric | undefined): string {
  const unit = /_(?:milliseconds|millis|ms)$/.test(metric?.name ?? '') ? 1_000 : 1
  const bound = withoutNoise(secondsOf(slower_than) * unit)
  return Number.isInteger(bound) ? `le=~"${bound}|${bound}\\\\.0"` : `le="${bound}"`
}

/** More than `factor` times the budget in both windows: the long one says that it matters, the short one that it goes on. */
const burns = (factor: number, short: Window, long: Window, ...more: readonly string[]): string =>
  [
    '(',
    `  ${errorRatio(short)} > ${factor} * ${BUDGET}`,
    `  and ${errorRatio(long)} > ${factor} * ${BUDGET}`,
    ...more,
    ')',
  ].join('\n')

/** Where there are few requests, one failure is a high share of an hour: such a budget is for the slow alert. */
const hasFailures = (window: (typeof COUNTED)[number]): string =>
  `  and ${badRate(window)} * ${secondsOf(window)} >= ${MIN_FAILURES}`

/** The pages of the SRE workbook: 2 % of the budget of 30 days in an hour, or 5 % in six hours. */
const BURN_FAST: AlertRule = {
  alert: 'SloBurnsFast',
  expr: `${burns(14.4, '5m', '1h', hasFailures('1h'))}\nor\n${burns(6, '30m', '6h', hasFailures('6h'))}`,
  for: '2m',
  severity: 'critical',
  summary:
    '{{ $labels.service }} misses its objective {{ $labels.slo }}: {{ $value | humanizePercentage }} fail',
  description:
    'The error budget is spent so fast that at this rate that of 30 days lasts less than five days, and it goes on.',
  panel: sloPanels.budget,
}

/** The tickets of the SRE workbook: 10 % of the budget in a day, or in three days. */
const BURN_SLOW: AlertRule = {
  alert: 'SloBurnsSlowly',
  expr: `${burns(3, '2h', '1d')}\nor\n${burns(1, '6h', '3d')}`,
  for: '15m',
  severity: 'warning',
  summary:
    '{{ $labels.service }} spends the budget of {{ $labels.slo }}: {{ $value | humanizePercentage }} fail',
  description:
    'The error rate of the last days spends the error budget before 30 days are over, and it goes on.',
  panel: sloPanels.budget,
}
