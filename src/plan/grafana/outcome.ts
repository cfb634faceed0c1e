import type { Diagnostic } from '../../lib/errors.ts'
import type { GrafanaChange, GrafanaObject } from './actions.ts'

/** One object in Grafana after the run. */
export type GrafanaResult = GrafanaObject & {
  /** The change that was due. */
  change?: GrafanaChange
} & (
    | { state: 'created' | 'updated' | 'unchanged' | 'removed'; why?: string }
    /** Left as it is, on purpose. */
    | { state: 'kept'; problem: Diagnostic }
    | { state: 'failed'; problem: Diagnostic }
  )

/** What is to become of an object: a change, or its result where that needs none. */
export type PlannedObject = GrafanaChange | GrafanaResult

export const isChange = (planned: PlannedObject): planned is GrafanaChange => 'action' in planned

/** An object of which nothing can become, for this reason. */
export const failedObject = (object: GrafanaObject, problem: Diagnostic): GrafanaResult => ({
  ...object,
  state: 'failed',
  problem,
})

/** Who hears of an alert: a rule's own contact point, the policy tree, nobody, or we may not look. */
export type Notified = 'receiver' | 'policies' | 'nobody' | 'unknown'

export interface GrafanaOutcome {
  results: readonly GrafanaResult[]
  /** uid of the one that dashboards ask; undefined when there is none. */
  dataSource: string | undefined
  /** Undefined without rules. */
  notified: Notified | undefined
}
