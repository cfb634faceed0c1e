import type { FlyVolume, Machine } from '../../model/fly.ts'

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

/**
 * Of volumes with one name, those that can be removed: no machine uses them, and they are as new as the one that is
 * kept, which is the one that a machine uses, else the oldest.
 */
export function doubleVolumes(volumes: readonly FlyVolume[]): FlyVolume[] {
  const aged = byAge(volumes)
  const kept = aged.find(isAttached) ?? aged[0]
  return aged.filter(
    (volume) => volume !== kept && !isAttached(volume) && areTwins(volume, kept as FlyVolume),
  )
}

/**
 * Of machines that should be one, those that can be removed: as new as the oldest, which runs and whose checks pass.
 * Each of them was deployed by this action, so that they have collected the same since they exist.
 */
export function doubleMachines<M extends Created & Pick<Machine, 'state' | 'checks'>>(
  machines: readonly M[],
  isOurs: (machine: M) => boolean,
): M[] {
  const [kept, ...others] = byAge(machines)
  const isWell =
    kept?.state === 'started' && isOurs(kept) && kept.checks.every(({ status }) => status === 'passing')
  return isWell && others.every((one) => isOurs(one) && areTwins(one, kept)) ? others : []
}
