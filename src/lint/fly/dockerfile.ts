import { dirname, join, relative } from 'node:path/posix'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import type { FlyFile } from './subject.ts'

const file = (path: string): { text: string; others: Record<string, string> } => ({
  text: `app = "chat"

[build]
${path}

[checks.alive]
type = "tcp"
port = 8080
`,
  others: {
    'docker/Dockerfile': 'FROM scratch\n',
    'monitoring.yml': `monitoring: { app: mon }
apps: [{ app: chat, dockerfile: docker/Dockerfile }]
services: [{ name: web, app: chat, port: 9090 }]
`,
  },
})

/** Two ways to build one app. */
export const dockerfile: Rule<FlyFile> = {
  code: 'fly/dockerfile',
  severity: 'warning',
  what: 'fly.toml names another Dockerfile than the configuration.',
  why: 'A deploy by hand builds another image than the action.',
  bad: file('▸dockerfile = "Dockerfile"'),
  good: file('dockerfile = "docker/Dockerfile"'),
  check({ fly, file, dockerfile, hasFile }, { report }) {
    const own = fly.build?.text('dockerfile')
    if (!own || dockerfile === undefined) return
    const folder = dirname(file)
    const named = join(folder, own.value)
    if (named === dockerfile) return
    const other = `\`dockerfile = "${relative(folder, dockerfile)}"\``
    // The path is right where a script copies the file to before it deploys.
    const isMeant = join('/', dockerfile).endsWith(join('/', own.value)) && hasFile?.(own.value) === true
    report(
      own.at,
      `[build] names the Dockerfile ${quoted(named)}, the configuration names ${quoted(dockerfile)}.`,
      isMeant
        ? `flyctl reads the path from the folder of this file: use ${other}. If a script copies the file to another folder before it deploys, the path is right for that: leave it.`
        : `Use the same one, here ${other}: the action builds ${dockerfile}, \`flyctl deploy\` by hand builds the other.`,
    )
  },
}
