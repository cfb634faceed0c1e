import * as fly from '../../clients/flyctl/commands.ts'
import { type ActionError, platformError } from '../../lib/errors.ts'
import type { Machine } from '../../model/fly.ts'
import { shardOfGroup } from '../../model/shards.ts'
import { byAge, isAttached } from '../../plan/fly/doubles.ts'
import { hasCode } from '../../plan/fly/refusals.ts'
import { type DesiredMonitoring, RECORD_VARIABLES } from '../../plan/fly/state.ts'
import { ensure } from './ensure.ts'
import type { FlyContext } from './run-changes.ts'

/** How often another free volume is looked for after another run was faster. */
const TRIES = 3
const PAUSE_MS = 2_000

/**
 * Adds the machine of a replica in a region: a copy of one that this run has deployed, with a free volume. A volume belongs
 * to one machine only, so that neither a repeated request nor another run makes a second one.
 * @throws ActionError `fly-replica` when there is no free volume or no machine to copy
 */
export async function addReplica(
  { app }: DesiredMonitoring,
  region: string,
  { flyctl, log }: FlyContext,
): Promise<void> {
  const wantedHere = app.regions.filter((one) => one === region).length
  for (let tries = 1; ; tries++) {
    const [machines, volumes] = await Promise.all([
      fly.listMachines(flyctl, app.app),
      fly.listVolumes(flyctl, app.app),
    ])
    // Machines of other process groups are shards of an earlier configuration.
    const here = machines.filter((one) => one.region === region && !one.standby)
    if (here.filter((one) => shardOfGroup(one.processGroup) === 1).length >= wantedHere) return
    const named = volumes.filter((one) => one.name === app.volume.name && one.region === region)
    const [volume] = byAge(named.filter((one) => !isAttached(one)))
    const source = machines.find(({ env }) => env[RECORD_VARIABLES.digest] === app.digest)
    if (!volume || !source) {
      if (tries === TRIES) throw cannotAdd(app.app, region, volume ? 'machine to copy' : 'free volume')
      // Another run may have just used it, and its machine is listed a moment later.
      await flyctl.pause(PAUSE_MS)
      continue
    }
    log.info(`${app.app}: copying machine ${source.id} to ${region}, with the volume ${volume.id}.`)
    const isDone = async () => (await fly.listMachines(flyctl, app.app)).some(mounts(volume.id))
    try {
      return await ensure(
        { act: () => fly.cloneMachine(flyctl, app.app, { id: source.id, volume: volume.id }), isDone },
        flyctl,
      )
    } catch (error) {
      // Another run, or flyctl itself in its first try.
      if (!hasCode(error, 'fly-volume-attached') || tries === TRIES) throw error
    }
  }
}

const mounts =
  (volume: string) =>
  (machine: Machine): boolean =>
    machine.mounts.some((mount) => mount.volume === volume)

const cannotAdd = (app: string, region: string, missing: string): ActionError =>
  platformError(
    'fly-replica',
    `The replica of ${app} in ${region} cannot be added: there is no ${missing}.`,
    `Another run may be changing the app: run again. \`flyctl machine list -a ${app}\` and \`flyctl volumes list -a ${app}\` show what exists.`,
  )
