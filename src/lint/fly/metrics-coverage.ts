import { isPortOpen } from '../../config/gaps.ts'
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

/** Services that Fly's managed Prometheus does not scrape. */
export const metricsCoverage: Rule<FlyFile> = {
  code: 'fly/metrics-coverage',
  severity: 'warning',
  what: '[metrics] covers one port of several services, or none of them.',
  why: "Fly's managed Prometheus scrapes one port of each process group, and so only the service on that port.",
  bad: file('▸[metrics]\nport = 9091'),
  good: file('[metrics]\nport = 9090'),
  check(subject, { report }) {
    // There, a service that is not scraped is an error.
    if (subject.isScrapedByFly) return
    const { fly } = subject
    for (const section of fly.metrics.filter((one) => !leftOut(subject).has(one))) {
      const port = section.number('port')?.value
      const others = servicesIn(groupsOf(section.processes, fly), subject).filter(
        (s) => s.port !== port && !isPortOpen(s),
      )
      if (port === undefined || others.length === 0) continue
      const missed = others.map((service) => `${service.name} on port ${service.port}`)
      report(
        section.at,
        `[metrics] covers only port ${port}: Fly's managed Prometheus does not scrape ${list(missed)}.`,
        'Fly scrapes one port of each process group. The Prometheus that this action deploys scrapes all services.',
      )
    }
  },
}
