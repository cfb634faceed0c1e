import type { Rule } from '../rule.ts'
import { type FlyFile, nameOf, publicPorts } from './subject.ts'

const file = (port: string): string => `app = "chat"

[http_service]
${port}

[[http_service.checks]]
path = "/health"
`

/** Metrics that are public. */
export const publicMetrics: Rule<FlyFile> = {
  code: 'fly/public-metrics',
  severity: 'warning',
  what: 'A metrics port is published to the internet.',
  why: 'Prometheus needs only the private network; metrics disclose facts about users and internals.',
  bad: file('▸internal_port = 9090'),
  good: file('internal_port = 8080'),
  check({ fly, services }, { report }) {
    for (const service of fly.services) {
      const internal = service.number('internal_port')
      if (!internal || publicPorts(service).length === 0) continue
      if (services.some(({ port }) => port === internal.value))
        report(
          internal.at,
          `${nameOf(service)} publishes ${internal.value}, a metrics port, to the internet.`,
          'Remove it, unless the metrics are public on purpose: Prometheus uses the private network.',
        )
    }
  },
}
