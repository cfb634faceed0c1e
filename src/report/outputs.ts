import type { Report } from './report.ts'
import { emptyPanels } from './rows.ts'

/** The outputs of the action, by the names that action.yml declares. GitHub allows 1 MB for all of them. */
export function outputs(report: Report): Record<string, string> {
  const { evidence } = report
  const expected = evidence?.targets.filter((target) => target.state !== 'resting') ?? []
  return {
    verdict: report.verdict.kind,
    'monitoring-url': report.monitoring?.url ?? '',
    apps: JSON.stringify(report.apps),
    targets: JSON.stringify(
      (evidence?.targets ?? []).map(
        ({ service, app, machine, region, address, state, lastScrape, samples, reason }) => ({
          service,
          app,
          machine,
          region,
          address,
          health: state,
          lastScrape: lastScrape ?? null,
          samples: samples ?? null,
          reason: reason ? `${reason.why} ${reason.next}` : null,
        }),
      ),
    ),
    'targets-up': String(expected.filter((target) => target.state === 'up').length),
    'targets-total': String(expected.length),
    'metrics-missing': JSON.stringify(
      (evidence?.metrics ?? [])
        .filter(({ state }) => state !== 'present' && state !== 'waiting')
        .map(({ service, name, state, nearMiss }) => ({ service, name, state, nearMiss: nearMiss ?? null })),
    ),
    'panels-empty': JSON.stringify(
      emptyPanels(evidence?.panels ?? []).map(({ dashboard, panel, refId, state }) => ({
        dashboard: dashboard.uid,
        panel: panel.title,
        query: refId,
        state,
      })),
    ),
    dashboards: JSON.stringify(report.dashboards),
    changed: String(report.changes.some(({ result }) => result === 'done')),
  }
}
