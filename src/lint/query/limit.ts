import type { Rule } from '../rule.ts'
import type { Offset, Query } from './subject.ts'

/** A query that was not checked. */
export const queryLimit: Rule<Query, Offset> = {
  code: 'query/limit',
  severity: 'warning',
  what: 'A query is too long or nests too deeply to be checked.',
  why: 'Nothing else can be said about it.',
  bad: `▸${'('.repeat(2_000)}users${')'.repeat(2_000)}`,
  good: '(users)',
  check({ parsed }, { report }) {
    for (const error of parsed.errors)
      if (error.kind === 'limit') report(error.from, `${error.message}.`, 'Split it, with recording rules.')
  },
}
