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
import { carryOut } from './carry-out.ts'
import { proveDataSource } from './data-source.ts'
import type { GrafanaSession } from './writes.ts'

/** Measured: Grafana 12.4 does not save faster with more, and then silently loses permissions. */
const WRITES_AT_ONCE = 2

export interface GrafanaTools {
  grafana: Grafana
  desired: GrafanaDesired
  log: Log
  signal?: AbortSignal
}

/**
 * Carries out a plan: writes, two at a time, and then verifies that Grafana reaches the data source. Every object has its
 * own result; one that fails does not stop the others, and a second run completes what is missing. Problems are in the
 * results, for the caller to show.
 */
export async function applyGrafana(plan: GrafanaPlan, tools: GrafanaTools): Promise<GrafanaOutcome> {
  const { grafana, desired, log, signal } = tools
  const session: GrafanaSession = { grafana, dataSource: desired.dataSource, ...(signal && { signal }) }
  const [source, folder] = await Promise.all([
    carryOut(session, plan.dataSource),
    carryOut(session, plan.folder),
  ])
  const noSource = blockedBy(plan.dataSource, source)
  const noFolder = blockedBy(plan.folder, folder)
  const dataSource = noSource ? undefined : plan.dataSourceUid
  const [proven, dashboards] = await Promise.all([
    dataSource === undefined ? source : proveDataSource(session, dataSource, plan, source),
    mapConcurrently(plan.dashboards, WRITES_AT_ONCE, (planned) => carryOut(session, planned, noFolder)),
  ])
  const rules = await mapConcurrently(plan.ruleGroups, 1, (planned) =>
    carryOut(session, planned, noFolder ?? noSource),
  )
  const annotation = await mapConcurrently(plan.annotation, 1, (planned) => carryOut(session, planned))
  const { ignoresReceivers = false } = session
  const routing = plan.routing && {
    ...plan.routing,
    isIgnored: plan.routing.isIgnored || ignoresReceivers,
  }
  const ignored = routing ? ignoredReceivers(routing) : []
  const results = [proven, folder, ...dashboards, ...rules, ...ignored, ...annotation]
  for (const result of results) logResult(log, result)
  return { results, warnings: plan.warnings, dataSource, notified: routing && findNotified(routing) }
}

/** Why objects that depend on this one cannot be written: it does not exist, or it is of another type. */
function blockedBy(planned: PlannedObject, result: GrafanaResult): Diagnostic | undefined {
  const exists = isChange(planned) && planned.becomes === 'updated'
  return result.state === 'failed' && !exists ? result.problem : undefined
}

function logResult(log: Log, { kind, name, note, ...result }: GrafanaResult): void {
  const why = 'why' in result && result.state !== 'created' ? ` (${oneLine(result.why ?? '', 200)})` : ''
  const line = `Grafana: ${kind} "${oneLine(name, 100)}" ${result.state}${why}`
  if (result.state === 'unchanged') log.debug(line)
  else log.info(line)
  if (note !== undefined) log.info(`Grafana: ${kind} "${oneLine(name, 100)}": ${note}`)
}
