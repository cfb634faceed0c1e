import { count, few } from '../../lib/text.ts'
import type { FlyScrape } from '../../model/fly.ts'
import type { ExpectedTarget } from './expect.ts'
import type { ScrapeRecord } from './steadiness.ts'

/**
 * Facts for the text of a reason in addition to the error message: of one target, or of several that share the reason.
 */
export interface Circumstances {
  service: string
  app: string
  /** false: a static address, of which Fly knows nothing. */
  isOnFly: boolean
  /** Fly's own scraper is asked; what the configuration of the machine tells it to scrape. */
  fly?: { told: FlyScrape | undefined }
  /** What the scrape authenticates with. */
  credentials?: ExpectedTarget['credentials']
  /** Ids of the machines, one for each target. */
  machines: readonly string[]
  /** State of the machine as reported by Fly. */
  machineState: string
  /** As `[fdaa:…]:9090`, one for each target. */
  addresses: readonly string[]
  port: number
  path: string
  /** The URL that Prometheus scrapes; absent when it has no such target. */
  scrapeUrl?: string | undefined
  /** Prometheus' `lastError`; empty when it has none. */
  lastError: string
  /** Another service on the same machine is up: the machine and the network work. */
  siblingUp: boolean
  /** Samples that were sent but not stored. */
  lost: number
  /** Fly's health checks of the machine; undefined when it has none. */
  checksPass: boolean | undefined
  /** Its scrapes so far; absent for several targets. */
  record?: ScrapeRecord | undefined
  /** Error messages of Prometheus from elsewhere that may explain it, such as those of rules. */
  serverErrors?: readonly string[]
  /** The server that has the samples, where it is not Prometheus itself. */
  store?: string | undefined
  /** Services that share the cause, when there are several. */
  services?: readonly string[]
}

export const isSeveral = (c: Circumstances): boolean => c.addresses.length > 1

/** The machines, each once. */
const machinesOf = (c: Circumstances): string[] => [...new Set(c.machines)]

/** Ids for a command; those of many machines would not fit on a line and are in the table of targets. */
export const machineIds = (c: Circumstances): string =>
  machinesOf(c).length > 10 ? 'ID …' : machinesOf(c).join(' ')

/** Machines as the subject of a sentence, with its verb. */
export const machinesWithVerb = (c: Circumstances): string =>
  machinesOf(c).length > 1 ? `Machines ${few(machinesOf(c))} are` : `Machine ${machinesOf(c).join('')} is`

/** The machines again, as an object. */
export const machinesPronoun = (c: Circumstances): string => (machinesOf(c).length > 1 ? 'them' : 'it')

/** The scraped address, or the common part of several. */
export function describePlace(c: Circumstances): string {
  if (c.addresses.length < 2) return c.addresses.join('')
  if (!c.isOnFly) return `${c.addresses.length} addresses`
  const isOnePort = c.addresses.every((address) => address.endsWith(`:${c.port}`))
  return isOnePort
    ? `port ${c.port} of ${count(machinesOf(c).length, 'machine')}`
    : `${c.addresses.length} targets`
}

/**
 * A sentence when Fly's health checks fail, otherwise empty: an unhealthy machine is the likely cause of a silent port.
 */
export const healthSentence = (c: Circumstances): string =>
  c.checksPass === false
    ? ` Fly's own health checks of ${machinesOf(c).length > 1 ? 'these machines' : `machine ${machinesOf(c).join('')}`} fail too.`
    : ''
