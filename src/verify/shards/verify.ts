import { longestInterval } from '../../config/scrape-options.ts'
import { parseDuration } from '../../lib/duration.ts'
import { ignoreRefusal } from '../../lib/errors.ts'
import type { FlyVolume } from '../../model/fly.ts'
import { ARRIVAL_METRIC, type Prometheus, SELF_JOB } from '../../model/prometheus.ts'
import { SHARD_LABEL, shardOfGroup } from '../../model/shards.ts'
import type { CheckEvidence, Evidence } from '../evidence.ts'
import { newestArrival } from '../remote-write/read-back.ts'
import { judgeVolumes } from '../replicas/claims.ts'
import { type Replica, reachReplica } from '../replicas/reach.ts'
import type { VerifyRequest, VerifyTools } from '../request.ts'
import { verify } from '../verify.ts'
import {
  explainWithShards,
  isLive,
  judgeCoverage,
  judgeShard,
  type ReachedShard,
  type ShardedApp,
} from './claims.ts'
import { coverageOf, createShardOf } from './coverage.ts'
import { checkShard, mergeOwnChecks, OF_EACH_SHARD } from './own-checks.ts'
import { shardNamedIn } from './reach.ts'
import { type AskedShard, type ShardUnion, unionOf } from './union.ts'

/** A machine of the monitoring app, with its process group. */
export type ShardMachine = Replica & { group: string }

/** What is known about the shards before they are asked. */
export interface ShardsRequest {
  app: string
  /** The region of each shard. */
  regions: readonly string[]
  volume: string
  machines: readonly ShardMachine[]
  /** The configuration of a shard as deployed; undefined where this run has none to compare. */
  shippedConfig: (shard: number) => string | undefined
  /** How samples are read that all shards together send. */
  view: (agent: Prometheus) => Promise<ShardsView>
  /** Reads the volumes at Fly; undefined where they cannot be read. */
  readVolumes: () => Promise<readonly FlyVolume[] | undefined>
}

/** All shards and their store as one Prometheus. */
export type ShardsView = Pick<VerifyTools, 'prometheus'> & Pick<VerifyRequest, 'store' | 'dashboardSource'>

type Asked = ReachedShard & { machine: ShardMachine | undefined }

/**
 * Checks that the shards together scrape every expected target, each of them once: the targets of all shards are judged like
 * those of one Prometheus, and each shard is asked about itself.
 */
export async function verifyShards(
  request: VerifyRequest,
  tools: VerifyTools,
  { app, regions, volume, machines, shippedConfig, readVolumes, view }: ShardsRequest,
): Promise<Evidence> {
  const limits = {
    deadline: request.deadline,
    signal: tools.signal,
    log: (line: string) => tools.log.info(line),
  }
  const of: ShardedApp = { app, shards: regions.length }
  const volumesRead = readVolumes()
  const asked = await askAll(machines, of.shards, limits)
  const [first, ...others] = asked.flatMap((one) => (one.reached.kind === 'named' ? askedShard(one) : []))
  const volumesClaim = async () =>
    judgeVolumes({ kind: 'shard', app, regions, volume }, machines, await volumesRead)
  if (!first) {
    const evidence = await verify(request, tools)
    const nothing = coverageOf(evidence.targets, new Map(), request.config)
    return withClaims(evidence, [...asked.map((one) => judgeShard(one, nothing, of)), await volumesClaim()])
  }
  const union = unionOf([first, ...others])
  const { shippedConfig: _, remoteWrite = [], ...shared } = request
  const { prometheus, ...reading } = await view(union.prometheus)
  const main = verify(
    { ...shared, ...reading, shard: first.shard, isUnscraped: unscraped(asked, request) },
    { ...tools, prometheus },
  )
  const [evidence, ...own] = await Promise.all([
    main,
    ...[first, ...others].map((one) => {
      const shipped = shippedConfig(one.shard)
      const itself = { ...shared, remoteWrite, ...(shipped !== undefined && { shippedConfig: shipped }) }
      return checkShard(one, itself, { limits, samples: prometheus, ended: main })
    }),
  ])
  const coverage = coverageOf(evidence.targets, union.targets(), request.config)
  const mark = Date.parse(evidence.mark ?? '') - (parseDuration(longestInterval(request.config)) ?? 0)
  const reached = await askedLast(asked, union, (shard) => unsentSince(shard, prometheus, mark))
  return withClaims({ ...evidence, targets: explainWithShards(evidence.targets, coverage, reached, of) }, [
    ...reached.map((one) => judgeShard(one, coverage, of)),
    await volumesClaim(),
    ...judgeCoverage(coverage, reached, of),
    ...mergeOwnChecks(own, of.shards),
  ])
}

/** The shards at the end: those that do not answer, or no more, with what the store knows about them. */
const askedLast = (
  asked: readonly Asked[],
  union: ShardUnion,
  unsent: (shard: number) => Promise<Pick<Asked, 'unsent'>>,
): Promise<Asked[]> =>
  Promise.all(
    asked.map(async (one) => {
      const isSilent = one.reached.kind === 'named' && !union.targets().has(one.machine?.id ?? '')
      if (!isSilent && one.reached.kind !== 'unreached') return one
      return { ...one, isSilent, ...(await unsent(one.shard)) }
    }),
  )

/** Whether no sample of a shard has reached the store since a time, and when the last one was scraped. */
async function unsentSince(
  shard: number,
  samples: Pick<Prometheus, 'query'>,
  before: number,
): Promise<Pick<Asked, 'unsent'>> {
  const own = `${ARRIVAL_METRIC}{job="${SELF_JOB}",${SHARD_LABEL}="${shard}"}`
  const answer = await samples.query(`max(timestamp(${own}))`).catch(ignoreRefusal)
  const since = answer && newestArrival(answer)
  // Without an answer, or without a time to compare it with, nothing is known.
  return answer && !((since ?? 0) >= before || Number.isNaN(before)) ? { unsent: { since } } : {}
}

/** Whether a target belongs to a shard of which no machine answers, after it was waited for. */
function unscraped(asked: readonly Asked[], { config }: VerifyRequest) {
  const running = new Set(asked.flatMap((one) => (isLive(one) ? [one.shard] : [])))
  const shardOfTarget = createShardOf(config)
  return (target: { address: string }): boolean => !running.has(shardOfTarget(target))
}

/** Asks the machines of all shards; a shard without a machine is among them too. */
async function askAll(
  machines: readonly ShardMachine[],
  shards: number,
  limits: Parameters<typeof reachReplica>[1],
): Promise<Asked[]> {
  const byShard = Map.groupBy(machines, ({ group }) => shardOfGroup(group))
  const wanted = Array.from({ length: shards }, (_, i) => i + 1)
  const all = wanted.flatMap((shard): { shard: number; machine: ShardMachine | undefined }[] => {
    const own = byShard.get(shard) ?? []
    return own.length === 0 ? [{ shard, machine: undefined }] : own.map((machine) => ({ shard, machine }))
  })
  return Promise.all(
    all.map(async ({ shard, machine }) => ({
      ...{ shard, machine, isSilent: false },
      reached: machine
        ? await reachReplica(machine, limits, { is: `shard ${shard}`, read: shardNamedIn })
        : ({ kind: 'missing' } as const),
    })),
  )
}

const askedShard = ({ shard, machine }: Asked): AskedShard[] =>
  machine ? [{ id: machine.id, shard, prometheus: machine.prometheus }] : []

const withClaims = (evidence: Evidence, own: readonly CheckEvidence[]): Evidence => ({
  ...evidence,
  checks: [...own, ...evidence.checks.filter(({ area }) => !OF_EACH_SHARD.includes(area))],
})
