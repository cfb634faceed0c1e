import type { MonitoringApp } from '../../desired/monitoring-app.ts'
import type { FlyVolume } from '../../model/fly.ts'
import { shardOfGroup } from '../../model/shards.ts'
import { byAge, doubleMachines, doubleVolumes, isAttached } from './doubles.ts'
import {
  type DesiredMonitoring,
  type FlyState,
  type MonitoringMachine,
  RECORD_VARIABLES,
  replicasRecord,
  volumesOf,
} from './state.ts'

/** Where a machine of Prometheus is to be. Replicas are in one process group, each shard has its own. */
export interface Place {
  region: string
  group: string
}

/** How the machines and volumes at Fly fill the replicas or shards that are wanted. */
export interface Replicas {
  /** The machines of the replicas, in the order of their places. */
  machines: readonly MonitoringMachine[]
  /** The places of the replicas that have no machine. */
  missing: readonly Place[]
  /** The volumes that the replicas use, or will use. */
  volumes: readonly FlyVolume[]
  /** The regions of the replicas that have no volume. */
  missingVolumes: readonly string[]
  /** Machines of replicas that are no longer wanted. Their volumes are kept. */
  surplus: readonly MonitoringMachine[]
  /** Volumes of replicas that were removed or will be: no machine uses them then. */
  left: readonly FlyVolume[]
  /** What was made twice, and can be removed with its data. */
  doubles: { machines: readonly MonitoringMachine[]; volumes: readonly string[] }
  /** What no replica uses, and what may hold data. */
  others: { machines: readonly MonitoringMachine[]; volumes: readonly FlyVolume[] }
}

/** Compares the machines and volumes with the wanted replicas. */
export function arrangeReplicas(wanted: DesiredMonitoring, state: FlyState): Replicas {
  const { taken, rest, open } = assignMachines(wanted.app, state.machines)
  // Before anything else: a replica that is as new as the other one was not made by mistake, and its volume is kept.
  const surplus = rest.filter((one) => wasReplica(one, wanted, state))
  const twins = doubleMachines(
    taken,
    rest.filter((one) => !surplus.includes(one)),
  )
  const volumes = arrangeVolumes(wanted, state, { machines: taken, missing: open, surplus, twins })
  return {
    machines: taken,
    missing: open,
    surplus,
    ...volumes,
    others: {
      machines: rest.filter((one) => !twins.includes(one) && !surplus.includes(one)),
      volumes: volumes.others,
    },
    doubles: { machines: twins, volumes: volumes.doubles },
  }
}

/** In the order in which volumes are taken for replicas. */
export const attachedFirst = (volumes: readonly FlyVolume[]): FlyVolume[] =>
  byAge(volumes).toSorted((a, b) => Number(isAttached(b)) - Number(isAttached(a)))

interface Arranged<T, P = string> {
  /** In the order of the regions. */
  taken: T[]
  rest: T[]
  /** Regions or places for which there is none. */
  open: P[]
}

/**
 * One for each region, the first that is in it. A single one may be anywhere: that it is elsewhere is an obstacle.
 * @param isSingle whether only one is wanted altogether
 */
export function assign<T extends { region: string }>(
  regions: readonly string[],
  all: readonly T[],
  isSingle = regions.length === 1,
): Arranged<T> {
  const arranged: Arranged<T> = { taken: [], rest: [...all], open: [] }
  for (const region of regions) {
    const found = arranged.rest.findIndex((one) => one.region === region)
    const at = found < 0 && isSingle && arranged.rest.length > 0 ? 0 : found
    const [one] = at < 0 ? [] : arranged.rest.splice(at, 1)
    if (one) arranged.taken.push(one)
    else arranged.open.push(region)
  }
  return arranged
}

/** The machine of each place, the oldest first: of its process group, and of its region where the group has several. */
export function assignMachines<
  T extends Pick<MonitoringMachine, 'id' | 'createdAt' | 'region' | 'processGroup'>,
>(
  { regions, groups }: Pick<MonitoringApp, 'regions' | 'groups'>,
  machines: readonly T[],
): Arranged<T, Place> {
  const arranged: Arranged<T, Place> = { taken: [], rest: [], open: [] }
  const byShard = Map.groupBy(byAge(machines), ({ processGroup }) => shardOfGroup(processGroup))
  for (const group of new Set(groups)) {
    const shard = shardOfGroup(group)
    const places = regions.filter((_, i) => groups[i] === group)
    const { taken, rest, open } = assign(places, byShard.get(shard) ?? [])
    arranged.taken.push(...taken)
    arranged.rest.push(...rest)
    arranged.open.push(...open.map((region) => ({ region, group })))
    byShard.delete(shard)
  }
  arranged.rest.push(...[...byShard.values()].flat())
  return arranged
}

/** Whether an earlier configuration had this machine as a replica or shard, and the present one does not. */
function wasReplica(machine: MonitoringMachine, wanted: DesiredMonitoring, state: FlyState): boolean {
  const recordOf = ({ env }: MonitoringMachine) => env[RECORD_VARIABLES.replicas]
  const record = recordOf(machine)
  if (record === undefined || record === replicasRecord(wanted)) return false
  // More of them than it had: some were made manually, and hold data that may be missed.
  return state.machines.filter((one) => recordOf(one) === record).length <= record.split(',').length
}

/** The volumes that machines use. */
const mountsOf = (machines: readonly MonitoringMachine[]): string[] =>
  machines.flatMap(({ mounts }) => mounts.map(({ volume }) => volume))

type VolumeParts = Pick<Replicas, 'volumes' | 'missingVolumes' | 'left'> & {
  doubles: string[]
  others: FlyVolume[]
}

function arrangeVolumes(
  wanted: DesiredMonitoring,
  state: FlyState,
  {
    machines,
    missing,
    surplus,
    twins,
  }: Record<'machines' | 'surplus' | 'twins', MonitoringMachine[]> & {
    missing: Place[]
  },
): VolumeParts {
  const theirs = mountsOf(twins)
  const named = volumesOf(wanted, state).filter(({ id }) => !theirs.includes(id))
  const used = named.filter(({ id }) => mountsOf(machines).includes(id))
  // One that is attached to a machine that is not listed: another run has just made that machine.
  const isFree = (one: FlyVolume) => !mountsOf(state.machines).includes(one.id)
  const without = machines.filter(({ mounts }) => mounts.length === 0).map(({ region }) => region)
  const isBusy = machines.length > 0 && without.length + missing.length === 0
  const { taken, open } = isBusy
    ? { taken: [], open: [] }
    : assign(
        [...without, ...missing.map(({ region }) => region)],
        attachedFirst(named.filter(isFree)),
        wanted.app.regions.length === 1,
      )
  const kept = [...used, ...taken]
  const spare = named.filter((one) => !kept.includes(one))
  const mayHoldData = state.machines.length === 0 && state.wasDeployed !== false
  const left = spare.filter(
    ({ id }) =>
      mountsOf(surplus).includes(id) ||
      state.machines.some(({ env }) => env[RECORD_VARIABLES.left]?.split(',').includes(id)),
  )
  const doubles = mayHoldData
    ? []
    : doubleVolumes(
        kept,
        spare.filter((one) => !left.includes(one)),
      )
  return {
    volumes: kept,
    missingVolumes: open,
    left,
    doubles: [...theirs, ...doubles.map(({ id }) => id)],
    others: spare.filter(
      (one) => !doubles.includes(one) && !left.includes(one) && !mountsOf(state.machines).includes(one.id),
    ),
  }
}
