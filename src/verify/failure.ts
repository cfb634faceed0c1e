import type { FailOn } from '../inputs/types.ts'
import type { Diagnostic } from '../lib/errors.ts'
import type { CheckArea } from './evidence.ts'

/** One claim that does not hold. */
export interface Failure {
  /** Stable across releases: `target-refused`, `metric-missing`, `panel-no-data`, `access-broken`, … */
  code: string
  area: 'targets' | 'metrics' | 'panels' | 'rules' | CheckArea
  /** The subject: service and machine, metric, panel. Not trusted: may contain any text. */
  subject: string
  why: string
  next: string
  /** Whether it makes the run fail, according to `fail-on`. */
  decides: boolean
  /** The service whose failed targets explain it: it is counted there and needs no separate action. */
  because?: string
}

export type Verdict =
  | { kind: 'proven' }
  | { kind: 'unproven'; failures: readonly Failure[] }
  | { kind: 'failed'; problems: readonly Diagnostic[] }

/** A failure before `fail-on` is applied. */
export type FoundFailure = Omit<Failure, 'decides'> & {
  level: Exclude<FailOn, 'never'>
  /** Services whose targets are down because of it. */
  services?: readonly string[]
}
