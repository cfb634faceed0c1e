import type { ServiceConfig } from '../../config/schema.ts'
import type { ScrapeTarget } from '../../model/prometheus.ts'
import { scrapeAddress } from './address.ts'
import type { ExpectedTarget } from './expect.ts'
import { expectedKey } from './observe.ts'

/** A target of a watched job that belongs to no machine that Fly lists. */
export interface UnexpectedTarget {
  service: string
  app: string
  /** As `[fdaa:…]:9090`. */
  address: string
  seen: ScrapeTarget
}

/**
 * How long it must be there, in milliseconds: a machine that was destroyed stays in the DNS and in Prometheus for about
 * 20 s, and a new one may be there before the next listing.
 */
const LASTING_MS = 30_000

/** Watches for targets that nobody expects; each call is one poll, `elapsed` milliseconds after the watch began. */
export function createUnexpectedWatch(services: readonly ServiceConfig[]) {
  const appOf = new Map(services.map(({ name, app }) => [name, app]))
  let since = new Map<string, number>()
  return (
    expected: readonly ExpectedTarget[],
    seen: readonly ScrapeTarget[],
    elapsed: number,
  ): { found: UnexpectedTarget[]; isFinal: boolean } => {
    // A service without a machine is reported as such.
    const hosted = new Set(expected.map(({ service }) => service))
    const known = new Set(expected.map(({ service, address }) => expectedKey(service, address)))
    const found = seen.flatMap((target): UnexpectedTarget[] => {
      const service = target.labels.job ?? target.scrapePool
      const address = scrapeAddress(target.scrapeUrl)
      const app = appOf.get(service)
      if (app === undefined || !hosted.has(service) || known.has(expectedKey(service, address))) return []
      return [{ service, app, address, seen: target }]
    })
    since = new Map(
      found.map(({ service, address }) => {
        const key = expectedKey(service, address)
        return [key, since.get(key) ?? elapsed]
      }),
    )
    return { found, isFinal: [...since.values()].every((first) => elapsed - first >= LASTING_MS) }
  }
}
