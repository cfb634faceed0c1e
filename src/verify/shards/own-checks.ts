import { longestInterval } from '../../config/scrape-options.ts'
import { parseDuration } from '../../lib/duration.ts'
import { ActionError } from '../../lib/errors.ts'
import { capitalised } from '../../lib/text.ts'
import type { Prometheus } from '../../model/prometheus.ts'
import { nameOfShard } from '../../model/shards.ts'
import type { CheckEvidence } from '../evidence.ts'
import type { PollLimits } from '../poll.ts'
import { createRemoteWriteWatch, sharedExposition } from '../remote-write/watch.ts'
import type { VerifyRequest } from '../request.ts'
import { checkServer } from '../server/check.ts'
import { createServerWatch } from '../server/servers.ts'
import { judgeUptime, readPast } from '../server/uptime.ts'
import type { AskedShard } from './union.ts'

/** What is asked of each shard about itself; everything else is about all of them together. */
export const OF_EACH_SHARD: readonly CheckEvidence['area'][] = [
  ...(['configuration', 'reload', 'uptime', 'remote-write'] as const),
]

/** How often a shard asks the store whether its samples have arrived. */
const STORE_MS = 1_000

/** The claims of a shard about itself. */
export interface OwnChecks {
  shard: number
  checks: readonly CheckEvidence[]
}

/**
 * Whether a shard runs what was deployed, runs without restarts, and delivers its samples. `samples`: reads those of the store;
 * `ended`: of all other questions.
 */
export async function checkShard(
  { shard, prometheus }: AskedShard,
  request: VerifyRequest,
  {
    limits,
    samples,
    ended,
  }: { limits: PollLimits; samples: Pick<Prometheus, 'query'>; ended: Promise<unknown> },
): Promise<OwnChecks> {
  const { config, shippedConfig, remoteWrite = [] } = request
  const { scrape_interval } = config.monitoring
  const intervalMs = parseDuration(longestInterval(config)) ?? 15_000
  const [began, localStart] = [Date.now(), performance.now()]
  const verifyStart = await prometheus.now().catch(unlessBug(began))
  const servers = createServerWatch(prometheus, verifyStart, intervalMs)
  await servers.look(0)
  // Each shard asks the store, which may limit the number of questions; what is waited for is logged once, for all.
  const calmly = { ...limits, everyMs: STORE_MS, log: undefined }
  const counters = { prometheus: sharedExposition(prometheus), limits: calmly }
  const writing = remoteWrite.map((target) =>
    createRemoteWriteWatch({ ...target, shard, scrapeIntervalMs: intervalMs }, verifyStart, counters),
  )
  await Promise.all([...writing.map((target) => target.watch()), ended.catch(() => undefined)])
  const elapsed = performance.now() - localStart
  await servers.confirm(elapsed)
  const [written, server, past] = await Promise.all([
    Promise.all(writing.map((target) => target.conclude())),
    checkServer({ shippedConfig, retention: undefined, verifyStart }, prometheus, limits),
    readPast(samples, scrape_interval, shard),
  ])
  const now = verifyStart + elapsed
  const uptime = judgeUptime({
    ...{ past, seen: servers.seen(), began: verifyStart, verifyStart, now },
    intervalMs: parseDuration(scrape_interval) ?? 15_000,
  })
  return { shard, checks: [...server, uptime, ...written] }
}

const unlessBug =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (error instanceof ActionError) return instead
    throw error
  }

const isFine = ({ outcome }: CheckEvidence): boolean => outcome === 'holds' || outcome === 'nothing-to-check'

/** One claim for what holds for all shards; what does not hold, with its shard. */
export function mergeOwnChecks(all: readonly OwnChecks[], shards: number): CheckEvidence[] {
  const found = all.flatMap(({ shard, checks }) => checks.map((check) => ({ shard, check })))
  const groups = Map.groupBy(found, ({ check }) => `${check.area} ${check.subject}`)
  return [...groups.values()].flatMap((group) => {
    const bad = group.filter(({ check }) => !isFine(check))
    const good = group.filter(({ check }) => isFine(check))
    const named = bad.map(({ shard, check }) => ({
      ...check,
      subject: `${check.subject} on ${nameOfShard(shard, shards)}`,
    }))
    return [...named, ...summarised(good, shards)]
  })
}

function summarised(
  [first, ...others]: { shard: number; check: CheckEvidence }[],
  shards: number,
): CheckEvidence[] {
  if (!first) return []
  const of =
    others.length + 1 === shards ? `each of ${shards} shards` : `${others.length + 1} of ${shards} shards`
  const why = `Holds for ${of}. ${capitalised(nameOfShard(first.shard, shards))}: ${first.check.why}`
  return [{ ...first.check, why: first.check.outcome === 'holds' ? why : first.check.why }]
}
