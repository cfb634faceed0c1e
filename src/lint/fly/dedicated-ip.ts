import type { Rule } from '../rule.ts'
import { type FlyFile, nameOf } from './subject.ts'

const file = (port: string): string => `app = "chat"

[[services]]
internal_port = 8080

${port}

[[services.tcp_checks]]
interval = "15s"
`

/** A service that needs a dedicated IP address (DetermineIPType of flyctl). */
export const dedicatedIp: Rule<FlyFile> = {
  code: 'fly/dedicated-ip',
  severity: 'warning',
  what: 'A service is published on a port or in a way that a shared address cannot serve.',
  why: 'On the first deploy flyctl asks for a dedicated address; without a terminal the app gets no address at all.',
  bad: file('▸[[services.ports]]\nport = 443\nhandlers = ["tls"]'),
  good: file('[[services.ports]]\nport = 443\nhandlers = ["tls", "http"]'),
  check({ fly }, { report }) {
    for (const service of fly.services) {
      const udp = service.text('protocol')?.value === 'udp'
      const port = service.ports.find(({ from, to, handlers }) => {
        const kind = handlers.toSorted().join()
        return to > from || (from === 80 ? kind !== 'http' : from === 443 ? kind !== 'http,tls' : true)
      })
      if (service.http || !(udp || port)) continue
      const how = udp ? 'UDP' : `port ${port?.from} with ${port?.handlers.join(' and ') || 'no handlers'}`
      report(
        port?.at ?? service.at,
        `${nameOf(service)} needs a dedicated IP address (${how}).`,
        'Allocate the addresses before the first deploy: `flyctl ips allocate-v4` and `flyctl ips allocate-v6`.',
      )
      return
    }
  },
}
