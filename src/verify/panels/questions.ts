import type { PanelEvidence } from '../evidence.ts'
import type { LibraryPanels } from './library-panels.ts'
import { type PanelQuery, panelQueries, type WrittenDashboard } from './panel-queries.ts'

/** A panel query and its result so far. */
export interface PanelQuestion {
  dashboard: WrittenDashboard
  query: PanelQuery
  evidence: PanelEvidence
  /** It has data: asking again would not change that. Anything else may change with the next target that comes up. */
  isSettled: boolean
}

/** Every query of every dashboard, before it is run. */
export function panelQuestions(
  dashboards: readonly WrittenDashboard[],
  libraryPanels?: LibraryPanels,
): PanelQuestion[] {
  return dashboards.flatMap((dashboard) =>
    panelQueries(dashboard, libraryPanels).map((query) => ({
      dashboard,
      query,
      isSettled: query.unasked !== undefined,
      evidence: query.unasked
        ? { ...uncheckedPanel(query, '', query.expr), ...certaintyOf(query.unasked), ...query.unasked }
        : { ...uncheckedPanel(query, 'There was no time to run it.', query.expr), state: 'too-early' },
    })),
  )
}

/** What the dashboard itself shows is certain. */
const certaintyOf = ({ state }: NonNullable<PanelQuery['unasked']>): Pick<PanelEvidence, 'certainty'> => ({
  certainty: state === 'not-checked' || state === 'other-source' ? 'not checked' : 'proven',
})

/** Whether running the query again could change its result. */
export const needsAnswer = ({ isSettled }: PanelQuestion): boolean => !isSettled

/** Makes a query without data be run again: a target that comes up may bring its data. */
export function reopen(question: PanelQuestion): void {
  const { state } = question.evidence
  question.isSettled = question.query.unasked !== undefined || state === 'data' || state === 'warning'
}

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

/** A result that is empty or old before the last round may still change. */
export const tooEarlyIfEmpty = (panel: PanelEvidence): PanelEvidence =>
  panel.state === 'no-data' || panel.state === 'waiting' || panel.state === 'stale'
    ? {
        ...panel,
        state: 'too-early',
        certainty: 'not checked',
        why: `No new sample before time ran out. ${panel.why}`,
      }
    : panel
