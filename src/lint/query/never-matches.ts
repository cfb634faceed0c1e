import type { Contract } from '../contract.ts'
import type { Rule } from '../rule.ts'
import { contradiction } from './contradiction.ts'
import { joinThatNeverMatches } from './join.ts'
import { absentLabel, absentService, absentValue, droppedLabel, impossibleInstance } from './label-values.ts'
import { type NeverReason, type Offset, type Query, selected } from './subject.ts'
import { isOpen } from './variables.ts'

/** A query that can never return anything. */
export const neverMatches: Rule<Query, Offset> = {
  code: 'query/never-matches',
  severity: 'error',
  what: 'A query selects a label value that no series has, joins series whose labels never match, or compares with numbers that exclude each other.',
  why: 'The query never returns anything. Scraped series have the labels `service`, `app`, `job` and `instance`.',
  bad: 'users{▸service="chat"}',
  good: 'users{service="web"}',
  check(query, { report }) {
    const { parsed, contract, isOurs } = query
    const reportIf = (found: NeverReason | undefined) =>
      found && report(found.from, found.message, found.hint)
    for (const selector of parsed.selectors) {
      reportIf(contradiction(selector))
      if (contract)
        for (const matcher of selector.matchers) reportIf(droppedLabel(matcher, selector, contract))
      // An unknown metric may come from another program, with other labels.
      if (!contract || isUndeclared(selector.metric, contract)) continue
      for (const matcher of selector.matchers) {
        reportIf(impossibleInstance(matcher, contract))
        reportIf(absentValue(matcher, selector, { contract, isOurs }))
      }
    }
    for (const one of selected(query, 'declared'))
      for (const matcher of one.selector.matchers) {
        if (contract) reportIf(absentService(matcher, one, contract))
        reportIf(absentLabel(matcher, one))
      }
    for (const join of parsed.joins) reportIf(joinThatNeverMatches(join, contract))
    for (const { text, from } of parsed.emptyRanges)
      report(from, `No value is ${text}.`, 'Correct one of the two numbers, or use `or` for either of them.')
  },
}

const isUndeclared = (name: string | undefined, contract: Contract): boolean =>
  name !== undefined && !isOpen(name) && contract.series(name).kind === 'unknown'
