import type { Config } from './schema.ts'

/** The region of each machine that runs Prometheus, one entry per replica. */
export const replicaRegions = ({ region, regions, replicas }: Config['monitoring']): readonly string[] =>
  regions ?? Array.from({ length: replicas }, () => region)

/** Whether more than one machine runs Prometheus. */
export const hasReplicas = ({ replicas }: Config['monitoring']): boolean => replicas > 1
