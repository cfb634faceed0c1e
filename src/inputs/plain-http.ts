import { BlockList, isIP } from 'node:net'
import type { Diagnostic } from '../lib/errors.ts'

type Subnet = readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6']

/** This machine, and Fly's private network (6PN), which is encrypted between its machines. */
const PRIVATE: readonly Subnet[] = [
  ['127.0.0.0', 8, 'ipv4'],
  ['::1', 128, 'ipv6'],
  ['fdaa::', 16, 'ipv6'],
]

/** Names of this machine (RFC 6761), and of Fly's private network. */
const PRIVATE_NAME = /(?:^|\.)localhost\.?$|\.(?:internal|flycast)\.?$/

/** An address that receives a secret, and the input that sets it. */
export interface Addressed {
  input: 'grafana-url' | 'prometheus-url' | 'grafana-prometheus-url'
  url: string
}

const SECRET = {
  'grafana-url': 'the token',
  'prometheus-url': 'the password',
  'grafana-prometheus-url': 'the key',
} as const

/**
 * A secret over plain HTTP can be read, and the answers changed, by anyone on the network path: refused, unless the
 * path stays on one machine or in Fly's private network. Without HTTPS, a tunnel is needed.
 */
export function plainHttp({ input, url }: Addressed): Diagnostic[] {
  const parsed = URL.parse(url)
  if (parsed?.protocol !== 'http:' || isEncryptedPath(parsed.hostname)) return []
  return [
    {
      code: 'input/url-http',
      severity: 'error',
      message: `Input ${input} is a plain http:// address: anyone on the network path to ${parsed.hostname} could read ${SECRET[input]}.`,
      hint: `${alternative(input, parsed)} Plain http:// is accepted for localhost and for Fly's private network (.internal, .flycast).`,
    },
  ]
}

/** Private networks of others (RFC 1918), of providers and VPNs (RFC 6598), and of one link: what a machine reaches there depends on its own network. */
const LOCAL_NETWORKS: readonly Subnet[] = [
  ['10.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
]

/** Whether an address is in one of these networks. */
function isIn(networks: readonly Subnet[], address: string): boolean {
  const list = new BlockList()
  for (const subnet of networks) list.addSubnet(...subnet)
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Whether a host is on a network that only its owner reaches. */
export const isPrivateHost = (hostname: string): boolean =>
  isEncryptedPath(hostname) || (isIP(hostname) === 4 && isIn(LOCAL_NETWORKS, hostname))

/** Whether the path to a host stays on this machine or in Fly's private network: a secret may be sent over plain HTTP. */
export function isEncryptedPath(hostname: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  return isIP(host) === 0 ? PRIVATE_NAME.test(host) : isIn(PRIVATE, host)
}

/** What to do when the server has no HTTPS. */
function alternative(input: Addressed['input'], { hostname, port }: URL): string {
  const https =
    'Use https://; a certificate of your own authority is enough (NODE_EXTRA_CA_CERTS names its file).'
  if (input === 'grafana-prometheus-url') return 'Use https://.'
  const here = port || '8080'
  const tunnel =
    input === 'prometheus-url'
      ? `"flyctl proxy ${here}:9090 -a APP"`
      : `"ssh -N -L ${here}:localhost:${port || '80'} ${hostname}"`
  return `${https} Or open a tunnel on this machine first, such as ${tunnel}, and set ${input} to http://localhost:${here}.`
}
