import type { Rule } from '../rule.ts'
import type { Offset, Query } from './subject.ts'

/** A query that is too long or too deep to be checked. */
export const queryLimit: Rule<Query, Offset> = {
  code: 'query/limit',
  severity: 'warning',
  what: 'A query is too long or nests too deeply to be checked.',
  why: 'The query was not checked.',
  bad: `▸${'('.repeat(2_000)}users${')'.repeat(2_000)}`,
  good: '(users)',
  check({ parsed }, { report }) {
    for (const error of parsed.errors)
      if (error.kind === 'limit') report(error.from, `${error.message}.`, 'Split it into recording rules.')
  },
}
