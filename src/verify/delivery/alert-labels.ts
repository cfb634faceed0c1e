import { parsePromql } from '../../formats/promql/parse.ts'
import { matches } from '../../formats/promql/patterns.ts'
import type { Selector } from '../../formats/promql/types.ts'

/** A service that Prometheus scrapes, with the labels of its series. */
export interface LabelledService {
  service: string
  app: string
}

/**
 * The labels of services that the alerts of a query may have, by which notification policies may route them: one set for
 * each service, or one without labels where the query keeps none.
 */
export function serviceLabelsOf(
  expr: string,
  services: readonly LabelledService[],
): Readonly<Record<string, string>>[] {
  const { ok, selectors } = parsePromql(expr)
  const found = new Map<string, Record<string, string>>()
  for (const selector of ok ? selectors : []) {
    const kept = keptLabels(selector)
    if (!kept.service) continue
    for (const { service, app } of services.filter((one) => isSelected(selector, one)))
      found.set(service, { service, ...(kept.app && { app }) })
  }
  return found.size === 0 ? [{}] : [...found.values()]
}

/** Which labels are left of a selector's series: `absent` keeps those that are compared with one value. */
function keptLabels({ within, matchers }: Selector): { service: boolean; app: boolean } {
  const isAbsent = within.some(({ name }) => name.startsWith('absent'))
  const aggregation = within.findLast(({ labels }) => labels)?.labels
  const keeps = (label: string): boolean => {
    if (isAbsent) return matchers.some((one) => one.label === label && one.op === '=')
    return !aggregation || aggregation.names.includes(label) === (aggregation.kind === 'by')
  }
  return { service: keeps('service'), app: keeps('app') }
}

const isSelected = ({ matchers }: Selector, labels: LabelledService): boolean =>
  matchers.every(
    (matcher) =>
      (matcher.label !== 'service' && matcher.label !== 'app') || matches(matcher, labels[matcher.label]),
  )
