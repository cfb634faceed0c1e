import type { Flyctl } from '../../clients/flyctl/client.ts'
import * as fly from '../../clients/flyctl/commands.ts'
import { platformError } from '../../lib/errors.ts'
import { list } from '../../lib/text.ts'
import type { FlyVolume } from '../../model/fly.ts'
import { doubleVolumes, isAttached } from '../../plan/fly/doubles.ts'
import { hasCode } from '../../plan/fly/refusals.ts'
import { assign, attachedFirst } from '../../plan/fly/replicas.ts'
import { ensure } from './ensure.ts'
import type { FlyContext } from './run-changes.ts'

/** The volumes that are to exist: one for each replica. */
export interface VolumeOrder {
  app: string
  name: string
  sizeGb: number
  /** The region of each replica. */
  regions: readonly string[]
  /** Volumes of replicas that are no longer configured: they are kept. */
  left: readonly string[]
}

/** Creates the volume of a replica, and makes sure that there is one: flyctl repeats a request whose answer was lost. */
export async function createReplicaVolume(
  order: VolumeOrder,
  region: string,
  ctx: FlyContext,
): Promise<void> {
  const { app, name, regions } = order
  const here = async () => (await volumesOf(order, ctx.flyctl)).filter((one) => one.region === region)
  const isOnly = regions.length === 1
  // Another run may have made it meanwhile; for a single one that is found out when it is in the way.
  const wanted = regions.filter((one) => one === region).length
  const before = isOnly ? [] : await here()
  if (!isOnly && before.length >= wanted) return
  await ensure(
    {
      act: () => fly.createVolume(ctx.flyctl, app, { name, region, sizeGb: order.sizeGb }),
      isDone: async () => (await here()).length > before.length,
    },
    ctx.flyctl,
  )
  await keepVolumes(order, ctx)
}

async function volumesOf({ app, name, left }: VolumeOrder, flyctl: Flyctl): Promise<FlyVolume[]> {
  const all = await fly.listVolumes(flyctl, app)
  return all.filter((one) => one.name === name && !left.includes(one.id))
}

/**
 * Removes what was created twice: volumes that no machine uses and that are as new as those that are kept. Two runs
 * that do this at once keep the same ones.
 * @throws ActionError `fly-two-volumes` when there is one more that may hold data
 */
export async function keepVolumes(order: VolumeOrder, ctx: FlyContext): Promise<void> {
  const { app, name, regions } = order
  for (let round = 1; ; round++) {
    const found = await volumesOf(order, ctx.flyctl)
    const { taken, rest } = assign(regions, attachedFirst(found))
    if (rest.length === 0) return
    const doubles = doubleVolumes(taken, rest)
    if (doubles.length === 0 || round > ROUNDS) throw twoVolumes(app, name, found)
    for (const { id } of doubles) {
      ctx.log.info(
        `${app}: removing the volume ${id}. It was created a second time by a repeated request or another run, and no machine uses it.`,
      )
      await removeVolume(app, id, ctx.flyctl).catch((error: unknown) => {
        // A machine of another run was faster: the volume that is left over then is another one.
        if (!hasCode(error, 'fly-volume-in-use')) throw error
      })
    }
  }
}

const ROUNDS = 3

/**
 * After the deploy of a main app, in which flyctl has made volumes of these names because none was free: removes what a
 * repeated request has made in addition, which no machine uses.
 */
export async function removeSpareVolumes(
  app: string,
  names: readonly string[] = [],
  ctx: FlyContext,
): Promise<void> {
  if (names.length === 0) return
  const volumes = (await fly.listVolumes(ctx.flyctl, app)).filter(({ name }) => names.includes(name))
  const [used, free] = [volumes.filter(isAttached), volumes.filter((one) => !isAttached(one))]
  const spare = free.filter(
    (one) =>
      doubleVolumes(
        used.filter(({ name }) => name === one.name),
        [one],
      ).length > 0,
  )
  for (const { id, name } of spare) {
    ctx.log.info(
      `${app}: removing the volume ${id} (${name}). flyctl has made it a second time by a repeated request, and no machine uses it.`,
    )
    await removeVolume(app, id, ctx.flyctl)
  }
}

/** Destroys a volume that no machine uses. */
export function removeVolume(app: string, id: string, flyctl: Flyctl): Promise<void> {
  const isGone = async () => !(await fly.listVolumes(flyctl, app)).some((v) => v.id === id)
  return ensure({ act: () => fly.destroyVolume(flyctl, app, id), isDone: isGone }, flyctl)
}

const twoVolumes = (app: string, name: string, all: readonly FlyVolume[]) =>
  platformError(
    'fly-two-volumes',
    `App ${app} has ${all.length} volumes named ${name}: ${list(all.map((v) => `${v.id} (${isAttached(v) ? `used by machine ${v.machine}` : 'not used'})`))}.`,
    `Keep the one with the data and destroy the other: \`flyctl volumes destroy ID -a ${app}\`.`,
  )
