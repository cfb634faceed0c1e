import { list } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import { type FlyFile, groupsOf, nameOf, servicesIn } from './subject.ts'

const file = (lines: string): string => `app = "chat"

[http_service]
internal_port = 8080
${lines}

[[http_service.checks]]
path = "/health"
`

/** A monitored app that stops all of its machines when it is idle. */
export const scaleToZero: Rule<FlyFile> = {
  code: 'fly/scale-to-zero',
  severity: 'warning',
  what: 'The app may stop all of its machines when it is idle, and its services are monitored.',
  why: 'Scrapes go over the private network: they neither keep a machine awake nor start it.',
  bad: file('▸auto_stop_machines = "stop"'),
  good: file('auto_stop_machines = "stop"\nmin_machines_running = 1'),
  check(subject, { report }) {
    for (const service of subject.fly.services) {
      const least = service.number('min_machines_running')?.value ?? 0
      if (!service.autostop?.stops || least > 0) continue
      const isApp = subject.role === 'app'
      const watched = servicesIn(groupsOf(service.processes, subject.fly), subject).filter((s) => !s.may_stop)
      if (isApp && watched.length === 0) continue
      const names = isApp ? list(watched.map(({ name }) => name)) : 'Prometheus'
      report(
        service.autostop.at,
        `${nameOf(service)} stops every machine when there are no requests, and ${names} with it; scrapes do not start them.`,
        isApp
          ? 'Set `min_machines_running = 1` or `auto_stop_machines = "off"`, or `may_stop: true` for the services in the configuration.'
          : 'Set `auto_stop_machines = "off"`.',
      )
    }
  },
}
