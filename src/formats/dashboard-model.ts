import { isJsonObject, type JsonObject, objectsIn, stringIn, tooDeep } from '../lib/json-value.ts'
import type { JsonPath } from './json-places.ts'

/** A dashboard in the form that Grafana's dashboard API accepts, taken out of its wrappers. */
export interface DashboardModel {
  /** The model as in the file. */
  spec: JsonObject
  /** Where it is in the file. */
  path: JsonPath
  /** The name of a resource, or else the uid of the model; undefined when there is none. Not validated. */
  uid: unknown
  /** Without white space around it; empty when there is none. */
  title: string
  /** Schema v2, from Grafana 12 on: panels by name. Only `/apis` accepts it. */
  isV2: boolean
  /** The version of a resource (`v1beta1`); empty for a model alone. */
  apiVersion: string
}

/** Why a JSON value has no dashboard: it nests too deeply, or has another shape. */
export type DashboardFault = 'depth' | 'shape'

/**
 * Finds the dashboard in a JSON value, for everything that reads one: plain, wrapped in `{"dashboard": …}` as in a request
 * to the API, or a resource of `dashboard.grafana.app`, in any order.
 */
export function openDashboard(json: unknown): DashboardModel | DashboardFault {
  if (tooDeep(json)) return 'depth'
  let [value, path]: [unknown, string[]] = [json, []]
  let resource: { apiVersion: string; uid: string | undefined } | undefined
  for (let layers = 0; layers < 3 && isJsonObject(value); layers++) {
    const { apiVersion, metadata, spec, dashboard } = value
    if (stringIn(apiVersion).startsWith('dashboard.grafana.app/') && isJsonObject(spec)) {
      const name = isJsonObject(metadata) ? metadata.name : undefined
      resource = { apiVersion: stringIn(apiVersion), uid: typeof name === 'string' ? name : undefined }
      ;[value, path] = [spec, [...path, 'spec']]
    } else if (isJsonObject(dashboard) && !Array.isArray(value.panels))
      [value, path] = [dashboard, [...path, 'dashboard']]
    else return modelOf(value, path, resource)
  }
  return 'shape'
}

function modelOf(
  spec: JsonObject,
  path: JsonPath,
  resource: { apiVersion: string; uid: string | undefined } | undefined,
): DashboardModel {
  const isV2 =
    /\/v2/.test(resource?.apiVersion ?? '') || (isJsonObject(spec.elements) && !Array.isArray(spec.panels))
  const uid = resource?.uid ?? spec.uid ?? undefined
  const apiVersion = resource?.apiVersion.split('/')[1] ?? ''
  return {
    spec,
    path,
    uid: uid === '' ? undefined : uid,
    title: stringIn(spec.title).trim(),
    isV2,
    apiVersion,
  }
}

const UID = /^[a-zA-Z0-9_-]{1,40}$/

/** Whether Grafana accepts a uid. */
export const isDashboardUid = (uid: unknown): uid is string => typeof uid === 'string' && UID.test(uid)

/** An entry of `__inputs`, which an import has to fill in. */
export interface DashboardInput {
  path: JsonPath
  name: string
  /** The type of data source that it needs; empty for a constant. */
  type: string
  /** `prometheus`: the data source of the deployment; `unresolved`: another one, or a constant without a value. */
  kind: 'prometheus' | 'value' | 'unresolved'
  value: string
}

/** The inputs of an export. */
export const dashboardInputs = ({ spec, path }: Pick<DashboardModel, 'spec' | 'path'>): DashboardInput[] =>
  objectsIn(spec.__inputs).map((input, index): DashboardInput => {
    const isSource = input.type === 'datasource' || typeof input.pluginId === 'string'
    const isOurs = isSource && (input.pluginId ?? 'prometheus') === 'prometheus'
    const hasValue = typeof input.value === 'string'
    return {
      path: [...path, '__inputs', index],
      name: String(input.name),
      type: stringIn(input.pluginId) || (isSource ? 'prometheus' : ''),
      kind: isOurs ? 'prometheus' : hasValue ? 'value' : 'unresolved',
      value: stringIn(input.value),
    }
  })

/** Copies of library panels in an export, by uid. */
export const libraryCopies = ({ spec }: Pick<DashboardModel, 'spec'>): JsonObject =>
  isJsonObject(spec.__elements) ? spec.__elements : {}

/** A panel with its copy from the library in the export; `uid` is undefined for a panel that is not from a library. */
export function fromLibrary(
  panel: JsonObject,
  copies: JsonObject,
): { panel: JsonObject; uid: string | undefined; isCopied: boolean } {
  const { libraryPanel, ...own } = panel
  if (!isJsonObject(libraryPanel)) return { panel, uid: undefined, isCopied: false }
  const uid = String(libraryPanel.uid)
  const copy = Object.hasOwn(copies, uid) ? copies[uid] : undefined
  return isJsonObject(copy) && isJsonObject(copy.model)
    ? { panel: { ...copy.model, ...own }, uid, isCopied: true }
    : { panel, uid, isCopied: false }
}
