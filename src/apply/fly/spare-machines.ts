import type { Flyctl } from '../../clients/flyctl/client.ts'
import * as fly from '../../clients/flyctl/commands.ts'
import { platformError } from '../../lib/errors.ts'
import type { Machine } from '../../model/fly.ts'
import { byAge, doubleLaunches } from '../../plan/fly/doubles.ts'
import { hasCode } from '../../plan/fly/refusals.ts'
import type { DeployOutcome } from './deploy-order.ts'
import { ensure } from './ensure.ts'
import type { FlyContext } from './run-changes.ts'
import { removeVolume } from './volumes.ts'

/** How often the removal of a machine is tried whose lease is held, and the pause between two tries. */
const LEASE_TRIES = 80
const LEASE_PAUSE_MS = 4_000

/**
 * After the deploy of a main app: removes what was made twice. Where a process group had no machine, flyctl makes one, and
 * where each is replaced (bluegreen), one for each; but it repeats the request when its answer is lost, and another run
 * may do the same at the same time.
 */
export async function removeSpareMachines(
  app: string,
  deployed: DeployOutcome,
  ctx: FlyContext,
): Promise<DeployOutcome> {
  const { machines, newGroups = [] } = deployed
  const ofDeploys = machines.filter(({ releaseVersion, standby }) => releaseVersion !== undefined && !standby)
  const spare = [
    ...newGroups.flatMap((group) =>
      byAge(ofDeploys.filter(({ processGroup }) => processGroup === group)).slice(1),
    ),
    ...doubleLaunches(ofDeploys),
  ]
  for (const machine of new Set(spare)) {
    ctx.log.info(
      `${app}: removing machine ${machine.id}. It was made in addition to the one that process group ${machine.processGroup} needs, by a repeated request or another run.`,
    )
    await removeMachine(machine, ctx)
  }
  return { ...deployed, machines: machines.filter((machine) => !spare.includes(machine)) }
}

/**
 * Removes what flyctl has left behind: a canary, which it destroys only after its checks have passed and would update like
 * any other machine from then on, and the machine of a release command that was made by a repeated request and never
 * started. A newer one belongs to another deploy.
 */
export async function removeLeftMachines(
  app: string,
  deployed: DeployOutcome,
  ctx: FlyContext,
): Promise<DeployOutcome> {
  if (ctx.signal?.aborted) return deployed
  const { machines, temporary = [], release = 0 } = deployed
  const isOlder = ({ releaseVersion = 0 }: Machine) => releaseVersion <= release
  const canaries = machines.filter((one) => one.isCanary && isOlder(one))
  const ofCommands = temporary.filter((one) => one.state === 'stopped' && isOlder(one))
  for (const { id, processGroup } of [...canaries, ...ofCommands]) {
    const what = processGroup.startsWith('fly_app') ? 'the machine of a release command' : 'a canary'
    ctx.log.info(`${app}: removing machine ${id}, ${what} that flyctl has left behind.`)
    await removeMachine({ app, id, mounts: [] }, ctx)
  }
  return { ...deployed, machines: machines.filter((machine) => !canaries.includes(machine)) }
}

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
