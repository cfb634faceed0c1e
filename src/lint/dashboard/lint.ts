import { type Dashboard, type Panel, readDashboard, type Target } from '../../formats/dashboard.ts'
import { readJson } from '../../formats/json.ts'
import { invalidJson } from '../../formats/json-diagnostic.ts'
import { type JsonPath, jsonPlaces } from '../../formats/json-places.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import type { Contract } from '../contract.ts'
import { lintQuery, lintReadQuery, readQuery } from '../query/lint.ts'
import { diagnostic, type Reported, reportsOf } from '../rule.ts'
import { ofOtherEngine } from './other-engine.ts'
import { relationOfDashboard } from './relation.ts'
import { dashboardRules } from './rules.ts'
import { noDashboard } from './shape.ts'
import { flySeriesIn, isOfFly, kindOf, looksLikeLoki, looksLikeMetricsql, sourceOf } from './source.ts'
import { type CheckedTarget, type DashboardContext, panelName } from './subject.ts'

/** A file with JSON in it, as it was read. */
export interface JsonFile {
  file: string
  text: string
  /** The parsed text. */
  json: unknown
  /** The configuration does not name it: it was found in the repository. */
  found?: boolean
}

/** Checks a file that contains a dashboard; a file that is not valid JSON is a diagnostic too. */
export function lintDashboardText(
  { file, text, found = false }: { file: string; text: string; found?: boolean },
  context: DashboardContext,
): Diagnostic[] {
  const read = readJson(text)
  if (!read.ok) return found && isTemplate(text, read) ? [] : [invalidJson(file, read)]
  const source = { file, found, text: text.replace(/^\uFEFF/, ''), json: read.value }
  const problems = lintDashboard(source, context)
  return context.contract?.isFlys ? ofOtherEngine(file, source.text, problems) : problems
}

/** Whether a syntax error is inside an open action of Helm, Jinja or another template language. */
function isTemplate(text: string, { line, column }: { line: number; column: number }): boolean {
  const before = (text.split('\n', line).at(-1) ?? '').slice(0, column + 1)
  const last = (...marks: string[]) => Math.max(...marks.map((mark) => before.lastIndexOf(mark)))
  return last('{{', '{%', '<%') > last('}}', '%}', '%>')
}

/** Checks one dashboard. A uid that two dashboards share is a diagnostic of the second one. */
function lintDashboard(source: JsonFile, context: DashboardContext): Diagnostic[] {
  const dashboard = readDashboard(source.json)
  const reports = dashboard ? reportsOn(dashboard, source, context) : notADashboard(source)
  const paths = reports.map(({ at }) => at)
  const places = paths.length > 0 ? jsonPlaces(source.text, paths) : []
  return reports.map(({ rule, message, hint }, i) =>
    diagnostic(rule, { file: source.file, ...(places[i] ?? { line: 1, column: 1 }) }, message, hint),
  )
}

const notADashboard = ({ found = false }: JsonFile): Reported<JsonPath>[] =>
  found
    ? []
    : [
        {
          rule: noDashboard,
          at: [],
          message: 'This is not a dashboard: it has no panels.',
          hint: 'Export it in Grafana: Share → Export → Save to file.',
        },
      ]

function reportsOn(
  dashboard: Dashboard,
  { file, found = false }: JsonFile,
  { contract: whole, seen, provisioned = new Set() }: DashboardContext,
): Reported<JsonPath>[] {
  const all = askedOf(dashboard)
  const flySources = new Set(all.filter(({ target }) => isOfFly(target.expr)).map(sourceNameOf))
  const asked = all
    .filter((one) => !isForOther(one, flySources, found))
    .map((one) => ({ ...one, read: readQuery(one.target.expr, 'panel') }))
  const ofFly = all.filter(({ target }) =>
    flySeriesIn(target.expr).some((name) => !whole?.isFlys && !whole?.ofFly.has(name)),
  ).length
  const { contract, unrelated } = whole
    ? relationOfDashboard(
        asked.map(({ read }) => read.parsed),
        whole,
        found,
      )
    : { contract: undefined }
  const queries = asked.map(({ read, panel, target }) => ({
    panel,
    target,
    checked: lintReadQuery(target.expr, read, {
      kind: 'panel',
      contract,
      isOurs: !found,
      minStep: target.minStep,
    }),
  }))
  return [
    ...reportsOf(dashboardRules, { dashboard, file, found, queries, ofFly, provisioned, seen, unrelated }),
    ...queries.flatMap(inQuery),
    ...variableQueries(dashboard, contract, !found),
  ]
}

interface Asked {
  panel: Panel
  target: Target
}

/** The queries that go to Prometheus, as far as the file shows. */
const askedOf = (dashboard: Dashboard): Asked[] =>
  dashboard.panels.flatMap((panel) =>
    // Grafana takes the queries of a library panel from the library.
    (panel.library === undefined ? panel.targets : []).flatMap((target) => {
      const kind = kindOf(sourceOf(target, panel), dashboard)
      const isOther = kind === 'other' || (kind === 'unknown' && looksLikeLoki(target.expr))
      return isOther || target.hidden || target.expr === '' ? [] : [{ panel, target }]
    }),
  )

/**
 * Whether a query is for a Prometheus in another dialect: Fly's managed one, or a VictoriaMetrics. A dashboard that is
 * imported asks the one that is deployed here, except for Fly's metrics, which are reported.
 */
function isForOther(one: Asked, flySources: ReadonlySet<string>, found: boolean): boolean {
  const { expr } = one.target
  const name = sourceNameOf(one)
  return isOfFly(expr) || (found && (looksLikeMetricsql(expr) || (name !== '' && flySources.has(name))))
}

const sourceNameOf = ({ panel, target }: Asked): string => sourceOf(target, panel).name

const inQuery = ({ panel, target, checked }: CheckedTarget): Reported<JsonPath>[] =>
  checked.reports.map((one) => ({
    ...one,
    at: [...target.path, 'expr'],
    message: `Panel ${quoted(panelName(panel))}: ${one.message}`,
  }))

/** The PromQL in `label_values(selector, label)` and `query_result(query)`. */
function queryIn(variable: string): string | undefined {
  const [, name, inner = ''] = /^(label_values|query_result)\((.+)\)$/s.exec(variable.trim()) ?? []
  if (name !== 'label_values') return name && inner
  const comma = inner.lastIndexOf(',')
  return comma > 0 && /^[\w${}]+$/.test(inner.slice(comma + 1).trim()) ? inner.slice(0, comma) : undefined
}

/** The queries behind the variables of a dashboard. */
const variableQueries = (
  dashboard: Dashboard,
  contract: Contract | undefined,
  isOurs: boolean,
): Reported<JsonPath>[] =>
  dashboard.variables.flatMap((variable) => {
    if (
      variable.type !== 'query' ||
      isOfFly(variable.query) ||
      kindOf(variable.source, dashboard) === 'other'
    )
      return []
    const query = queryIn(variable.query)
    if (query === undefined) return []
    // The values of a label may be taken from a counter.
    return lintQuery(query, { kind: 'panel', contract, isOurs })
      .reports.filter(({ rule }) => rule.code !== 'query/raw-counter')
      .map((one) => ({
        ...one,
        at: [...variable.path, 'query'],
        message: `Variable ${variable.name}: ${one.message}`,
      }))
  })
