import { FLY_JOB } from '../model/fly-series.ts'
import { type ScrapeTarget, SELF_JOB } from '../model/prometheus.ts'
import type { TimeWindow } from './panels/presence.ts'
import { FIRST_TARGETS_MS } from './poll.ts'
import { expectedKey, scrapedAt } from './targets/observe.ts'
import { ALIGNMENT_MS } from './targets/scrape-history.ts'
import type { TargetsNow } from './targets/snapshot.ts'
import { targetKey } from './targets/target-key.ts'

/** The targets that are up. */
export const upKeys = ({ observations }: TargetsNow): string =>
  observations
    .filter(({ state }) => state === 'up')
    .map(({ expected }) => expectedKey(expected.service, expected.address))
    .join('\n')

/** Two scrapes of Fly's managed Prometheus may bring the same sample. */
const FLY_SCRAPES = 3

/**
 * Every target that is up, and Prometheus itself unless it fails, was scraped twice since verification began: rates
 * have what they need. A Prometheus without a target has not started scraping yet.
 */
export function isRipe({ observations, seen, scrapes, emptyFor }: TargetsNow): boolean {
  if (emptyFor !== undefined) return emptyFor >= FIRST_TARGETS_MS
  const up = observations.flatMap(({ state, seen: target }) => (state === 'up' && target ? target : []))
  const own = seen.filter(({ labels, health }) => labels.job === SELF_JOB && health !== 'down')
  const times = (target: ScrapeTarget) => scrapes.get(targetKey(target.labels))?.times ?? 0
  const ofFly = seen.filter(({ labels, health }) => labels.job === FLY_JOB && health !== 'down')
  return [...up, ...own].every((one) => times(one) >= 2) && ofFly.every((one) => times(one) >= FLY_SCRAPES)
}

/** How far Prometheus' clock may be behind the estimate; the window must include its last sample. */
const AHEAD_MS = 250

/** A time window with the last scrape of every target that is up, and nothing from before verification began. */
export function windowOf({ seen }: TargetsNow, verifyStart: number, sinceStart: number): TimeWindow {
  const times = seen.filter(({ health }) => health === 'up').map(scrapedAt)
  const fresh = times.filter((time) => time > verifyStart)
  const at = Math.max(verifyStart + sinceStart, ...fresh) + AHEAD_MS
  const from = Math.max(verifyStart, Math.min(...fresh) - ALIGNMENT_MS)
  return { at, scrapedMs: at - (fresh.length > 0 ? from : verifyStart), rulesMs: at - verifyStart }
}
