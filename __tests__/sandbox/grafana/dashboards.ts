import { randomUUID } from 'node:crypto'
import { folderUrl } from './folders.ts'
import { converted } from './schema-v2.ts'
import {
  type Answer,
  type Call,
  canonical,
  type Dashboard,
  isObject,
  type Json,
  nextId,
  ok,
  refused,
  type State,
  slug,
  time,
} from './state.ts'

const MAX_BYTES = 16 * 1024 * 1024
const MISMATCH = { status: 'version-mismatch' }

const title = (dashboard: Dashboard): string => String(dashboard.spec.title)

export const dashboardUrl = (state: State, dashboard: Dashboard): string =>
  `${state.basePath}/d/${dashboard.uid}/${slug(title(dashboard))}`

export function getDashboard({ state, params: [uid], role }: Call): Answer {
  const found = state.dashboards.find((d) => d.uid === uid)
  if (!found) return refused(404, 'Dashboard not found')
  const { id, version, storedVersion } = found
  const spec = storedVersion ? converted(found.spec) : found.spec
  return ok({
    meta: meta(state, found, role !== 'Viewer'),
    dashboard: { ...spec, id, uid: found.uid, version },
  })
}

function meta(state: State, dashboard: Dashboard, can: boolean): Json {
  const folder = state.folders.find((f) => f.uid === dashboard.folderUid)
  const may = { canAdd: can, canEdit: can, canDelete: can }
  return {
    type: 'db',
    canSave: can,
    canEdit: can,
    canAdmin: can,
    canStar: true,
    canDelete: can,
    slug: slug(title(dashboard)),
    url: dashboardUrl(state, dashboard),
    expires: '0001-01-01T00:00:00Z',
    created: time(dashboard.created),
    updated: time(dashboard.updated),
    updatedBy: dashboard.version === 1 ? 'Anonymous' : 'deploy-editor',
    createdBy: dashboard.version === 1 ? 'Anonymous' : 'deploy-editor',
    version: dashboard.version,
    hasAcl: false,
    isFolder: false,
    apiVersion: 'v0alpha1',
    folderId: folder?.id ?? 0,
    folderUid: dashboard.folderUid,
    folderTitle: folder?.title ?? 'General',
    folderUrl: folder ? folderUrl(state, folder) : '',
    provisioned: dashboard.provisioned,
    provisionedExternalId: dashboard.provisioned ? 'p.json' : '',
    annotationsPermissions: { dashboard: may, organization: may },
  }
}

/** POST /api/dashboards/db, with the order of checks that the recordings show. */
export function saveDashboard(call: Call): Answer {
  const { state, body, raw } = call
  if (raw.length > MAX_BYTES) return refused(413, 'Dashboard is too large, max is 16 MB')
  if (!body || !isObject(body.dashboard)) return refused(400, 'bad request data')
  const sent = body.dashboard
  const bad = invalid(sent, String(body.message ?? ''))
  if (bad) return bad
  const uid = String(sent.uid || randomUUID())
  const stored = state.dashboards.find((d) => d.uid === uid)
  if (sent.id && stored?.id !== sent.id) return refused(404, 'Dashboard not found', { status: 'not-found' })
  if (stored?.provisioned) return refused(400, 'Cannot save provisioned dashboard')
  const folderUid = String(body.folderUid ?? '')
  if (folderUid && !state.folders.some((f) => f.uid === folderUid)) return refused(400, 'folder not found')
  if (stored && body.overwrite !== true && Number(sent.version ?? 0) !== stored.version)
    return refused(412, 'The dashboard has been changed by someone else', MISMATCH)
  return saved(state, stored ? change(call, stored, folderUid, sent) : create(call, uid, folderUid, sent))
}

function invalid(sent: Json, message: string): Answer | undefined {
  const uid = String(sent.uid ?? '')
  const tags: unknown[] = Array.isArray(sent.tags) ? sent.tags : []
  if (!sent.title) return refused(400, 'Dashboard title cannot be empty', { status: 'empty-name' })
  if (uid && !/^[a-zA-Z0-9_-]+$/.test(uid)) return refused(400, 'uid contains illegal characters')
  if (uid.length > 40) return refused(400, 'uid too long, max 40 characters')
  if (tags.some((tag) => String(tag).length > 50))
    return refused(400, 'dashboard tag too long, max 50 characters')
  if (message.length > 500) return refused(400, 'message too long, max 500 characters')
  return undefined
}

function create({ state, body, role }: Call, uid: string, folderUid: string, sent: Json): Dashboard {
  const now = Date.now()
  const dashboard: Dashboard = {
    id: nextId(state),
    uid,
    // What a first save stores keeps the file's own id and version, so that a second, equal post is a change.
    spec: clamped(sent),
    version: 1,
    folderUid,
    provisioned: false,
    created: now,
    updated: now,
    message: String(body?.message ?? ''),
    versions: [{ version: 1, message: 'Initial save', created: now, role }],
  }
  state.dashboards.push(dashboard)
  return dashboard
}

function change({ state, body, role }: Call, stored: Dashboard, folderUid: string, sent: Json): Dashboard {
  const { id: _id, version: _version, ...spec } = clamped(sent)
  const equal = canonical(spec) === canonical(stored.spec) && folderUid === stored.folderUid
  if (equal && !state.legacy) return stored
  const message = String(body?.message ?? '')
  Object.assign(stored, { spec, folderUid, version: stored.version + 1, updated: Date.now(), message })
  delete stored.storedVersion
  delete stored.annotations
  stored.versions.unshift({ version: stored.version, message, created: Date.now(), role })
  return stored
}

/** min_refresh_interval is 5 s; only seconds below it matter here. */
function clamped(sent: Json): Json {
  const seconds = /^([1-4])s$/.test(String(sent.refresh ?? ''))
  return seconds ? { ...sent, refresh: '5s' } : { ...sent }
}

function saved(state: State, { folderUid, id, uid, version, ...rest }: Dashboard): Answer {
  const name = slug(String(rest.spec.title))
  return ok({
    folderUid,
    id,
    slug: name,
    status: 'success',
    uid,
    url: `${state.basePath}/d/${uid}/${name}`,
    version,
  })
}

export function deleteDashboard({ state, params: [uid] }: Call): Answer {
  const found = state.dashboards.find((d) => d.uid === uid)
  if (!found) return refused(404, 'Dashboard not found')
  if (found.provisioned) return refused(400, 'provisioned dashboard cannot be deleted')
  state.dashboards.splice(state.dashboards.indexOf(found), 1)
  return ok({ message: `Dashboard ${title(found)} deleted`, title: title(found), uid })
}

export function dashboardVersions({ state, params: [uid] }: Call): Answer {
  const found = state.dashboards.find((d) => d.uid === uid)
  if (!found) return refused(404, 'Dashboard not found')
  const versions = found.versions.map(({ version, message, created }) => ({
    id: version,
    dashboardId: found.id,
    uid,
    parentVersion: version - 1,
    restoredFrom: 0,
    version,
    created: time(created),
    message,
    createdBy: 'deploy-editor',
  }))
  return ok({ continueToken: '', versions })
}

export function search({ state, query }: Call): Answer {
  const limit = Number(query.get('limit') ?? 1000)
  if (limit > 5000)
    return refused(
      422,
      'Limit is above maximum allowed (5000), use page parameter to access hits beyond limit',
    )
  const type = query.get('type')
  const words = (query.get('query') ?? '').toLowerCase()
  const hits = [
    ...(type === 'dash-folder'
      ? []
      : state.dashboards.filter((d) => wanted(d, query)).map((d) => hit(state, d))),
    ...(type === 'dash-db' || query.has('tag') || query.has('dashboardUIDs') ? [] : folderHits(state)),
  ].filter((h) => String(h.title).toLowerCase().includes(words))
  const from = (Number(query.get('page') ?? 1) - 1) * limit
  return ok(hits.toSorted((a, b) => (String(a.title) < String(b.title) ? -1 : 1)).slice(from, from + limit))
}

function wanted(dashboard: Dashboard, query: URLSearchParams): boolean {
  const tags: unknown[] = Array.isArray(dashboard.spec.tags) ? dashboard.spec.tags : []
  const uids = query.getAll('dashboardUIDs')
  const folders = query.getAll('folderUIDs')
  return (
    query.getAll('tag').every((tag) => tags.includes(tag)) &&
    (uids.length === 0 || uids.includes(dashboard.uid)) &&
    (folders.length === 0 || folders.includes(dashboard.folderUid))
  )
}

function hit(state: State, dashboard: Dashboard): Json {
  const folder = state.folders.find((f) => f.uid === dashboard.folderUid)
  return {
    id: dashboard.id,
    uid: dashboard.uid,
    orgId: 1,
    title: title(dashboard),
    uri: `db/${slug(title(dashboard))}`,
    url: dashboardUrl(state, dashboard),
    slug: '',
    type: 'dash-db',
    tags: dashboard.spec.tags ?? [],
    isStarred: false,
    ...(folder && {
      folderId: folder.id,
      folderUid: folder.uid,
      folderTitle: folder.title,
      folderUrl: folderUrl(state, folder),
    }),
    sortMeta: 0,
    isDeleted: false,
  }
}

function folderHits(state: State): Json[] {
  return state.folders.toReversed().map((folder) => ({
    id: folder.id,
    uid: folder.uid,
    orgId: 1,
    title: folder.title,
    uri: `db/${slug(folder.title)}`,
    url: folderUrl(state, folder),
    slug: '',
    type: 'dash-folder',
    tags: [],
    isStarred: false,
    ...(folder.parentUid !== '' && { folderUid: folder.parentUid }),
    sortMeta: 0,
    isDeleted: false,
  }))
}

/** From documentation: the library panel as `result`, 404 for one that does not exist. */
export function getLibraryPanel({ state, params: [uid = ''] }: Call): Answer {
  const model = state.libraryPanels.get(uid)
  return model
    ? ok({ result: { uid, name: String(model.title), kind: 1, type: model.type, model } })
    : refused(404, 'library element could not be found')
}
