import { basename } from 'node:path/posix'
import {
  type DashboardModel,
  dashboardInputs,
  fromLibrary,
  isDashboardUid,
  libraryCopies,
  openDashboard,
} from '../../formats/dashboard-model.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { isJsonObject, type JsonObject, mapStrings, stringIn } from '../../lib/json-value.ts'
import type { DashboardFile, NormalDashboard } from '../../model/grafana.ts'
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
 * Normalises all forms of dashboard JSON: plain, wrapped in `{"dashboard": …}`, exported with `__inputs`, a v0 or v1
 * resource. Every reference to the Prometheus data source becomes the one of the deployment; an `id` of another instance is
 * removed, since Grafana answers it with 404; a missing uid is derived from the file name, since each POST would create a
 * duplicate. The dashboard also gets an annotation query that shows the deploy annotations.
 */
export function normaliseDashboard({ file, json }: DashboardFile, home: DashboardOwner): NormaliseResult {
  const found = openDashboard(json)
  if (typeof found === 'string') return refused(file, found)
  if (found.isV2) return refused(file, 'v2')
  const uid = found.uid ?? uidOf(file, home.deployment)
  if (!isDashboardUid(uid)) return refused(file, 'uid')
  const missing = dashboardInputs(found).find(({ kind }) => kind === 'unresolved')
  if (missing) return refused(file, 'input', missing.name)
  const spec = resolveInputs(found, home.dataSource)
  const title = stringIn(spec.title).trim()
  if (!title) return refused(file, 'title')
  const bound = bindDataSource(spec, home.dataSource)
  const model = { ...withDeployments(bound.spec, home.deployment), title, uid }
  const sources = { dataSourceUid: home.dataSource.uid, otherDataSources: bound.others }
  return { kind: 'dashboard', dashboard: { file, uid, title, json: model, ...sources } }
}

/** What can be wrong with a file: the message and the hint. */
const FAULTS = {
  depth: ['is nested too deeply to be a dashboard', 'Export it again.'],
  shape: ['does not contain a dashboard', 'Export it in Grafana: Share, Export, Save to file.'],
  v2: [
    'is a dashboard of schema v2 ("V2 Resource"), which the dashboard API stores but does not support: the dashboard would be empty',
    'Export it with the model "Classic" or "V1 Resource" where Grafana offers that (not for dashboards with tabs or conditional rendering), or import it manually.',
  ],
  uid: ['has a uid that Grafana does not accept', 'Use at most 40 letters, digits, "-" and "_".'],
  title: ['contains a dashboard without a title', 'Give it a "title".'],
  input: [
    'has an input in `__inputs` that is not a Prometheus data source',
    'Replace the input in the file with the uid of that data source.',
  ],
} as const

function refused(file: string, fault: keyof typeof FAULTS, name?: string): NormaliseResult {
  const [what, hint] = FAULTS[fault]
  return {
    kind: 'problem',
    problem: {
      code: `grafana-dashboard-${fault}`,
      severity: 'error',
      at: { file, line: 1, column: 1 },
      message: `${file} ${what}${name === undefined ? '' : `: ${name}`}.`,
      hint,
    },
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
  const { __inputs, __requires, __elements, id, version, ...rest } = found.spec
  const inputs = dashboardInputs(found).map(
    ({ name, kind, value }) => [name, kind === 'prometheus' ? ours.uid : value] as const,
  )
  const values = new Map(inputs)
  const filled = values.size === 0 ? rest : mapStrings(rest, (text) => filledIn(text, values))
  return inlined(filled as JsonObject, libraryCopies(found))
}

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

/** The tag of an annotation for an import of dashboards alone, without a deploy. */
export const IMPORT_TAG = 'dashboards-only'

/** Tags that every deploy annotation of a deployment carries. */
export const annotationTags = (deployment: string): string[] => ['deploy', deployment]

/** Adds the query for the deploy annotations unless the dashboard has one. */
function withDeployments(spec: JsonObject, deployment: string): JsonObject {
  const tags = annotationTags(deployment)
  const annotations = isJsonObject(spec.annotations) ? spec.annotations : {}
  const list: unknown[] = Array.isArray(annotations.list) ? annotations.list : []
  const shows = (query: unknown): boolean => {
    const asked = isJsonObject(query) && isJsonObject(query.target) ? query.target.tags : undefined
    return Array.isArray(asked) && tags.every((tag) => asked.includes(tag))
  }
  if (list.some(shows)) return spec
  const query = {
    datasource: { type: 'grafana', uid: '-- Grafana --' },
    enable: true,
    hide: false,
    iconColor: 'blue',
    name: 'Deployments',
    target: { limit: 100, matchAny: false, tags, type: 'tags' },
  }
  return { ...spec, annotations: { ...annotations, list: [...list, query] } }
}
