import { type Binary, type Expression, readExpression, selectorsIn } from '../../formats/promql/expression.ts'
import type { EnclosingCall, Matcher, Selector } from '../../formats/promql/types.ts'
import { list } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import { CHANGES_LABELS, keepsLabel } from './side.ts'
import type { Offset, Query } from './subject.ts'
import { isOpen } from './variables.ts'

/** A share of events whose two sides have the same labels. */
export const ratioOfItself: Rule<Query, Offset> = {
  code: 'query/ratio-of-itself',
  severity: 'warning',
  what: 'A query divides series by themselves.',
  why: 'Series match by all of their labels: the one with `status="500"` is divided by itself and not by all requests. The result is always 1, so that an alert fires at the first failure.',
  bad: '▸rate(requests_total{status=~"5.."}[5m]) / rate(requests_total[5m])',
  good: 'sum(rate(requests_total{status=~"5.."}[5m])) / sum(rate(requests_total[5m]))',
  check(query, { report }) {
    const { parsed, parsedText } = query
    const whole = parsed.selectors.length > 1 ? readExpression(parsedText, parsed) : undefined
    for (const { left: one, right: other, matching } of whole ? divisionsIn(whole) : []) {
      const [[left, ...more], [right, ...others]] = [selectorsIn(one), selectorsIn(other)]
      if (!left || !right || matching || more.length + others.length > 0 || !isSame(one, other)) continue
      if (!hasSameSeries({ left, right, around: callsIn(one) }, query)) continue
      const labels = differing(left.matchers, right.matchers)
      report(
        one.from,
        `Both sides are \`${left.metric}\` with the same labels: each series is divided by itself, and the result is always 1.`,
        `Leave ${labels.length > 0 ? list(labels.map((label) => `\`${label}\``)) : 'the label that makes the difference'} out of both sides, such as \`sum(…) / sum(…)\`.`,
      )
    }
  },
}

/** The labels of matchers that only one side has. */
function differing(left: readonly Matcher[], right: readonly Matcher[]): string[] {
  const [inLeft, inRight] = [left, right].map((all) => new Set(all.map(written)))
  const only = [
    ...left.filter((one) => !inRight?.has(written(one))),
    ...right.filter((one) => !inLeft?.has(written(one))),
  ]
  return [...new Set(only.map(({ label }) => label))]
}

const written = ({ label, op, value }: Matcher): string => JSON.stringify([label, op, value])

interface Sides {
  left: Selector
  right: Selector
  /** The functions and aggregations of both sides. */
  around: readonly EnclosingCall[]
}

/** Whether the series of both sides that match are the same ones. */
function hasSameSeries({ left, right, around }: Sides, query: Query): boolean {
  if (left.metric === undefined || left.metric !== right.metric || isOpen(left.metric)) return false
  if (left.range !== right.range) return false
  const open = [...left.matchers, ...right.matchers].filter(
    ({ label, value }) => isOpen(label) || isOpen(value),
  )
  return (
    !around.some(({ name }) => CHANGES_LABELS.has(name)) &&
    differing(left.matchers, right.matchers).every((label) =>
      around.every((one) => keepsLabel(one, label)),
    ) &&
    (query.text === query.parsedText || isOneValue(open, query.text))
  )
}

/** Placeholders are the same for all variables: whether each label, and the range, is written in one way only. */
function isOneValue(open: readonly Matcher[], text: string): boolean {
  const ranges = text.match(/\[[^[\]]*\]/g) ?? []
  const values = (label: string) =>
    [...text.matchAll(/([\w.]+)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/g)]
      .filter(([, name]) => name === label)
      .map(([, , op, value]) => `${op}${value}`)
  return (
    new Set(ranges).size <= 1 &&
    open.every(({ label }) => !isOpen(label) && new Set(values(label)).size === 1)
  )
}

/** The parts of which a part is made. */
function operandsOf(part: Expression): readonly Expression[] {
  if (part.kind === 'binary') return [part.left, part.right]
  if (part.kind === 'call') return part.args
  return part.kind === 'shifted' || part.kind === 'subquery' ? [part.inner] : []
}

const divisionsIn = (part: Expression): Binary[] => [
  ...operandsOf(part).flatMap(divisionsIn),
  ...(part.kind === 'binary' && part.op === '/' ? [part] : []),
]

const callsIn = (part: Expression): EnclosingCall[] => [
  ...(part.kind === 'call' ? [part] : []),
  ...operandsOf(part).flatMap(callsIn),
]

/** Whether two sides calculate the same of their selectors, at the same time. */
function isSame(left: Expression, right: Expression): boolean {
  if (left.kind === 'selector') return right.kind === 'selector'
  if (left.kind === 'constant') return right.kind === 'constant' && left.text === right.text
  if (left.kind === 'binary')
    return (
      right.kind === 'binary' &&
      left.op === right.op &&
      isSame(left.left, right.left) &&
      isSame(left.right, right.right)
    )
  if (left.kind !== 'call' || right.kind !== 'call' || left.name !== right.name) return false
  return (
    JSON.stringify(left.labels) === JSON.stringify(right.labels) &&
    left.args.length === right.args.length &&
    left.args.every((one, i) => isSame(one, right.args[i] as Expression))
  )
}
