import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { goSize } from './go.ts'
import type { FlyFile } from './subject.ts'

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
  check({ fly, role }, { report }) {
    const size = fly.env.find(({ key }) => /RETENTION_SIZE$/.test(key))
    const [mount] = fly.mounts
    const keeps = size && goSize(size.value, 'GB')
    if (role !== 'monitoring' || !mount || !size || keeps === undefined) return
    const room = goSize(mount.written('initial_size')?.value ?? '1', 'GB') ?? 1
    if (keeps >= room)
      report(
        size.at,
        `Prometheus may keep ${quoted(size.value)} of samples, and a new volume has ${room} GB.`,
        'Use at most 80 % of the volume: the write-ahead log needs room too.',
      )
  },
}
