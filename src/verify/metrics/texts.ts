import type { DeclaredMetric } from '../../config/declared-metrics.ts'
import { isClassicName } from '../../formats/metric-types.ts'
import { promqlName } from '../../formats/promql/literals.ts'
import { list } from '../../lib/text.ts'
import type { NearMiss } from './names.ts'

interface Text {
  why: string
  next: string
}

/** How many machines are in order, and which ones the text is about. */
export interface Parts {
  good: number
  of: number
  machines: string
}

const COMPARE_RELEASES =
  'Compare the releases of the machines with `flyctl status`: they may run different versions of the service.'

export function wrongTypeText(
  { name, type }: DeclaredMetric,
  { actual, hasQuantiles }: { actual: string; hasQuantiles: boolean },
  { good, of, machines }: Parts,
): Text {
  if (good > 0)
    return {
      why: `Only ${good} of ${of} machines expose it as a ${type}; ${machines} as a ${actual}.`,
      next: COMPARE_RELEASES,
    }
  if (type === 'histogram' && actual === 'summary')
    return {
      why: `It is declared as a histogram but exposed as a summary: it has ${hasQuantiles ? 'quantiles' : 'only a sum and a count'} and no ${name}_bucket.`,
      next: 'Configure buckets in the exporter (in Rust: `PrometheusBuilder::set_buckets`), or declare it as a summary.',
    }
  return {
    why: `It is declared as a ${type} but exposed as a ${actual}.`,
    next: 'Correct the declaration, or the metric in the service.',
  }
}

export const wrongLabelsText = (lacks: readonly string[], { good, of, machines }: Parts): Text => ({
  why: `It has series without the ${lacks.length > 1 ? 'labels' : 'label'} ${list(lacks)}, which the configuration declares${good > 0 ? ` (${of - good} of ${of} targets: ${machines})` : ''}: panels and rules that select or group by ${lacks.length > 1 ? 'them' : 'it'} leave these series out.`,
  next:
    good > 0
      ? COMPARE_RELEASES
      : 'Add the label in the service, or remove it from `labels` of the metric: `deploy-monitoring contract` does that.',
})

export const noBucketsText = (name: string): Text => ({
  why: `It is a histogram without buckets: the service sends ${name}_sum and ${name}_count, but no ${name}_bucket.`,
  next: 'Configure buckets in the service, or declare it as a summary: an average can be calculated from it, but no quantile.',
})

export function nearText(
  { name, type }: DeclaredMetric,
  near: NearMiss,
  { good, of, machines }: Parts,
): Text {
  if (good > 0)
    return {
      why: `Only ${good} of ${of} machines expose it; ${machines} exposes ${near.name}.`,
      next: COMPARE_RELEASES,
    }
  return {
    why: `The service exposes ${near.name} instead.${reason(name, near)}`,
    next: isClassicName(near.name)
      ? `Rename the metric in the service, or declare ${near.name} and use that name in queries.`
      : `Declare \`${near.name}: ${type}\` and write \`${promqlName(near.name)}\` in queries, or configure the service to expose names with underscores.`,
  }
}

/** Why a library stores another name than it was given. */
function reason(name: string, { name: near, likeness }: NearMiss): string {
  if (likeness !== 'same') return ''
  if (near === `${name}_total`) return ' A counter in OpenMetrics is stored with `_total`.'
  if (`${near}_total` === name) return ' The client library does not add `_total`.'
  return ''
}

export const partialText = ({ good, of, machines }: Parts): Text => ({
  why: `Only ${good} of ${of} machines expose it; missing on ${machines}.`,
  next: COMPARE_RELEASES,
})

/** `store`: another server that has the samples, and may leave some out. */
export const announcedText = (store: string | undefined): Text => ({
  why:
    store === undefined
      ? `The service announces it, but sends no sample of it.`
      : `The service announces it, and the store ${store} has no sample of it: the service sends none, or the store does not keep it.`,
  next:
    store === undefined
      ? INITIALISE
      : `Look for rules and limits of the store that leave it out. ${INITIALISE}`,
})

const INITIALISE =
  'Initialise it with 0 when the service starts (with labels: for each value that is known), or cause an event that it counts and verify again.'

/** `elsewhere`: other services that expose it. */
export const absentText = (elsewhere: readonly string[]): Text =>
  elsewhere.length > 0
    ? {
        why: `The service does not expose it; ${list(elsewhere)} ${elsewhere.length === 1 ? 'does' : 'do'}.`,
        next: 'Check `port` and `path` of both services, which may be exchanged, or declare it for the service that exposes it.',
      }
    : {
        why: 'The service does not expose it.',
        next: 'Expose it, or remove it from the configuration, the panels and the rules if the service no longer has it.',
      }

/** Nothing when all samples have the time of their scrape. */
export const delayedText = (delays: readonly number[]): string =>
  delays.length === 0
    ? ''
    : ` Its samples carry timestamps of their own, up to ${Math.ceil(Math.max(...delays) / 1000)} s before the scrape.`
