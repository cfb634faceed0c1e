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
  what: 'The local_path of a file depends on where flyctl is started.',
  why: 'flyctl reads it relative to its working directory, not to the Fly configuration (the documentation says otherwise).',
  bad: file('▸local_path = "chat.yml"'),
  good: file('secret_name = "CHAT_YML"'),
  check({ fly, file, ours }, { report }) {
    // A deploy by hand may be started anywhere.
    if (!file.includes('/') || !ours) return
    for (const section of fly.files) {
      const local = section.text('local_path')
      if (local && !local.value.startsWith('/'))
        report(
          local.at,
          `local_path ${quoted(local.value)} is read from where flyctl is started, not from the folder of this file.`,
          'Write it relative to the root of the repository, where the deploy runs.',
        )
    }
  },
}
