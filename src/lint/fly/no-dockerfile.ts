import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import type { FlyFile } from './subject.ts'

const file = (dockerfile: string): { path: string; text: string; others: Record<string, string> } => ({
  path: 'chat/fly.toml',
  text: `app = "chat"

[build]
${dockerfile}

[checks.alive]
type = "tcp"
port = 8080
`,
  others: {
    'chat/Dockerfile': 'FROM scratch\n',
    'monitoring.yml': `monitoring: { app: mon }
apps: [{ app: chat, config: chat/fly.toml }]
services: [{ name: web, app: chat, port: 9090 }]
`,
  },
})

/** A Dockerfile that flyctl does not find. */
export const noDockerfile: Rule<FlyFile> = {
  code: 'fly/no-dockerfile',
  severity: 'warning',
  what: '[build] names a Dockerfile that is not in the repository.',
  why: 'flyctl reads the path from the folder of the Fly configuration, and fails when there is no such file.',
  bad: file('▸dockerfile = "chat/Dockerfile"'),
  good: file('dockerfile = "Dockerfile"'),
  check({ fly, absent }, { report }) {
    const own = fly.build?.text('dockerfile')
    if (own && absent !== undefined)
      report(
        own.at,
        `The Dockerfile ${quoted(own.value)} leads to ${quoted(absent)}, which is not in the repository: the deploy fails, unless a step before it writes that file.`,
        'Write the path relative to the folder of this file.',
      )
  },
}
