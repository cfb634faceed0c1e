import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import type { FlyFile } from './subject.ts'

/** A check that older versions of flyctl accepted and the current one refuses. */
export const checkType: Rule<FlyFile> = {
  code: 'fly/check-type',
  severity: 'error',
  what: 'A check in [checks] has no `type` of `http` or `tcp`.',
  why: 'Older versions of flyctl accepted such files; the current one refuses them.',
  bad: `app = "chat"

▸[checks.alive]
port = 8080
path = "/health"
`,
  good: `app = "chat"

[checks.alive]
type = "http"
port = 8080
path = "/health"
`,
  check({ fly }, { report }) {
    for (const check of fly.checks) {
      if (check.kind) continue
      const name = `[checks.${check.name}]`
      const given = check.text('type')
      const kind = check.has('path') || check.has('method') ? 'http' : 'tcp'
      report(
        given?.at ?? check.at,
        given ? `${name} has the type ${quoted(given.value)}.` : `${name} has no type.`,
        `Add \`type = "${kind}"\` to ${name}.`,
      )
    }
  },
}
