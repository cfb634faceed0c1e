import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import type { FlyFile } from './subject.ts'

const file = (mount: string): { path: string; text: string } => ({
  path: 'fly.monitoring.toml',
  text: `app = "mon"

[[vm]]
memory = "512mb"

${mount}
source = "prometheus"
destination = "/prometheus"

[checks.up]
type = "tcp"
port = 9090
`,
})

/** A volume of Prometheus that gets the default size of 1 GB. Other apps often need no more. */
export const volumeSize: Rule<FlyFile> = {
  code: 'fly/volume-size',
  severity: 'warning',
  what: 'The mount of Prometheus does not set the size of its volume.',
  why: 'A volume that does not exist yet is created with 1 GB, without a message.',
  bad: file('▸[[mounts]]'),
  good: file('[[mounts]]\ninitial_size = "10gb"'),
  check({ fly, role }, { report }) {
    if (role !== 'monitoring') return
    // Without a source there is no volume.
    for (const mount of fly.mounts)
      if (mount.has('source') && !mount.has('initial_size'))
        report(
          mount.at,
          `The volume ${quoted(mount.text('source')?.value ?? '')} has no initial_size: if it does not exist yet, it gets 1 GB.`,
          'Add `initial_size = "10gb"`, or create the volume first.',
        )
  },
}
