import { matches } from '../../formats/promql/patterns.ts'
import type { Matcher, Selector } from '../../formats/promql/types.ts'
import { quoted } from '../../lib/quote.ts'
import { didYouMeanMetric } from '../../lib/similar-name.ts'
import { list } from '../../lib/text.ts'
import { isAddedByPrometheus, SELF_TARGET } from '../../model/prometheus.ts'
import type { Contract } from '../contract.ts'
import { type NeverReason, OF_SERVICE, type Selected } from './subject.ts'
import { isOpen } from './variables.ts'

/** Whether a matcher selects a known value, rather than excluding one. */
const selectsValue = (matcher: Matcher): boolean =>
  !matcher.op.startsWith('!') && !isOpen(matcher.value) && !matches(matcher, '')

/** An instance that is not the address of a machine: Prometheus finds its targets by their IPv6 addresses. */
export function impossibleInstance(matcher: Matcher, contract: Contract): NeverReason | undefined {
  const { label, op, value, from } = matcher
  // Without known labels, the series may come from another Prometheus.
  if (
    !selectsValue(matcher) ||
    label !== 'instance' ||
    op !== '=' ||
    !contract.values('service') ||
    contract.isFlys
  )
    return undefined
  if (/^\[[\da-f:]+\]:\d+$/i.test(value) || value === SELF_TARGET) return undefined
  return {
    from,
    message: `No series has \`instance=${quoted(value)}\`: it is the IPv6 address and the port of a machine, such as \`[fdaa:0:1::2]:9090\`.`,
    hint: 'Remove it, or select by `service`.',
  }
}

/** A value that no scraped series has for the label. */
export function absentValue(
  matcher: Matcher,
  { metric }: Selector,
  { contract, isOurs }: { contract: Contract; isOurs: boolean },
): NeverReason | undefined {
  const { label, op, value, from } = matcher
  const values = contract.values(label)
  // Alerts have additional labels, and so may series that rules record.
  const isScraped = !/^ALERTS|:/.test(metric ?? '')
  if (!selectsValue(matcher) || !values || !isScraped || values.some((one) => matches(matcher, one)))
    return undefined
  // Another Prometheus may have more targets: there, only a name that is almost right, or that of an app, is a mistake.
  const names = [...values, ...(contract.values('app') ?? [])]
  const isMistake = names.includes(value) || didYouMeanMetric(value, values) !== undefined
  if (!isOurs && (!isMistake || contract.jobsElsewhere.has(value))) return undefined
  return {
    from,
    message: `No scraped series has \`${label}${op}${quoted(value)}\`.`,
    hint:
      values.length > 0
        ? `Values of \`${label}\`: ${values.join(', ')}.`
        : `Fly's managed Prometheus has no label \`${label}\`: select by \`app\`, \`region\` or \`instance\` (the id of the machine).`,
  }
}

/** A label of `up` and the other series of scrapes that no target has: they have the labels of targets only. */
export function absentOnTargets(
  matcher: Matcher,
  { metric = '' }: Selector,
  contract: Contract,
): NeverReason | undefined {
  const { label, op, value, from } = matcher
  const isOfTarget = isAddedByPrometheus(metric) && !/^ALERTS/.test(metric)
  const values = isOfTarget && !contract.values(label) ? contract.targetValues(label) : undefined
  if (!values || !selectsValue(matcher) || values.some((one) => matches(matcher, one))) return undefined
  return values.length === 0
    ? {
        from,
        message: `\`${metric}\` has no label \`${label}\`: no service has it in \`labels\`.`,
        hint: 'Remove the matcher, or add the label to `labels` of the service.',
      }
    : {
        from,
        message: `No target has \`${label}${op}${quoted(value)}\`.`,
        hint: `Values of \`${label}\`: ${[...new Set(values)].join(', ')}.`,
      }
}

/** A service that does not have the metric. */
export function absentService(
  matcher: Matcher,
  { name, known: { services } }: Selected<'declared'>,
  contract: Contract,
): NeverReason | undefined {
  const { label, op, value, from } = matcher
  // A contract may have a metric with the name of one that each scrape has.
  if (isAddedByPrometheus(name)) return undefined
  if (!OF_SERVICE.includes(label) || isOpen(value) || services.some((one) => matches(matcher, one)))
    return undefined
  // Otherwise it is reported as a value that no series has.
  if (!contract.values(label)?.some((one) => matches(matcher, one))) return undefined
  return {
    from,
    message: `\`${name}\` belongs to ${list(services)}, which \`${label}${op}${quoted(value)}\` excludes.`,
    hint: `Use \`${label}="${services[0]}"\`, or remove it.`,
  }
}

/** A label that a recorded series does not have: the rule that records it drops the label. */
export function droppedLabel(
  matcher: Matcher,
  { metric = '' }: Selector,
  contract: Contract,
): NeverReason | undefined {
  const { label, from } = matcher
  const labels = contract.recordedLabels(metric)
  if (!labels || labels.includes(label) || isOpen(matcher.value) || matches(matcher, '')) return undefined
  return {
    from,
    message: `The rule that records \`${metric}\` drops the label \`${label}\`.`,
    hint: `Aggregate \`by (${[...new Set([...labels, label])].join(', ')})\` in the rule, or remove the matcher.`,
  }
}

/** A label that only series of another type have. */
export function absentLabel(
  { label, from }: Matcher,
  { name, known: { metric, part } }: Selected<'declared'>,
): NeverReason | undefined {
  const isAbsent =
    (label === 'le' && part !== '_bucket') ||
    (label === 'quantile' && (metric.type !== 'summary' || part !== ''))
  if (!isAbsent) return undefined
  return {
    from,
    message: `\`${name}\` has no label \`${label}\`.`,
    hint: `Only ${label === 'le' ? 'the buckets of a histogram' : 'a summary'} have it.`.replace(
      'summary have',
      'summary has',
    ),
  }
}
