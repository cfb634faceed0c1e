import type { FailOn } from '../inputs/types.ts'
import type { Diagnostic } from '../lib/errors.ts'
import type { CheckArea } from './evidence.ts'

/** One claim that does not hold. */
export interface Failure {
  /** Stable across releases: `target-refused`, `metric-missing`, `panel-no-data`, `access-broken`, … */
  code: string
  area: 'targets' | 'metrics' | 'panels' | 'rules' | CheckArea
  /** What it is about: service and machine, metric, panel. Foreign text. */
  subject: string
  why: string
  next: string
  /** Whether `fail-on` makes the run fail because of it. */
  decides: boolean
  /** The service whose failed targets explain it: it is counted there, and needs no attention of its own. */
  because?: string
}

export type Verdict =
  | { kind: 'proven' }
  | { kind: 'unproven'; failures: readonly Failure[] }
  | { kind: 'failed'; problems: readonly Diagnostic[] }

/** A failure before `fail-on` is asked. */
export type FoundFailure = Omit<Failure, 'decides'> & {
  level: Exclude<FailOn, 'never'>
  /** Services whose targets it takes down. */
  services?: readonly string[]
}
