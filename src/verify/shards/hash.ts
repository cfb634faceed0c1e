import { hash } from 'node:crypto'

/**
 * The shard that scrapes an address, as the action `hashmod` of Prometheus computes it (`model/relabel/relabel.go`): the last
 * eight bytes of the MD5 digest as a number, modulo the number of shards; shards are counted from 1.
 * @param address the label `__address__` before relabelling, as `[fdaa::1]:9090`
 */
export const shardOf = (address: string, shards: number): number =>
  Number(hash('md5', address, 'buffer').readBigUInt64BE(8) % BigInt(shards)) + 1
