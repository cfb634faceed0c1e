import * as v from 'valibot'

/**
 * What flyctl's `--json` answers, reduced to what is used here. Shapes recorded from flyctl 0.4.88; unknown keys are
 * dropped, and keys that an answer may leave out are optional.
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
  updated_at: text,
  image_ref: v.nullish(v.object({ registry: text, repository: text, tag: text, digest: text })),
  config: v.nullish(
    v.object({
      env: v.nullish(v.record(v.string(), v.string())),
      image: text,
      metadata: v.nullish(v.record(v.string(), v.string())),
      standbys: v.nullish(v.array(v.string())),
      checks: v.nullish(v.record(v.string(), v.unknown())),
      services: v.nullish(v.array(v.object({ checks: v.nullish(v.array(v.unknown())) }))),
      mounts: v.nullish(
        v.array(v.object({ volume: text, name: text, path: text, size_gb: v.nullish(v.number()) })),
      ),
    }),
  ),
  checks: v.nullish(v.array(v.object({ name: v.string(), status: v.string(), output: text }))),
})

export interface Check {
  name: string
  /** `passing`, `warning` or `critical`. */
  status: string
  output: string
}

export interface Machine {
  id: string
  app: string
  region: string
  /** Fly's own word: `started`, `stopped`, `suspended`, `created`, `starting`, … */
  state: string
  /** Address on the private network; empty while the machine has none. */
  privateIp: string
  processGroup: string
  /** The release that last touched this machine; absent on machines that no deploy made. */
  releaseVersion?: number
  image: { ref: string; repository: string; tag: string; digest: string }
  env: Readonly<Record<string, string>>
  checks: readonly Check[]
  /** How many checks its configuration defines; results appear some time after the start. */
  checksDefined: number
  mounts: readonly { volume: string; name: string; path: string; sizeGb?: number }[]
  /** A spare that Fly starts when the machine it stands by for goes down; stopped is its normal state. */
  standby: boolean
}

/** Groups of machines that flyctl makes for its own passing purposes. */
const PASSING_GROUPS = new Set(['fly_app_release_command', 'fly_app_test_machine_command', 'fly_app_console'])

/** `machine list --json`: the app's machines, without destroyed ones and without flyctl's own passing ones. */
export function machines(json: unknown, app: string): Machine[] {
  return list(machineJson, json)
    .map((raw) => machine(raw, app))
    .filter((m) => !PASSING_GROUPS.has(m.processGroup) && !/^destroy/.test(m.state))
}

function machine(raw: v.InferOutput<typeof machineJson>, app: string): Machine {
  const metadata = raw.config?.metadata ?? {}
  const release = Number(metadata.fly_release_version)
  return {
    id: raw.id,
    app,
    region: raw.region ?? '',
    state: raw.state,
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
    standby: (raw.config?.standbys ?? []).length > 0,
  }
}

function definedChecks({ config }: v.InferOutput<typeof machineJson>): number {
  const ofServices = (config?.services ?? []).map((service) => (service.checks ?? []).length)
  return ofServices.reduce((sum, n) => sum + n, Object.keys(config?.checks ?? {}).length)
}

export interface Volume {
  id: string
  name: string
  region: string
  state: string
  sizeGb: number
  /** The machine that holds it. */
  machine?: string
}

const volumeJson = v.object({
  id: v.string(),
  name: v.string(),
  state: v.string(),
  size_gb: v.number(),
  region: v.string(),
  attached_machine_id: text,
})

export function volume(json: unknown): Volume {
  const raw = v.parse(volumeJson, json)
  return {
    id: raw.id,
    name: raw.name,
    region: raw.region,
    state: raw.state,
    sizeGb: raw.size_gb,
    ...(raw.attached_machine_id && { machine: raw.attached_machine_id }),
  }
}

/** `volumes list --json`, without volumes that are going away. */
export function volumes(json: unknown): Volume[] {
  return list(v.unknown(), json)
    .map(volume)
    .filter(({ state }) => !/destroy/.test(state))
}

export interface Secret {
  name: string
  /** Fly's own opaque digest: it changes with the value and says nothing else. */
  digest: string
}

/** `secrets list --json`. */
export function secrets(json: unknown): Secret[] {
  return list(v.object({ name: v.string(), digest: v.string() }), json)
}

export interface Address {
  address: string
  kind: 'public' | 'private' | 'egress'
  version: 4 | 6
}

const addressJson = v.object({ Address: v.string(), Type: v.string() })

/** `ips list --json`: Go field names; types are `v4`, `shared_v4`, `v6`, `private_v6`, `egress_v4`, `egress_v6`. */
export function addresses(json: unknown): Address[] {
  return list(addressJson, json).map((raw) => ({
    address: raw.Address,
    kind: /^egress/.test(raw.Type) ? 'egress' : /^private/.test(raw.Type) ? 'private' : 'public',
    version: raw.Type.endsWith('v4') ? 4 : 6,
  }))
}

/** The line that deploy prints with FLY_EMIT_RELEASE_JSON=1 once it believes that it succeeded. */
export interface EmittedRelease {
  version: number
  imageRef: string
}

const releaseJson = v.object({ version: v.number(), image_ref: v.string() })

export function emittedRelease(stdout: string): EmittedRelease | undefined {
  for (const line of stdout.split('\n').reverse()) {
    if (!line.startsWith('{"')) continue
    const parsed = v.safeParse(releaseJson, parseJson(line))
    if (parsed.success) return { version: parsed.output.version, imageRef: parsed.output.image_ref }
  }
  return undefined
}

/** A row of `releases --json`. */
export interface Release {
  version: number
  /** `complete`, `failed`, `interrupted`, `running`, … */
  status: string
  imageRef: string
  createdAt: Date
}

const releaseRow = v.object({
  Version: v.number(),
  Status: text,
  ImageRef: text,
  CreatedAt: v.pipe(v.string(), v.toDate()),
})

/** `releases --json`, newest first. */
export function releases(json: unknown): Release[] {
  return list(releaseRow, json)
    .map((row) => ({
      version: row.Version,
      status: row.Status ?? '',
      imageRef: row.ImageRef ?? '',
      createdAt: row.CreatedAt,
    }))
    .sort((a, b) => b.version - a.version)
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
