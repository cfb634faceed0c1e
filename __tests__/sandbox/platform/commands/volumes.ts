import { appBasic } from '../api.ts'
import { appName, type Context } from '../context.ts'
import { FlyError, withPrefix } from '../errors.ts'
import { type Arguments, flagSpecs } from '../flags.ts'
import { queries } from '../queries.ts'
import { json, volumeJson } from '../render.ts'
import { flaps, flapsApp, flapsError, graphql, type Session } from '../session.ts'
import type { Volume } from '../state.ts'
import { parseSizeGb } from '../tomlValidate.ts'
import type { Command } from './command.ts'

const REGIONS = [
  'ams',
  'arn',
  'bom',
  'cdg',
  'dfw',
  'ewr',
  'fra',
  'gru',
  'hkg',
  'iad',
  'jnb',
  'lax',
  'lhr',
  'nrt',
  'ord',
  'sin',
  'sjc',
  'syd',
  'yyz',
]
const WARNING =
  'Warning! Every volume is pinned to a specific physical host. You should create two or more volumes per application to avoid downtime. Learn more at https://fly.io/docs/volumes/overview/'

export const volumesList: Command = {
  flags: flagSpecs('app,a config,c all! json,j!'),
  session: true,
  readsConfig: true,
  async run(context) {
    const { session, args, out } = context
    requireJson(args)
    const name = appName(context)
    await appBasic(session, name)
    const volumes = await withPrefix('failed retrieving volumes', listVolumes(session, name))
    out(json(volumes.map(volumeJson)))
  },
}

export const volumesCreate: Command = {
  flags: flagSpecs(
    'app,a config,c region,r size,s snapshot-retention scheduled-snapshots! no-encryption! require-unique-zone! unique-zone-app-wide! snapshot-id fs-type yes,y! count,n json,j! vm-size vm-cpus vm-cpu-kind vm-memory',
  ),
  session: true,
  readsConfig: true,
  async run(context) {
    const { session, args, out } = context
    requireJson(args)
    const [volume] = args.positional
    if (volume === undefined || args.positional.length > 1) {
      throw new FlyError(`accepts 1 arg(s), received ${args.positional.length}`)
    }
    const name = appName(context)
    await confirm(context, name, volume)
    await appBasic(session, name)
    await graphql(session, { op: 'platform', query: queries.platform }, () => undefined)
    const created = await createVolume(session, name, {
      name: volume,
      region: chosenRegion(context),
      sizeGb: Number(args.text('size') ?? 1),
      encrypted: !args.bool('no-encryption', false),
      snapshotRetention: Number(args.text('snapshot-retention') ?? 5),
      autoBackup: args.bool('scheduled-snapshots', true),
    })
    out(json(volumeJson(created)))
  },
}

export const volumesExtend: Command = {
  flags: flagSpecs('app,a config,c size,s yes,y! json,j!'),
  session: true,
  readsConfig: true,
  async run(context) {
    const { session, args, out } = context
    requireJson(args)
    const name = appName(context)
    await appBasic(session, name)
    const wanted = args.text('size') ?? ''
    const size = parseSizeGb(wanted.replace(/^\+/, ''))
    if (size === undefined) throw new FlyError(`invalid size: invalid size: '${wanted}'`)
    if (size === 0) throw new FlyError('Volume size must be specified')
    const [id = ''] = args.positional
    const path = `/v1/apps/${name}/volumes/${id}/extend`
    const extend = flaps(session, { method: 'POST', path }, () => {
      const volume = flapsApp(session, name, 'write').volumes.find((known) => known.id === id)
      if (volume === undefined) throw flapsError(session, 404, { error: 'volume not found' })
      const target = wanted.startsWith('+') ? volume.sizeGb + size : size
      // Fly's own words for this are not recorded; that a volume never shrinks is documented.
      if (target <= volume.sizeGb) {
        throw flapsError(session, 422, {
          error: `volume size must be larger than current size of ${volume.sizeGb}GB`,
        })
      }
      volume.sizeGb = target
      return volume
    })
    const inner = withPrefix(`failed to extend volume ${id}`, extend)
    out(json(volumeJson(await withPrefix('failed to extend volume', inner))))
  },
}

export const volumesDestroy: Command = {
  flags: flagSpecs('app,a config,c yes,y!'),
  session: true,
  readsConfig: true,
  async run({ session, args, out, ...context }) {
    if (!args.bool('yes', false)) throw new FlyError("the sandbox's flyctl destroys volumes only with --yes")
    const name = appName({ session, args, out, ...context })
    for (const id of args.positional) {
      const path = `/v1/apps/${name}/volumes/${id}`
      const destroy = flaps(session, { method: 'DELETE', path }, () => {
        const app = flapsApp(session, name, 'write')
        const volume = app.volumes.find((known) => known.id === id)
        if (volume === undefined) throw flapsError(session, 404, { error: 'volume not found' })
        if (volume.attachedTo !== undefined) {
          const error = `volume is currently bound to machine: ${volume.attachedTo}`
          throw flapsError(session, 412, { error })
        }
        app.volumes = app.volumes.filter((known) => known !== volume)
        return volume
      })
      const inner = withPrefix(`failed to destroy volume ${id}`, destroy)
      const volume = await withPrefix('failed destroying volume', inner)
      out(`Destroyed volume ID: ${id} name: ${volume.name}\n`)
    }
  },
}

/** The app's volumes in the order of their creation. */
export function listVolumes(session: Session, name: string): Promise<readonly Volume[]> {
  const list = flaps(session, { method: 'GET', path: `/v1/apps/${name}/volumes` }, () => [
    ...flapsApp(session, name, 'read').volumes,
  ])
  return withPrefix('failed to list volumes', list)
}

/** A volume as it is asked for. */
export type VolumeOrder = Pick<
  Volume,
  'name' | 'region' | 'sizeGb' | 'encrypted' | 'snapshotRetention' | 'autoBackup'
>

/** Never idempotent: a second call makes a second volume of the same name (measured). */
export function createVolume(session: Session, name: string, order: VolumeOrder): Promise<Volume> {
  const create = flaps(session, { method: 'POST', path: `/v1/apps/${name}/volumes` }, () => {
    const app = flapsApp(session, name, 'write')
    const { ids } = session.platform
    const volume: Volume = {
      ...order,
      id: `vol_${ids.hex(16)}`,
      zone: ids.hex(4),
      createdAt: Date.now(),
      attachedTo: undefined,
    }
    app.volumes.push(volume)
    return volume
  })
  return withPrefix('failed to create volume', create)
}

function requireJson(args: Arguments): void {
  if (!args.bool('json', false)) throw new FlyError("the sandbox's flyctl knows volumes only with --json")
}

async function confirm({ session, args, err }: Context, name: string, volume: string): Promise<void> {
  if (args.bool('yes', false) || Number(args.text('count') ?? 1) > 1) return
  const volumes = await listVolumes(session, name)
  if (volumes.some((known) => known.name === volume)) return
  err(`${WARNING}\n`)
  throw new FlyError('yes flag must be specified when not running interactively')
}

/** `--region`, or `FLY_REGION`. */
function chosenRegion({ session, args }: Context): string {
  const region = args.text('region') || session.terminal.env.FLY_REGION
  if (region === undefined || region === '') {
    throw new FlyError('region code must be specified when not running interactively')
  }
  if (!REGIONS.includes(region)) throw new FlyError(`region ${region} not found`)
  return region
}
