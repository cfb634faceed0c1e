import type { Config } from './schema.ts'
import { hasShards } from './shards.ts'

/** The region of each machine that runs Prometheus, one entry per replica or shard. */
export const replicaRegions = (monitoring: Config['monitoring']): readonly string[] => {
  const { region, regions, replicas, shards } = monitoring
  if (hasShards(monitoring)) return Array.from({ length: shards }, () => regions?.[0] ?? region)
  return regions ?? Array.from({ length: replicas }, () => region)
}

/** Whether several machines scrape the same targets. */
export const hasReplicas = ({ replicas }: Config['monitoring']): boolean => replicas > 1
