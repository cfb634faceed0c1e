import type { Rule } from '../rule.ts'
import { type FlyFile, TOP } from './subject.ts'

/** An app without health checks. */
export const noChecks: Rule<FlyFile> = {
  code: 'fly/no-checks',
  severity: 'warning',
  what: 'The app has no health checks.',
  why: 'A deploy cannot wait for the app and succeeds even if the app does not work.',
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
    if (fly.checks.length > 0 || fly.services.some(({ checks }) => checks.length > 0)) return
    report(
      fly.services[0]?.at ?? TOP,
      'There are no health checks: a deploy succeeds even if the app does not work.',
      fly.services.some(({ http }) => http)
        ? 'Add [[http_service.checks]] with a path.'
        : 'Add [checks.alive] with `type = "tcp"` and the port.',
    )
  },
}
