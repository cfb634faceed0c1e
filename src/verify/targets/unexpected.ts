import type { ServiceConfig } from '../../config/schema.ts'
import { appLabelOf, isOnFly } from '../../config/services.ts'
import type { ScrapeTarget } from '../../model/prometheus.ts'
import { scrapeAddress } from './address.ts'
import type { ExpectedTarget } from './expect.ts'
import { expectedKey } from './observe.ts'

/** A target of a watched job that belongs to no machine that Fly lists. */
export interface UnexpectedTarget {
  service: string
  /** The label `app`. */
  app: string
  /** false: the service has static addresses, and no machines. */
  isOnFly: boolean
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
  const appOf = new Map(
    services.map((service) => [service.name, { app: appLabelOf(service), isOnFly: isOnFly(service) }]),
  )
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
      const of = appOf.get(service)
      if (of === undefined || !hosted.has(service) || known.has(expectedKey(service, address))) return []
      return [{ service, ...of, address, seen: target }]
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
