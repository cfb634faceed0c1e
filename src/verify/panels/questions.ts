import type { PanelEvidence } from '../evidence.ts'
import { type PanelQuery, panelQueries, type WrittenDashboard } from './panel-queries.ts'

/** A panel query and its result so far. */
export interface PanelQuestion {
  dashboard: WrittenDashboard
  query: PanelQuery
  evidence: PanelEvidence
}

/** Every query of every dashboard, before it is run. */
export function panelQuestions(dashboards: readonly WrittenDashboard[]): PanelQuestion[] {
  return dashboards.flatMap((dashboard) =>
    panelQueries(dashboard).map((query) => ({
      dashboard,
      query,
      evidence:
        query.skipReason === undefined
          ? { ...uncheckedPanel(query, 'There was no time to run it.', query.expr), state: 'too-early' }
          : uncheckedPanel(query, query.skipReason, query.expr),
    })),
  )
}

export const hasGoodAnswer = ({ state }: PanelEvidence): boolean => state === 'data' || state === 'warning'

/** Whether running the query again could change its result. */
export const needsAnswer = ({ query, evidence }: PanelQuestion): boolean =>
  query.skipReason === undefined && !hasGoodAnswer(evidence)

export function uncheckedPanel(query: PanelQuery, why: string, text: string): PanelEvidence {
  const { dashboard, panel, refId, expr } = query
  return {
    dashboard,
    panel,
    refId,
    expr,
    query: text,
    state: 'not-checked',
    series: 0,
    absent: [],
    certainty: 'not checked',
    why,
  }
}
