import type { App, CheckStatus, Ip, Machine, MachineEvent, Org, Release, Volume } from './state.ts'

/** JSON as flyctl prints it: four spaces, Go's escapes, a line end. */
export function json(value: unknown): string {
  return `${goEscapes(JSON.stringify(value, undefined, 4))}\n`
}

/** JSON on one line. */
export function compactJson(value: unknown): string {
  return `${goEscapes(JSON.stringify(value))}\n`
}

/** Go writes `<`, `>` and `&` as escapes. */
function goEscapes(text: string): string {
  return text.replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** RFC 3339 with microseconds, as the recordings' server writes it. */
export const timestamp = (at: number): string => new Date(at).toISOString().replace('Z', '000Z')

export const volumeJson = (volume: Volume): object => ({
  id: volume.id,
  name: volume.name,
  state: 'created',
  size_gb: volume.sizeGb,
  region: volume.region,
  zone: volume.zone,
  encrypted: volume.encrypted,
  attached_machine_id: volume.attachedTo ?? null,
  attached_alloc_id: null,
  created_at: timestamp(volume.createdAt),
  host_dedication_id: '',
  snapshot_retention: volume.snapshotRetention,
  auto_backup_enabled: volume.autoBackup,
  host_status: 'ok',
})

export const machineJson = (machine: Machine): object => ({
  id: machine.id,
  name: machine.name,
  state: machine.state,
  region: machine.region,
  image_ref: machine.image,
  instance_id: machine.instanceId,
  private_ip: machine.address,
  created_at: timestamp(machine.createdAt),
  updated_at: timestamp(machine.updatedAt),
  config: machine.config,
  ...(machine.events.length === 0 ? {} : { events: machine.events.map(eventJson) }),
  ...(machine.checks.length === 0 ? {} : { checks: machine.checks.map(checkJson) }),
  host_status: 'ok',
  cordoned: false,
})

const eventJson = ({ at, type, status, request }: MachineEvent): object => ({
  type,
  status,
  ...(request === undefined ? {} : { request }),
  source: 'flyd',
  timestamp: at,
})

export const checkJson = ({ at, ...check }: CheckStatus): object => ({ ...check, updated_at: timestamp(at) })

export const releaseJson = (release: Release): object => ({
  ID: release.id,
  Version: release.version,
  Stable: release.status === 'complete',
  InProgress: release.status === 'pending' || release.status === 'running',
  Reason: 'change_image',
  Description: 'Release',
  Status: release.status,
  DeploymentStrategy: '',
  Metadata: null,
  User: { ID: 'user_1', Name: 'CI', Email: 'ci@example.com', EnablePaidHobby: false },
  EvaluationID: '',
  CreatedAt: timestamp(release.createdAt),
  ImageRef: release.imageRef,
})

/** A shared address has neither id, region nor date: flyctl makes its row up. */
export const ipJson = (ip: Ip): object => ({
  ID: ip.type === 'shared_v4' ? '' : ip.id,
  Address: ip.address,
  Type: ip.type,
  Region: ip.type === 'shared_v4' ? '' : 'global',
  CreatedAt: ip.type === 'shared_v4' ? '0001-01-01T00:00:00Z' : timestamp(ip.createdAt),
  ServiceName: '',
  Network: null,
})

/** `status --json`; a map in Go, so its keys are sorted. */
export const statusJson = (app: App, org: Org, machines: readonly Machine[]): object => ({
  AppURL: `https://${app.name}.fly.dev`,
  Deployed: app.deployed,
  Hostname: `${app.name}.fly.dev`,
  ID: app.name,
  Machines: machines.map(machineJson),
  Name: app.name,
  Organization: {
    ID: org.id,
    InternalNumericID: org.number,
    Name: '',
    Slug: org.slug,
    RawSlug: '',
    PaidPlan: true,
  },
  PlatformVersion: 'machines',
  Status: app.deployed ? 'deployed' : 'pending',
  Version: app.releases.at(-1)?.version ?? 0,
})

/** A table as flyctl draws it: cells between `│`, no frame. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = headers.length === 0 ? rows : [headers.map((header) => header.toUpperCase()), ...rows]
  const columns = Math.max(0, ...all.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...all.map((row) => (row[column] ?? '').length)),
  )
  const line = (row: readonly string[]): string =>
    ` ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' │ ')} \n`
  return `${all.map(line).join('')}\n`
}
