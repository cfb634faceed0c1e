import type { Rule } from '../rule.ts'
import type { FlyFile } from './subject.ts'

const file = (strategy: string): string => `app = "chat"

[deploy]
${strategy}

[checks.alive]
type = "tcp"
port = 8080

[[mounts]]
source = "data"
destination = "/data"
initial_size = "10gb"
`

/** A strategy that needs a second machine. */
export const bluegreenVolume: Rule<FlyFile> = {
  code: 'fly/bluegreen-volume',
  severity: 'warning',
  what: 'The deploy strategy is bluegreen, and the app has a volume.',
  why: 'Blue-green needs spare machines, which cannot have the volume.',
  bad: file('▸strategy = "bluegreen"'),
  good: file('strategy = "rolling"'),
  check({ fly }, { report }) {
    const strategy = fly.deploy?.strategy
    if (strategy?.value === 'bluegreen' && fly.mounts.length > 0)
      report(
        strategy.at,
        'The strategy bluegreen does not work with a mounted volume.',
        'Use rolling, the default.',
      )
  },
}
