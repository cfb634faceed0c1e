import type { Rule } from '../rule.ts'
import { looksSecret } from '../secrets.ts'
import type { FlyFile } from './subject.ts'

const file = (line: string): string => `app = "chat"

[env]
${line}

[checks.alive]
type = "tcp"
port = 8080
`

/** A secret in the repository. */
export const secretInEnv: Rule<FlyFile> = {
  code: 'fly/secret-in-env',
  severity: 'warning',
  what: 'A value in [env] looks like a secret.',
  why: 'fly.toml is in the repository, and [env] is visible to everyone who has access to the app.',
  bad: file('▸DATABASE_URL = "postgres://chat:hunter2@db.internal/chat"'),
  good: file('DATABASE_URL = "postgres://chat@db.internal/chat"'),
  check({ fly }, { report }) {
    for (const { key, value, at } of fly.env)
      if (looksSecret(key, value))
        report(
          at,
          `[env] has a secret in ${key}.`,
          `Remove the line, run \`flyctl secrets set ${key}=…\`, and change the secret: it is in the history of the repository.`,
        )
  },
}
