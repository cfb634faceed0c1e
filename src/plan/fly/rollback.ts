import type { Diagnostic } from '../../lib/errors.ts'
import { isJsonObject, type JsonObject, objectsIn, stringIn } from '../../lib/json-value.ts'
import type { Release, StoredMachine } from '../../model/fly.ts'
import { runsImage } from './judge-machines.ts'

/** The state of an app before a deploy, in Fly's own form. */
export interface AppSnapshot {
  /** Newest first. */
  releases: readonly Release[]
  machines: readonly StoredMachine[]
  /** The configuration of the newest release. */
  config: JsonObject
}

/** What a rollback would restore. */
export interface RollbackTarget {
  app: string
  release: number
  /** `registry/repository:tag@digest`. */
  image: string
  commit: string | undefined
  /** The Fly configuration, complete: it refers to `files` only. */
  config: JsonObject
  /** The contents in base64, by the names that the configuration has for them. */
  files: ReadonlyMap<string, string>
  /** As they were, to be compared with what a rollback reaches. */
  machines: readonly StoredMachine[]
}

/** `first`: nothing was ever deployed. `unknown`: there is an earlier state, but it is not known completely. */
export type RollbackPlan =
  | { kind: 'target'; target: RollbackTarget }
  | { kind: 'first' }
  | { kind: 'unknown'; why: string }

/** Whether an app can be rolled back, and to what. Fly stores the configuration of the newest release only. */
export function planRollback(app: string, { releases, machines, config }: AppSnapshot): RollbackPlan {
  const [newest] = releases
  const deployed = machines.filter(({ releaseVersion }) => releaseVersion !== undefined)
  if (!newest || deployed.length === 0 || releases.every(({ status }) => status !== 'complete'))
    return { kind: 'first' }
  const unknown = (why: string): RollbackPlan => ({ kind: 'unknown', why })
  if (newest.status !== 'complete')
    return unknown(
      `the release before this deploy, v${newest.version}, is ${newest.status || 'not complete'}, and Fly stores the configuration of the newest release only`,
    )
  const source = deployed.find(({ releaseVersion }) => releaseVersion === newest.version)
  const image = source && pinnedImage(newest.imageRef, source)
  if (!source || image === undefined)
    return unknown(`no machine reports the digest of the image of release v${newest.version}`)
  const outside = OTHER_FILES.find(({ isIn }) => isIn(config))
  if (outside)
    return unknown(
      `the configuration of release v${newest.version} has ${outside.what}, which Fly does not store`,
    )
  const restored = withContents(withGuests(config, deployed), deployed)
  if (typeof restored === 'string') return unknown(`Fly does not return the content of ${restored}`)
  return {
    kind: 'target',
    target: { app, release: newest.version, image, commit: source.commit, machines: deployed, ...restored },
  }
}

/** Parts of a configuration that are in files of their own. */
const OTHER_FILES: readonly { what: string; isIn: (config: JsonObject) => boolean }[] = [
  {
    what: 'a `machine_config`',
    isIn: (c) => Boolean(c.machine_config || within(c, 'experimental').machine_config),
  },
  { what: 'a compose file', isIn: (c) => Boolean(within(c, 'build').compose) },
]

const within = (config: JsonObject, key: string): JsonObject => {
  const value = config[key]
  return isJsonObject(value) ? value : {}
}

/** A tag may have been pushed again: only the digest is the image that ran. */
function pinnedImage(reference: string, machine: StoredMachine): string | undefined {
  if (reference.includes('@')) return reference
  const { digest } = machine.image
  return reference !== '' && digest !== '' && runsImage(machine, reference)
    ? `${reference}@${digest}`
    : undefined
}

/**
 * flyctl leaves the size of a machine alone when the configuration has none. So that a release that changed it is undone
 * as well, the sizes of the machines become part of the configuration.
 */
function withGuests(config: JsonObject, machines: readonly StoredMachine[]): JsonObject {
  if (objectsIn(config.vm).length > 0) return config
  const sizes = [...Map.groupBy(machines, ({ processGroup }) => processGroup)].flatMap(
    ([group, [machine]]) => {
      const { cpu_kind, cpus, memory_mb } = within(machine?.config ?? {}, 'guest')
      return cpu_kind === undefined ? [] : [{ cpu_kind, cpus, memory_mb, processes: [group] }]
    },
  )
  return sizes.length > 0 ? { ...config, vm: sizes } : config
}

/** The configuration with the files as the machines have them; the path of a file that they do not have. */
function withContents(
  config: JsonObject,
  machines: readonly StoredMachine[],
): Pick<RollbackTarget, 'config' | 'files'> | string {
  const files = new Map<string, string>()
  const entries: JsonObject[] = []
  for (const entry of objectsIn(config.files)) {
    const path = stringIn(entry.guest_path)
    if (stringIn(entry.local_path) === '') {
      entries.push(entry)
      continue
    }
    const groups = Array.isArray(entry.processes) && entry.processes.length > 0 ? entry.processes : undefined
    const content = machines
      .filter(({ processGroup }) => groups?.includes(processGroup) ?? true)
      .flatMap((machine) => objectsIn(machine.config.files))
      .find((file) => file.guest_path === path)?.raw_value
    if (typeof content !== 'string') return path
    const name = `file-${files.size + 1}`
    files.set(name, content)
    entries.push({ ...entry, local_path: name })
  }
  return { config: entries.length > 0 ? { ...config, files: entries } : config, files }
}

/** How the release of a deploy ends that has not reached its end. */
export const UNDONE: ReadonlySet<string> = new Set(['failed', 'interrupted'])

/**
 * The release of another deploy, which began after that of the machines that failed; a release that failed without
 * reaching a machine may be from a try of this run.
 */
export function releaseOfOthers(
  releases: readonly Release[],
  failed: readonly Pick<StoredMachine, 'releaseVersion'>[],
): number | undefined {
  const ours = Math.max(...failed.map(({ releaseVersion }) => releaseVersion ?? 0))
  if (failed.length === 0) return undefined
  return releases.find(({ version, status }) => version > ours && !UNDONE.has(status))?.version
}

/** Failures of a deploy that its machines or their checks show. */
const OF_MACHINES: ReadonlySet<string> = new Set([
  'fly-crash',
  'fly-health',
  'fly-machine-failed',
  'fly-not-ready',
  'fly-not-started',
  'fly-old-version',
  'fly-start-timeout',
  'fly-stopped',
])

/** Whether a failed deploy is one that a rollback may undo: never refusals, limits, deadlines or other deploys. */
export const isOfMachines = ({ code }: Diagnostic): boolean => OF_MACHINES.has(code)
