import { basename } from 'node:path/posix'
import type { Diagnostic } from '../../lib/errors.ts'
import { isJsonObject, type JsonObject, mapStrings, tooDeep } from '../../lib/json-value.ts'
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

const UID = /^[a-zA-Z0-9_-]{1,40}$/

/**
 * Normalises all forms of dashboard JSON: plain, wrapped in `{"dashboard": …}`, exported with `__inputs`, a v0 or v1
 * resource. Every reference to the Prometheus data source becomes the one of the deployment; an `id` of another instance is
 * removed, since Grafana answers it with 404; a missing uid is derived from the file name, since each POST would create a
 * duplicate. The dashboard also gets an annotation query that shows the deploy annotations.
 */
export function normaliseDashboard({ file, json }: DashboardFile, home: DashboardOwner): NormaliseResult {
  const found = tooDeep(json) ? 'depth' : unwrap(json)
  if (typeof found === 'string') return refused(file, found)
  if (isV2(found)) return refused(file, 'v2')
  const uid = found.uid ?? found.spec.uid ?? uidOf(file, home.deployment)
  if (typeof uid !== 'string' || !UID.test(uid)) return refused(file, 'uid')
  const { spec, missing } = resolveInputs(found.spec, home.dataSource)
  if (missing !== undefined) return refused(file, 'input', missing)
  const title = typeof spec.title === 'string' ? spec.title.trim() : ''
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

interface Found {
  spec: JsonObject
  apiVersion: string | undefined
  /** A resource's name is its uid. */
  uid: string | undefined
}

/** Removes the wrappers of the API (`dashboard`) and of resources (`spec`), in any order. */
function unwrap(json: unknown): Found | 'shape' {
  let value = json
  let resource: { apiVersion: string; uid: string | undefined } | undefined
  for (let layers = 0; layers < 3 && isJsonObject(value); layers++) {
    const { apiVersion, metadata, spec, dashboard } = value
    if (
      typeof apiVersion === 'string' &&
      apiVersion.startsWith('dashboard.grafana.app/') &&
      isJsonObject(spec)
    ) {
      const name = isJsonObject(metadata) ? metadata.name : undefined
      resource = { apiVersion, uid: typeof name === 'string' ? name : undefined }
      value = spec
    } else if (isJsonObject(dashboard) && !Array.isArray(value.panels)) value = dashboard
    else return { spec: value, apiVersion: resource?.apiVersion, uid: resource?.uid }
  }
  return 'shape'
}

const isV2 = ({ spec, apiVersion }: Found): boolean =>
  /\/v2/.test(apiVersion ?? '') || (isJsonObject(spec.elements) && isJsonObject(spec.layout))

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
function resolveInputs(spec: JsonObject, ours: DataSourceRef): { spec: JsonObject; missing?: string } {
  const { __inputs: inputs, __requires, __elements: elements, id, version, ...rest } = spec
  const values = new Map<string, string>()
  for (const input of Array.isArray(inputs) ? inputs.filter(isJsonObject) : []) {
    const name = String(input.name)
    const prometheus = input.type === 'datasource' && (input.pluginId ?? 'prometheus') === 'prometheus'
    if (prometheus) values.set(name, ours.uid)
    else if (typeof input.value === 'string') values.set(name, input.value)
    else return { spec, missing: name }
  }
  const filled = values.size === 0 ? rest : mapStrings(rest, (text) => filledIn(text, values))
  return { spec: inlined(filled as JsonObject, isJsonObject(elements) ? elements : {}) }
}

const filledIn = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(/\$\{(\w+)\}/g, (all, name) => values.get(name) ?? all)

function inlined(spec: JsonObject, elements: JsonObject): JsonObject {
  if (!Array.isArray(spec.panels) || Object.keys(elements).length === 0) return spec
  const inline = (panel: unknown): unknown => {
    if (!isJsonObject(panel)) return panel
    if (Array.isArray(panel.panels)) return { ...panel, panels: panel.panels.map(inline) }
    const { libraryPanel, ...own } = panel
    const element = isJsonObject(libraryPanel) ? elements[String(libraryPanel.uid)] : undefined
    return isJsonObject(element) && isJsonObject(element.model) ? { ...element.model, ...own } : panel
  }
  return { ...spec, panels: spec.panels.map(inline) }
}

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
