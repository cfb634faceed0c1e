import { readExpression } from '../../formats/promql/expression.ts'
import type { Selector } from '../../formats/promql/types.ts'
import type { Contract } from '../contract.ts'
import type { Rule } from '../rule.ts'
import { contradiction } from './contradiction.ts'
import { impossibleJoins } from './join.ts'
import {
  absentLabel,
  absentOnTargets,
  absentService,
  absentValue,
  droppedLabel,
  impossibleInstance,
} from './label-values.ts'
import { type NeverReason, type Offset, type Query, selected } from './subject.ts'
import { isOpen } from './variables.ts'

/** A query that can never return anything. */
export const neverMatches: Rule<Query, Offset> = {
  code: 'query/never-matches',
  severity: 'error',
  what: 'A query selects a label or a value that no series has, joins series whose labels never match, or compares with numbers that exclude each other.',
  why: 'The query never returns anything. Scraped series have the labels `service`, `app`, `job` and `instance`.',
  bad: 'users{▸service="chat"}',
  good: 'users{service="web"}',
  check(query, { report }) {
    for (const found of reasonsIn(query)) if (found) report(found.from, found.message, found.hint)
    for (const { text, from } of query.parsed.emptyRanges)
      report(from, `No value is ${text}.`, 'Correct one of the two numbers, or use `or` for either of them.')
  },
}

function reasonsIn(query: Query): (NeverReason | undefined)[] {
  const { parsed, parsedText, contract } = query
  const whole = parsed.selectors.length > 1 ? readExpression(parsedText, parsed) : undefined
  return [
    ...parsed.selectors.flatMap((selector) => [contradiction(selector), ...reasonsOf(selector, query)]),
    ...selected(query, 'declared').flatMap((one) =>
      one.selector.matchers.flatMap((matcher) => [
        contract && absentService(matcher, one, contract),
        absentLabel(matcher, one),
      ]),
    ),
    ...(whole ? impossibleJoins(whole, contract) : []),
  ]
}

/** Why no series has what a selector asks for, as far as its metric is known. */
function reasonsOf(selector: Selector, { contract, isOurs, kind }: Query): (NeverReason | undefined)[] {
  if (!contract) return []
  const dropped = selector.matchers.map((matcher) => droppedLabel(matcher, selector, contract))
  // An unknown metric may come from another program, with other labels.
  if (isUndeclared(selector.metric, contract)) return dropped
  return [
    ...dropped,
    ...selector.matchers.flatMap((matcher) => [
      impossibleInstance(matcher, contract),
      absentValue(matcher, selector, { contract, isOurs }),
      // A panel shows that it has no data; a rule would never say so.
      isOurs && kind === 'rule' ? absentOnTargets(matcher, selector, contract) : undefined,
    ]),
  ]
}

const isUndeclared = (name: string | undefined, contract: Contract): boolean =>
  name !== undefined && !isOpen(name) && contract.series(name).kind === 'unknown'
