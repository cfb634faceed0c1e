import type { FlyVolume, Machine } from '../../model/fly.ts'
import { shardOfGroup } from '../../model/shards.ts'
import { hasRecord, isWell, type MonitoringMachine } from './state.ts'

/**
 * What was made twice within this time was made by one request that was repeated, or by runs at the same time. What is
 * older may have been made on purpose.
 */
const TWINS_MS = 10 * 60_000

export const isAttached = (volume: FlyVolume): boolean => volume.machine !== undefined

type Created = { id: string; createdAt: string }

/** The oldest first; of the same age, by id: every run sees the same order. */
export const byAge = <T extends Created>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1))

/** False when one of the two times is not known. */
export const areTwins = (a: Created, b: Created): boolean =>
  Math.abs(Date.parse(a.createdAt) - Date.parse(b.createdAt)) <= TWINS_MS

type Placed = Created & { region: string; processGroup?: string }

const shardOf = ({ processGroup = '' }: Placed): number => shardOfGroup(processGroup)

/** Made for the same replica or shard. */
const areSame = (a: Placed, b: Placed): boolean =>
  a.region === b.region && shardOf(a) === shardOf(b) && areTwins(a, b)

/**
 * Of volumes with the name of those that are kept, those that can be removed: no machine uses them, and they are as new
 * as one that is kept.
 */
export const doubleVolumes = (kept: readonly FlyVolume[], others: readonly FlyVolume[]): FlyVolume[] =>
  others.filter((volume) => !isAttached(volume) && kept.some((one) => areSame(volume, one)))

/**
 * Of machines in addition to those that are kept, which run and whose checks pass, those that can be removed: as new as one
 * that is kept. Each of them was deployed by this action, so that they have collected the same since they exist.
 */
export function doubleMachines(
  kept: readonly MonitoringMachine[],
  others: readonly MonitoringMachine[],
): MonitoringMachine[] {
  const areOurs = [...kept, ...others].every(hasRecord)
  const isDouble = (machine: MonitoringMachine) => kept.some((one) => areSame(machine, one))
  return areOurs && kept.every(isWell) && others.every(isDouble) ? [...others] : []
}

/**
 * Machines that one request of a bluegreen deploy has made in addition, when it was repeated after a lost answer: all of
 * them but the last one, whose answer flyctl has received.
 */
export function doubleLaunches<T extends Pick<Machine, 'id' | 'createdAt' | 'launch'>>(
  machines: readonly T[],
): T[] {
  const launches = Map.groupBy(machines, ({ launch }) => launch)
  return [...launches].flatMap(([launch, same]) => (launch === undefined ? [] : byAge(same).slice(0, -1)))
}
