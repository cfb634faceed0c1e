import { safeParse } from 'valibot'
import { scrapeShape } from '../../config/scrape-options.ts'
import { parseDuration } from '../../lib/duration.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { type FoundValue, initNote, type RepositoryFindings } from '../findings.ts'
import type { ScannedPrometheus, ScannedTarget } from './scan-prometheus.ts'

/** How often the services are scraped, compared with what scrapes them today. */

/** The interval of the draft when nothing says another one. */
const USUAL_INTERVAL = '15s'

/** Folders and files that are for somebody's machine, by their names. */
const ELSEWHERE = /(?:^|[/._-])(?:local|dev|development|test|ci)(?=[/._-])/i

/** The interval that a service can have; nothing when it cannot have it. */
export const intervalOption = (interval: string | undefined): { scrape_interval?: string } =>
  interval !== undefined && safeParse(scrapeShape.scrape_interval, interval).success
    ? { scrape_interval: interval }
    : {}

/**
 * The interval of the draft: that of a Prometheus which scrapes apps on Fly, else that of one which scrapes an app of the draft
 * in another network. Not one on the machine of a developer: that gets a note.
 */
export function intervalOfDraft(
  prometheus: readonly ScannedPrometheus[],
  lost: readonly ScannedTarget[],
): { interval: FoundValue | undefined; notes: Diagnostic[] } {
  const inUse = prometheus.filter(({ targets }) => targets.some((one) => !lost.includes(one)))
  const isOnFly = ({ targets }: ScannedPrometheus) => targets.some(({ app }) => app !== undefined)
  const elsewhere = inUse.filter((one) => !isOnFly(one))
  const all = [...prometheus.filter(isOnFly), ...elsewhere.filter(({ file }) => !ELSEWHERE.test(file))]
  const found = all.find(({ scrapeInterval }) => scrapeInterval)
  const isUsual = found && !isOnFly(found) && isSame(found.scrapeInterval?.value ?? '', USUAL_INTERVAL)
  const interval = isUsual ? undefined : found?.scrapeInterval
  const chosen = interval?.value ?? USUAL_INTERVAL
  const others = elsewhere.flatMap(({ scrapeInterval: own }) =>
    own && !isSame(own.value, chosen) ? own : [],
  )
  return { interval, notes: others.map((own) => otherInterval(own, chosen)) }
}

const isSame = (a: string, b: string): boolean => parseDuration(a) === parseDuration(b)

const otherInterval = ({ value, at }: FoundValue, chosen: string): Diagnostic =>
  initNote(
    at.file,
    at,
    `\`global.scrape_interval\` is ${value} here, and ${chosen} in the draft.`,
    'To keep it, set `scrape_interval` of the services that this Prometheus scrapes.',
  )

/** The findings without an interval of a service that every service has. */
export function withoutUsualInterval(found: RepositoryFindings): RepositoryFindings {
  const { scrape_interval: usual = USUAL_INTERVAL } = found.monitoring
  const services = found.services.map((service) => {
    const { scrape_interval: own, ...options } = service.options ?? {}
    return own === undefined || !isSame(own, usual) ? service : { ...service, options }
  })
  return { ...found, services }
}
