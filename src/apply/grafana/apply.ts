import type { Grafana } from '../../clients/grafana/client.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { Log } from '../../lib/log.ts'
import { oneLine } from '../../lib/text.ts'
import type { GrafanaDesired } from '../../model/grafana.ts'
import type { GrafanaPlan } from '../../plan/grafana/diff.ts'
import { findNotified, ignoredReceivers } from '../../plan/grafana/notification.ts'
import {
  type GrafanaOutcome,
  type GrafanaResult,
  isChange,
  type PlannedObject,
} from '../../plan/grafana/outcome.ts'
import type { GrafanaSession } from './attempt.ts'
import { carryOut } from './carry-out.ts'
import { proveDataSource } from './data-source.ts'

/** Measured: Grafana 12.4 saves no faster with more, and then loses permissions without a word. */
const WRITES_AT_ONCE = 2

export interface GrafanaTools {
  grafana: Grafana
  desired: GrafanaDesired
  log: Log
  signal?: AbortSignal
}

/**
 * Carries out a plan: writes, two at a time, and then the proof that Grafana reaches the data source. Every object has
 * its own result; one that fails does not stop the others, and a second run completes what is missing. Problems are in
 * the results, for the caller to show.
 */
export async function applyGrafana(plan: GrafanaPlan, tools: GrafanaTools): Promise<GrafanaOutcome> {
  const { grafana, desired, log, signal } = tools
  const work: GrafanaSession = { grafana, desired, ...(signal && { signal }) }
  const [source, folder] = await Promise.all([carryOut(work, plan.dataSource), carryOut(work, plan.folder)])
  const noSource = blockedBy(plan.dataSource, source)
  const noFolder = blockedBy(plan.folder, folder)
  const dataSource = noSource ? undefined : plan.dataSourceUid
  const [proven, dashboards] = await Promise.all([
    dataSource === undefined ? source : proveDataSource(work, dataSource, plan, source),
    mapConcurrently(plan.dashboards, WRITES_AT_ONCE, (planned) => carryOut(work, planned, noFolder)),
  ])
  const rules = await mapConcurrently(plan.ruleGroups, 1, (planned) =>
    carryOut(work, planned, noFolder ?? noSource),
  )
  const annotation = await mapConcurrently(plan.annotation, 1, (planned) => carryOut(work, planned))
  const { ignoresReceivers = false } = work
  const routing = plan.routing && {
    ...plan.routing,
    isIgnored: plan.routing.isIgnored || ignoresReceivers,
  }
  const ignored = routing ? ignoredReceivers(routing) : []
  const results = [proven, folder, ...dashboards, ...rules, ...ignored, ...annotation]
  for (const result of results) logResult(log, result)
  return { results, dataSource, notified: routing && findNotified(routing) }
}

/** Why nothing can be put into an object, or ask it: it is not there, or it is something else. */
function blockedBy(planned: PlannedObject, result: GrafanaResult): Diagnostic | undefined {
  const isThere = isChange(planned) && planned.becomes === 'updated'
  return result.state === 'failed' && !isThere ? result.problem : undefined
}

function logResult(log: Log, { kind, name, ...result }: GrafanaResult): void {
  const why = 'why' in result && result.state !== 'created' ? ` (${oneLine(result.why ?? '', 200)})` : ''
  const line = `Grafana: ${kind} "${oneLine(name, 100)}" ${result.state}${why}`
  if (result.state === 'unchanged') log.debug(line)
  else log.info(line)
}
