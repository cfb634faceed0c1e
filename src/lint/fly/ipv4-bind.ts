import type { Rule } from '../rule.ts'
import type { FlyFile } from './subject.ts'

const file = (address: string): string => `app = "chat"

[env]
${address}

[checks.alive]
type = "tcp"
port = 8080
`

/** A service that Prometheus cannot reach. */
export const ipv4Bind: Rule<FlyFile> = {
  code: 'fly/ipv4-bind',
  severity: 'warning',
  what: 'A service is configured to listen on 0.0.0.0.',
  why: "Fly's private network is IPv6: the connection of Prometheus is refused.",
  bad: file('▸METRICS_ADDRESS = "0.0.0.0:9090"'),
  good: file('METRICS_ADDRESS = "[::]:9090"'),
  check({ fly, services }, { report }) {
    const ports = services.map(({ port }) => String(port))
    for (const { key, value, at } of [...fly.env, ...fly.processes]) {
      const address = /(?:^|[^\d.])0\.0\.0\.0(?::(\d+))?/.exec(value)
      if (address && (address[1] === undefined || ports.includes(address[1])))
        report(
          at,
          `${key} makes a service listen on 0.0.0.0, which is not reachable over the private network (IPv6).`,
          'Use [::], which accepts IPv4 as well.',
        )
    }
  },
}
