import {
  createRule,
  deleteRule,
  getAlertingStatus,
  getPolicies,
  getRuleGroup,
  listActiveAlerts,
  listContactPoints,
  listMuteTimings,
  listReceivers,
  listRules,
  listSilences,
  putRuleGroup,
  WRITE_RULES,
} from './alerting.ts'
import {
  createAnnotation,
  deleteAnnotation,
  findAnnotations,
  getAnnotation,
  patchAnnotation,
} from './annotations.ts'
import { getResource, listGroups, listResources, putResource } from './apis.ts'
import {
  dashboardVersions,
  deleteDashboard,
  getDashboard,
  getLibraryPanel,
  saveDashboard,
  search,
} from './dashboards.ts'
import {
  createDataSource,
  deleteDataSource,
  getDataSource,
  listDataSources,
  updateDataSource,
} from './datasources.ts'
import {
  countFolder,
  createFolder,
  deleteFolder,
  getFolder,
  listFolders,
  moveFolder,
  updateFolder,
} from './folders.ts'
import { health, proxy, queryDataSources } from './query.ts'
import { type Answer, type Call, ok, type Role } from './state.ts'
import type { Upstream } from './upstream.ts'

/** Who may: anyone, any known token, or a role; `needs` is what Grafana's 403 names. */
export type Guard = 'anyone' | 'signed-in' | { role: Role; needs: string }
type Handler = (call: Call, upstream: Upstream) => Answer | Promise<Answer>

const admin = (needs: string): Guard => ({ role: 'Admin', needs })
const editor = (needs: string): Guard => ({ role: 'Editor', needs })

const HEALTH = { database: 'ok', version: '12.4.0', commit: 'ebae266ae' }
const ADDRESS = { address1: '', address2: '', city: '', zipCode: '', state: '', country: '' }

/** The first match wins. */
export const ROUTES: readonly (readonly [string, RegExp, Guard, Handler])[] = [
  ['GET', /^\/api\/health$/, 'anyone', () => ok(HEALTH)],
  ['GET', /^\/healthz$/, 'anyone', () => ({ status: 200, body: 'Ok' })],
  ['GET', /^\/api\/org$/, 'signed-in', () => ok({ id: 1, name: 'Main Org.', address: ADDRESS })],
  ['GET', /^\/api\/frontend\/settings$/, 'signed-in', ({ state }) => ok(settings(state.namespace))],

  ['GET', /^\/api\/datasources$/, 'signed-in', listDataSources],
  ['POST', /^\/api\/datasources$/, admin('datasources:create'), createDataSource],
  ['GET', /^\/api\/datasources\/uid\/([^/]+)\/health$/, 'signed-in', health],
  ['GET', /^\/api\/datasources\/(uid|name)\/([^/]+)$/, 'signed-in', getDataSource],
  ['PUT', /^\/api\/datasources\/uid\/([^/]+)$/, admin('datasources:write'), updateDataSource],
  ['DELETE', /^\/api\/datasources\/uid\/([^/]+)$/, admin('datasources:delete'), deleteDataSource],
  ['*', /^\/api\/datasources\/proxy\/uid\/([^/]+)\/(.+)$/, 'signed-in', proxy],
  ['GET', /^\/api\/datasources\/uid\/([^/]+)\/resources\/(.+)$/, 'signed-in', proxy],
  ['POST', /^\/api\/ds\/query$/, 'signed-in', queryDataSources],

  ['GET', /^\/api\/folders$/, 'signed-in', listFolders],
  ['POST', /^\/api\/folders$/, editor('folders:create'), createFolder],
  ['GET', /^\/api\/folders\/([^/]+)$/, 'signed-in', getFolder],
  ['GET', /^\/api\/folders\/([^/]+)\/counts$/, 'signed-in', countFolder],
  ['PUT', /^\/api\/folders\/([^/]+)$/, editor('folders:write'), updateFolder],
  ['POST', /^\/api\/folders\/([^/]+)\/move$/, editor('folders:write'), moveFolder],
  ['DELETE', /^\/api\/folders\/([^/]+)$/, editor('folders:delete'), deleteFolder],

  ['GET', /^\/api\/search$/, 'signed-in', search],
  ['GET', /^\/api\/dashboards\/uid\/([^/]+)$/, 'signed-in', getDashboard],
  ['GET', /^\/api\/dashboards\/uid\/([^/]+)\/versions$/, 'signed-in', dashboardVersions],
  ['DELETE', /^\/api\/dashboards\/uid\/([^/]+)$/, editor('dashboards:delete'), deleteDashboard],
  ['POST', /^\/api\/dashboards\/db$/, editor('any of dashboards:create, dashboards:write'), saveDashboard],
  [
    'GET',
    /^\/apis\/dashboard\.grafana\.app\/([^/]+)\/namespaces\/([^/]+)\/dashboards$/,
    'signed-in',
    listResources,
  ],
  [
    'GET',
    /^\/apis\/dashboard\.grafana\.app\/([^/]+)\/namespaces\/([^/]+)\/dashboards\/([^/]+)$/,
    'signed-in',
    getResource,
  ],
  [
    'PUT',
    /^\/apis\/dashboard\.grafana\.app\/([^/]+)\/namespaces\/([^/]+)\/dashboards\/([^/]+)$/,
    editor('dashboards:write'),
    putResource,
  ],
  ['GET', /^\/apis$/, 'signed-in', listGroups],
  ['GET', /^\/api\/library-elements\/([^/]+)$/, 'signed-in', getLibraryPanel],

  ['GET', /^\/api\/annotations$/, 'signed-in', findAnnotations],
  ['POST', /^\/api\/annotations$/, editor('annotations:create'), createAnnotation],
  ['GET', /^\/api\/annotations\/(\d+)$/, 'signed-in', getAnnotation],
  ['PATCH', /^\/api\/annotations\/(\d+)$/, editor('annotations:write'), patchAnnotation],
  ['DELETE', /^\/api\/annotations\/(\d+)$/, editor('annotations:delete'), deleteAnnotation],

  ['GET', /^\/api\/v1\/provisioning\/alert-rules$/, 'signed-in', listRules],
  ['GET', /^\/api\/v1\/provisioning\/folder\/([^/]+)\/rule-groups\/([^/]+)$/, 'signed-in', getRuleGroup],
  [
    'PUT',
    /^\/api\/v1\/provisioning\/folder\/([^/]+)\/rule-groups\/([^/]+)$/,
    editor(WRITE_RULES),
    putRuleGroup,
  ],
  ['POST', /^\/api\/v1\/provisioning\/alert-rules$/, editor(WRITE_RULES), createRule],
  ['DELETE', /^\/api\/v1\/provisioning\/alert-rules\/([^/]+)$/, editor(WRITE_RULES), deleteRule],
  ['GET', /^\/api\/v1\/provisioning\/contact-points$/, 'signed-in', listContactPoints],
  ['GET', /^\/api\/v1\/provisioning\/policies$/, 'signed-in', getPolicies],
  ['GET', /^\/api\/v1\/ngalert$/, 'signed-in', getAlertingStatus],
  ['GET', /^\/api\/v1\/provisioning\/mute-timings$/, 'signed-in', listMuteTimings],
  ['GET', /^\/api\/alertmanager\/grafana\/config\/api\/v1\/receivers$/, 'signed-in', listReceivers],
  ['GET', /^\/api\/alertmanager\/grafana\/api\/v2\/alerts$/, 'signed-in', listActiveAlerts],
  ['GET', /^\/api\/alertmanager\/grafana\/api\/v2\/silences$/, 'signed-in', listSilences],
]

const settings = (namespace: string) => ({
  buildInfo: { ...HEALTH, hideVersion: false, edition: 'Open Source', env: 'production' },
  namespace,
})
