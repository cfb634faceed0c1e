import { normaliseDashboard } from '../../desired/grafana/dashboard.ts'
import type { DataSourceRef } from '../../desired/grafana/data-source-references.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { oneLine } from '../../lib/text.ts'
import type { DashboardFile, GrafanaDesired, NormalDashboard } from '../../model/grafana.ts'
import { failedObject, type GrafanaResult } from './outcome.ts'

/** The dashboards in the form that Grafana stores, and the files that it cannot store. */
export interface NormalFiles {
  good: NormalDashboard[]
  bad: GrafanaResult[]
}

/**
 * A file that cannot be stored, and a uid that two files share, become failed results. `ref`: the data source that the
 * dashboards query.
 */
export function normaliseFiles(
  { dashboards, deployment, dataSource }: GrafanaDesired,
  ref: DataSourceRef | undefined,
): NormalFiles {
  const good = new Map<string, NormalDashboard>()
  const bad: GrafanaResult[] = []
  const reject = (file: string, name: string, problem: Diagnostic) =>
    bad.push(failedObject({ kind: 'dashboard', name, file }, problem))
  for (const source of dashboards) {
    const found = ref ? normaliseDashboard(source, { deployment, dataSource: ref }) : noDataSource(dataSource)
    const twin = found.kind === 'dashboard' && good.get(found.dashboard.uid)
    if (found.kind === 'problem') reject(source.file, source.file, found.problem)
    else if (twin) reject(source.file, found.dashboard.title, sameUid(source, twin))
    else good.set(found.dashboard.uid, found.dashboard)
  }
  return { good: [...good.values()], bad }
}

const noDataSource = (asked: GrafanaDesired['dataSource']): { kind: 'problem'; problem: Diagnostic } => ({
  kind: 'problem',
  problem: {
    code: 'grafana-not-tried',
    severity: 'error',
    message: `Not written: the data source "${'existing' in asked ? oneLine(asked.existing, 100) : asked.uid}" that it queries could not be read.`,
    hint: 'Correct the data source first and run again.',
  },
})

const sameUid = ({ file }: DashboardFile, twin: NormalDashboard): Diagnostic => ({
  ...{ code: 'grafana-dashboard-duplicate', severity: 'error', at: { file, line: 1, column: 1 } },
  message: `${file} has the same uid as ${twin.file} (${twin.uid}).`,
  hint: 'Give one of the two another uid.',
})
