import { isIP } from 'node:net'
import { posix } from 'node:path'
import { get, items, scalarText, type Table, type Tree } from '../../formats/tree.ts'
import { isPrivateHost } from '../../inputs/plain-http.ts'
import type { SourceLocation } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'

/** Which networks a Prometheus is in, and which names only they know. */

/** Names that only a network on somebody's machine, in an office, in a cluster or of a VPN knows. */
const LOCAL_NAME =
  /\.(?:local|lan|home|corp|intranet|localdomain|svc|internal|flycast|consul|docker|private|vpn|onion|arpa)$/i
/** Public names whose addresses are those of a VPN. */
const VPN_NAME = /\.(?:ts\.net|tailscale\.net|netbird\.cloud|netbird\.selfhosted)$/i

/** Whether only one network knows a name or an address. */
export const isLocalHost = (host: string): boolean =>
  isPrivateHost(host) || LOCAL_NAME.test(host) || VPN_NAME.test(host)

/** What says that a Prometheus runs in a network of its own: a name may lead to an address that only this network has. */
export interface OwnNetwork {
  at: SourceLocation
  what: string
}

/** Sources of targets that are asked from inside of a cluster or a network. */
const INSIDE = /^(?:kubernetes|docker|dockerswarm|consul|nomad)_sd_configs$/
/** Names that only a Prometheus on Fly's private network can look up. */
const ON_FLY = /\.(?:internal|flycast)$/i

/**
 * What says that a Prometheus runs in a network of its own, and not on Fly: the first job that scrapes an address there.
 * Undefined when no job does.
 */
export function ownNetwork(root: Tree, file: string): OwnNetwork | undefined {
  const tables = items(get(root, 'scrape_configs')).filter((job): job is Table => job.kind === 'table')
  if (tables.some(isOnFly)) return undefined
  for (const job of tables) {
    const discovery = [...job.entries].find(([key]) => INSIDE.test(key))
    if (discovery) return { at: { file, ...discovery[1].at }, what: `\`${discovery[0]}\`` }
    const target = items(get(job, 'static_configs'))
      .flatMap((config) => items(get(config, 'targets')))
      .find((one) => isElsewhere(scalarText(one) ?? ''))
    if (target) return { at: { file, ...target.at }, what: quoted(scalarText(target) ?? '') }
  }
  return undefined
}

const isOnFly = (job: Table): boolean =>
  [
    ...items(get(job, 'static_configs')).flatMap((config) => items(get(config, 'targets'))),
    ...items(get(job, 'dns_sd_configs')).flatMap((config) => items(get(config, 'names'))),
  ].some((one) => ON_FLY.test(hostOf(scalarText(one) ?? '')))

const hostOf = (address: string): string => /^(?:https?:\/\/)?([^/:]{1,253})/.exec(address)?.[1] ?? ''

/** Whether an address is in a network that is neither this machine nor Fly's. */
function isElsewhere(address: string): boolean {
  const host = hostOf(address)
  if (isIP(host) === 4) return isPrivateHost(host) && !host.startsWith('127.')
  // `host.docker.internal` is this machine.
  return (LOCAL_NAME.test(host) && !ON_FLY.test(host)) || VPN_NAME.test(host)
}

/** Files of Kubernetes next to a configuration, or in the folder above it. */
const MANIFESTS = ['kustomization.yaml', 'kustomization.yml', 'Chart.yaml']

/** The file that says that a configuration is deployed to Kubernetes; undefined when there is none. */
export const clusterFile = (folder: string, exists: (path: string) => boolean): string | undefined =>
  [folder, posix.dirname(folder)]
    .flatMap((one) => MANIFESTS.map((name) => posix.join(one, name)))
    .find(exists)
