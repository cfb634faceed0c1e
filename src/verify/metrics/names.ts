import type { DeclaredMetric } from '../../config/declared-metrics.ts'
import {
  commonName,
  familyOfSeries,
  isStoredName,
  SERIES_PARTS,
  typesAgree,
} from '../../formats/metric-types.ts'
import { similarMetricName } from '../../lib/similar-name.ts'

/** Names of the series that a declared metric may have, of whatever type it turns out to be. */
export const seriesOfMetric = (name: string): string[] => SERIES_PARTS.map((part) => `${name}${part}`)

/**
 * The name under which the metric of a series is declared: that of the family for a histogram or summary, otherwise that
 * of the series. Undefined for `x_created`, the time of creation of another metric.
 */
function declarableName(
  series: string,
  types: ReadonlyMap<string, string>,
  stored: ReadonlySet<string>,
): string | undefined {
  const found = familyOfSeries(series, types)
  const base = series.replace(/_created$/, '')
  const isTwin = ['', '_total', '_count'].some((part) => stored.has(`${base}${part}`))
  if (found?.part === '_created' || (base !== series && isTwin)) return undefined
  if (found) return isStoredName(found.part) ? series : found.family
  const family = series.replace(/_(?:bucket|sum|count)$/, '')
  return stored.has(`${family}_sum`) && stored.has(`${family}_count`) ? family : series
}

/** The metrics that the series in storage belong to, each with its series. */
export function metricsIn(
  stored: readonly string[],
  types: ReadonlyMap<string, string>,
): Map<string, readonly string[]> {
  const all = new Set(stored)
  const found = new Map<string, string[]>()
  for (const series of stored) {
    const name = declarableName(series, types, all)
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), series])
  }
  return found
}

/** A metric under another name than declared. */
export interface NearMiss {
  name: string
  /**
   * `same`: what libraries and exporters make of the declared name. `likely`: it differs by little, with an agreeing type.
   * `similar`: it may be another metric.
   */
  likeness: 'same' | 'likely' | 'similar'
}

/** The exposed metric that is probably meant by a declared one. */
export function probableName(
  { name, type }: Pick<DeclaredMetric, 'name' | 'type'>,
  exposed: readonly string[],
  typeOf: (name: string) => string | undefined,
): NearMiss | undefined {
  const agrees = (other: string): boolean => {
    const actual = typeOf(other) ?? 'unknown'
    return actual === 'unknown' || typesAgree(type, actual)
  }
  const common = commonName(name)
  const same = exposed.find((other) => other !== name && commonName(other) === common && agrees(other))
  if (same !== undefined) return { name: same, likeness: 'same' }
  const close = similarMetricName(name, exposed, 'nearly-same')
  if (close !== undefined && agrees(close)) return { name: close, likeness: 'likely' }
  const similar = similarMetricName(name, exposed)
  return similar === undefined ? undefined : { name: similar, likeness: 'similar' }
}
