import type { Config } from '../../config/schema.ts'
import { isOnFly } from '../../config/services.ts'
import { type ScrapeTarget, SELF_JOB } from '../../model/prometheus.ts'
import type { TargetEvidence } from '../evidence.ts'
import { hostPort, scrapeAddress } from '../targets/address.ts'
import { shardOf } from './hash.ts'

/** A target that more than one machine scrapes. */
export interface SharedTarget {
  /** As `web at [fdaa::1]:9090`. */
  name: string
  /** Ids of the machines. */
  machines: readonly string[]
}

/** How the shards together cover what is expected. */
export interface Coverage {
  /** Expected targets, those that may rest and do excluded. */
  expected: number
  /** In the order in which they were found. */
  twice: readonly SharedTarget[]
  /** Expected targets that no shard has, by the shard to which they belong. */
  nowhere: ReadonlyMap<number, readonly TargetEvidence[]>
  /** Of each shard: how many expected targets belong to it by their addresses, and how many of them are up. */
  own: ReadonlyMap<number, { of: number; up: number }>
}

/** Compares the targets that the shards have with the expected ones. `seen`: the targets of each machine, by its id. */
export function coverageOf(
  targets: readonly TargetEvidence[],
  seen: ReadonlyMap<string, readonly ScrapeTarget[]>,
  config: ShardedConfig,
): Coverage {
  const { shards } = config.monitoring
  const shardOfTarget = createShardOf(config)
  const nowhere = new Map<number, TargetEvidence[]>()
  const own = new Map(Array.from({ length: shards }, (_, i) => [i + 1, { of: 0, up: 0 }]))
  const active = targets.filter(({ state }) => state !== 'resting')
  for (const target of active) {
    const shard = shardOfTarget(target)
    const counts = own.get(shard)
    if (counts) counts.of++
    if (counts && target.state === 'up') counts.up++
    if (target.reason?.class !== 'not-discovered') continue
    const known = nowhere.get(shard)
    if (known) known.push(target)
    else nowhere.set(shard, [target])
  }
  return { expected: active.length, twice: sharedTargets(seen), nowhere, own }
}

/** Targets that several machines have, apart from the scrape of itself that each one has. */
function sharedTargets(seen: ReadonlyMap<string, readonly ScrapeTarget[]>): SharedTarget[] {
  const machines = new Map<string, Set<string>>()
  for (const [id, targets] of seen)
    for (const { labels, scrapePool, scrapeUrl } of targets) {
      const job = labels.job ?? scrapePool
      if (job === SELF_JOB) continue
      const key = `${job} at ${scrapeAddress(scrapeUrl)}`
      const known = machines.get(key)
      if (known) known.add(id)
      else machines.set(key, new Set([id]))
    }
  return [...machines].flatMap(([name, ids]) => (ids.size > 1 ? [{ name, machines: [...ids] }] : []))
}

type ShardedConfig = Pick<Config, 'services' | 'monitoring'>

/** Returns a function that says to which shard a target belongs by its address. */
export function createShardOf({ services, monitoring: { shards } }: ShardedConfig) {
  const spelling = spellings(services)
  return ({ address }: { address: string }): number => shardOf(spelling.get(address) ?? address, shards)
}

/** Prometheus hashes a static address as it is written in the configuration, and the evidence has it in normal form. */
function spellings(services: Config['services']): Map<string, string> {
  const addresses = services.flatMap((service) => (isOnFly(service) ? [] : service.addresses))
  return new Map(
    addresses.map((address) => {
      const end = address.lastIndexOf(':')
      return [hostPort(address.slice(0, end), Number(address.slice(end + 1))), address]
    }),
  )
}
