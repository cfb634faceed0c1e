import type { ChangeReport, DashboardReport, SkippedPart } from '../model/change.ts'
import type { GrafanaOutcome, GrafanaResult } from '../plan/grafana/outcome.ts'
import type { FlyAppResult, FlyOutcome } from './fly/run-changes.ts'

/** The changes at Fly, for the report; includes an app that is up to date. */
export function flyChanges({ app, outcomes, problems }: FlyAppResult): ChangeReport[] {
  if (outcomes.length === 0 && problems.length === 0)
    return [{ subject: app, what: 'nothing to do', result: 'unchanged', why: 'It is up to date.' }]
  return outcomes.map((outcome) => ({
    subject: outcome.change.subject,
    what: outcome.change.what,
    ...resultOf(outcome),
    ...(outcome.kind !== 'notRun' && { seconds: outcome.seconds }),
  }))
}

function resultOf(outcome: FlyOutcome): Pick<ChangeReport, 'result' | 'why'> {
  switch (outcome.kind) {
    case 'done':
      return { result: 'done', why: outcome.change.reason }
    case 'failed':
      return { result: 'failed', why: outcome.problem.message }
    case 'notRun':
      return { result: 'not-run', why: outcome.why }
  }
}

/** The changes in Grafana, for the report. */
export function grafanaChanges({ results }: Pick<GrafanaOutcome, 'results'>): ChangeReport[] {
  return results.map((result) => ({
    subject: result.name,
    what: result.change?.what ?? `${result.kind} ${result.state}`,
    ...whyOf(result),
  }))
}

function whyOf(result: GrafanaResult): Pick<ChangeReport, 'result' | 'why'> {
  switch (result.state) {
    case 'failed':
    case 'kept':
      return { result: result.state, why: result.problem.message }
    case 'unchanged':
      return { result: 'unchanged', why: result.why ?? 'It is up to date.' }
    default:
      return { result: 'done', why: result.why ?? '' }
  }
}

/** The dashboards in Grafana, for the report. */
export function grafanaDashboards({ results }: GrafanaOutcome): DashboardReport[] {
  return results
    .filter(({ kind }) => kind === 'dashboard')
    .map(({ name, url = '', state }) => ({ title: name, url: state === 'failed' ? '' : url, result: state }))
}

/** Alerts that notify no one: not a failure, but the report has to show it. */
export function grafanaSkips({ results, notified }: GrafanaOutcome): SkippedPart[] {
  const hasRules = results.some(({ kind, state }) => kind === 'rule group' && state !== 'failed')
  if (!hasRules || (notified !== 'no-one' && notified !== 'unknown')) return []
  const why =
    notified === 'no-one'
      ? 'Alerts fire in Grafana, but no contact point receives them: no one is notified.'
      : 'Alerts fire in Grafana, but it could not be read whether anyone is notified.'
  return [
    {
      part: 'Notifications',
      why,
      set: 'alerts.receiver in the configuration, or a notification policy in Grafana',
    },
  ]
}
