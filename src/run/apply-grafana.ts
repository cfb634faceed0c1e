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
import type { ReportBuilder } from './record.ts'

/** Plans, carries the plan out and writes down what became of each object; gives the uid of the data source that the dashboards ask. */
export async function applyToGrafana(
  desired: GrafanaDesired,
  inputs: Inputs,
  journal: ReportBuilder,
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
    const outcome = await applyGrafana(plan, {
      grafana: client,
      desired,
      log: tools.log,
      signal: tools.signal,
    })
    journal.changes.push(...grafanaChanges(outcome))
    journal.dashboards = grafanaDashboards(outcome)
    journal.skipped.push(...grafanaSkips(outcome))
    journal.problems.push(
      ...outcome.results.flatMap((result) => ('problem' in result ? [result.problem] : [])),
    )
    return outcome.dataSource
  } catch (error) {
    journal.failed(error)
    return undefined
  }
}
