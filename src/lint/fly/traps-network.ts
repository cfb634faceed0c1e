import type { ServiceConfig } from '../../config/schema.ts'
import type { Entry, Section, Service } from '../../formats/fly-toml.ts'
import { list, quoted } from '../../lib/text.ts'
import { groupsOf, serviceName } from './rejects.ts'
import type { About } from './traps.ts'

/** The name decides where the deploy goes and where Prometheus looks. */
export function appName({ fly, app, report }: About): void {
  if (!fly.app || fly.app.value === app) return
  const message = `The app is ${quoted(fly.app.value)} here and ${quoted(app)} in the configuration.`
  report(
    'fly/app-name',
    fly.app.at,
    message,
    `Make them the same: the deploy goes to ${app}, and Prometheus looks for ${app}.internal.`,
  )
}

/** Fly's private network is IPv6. */
export function ipv4Binding({ fly, services, report }: About): void {
  const ports = services.map((service) => String(service.port))
  const binds = (entry: Entry) => {
    const port = /(?:^|[^\d.])0\.0\.0\.0(?::(\d+))?/.exec(entry.value)
    return port && (port[1] === undefined || ports.includes(port[1]))
  }
  for (const entry of [...fly.env, ...fly.processes].filter(binds))
    report(
      'fly/ipv4-bind',
      entry.at,
      `${entry.key} tells a service to listen on 0.0.0.0, which the private network (IPv6) does not reach.`,
      'Use [::], which takes IPv4 as well.',
    )
}

/** Names of the watched services whose machines belong to one of these process groups. */
function watchedIn(groups: readonly string[], { fly, services }: About): ServiceConfig[] {
  return services.filter((service) =>
    service.process === undefined
      ? fly.groups.some((group) => groups.includes(group))
      : groups.includes(service.process),
  )
}

/** Ports that the world reaches, and the ports of the machine behind them. */
function published(service: Service): { internal: number; from: number; to: number }[] {
  const internal = service.number('internal_port')?.value ?? 0
  const ports = service.http
    ? [
        { from: 80, to: 80 },
        { from: 443, to: 443 },
      ]
    : service.ports
  return ports.map(({ from, to }) => ({ internal, from, to }))
}

/** Only declared ports answer from outside; metrics need none. */
export function publishedPorts(about: About): void {
  const { fly, services, report } = about
  const metrics = services.map((service) => service.port)
  for (const service of fly.services) {
    const internal = service.number('internal_port')
    if (internal && metrics.includes(internal.value) && published(service).length > 0)
      report(
        'fly/public-metrics',
        internal.at,
        `${serviceName(service)} publishes ${internal.value}, a metrics port, to the internet.`,
        'Remove it: Prometheus uses the private network. Keep it only on purpose.',
      )
  }
  const singly = fly.services.find((s) =>
    published(s).some(({ from, to }) => from !== to || ![80, 443].includes(from)),
  )
  const open = fly.services.flatMap(published)
  const closed = metrics.filter(
    (port) => !open.some((p) => p.internal === port || (p.from <= port && port <= p.to)),
  )
  if (!singly || closed.length === 0) return
  const url = `https://${about.app}.fly.dev:${closed[0]}`
  report(
    'fly/private-metrics',
    singly.at,
    `Ports are published one by one, but not ${closed.length === 1 ? 'the metrics port' : 'the metrics ports'} ${list(closed.map(String))}: ${url}/metrics does not answer.`,
    'Good for Prometheus, which uses the private network. To publish one on purpose, add [[services]] with that port.',
  )
}

/** Fly's own rule (DetermineIPType): what a shared address can serve is HTTP on 80 and TLS plus HTTP on 443. */
export function dedicatedAddress({ fly, report }: About): void {
  for (const service of fly.services) {
    const udp = service.text('protocol')?.value === 'udp'
    const port = service.ports.find(({ from, to, handlers }) => {
      const kind = handlers.toSorted().join()
      return to > from || (from === 80 ? kind !== 'http' : from === 443 ? kind !== 'http,tls' : true)
    })
    if (service.http || !(udp || port)) continue
    report(
      'fly/dedicated-ip',
      port?.at ?? service.at,
      `${serviceName(service)} needs an address of its own (${udp ? 'UDP' : `port ${port?.from} with ${port?.handlers.join(' and ') || 'no handlers'}`}).`,
      'Allocate the addresses before the first deploy: "flyctl ips allocate-v4" and "flyctl ips allocate-v6".',
    )
    return
  }
}

/** flyctl sends one [[metrics]] per process group to Fly's own Prometheus. */
export function flyMetrics(about: About): void {
  const { fly, report } = about
  const seen = new Set<string>()
  for (const section of fly.metrics) {
    const groups = groupsOf(section.processes, fly)
    const port = section.number('port')?.value
    const again = groups.filter((group) => seen.has(group))
    for (const group of groups) seen.add(group)
    if (again.length > 0) {
      const message = `[[metrics]] of port ${port} is not the first for process group ${again.join(', ')}: flyctl leaves it out.`
      report(
        'fly/several-metrics',
        section.at,
        message,
        'Give each service a process group of its own, or rely on Prometheus here.',
      )
      continue
    }
    coverage(section, groups, about)
  }
}

function coverage(section: Section, groups: readonly string[], about: About): void {
  const port = section.number('port')?.value
  const others = watchedIn(groups, about).filter((service) => service.port !== port)
  if (port === undefined || others.length === 0) return
  const missed = others.map((service) => `${service.name} (${service.port})`)
  about.report(
    'fly/metrics-coverage',
    section.at,
    `[metrics] covers port ${port} alone: Fly's own Prometheus does not see ${list(missed)}.`,
    'Fly takes one port for each process group. The Prometheus that is deployed here scrapes them all.',
  )
}
