import { isIPv6 } from 'node:net'

/**
 * Host and port in one spelling, so that addresses from Fly's API and from Prometheus can be compared:
 * `[fdaa:0:18::2]:9090`, whatever zeros, letters and shortenings they were written with.
 */
export function hostPort(host: string, port: number): string {
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  if (!isIPv6(bare)) return `${bare.toLowerCase().replace(/\.$/, '')}:${port}`
  // The URL parser is the platform's own normaliser of IPv6; it knows no zones, which Fly's addresses do not have.
  return URL.canParse(`http://[${bare}]`)
    ? `${new URL(`http://[${bare}]`).hostname}:${port}`
    : `[${bare}]:${port}`
}

const MAX_KNOWN = 10_000
const known = new Map<string, string>()

/** Host and port that a scrape URL leads to; empty when it is no URL. The same few are asked for at every poll. */
export function scrapeAddress(url: string): string {
  const address = known.get(url) ?? readAddress(url)
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(url, address)
  return address
}

function readAddress(url: string): string {
  if (!URL.canParse(url)) return ''
  const { protocol, hostname, port } = new URL(url)
  return hostPort(hostname, port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port))
}
