import { shardGroups } from '../model/shards.ts'
import type { Config } from './schema.ts'

/** Whether several machines share the targets. */
export const hasShards = ({ shards }: Config['monitoring']): boolean => shards > 1

/** The process group of each machine that runs Prometheus, one entry per machine. */
export const machineGroups = ({ shards, replicas }: Config['monitoring']): readonly string[] =>
  shards > 1 ? shardGroups(shards) : Array.from({ length: replicas }, () => shardGroups(1)).flat()
