import type { Dashboard, Panel, Target } from '../../formats/dashboard.ts'
import type { Contract } from '../contract.ts'
import type { LintedQuery } from '../query/lint.ts'

/** A dashboard, with its checked queries. */
export interface LintedDashboard {
  dashboard: Dashboard
  file: string
  /** The configuration does not name it: it was found in the repository. */
  found: boolean
  queries: readonly CheckedTarget[]
  /** How many queries read series of Fly's managed Prometheus that the deployed one does not have. */
  ofFly: number
  /** Names and uids of the data sources that the repository provisions. */
  provisioned: ReadonlySet<string>
  /** The first file of each uid, by what is imported together; filled by the rule that looks for duplicates. */
  seen: Map<string, string>
  /** Metrics that no service declares, where none of the dashboard's metrics is declared by one. */
  unrelated: { metrics: number; examples: readonly string[] } | undefined
}

/** A query that goes to Prometheus, as far as the file shows. */
export interface CheckedTarget {
  panel: Panel
  target: Target
  checked: LintedQuery
}

/** What dashboards are compared with. */
export interface DashboardContext {
  /** Undefined: there is no configuration to compare queries with. */
  contract: Contract | undefined
  /** Names and uids of the data sources that the repository provisions. */
  provisioned?: ReadonlySet<string>
  /** The first file of each uid, for all dashboards of a run. */
  seen: Map<string, string>
}

/** The name of a panel in a message. */
export const panelName = ({ title, id }: Panel): string => title || `(id ${id ?? '?'})`
