import { parseDuration } from '../../lib/duration.ts'
import type { Contract } from '../contract.ts'
import type { Rule } from '../rule.ts'
import { type Offset, type Query, selected } from './subject.ts'

/** Functions that need two samples. */
const NEEDS_TWO = new Set(['rate', 'irate', 'increase', 'delta', 'idelta', 'deriv', 'predict_linear'])

/** A range with a plain duration, and the function that needs two samples in it. */
export interface Range {
  from: Offset
  name: string
  text: string
  milliseconds: number
  /** Milliseconds between two scrapes. */
  interval: number
}

/** The ranges of declared metrics in functions that need two samples. */
export function rangesOf(query: Query): Range[] {
  const { contract } = query
  if (!contract || contract.scrapeInterval === 0) return []
  return [...selected(query, 'declared'), ...upOf(query, contract)].flatMap(({ selector, name }) => {
    const milliseconds = parseDuration(selector.range ?? '')
    const call = selector.within[0]
    return milliseconds !== undefined && call && NEEDS_TWO.has(call.name)
      ? [
          {
            from: selector.from,
            name: call.name,
            text: `${name}[${selector.range}]`,
            milliseconds,
            interval: contract.scrapeInterval,
          },
        ]
      : []
  })
}

/** `up` has a sample for each scrape, as a declared metric. */
const upOf = ({ parsed }: Query, contract: Contract) =>
  contract.values('service') === undefined
    ? []
    : parsed.selectors.filter(({ metric }) => metric === 'up').map((selector) => ({ selector, name: 'up' }))

/** A range that never has two samples. */
export const shortRange: Rule<Query, Offset> = {
  code: 'query/short-range',
  severity: 'error',
  what: 'A range is not longer than the scrape interval.',
  why: '`rate`, `increase` and similar functions need two samples. The range never has more than one: the query never returns anything.',
  bad: 'rate(▸requests_total[15s])',
  good: 'rate(requests_total[1m])',
  check(query, { report }) {
    for (const { from, name, text, milliseconds, interval } of rangesOf(query))
      if (milliseconds <= interval)
        report(
          from,
          `\`${text}\` never has two samples, which \`${name}\` needs: the scrape interval is ${interval / 1000}s.`,
          `Use at least four scrape intervals: \`[${(4 * interval) / 1000}s]\` or longer.`,
        )
  },
}
