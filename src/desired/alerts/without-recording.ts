import { secondsOf } from '../../config/thresholds.ts'
import { promqlString, withLabel } from '../../formats/promql/literals.ts'
import { replaceSelectors, withMatchers } from '../../formats/promql/rewrite.ts'
import type { Matcher, Selector } from '../../formats/promql/types.ts'
import type { RecordingRule } from './rule.ts'

/** So many values of an expression are computed for a range, at most one each minute. */
const STEPS = 48

/**
 * A query in which the series that rules record are replaced by the expressions of these rules: where no rule is
 * evaluated, such as by an agent, they do not exist.
 */
export function withoutRecording(query: string, rules: readonly RecordingRule[]): string {
  return replaceSelectors(query, (selector, text) => {
    const own = rules.filter(({ record }) => record === selector.metric)
    if (own.length === 0) return { text }
    const parts = own.flatMap((rule) => expressionOf(rule, selector, rules))
    const { range } = selector
    return {
      text: `(\n${parts.join('\nor\n')}\n)`,
      ...(range !== undefined && { range: `${range}:${stepOf(range)}s` }),
    }
  })
}

const stepOf = (range: string): number => Math.max(60, Math.round(secondsOf(range) / STEPS))

/** The expression of a rule with the matchers of a selector; nothing when the labels of the rule do not match. */
function expressionOf(
  { expr, labels = {} }: RecordingRule,
  { matchers }: Selector,
  rules: readonly RecordingRule[],
): string[] {
  const isSet = ({ label }: Matcher) => Object.hasOwn(labels, label)
  if (!matchers.filter(isSet).every((one) => matches(labels[one.label] ?? '', one))) return []
  // Other labels of the recorded series come from those of the samples.
  const rest = matchers
    .filter((one) => !isSet(one))
    .map(({ label, op, value }) => `${label}${op}${promqlString(value)}`)
  const whole = withMatchers(withoutRecording(expr, rules), rest)
  return [
    Object.entries(labels).reduce((inner, [name, value]) => withLabel(`(${inner})`, name, value), whole),
  ]
}

function matches(label: string, { op, value }: Matcher): boolean {
  if (op === '=' || op === '!=') return (label === value) === (op === '=')
  return new RegExp(`^(?:${value})$`).test(label) === (op === '=~')
}
