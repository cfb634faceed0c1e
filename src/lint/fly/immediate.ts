import type { Rule } from '../rule.ts'
import type { FlyFile } from './subject.ts'

const file = (strategy: string): string => `app = "chat"

[deploy]
${strategy}

[checks.alive]
type = "tcp"
port = 8080
`

/** A deploy that does not wait. */
export const immediate: Rule<FlyFile> = {
  code: 'fly/immediate',
  severity: 'warning',
  what: 'The deploy strategy is immediate.',
  why: 'flyctl returns success immediately and does not check any machine.',
  bad: file('▸strategy = "immediate"'),
  good: file('strategy = "rolling"'),
  check({ fly }, { report }) {
    const strategy = fly.deploy?.strategy
    if (strategy?.value === 'immediate')
      report(
        strategy.at,
        'With the strategy immediate a deploy reports success before any machine has started.',
        'Use rolling, the default.',
      )
  },
}
