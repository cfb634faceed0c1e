/** The addresses of a world. Nothing of it exists outside its network namespace, so every world uses the same. */

/** Fly's name server on the private network; also the world's own address on the bridge. */
export const NAME_SERVER = 'fdaa::3'

/** The world's address on the machines' private IPv4 network: where the edge and the health checks come from. */
export const GATEWAY_IPV4 = '172.19.0.1'

/** The edge, where `*.fly.dev` and Grafana answer. */
export const EDGE = { ipv4: '66.241.124.10', ipv6: '2a09:8280:1::a:10' } as const

/** Host name of the Grafana stand-in. */
export const GRAFANA_HOST = 'grafana.sandbox.test'

/** Prefix length of the private IPv6 network: every machine sees every other without a router. */
export const PREFIX6 = 16

/** IPv4 address of the n-th machine (from 0); Fly's proxy reaches services there, hence `0.0.0.0` works for it. */
export function machineIpv4(n: number): string {
  const host = n + 2
  return `172.19.${host >> 8}.${host & 255}`
}
