import type { ScrapeTarget } from '../../model/prometheus.ts'
import type { TargetObservation } from './observe.ts'
import type { UnexpectedTarget } from './unexpected.ts'

export interface Scrapes {
  /** Start of the last one. */
  last: string
  times: number
}

/** The state of all targets at one poll. */
export interface TargetsNow {
  observations: readonly TargetObservation[]
  /** Every target that Prometheus has, expected or not. */
  seen: readonly ScrapeTarget[]
  /** Scrapes since verification began, by `targetKey`. */
  scrapes: ReadonlyMap<string, Scrapes>
  /** Waiting longer would not change anything. */
  certain: boolean
  /** Targets that may still change, and services that may still get a machine. */
  open: readonly TargetObservation[]
  absent: readonly string[]
  /** Targets of the services' jobs on addresses that belong to no machine. */
  unexpected: readonly UnexpectedTarget[]
  /** Why the history of the scrapes is not known; undefined when it is. */
  historyLost: string | undefined
  /** It is asked for again. */
  isHistoryOpen: boolean
  /** Milliseconds since the watch began, and since Prometheus has had no target at all; undefined while it has some. */
  elapsed: number
  emptyFor: number | undefined
  /** Milliseconds for which Prometheus' scrape of itself has not been up and fresh; 0 while it is. */
  selfMissingFor: number
}
