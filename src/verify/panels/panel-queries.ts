import { type PlacedPanel, panelsIn } from '../../formats/dashboard-panels.ts'
import { isLogQl } from '../../formats/promql/logql.ts'
import { isJsonObject, type JsonObject, objectsIn, stringIn } from '../../lib/json-value.ts'
import { oneLine } from '../../lib/text.ts'
import type { PanelState } from '../evidence.ts'
import { dataSourceUse } from './data-source.ts'
import type { LibraryPanelAnswer, LibraryPanels } from './library-panels.ts'

/** A dashboard as it was written to Grafana. */
export interface WrittenDashboard {
  uid: string
  title: string
  /** The JSON model; not validated, it comes from a file. */
  json: unknown
  /** The data source of the deployment, to which the dashboard was bound. Without it, any Prometheus counts as that. */
  dataSourceUid?: string
}

/** One query of one panel, or of an annotation of the dashboard, as written. */
export interface PanelQuery {
  dashboard: { uid: string; title: string }
  panel: { id: number; title: string }
  refId: string
  expr: string
  /** Grafana's option "Min step" of the query, or of its panel; may hold a variable. */
  minStep: string
  /** The panel's own time range (`5m`); empty for the one of the dashboard. */
  timeFrom: string
  /** How far back the panel looks (`1d`); empty for not at all. */
  timeShift: string
  /** Variables for whose values the panel, or its row, is repeated. */
  repeatedFor: readonly string[]
  /** Annotations mark events: without any, they are empty. */
  isAnnotation: boolean
  /** Why it is not sent to Prometheus; undefined when it is. */
  unasked: { state: PanelState; why: string; next?: string } | undefined
}

/** Panels that do not run queries, although exports contain some for them. */
const WITHOUT_QUERIES =
  /^(?:text|news|dashlist|alertlist|annolist|row|welcome|gettingstarted|pluginlist|live|debug)$/

/** Every query that the dashboard runs, including those in rows, in collapsed panels, and of annotations. */
export function panelQueries(
  dashboard: WrittenDashboard,
  libraryPanels: LibraryPanels = new Map(),
): PanelQuery[] {
  const json = isJsonObject(dashboard.json) ? dashboard.json : {}
  const panels = panelsIn(json).flatMap((found) => panelOf({ dashboard, json, ...found }, libraryPanels))
  return [...panels, ...annotationsOf(dashboard, json)]
}

interface PanelPlace extends Pick<PlacedPanel, 'panel' | 'repeatedFor'> {
  dashboard: WrittenDashboard
  json: JsonObject
}

function panelOf(place: PanelPlace, libraryPanels: LibraryPanels): PanelQuery[] {
  const { panel } = place
  const uid = isJsonObject(panel.libraryPanel) ? stringIn(panel.libraryPanel.uid) : ''
  if (uid === '') return queriesOf(place)
  const answer = libraryPanels.get(uid)
  if (answer?.kind !== 'model') return [unreadLibraryPanel(place, answer)]
  // The place of the panel is the dashboard's, everything else is the library's.
  return queriesOf({ ...place, panel: { ...answer.model, id: panel.id, repeat: panel.repeat } })
}

function unreadLibraryPanel(place: PanelPlace, answer: LibraryPanelAnswer | undefined): PanelQuery {
  const { libraryPanel, title } = place.panel
  const name = stringIn(isJsonObject(libraryPanel) ? libraryPanel.name : undefined) || stringIn(title)
  const quoted = oneLine(name, 100)
  const unasked =
    answer?.kind === 'missing'
      ? {
          state: 'error' as const,
          why: `Grafana has no library panel "${quoted}": the panel shows an error.`,
          next: 'Correct the reference, or put the panel itself into the dashboard.',
        }
      : {
          state: 'not-checked' as const,
          why: `It is the library panel "${quoted}", which only Grafana has. ${answer?.kind === 'unread' ? answer.why : 'This run has no access to Grafana.'}`,
        }
  return { ...emptyQuery(place), panel: { ...emptyQuery(place).panel, title: name }, unasked }
}

const emptyQuery = ({
  dashboard: { uid, title },
  panel,
  repeatedFor,
}: Omit<PanelPlace, 'json'>): PanelQuery => ({
  dashboard: { uid, title },
  panel: { id: typeof panel.id === 'number' ? panel.id : 0, title: stringIn(panel.title) },
  refId: 'A',
  expr: '',
  minStep: stringIn(panel.interval),
  timeFrom: stringIn(panel.timeFrom),
  timeShift: stringIn(panel.timeShift),
  repeatedFor,
  isAnnotation: false,
  unasked: undefined,
})

function queriesOf(place: PanelPlace): PanelQuery[] {
  const { panel } = place
  if (WITHOUT_QUERIES.test(stringIn(panel.type))) return []
  const targets = objectsIn(panel.targets)
  // A hidden query runs when an expression of Grafana needs it.
  const needsHidden = targets.some((target) => target.hide !== true && isExpression(target))
  const shown = targets.filter((target) => target.hide !== true || needsHidden)
  const isOnly = shown.every((target) => stringIn(target.expr).trim() === '')
  return shown.flatMap((target, index) => {
    const expr = stringIn(target.expr)
    const unasked = whyUnasked(target, place)
    // Grafana does not send a query without an expression.
    if (unasked === undefined && expr.trim() === '' && !isOnly) return []
    return [
      {
        ...emptyQuery(place),
        refId: stringIn(target.refId) || String.fromCharCode(65 + (index % 26)),
        expr,
        minStep: stringIn(target.interval) || stringIn(panel.interval),
        unasked: unasked ?? (expr.trim() === '' ? NO_EXPRESSION : undefined),
      },
    ]
  })
}

const NO_EXPRESSION: PanelQuery['unasked'] = {
  state: 'no-data',
  why: 'It has no PromQL expression, so the panel shows no data.',
  next: 'Write a query, or remove the panel.',
}

const isExpression = ({ datasource }: JsonObject): boolean =>
  (isJsonObject(datasource) ? (datasource.uid ?? datasource.type) : datasource) === '__expr__'

function whyUnasked(target: JsonObject, { panel, json, dashboard }: PanelPlace): PanelQuery['unasked'] {
  const isOwn = isMixed(panel.datasource) || Boolean(target.datasource)
  const use = dataSourceUse(isOwn ? target.datasource : panel.datasource, json, dashboard.dataSourceUid)
  if (use.kind === 'other') return { state: 'other-source', why: use.why }
  // Such a query is left to the default data source of Grafana, which is then a Loki.
  return isLogQl(stringIn(target.expr))
    ? {
        state: 'other-source',
        why: 'It uses another data source: it is written in LogQL, the language of Loki.',
      }
    : undefined
}

const isMixed = (source: unknown): boolean =>
  (isJsonObject(source) ? stringIn(source.uid) : stringIn(source)) === '-- Mixed --'

/** The annotations that Prometheus answers and that are switched on. */
function annotationsOf(dashboard: WrittenDashboard, json: JsonObject): PanelQuery[] {
  const list = isJsonObject(json.annotations) ? objectsIn(json.annotations.list) : []
  return list.flatMap((annotation) => {
    const target = isJsonObject(annotation.target) ? annotation.target : {}
    const expr = stringIn(annotation.expr) || stringIn(target.expr)
    const use = dataSourceUse(annotation.datasource, json, dashboard.dataSourceUid)
    if (expr.trim() === '' || annotation.enable === false || use.kind !== 'ours') return []
    const panel = { id: 0, title: `Annotation "${stringIn(annotation.name)}"` }
    return [{ ...emptyQuery({ dashboard, panel, repeatedFor: [] }), expr, isAnnotation: true }]
  })
}
