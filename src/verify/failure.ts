import type { FailOn } from '../inputs/types.ts'
import type { CheckArea } from './check-areas.ts'

/** One claim that is not proven. */
export interface Failure {
  /** Stable across releases: `target-refused`, `metric-missing`, `panel-no-data`, `access-broken`, `rules-not-checked`, … */
  code: string
  area: 'targets' | 'metrics' | 'panels' | 'rules' | CheckArea
  /** `broken`: it does not hold. `not-checked`: it was promised, and nothing is known about it. */
  outcome: 'broken' | 'not-checked'
  /** The subject: service and machine, metric, panel. Not trusted: may contain any text. */
  subject: string
  why: string
  next: string
  /** When it last held, about, as Prometheus remembers; `null`: not in the last two days. Absent: not known. */
  lastHeld?: string | null
  /** Whether it makes the run fail, according to `fail-on`. */
  decides: boolean
  /** What explains it, a service that is down or a metric that is missing: counted there, needs no separate action. */
  because?: string
  /** The exception of the configuration that accepts it; it never decides then. */
  accepted?: AcceptedClaim
}

/** An exception of the configuration: `verify: { accept: [{ code, subject, reason, until }] }`. */
export interface AcceptedClaim {
  code: string
  /** The subject of the claim; `*` stands for any text. */
  subject: string
  reason: string
  /** The last day on which it is accepted, as `2027-03-31`, in UTC. */
  until: string
}

export interface Verdict {
  /**
   * `proven`: every claim holds, or is accepted. `unproven`: nothing that `fail-on` requires is broken, and a claim is
   * broken or was not checked. `failed`: a claim that `fail-on` requires is broken, or a part of the run could not be
   * done.
   */
  kind: 'proven' | 'unproven' | 'failed'
  failures: readonly Failure[]
}

/** The key of what keeps Prometheus from answering. */
export const SERVER = 'server:Prometheus'

/** The key of a shard that does not scrape; of all shards together without a number. */
export const shardKey = (shard: number | undefined): string => `shard:${shard ?? ''}`

/** A failure before `fail-on` and exceptions are applied. */
export interface FoundFailure extends Omit<Failure, 'decides' | 'because' | 'accepted'> {
  level: Exclude<FailOn, 'never'>
  /** What else is a consequence of it, as keys: `service:api`, `metric:jobs_total`. */
  explains?: readonly string[]
  /** Possible causes, likeliest first: it follows from one when other failures explain every key of it. */
  because?: readonly (readonly string[])[]
  /** Where it combines several claims: the subject of each one. */
  members?: readonly string[]
}
