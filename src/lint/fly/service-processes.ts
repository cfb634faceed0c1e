import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { type FlyFile, nameOf } from './subject.ts'

const file = (section: string): string => `app = "chat"

[processes]
web = "chat serve"

${section}
internal_port = 8080

[[http_service.checks]]
path = "/health"
`

/** A service that older versions of flyctl accepted and the current one refuses. */
export const serviceProcesses: Rule<FlyFile> = {
  code: 'fly/service-processes',
  severity: 'error',
  what: 'A service has no `processes`, although [processes] exists.',
  why: 'Older versions of flyctl accepted such files; the current one refuses them.',
  bad: file('▸[http_service]'),
  good: file('[http_service]\nprocesses = ["web"]'),
  check({ fly }, { report }) {
    const names = fly.processes.map(({ key }) => key)
    if (names.length === 0) return
    const list = names.length === 1 ? quoted(names) : `[…], one or more of: ${names.join(', ')}`
    for (const service of fly.services)
      if (service.processes.length === 0)
        report(
          service.at,
          `${nameOf(service)} has no processes, although [processes] exists.`,
          `Add processes = ${list} to ${nameOf(service)}.`,
        )
  },
}
