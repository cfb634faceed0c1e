import { parsePromql } from '../../formats/promql/parse.ts'
import { matches } from '../../formats/promql/patterns.ts'
import { selectorsThatKeep } from '../../formats/promql/result-labels.ts'
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
  const [withService, withApp] = ['service', 'app'].map((label) =>
    ok ? selectorsThatKeep(label, expr) : new Set<number>(),
  )
  const found = new Map<string, Record<string, string>>()
  for (const selector of selectors) {
    if (!withService?.has(selector.from) || !isKept(selector, 'service')) continue
    const hasApp = withApp?.has(selector.from) === true && isKept(selector, 'app')
    for (const { service, app } of services.filter((one) => isSelected(selector, one)))
      found.set(service, { service, ...(hasApp && { app }) })
  }
  return found.size === 0 ? [{}] : [...found.values()]
}

/** `absent` keeps the labels that are compared with one value. */
const isKept = ({ within, matchers }: Selector, label: string): boolean =>
  !within.some(({ name }) => name.startsWith('absent')) ||
  matchers.some((one) => one.label === label && one.op === '=')

const isSelected = ({ matchers }: Selector, labels: LabelledService): boolean =>
  matchers.every(
    (matcher) =>
      (matcher.label !== 'service' && matcher.label !== 'app') || matches(matcher, labels[matcher.label]),
  )
