import { list } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import { type FlyFile, publicPorts } from './subject.ts'

/** Ports that are published individually, without those of the metrics. */
export const privateMetrics: Rule<FlyFile> = {
  code: 'fly/private-metrics',
  severity: 'warning',
  what: 'Ports of the app are published individually, but not those of the metrics.',
  why: 'Fly publishes declared ports only: https://APP.fly.dev:PORT/metrics does not answer from outside. (A TCP connection succeeds nevertheless, on any port.)',
  bad: {
    text: `app = "chat"

▸[[services]]
internal_port = 7000

[[services.ports]]
port = 7000
handlers = ["tls"]

[[services.tcp_checks]]
interval = "15s"
`,
    also: ['fly/dedicated-ip'],
  },
  good: `app = "chat"

[http_service]
internal_port = 8080

[[http_service.checks]]
path = "/health"
`,
  check({ fly, services, app }, { report }) {
    const singly = fly.services.find((service) =>
      publicPorts(service).some(({ from, to }) => from !== to || ![80, 443].includes(from)),
    )
    const open = fly.services.flatMap(publicPorts)
    const closed = services
      .map(({ port }) => port)
      .filter((port) => !open.some((p) => p.internal === port || (p.from <= port && port <= p.to)))
    if (!singly || closed.length === 0) return
    const ports = `${closed.length === 1 ? 'the metrics port' : 'the metrics ports'} ${list(closed.map(String))}`
    report(
      singly.at,
      `Ports are published individually, but not ${ports}: https://${app}.fly.dev:${closed[0]}/metrics does not answer.`,
      'Prometheus does not need it: it uses the private network. To publish a port on purpose, add [[services]] with that port.',
    )
  },
}
