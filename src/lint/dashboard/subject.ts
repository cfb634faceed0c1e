import type { Dashboard, Panel, Target } from '../../formats/dashboard.ts'
import type { Contract } from '../contract.ts'
import type { LintedQuery } from '../query/lint.ts'

/** A dashboard, with its queries as they were checked. */
export interface LintedDashboard {
  dashboard: Dashboard
  file: string
  /** The configuration does not name it: it merely lies in the repository. */
  found: boolean
  queries: readonly CheckedTarget[]
  /** The first file of each uid, by what is imported together; filled by the rule that looks for duplicates. */
  seen: Map<string, string>
  /** Metrics that no service declares, where none of the dashboard's metrics is declared by one. */
  unrelated: { metrics: number; examples: readonly string[] } | undefined
}

/** A query that asks Prometheus, as far as the file says. */
export interface CheckedTarget {
  panel: Panel
  target: Target
  checked: LintedQuery
}

/** What dashboards are checked against. */
export interface DashboardContext {
  /** Undefined: there is no configuration to compare queries with. */
  contract: Contract | undefined
  /** Of all dashboards of a run. */
  seen: Map<string, string>
}

/** As a message names a panel. */
export const panelName = ({ title, id }: Panel): string => title || `(id ${id ?? '?'})`
