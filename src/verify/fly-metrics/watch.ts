import { parseDuration } from '../../lib/duration.ts'
import { ActionError, messageOf } from '../../lib/errors.ts'
import { FLY_INTERVAL, FLY_JOB } from '../../model/fly-series.ts'
import { type Prometheus, type ScrapeTarget, vectorOf } from '../../model/prometheus.ts'
import type { CheckEvidence } from '../evidence.ts'
import { type PollLimits, poll } from '../poll.ts'
import type { VerifyRequest } from '../request.ts'
import { scrapedAt } from '../targets/observe.ts'
import { rejectedSamples } from '../targets/sample-counter.ts'
import { type FlyObservation, judgeFlyMetrics } from './judge.ts'

/** The apps of which Fly should have series: those with a started machine, and the one of Prometheus, which answers. */
const appsAtFly = ({ config, machines }: Pick<VerifyRequest, 'config' | 'machines'>): string[] => [
  ...new Set([
    config.monitoring.app,
    ...[...machines].flatMap(([app, all]) => (all.some(({ state }) => state === 'started') ? [app] : [])),
  ]),
]

/** A scrape may be late, and not every scrape brings a new sample. */
const LATE_MS = 5_000
const SCRAPES_FOR_A_SAMPLE = 3
/** After the first failed scrape, one more: a single failure is an accident. */
const FAILED_SCRAPES = 2
/** Prometheus has its targets within two discovery rounds; after no answer for this long, there will be none. */
const PATIENCE_MS = 20_000

/**
 * Watches the scrapes of Fly's managed Prometheus until a sample arrives that was not there, or none does. Nothing without
 * `monitoring.fly_metrics`.
 */
export async function watchFlyMetrics(
  request: Pick<VerifyRequest, 'config' | 'machines'>,
  verifyStart: number,
  { prometheus, limits }: { prometheus: Prometheus; limits: PollLimits },
): Promise<CheckEvidence[]> {
  const { organization, fly_metrics } = request.config.monitoring
  if (!fly_metrics) return []
  const apps = appsAtFly(request)
  const observe = createObserver(prometheus, verifyStart)
  const isFinal = createFinality(apps)
  const began = performance.now()
  const last = await poll(
    async () => {
      const value = await observe()
      const done = isFinal(value, performance.now() - began)
      return { done, value, waitsFor: "new samples from Fly's managed Prometheus" }
    },
    { ...limits, everyMs: 1_000 },
  )
  return judgeFlyMetrics({ organization, apps }, last)
}

/** Looks at the target, and at what is stored of its samples. */
function createObserver(prometheus: Prometheus, verifyStart: number): () => Promise<FlyObservation> {
  let first: { newest: ReadonlyMap<string, number>; rejected: number | undefined } | undefined
  const look = async (): Promise<FlyObservation> => {
    const target = (await prometheus.targets()).find(({ labels }) => labels.job === FLY_JOB)
    if (!target) return { kind: 'no-target' }
    const scrapeMs = parseDuration(target.scrapeInterval || FLY_INTERVAL) ?? 0
    if (scrapedAt(target) <= verifyStart || target.health === 'unknown') return { kind: 'waiting', scrapeMs }
    if (target.health === 'down') return failed(target)
    const [newest, rejected] = await Promise.all([newestSamples(prometheus), rejectedSamples(prometheus)])
    const before = first ?? { newest, rejected }
    first = before
    const isNew = ([app, time]: readonly [string, number]) =>
      time > verifyStart || time > (before.newest.get(app) ?? 0)
    return {
      ...{ kind: 'up', newest, scrapeMs, at: scrapedAt(target) },
      advanced: new Set([...newest].filter(isNew).map(([app]) => app)),
      rejected:
        rejected === undefined || before.rejected === undefined ? undefined : rejected - before.rejected,
    }
  }
  return async () => {
    try {
      return await look()
    } catch (error) {
      if (!(error instanceof ActionError)) throw error
      return { kind: 'unanswered', why: messageOf(error) }
    }
  }
}

const failed = ({ lastError, lastScrape }: ScrapeTarget): FlyObservation => ({
  ...{ kind: 'down', error: lastError, lastScrape },
})

/** A refused token is refused again. */
const isRefused = (error: string): boolean => /HTTP status 40[13]\b/.test(error)

/** Whether waiting longer would not change an observation. */
function createFinality(apps: readonly string[]) {
  const failures = new Set<string>()
  let phase: { kind: FlyObservation['kind']; began: number } | undefined
  return (seen: FlyObservation, elapsed: number): boolean => {
    if (phase?.kind !== seen.kind) phase = { kind: seen.kind, began: elapsed }
    const { began } = phase
    const isOver = (ms: number) => elapsed - began > ms
    switch (seen.kind) {
      case 'waiting':
        return isOver(2 * seen.scrapeMs + LATE_MS)
      case 'no-target':
      case 'unanswered':
        return isOver(PATIENCE_MS)
      case 'down':
        return isRefused(seen.error) || failures.add(seen.lastScrape).size >= FAILED_SCRAPES
      case 'up':
        return (
          apps.every((app) => seen.advanced.has(app)) ||
          isOver(SCRAPES_FOR_A_SAMPLE * seen.scrapeMs + LATE_MS)
        )
    }
  }
}

/** How far back samples are looked for. */
const WINDOW = '1h'

/** The time of the newest sample that is stored of each app, in milliseconds since the epoch, however old. */
async function newestSamples(prometheus: Pick<Prometheus, 'query'>): Promise<Map<string, number>> {
  const time = `timestamp(fly_instance_up{job="${FLY_JOB}"})`
  // The steps of a subquery are multiples of 15 s, which may be before the newest sample.
  const query = `max by (app) (${time}) or max by (app) (max_over_time(${time}[${WINDOW}:${FLY_INTERVAL}]))`
  const rows = vectorOf(await prometheus.query(query))
  return new Map(rows.map(({ metric, value }) => [metric.app ?? '', Number(value?.[1]) * 1000]))
}
