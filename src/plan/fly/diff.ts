import { type MonitoringApp, WEB_CONFIG_SECRET } from '../../desired/monitoring-app.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { count, list } from '../../lib/text.ts'
import { type FlyChange, flyChange } from './actions.ts'
import { missingAddresses } from './addresses.ts'
import { machineChanges, shardChanges } from './machine-changes.ts'
import { obstacles, volumeWarnings } from './obstacles.ts'
import { arrangeReplicas, type Replicas } from './replicas.ts'
import { type DesiredMonitoring, type FlyState, isSharded, RECORD_VARIABLES, secretsRecord } from './state.ts'

export interface MonitoringDiff {
  /** In the order in which they are carried out; each needs those before it. */
  changes: readonly FlyChange[]
  warnings: readonly Diagnostic[]
  /** Why no change leads to the desired state; `changes` is empty then. */
  problems: readonly Diagnostic[]
}

/**
 * The changes between the desired state and the current one (undefined: the app does not exist); empty when there is
 * nothing to do. What no change can reach, such as a volume in another region, is reported as a problem.
 */
export function diffMonitoring(wanted: DesiredMonitoring, state: FlyState | undefined): MonitoringDiff {
  const current = state ?? { machines: [], volumes: [] }
  const replicas = arrangeReplicas(wanted, current)
  const problems = obstacles(wanted, replicas)
  if (problems.length > 0) return { changes: [], warnings: [], problems }
  const seen = { ...current, machines: replicas.machines }
  const before = [
    ...(state ? [] : [createApp(wanted)]),
    ...removals(wanted, replicas),
    ...volumeChanges(wanted, replicas),
    ...(seen.addresses ? addressChanges(wanted.app, seen.addresses) : []),
    ...secretChanges(wanted, seen),
  ]
  const changes = [
    ...before,
    ...(isSharded(wanted.app)
      ? shardChanges(wanted, seen, before, replicas.missing)
      : [
          ...machineChanges(wanted, seen, before, replicas.surplus.length > 0),
          ...replicasAdded(wanted, replicas),
        ]),
    ...machinesRemoved(wanted, replicas),
    ...firstAddresses(wanted, seen),
  ]
  return { changes, warnings: volumeWarnings(wanted, replicas), problems }
}

const createApp = ({ app: { app, organization } }: DesiredMonitoring): FlyChange =>
  flyChange({ kind: 'create-app', app, organization }, 'The app does not exist yet.')

/** Removes what was made twice. */
function removals({ app: { app, regions } }: DesiredMonitoring, { doubles }: Replicas): FlyChange[] {
  const exactly = regions.length === 1 ? 'one' : String(regions.length)
  const since = `A repeated request or two runs at once made it; Prometheus needs exactly ${exactly}.`
  return [
    ...doubles.machines.map(({ id }) =>
      flyChange({ kind: 'remove-machine', app, id }, since, { owner: 'ours' }),
    ),
    ...doubles.volumes.map((id) => flyChange({ kind: 'remove-volume', app, id }, since, { owner: 'ours' })),
  ]
}

function volumeChanges(wanted: DesiredMonitoring, { volumes, missingVolumes }: Replicas): FlyChange[] {
  const { app, volume, regions } = wanted.app
  const { name, sizeGb } = volume
  const what = isSharded(wanted.app) ? 'a shard' : 'the replica'
  const ofReplica = (region: string) => (regions.length === 1 ? '' : ` for ${what} in ${region}`)
  const created = missingVolumes.map((region) =>
    flyChange(
      { kind: 'create-volume', app, name, region, sizeGb },
      `The volume ${name}${ofReplica(region)} does not exist yet.`,
    ),
  )
  const extended = volumes
    .filter((one) => one.sizeGb < sizeGb)
    .map((one) =>
      flyChange(
        { kind: 'extend-volume', app, id: one.id, sizeGb },
        `The volume has ${one.sizeGb} GB; the configuration asks for ${sizeGb} GB.`,
        { owner: 'ours' },
      ),
    )
  return [...created, ...extended]
}

/** Adds the machines of replicas once the first one is deployed. */
function replicasAdded({ app: { app, regions } }: DesiredMonitoring, replicas: Replicas): FlyChange[] {
  const { machines, missing } = replicas
  // The deploy of an app without machines makes the one of the first replica.
  const added = machines.length === 0 ? missing.slice(1) : missing
  return added.map(({ region }) =>
    flyChange(
      { kind: 'add-machine', app, region },
      `${regions.length} replicas are configured; the one in ${region} has no machine yet.`,
    ),
  )
}

/** Removes machines that are no longer wanted, once the others scrape what they scrape. */
const machinesRemoved = ({ app: { app } }: DesiredMonitoring, { surplus }: Replicas): FlyChange[] =>
  surplus.map(({ id, mounts }) =>
    flyChange(
      { kind: 'remove-machine', app, id, keeps: mounts[0]?.volume ?? 'none' },
      'This replica or shard is no longer configured. What is on its volume stays there, and nothing uses it then.',
      { owner: 'ours' },
    ),
  )

type Addresses = NonNullable<FlyState['addresses']>

function addressChanges({ app, access }: MonitoringApp, addresses: Addresses): FlyChange[] {
  if (access === 'private')
    return addresses
      .filter(({ kind }) => kind === 'public')
      .map(({ address }) =>
        flyChange(
          { kind: 'release-address', app, address },
          '`monitoring.access` is private: Prometheus must not have a public address.',
        ),
      )
  const why = (version: 4 | 6) =>
    `Prometheus must be reachable over public HTTPS, but the app has no public IPv${version} address.`
  return missingAddresses(addresses).map((address) =>
    flyChange({ kind: 'allocate-address', app, address }, why(address === 'v6' ? 6 : 4)),
  )
}

function firstAddresses({ app: { app, access } }: DesiredMonitoring, { machines }: FlyState): FlyChange[] {
  if (machines.length > 0 || access === 'private') return []
  const reason = 'flyctl allocates them on the first deploy, but does not report when that fails.'
  return [flyChange({ kind: 'ensure-addresses', app }, reason)]
}

function secretChanges(wanted: DesiredMonitoring, seen: FlyState): FlyChange[] {
  const names = wanted.app.secrets.map((s) => s.name)
  const reason = names.length > 0 ? secretsReason(wanted, seen) : undefined
  if (reason === undefined) return []
  const owner = seen.secrets && { owner: 'ours' as const }
  return [flyChange({ kind: 'stage-secrets', app: wanted.app.app, names }, reason, owner)]
}

/** An app that is taken over, and was open or had another password. */
const NEW_PASSWORD =
  ' Prometheus runs without this password so far: what reads it, such as a data source in Grafana, needs the user `prometheus` and the password from now on.'

function secretsReason(wanted: DesiredMonitoring, seen: FlyState): string | undefined {
  const names = wanted.app.secrets.map((s) => s.name)
  if (!seen.secrets) return `The machine needs ${count(names.length, 'secret')}.`
  const { secrets } = seen
  const unset = names.filter((name) => !secrets.some((s) => s.name === name))
  const isOpen = seen.machines.length > 0 && unset.includes(WEB_CONFIG_SECRET)
  if (unset.length > 0)
    return `${count(unset.length, 'secret')} not set at Fly yet: ${list(unset)}.${isOpen ? NEW_PASSWORD : ''}`
  const records = seen.machines.map(({ env }) => env[RECORD_VARIABLES.secrets])
  // A deploy that ended between two replicas has written them for both.
  if (records.includes(secretsRecord(wanted, secrets))) return undefined
  const [recorded] = records
  if (recorded === undefined) return 'The machine has no record of the values of the secrets.'
  return recorded.startsWith(`${wanted.secretsDigest}:`)
    ? 'A secret was changed at Fly since the last deploy by this action.'
    : 'The value of a secret has changed.'
}
