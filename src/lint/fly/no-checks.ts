import type { Rule } from '../rule.ts'
import { lacksBluegreenCheck } from './bluegreen-check.ts'
import { type FlyFile, groupsOf, nameOf } from './subject.ts'

/** A published app without health checks. */
export const noChecks: Rule<FlyFile> = {
  code: 'fly/no-checks',
  severity: 'warning',
  what: 'An app that serves requests has no health checks.',
  why: 'A deploy succeeds as soon as the machine has run for some seconds, whether or not the app answers.',
  bad: `app = "chat"

▸[http_service]
internal_port = 8080
`,
  good: `app = "chat"

[http_service]
internal_port = 8080

[[http_service.checks]]
path = "/health"
`,
  check({ fly }, { report }) {
    // flyctl refuses such a deploy.
    if (lacksBluegreenCheck(fly)) return
    // A machine check or one of [checks] may ask any port of its process group.
    const checked = new Set(fly.checks.flatMap((check) => groupsOf(check.processes, fly)))
    const isChecked = (service: FlyFile['fly']['services'][number]) =>
      service.checks.length > 0 ||
      service.has('machine_checks') ||
      groupsOf(service.processes, fly).every((group) => checked.has(group))
    const [service] = fly.services.filter((one) => one.text('protocol')?.value !== 'udp')
    if (!service || fly.services.some(isChecked)) return
    const port = service.number('internal_port')?.value ?? 8080
    report(
      service.at,
      `${nameOf(service)} has no health checks: a deploy succeeds although the app does not answer.`,
      service.http
        ? 'Add [[http_service.checks]] with `path`: one that the app answers with 200, without a redirect or a login.'
        : `Add [checks.alive] with \`type = "tcp"\` and \`port = ${port}\`.`,
    )
  },
}
