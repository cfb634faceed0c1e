import { DIGEST_VARIABLE } from '../../desired/fly-toml.ts'
import type { MonitoringApp } from '../../desired/monitoring-app.ts'

/** What the plan looks at on a machine; the client's `Machine` has it all. */
export interface MonitoringMachine {
  id: string
  region: string
  state: string
  env: Readonly<Record<string, string>>
  image: { ref: string; repository: string; tag: string; digest: string }
  checks: readonly { name: string; status: string; output: string }[]
  mounts: readonly { volume: string; name: string }[]
  standby: boolean
}

/** The monitoring app as it is at Fly. */
export interface FlyState {
  machines: readonly MonitoringMachine[]
  volumes: readonly { id: string; name: string; region: string; sizeGb: number; machine?: string }[]
  /** Names and Fly's own digests of the secrets that are set. Absent: not asked, as there is no machine to compare. */
  secrets?: readonly { name: string; digest: string }[]
  /** Absent: not asked, because nothing else has changed, or because a first deploy brings them along. */
  addresses?: readonly { address: string; kind: 'public' | 'private' | 'egress'; version: 4 | 6 }[]
}

/** What this run wants, next to the rendered app. */
export interface DesiredMonitoring {
  app: MonitoringApp
  /** Keyed digest of the secrets' values: tells whether ours have changed without telling them. */
  secretsDigest: string
  /** Digest of the Dockerfile and what it copies; only for an image that is built. */
  buildDigest: string
}

/** Variables that our deploys leave on the machine, so that the next run can compare. */
export const RECORD_VARIABLES = {
  digest: DIGEST_VARIABLE,
  secrets: 'DEPLOY_MONITORING_STAGED',
  build: 'DEPLOY_MONITORING_BUILD',
} as const

/** Secrets at Fly: their names, and digests that change with their values. */
export type Secrets = NonNullable<FlyState['secrets']>

/** Digests of the secrets as they are at Fly, together; changes when somebody changes one of ours by hand. */
function remoteDigest(names: readonly string[], secrets: Secrets): string {
  return names.map((name) => secrets.find((s) => s.name === name)?.digest ?? 'unset').join('.')
}

/** What is recorded on the machine about its secrets: our own digest of what was written, and Fly's after that. */
export function secretsRecord(wanted: DesiredMonitoring, secrets: Secrets): string {
  const names = wanted.app.secrets.map((s) => s.name)
  return names.length === 0 ? '' : `${wanted.secretsDigest}:${remoteDigest(names, secrets)}`
}

/** The volumes that are called as the wanted one. */
export function volumesOf({ app }: DesiredMonitoring, { volumes }: FlyState): FlyState['volumes'] {
  return volumes.filter((volume) => volume.name === app.volume.name)
}
