import {
  type Answer,
  type Call,
  denied,
  type Folder,
  type Json,
  nextId,
  ok,
  refused,
  type State,
  slug,
  time,
} from './state.ts'

const PERMISSIONS_CACHED_MS = 60_000

function serve(state: State, folder: Folder, can: boolean): Json {
  const parent = state.folders.find((f) => f.uid === folder.parentUid)
  return {
    id: folder.id,
    uid: folder.uid,
    orgId: 1,
    title: folder.title,
    url: folderUrl(state, folder),
    hasAcl: false,
    canSave: can,
    canEdit: can,
    canAdmin: can,
    canDelete: can,
    createdBy: 'Anonymous',
    created: time(folder.created),
    updatedBy: 'Anonymous',
    updated: time(folder.created),
    version: folder.version,
    ...(parent && { parentUid: parent.uid, parents: [serve(state, parent, can)] }),
  }
}

export const folderUrl = (state: State, folder: Folder): string =>
  `${state.basePath}/dashboards/f/${folder.uid}/${slug(folder.title)}`

/** Whoever may not see a folder is told 403, also when there is none [folder.get-missing-editor]. */
export function getFolder({ state, params: [uid], role, token }: Call): Answer {
  const folder = state.folders.find((f) => f.uid === uid)
  const known = folder && (folder.maker === token || Date.now() - folder.created > PERMISSIONS_CACHED_MS)
  if (role !== 'Admin' && !known) return denied('folders:read')
  if (!folder) return refused(404, 'folder not found', { status: 'not-found' })
  return ok(serve(state, folder, role !== 'Viewer'))
}

export function listFolders({ state, query }: Call): Answer {
  const parent = query.get('parentUid') ?? ''
  const rows = state.folders.filter((f) => f.parentUid === parent).toReversed()
  return ok(
    rows.map(({ id, uid, title, parentUid }) => ({ id, uid, title, ...(parentUid && { parentUid }) })),
  )
}

export function createFolder({ state, body, token }: Call): Answer {
  const title = String(body?.title ?? '')
  const uid = String(body?.uid || `folder${nextId(state)}`)
  const parentUid = String(body?.parentUid ?? '')
  if (!body) return refused(400, 'bad request data')
  if (!title) return refused(400, 'folder title cannot be empty')
  if (!/^[a-zA-Z0-9_-]+$/.test(uid)) return refused(400, 'uid contains illegal characters')
  if (state.folders.some((f) => f.uid === uid))
    return refused(412, 'the folder has been changed by someone else')
  if (parentUid && !state.folders.some((f) => f.uid === parentUid))
    return refused(404, 'folder not found', { status: 'not-found' })
  const folder = { id: nextId(state), uid, title, version: 1, parentUid, created: Date.now(), maker: token }
  state.folders.push(folder)
  return ok(serve(state, folder, parentUid !== ''))
}

export function updateFolder({ state, params: [uid], body }: Call): Answer {
  const folder = state.folders.find((f) => f.uid === uid)
  if (!folder) return refused(404, 'folder not found', { status: 'not-found' })
  if (!body) return refused(400, 'bad request data')
  if (body.overwrite !== true && Number(body.version ?? 0) !== folder.version)
    return refused(412, 'The dashboard has been changed by someone else')
  folder.title = String(body.title ?? folder.title)
  folder.version += 1
  return ok(serve(state, folder, true))
}

export function moveFolder({ state, params: [uid], body }: Call): Answer {
  const folder = state.folders.find((f) => f.uid === uid)
  if (!folder) return refused(404, 'folder not found', { status: 'not-found' })
  folder.parentUid = String(body?.parentUid ?? '')
  folder.version += 1
  return ok(serve(state, folder, true))
}

/** Not recorded: after the API's description. */
export function countFolder({ state, params: [uid] }: Call): Answer {
  if (!state.folders.some((f) => f.uid === uid))
    return refused(404, 'folder not found', { status: 'not-found' })
  const rules = state.ruleGroups.filter((g) => g.folderUid === uid).flatMap((g) => g.rules)
  return ok({
    alertrule: rules.length,
    dashboard: state.dashboards.filter((d) => d.folderUid === uid).length,
    folder: state.folders.filter((f) => f.parentUid === uid).length,
    librarypanel: state.libraryPanelFolders.filter((folder) => folder === uid).length,
  })
}

export function deleteFolder({ state, params: [uid] }: Call): Answer {
  const folder = state.folders.find((f) => f.uid === uid)
  if (!folder) return refused(404, 'folder not found', { status: 'not-found' })
  state.folders.splice(state.folders.indexOf(folder), 1)
  for (const gone of state.dashboards.filter((d) => d.folderUid === uid))
    state.dashboards.splice(state.dashboards.indexOf(gone), 1)
  return ok({ message: 'Folder deleted' })
}
