import { parseYaml } from '../../formats/yaml-value.ts'
import { parseDuration } from '../../lib/duration.ts'
import { isJsonObject } from '../../lib/json-value.ts'
import { type ScrapeTarget, SELF_JOB } from '../../model/prometheus.ts'
import type { CheckEvidence } from '../evidence.ts'
import { FIRST_TARGETS_MS } from '../poll.ts'
import { scrapedAt } from '../targets/observe.ts'
import type { TargetsNow } from '../targets/snapshot.ts'
import { REDEPLOY } from './running-config.ts'

/** Prometheus scrapes itself, which its alerts and the remote-write counters need. */
type Now = Pick<TargetsNow, 'seen' | 'emptyFor' | 'selfMissingFor'>

/** Allowance in addition to the interval: a scrape takes time and may be late. */
const LATE_MS = 5_000

const own = (seen: readonly ScrapeTarget[]): ScrapeTarget[] =>
  seen.filter(({ labels }) => labels.job === SELF_JOB)

/**
 * Whether the result is final: scraped, or overdue for so long that two scrapes were due. Counted from the moment when
 * it was last up, because Prometheus may restart at any time.
 */
export function isSelfCertain({ seen, emptyFor, selfMissingFor }: Now): boolean {
  // All jobs start at the same time: when other targets exist, this one does not.
  if (emptyFor !== undefined) return emptyFor >= FIRST_TARGETS_MS
  return own(seen).every(
    ({ scrapeInterval }) =>
      selfMissingFor === 0 || selfMissingFor >= 2 * (parseDuration(scrapeInterval) ?? 0) + LATE_MS,
  )
}

const VERIFY_AGAIN =
  'Verify again; if the problem persists, Prometheus is overloaded: see `flyctl status` and `flyctl logs` of its app.'

/** Judges the self-scrape at the end. `verifyStart` is on Prometheus' clock, in milliseconds. */
export function judgeSelfScrape(
  now: Now,
  verifyStart: number,
  shippedConfig: string | undefined,
): CheckEvidence {
  const targets = own(now.seen)
  const [down] = targets.filter(({ health }) => health === 'down')
  if (down)
    return broken(
      `Prometheus cannot scrape itself: ${down.lastError}`,
      /401/.test(down.lastError)
        ? `The password of the self-scrape is not the one that Prometheus requires. ${REDEPLOY}`
        : REDEPLOY,
    )
  if (targets.length === 0)
    return hasSelfJob(shippedConfig)
      ? broken(
          'The deployed configuration has a scrape job for Prometheus itself, but Prometheus has no such target.',
          REDEPLOY,
        )
      : unknown('The running configuration has no scrape job for Prometheus itself.', 'nothing-to-check')
  if (targets.every((target) => target.health === 'up' && scrapedAt(target) > verifyStart))
    return { ...ABOUT, outcome: 'holds', certainty: 'proven', why: 'Scraped after verification began.' }
  return isSelfCertain(now)
    ? broken(
        'Prometheus has not scraped itself since verification began, although its scrape was due.',
        VERIFY_AGAIN,
      )
    : unknown('Time ran out before its scrape was due.')
}

const ABOUT = { area: 'self-scrape', subject: SELF_JOB } as const

const broken = (why: string, next: string): CheckEvidence => ({
  ...ABOUT,
  outcome: 'broken',
  certainty: 'proven',
  why,
  next,
})

const unknown = (why: string, outcome: CheckEvidence['outcome'] = 'not-checked'): CheckEvidence => ({
  ...ABOUT,
  outcome,
  certainty: 'not checked',
  why,
})

/** A configuration that cannot be parsed is reported by `judgeConfig`. */
function hasSelfJob(config: string | undefined): boolean {
  try {
    const read = parseYaml(config ?? '')
    const jobs = isJsonObject(read) ? read.scrape_configs : undefined
    return Array.isArray(jobs) && jobs.some((job) => job?.job_name === SELF_JOB)
  } catch {
    return false
  }
}
