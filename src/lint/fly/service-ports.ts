import type { Rule } from '../rule.ts'
import { type FlyFile, nameOf } from './subject.ts'

/** A service without ports. */
export const servicePorts: Rule<FlyFile> = {
  code: 'fly/service-ports',
  severity: 'warning',
  what: 'A service has no ports.',
  why: 'Nothing is published. flyctl warns, and has announced that it will refuse such files.',
  bad: `app = "chat"

▸[[services]]
internal_port = 9090

[[services.tcp_checks]]
interval = "15s"
`,
  good: `app = "chat"

[checks.alive]
type = "tcp"
port = 9090
`,
  check({ fly }, { report }) {
    for (const service of fly.services)
      if (!service.http && service.ports.length === 0)
        report(
          service.at,
          `${nameOf(service)} has no ports.`,
          service.checks.length > 0
            ? 'Add [[services.ports]]. If nothing outside reaches it, write its checks as [checks.NAME] with this port instead, and remove the service.'
            : 'Add [[services.ports]], or remove the service: metrics need no published port.',
        )
  },
}
