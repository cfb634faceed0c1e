import type { Flyctl } from '../../clients/flyctl/client.ts'
import * as fly from '../../clients/flyctl/commands.ts'
import { platformError } from '../../lib/errors.ts'
import { list } from '../../lib/text.ts'
import type { FlyVolume } from '../../model/fly.ts'
import { doubleVolumes, isAttached } from '../../plan/fly/doubles.ts'
import { hasCode } from '../../plan/fly/refusals.ts'
import { ensure } from './ensure.ts'
import type { FlyContext } from './run-changes.ts'

/** A volume that is to exist exactly once. */
export interface VolumeOrder {
  app: string
  name: string
  region: string
  sizeGb: number
}

/** Creates the volume, and makes sure that there is one: flyctl repeats a request whose answer was lost. */
export async function createOneVolume(order: VolumeOrder, ctx: FlyContext): Promise<void> {
  const { app, name } = order
  const named = async () => (await fly.listVolumes(ctx.flyctl, app)).filter((v) => v.name === name)
  await ensure(
    {
      act: () => fly.createVolume(ctx.flyctl, app, order),
      isDone: async () => (await named()).length > 0,
    },
    ctx.flyctl,
  )
  await keepOneVolume(order, ctx)
}

/**
 * Removes what was created twice: volumes that no machine uses and that are as new as the one that is kept. Two runs
 * that do this at once keep the same one.
 * @throws ActionError `fly-two-volumes` when there is a second one that may hold data
 */
export async function keepOneVolume(
  { app, name }: Pick<VolumeOrder, 'app' | 'name'>,
  ctx: FlyContext,
): Promise<void> {
  for (let round = 1; ; round++) {
    const found = (await fly.listVolumes(ctx.flyctl, app)).filter((v) => v.name === name)
    if (found.length < 2) return
    const doubles = doubleVolumes(found)
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
