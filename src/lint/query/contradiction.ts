import { matches } from '../../formats/promql/strings.ts'
import type { Selector } from '../../formats/promql/types.ts'
import { quoted } from '../../lib/quote.ts'
import type { NeverReason } from './subject.ts'
import { isOpen } from './variables.ts'

/** A value that one matcher asks for and another one of the same label does not accept. */
export function contradiction({ matchers }: Selector): NeverReason | undefined {
  const known = matchers.filter(({ value }) => !isOpen(value))
  for (const [label, own] of Map.groupBy(known, (matcher) => matcher.label)) {
    // One value is enough to ask the others about: a second one is among them.
    const fixed = own.find(({ op }) => op === '=')
    const other = fixed && own.find((one) => !matches(one, fixed.value))
    if (!fixed || !other) continue
    const both = other.op === '='
    return {
      from: Math.max(fixed.from, other.from),
      message: both
        ? `\`${label}\` cannot be ${quoted(fixed.value)} and ${quoted(other.value)} at once.`
        : `\`${label}${other.op}${quoted(other.value)}\` leaves out ${quoted(fixed.value)}, which is asked for beside it.`,
      hint: both ? `Use \`${label}=~"…|…"\` for either of them.` : 'Remove one of the two.',
    }
  }
  return undefined
}
