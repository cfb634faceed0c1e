import { matches } from '../../formats/promql/patterns.ts'
import type { Selector } from '../../formats/promql/types.ts'
import { quoted } from '../../lib/quote.ts'
import type { NeverReason } from './subject.ts'
import { isOpen } from './variables.ts'

/** A value that one matcher selects and another one of the same label excludes. */
export function contradiction({ matchers }: Selector): NeverReason | undefined {
  const known = matchers.filter(({ value }) => !isOpen(value))
  for (const [label, own] of Map.groupBy(known, (matcher) => matcher.label)) {
    // One fixed value is enough to compare with: a second one is among the others.
    const fixed = own.find(({ op }) => op === '=')
    const other = fixed && own.find((one) => !matches(one, fixed.value))
    if (!fixed || !other) continue
    const both = other.op === '='
    return {
      from: Math.max(fixed.from, other.from),
      message: both
        ? `\`${label}\` cannot be ${quoted(fixed.value)} and ${quoted(other.value)} at once.`
        : `\`${label}${other.op}${quoted(other.value)}\` excludes ${quoted(fixed.value)}, which another matcher selects.`,
      hint: both ? `Use \`${label}=~"…|…"\` for either of them.` : 'Remove one of the two.',
    }
  }
  return undefined
}
