import * as fly from '../../clients/flyctl/commands.ts'
import { platformError } from '../../lib/errors.ts'
import { list } from '../../lib/text.ts'
import type { Machine } from '../../model/fly.ts'
import { describeMachines } from '../../plan/fly/obstacles.ts'
import { assignMachines } from '../../plan/fly/replicas.ts'
import { isSharded } from '../../plan/fly/state.ts'
import type { DeployOutcome } from './deploy-order.ts'
import type { FlyContext } from './run-changes.ts'
import { removeMachine } from './spare-machines.ts'

/** Another run notices the second machine after its deploy, which takes about as long. */
const OTHER_RUN_TRIES = 60
const PAUSE_MS = 2_000

/** The machines of the monitoring app that are kept. */
export interface KeptMachines {
  app: string
  /** The region and the process group of each machine. */
  regions: readonly string[]
  groups: readonly string[]
  /** Machines that are removed later. */
  surplus: readonly string[]
}

/**
 * After a deploy of the monitoring app: two runs that deploy for the first time at once can make more machines than there
 * are replicas. The oldest of each region are kept; each run removes its own one. Returns the machines that are left.
 * @throws ActionError `fly-two-machines` when another run does not remove its machine
 */
export async function keepMachines(
  kept: KeptMachines,
  deployed: Pick<DeployOutcome, 'machines' | 'release'>,
  ctx: FlyContext,
): Promise<Machine[]> {
  const { app, regions } = kept
  const { release } = deployed
  for (let tries = 1; ; tries++) {
    const machines = tries === 1 ? deployed.machines : await fly.listMachines(ctx.flyctl, app)
    const spare = spareMachines(kept, machines)
    if (spare.length === 0) return machines
    const mine = spare.find((machine) => release !== undefined && machine.releaseVersion === release)
    if (mine) {
      const exactly = regions.length === 1 ? 'one' : regions.length
      ctx.log.info(
        `${app}: removing machine ${mine.id} of this run. Another run made one at the same time, and Prometheus needs exactly ${exactly}.`,
      )
      await removeMachine(mine, ctx)
    } else if (tries >= OTHER_RUN_TRIES || Date.now() + PAUSE_MS >= ctx.until)
      throw twoMachines(kept, machines)
    else {
      if (tries === 1)
        ctx.log.info(
          `${app}: another run has made a second machine at the same time. Waiting until it is removed.`,
        )
      await ctx.flyctl.pause(PAUSE_MS)
    }
  }
}

/** The machines in addition to those of the replicas. */
export const spareMachines = ({ surplus, ...kept }: KeptMachines, machines: readonly Machine[]): Machine[] =>
  assignMachines(
    kept,
    machines.filter(({ id }) => !surplus.includes(id)),
  ).rest

const twoMachines = ({ app, regions, groups }: KeptMachines, machines: readonly Machine[]) => {
  const found = `App ${app} has ${machines.length} machines: ${describeMachines(machines)}.`
  const destroy = `destroy the other: \`flyctl machine destroy ID --force -a ${app}\`.`
  return platformError(
    'fly-two-machines',
    isSharded({ groups })
      ? `${found} Each of the process groups ${list(groups)} must have exactly one.`
      : `${found} Prometheus needs exactly ${regions.length === 1 ? 'one; with two its data is split' : regions.length}.`,
    `Run again: the newer one is removed if both are new. Otherwise keep the one whose volume has the data and ${destroy}`,
  )
}
