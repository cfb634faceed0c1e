import type { Rule } from '../rule.ts'
import { type FlyFile, nameOf } from './subject.ts'

const file = (lines: string): string => `app = "chat"

[http_service]
internal_port = 8080
${lines}

[[http_service.checks]]
path = "/health"
`

/** Machines that stop and never start again. */
export const autoStart: Rule<FlyFile> = {
  code: 'fly/auto-start',
  severity: 'warning',
  what: 'Machines of a service stop when they are idle, and requests do not start them again.',
  why: 'Once a machine is stopped, it stays stopped until the next deploy or `flyctl machine start`.',
  bad: file('auto_stop_machines = "suspend"\n▸auto_start_machines = false\nmin_machines_running = 1'),
  good: file('auto_stop_machines = "suspend"\nmin_machines_running = 1'),
  check({ fly }, { report }) {
    for (const service of fly.services)
      if (service.autostop?.stops && service.autostart?.starts === false)
        report(
          service.autostart.at,
          `${nameOf(service)} stops idle machines, and \`auto_start_machines = false\` keeps them stopped.`,
          'Set `auto_start_machines = true`, or `auto_stop_machines = "off"`.',
        )
  },
}
