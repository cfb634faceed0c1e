import type { IpAddress } from '../../model/fly.ts'
import { areTwins, byAge } from './doubles.ts'

/** A public address as flyctl allocates it: the IPv4 address is shared with other apps and free of charge. */
export type PublicAddress = 'shared-v4' | 'v6'

/** The public addresses that are missing. */
export function missingAddresses(addresses: readonly IpAddress[]): PublicAddress[] {
  const has = (version: 4 | 6) => addresses.some((a) => a.kind === 'public' && a.version === version)
  return [...(has(4) ? [] : (['shared-v4'] as const)), ...(has(6) ? [] : (['v6'] as const))]
}

/**
 * Public IPv6 addresses that a repeated request has allocated in addition to the first one: made in the same minutes. A
 * shared IPv4 address exists only once.
 */
export function doubleAddresses(addresses: readonly IpAddress[]): string[] {
  const own = addresses.filter((a) => a.kind === 'public' && a.version === 6)
  const [kept, ...others] = byAge(own.map(({ address, createdAt }) => ({ id: address, createdAt })))
  return kept ? others.filter((one) => areTwins(one, kept)).map(({ id }) => id) : []
}

/** The address in words. */
export const describeAddress = (address: PublicAddress): string =>
  address === 'v6' ? 'public IPv6 address' : 'shared public IPv4 address'
