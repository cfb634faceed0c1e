import type { Diagnostic } from '../../lib/errors.ts'
import type { GrafanaChange, GrafanaObject } from './actions.ts'

/** One object in Grafana after the run. */
export type GrafanaResult = GrafanaObject & {
  /** The change that was planned. */
  change?: GrafanaChange
} & (
    | { state: 'created' | 'updated' | 'unchanged' | 'removed'; why?: string }
    /** Left unchanged on purpose. */
    | { state: 'kept'; problem: Diagnostic }
    | { state: 'failed'; problem: Diagnostic }
  )

/** The plan of an object: a change, or its result where no change is needed or possible. */
export type PlannedObject = GrafanaChange | GrafanaResult

export const isChange = (planned: PlannedObject): planned is GrafanaChange => 'action' in planned

/** The result of an object that cannot be written, with the problem. */
export const failedObject = (object: GrafanaObject, problem: Diagnostic): GrafanaResult => ({
  ...object,
  state: 'failed',
  problem,
})

/** Who is notified of an alert: the contact point of its rule, the policy tree, no one; `unknown`: it could not be read. */
export type Notified = 'receiver' | 'policies' | 'no-one' | 'unknown'

export interface GrafanaOutcome {
  results: readonly GrafanaResult[]
  /** What concerns an object that was written in spite of it. */
  warnings: readonly Diagnostic[]
  /** uid of the data source that dashboards query; undefined when it does not exist. */
  dataSource: string | undefined
  /** Undefined without rules. */
  notified: Notified | undefined
}
