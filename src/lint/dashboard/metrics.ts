import { readDashboard } from '../../formats/dashboard.ts'
import { readJson } from '../../formats/json.ts'
import { jsonPlaces } from '../../formats/json-places.ts'
import { quoted } from '../../lib/quote.ts'
import { readQuery } from '../query/lint.ts'
import { metricNames, type UsedMetrics } from '../query/metrics.ts'
import { panelName } from './subject.ts'

/** The metrics that each panel of a dashboard reads; empty when the text is not a dashboard. */
export function metricsInDashboard(text: string): UsedMetrics[] {
  const read = text === '' ? undefined : readJson(text)
  const dashboard = read?.ok ? readDashboard(read.value) : undefined
  if (!dashboard) return []
  const places = jsonPlaces(
    text.replace(/^\uFEFF/, ''),
    dashboard.panels.map(({ path }) => path),
  )
  return dashboard.panels.map((panel, i) => ({
    names: panel.targets.flatMap(({ expr }) => metricNames(readQuery(expr, 'panel').parsed)),
    what: `the panel ${quoted(panelName(panel))} of ${quoted(dashboard.title)}`,
    line: places[i]?.line ?? 1,
  }))
}
