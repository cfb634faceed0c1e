import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import type { FlyFile } from './subject.ts'

const file = (source: string): { path: string; text: string; others: Record<string, string> } => ({
  path: 'chat/fly.toml',
  text: `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

[[files]]
guest_path = "/etc/chat.yml"
${source}
`,
  others: {
    'monitoring.yml': `monitoring: { app: mon }
apps: [{ app: chat, config: chat/fly.toml }]
services: [{ name: web, app: chat, port: 9090 }]
`,
  },
})

/** A path that depends on where flyctl is started. */
export const filePath: Rule<FlyFile> = {
  code: 'fly/file-path',
  severity: 'warning',
  what: 'The local_path of a file leads nowhere from the folder that flyctl is started in.',
  why: 'flyctl reads it relative to its working directory. This action starts it in the folder of the Fly configuration, or in `context` of the app.',
  bad: file('▸local_path = "chat.yml"'),
  good: file('secret_name = "CHAT_YML"'),
  check({ fly, ours, hasFile }, { report }) {
    // A deploy by hand may be started anywhere.
    if (!ours || !hasFile) return
    for (const section of fly.files) {
      const local = section.text('local_path')
      if (local && !local.value.startsWith('/') && !hasFile(local.value))
        report(
          local.at,
          `local_path ${quoted(local.value)} is not in the folder that this action starts flyctl in: the deploy fails, unless a step before it writes that file.`,
          'Write it relative to the folder of this file, or set `context` of the app to the folder that it is relative to.',
        )
    }
  },
}
