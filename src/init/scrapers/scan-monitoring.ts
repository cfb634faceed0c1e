import { prometheusEvidence } from '../../config/sources/fly-identity.ts'
import type { TextOf } from '../../config/sources/installed-prometheus.ts'
import type { Section } from '../../formats/fly-toml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { count, few } from '../../lib/text.ts'
import type { FlyFacts } from '../apps/scan-fly.ts'
import { stageOf } from '../apps/stages.ts'
import { type FoundMonitoring, initNote, isAppName, type RepositoryFindings } from '../findings.ts'
import { flagsOf, type PrometheusFlag, retentionIn } from './prometheus-flags.ts'

type Values = Pick<RepositoryFindings, 'monitoring' | 'places' | 'notes'>

/**
 * What the Prometheus of the repository says about the one of the draft. An app that exists already, with its volume, is taken
 * over only when `named` is its name: else it keeps running, and only its settings are copied.
 */
export function scanMonitoring(
  files: readonly FlyFacts[],
  { named, textOf }: { named: string | undefined; textOf: TextOf },
): Values {
  const sorted = files.toSorted((a, b) => rank(a, named) - rank(b, named))
  const [facts, ...others] = sorted
  if (!facts) return { monitoring: {}, places: {}, notes: [] }
  const flags = flagsOf(facts, textOf)
  const { monitoring, places } = settingsOf(facts, flags)
  const isTaken = monitoring.app !== undefined && monitoring.app === named
  const notes = [
    ...(isTaken ? takenOver(facts, monitoring) : [leftAlone(facts, monitoring, notDeployed(facts, textOf))]),
    ...otherSettings(facts, monitoring, flags),
    ...others.map(anotherPrometheus),
  ]
  if (isTaken) return { monitoring, places, notes }
  const { app: _, image: __, volume, ...copied } = monitoring
  const size = volume?.size_gb
  return {
    monitoring: { ...copied, ...(size !== undefined && { volume: { size_gb: size } }) },
    places,
    notes,
  }
}

const rank = ({ name, path }: FlyFacts, named: string | undefined): number =>
  name?.value === named ? 0 : ['production', undefined].includes(stageOf(path)) ? 1 : 2

/** The line at the top of a Fly configuration that says that it is not deployed: `# We don't deploy this to fly.io`. */
const NOT_DEPLOYED =
  /^#.{0,100}\b(?:(?:do|does|is|did) ?n[o']t|never|no longer)\b.{0,30}\bdeploy(?:ed)?\b(?!.{0,60}\b(?:without|until|unless|before)\b)/i

function notDeployed({ file }: FlyFacts, textOf: TextOf): number | undefined {
  const lines = (textOf(file) ?? '').split('\n')
  const top = lines.slice(
    0,
    Math.max(
      0,
      lines.findIndex((line) => !/^\s*(?:#|$)/.test(line)),
    ),
  )
  const at = top.findIndex((line) => NOT_DEPLOYED.test(line))
  return at === -1 ? undefined : at + 1
}

function leftAlone(
  { file, fly, name }: FlyFacts,
  { app, volume }: FoundMonitoring,
  unused: number | undefined,
): Diagnostic {
  const what = prometheusEvidence(fly, { dockerfile: undefined, hasPrometheusConfig: false })?.what
  const why = what === undefined ? '' : ` (${what})`
  if (!isAppName(app))
    return initNote(
      file,
      name?.at ?? { line: 1, column: 1 },
      `${file} is a Prometheus${why} without the name of an app. Its settings are copied, and the draft has a new app.`,
      'To take the app over: `init --monitoring-app NAME`.',
    )
  if (unused !== undefined)
    return initNote(
      file,
      name?.at ?? { line: 1, column: 1 },
      `${app} would run Prometheus${why}, but ${file}:${unused} says that it is not deployed: the draft has a new app.`,
      `If it runs after all, keep both until the new one is in use, or take it over: \`init --monitoring-app ${app}\`.`,
    )
  const data = volume?.name === undefined ? '' : `, with its volume ${volume.name}`
  const isKept = fly.mounts.length > 0
  const samples = isKept
    ? `, and the samples stay in ${app}`
    : `. ${app} has no volume, so a restart or a deploy ends its history`
  const until = isKept ? 'the new one has enough history' : 'the new one is in use'
  return initNote(
    file,
    name?.at ?? { line: 1, column: 1 },
    `${app} runs Prometheus already${why}. It is left alone: the draft has a new app${samples}.`,
    `Run both until ${until}. To take ${app} over${data}: \`init --monitoring-app ${app}\`.`,
  )
}

function takenOver({ file, fly }: FlyFacts, { app }: FoundMonitoring): Diagnostic[] {
  const to = fly.mounts[0]?.text('destination')
  const [, ...more] = fly.mounts
  return [
    ...(to && to.value !== '/prometheus'
      ? [
          initNote(
            file,
            to.at,
            `The volume of ${app} is mounted at ${to.value}. This action mounts it at /prometheus, and Prometheus starts without the samples that are in a folder of it.`,
            'Move the samples to the root of the volume first, or leave the old app alone.',
          ),
        ]
      : []),
    ...more.map((mount) =>
      initNote(
        file,
        mount.at,
        `${app} has a second volume. It is not taken over.`,
        'The monitoring app has one volume.',
      ),
    ),
  ]
}

const anotherPrometheus = ({ file, name }: FlyFacts): Diagnostic =>
  initNote(
    file,
    name?.at ?? { line: 1, column: 1 },
    `${file} is another Prometheus${name ? ` (${name.value})` : ''}. Nothing of it is taken over.`,
    'A configuration has one Prometheus: write another configuration for it.',
  )

/** Flags that this action sets itself, or that have a key in the configuration. */
const KNOWN_FLAGS =
  /^(?:config\.file|storage\.tsdb\.(?:path|retention|retention\.time)|web\.(?:listen-address|config\.file|console\..*))$/

/** Retention by size, and flags, have no place in the configuration. */
function otherSettings(
  facts: FlyFacts,
  { retention }: FoundMonitoring,
  all: readonly PrometheusFlag[],
): Diagnostic[] {
  const flags = all.flatMap(({ name, at }) => (KNOWN_FLAGS.test(name) ? [] : [{ name: `--${name}`, at }]))
  const size = facts.fly.env.find(({ key }) => key === 'PROMETHEUS_RETENTION_SIZE')
  const names = [...new Set([...flags.map(({ name }) => name), ...(size ? [size.key] : [])])]
  const at = flags[0]?.at ?? (size && { file: facts.file, ...size.at })
  if (!at || names.length === 0) return []
  const kept = retention === undefined ? '' : ` (${retention})`
  return [
    initNote(
      at.file,
      at,
      `${count(names.length, 'setting')} of this Prometheus ${names.length === 1 ? 'is' : 'are'} not taken over: ${few(names, 8)}.`,
      `Samples are kept for \`monitoring.retention\`${kept}, within \`monitoring.volume\`.`,
    ),
  ]
}

function settingsOf(
  facts: FlyFacts,
  flags: readonly PrometheusFlag[],
): Pick<Values, 'monitoring' | 'places'> {
  const { file, fly, region } = facts
  const [mount] = fly.mounts
  const [vm] = fly.machines
  const app = isAppName(fly.app?.value) ? fly.app : undefined
  const image = fly.build?.text('image')
  const variable = facts.fly.env.findLast(({ key }) => key === 'PROMETHEUS_RETENTION_TIME')
  const retention = variable ?? retentionIn(flags)
  const volume = defined({
    name: mount?.text('source')?.value,
    size_gb: gigabytes(mount?.written('initial_size')?.value),
  })
  const machine = defined({ size: vm?.text('size')?.value, memory_mb: megabytes(vm) })
  const at = { app, retention, image, volume: volume && mount, vm: machine && vm }
  const places = Object.entries(at).flatMap(([key, value]) =>
    value ? [[key, { file, ...value.at }] as const] : [],
  )
  return {
    monitoring:
      defined({
        app: app?.value,
        region: region?.value,
        retention: retention?.value,
        image: image?.value,
        volume,
        vm: machine,
      }) ?? {},
    places: { ...Object.fromEntries(places), ...(region && { region: region.at }) },
  }
}

/** The values that are set; undefined when no value is. */
function defined<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } | undefined {
  const present = Object.entries(values).filter(([, value]) => value !== undefined)
  return present.length > 0
    ? (Object.fromEntries(present) as { [K in keyof T]?: NonNullable<T[K]> })
    : undefined
}

/** `10gb`, `10GB`, `10`: whole gigabytes. */
function gigabytes(size: string | undefined): number | undefined {
  const found = /^(\d{1,6})\s*(?:gb?)?$/i.exec(size ?? '')
  return found ? Number(found[1]) : undefined
}

/** `memory = "512mb"`, `memory = "1gb"`, `memory_mb = 512`; a size that is too small for Prometheus is not used. */
function megabytes(vm: Section | undefined): number | undefined {
  const found = /^(\d{1,6})\s*(mb|gb)?$/i.exec(vm?.written('memory')?.value ?? '')
  const unit = found?.[2]?.toLowerCase() === 'gb' ? 1024 : 1
  const n = vm?.number('memory_mb')?.value ?? (found ? Number(found[1]) * unit : 0)
  return n >= 512 ? n : undefined
}
