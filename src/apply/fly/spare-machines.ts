import type { Flyctl } from '../../clients/flyctl/client.ts'
import * as fly from '../../clients/flyctl/commands.ts'
import { platformError } from '../../lib/errors.ts'
import type { Machine } from '../../model/fly.ts'
import { byAge } from '../../plan/fly/doubles.ts'
import { hasCode } from '../../plan/fly/refusals.ts'
import type { DeployOutcome } from './deploy.ts'
import { ensure } from './ensure.ts'
import type { FlyContext } from './run-changes.ts'
import { removeVolume } from './volumes.ts'

/** Only machines that are younger can have been made by the deploy; both clocks may differ by some minutes. */
const YOUNG_MS = 20 * 60_000

/** How often the removal of a machine is tried whose lease is held, and the pause between two tries. */
const LEASE_TRIES = 80
const LEASE_PAUSE_MS = 4_000

/**
 * After the deploy of a main app: of each process group that the deploy itself has started, one machine is kept. flyctl
 * asks for one, but repeats the request when its answer is lost, and then two are made.
 */
export async function removeSpareMachines(
  app: string,
  deployed: DeployOutcome,
  ctx: FlyContext,
): Promise<DeployOutcome> {
  const { machines, firstRelease: release } = deployed
  const groups = [...Map.groupBy(machines, (m) => m.processGroup).values()]
  const several = groups.filter((group) => group.length > 1 && group.every(isYoung))
  if (several.length === 0 || release === undefined) return deployed
  const since = (await fly.listReleases(ctx.flyctl, app)).find(
    ({ version }) => version === release,
  )?.createdAt
  const spare = several
    .filter((group) => group.every(({ createdAt }) => since && Date.parse(createdAt) >= since.getTime()))
    .flatMap((group) => byAge(group).slice(1))
  for (const machine of spare) {
    ctx.log.info(
      `${app}: removing machine ${machine.id}. flyctl repeated the request for one machine of process group ${machine.processGroup}, and Fly made two.`,
    )
    await removeMachine(machine, ctx)
  }
  return { ...deployed, machines: machines.filter((machine) => !spare.includes(machine)) }
}

const isYoung = ({ createdAt }: Machine): boolean => Date.now() - Date.parse(createdAt) < YOUNG_MS

/**
 * Destroys a machine that this run has made, and the volume that was made for it. Its lease may be held by the request
 * whose answer was lost, and is waited for.
 * @throws ActionError `fly-second-machine` when that takes too long
 */
export async function removeMachine(
  { id, app, mounts }: Pick<Machine, 'id' | 'app' | 'mounts'>,
  { flyctl, activities, until }: FlyContext,
): Promise<void> {
  const isGone = async () => !(await fly.listMachines(flyctl, app)).some((machine) => machine.id === id)
  const destroy = () => ensure({ act: () => fly.destroyMachine(flyctl, app, id), isDone: isGone }, flyctl)
  const work = async () => {
    for (let tries = 1; ; tries++) {
      try {
        return await destroy()
      } catch (error) {
        if (!hasCode(error, 'fly-lease')) throw error
        if (tries === LEASE_TRIES || Date.now() + LEASE_PAUSE_MS >= until) throw notRemoved(app, id, error)
        await flyctl.pause(LEASE_PAUSE_MS)
      }
    }
  }
  await activities.during(`the lease of machine ${id} of ${app}, which is to be removed`, work)
  for (const { volume } of mounts) await destroyFreeVolume(app, volume, flyctl)
}

/** Fly detaches the volume of a destroyed machine a moment later. */
async function destroyFreeVolume(app: string, id: string, flyctl: Flyctl): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await removeVolume(app, id, flyctl)
    } catch (error) {
      if (!hasCode(error, 'fly-volume-in-use') || tries === 5) throw error
      await flyctl.pause(1_000)
    }
  }
}

const notRemoved = (app: string, id: string, cause: unknown) =>
  platformError(
    'fly-second-machine',
    `App ${app} has a second machine, ${id}: flyctl repeated a request whose answer was lost, and the machine is locked until then.`,
    `Remove it in some minutes: \`flyctl machine destroy ${id} --force -a ${app}\`.`,
    cause,
  )
