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
  check({ fly, text }, { report }) {
    // flyctl refuses such a deploy; and what a comment says to be on purpose is known.
    if (lacksBluegreenCheck(fly) || ON_PURPOSE.test(text)) return
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
        ? 'Add [[http_service.checks]] with `path`: one that the app answers with 200, without a redirect or a login; if the app answers no requests, remove [http_service].'
        : `Add [checks.alive] with \`type = "tcp"\` and \`port = ${port}\`; if the app listens on no port, remove [[services]].`,
    )
  },
}

const CHECKS = '(?:(?:health|http|tcp|machine|service)[ _-]?checks?|checks)\\b'
/** A comment that says that there are no checks, and not that they are still to come. */
const ON_PURPOSE = new RegExp(
  `^(?![^\\n]{0,200}\\b(?:todo|fixme|yet|later)\\b)[^#\\n]{0,200}#[^\\n]{0,200}(?:\\b(?:no|not|without|omit(?:ted)?|skip(?:ped)?|disabled)\\s+(?:\\w+\\s+){0,2}${CHECKS}|\\b${CHECKS}[^\\n.]{0,40}\\b(?:omitted|left out|disabled|on purpose|intentionally|deliberately|not needed)\\b)`,
  'im',
)
