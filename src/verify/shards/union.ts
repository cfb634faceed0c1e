import { ActionError } from '../../lib/errors.ts'
import type { Prometheus, ScrapeTarget } from '../../model/prometheus.ts'

/** A machine that scrapes a share of the targets, and the way to ask it and no other one. */
export interface AskedShard {
  /** Id of the machine. */
  id: string
  shard: number
  prometheus: Prometheus
}

/** All shards as one Prometheus. */
export interface ShardUnion {
  prometheus: Prometheus
  /** The targets of each machine by its id, as last read; one that did not answer then is missing. */
  targets(): ReadonlyMap<string, readonly ScrapeTarget[]>
}

/**
 * One Prometheus that has the targets and the own metrics of all shards. Everything else is asked at the first one: it is
 * about the store that all of them send to, or about the process itself.
 */
export function unionOf(shards: readonly [AskedShard, ...AskedShard[]]): ShardUnion {
  let last: ReadonlyMap<string, readonly ScrapeTarget[]> = new Map()
  const all = <T>(ask: (prometheus: Prometheus) => Promise<T>) => answersOf(shards, ask)
  return {
    prometheus: {
      ...shards[0].prometheus,
      async targets() {
        last = await all((one) => one.targets())
        return [...last.values()].flat()
      },
      exposition: async () => [...(await all((one) => one.exposition())).values()].join('\n'),
    },
    targets: () => last,
  }
}

/** The answers of those that answer; throws the error of the first one when none does. */
async function answersOf<T>(
  shards: readonly AskedShard[],
  ask: (prometheus: Prometheus) => Promise<T>,
): Promise<Map<string, T>> {
  const found = new Map<string, T>()
  let failed: ActionError | undefined
  await Promise.all(
    shards.map(async ({ id, prometheus }) => {
      try {
        found.set(id, await ask(prometheus))
      } catch (error) {
        if (!(error instanceof ActionError)) throw error
        failed ??= error
      }
    }),
  )
  if (found.size === 0 && failed) throw failed
  return found
}
