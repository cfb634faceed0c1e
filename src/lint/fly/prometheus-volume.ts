import { isPlainPrometheus } from '../../config/cross-references.ts'
import { lastInstruction } from '../../formats/dockerfile.ts'
import { quoted } from '../../lib/quote.ts'
import { list } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import { argumentsOf, type FlyFile, flagOf } from './subject.ts'

const file = (destination: string) => ({
  path: 'fly.monitoring.toml',
  others: { Dockerfile: 'FROM prom/prometheus:v3.13.3\nUSER root\n' },
  text: `app = "mon"

[[vm]]
memory = "512mb"

[[mounts]]
source = "prometheus"
${destination}
initial_size = "10gb"

[checks.up]
type = "tcp"
port = 9090
`,
})

/** Samples that are not on the volume. */
export const prometheusVolume: Rule<FlyFile> = {
  code: 'fly/prometheus-volume',
  severity: 'warning',
  what: 'Prometheus does not write its samples to the volume of its machine.',
  why: 'The samples are on the disk of the machine, which every deploy replaces.',
  bad: file('▸destination = "/data"'),
  good: file('destination = "/prometheus"'),
  check(subject, { report }) {
    const { mounts } = subject.fly
    const path = storageOf(subject)
    const targets = mounts.flatMap((mount) => mount.text('destination') ?? [])
    const [first] = targets
    if (path === undefined || !first || targets.some(({ value }) => isBelow(path, value))) return
    report(
      first.at,
      `Prometheus writes to ${quoted(path)}, and the volume is at ${list(targets.map(({ value }) => quoted(value)))}: every deploy loses the samples.`,
      `Set \`destination = ${quoted(path)}\`, or start Prometheus with \`--storage.tsdb.path=${first.value}\`.`,
    )
  },
}

/** Where a Prometheus of the official image keeps its samples; undefined when the files do not show it. */
function storageOf(subject: FlyFile): string | undefined {
  const { fly, build } = subject
  const image = fly.build?.text('image')?.value ?? build?.content.from ?? ''
  const isScript = fly.override.entrypoint ?? (build && lastInstruction(build.content, 'ENTRYPOINT'))
  const isAgent = argumentsOf(subject).some(({ word }) =>
    /^--(?:agent$|enable-feature=.*agent|storage\.agent)/.test(word),
  )
  if (!isPlainPrometheus(image) || isScript || isAgent) return undefined
  const path = flagOf(subject, 'storage.tsdb.path')?.value
  // The working directory of the image is /prometheus, and so is the path in its own command.
  if (path === undefined || path === '') return '/prometheus'
  return path.startsWith('/') ? path.replace(/(?<=.)\/+$/, '') : '/prometheus'
}

const isBelow = (path: string, folder: string): boolean =>
  `${path}/`.startsWith(`${folder.replace(/\/+$/, '')}/`)
