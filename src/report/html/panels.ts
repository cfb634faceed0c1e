import type { Evidence, PanelEvidence } from '../../verify/evidence.ts'
import { chart } from './chart.ts'
import { foreignHtml, type Html, markup, moreHtml, NOTHING, proseHtml } from './markup.ts'

const MOST_PANELS = 200

/** The panels of every dashboard, with what their queries returned; empty ones first in words. */
export function panelCharts(evidence: Evidence | undefined): Html {
  const panels = evidence?.panels ?? []
  if (panels.length === 0) return NOTHING
  const boards = Map.groupBy(panels.slice(0, MOST_PANELS), ({ dashboard }) => dashboard.uid)
  const rest = moreHtml(panels.length - MOST_PANELS, 'more query', 'more queries')
  return markup`${[...boards.values()].map(board)}${rest}`
}

function board(queries: readonly PanelEvidence[]): Html {
  const [first] = queries
  if (!first) return NOTHING
  const panels = Map.groupBy(queries, ({ panel }) => `${panel.id} ${panel.title}`)
  return markup`<h3>${foreignHtml(first.dashboard.title)}</h3>\n<div class="panels">${[...panels.values()].map(figure)}</div>\n`
}

const GOOD: readonly PanelEvidence['state'][] = ['data', 'waiting', 'other-source']

function figure(queries: readonly PanelEvidence[]): Html {
  const [first] = queries
  if (!first) return NOTHING
  const bad = queries.find(({ state }) => !GOOD.includes(state))
  const shown = bad ?? queries.find(({ state }) => state !== 'data') ?? first
  const kind = bad
    ? bad.state === 'warning' || bad.state === 'not-checked'
      ? 'warn'
      : 'bad'
    : shown.state === 'data'
      ? 'good'
      : ''
  const drawing = chart(
    first.panel.title,
    queries.flatMap(({ samples }) => samples ?? []),
  )
  const why = shown.state === 'data' ? NOTHING : markup`<p class="dim">${proseHtml(shown.why, 300)}</p>`
  return markup`<figure><figcaption>${foreignHtml(first.panel.title, 120)} <span class="tag ${kind}">${shown.state}</span></figcaption>${drawing}${why}</figure>\n`
}
