import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { type FlyFile, groupsOf } from './subject.ts'

/** A check without a port. */
export const checkPort: Rule<FlyFile> = {
  code: 'fly/check-port',
  severity: 'error',
  what: 'A check in [checks] has no port, and there is no http_service to take it from.',
  why: '`flyctl config validate` accepts such a file; the deploy fails when it creates the machine.',
  bad: `app = "chat"

▸[checks.alive]
type = "tcp"
`,
  good: `app = "chat"

[checks.alive]
type = "tcp"
port = 8080
`,
  check({ fly }, { report }) {
    const http = fly.services.find((service) => service.http)
    const served = http ? groupsOf(http.processes, fly) : []
    for (const check of fly.checks) {
      if (check.has('port')) continue
      const without = groupsOf(check.processes, fly).find((group) => !served.includes(group))
      if (without === undefined) continue
      const where = fly.processes.length > 0 ? ` in process group ${quoted(without)}` : ''
      report(
        check.at,
        `[checks.${check.name}] has no port, and there is no http_service${where} to take it from.`,
        `Add \`port = …\` to [checks.${check.name}].`,
      )
    }
  },
}
