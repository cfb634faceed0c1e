import { jsonPlaces, type Path } from '../formats/json-places.ts'
import type { Problem } from '../lib/errors.ts'
import { readJson } from '../lib/json.ts'
import { references } from '../lib/promql/grafana.ts'
import { quoted } from '../lib/quote.ts'
import { list } from '../lib/text.ts'
import { type Code, finding } from './catalog.ts'
import type { Contract } from './contract.ts'
import { identity, panelIds } from './dashboard/identity.ts'
import { type Dashboard, type Panel, readDashboard } from './dashboard/read.ts'
import { heldAgainst } from './dashboard/relation.ts'
import type { Report } from './dashboard/report.ts'
import { kindOf, looksLikeLoki, sourceOf } from './dashboard/source.ts'
import { dataSources } from './dashboard/sources.ts'
import { variables } from './dashboard/variables.ts'
import { notJson } from './not-json.ts'
import { lintQuery } from './query.ts'
import type { Budget } from './stand-ins.ts'

/** A file with JSON in it, as it was read. */
export interface JsonFile {
  file: string
  text: string
  /** What JSON.parse made of it. */
  json: unknown
  /** Nobody named it: it merely lies in the repository. */
  found?: boolean
}

/** What the rules need beside the dashboard. */
export interface DashboardContext {
  /** Undefined: there is no configuration to hold queries against. */
  contract: Contract | undefined
  /** The first file of each uid, of what is imported together, to find duplicates. */
  seen: Map<string, string>
  /** Of all dashboards together. */
  budget: Budget
}

/** Findings of a file with a dashboard; one that is no JSON is a finding too. */
export function lintDashboardText(
  { file, text, found = false }: { file: string; text: string; found?: boolean },
  context: DashboardContext,
): Problem[] {
  const read = readJson(text)
  if (!read.ok) return found && isTemplate(text, read) ? [] : [notJson(file, read)]
  return lintDashboard({ file, found, text: text.replace(/^\uFEFF/, ''), json: read.value }, context)
}

/** What Helm, Jinja and others make JSON of is none yet: the mistake stands in an action that is open there. */
function isTemplate(text: string, { line, column }: { line: number; column: number }): boolean {
  const before = (text.split('\n', line).at(-1) ?? '').slice(0, column + 1)
  const last = (...marks: string[]) => Math.max(...marks.map((mark) => before.lastIndexOf(mark)))
  return last('{{', '{%', '<%') > last('}}', '%}', '%>')
}

/** Findings of one dashboard. Two dashboards with one uid are a finding of the second. */
export function lintDashboard(source: JsonFile, context: DashboardContext): Problem[] {
  const found: { code: Code; path: Path; message: string; hint: string }[] = []
  const report: Report = (code, path, message, hint) => found.push({ code, path, message, hint })
  const whole = readDashboard(source.json)
  if (whole) {
    const dashboard = bounded(whole, report)
    identity(dashboard, { file: source.file, found: source.found === true, seen: context.seen }, report)
    dataSources(dashboard, report)
    panelIds(dashboard, report)
    const { contract, budget } = context
    const held =
      contract && heldAgainst(dashboard, { contract, budget, found: source.found === true }, report)
    variables(dashboard, { contract: held, budget }, report)
    for (const panel of dashboard.panels) lintPanel(panel, { dashboard, contract: held, budget }, report)
  } else if (!source.found)
    report(
      'dashboard/shape',
      [],
      'This is no dashboard: it has no panels.',
      'Export it in Grafana: Share → Export → Save to file.',
    )
  const places =
    found.length > 0
      ? jsonPlaces(
          source.text,
          found.map(({ path }) => path),
        )
      : []
  return found.map(({ code, message, hint }, i) =>
    finding(code, { file: source.file, ...(places[i] ?? { line: 1, column: 1 }) }, message, hint),
  )
}

/** Characters of queries; the largest dashboards that people make have a tenth of it. */
const MAX_QUERIES = 2_000_000

/** The panels whose queries can be checked in seconds. */
function bounded(dashboard: Dashboard, report: Report): Dashboard {
  let characters = 0
  const end = dashboard.panels.findIndex(({ targets }) => {
    characters += targets.reduce((sum, { expr }) => sum + expr.length, 0)
    return characters > MAX_QUERIES
  })
  const first = dashboard.panels[end]
  if (!first) return dashboard
  report(
    'query/limit',
    first.path,
    `The dashboard has more than ${MAX_QUERIES / 1_000_000} MB of queries: from panel ${quoted(first.title)} on, nothing was checked.`,
    'Split it.',
  )
  return { ...dashboard, panels: dashboard.panels.slice(0, end) }
}

/** Names that Grafana knows without a definition. */
const isBuiltIn = (name: string): boolean => name.startsWith('__') || name === 'timeFilter'

interface About {
  dashboard: Dashboard
  contract: Contract | undefined
  budget: Budget
}

/** Panels that show numbers, which want a unit. */
const NUMERIC = new Set([
  'timeseries',
  'stat',
  'gauge',
  'bargauge',
  'barchart',
  'graph',
  'singlestat',
  'heatmap',
])

function lintPanel(panel: Panel, { dashboard, contract, budget }: About, report: Report): void {
  const known = new Set([...dashboard.variables.map(({ name }) => name), ...dashboard.inputs.keys()])
  const name = panel.title || `(id ${panel.id ?? '?'})`
  let asks = false
  for (const target of panel.targets) {
    const kind = kindOf(sourceOf(target, panel), dashboard)
    if (kind === 'other' || target.hidden || (kind === 'unknown' && looksLikeLoki(target.expr))) continue
    if (target.expr === '') {
      if (kind === 'prometheus')
        report(
          'dashboard/no-query',
          target.path,
          `Panel ${quoted(name)} has a query without an expression.`,
          'Write it, or remove the query.',
        )
      continue
    }
    asks = true
    const at = [...target.path, 'expr']
    for (const { code, message, hint } of lintQuery(target.expr, 'panel', { contract, budget }).findings)
      report(code, at, `Panel ${quoted(name)}: ${message}`, hint)
    const missing = [...new Set(references(target.expr).map((reference) => reference.name))].filter(
      (reference) => !known.has(reference) && !isBuiltIn(reference),
    )
    if (missing.length > 0)
      report(
        'dashboard/undefined-variable',
        at,
        `Panel ${quoted(name)} uses ${list(missing.map((one) => `$${one}`))}, which nothing defines.`,
        'Add the variable under Settings → Variables; Grafana leaves the text as it is otherwise.',
      )
  }
  if (asks && panel.unit === '' && NUMERIC.has(panel.type))
    report(
      'dashboard/no-unit',
      panel.path,
      `Panel ${quoted(name)} has no unit.`,
      'Set one under Standard options → Unit: "short" for plain numbers.',
    )
}
