import { SELF_JOB } from '../../model/prometheus.ts'
import { zeroWhileUp } from './promql.ts'

/**
 * What Prometheus can report about itself, as expressions that rules and dashboards share. They work with both 2.42 and
 * 3.x, whose metric names differ (compared on 2.42.0 and 3.14.0).
 */

/** 0 while Prometheus scrapes itself: for counts that have no series when there is nothing to count. */
export const SELF_ZERO = zeroWhileUp([SELF_JOB])

const NEWEST = [
  // 3.x: per queue, and exact. 2.42 has only the second one.
  'prometheus_remote_storage_queue_highest_timestamp_seconds',
  'prometheus_remote_storage_highest_timestamp_in_seconds',
].join(' or ')

/**
 * Seconds by which the newest sample that remote write has delivered is older than the newest sample.
 * 2.42 has no "sent" series before the first success, hence the 0: with a wrong URL nothing ever succeeds.
 * Returns nothing while remote write is off: then there are no shards.
 */
export const REMOTE_WRITE_DELAY = [
  '(',
  `  max(${NEWEST})`,
  '  -',
  `  (max(prometheus_remote_storage_queue_highest_sent_timestamp_seconds) or 0 * max(${NEWEST}))`,
  ')',
  'and on () max(prometheus_remote_storage_shards) > 0',
].join('\n')

/**
 * The same for each target, where there are several: the slowest one would be hidden by the others. Each has a label
 * remote_name. A queue without anything sent counts from 0, as above; 2.42 has the newest sample only once for all queues.
 */
export const REMOTE_WRITE_DELAYS = [
  '(0 * max by (remote_name, url) (prometheus_remote_storage_shards > 0)',
  `  + on () group_left () max(${NEWEST}))`,
  '-',
  '(max by (remote_name, url) (prometheus_remote_storage_queue_highest_sent_timestamp_seconds)',
  '  or 0 * max by (remote_name, url) (prometheus_remote_storage_shards > 0))',
].join('\n')

/**
 * Bytes of the blocks, the write-ahead log and the chunks of the head: what Prometheus has written to its volume.
 * The overhead of the file system and the free space are known to Fly only. 2.42 does not measure the last two.
 */
export const VOLUME_USED = [
  'sum(prometheus_tsdb_storage_blocks_bytes)',
  '+ (sum(prometheus_tsdb_wal_storage_size_bytes) or 0 * sum(prometheus_tsdb_storage_blocks_bytes))',
  '+ (sum(prometheus_tsdb_head_chunks_storage_size_bytes) or 0 * sum(prometheus_tsdb_storage_blocks_bytes))',
].join('\n')

/** Recorded, because only the configuration knows it: the size of the volume that Prometheus writes to. */
export const VOLUME_SIZE = 'monitoring:volume_size:bytes'
