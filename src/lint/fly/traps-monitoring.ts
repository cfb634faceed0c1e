import type { Text } from '../../formats/fly-toml.ts'
import { quoted } from '../../lib/text.ts'
import { goSize } from './go.ts'
import { serviceName } from './rejects.ts'
import type { About } from './traps.ts'

/** What Prometheus gets when nobody says so. */
export function memoryOfPrometheus({ fly, role, report }: About): void {
  if (role === 'monitoring' && fly.machines.length === 0)
    report(
      'fly/memory',
      { line: 1, column: 1 },
      'There is no [[vm]]: Prometheus gets 256 MB.',
      'Add [[vm]] with memory = "512mb".',
    )
}

/** What Prometheus may keep, and where. */
export function retention({ fly, role, report }: About): void {
  const size = fly.env.find((entry) => /RETENTION_SIZE$/.test(entry.key))
  const [mount] = fly.mounts
  const keeps = size && goSize(size.value, 'GB')
  if (role !== 'monitoring' || !mount || !size || keeps === undefined) return
  const written = mount.text('initial_size') ?? asText(mount.number('initial_size'))
  const room = written ? (goSize(written.value, 'GB') ?? 1) : 1
  if (keeps >= room)
    report(
      'fly/retention-size',
      size.at,
      `Prometheus may keep ${quoted(size.value)} of samples, and a new volume has ${room} GB.`,
      'Keep to 80 % of the volume: the write-ahead log needs room too.',
    )
}

const asText = (number: { at: Text['at']; value: number } | undefined): Text | undefined =>
  number && { at: number.at, value: String(number.value) }

/** What guards Prometheus: its own configuration for that, by whatever way it gets there, or our entrypoint. */
const GUARDED = /web[._-]config|PROMETHEUS_ACCESS/i
const PORT = 9090

/** Prometheus has no login unless it is given one. */
export function openPrometheus({ fly, role, report }: About): void {
  const open = fly.services.find(
    (service) =>
      service.number('internal_port')?.value === PORT && (service.http || service.ports.length > 0),
  )
  if (role !== 'monitoring' || !open || fly.words.some((word) => GUARDED.test(word))) return
  report(
    'fly/open-prometheus',
    open.number('internal_port')?.at ?? open.at,
    `${serviceName(open)} publishes Prometheus to the internet, and nothing here gives it a password.`,
    'Remove the service, or start Prometheus with --web.config.file; what "init" writes has a password.',
  )
}
