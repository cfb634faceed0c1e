import { list } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import { leftOut } from './several-metrics.ts'
import { type FlyFile, groupsOf, servicesIn } from './subject.ts'

const file = (port: string): string => `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

${port}
`

/** Services that Fly's own Prometheus does not see. */
export const metricsCoverage: Rule<FlyFile> = {
  code: 'fly/metrics-coverage',
  severity: 'warning',
  what: '[metrics] covers one port of several services, or none of them.',
  why: "Fly's own Prometheus scrapes one port of each process group; it sees only the service behind it.",
  bad: file('▸[metrics]\nport = 9091'),
  good: file('[metrics]\nport = 9090'),
  check(subject, { report }) {
    const { fly } = subject
    for (const section of fly.metrics.filter((one) => !leftOut(subject).has(one))) {
      const port = section.number('port')?.value
      const others = servicesIn(groupsOf(section.processes, fly), subject).filter((s) => s.port !== port)
      if (port === undefined || others.length === 0) continue
      const missed = others.map((service) => `${service.name} (${service.port})`)
      report(
        section.at,
        `[metrics] covers port ${port} alone: Fly's own Prometheus does not see ${list(missed)}.`,
        'Fly takes one port of each process group. The Prometheus that is deployed here scrapes all of them.',
      )
    }
  },
}
