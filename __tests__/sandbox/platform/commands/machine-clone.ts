import { getMachine } from '../api.ts'
import { appName } from '../context.ts'
import { FlyError, withPrefix } from '../errors.ts'
import { flagSpecs } from '../flags.ts'
import { minimumVersion } from '../minimumVersions.ts'
import { flaps, flapsApp, flapsError, type Session } from '../session.ts'
import type { App, Volume } from '../state.ts'
import type { Command } from './command.ts'

/** `machine clone ID --attach-volume VOLUME --detach`, as flyctl's source has it (internal/command/machine/clone.go). */
export const machineClone: Command = {
  flags: flagSpecs('app,a config,c region,r select! name attach-volume from-snapshot detach!'),
  session: true,
  readsConfig: true,
  async run(context) {
    const { session, args, out } = context
    const name = appName(context)
    const [id = ''] = args.positional
    const wanted = args.text('attach-volume')
    if (wanted === undefined || !args.bool('detach', false))
      throw new FlyError("the sandbox's flyctl clones machines with --attach-volume and --detach")
    const source = await getMachine(session, name, id)
    const { region } = await withPrefix('could not get existing volume', getVolume(session, name, wanted))
    out(`Cloning Machine ${id} into region ${region}\n`)
    out(`Attaching existing volume ${wanted}\n`)
    const volume = await getVolume(session, name, wanted)
    if (volume.attachedTo !== undefined)
      throw new FlyError(`volume ${wanted} is already attached to a machine`)
    const minSecretsVersion = await minimumVersion(session, name)
    out(`Provisioning a new Machine with image ${source.config.image}...\n`)
    const path = `/v1/apps/${name}/machines`
    const request = flaps(session, { method: 'POST', path }, () => {
      const app = flapsApp(session, name, 'write')
      const free = volumeOf(session, app, wanted)
      if (free.attachedTo !== undefined)
        throw flapsError(session, 400, {
          error: `volume ${wanted} is already attached to machine ${free.attachedTo}`,
        })
      const mounts = (source.config.mounts ?? []).map(({ path }) => ({
        ...{ path, volume: wanted, name: free.name, size_gb: free.sizeGb },
      }))
      const machine = session.platform.host.create(app, {
        config: { ...source.config, mounts },
        ...{ image: source.image, skipLaunch: false, minSecretsVersion, region },
      })
      free.attachedTo = machine.id
      return machine
    })
    out(`  Machine ${(await withPrefix('failed to launch VM', request)).id} has been created...\n`)
  },
}

function getVolume(session: Session, name: string, id: string): Promise<Volume> {
  const path = `/v1/apps/${name}/volumes/${id}`
  return flaps(session, { method: 'GET', path }, () => volumeOf(session, flapsApp(session, name, 'read'), id))
}

function volumeOf(session: Session, app: App, id: string): Volume {
  const volume = app.volumes.find((known) => known.id === id)
  if (volume === undefined) throw flapsError(session, 404, { error: 'volume not found' })
  return volume
}
