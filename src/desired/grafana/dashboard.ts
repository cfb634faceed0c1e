import { basename } from 'node:path/posix'
import {
  type DashboardInput,
  type DashboardModel,
  dashboardInputs,
  fromLibrary,
  isDashboardUid,
  libraryCopies,
  openDashboard,
} from '../../formats/dashboard-model.ts'
import { panelsIn } from '../../formats/dashboard-panels.ts'
import { classicView } from '../../formats/dashboard-v2.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { isJsonObject, type JsonObject, mapStrings, stringIn } from '../../lib/json-value.ts'
import { list, oneLine } from '../../lib/text.ts'
import type { DashboardFile, NormalDashboard } from '../../model/grafana.ts'
import { ANNOTATIONS_SOURCE, annotationTags, deploymentsQuery } from './annotations.ts'
import { normaliseSpec } from './dashboard-v2.ts'
import { bindDataSource, type DataSourceRef } from './data-source-references.ts'
import { uidWithHash } from './uids.ts'

export type NormaliseResult =
  | { kind: 'dashboard'; dashboard: NormalDashboard }
  | { kind: 'problem'; problem: Diagnostic }

/** The deployment and the data source for which a dashboard is normalised. */
export interface DashboardOwner {
  deployment: string
  dataSource: DataSourceRef
}

/**
 * Normalises all forms of dashboard JSON: plain, wrapped in `{"dashboard": …}`, exported with `__inputs`, a resource of v0,
 * v1 or v2. Every reference to the Prometheus data source becomes the one of the deployment; an `id` of another instance is
 * removed, since Grafana answers it with 404; a missing uid is derived from the file name, since each POST would create a
 * duplicate. The dashboard also gets an annotation query that shows the deploy annotations.
 */
export function normaliseDashboard(
  { file, json, made }: DashboardFile,
  home: DashboardOwner,
): NormaliseResult {
  const found = openDashboard(json)
  if (typeof found === 'string') return refused(file, found)
  const uid = found.uid ?? uidOf(file, home.deployment)
  if (!isDashboardUid(uid)) return refused(file, 'uid')
  if (found.isV2) return normaliseV2(file, uid, found, home)
  const missing = dashboardInputs(found).filter(({ kind }) => kind === 'unresolved')
  if (missing.length > 0) return { kind: 'problem', problem: askFor(file, missing) }
  const spec = resolveInputs(found, home.dataSource)
  const title = stringIn(spec.title).trim()
  if (!title) return refused(file, 'title')
  const bound = bindDataSource(spec, home.dataSource, filledInSources(found))
  const model = { ...withDeployments(bound.spec, home.deployment), title, uid }
  const sources = { dataSourceUid: home.dataSource.uid, otherDataSources: bound.others }
  const libraryPanels = libraryPanelsOf(model)
  const from = { file, ...(made && { made }) }
  return { kind: 'dashboard', dashboard: { ...from, uid, title, json: model, ...sources, libraryPanels } }
}

function normaliseV2(
  file: string,
  uid: string,
  found: DashboardModel,
  home: DashboardOwner,
): NormaliseResult {
  if (!found.title) return refused(file, 'title')
  const normal = normaliseSpec(found, home)
  if (!normal) return refused(file, 'v2')
  const { spec: json, apiVersions, others: otherDataSources } = normal
  const sources = { dataSourceUid: home.dataSource.uid, otherDataSources }
  const libraryPanels = libraryPanelsOf(classicView(json))
  const dashboard = { file, uid, title: found.title, json, apiVersions, ...sources, libraryPanels }
  return { kind: 'dashboard', dashboard }
}

/** The library panels of which a dashboard has no copy. */
const libraryPanelsOf = (model: JsonObject): string[] => [
  ...new Set(
    panelsIn(model).flatMap(({ panel }) => {
      const uid = isJsonObject(panel.libraryPanel) ? stringIn(panel.libraryPanel.uid) : ''
      return uid === '' ? [] : [uid]
    }),
  ),
]

/** What can be wrong with a file: the message and the hint. */
const FAULTS = {
  depth: ['is nested too deeply to be a dashboard', 'Export it again.'],
  shape: ['does not contain a dashboard', 'Export it in Grafana: Share, Export, Save to file.'],
  v2: [
    'says that it has schema v2, but has no `elements` and `layout`: Grafana would store an empty dashboard',
    'Export it again, with the model that Grafana offers, or correct its `apiVersion`.',
  ],
  uid: ['has a uid that Grafana does not accept', 'Use at most 40 letters, digits, "-" and "_".'],
  title: ['contains a dashboard without a title', 'Give it a "title".'],
} as const

function refused(file: string, fault: keyof typeof FAULTS): NormaliseResult {
  const [what, hint] = FAULTS[fault]
  return {
    kind: 'problem',
    problem: {
      code: `grafana-dashboard-${fault}`,
      severity: 'error',
      at: { file, line: 1, column: 1 },
      message: `${file} ${what}.`,
      hint,
    },
  }
}

/** Which data sources, and which values, an export leaves open: only the team knows which ones of its Grafana are meant. */
function askFor(file: string, inputs: readonly DashboardInput[]): Diagnostic {
  const [first] = inputs
  const asked = inputs.map(({ name, type }) =>
    type === ''
      ? `which value has \`${oneLine(name, 60)}\``
      : `which data source of type \`${oneLine(type, 60)}\` is \`${oneLine(name, 60)}\``,
  )
  return {
    code: 'grafana-dashboard-input',
    severity: 'error',
    at: { file, line: 1, column: 1 },
    message: `${file} leaves open ${list(asked)}; only Prometheus data sources are filled in.`,
    hint: `Add \`"value": "…"\` to ${inputs.length === 1 ? 'this entry' : 'each of these entries'} of \`__inputs\`, with ${first?.type === '' ? 'the value' : 'the uid of that data source (Grafana shows it in the address of its settings, Connections, Data sources)'}.`,
  }
}

/** The same file of the same deployment has the same uid, independent of its title. */
function uidOf(file: string, deployment: string): string {
  const name = basename(file)
    .replace(/\.json$/i, '')
    .replace(/[^a-zA-Z0-9_-]+/g, '-')
  return uidWithHash(name, `${deployment}/${file}`)
}

/**
 * Resolves the inputs of an export: `${DS_PROMETHEUS}` becomes the data source of the deployment, constants their value,
 * library panels the copies in the export. Identifiers of the other instance are removed.
 */
function resolveInputs(found: DashboardModel, ours: DataSourceRef): JsonObject {
  const { __inputs, __requires, __elements, __init, id, version, ...rest } = found.spec
  const inputs = dashboardInputs(found).map(
    ({ name, kind, value }) => [name, kind === 'prometheus' ? ours.uid : value] as const,
  )
  const values = new Map(inputs)
  const filled = values.size === 0 ? rest : mapStrings(rest, (text) => filledIn(text, values))
  return inlined(filled as JsonObject, libraryCopies(found))
}

/** The uids that a team has written into the inputs of data sources of other types. */
const filledInSources = (found: DashboardModel): string[] =>
  dashboardInputs(found).flatMap(({ kind, type, value }) => (kind === 'value' && type !== '' ? [value] : []))

const filledIn = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(/\$\{([^{}]+)\}/g, (all, name) => values.get(name) ?? all)

function inlined(spec: JsonObject, elements: JsonObject): JsonObject {
  if (!Array.isArray(spec.panels) || Object.keys(elements).length === 0) return spec
  const inline = (panel: unknown): unknown => {
    if (!isJsonObject(panel)) return panel
    if (Array.isArray(panel.panels)) return { ...panel, panels: panel.panels.map(inline) }
    return fromLibrary(panel, elements).panel
  }
  return { ...spec, panels: spec.panels.map(inline) }
}

/** Adds the query for the deploy annotations unless the dashboard has one. */
function withDeployments(spec: JsonObject, deployment: string): JsonObject {
  const tags = annotationTags(deployment)
  const annotations = isJsonObject(spec.annotations) ? spec.annotations : {}
  const queries: unknown[] = Array.isArray(annotations.list) ? annotations.list : []
  const shows = (query: unknown): boolean => {
    const asked = isJsonObject(query) && isJsonObject(query.target) ? query.target.tags : undefined
    return Array.isArray(asked) && tags.every((tag) => asked.includes(tag))
  }
  if (queries.some(shows)) return spec
  const query = { datasource: ANNOTATIONS_SOURCE, ...deploymentsQuery(deployment) }
  return { ...spec, annotations: { ...annotations, list: [...queries, query] } }
}
