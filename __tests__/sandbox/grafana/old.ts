import { type Answer, type Call, denied, isObject, type Json, refused } from './state.ts'

/**
 * Where Grafana 10.1 answers otherwise than 12.4, as recorded on it: no `/apis`; folders and dashboards share their uids,
 * and each title is there once; rules need the Admin, exist before their group is put, and know no contact point.
 */
export function answerAsOld(call: Call, path: string): Answer | undefined {
  const { method } = call
  if (path.startsWith('/apis')) return refused(404, 'Not found')
  if (method === 'POST' && path === '/api/folders') return folderFault(call)
  if (method === 'POST' && path === '/api/dashboards/db') return dashboardFault(call)
  const rules = /^\/api\/v1\/provisioning\/(?:alert-rules|folder\/([^/]+)\/rule-groups\/([^/]+))/.exec(path)
  return rules
    ? ruleFault(
        call,
        rules.slice(1).map((part) => decodeURIComponent(part ?? '')),
      )
    : undefined
}

function folderFault({ state, body, role }: Call): Answer | undefined {
  if (role === 'Viewer') return undefined
  if (state.folders.some(({ uid }) => uid === body?.uid))
    return refused(412, 'the folder has been changed by someone else', { status: 'version-mismatch' })
  const taken = state.folders.some(({ title }) => title === body?.title)
  return taken
    ? refused(409, 'a folder or dashboard in the general folder with the same name already exists')
    : undefined
}

function dashboardFault({ state, body, role }: Call): Answer | undefined {
  const sent = isObject(body?.dashboard) ? body.dashboard : {}
  if (role === 'Viewer') return undefined
  if (state.folders.some(({ uid }) => uid === sent.uid))
    return refused(400, 'Dashboard cannot be changed to a folder')
  const twin = state.dashboards.find(
    ({ uid, spec, folderUid }) =>
      uid !== sent.uid && spec.title === sent.title && folderUid === body?.folderUid,
  )
  if (!twin) return undefined
  if (body?.overwrite !== true)
    return refused(412, 'A dashboard with the same name in the folder already exists', {
      status: 'name-exists',
    })
  // The other one is replaced, under its own uid.
  sent.uid = twin.uid
  return undefined
}

function ruleFault({ state, body, method, role }: Call, [folderUid, title]: string[]): Answer | undefined {
  if (role !== 'Admin') return denied(`alert.provisioning:${method === 'GET' ? 'read' : 'write'}`)
  const all = state.ruleGroups.flatMap(({ rules }) => rules)
  if (method === 'DELETE') return title ? refused(404, 'Not found') : undefined
  if (title && method === 'GET')
    return state.ruleGroups.some((g) => g.folderUid === folderUid && g.title === title)
      ? undefined
      : refused(404, 'rulegroup not found')
  const sent: Json[] = Array.isArray(body?.rules) ? body.rules.filter(isObject) : []
  const unknown = sent.find(({ uid }) => uid && !all.some((rule) => rule.uid === uid))
  if (unknown)
    return refused(
      500,
      `failed to calculate diff for alert rules: failed to update rule with UID ${unknown.uid} because could not find alert rule`,
    )
  if (
    method === 'POST' &&
    all.some((rule) => rule.folderUID === body?.folderUID && rule.title === body?.title)
  )
    return refused(
      500,
      'a conflicting alert rule is found: rule title under the same organisation and folder should be unique',
    )
  return undefined
}

/** What rules do not have yet. */
export function withoutNews(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNews)
  if (!isObject(value)) return value
  const { notification_settings, record, keep_firing_for, ...rest } = value
  return Array.isArray(rest.rules) ? { ...rest, rules: rest.rules.map(withoutNews) } : rest
}
