import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { goSize } from './go.ts'
import type { FlyFile } from './subject.ts'

const file = (lines: string): string => `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

[[vm]]
${lines}
`

/** Two different amounts of memory. */
export const memoryTwice: Rule<FlyFile> = {
  code: 'fly/memory-twice',
  severity: 'warning',
  what: 'A [[vm]] sets its memory twice, with different values.',
  why: 'Only one of `memory` and `memory_mb` has an effect.',
  bad: file('memory = "1gb"\n▸memory_mb = 512'),
  good: file('memory = "1gb"'),
  check({ fly }, { report }) {
    for (const machine of fly.machines) {
      const [text, number] = [machine.written('memory'), machine.number('memory_mb')]
      if (!text || !number || goSize(text.value, 'MiB') === number.value) continue
      report(
        number.at,
        `The machine has memory = ${quoted(text.value)} and memory_mb = ${number.value}: only one of them has an effect.`,
        'Keep the one that is meant.',
      )
    }
  },
}
