import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import type { Offset, Query } from './subject.ts'
import { isOpen } from './variables.ts'

/** `5..`, `prod.*`, `web|api`: values that are more likely patterns. */
const PATTERN = /^[1-5]\.\.$|^[1-5]\[\d-\d\]|\.[*+]|^[\w-]+(?:\|[\w-]+)+$/

/** Labels whose values are patterns of a router. */
const OF_ROUTES = /path|route|handler|uri|url|endpoint|view|pattern|query|regex|name|topic|rule/i

/** A pattern that is compared as a text. */
export const literalPattern: Rule<Query, Offset> = {
  code: 'query/literal-pattern',
  severity: 'warning',
  what: 'A matcher compares a label with a regular expression, but with `=` or `!=`.',
  why: '`=` compares the text: no series has such a value. Regular expressions need `=~` or `!~`.',
  bad: 'rate(requests_total{▸code="5.."}[5m])',
  good: 'rate(requests_total{code=~"5.."}[5m])',
  check({ parsed }, { report }) {
    for (const { label, op, value, from } of parsed.selectors.flatMap(({ matchers }) => matchers))
      if ((op === '=' || op === '!=') && !isOpen(value) && PATTERN.test(value) && !OF_ROUTES.test(label))
        report(
          from,
          `\`${label}${op}${quoted(value)}\` compares with the text, not with a pattern.`,
          `Write \`${label}${op === '=' ? '=~' : '!~'}${quoted(value)}\`.`,
        )
  },
}
