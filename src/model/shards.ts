/**
 * Several machines that share the targets: each one is a process group of the monitoring app, because Fly gives machines no
 * numbers. Shards are counted from 1.
 */

/** The process group that Fly gives to machines where a configuration names none: that of the first shard. */
const FIRST_GROUP = 'app'

/** The process group of a shard. The first one has the group of a single machine, which so stays what it is. */
export const shardGroup = (shard: number): string => (shard === 1 ? FIRST_GROUP : `shard${shard}`)

/** The groups of the machines that share the targets, in the order of the shards. */
export const shardGroups = (shards: number): string[] =>
  Array.from({ length: shards }, (_, i) => shardGroup(i + 1))

/** The shard of a process group: the first one for a group of another origin. */
export const shardOfGroup = (group: string): number => Number(/^shard([1-9]\d?)$/.exec(group)?.[1] ?? 1)

/** The label of a shard's scrape of itself, in which nothing else differs from that of the other shards. */
export const SHARD_LABEL = 'shard'

/** A shard in words. */
export const nameOfShard = (shard: number, shards: number): string => `shard ${shard} of ${shards}`

/** The number of the shard that such a name begins with; undefined for another text. */
export function shardIn(name: string): number | undefined {
  const [, number] = /^shard (\d+) of /.exec(name) ?? []
  return number === undefined ? undefined : Number(number)
}
