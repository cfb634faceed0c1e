import { FlyError, withPrefix } from '../errors.ts'
import { heldLease, newLease } from '../leases.ts'
import type { MachineConfig } from '../machineConfig.ts'
import { minimumVersion } from '../minimumVersions.ts'
import { flaps, flapsApp, flapsError, type Session } from '../session.ts'
import type { App, Machine } from '../state.ts'
import { sorted, toMachineConfig } from '../toMachine.ts'
import { type Deployment, groupOf } from './deployment.ts'

/** A machine as it is asked for; `lease` in seconds. */
export interface LaunchInput {
  readonly config: MachineConfig
  readonly skipLaunch: boolean
  readonly lease?: number
}

/** The new machine of a group: it takes an unattached volume of the right name in the right region. */
export function launchInput(deployment: Deployment, group: string, standbyFor?: string): LaunchInput {
  const { shipment, options, volumes } = deployment
  const config = toMachineConfig(shipment, group)
  const region = shipment.config.primary_region ?? ''
  const complete: MachineConfig = config.guest === undefined ? withGuest(config, options.guest) : config
  const lease = Math.floor(options.waitTimeout / 1000)
  const [mount] = complete.mounts ?? []
  if (standbyFor !== undefined) {
    const env = sorted({ ...complete.env, FLY_STANDBY_FOR: standbyFor })
    return { config: { ...complete, env, standbys: [standbyFor] }, skipLaunch: true, lease }
  }
  if (mount === undefined) return { config: complete, skipLaunch: false, lease }
  const index = volumes.findIndex(
    (volume) => volume.name === mount.name && (region === '' || volume.region === region),
  )
  const [volume] = index === -1 ? [] : volumes.splice(index, 1)
  if (volume === undefined) {
    throw new FlyError(
      `New machine in group '${group}' needs an unattached volume named '${mount.name}' in region '${region}'`,
    )
  }
  const mounts = [{ path: mount.path, size_gb: volume.sizeGb, volume: volume.id, name: mount.name }]
  return { config: { ...complete, mounts }, skipLaunch: false, lease }
}

/** The existing machine with the new configuration; it keeps the volume that it has. */
export function updateInput({ shipment }: Deployment, machine: Machine): LaunchInput {
  const config = toMachineConfig(shipment, groupOf(machine), machine.config)
  const [before] = machine.config.mounts ?? []
  const [mount] = config.mounts ?? []
  const kept =
    before !== undefined && mount !== undefined ? { mounts: [{ ...before, path: mount.path }] } : {}
  // Only a machine that runs is started again; the others are updated and stay as they are (measured).
  const skipLaunch = !['started', 'starting'].includes(machine.state)
  return { config: { ...config, ...kept }, skipLaunch }
}

/** `guest` has its place after `init`. */
function withGuest(config: MachineConfig, guest: NonNullable<MachineConfig['guest']>): MachineConfig {
  const { env, init, ...rest } = config
  return { env, init, guest, ...rest }
}

/** Makes the machine at Fly. */
export async function launch(deployment: Deployment, input: LaunchInput): Promise<Machine> {
  const { context, app, image, shipment } = deployment
  const { session } = context
  const minSecretsVersion = await minimumVersion(session, app.name)
  const request = flaps(session, { method: 'POST', path: `/v1/apps/${app.name}/machines` }, () => {
    const current = flapsApp(session, app.name, 'write')
    checkSecrets(session, current, input.config)
    const machine = attach(session, current, input.config, () =>
      session.platform.host.create(current, {
        config: input.config,
        image: image.parts,
        skipLaunch: input.skipLaunch,
        minSecretsVersion,
        region: shipment.config.primary_region ?? regionOf(current, input.config),
      }),
    )
    if (input.lease !== undefined) machine.lease = newLease(session, input.lease)
    return machine
  })
  return withPrefix('failed to launch VM', request)
}

/** Changes a machine at Fly. */
export async function update(deployment: Deployment, machine: Machine, input: LaunchInput): Promise<void> {
  const { context, app, image } = deployment
  const { session } = context
  const minSecretsVersion = await minimumVersion(session, app.name)
  const path = `/v1/apps/${app.name}/machines/${machine.id}`
  const request = flaps(session, { method: 'POST', path }, () => {
    const current = flapsApp(session, app.name, 'write')
    if (heldLease(machine) === undefined) throw flapsError(session, 409, { error: 'lease expired' })
    checkSecrets(session, current, input.config)
    session.platform.host.update(current, machine, { ...input, image: image.parts, minSecretsVersion })
  })
  return withPrefix(`failed to update VM ${machine.id}`, request)
}

/** A machine without a wish goes to its volume, others where Fly likes. */
const regionOf = (app: App, { mounts }: MachineConfig): string =>
  app.volumes.find(({ id }) => id === mounts?.[0]?.volume)?.region ?? 'iad'

/** A file's secret must be there when a machine starts. */
function checkSecrets(session: Session, app: App, config: MachineConfig): void {
  const missing = config.files?.find(({ secret_name: name }) => name !== undefined && !app.secrets.has(name))
  if (missing === undefined) return
  throw flapsError(session, 400, { error: `secret ${missing.secret_name} not found` })
}

/** A volume belongs to one machine. */
function attach(session: Session, app: App, config: MachineConfig, create: () => Machine): Machine {
  const id = config.mounts?.[0]?.volume
  const volume = app.volumes.find((known) => known.id === id)
  if (volume?.attachedTo !== undefined) {
    throw flapsError(session, 412, {
      error: `volume ${volume.id} is already attached to machine ${volume.attachedTo}`,
    })
  }
  const machine = create()
  if (volume !== undefined) volume.attachedTo = machine.id
  return machine
}
