import { isAgent } from '../../config/engine.ts'
import { parseDuration } from '../../lib/duration.ts'
import type { PollLimits } from '../poll.ts'
import type { VerifyRequest, VerifyTools } from '../request.ts'
import { readGrafanaRules } from '../rules/in-grafana.ts'
import { type RulesRead, readRules } from '../rules/read.ts'
import { judgeSlos } from '../slos.ts'
import { judgeRejected, judgeScrapes, judgeStored } from '../targets/history-evidence.ts'
import { lastScrapeOf } from '../targets/observe.ts'
import { rejectedSamples } from '../targets/sample-counter.ts'
import type { WatchResult } from '../watch.ts'
import { checkServer } from './check.ts'
import { judgeSelfScrape } from './self-scrape.ts'
import type { ServerWatch } from './servers.ts'
import { judgeStorage } from './storage.ts'
import { judgeUptime, needsReleases, readPast } from './uptime.ts'

/** What was watched before. */
export interface WatchedServer {
  main: WatchResult
  verifyStart: number
  localStart: number
  servers: ServerWatch
  rejectedBefore: Promise<number | undefined>
  /** Why the samples of another server cannot be read; undefined when they can. */
  unread: string | undefined
}

/** Its configuration, rules, scrape of itself and past. */
export async function checkServerItself(
  request: VerifyRequest & { began: string },
  { main: { now }, verifyStart, localStart, servers, rejectedBefore, unread }: WatchedServer,
  { prometheus, limits }: Pick<VerifyTools, 'prometheus'> & { limits: PollLimits },
): Promise<RulesRead> {
  const { config, shippedConfig, shippedRules, began, readReleases, store, shard } = request
  const { retention, scrape_interval: interval } = config.monitoring
  const { grafanaAlerts = [], dashboardSource = prometheus } = request
  const since = lastScrapeOf(now?.observations ?? [], verifyStart)
  const clock = (local: number) => verifyStart + local - localStart
  const [server, { rules, alerts, checks: ruled }, past, before, after, slos] = await Promise.all([
    checkServer(
      { shippedConfig, retention: isAgent(config.monitoring) ? undefined : retention, verifyStart },
      prometheus,
      limits,
    ),
    isAgent(config.monitoring)
      ? readGrafanaRules(grafanaAlerts, dashboardSource, unread)
      : readRules({ shippedRules, scrapedAt: since }, prometheus, limits),
    readPast(prometheus, interval, shard),
    rejectedBefore,
    rejectedSamples(prometheus),
    judgeSlos(config, prometheus, clock(Date.now())),
  ])
  const uptime = {
    past,
    seen: servers.seen(),
    began: clock(Date.parse(began)),
    verifyStart,
    now: clock(Date.now()),
    intervalMs: parseDuration(interval) ?? 15_000,
  }
  const releases = needsReleases(uptime) ? await readReleases?.() : undefined
  const checks = [
    ...server,
    ...(now ? [judgeSelfScrape(now, verifyStart, shippedConfig)] : []),
    judgeUptime({ ...uptime, ...(releases && { releases }) }),
    ...judgeStorage(now?.observations ?? [], rules),
    ...(now ? judgeScrapes(now) : []),
    ...judgeStored(store?.name, now?.observations ?? []),
    ...judgeRejected({ before, after }, now?.observations ?? [], config.monitoring.fly_metrics),
    ...ruled,
    ...slos,
  ]
  return { rules, alerts, checks }
}
