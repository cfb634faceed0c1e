import type { Entry } from '../rule.ts'

/** A fly.toml that cannot be read. */
export const flySyntax: Entry = {
  code: 'fly/syntax',
  severity: 'error',
  what: 'The Fly configuration is not valid TOML.',
  why: 'flyctl refuses the file.',
  bad: `app = "chat▸
`,
  good: `app = "chat"

[checks.alive]
type = "tcp"
port = 8080
`,
}

/** A message of flyctl. */
export const flyctlRefuses: Entry = {
  code: 'fly/flyctl',
  severity: 'error',
  what: '`flyctl config validate --strict` refuses a Fly configuration.',
  why: 'The deploy would be refused too. `mode: plan` asks flyctl when it is on `PATH`, and `mode: deploy` always does.',
}
