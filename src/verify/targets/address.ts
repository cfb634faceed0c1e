import { isIPv6 } from 'node:net'

/**
 * Host and port in normal form, so that addresses from Fly's API and from Prometheus can be compared:
 * `[fdaa:0:18::2]:9090`, independent of leading zeros, letter case and abbreviation.
 */
export function hostPort(host: string, port: number): string {
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  if (!isIPv6(bare)) return `${bare.toLowerCase().replace(/\.$/, '')}:${port}`
  // The URL parser normalises IPv6 addresses; it does not support zones, which Fly's addresses do not have.
  return URL.canParse(`http://[${bare}]`)
    ? `${new URL(`http://[${bare}]`).hostname}:${port}`
    : `[${bare}]:${port}`
}

const MAX_KNOWN = 10_000
const known = new Map<string, string>()

/** Host and port of a scrape URL; empty when it is not a URL. Cached, because every poll needs the same ones. */
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
