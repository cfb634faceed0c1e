import { matches } from '../lib/promql/text.ts'
import type { Matcher, Selector } from '../lib/promql.ts'
import { quoted } from '../lib/quote.ts'
import { list } from '../lib/text.ts'
import type { Code } from './catalog.ts'
import type { Contract, Known } from './contract.ts'
import { isOpen } from './stand-ins.ts'

/** Tells a finding at an offset of the query. */
export type QueryReporter = (code: Code, message: string, hint: string, offset: number) => void

interface About {
  contract: Contract
  /** Every selector of the query. */
  all: readonly Selector[]
}

/** Whether what a selector asks for can be there, as far as the services declare it. */
export function againstContract(selector: Selector, about: About, report: QueryReporter): void {
  const { contract } = about
  const name = selector.metric
  // What is unknown may come from elsewhere, with other labels.
  if (name === undefined || isOpen(name) || contract.series(name).kind !== 'unknown')
    for (const matcher of selector.matchers) labelValue(matcher, selector, contract, report)
  if (name === undefined || isOpen(name) || !contract.declares || isSelf(selector)) return
  const known = contract.series(name)
  if (known.kind === 'unknown') unknown(name, known, selector, report)
  if (known.kind === 'impossible' && !readsBoth(known, about)) impossible(name, known, selector, report)
  if (known.kind !== 'declared') return
  wrongService(name, known, { selector, contract }, report)
  usage(name, known, selector, report)
  assumedHistogram(known, { selector, ...about }, report)
}

const SELF = 'prometheus'
const isSelf = (selector: Selector): boolean =>
  selector.matchers.some(
    ({ label, op, value }) => /^(?:job|service)$/.test(label) && op === '=' && value === SELF,
  )

function labelValue(matcher: Matcher, selector: Selector, contract: Contract, report: QueryReporter): void {
  if (matcher.op.startsWith('!') || isOpen(matcher.value) || matches(matcher, '')) return
  if (matcher.label === 'instance' && matcher.op === '=' && !matcher.value.includes(':')) {
    const message = `No series has instance=${quoted(matcher.value)}: it is the address and port of a machine.`
    report('query/never-matches', message, 'Leave it out, or select by service.', matcher.from)
  }
  const values = contract.values(matcher.label)
  // Alerts carry labels of their own, and so may series that rules record.
  if (!values || /^ALERTS|:/.test(selector.metric ?? '') || values.some((value) => matches(matcher, value)))
    return
  report(
    'query/never-matches',
    `No scraped series has ${matcher.label}${matcher.op}${quoted(matcher.value)}.`,
    `Values of ${matcher.label}: ${values.join(', ')}.`,
    matcher.from,
  )
}

function unknown(
  name: string,
  known: Extract<Known, { kind: 'unknown' }>,
  { from }: Selector,
  report: QueryReporter,
): void {
  if (known.recorded)
    report(
      'query/unrecorded-metric',
      `No rule records ${name}.`,
      known.hint ?? 'Add the recording rule, or correct the name.',
      from,
    )
  else
    report(
      'query/undeclared-metric',
      `No service declares the metric ${name}.`,
      known.hint ?? 'Declare it under metrics of its service, or correct the name.',
      from,
    )
}

/** The query reads the series of another type as well: it is made for both. */
const readsBoth = ({ metric }: Extract<Known, { kind: 'impossible' }>, { contract, all }: About): boolean =>
  all.some(({ metric: name }) => {
    const other = name === undefined ? undefined : contract.series(name)
    return other?.kind === 'declared' && other.metric.name === metric.name
  })

function impossible(
  name: string,
  { metric, part }: Extract<Known, { kind: 'impossible' }>,
  { from }: Selector,
  report: QueryReporter,
): void {
  if (metric.type === 'summary' && part === '_bucket') {
    const hint = `Read ${metric.name}{quantile="0.95"}, or configure buckets in the service and declare a histogram.`
    report('query/bucket-of-summary', `${metric.name} is a summary and has no ${name}.`, hint, from)
    return
  }
  const series = metric.type === 'histogram' ? `${metric.name}_bucket, _sum and _count` : metric.name
  report(
    'query/no-such-series',
    name === metric.name
      ? `${name} is a ${metric.type}: no series has that name alone.`
      : `${metric.name} is a ${metric.type} and has no series ${name}.`,
    `Its series: ${series}.`,
    from,
  )
}

/** The selector asks for the metric of a service that does not have it. */
function wrongService(
  name: string,
  { services }: Extract<Known, { kind: 'declared' }>,
  { selector, contract }: { selector: Selector; contract: Contract },
  report: QueryReporter,
): void {
  for (const matcher of selector.matchers)
    if (
      /^(?:service|job)$/.test(matcher.label) &&
      !isOpen(matcher.value) &&
      !services.some((service) => matches(matcher, service)) &&
      // Otherwise it was told already.
      contract.values(matcher.label)?.some((value) => matches(matcher, value))
    )
      report(
        'query/never-matches',
        `${name} belongs to ${list(services)}, which ${matcher.label}${matcher.op}${quoted(matcher.value)} leaves out.`,
        `Use ${matcher.label}="${services[0]}", or leave it out.`,
        matcher.from,
      )
}

const RATES = new Set(['rate', 'irate', 'increase'])
/** What makes sense of a counter beside its rate: whether it is there, whether it changed, when. */
const ON_COUNTERS = new Set([
  ...[
    'resets',
    'changes',
    'absent',
    'absent_over_time',
    'present_over_time',
    'count',
    'count_over_time',
    'group',
  ],
  ...['timestamp', 'count_values', 'idelta', 'delta', 'deriv', 'histogram_quantile'],
])

function usage(
  name: string,
  { metric, part }: Extract<Known, { kind: 'declared' }>,
  selector: Selector,
  report: QueryReporter,
): void {
  const around = selector.within.map(({ name }) => name)
  const counts = metric.type === 'counter' || part !== ''
  if (counts && !around.some((f) => RATES.has(f) || ON_COUNTERS.has(f)))
    report(
      'query/raw-counter',
      `${name} only ever grows, and starts at 0 again with its machine.`,
      `Use rate(${name}[5m]) or increase(${name}[1h]).`,
      selector.from,
    )
  const rate = around.find((f) => RATES.has(f))
  if (metric.type === 'gauge' && rate)
    report(
      'query/rate-of-gauge',
      `${name} is a gauge: ${rate} takes every fall for a restart.`,
      `Use delta, deriv or avg_over_time.`,
      selector.from,
    )
  for (const { label, from } of selector.matchers)
    if (
      (label === 'le' && part !== '_bucket') ||
      (label === 'quantile' && (metric.type !== 'summary' || part !== ''))
    )
      report(
        'query/never-matches',
        `${name} has no label ${label}.`,
        `Only ${label === 'le' ? 'the buckets of a histogram' : 'a summary'} have it.`,
        from,
      )
  lostBuckets(name, selector, report)
}

/** histogram_quantile over sums that do not keep `le` answers nothing. */
function lostBuckets(name: string, selector: Selector, report: QueryReporter): void {
  const end = selector.within.findIndex(({ name }) => name === 'histogram_quantile')
  const lost = selector.within
    .slice(0, Math.max(end, 0))
    .find(({ labels }) => labels && labels.names.includes('le') === (labels.kind === 'without'))
  if (!lost || !name.endsWith('_bucket')) return
  const kept = lost.labels?.kind === 'by' ? ['le', ...lost.labels.names] : ['le']
  report(
    'query/no-le',
    `histogram_quantile needs the label le, which ${lost.name} drops.`,
    `Write ${lost.name} by (${kept.join(', ')}) (…).`,
    selector.from,
  )
}

/** Buckets of a metric whose type nobody of this repository has declared, with nothing beside them for a summary. */
function assumedHistogram(
  { metric, part }: Extract<Known, { kind: 'declared' }>,
  { selector, contract, all }: About & { selector: Selector },
  report: QueryReporter,
): void {
  if (!contract.assumed || part !== '_bucket' || all.some((other) => other.metric === metric.name)) return
  report(
    'query/maybe-summary',
    `${metric.name}_bucket exists only if the service configures buckets: without them its exporter writes a summary.`,
    `Ask for both: … or ${metric.name}{quantile="0.95"}. Or declare the metric in monitoring.yml.`,
    selector.from,
  )
}
