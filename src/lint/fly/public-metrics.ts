import type { Section, Service } from '../../formats/fly-toml.ts'
import type { Rule } from '../rule.ts'
import { type FlyFile, nameOf, publicPorts } from './subject.ts'

const file = (sections: string): string => `app = "chat"

[http_service]
internal_port = 8080

[[http_service.checks]]
path = "/health"
${sections}`

/** A service that publishes only metrics. */
export const publicMetrics: Rule<FlyFile> = {
  code: 'fly/public-metrics',
  severity: 'warning',
  what: 'A port that serves only metrics is published to the internet.',
  why: 'Prometheus needs only the private network; metrics disclose facts about users and internals. (Metrics on the port of the app itself are common and not reported.)',
  bad: file(`
[[services]]
▸internal_port = 9090

[[services.ports]]
port = 9090
handlers = ["tls", "http"]
`),
  good: file(''),
  check({ fly, services }, { report }) {
    for (const service of fly.services) {
      const internal = service.number('internal_port')
      const isMetrics = services.some(({ port }) => port === internal?.value)
      if (!internal || !isMetrics || !isOnlyForMetrics(service, fly.services)) continue
      report(
        internal.at,
        `${nameOf(service)} publishes port ${internal.value}, which the configuration names for metrics, to the internet.`,
        'Prometheus uses the private network. Remove this section if nothing else uses the port from outside.',
      )
    }
  },
}

/**
 * Whether a published service is one in addition to that of the app: another one publishes the ports of the web. Metrics on
 * the port of the app cannot be unpublished without taking the app off the internet.
 */
function isOnlyForMetrics(service: Service, all: readonly Service[]): boolean {
  if (publicPorts(service).length === 0 || isWeb(service)) return false
  return all.some((other) => other !== service && isWeb(other) && portOf(other) !== portOf(service))
}

const portOf = (service: Section): number | undefined => service.number('internal_port')?.value

const isWeb = (service: Service): boolean =>
  publicPorts(service).some(({ from, to }) => [80, 443].some((port) => from <= port && port <= to))
