import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { goDuration } from './go.ts'
import type { FlyFile } from './subject.ts'

const file = (interval: string): string => `app = "chat"

[http_service]
internal_port = 8080

[[http_service.checks]]
path = "/health"
${interval}
`

/** Durations that Fly replaces with its own limits. */
export const checkLimits: Rule<FlyFile> = {
  code: 'fly/check-limits',
  severity: 'warning',
  what: 'A check of a service has a duration outside the limits of Fly.',
  why: 'Fly raises it to 1 s or lowers it to 1 min without a message.',
  bad: file('▸interval = "2m"'),
  good: file('interval = "1m"'),
  check({ fly }, { report }) {
    for (const check of fly.services.flatMap((service) => service.checks))
      for (const key of ['interval', 'timeout', 'grace_period']) {
        const written = check.text(key)
        const value = written && goDuration(written.value)
        if (value === undefined || (key === 'grace_period' && value === 0)) continue
        if (value >= 1_000 && value <= 60_000) continue
        report(
          written?.at ?? check.at,
          `A check has ${key} = ${quoted(written?.value)}; Fly ${value > 60_000 ? 'lowers it to 1m' : 'raises it to 1s'}.`,
          'Use a duration from 1s to 1m.',
        )
      }
  },
}
