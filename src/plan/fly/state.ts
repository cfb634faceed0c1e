import { DIGEST_VARIABLE } from '../../desired/fly-toml.ts'
import type { MonitoringApp } from '../../desired/monitoring-app.ts'
import type { FlySecret, FlyVolume, IpAddress, Machine } from '../../model/fly.ts'

/** The fields of a machine that the plan reads. */
export type MonitoringMachine = Pick<
  Machine,
  | 'id'
  | 'region'
  | 'state'
  | 'createdAt'
  | 'updatedAt'
  | 'exit'
  | 'env'
  | 'image'
  | 'checks'
  | 'mounts'
  | 'standby'
  | 'guest'
  | 'command'
  | 'files'
  | 'processGroup'
>

/** Whether a machine runs, and all of its checks pass. */
export const isWell = ({ state, checks }: Pick<Machine, 'state' | 'checks'>): boolean =>
  state === 'started' && checks.every(({ status }) => status === 'passing')

/** The current state of the monitoring app at Fly. */
export interface FlyState {
  machines: readonly MonitoringMachine[]
  volumes: readonly FlyVolume[]
  /** When this was read, in milliseconds since the epoch; absent: long after everything in it. */
  readAt?: number
  /** Whether a deploy was ever completed. Absent: not read, because nothing depends on it. */
  wasDeployed?: boolean
  /** The secrets that are set. Absent: not read, as there is no machine to compare with. */
  secrets?: readonly FlySecret[]
  /** Absent: not read, because nothing else has changed, or because a first deploy allocates them. */
  addresses?: readonly IpAddress[]
}

/** The desired state: the rendered app, and the digests that show whether anything else has changed. */
export interface DesiredMonitoring {
  app: MonitoringApp
  /** Keyed digest of the values of the secrets: shows that a value has changed, without revealing it. */
  secretsDigest: string
  /** Digest of the Dockerfile and the files that it copies; only for an image that is built. */
  buildDigest: string
}

/** Variables that a deploy sets on the machine, so that the next run can compare. */
export const RECORD_VARIABLES = {
  digest: DIGEST_VARIABLE,
  secrets: 'DEPLOY_MONITORING_STAGED',
  build: 'DEPLOY_MONITORING_BUILD',
  /** The regions of all replicas, or the process groups of all shards; absent where there is only one machine. */
  replicas: 'DEPLOY_MONITORING_REPLICAS',
  /** The volumes of replicas that were removed. */
  left: 'DEPLOY_MONITORING_LEFT_VOLUMES',
} as const

/** Whether this action has deployed a machine. */
export const hasRecord = ({ env }: Pick<Machine, 'env'>): boolean =>
  env[RECORD_VARIABLES.digest] !== undefined

/** Secrets at Fly: their names, and digests that change with their values. */
export type Secrets = NonNullable<FlyState['secrets']>

/** Fly's digests of these secrets, joined: it changes when one of them is changed manually. */
function remoteDigest(names: readonly string[], secrets: Secrets): string {
  return names.map((name) => secrets.find((s) => s.name === name)?.digest ?? 'unset').join('.')
}

/** The record of the secrets on the machine: the digest of the values that were written, and Fly's digests after that. */
export function secretsRecord(wanted: DesiredMonitoring, secrets: Secrets): string {
  const names = wanted.app.secrets.map((s) => s.name)
  return names.length === 0 ? '' : `${wanted.secretsDigest}:${remoteDigest(names, secrets)}`
}

/** The secrets whose digests at Fly are not those of that record; none where there is none of these secrets. */
export function changedAtFly({ app }: DesiredMonitoring, { machines, secrets }: FlyState): string[] {
  const names = app.secrets.map((s) => s.name)
  const recorded = machines[0]?.env[RECORD_VARIABLES.secrets]?.split(':')[1]?.split('.') ?? []
  if (recorded.length !== names.length) return []
  return names.filter((name, i) => {
    const now = secrets?.find((one) => one.name === name)?.digest
    return now !== undefined && now !== recorded[i]
  })
}

/** The record of the replicas or shards on each of their machines; undefined where only one machine is wanted. */
export const replicasRecord = ({ app }: DesiredMonitoring): string | undefined =>
  app.regions.length > 1 ? (isSharded(app) ? app.groups : app.regions).join(',') : undefined

/** What a deploy records of the replicas or shards. `left`: the volumes of those that were removed. */
export function replicaRecords(wanted: DesiredMonitoring, left: readonly string[]): Record<string, string> {
  const replicas = replicasRecord(wanted)
  return {
    ...(replicas !== undefined && { [RECORD_VARIABLES.replicas]: replicas }),
    ...(left.length > 0 && { [RECORD_VARIABLES.left]: left.join(',') }),
  }
}

/** Whether the machines share the targets: each has a process group of its own. */
export const isSharded = ({ groups }: Pick<MonitoringApp, 'groups'>): boolean => new Set(groups).size > 1

/** The volumes that have the name of the desired one. */
export function volumesOf({ app }: DesiredMonitoring, { volumes }: FlyState): FlyState['volumes'] {
  return volumes.filter((volume) => volume.name === app.volume.name)
}
