import { parseDuration } from '../../lib/duration.ts'
import { dashboard } from '../dashboard/examples.ts'
import type { Rule } from '../rule.ts'
import { rangesOf } from './short-range.ts'
import { type Offset, type Query, selected } from './subject.ts'

const panel = (query: string) => dashboard({ target: `"refId": "A", "expr": ${query}` })

/** A range that has two samples only sometimes. */
export const sparseRange: Rule<Query, Offset> = {
  code: 'query/sparse-range',
  severity: 'warning',
  what: 'A range is shorter than two scrape intervals, or may be.',
  why: '`rate`, `increase` and similar functions need two samples: the result has gaps. `$__interval` of a panel is as short as one scrape interval.',
  bad: { path: 'd.json', text: panel('▸"rate(requests_total[$__interval])"') },
  good: { path: 'd.json', text: panel('"rate(requests_total[$__rate_interval])"') },
  check(query, { report }) {
    for (const { from, name, text, milliseconds, interval } of rangesOf(query))
      if (milliseconds > interval && milliseconds < 2 * interval)
        report(
          from,
          `\`${text}\` does not always have two samples, which \`${name}\` needs: the scrape interval is ${interval / 1000}s.`,
          `Use at least four scrape intervals: \`[${(4 * interval) / 1000}s]\` or longer.`,
        )
    const [, name] = PANEL_INTERVAL.exec(query.text) ?? []
    const isLong =
      (parseDuration(query.minStep?.replace(/^>/, '') ?? '') ?? 0) >=
      2 * (query.contract?.scrapeInterval ?? 0)
    const [declared] = selected(query, 'declared')
    if (query.kind === 'panel' && name && declared && !isLong)
      report(
        declared.selector.from,
        `\`${name}\` over \`$__interval\`: zoomed in, it has less than two samples, and the panel is empty.`,
        'Use `$__rate_interval`, which is at least four scrape intervals long.',
      )
  },
}

/** A function that needs two samples, over the interval of the panel. */
const PANEL_INTERVAL =
  /\b(rate|irate|increase|delta|idelta|deriv)\s*\([^()[\]]{0,2000}\[\s*\$(?:__interval\b|\{__interval\})\s*\]/
