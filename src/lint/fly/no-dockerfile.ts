import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { type FlyFile, TOP } from './subject.ts'

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

/** What follows from a Dockerfile that is not in the repository. */
export const UNLESS_WRITTEN = 'the deploy fails, unless a step before it writes that file.'

/** A Dockerfile that flyctl does not find. */
export const noDockerfile: Rule<FlyFile> = {
  code: 'fly/no-dockerfile',
  severity: 'warning',
  what: 'flyctl finds no Dockerfile to build.',
  why: 'flyctl reads `dockerfile` of [build] from the folder of the Fly configuration. Where [build] names neither a Dockerfile nor an image nor a builder, it builds the Dockerfile of the folder that it is started in. It fails when there is no such file.',
  bad: file('▸dockerfile = "chat/Dockerfile"'),
  good: file('dockerfile = "Dockerfile"'),
  check({ fly, absent, hasFile }, { report }) {
    if (absent === undefined) return
    const own = fly.build?.text('dockerfile')
    if (!own)
      report(
        fly.build?.at ?? TOP,
        `[build] says nothing of the image, and ${quoted(absent)} is not in the repository: ${UNLESS_WRITTEN}`,
        'Name the Dockerfile in `dockerfile`, relative to the folder of this file, or add it.',
      )
    else
      report(
        own.at,
        `The Dockerfile ${quoted(own.value)} leads to ${quoted(absent)}, which is not in the repository: ${UNLESS_WRITTEN}`,
        hasFile?.(own.value) === false
          ? 'Add that file, or correct the path: it is relative to the folder of this file.'
          : 'Write the path relative to the folder of this file.',
      )
  },
}
