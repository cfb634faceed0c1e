import type { Section } from '../../formats/fly-toml.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import type { FlyFile } from './subject.ts'

const file = (processes: string): string => `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

[[vm]]
memory = "512mb"
${processes}
`

/** A section that flyctl leaves out. */
export const ignoredProcess: Rule<FlyFile> = {
  code: 'fly/ignored-process',
  severity: 'warning',
  what: 'A section names a process group that does not exist.',
  why: 'flyctl accepts the file and leaves the section out.',
  bad: file('processes = [▸"worker"]'),
  good: file('processes = ["app"]'),
  check({ fly }, { report }) {
    const sections: [string, readonly Section[]][] = [
      ['[[mounts]]', fly.mounts],
      ['[[vm]]', fly.machines],
      ['[[files]]', fly.files],
      ['[[metrics]]', fly.metrics],
      ['[checks]', fly.checks],
    ]
    for (const [what, all] of sections)
      for (const { at, value } of all.flatMap((section) => section.processes))
        if (!fly.groups.includes(value))
          report(
            at,
            `${what} names the process group ${quoted(value)}, which is not in [processes]: flyctl leaves the section out.`,
            value === 'release_command'
              ? 'Set the machine of the release command in [deploy.release_command_vm], or remove the section: it has no effect.'
              : `Correct the name (${fly.groups.join(', ')}), or remove the section: it has no effect.`,
          )
  },
}
