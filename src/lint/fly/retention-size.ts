import type { TextPosition } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { goSize } from './go.ts'
import { type FlyFile, flagOf } from './subject.ts'

const file = (size: string): { path: string; text: string } => ({
  path: 'fly.monitoring.toml',
  text: `app = "mon"

[env]
${size}

[[vm]]
memory = "512mb"

[[mounts]]
source = "prometheus"
destination = "/prometheus"
initial_size = "10gb"

[checks.up]
type = "tcp"
port = 9090
`,
})

/** A retention size that is larger than the volume. */
export const retentionSize: Rule<FlyFile> = {
  code: 'fly/retention-size',
  severity: 'warning',
  what: 'Prometheus may keep more data than fits on its volume.',
  why: 'A full volume stops Prometheus.',
  bad: file('▸PROMETHEUS_RETENTION_SIZE = "10GB"'),
  good: file('PROMETHEUS_RETENTION_SIZE = "8GB"'),
  check(subject, { report }) {
    const size = retentionOf(subject)
    const [mount] = subject.fly.mounts
    const keeps = size && goSize(size.value, 'GB')
    // A volume that grows by itself has no fixed size.
    if (subject.role !== 'monitoring' || !mount || keeps === undefined || mount.has('auto_extend_size_limit'))
      return
    const room = goSize(mount.written('initial_size')?.value ?? '1', 'GB') ?? 1
    if (keeps >= room)
      report(
        size?.at ?? mount.at,
        `Prometheus may keep ${quoted(size?.value)} of samples, and a new volume has ${room} GB.`,
        'Keep at most 80 % of what the volume has (the write-ahead log needs room too), or extend the volume: `flyctl volumes extend`.',
      )
  },
}

function retentionOf(subject: FlyFile): { at: TextPosition; value: string } | undefined {
  return (
    subject.fly.env.find(({ key }) => /RETENTION_SIZE$/.test(key)) ??
    flagOf(subject, 'storage.tsdb.retention.size')
  )
}
