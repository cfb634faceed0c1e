import * as v from 'valibot'
import { jsonOrUndefined } from '../../lib/json-value.ts'
import type {
  EmittedRelease,
  FlySecret,
  FlyVolume,
  IpAddress,
  Machine,
  MachineExit,
  Release,
} from '../../model/fly.ts'
import { comparedConfig, comparedParts, scrapedConfig, scrapeOf } from './machine-config.ts'

/**
 * The answers of flyctl's `--json` commands, reduced to the fields that are used. Shapes recorded from flyctl 0.4.88;
 * unknown keys are dropped, and keys that an answer may leave out are optional.
 */

const text = v.nullish(v.string())

/** A list; Go writes an empty one as `null`. */
const list = <T extends v.GenericSchema>(item: T, json: unknown): v.InferOutput<T>[] =>
  v.parse(v.nullable(v.array(item)), json) ?? []

const machineJson = v.object({
  id: v.string(),
  name: text,
  state: v.string(),
  region: text,
  private_ip: text,
  created_at: text,
  updated_at: text,
  image_ref: v.nullish(v.object({ registry: text, repository: text, tag: text, digest: text })),
  config: v.nullish(
    v.object({
      ...comparedConfig.entries,
      env: v.nullish(v.record(v.string(), v.string())),
      image: text,
      metadata: v.nullish(v.record(v.string(), v.string())),
      standbys: v.nullish(v.array(v.string())),
      metrics: scrapedConfig,
      checks: v.nullish(v.record(v.string(), v.unknown())),
      services: v.nullish(
        v.array(
          v.object({ checks: v.nullish(v.array(v.unknown())), ports: v.nullish(v.array(v.unknown())) }),
        ),
      ),
      mounts: v.nullish(
        v.array(v.object({ volume: text, name: text, path: text, size_gb: v.nullish(v.number()) })),
      ),
    }),
  ),
  checks: v.nullish(v.array(v.object({ name: v.string(), status: v.string(), output: text }))),
  /** Newest first. */
  events: v.nullish(v.array(v.unknown())),
})

const flag = v.nullish(v.boolean(), false)

/** Of an event of type `exit`; any other event, and an answer of another shape, says nothing about an exit. */
const exitEvent = v.object({
  type: v.literal('exit'),
  request: v.object({
    exit_event: v.object({
      exit_code: v.nullish(v.number(), 0),
      oom_killed: flag,
      requested_stop: flag,
    }),
    restart_count: v.nullish(v.number(), 0),
  }),
})

/** The machines of an app, and those that flyctl has made for a release command or a console. */
export interface AllMachines {
  machines: Machine[]
  temporary: Machine[]
}

/** Process groups of temporary machines that flyctl creates for itself. */
const TEMPORARY_GROUPS = new Set([
  'fly_app_release_command',
  'fly_app_test_machine_command',
  'fly_app_console',
])

/** `machine list --json`: the app's machines, without destroyed ones; those that flyctl has made for itself separately. */
export function parseAllMachines(json: unknown, app: string): AllMachines {
  const all = list(machineJson, json).map((raw) => machine(raw, app))
  const existing = all.filter(({ state }) => !/^destroy/.test(state))
  const isTemporary = ({ processGroup }: Machine) => TEMPORARY_GROUPS.has(processGroup)
  return { machines: existing.filter((m) => !isTemporary(m)), temporary: existing.filter(isTemporary) }
}

/** The same without temporary machines. */
export const parseMachines = (json: unknown, app: string): Machine[] => parseAllMachines(json, app).machines

function machine(raw: v.InferOutput<typeof machineJson>, app: string): Machine {
  const metadata = raw.config?.metadata ?? {}
  const release = Number(metadata.fly_release_version)
  return {
    id: raw.id,
    app,
    region: raw.region ?? '',
    state: raw.state,
    createdAt: raw.created_at ?? '',
    updatedAt: raw.updated_at ?? '',
    ...exitOf(raw),
    isPublic: (raw.config?.services ?? []).some(({ ports }) => (ports ?? []).length > 0),
    privateIp: raw.private_ip ?? '',
    processGroup: metadata.fly_process_group ?? metadata.process_group ?? 'app',
    ...(metadata.fly_platform_version === 'v2' && Number.isInteger(release) && { releaseVersion: release }),
    image: {
      ref: raw.config?.image ?? '',
      repository: raw.image_ref?.repository ?? '',
      tag: raw.image_ref?.tag ?? '',
      digest: raw.image_ref?.digest ?? '',
    },
    env: raw.config?.env ?? {},
    checks: (raw.checks ?? []).map((c) => ({ name: c.name, status: c.status, output: c.output ?? '' })),
    checksDefined: definedChecks(raw),
    mounts: (raw.config?.mounts ?? []).map((m) => ({
      volume: m.volume ?? '',
      name: m.name ?? '',
      path: m.path ?? '',
      ...(typeof m.size_gb === 'number' && { sizeGb: m.size_gb }),
    })),
    ...(metadata.fly_flyctl_bluegreen_launch_id && { launch: metadata.fly_flyctl_bluegreen_launch_id }),
    ...(metadata.fly_canary === 'true' && { isCanary: true as const }),
    standby: (raw.config?.standbys ?? []).length > 0,
    ...(raw.config?.metrics && { metrics: scrapeOf(raw.config.metrics) }),
    ...comparedParts(raw.config ?? {}),
  }
}

const beginning = v.object({ type: v.picklist(['launch', 'update']) })

/**
 * The newest exit since the machine was created or updated. A start after it does not undo it: a machine that crashes
 * again and again is started in between.
 */
function exitOf({ events }: v.InferOutput<typeof machineJson>): { exit?: MachineExit } {
  for (const event of events ?? []) {
    if (v.is(beginning, event)) return {}
    const { success, output } = v.safeParse(exitEvent, event)
    if (!success) continue
    const { exit_event, restart_count } = output.request
    const { exit_code: code, oom_killed: oom, requested_stop: requested } = exit_event
    return { exit: { code, oom, requested, restarts: restart_count } }
  }
  return {}
}

function definedChecks({ config }: v.InferOutput<typeof machineJson>): number {
  const ofServices = (config?.services ?? []).map((service) => (service.checks ?? []).length)
  return ofServices.reduce((sum, n) => sum + n, Object.keys(config?.checks ?? {}).length)
}

const volumeJson = v.object({
  id: v.string(),
  name: v.string(),
  state: v.string(),
  size_gb: v.number(),
  region: v.string(),
  attached_machine_id: text,
  created_at: text,
})

export function parseVolume(json: unknown): FlyVolume {
  const raw = v.parse(volumeJson, json)
  return {
    id: raw.id,
    name: raw.name,
    region: raw.region,
    state: raw.state,
    sizeGb: raw.size_gb,
    createdAt: raw.created_at ?? '',
    ...(raw.attached_machine_id && { machine: raw.attached_machine_id }),
  }
}

/** `volumes list --json`, without volumes that are being destroyed. */
export function parseVolumes(json: unknown): FlyVolume[] {
  return list(v.unknown(), json)
    .map(parseVolume)
    .filter(({ state }) => !/destroy/.test(state))
}

/** `secrets list --json`. */
export function parseSecrets(json: unknown): FlySecret[] {
  return list(v.object({ name: v.string(), digest: v.string() }), json)
}

const addressJson = v.object({ Address: v.string(), Type: v.string(), CreatedAt: text })

/** `ips list --json`: Go field names; types are `v4`, `shared_v4`, `v6`, `private_v6`, `egress_v4`, `egress_v6`. */
export function parseAddresses(json: unknown): IpAddress[] {
  return list(addressJson, json).map((raw) => ({
    address: raw.Address,
    createdAt: raw.CreatedAt ?? '',
    kind: /^egress/.test(raw.Type) ? 'egress' : /^private/.test(raw.Type) ? 'private' : 'public',
    version: raw.Type.endsWith('v4') ? 4 : 6,
  }))
}

const releaseJson = v.object({ version: v.number(), image_ref: v.string() })

export function parseEmittedRelease(stdout: string): EmittedRelease | undefined {
  for (const line of stdout.split('\n').reverse()) {
    if (!line.startsWith('{"')) continue
    const parsed = v.safeParse(releaseJson, jsonOrUndefined(line))
    if (parsed.success) return { version: parsed.output.version, imageRef: parsed.output.image_ref }
  }
  return undefined
}

/** `logs --json` prints one object after the other, not a list. */
const logLine = v.object({ message: v.string() })

/** The messages of `logs --json`, oldest first; what cannot be read is left out. */
export function parseLogLines(stdout: string): string[] {
  return stdout.split(/\n(?=\{)/).flatMap((text) => {
    const parsed = v.safeParse(logLine, jsonOrUndefined(text))
    return parsed.success ? [parsed.output.message] : []
  })
}

const releaseRow = v.object({
  Version: v.number(),
  Status: text,
  ImageRef: text,
  CreatedAt: v.pipe(v.string(), v.toDate()),
})

/** `releases --json`, newest first. */
export function parseReleases(json: unknown): Release[] {
  return list(releaseRow, json)
    .map((row) => ({
      version: row.Version,
      status: row.Status ?? '',
      imageRef: row.ImageRef ?? '',
      createdAt: row.CreatedAt,
    }))
    .sort((a, b) => b.version - a.version)
}
