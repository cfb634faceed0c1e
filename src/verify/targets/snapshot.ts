import type { ScrapeTarget } from '../../model/prometheus.ts'
import type { TargetObservation } from './observe.ts'

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
  /** Milliseconds since the watch began. */
  elapsed: number
}
