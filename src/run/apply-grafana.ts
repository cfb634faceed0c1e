import type { Dispatcher } from 'undici'
import { grafanaChanges, grafanaDashboards, grafanaSkips } from '../apply/changes.ts'
import { applyGrafana } from '../apply/grafana/apply.ts'
import { createGrafana } from '../clients/grafana/client.ts'
import type { Inputs } from '../inputs/types.ts'
import type { Log } from '../lib/log.ts'
import { oneLine } from '../lib/text.ts'
import type { GrafanaDesired } from '../model/grafana.ts'
import { changesOf } from '../plan/grafana/diff.ts'
import { planGrafana } from '../plan/grafana/plan.ts'
import { type ReportBuilder, recordPlanned } from './report-builder.ts'

/**
 * Plans, applies the plan and records the result for each object; returns the uid of the data source that the
 * dashboards query.
 */
export async function applyToGrafana(
  desired: GrafanaDesired,
  inputs: Inputs,
  report: ReportBuilder,
  tools: { log: Log; signal: AbortSignal; pool: Dispatcher },
): Promise<string | undefined> {
  if (!inputs.grafana) return undefined
  try {
    const client = createGrafana({ ...inputs.grafana, pool: tools.pool, signal: tools.signal })
    const plan = await planGrafana(client, desired)
    for (const { what, subject, reason, diff } of changesOf(plan))
      tools.log.debug(
        `Grafana: to ${what} "${oneLine(subject, 100)}": ${oneLine(reason, 200)}${diff ? `\n${diff}` : ''}`,
      )
    if (changesOf(plan).length > 0) {
      const { plannedGrafana } = await import('../plan/diff/grafana.ts')
      recordPlanned(report, 'Grafana', plannedGrafana(plan))
    }
    const outcome = await applyGrafana(plan, {
      grafana: client,
      desired,
      log: tools.log,
      signal: tools.signal,
    })
    report.changes.push(...grafanaChanges(outcome))
    report.dashboards = grafanaDashboards(outcome)
    // Other modes verify who is notified.
    if (inputs.mode === 'dashboards') report.skipped.push(...grafanaSkips(outcome))
    report.problems.push(
      ...outcome.results.flatMap((result) => ('problem' in result ? [result.problem] : [])),
      ...outcome.warnings,
    )
    return outcome.dataSource
  } catch (error) {
    report.failed(error)
    return undefined
  }
}
