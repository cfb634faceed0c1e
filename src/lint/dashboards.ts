import type { Problem } from '../lib/errors.ts'
import { readJson } from '../lib/json.ts'
import { references } from '../lib/promql/grafana.ts'
import { count, list } from '../lib/text.ts'
import { type Code, finding, shown } from './catalog.ts'
import type { Contract } from './contract.ts'
import { type Dashboard, type Panel, readDashboard } from './dashboard/read.ts'
import { heldAgainst } from './dashboard/relation.ts'
import { kindOf, looksLikeLoki, sourceOf } from './dashboard/source.ts'
import { jsonPlaces, type Path } from './json-places.ts'
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
  /** The first file of each uid, to find duplicates. */
  seen: Map<string, string>
  /** Of all dashboards together. */
  budget: Budget
}

type Report = (code: Code, path: Path, message: string, hint: string) => void

/** Findings of a file with a dashboard; one that is no JSON is a finding too. */
export function lintDashboardText(
  { file, text, found = false }: { file: string; text: string; found?: boolean },
  context: DashboardContext,
): Problem[] {
  const read = readJson(text)
  if (!read.ok) return [notJson(file, read)]
  return lintDashboard({ file, found, text: text.replace(/^\uFEFF/, ''), json: read.value }, context)
}

/** Findings of one dashboard. Two dashboards with one uid are a finding of the second. */
export function lintDashboard(source: JsonFile, context: DashboardContext): Problem[] {
  const found: { code: Code; path: Path; message: string; hint: string }[] = []
  const report: Report = (code, path, message, hint) => found.push({ code, path, message, hint })
  const whole = readDashboard(source.json)
  if (whole) {
    const dashboard = bounded(whole, report)
    identity(dashboard, source.file, context.seen, report)
    dataSources(dashboard, report)
    variables(dashboard, context, report)
    panelIds(dashboard, report)
    const { contract, budget } = context
    const held =
      contract && heldAgainst(dashboard, { contract, budget, found: source.found === true }, report)
    for (const panel of dashboard.panels) lintPanel(panel, { dashboard, contract: held, budget }, report)
  } else
    report(
      'dashboard-shape',
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
    'promql-limit',
    first.path,
    `The dashboard has more than ${MAX_QUERIES / 1_000_000} MB of queries: from panel ${shown(first.title)} on, nothing was checked.`,
    'Split it.',
  )
  return { ...dashboard, panels: dashboard.panels.slice(0, end) }
}

/** Grafana takes no uid that is longer. */
const MAX_UID = 40

function identity(
  { uid, title, path }: Dashboard,
  file: string,
  seen: Map<string, string>,
  report: Report,
): void {
  if (title === '')
    report('dashboard-title', path, 'The dashboard has no title.', 'Grafana refuses it: add "title".')
  if (uid === '') {
    report(
      'dashboard-uid',
      path,
      'The dashboard has no uid.',
      'Add "uid": every import makes another dashboard otherwise.',
    )
    return
  }
  const at = [...path, 'uid']
  if (uid.length > MAX_UID || !/^[a-zA-Z0-9_-]+$/.test(uid))
    report(
      'dashboard-uid-form',
      at,
      `The uid ${shown(uid)} is not one that Grafana takes.`,
      'Use up to 40 letters, digits, "-" and "_".',
    )
  const other = seen.get(uid)
  if (other !== undefined && other !== file)
    report(
      'dashboard-duplicate-uid',
      at,
      `The uid ${shown(uid)} is that of ${other} too.`,
      'Give one of them another uid: the second import overwrites the first.',
    )
  else seen.set(uid, file)
}

/** Names that Grafana knows without a definition. */
const isBuiltIn = (name: string): boolean => name.startsWith('__') || name === 'timeFilter'

function dataSources(dashboard: Dashboard, report: Report): void {
  const fixed: Panel[] = []
  const undefined_ = new Set<string>()
  for (const panel of dashboard.panels) {
    const sources = [panel.source, ...panel.targets.map((target) => sourceOf(target, panel))]
    for (const source of sources) {
      const [reference] = references(source.name)
      const defined =
        reference &&
        (dashboard.inputs.has(reference.name) ||
          dashboard.variables.some(({ name }) => name === reference.name))
      if (reference && !defined && !undefined_.has(reference.name)) {
        undefined_.add(reference.name)
        const message = `The data source is ${shown(source.name)}, and nothing defines ${reference.name}.`
        report(
          'dashboard-datasource-undefined',
          [...panel.path, 'datasource'],
          message,
          'Add a variable of type "Data source" with that name.',
        )
      }
    }
    if (
      sources.some(
        (source) =>
          source.name !== '' && references(source.name).length === 0 && kindOf(source, dashboard) !== 'other',
      )
    )
      fixed.push(panel)
  }
  const [first] = fixed
  if (first)
    report(
      'dashboard-datasource-fixed',
      [...first.path, 'datasource'],
      `${fixed.length === dashboard.panels.length ? 'Every panel is' : `${count(fixed.length, 'panel')} ${fixed.length === 1 ? 'is' : 'are'}`} bound to one data source, ${shown((first.source.name || first.targets[0]?.source.name) ?? '')}.`,
      'Add a variable of type "Data source" and use it in the panels, so that the dashboard works in any Grafana.',
    )
}

function panelIds(dashboard: Dashboard, report: Report): void {
  const seen = new Set<number>()
  for (const { id, path, title } of dashboard.panels) {
    if (id !== undefined && id !== 0 && seen.has(id))
      report(
        'dashboard-duplicate-id',
        [...path, 'id'],
        `Panel ${shown(title)} has the id ${id} of another panel.`,
        'Give it an id of its own: links and alerts find panels by id.',
      )
    if (id !== undefined) seen.add(id)
  }
}

/** `label_values(selector, label)` and `query_result(query)`. */
const VARIABLE_QUERY =
  /^\s*(?:label_values\(\s*(?<selector>[\s\S]+),\s*[\w${}]+\s*\)|query_result\((?<query>[\s\S]+)\))\s*$/

function variables(dashboard: Dashboard, context: DashboardContext, report: Report): void {
  for (const variable of dashboard.variables) {
    if (variable.type !== 'query' || kindOf(variable.source, dashboard) === 'other') continue
    const groups = VARIABLE_QUERY.exec(variable.query)?.groups
    const query = groups?.selector ?? groups?.query
    if (query === undefined) continue
    for (const { code, message, hint } of lintQuery(query, 'panel', context).findings)
      if (code !== 'metric-counter-raw')
        report(code, [...variable.path, 'query'], `Variable ${variable.name}: ${message}`, hint)
  }
}

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
          'panel-no-query',
          target.path,
          `Panel ${shown(name)} has a query without an expression.`,
          'Write it, or remove the query.',
        )
      continue
    }
    asks = true
    const at = [...target.path, 'expr']
    for (const { code, message, hint } of lintQuery(target.expr, 'panel', { contract, budget }).findings)
      report(code, at, `Panel ${shown(name)}: ${message}`, hint)
    const missing = [...new Set(references(target.expr).map((reference) => reference.name))].filter(
      (reference) => !known.has(reference) && !isBuiltIn(reference),
    )
    if (missing.length > 0)
      report(
        'dashboard-variable-undefined',
        at,
        `Panel ${shown(name)} uses ${list(missing.map((one) => `$${one}`))}, which nothing defines.`,
        'Add the variable under Settings → Variables; Grafana leaves the text as it is otherwise.',
      )
  }
  if (asks && panel.unit === '' && NUMERIC.has(panel.type))
    report(
      'panel-no-unit',
      panel.path,
      `Panel ${shown(name)} has no unit.`,
      'Set one under Standard options → Unit: "short" for plain numbers.',
    )
}
