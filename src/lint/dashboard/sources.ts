import { quoted } from '../../lib/quote.ts'
import { count } from '../../lib/text.ts'
import type { Dashboard, Panel, Source } from './read.ts'
import type { Report } from './report.ts'
import { kindOf, referenceIn, sourceOf } from './source.ts'

/** Where the panels of a dashboard get their data from, whatever they ask. */
export function dataSources(dashboard: Dashboard, report: Report): void {
  const all = dashboard.panels.map((panel) => ({
    panel,
    sources: [panel.source, ...panel.targets.map((target) => sourceOf(target, panel))],
  }))
  undefinedSources(all, dashboard, report)
  const isFixed = (source: Source): boolean =>
    source.name !== '' &&
    referenceIn(source, dashboard) === undefined &&
    kindOf(source, dashboard) !== 'other'
  const fixed = all.filter(({ sources }) => sources.some(isFixed))
  const [first] = fixed
  if (!first) return
  const some = `${count(fixed.length, 'panel')} ${fixed.length === 1 ? 'is' : 'are'}`
  report(
    'dashboard/fixed-datasource',
    [...first.panel.path, 'datasource'],
    `${fixed.length === all.length ? 'Every panel is' : some} bound to one data source, ${quoted(first.sources.find(isFixed)?.name ?? '')}.`,
    'Add a variable of type "Data source" and use it in the panels, so that the dashboard works in any Grafana.',
  )
}

interface Sourced {
  panel: Panel
  sources: readonly Source[]
}

/** Each variable or input that nothing defines, once. */
function undefinedSources(all: readonly Sourced[], dashboard: Dashboard, report: Report): void {
  const known = new Set([...dashboard.inputs.keys(), ...dashboard.variables.map(({ name }) => name)])
  for (const { panel, sources } of all)
    for (const source of sources) {
      const name = referenceIn(source, dashboard)
      if (name === undefined || known.has(name)) continue
      known.add(name)
      report(
        'dashboard/undefined-datasource',
        [...panel.path, 'datasource'],
        `The data source is ${quoted(source.name)}, and nothing defines ${name}.`,
        'Add a variable of type "Data source" with that name.',
      )
    }
}
