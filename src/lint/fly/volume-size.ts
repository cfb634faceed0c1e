import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import type { FlyFile } from './subject.ts'

const file = (mount: string): string => `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

${mount}
source = "data"
destination = "/data"
`

/** A volume that gets the default size of 1 GB. */
export const volumeSize: Rule<FlyFile> = {
  code: 'fly/volume-size',
  severity: 'warning',
  what: 'A mount does not set the size of its volume.',
  why: 'A volume that does not exist yet is created with 1 GB, without a message.',
  bad: file('▸[[mounts]]'),
  good: file('[[mounts]]\ninitial_size = "10gb"'),
  check({ fly, ours, role }, { report }) {
    // What another workflow deploys has its volume already.
    if (!ours && role === 'app') return
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
