import { isIP } from 'node:net'
import { appName, type Context } from '../context.ts'
import { FlyError } from '../errors.ts'
import { flagSpecs } from '../flags.ts'
import { queries } from '../queries.ts'
import { ipJson, json, table } from '../render.ts'
import { graphql, graphqlApp, type Session } from '../session.ts'
import type { App, Ip } from '../state.ts'
import { mayUse } from '../tokens.ts'
import type { Command } from './command.ts'

const KINDS: Readonly<Record<Ip['type'], string>> = {
  v4: 'public ingress (dedicated, $2/mo)',
  shared_v4: 'public ingress (shared)',
  v6: 'public ingress (dedicated)',
  private_v6: 'private ingress',
}

export const ipsList: Command = {
  flags: flagSpecs('app,a config,c json,j!'),
  session: true,
  readsConfig: true,
  async run(context) {
    const { session, args, out } = context
    const name = appName(context)
    const ips = await graphql(session, { op: 'app', query: queries.ipAddresses }, () => [
      ...graphqlApp(session, name).ips,
    ])
    await graphql(session, { op: 'app', query: queries.egressIpAddresses }, () => undefined)
    const sharedLast = [
      ...ips.filter(({ type }) => type !== 'shared_v4'),
      ...ips.filter(({ type }) => type === 'shared_v4'),
    ]
    out(args.bool('json', false) ? json(sharedLast.map(ipJson)) : ipTable(sharedLast))
  },
}

export const ipsAllocateV4: Command = {
  flags: flagSpecs('app,a config,c region,r shared! yes,y!'),
  session: true,
  readsConfig: true,
  async run(context) {
    const { session, args, out } = context
    const name = appName(context)
    if (!args.bool('shared', false)) {
      if (!args.bool('yes', false)) {
        throw new FlyError('yes flag must be specified when not running interactively')
      }
      return out(ipTable([await allocate(session, name, 'v4')]))
    }
    const { address } = await allocate(session, name, 'shared_v4')
    out(table(['Version', 'IP', 'Type', 'Region'], [['v4', address, 'shared', 'global']]))
  },
}

export const ipsAllocateV6: Command = {
  flags: flagSpecs('app,a config,c region,r private! org,o network'),
  session: true,
  readsConfig: true,
  async run(context) {
    const type = context.args.bool('private', false) ? 'private_v6' : 'v6'
    context.out(ipTable([await allocate(context.session, appName(context), type)]))
  },
}

export const ipsRelease: Command = {
  flags: flagSpecs('app,a config,c'),
  session: true,
  readsConfig: true,
  async run(context: Context) {
    const { session, args, out } = context
    if (args.positional.length === 0) throw new FlyError('requires at least 1 arg(s), only received 0')
    const name = appName(context)
    for (const address of args.positional) {
      if (isIP(address) === 0) throw new FlyError(`Invalid IP address: '${address}'`)
      await graphql(session, { op: 'releaseIpAddress', query: queries.releaseIp }, () => {
        const app = writable(session, name)
        if (!app.ips.some((ip) => ip.address === address))
          throw new FlyError(`Could not find IPAddress "${address}"`)
        app.ips = app.ips.filter((ip) => ip.address !== address)
      })
      out(`Released ${address} from ${name}\n`)
    }
  },
}

function allocate(session: Session, name: string, type: Ip['type']): Promise<Ip> {
  const query = type === 'shared_v4' ? queries.allocateSharedIp : queries.allocateIp
  return graphql(session, { op: 'allocateIpAddress', query }, () =>
    addIp(session, writable(session, name), type),
  )
}

/** Gives the app an address; it keeps the shared one that it has. */
export function addIp(session: Session, app: App, type: Ip['type']): Ip {
  const shared = app.ips.find((ip) => ip.type === type && type === 'shared_v4')
  if (shared !== undefined) return shared
  const { ids } = session.platform
  const ip = { id: `ip_${ids.hex(16)}`, address: newAddress(app, type), type, createdAt: Date.now() }
  app.ips.push(ip)
  return ip
}

/** Documentation ranges; private addresses are numbered within the app. */
function newAddress(app: App, type: Ip['type']): string {
  const number = app.ips.filter((ip) => ip.type === type).length + 1
  if (type === 'private_v6') return `fdaa:0:1:0:${app.number % 1000}::${number}`
  if (type === 'v6') return `2001:db8:${(app.number % 1000).toString(16)}::${number}`
  return type === 'shared_v4' ? '198.51.100.7' : `203.0.113.${number}`
}

function writable(session: Session, name: string): App {
  const app = graphqlApp(session, name)
  if (!mayUse(session.identity, app, 'write')) throw new FlyError('Not authorized to access this app')
  return app
}

const ipTable = (ips: readonly Ip[]): string =>
  table(
    ['Version', 'IP', 'Type', 'Region', 'Created At'],
    ips.map(({ type, address }) => [
      type.endsWith('v4') ? 'v4' : 'v6',
      address,
      KINDS[type],
      'global',
      'just now',
    ]),
  )
