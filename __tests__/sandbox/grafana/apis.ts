import { converted, typed } from './schema-v2.ts'
import {
  type Answer,
  type Call,
  type Dashboard,
  isObject,
  type Json,
  nextId,
  ok,
  type State,
  time,
} from './state.ts'

const GROUP = 'dashboard.grafana.app'
const VERSION = `${GROUP}/v0alpha1`

/** Status objects of Kubernetes, as `/apis` answers with them. */
const status = (code: number, message: string, more: Json = {}): Answer => ({
  status: code,
  body: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, ...more, code },
})

const unknownVersion = status(404, 'the server could not find the requested resource', {
  reason: 'NotFound',
  details: {},
})

/**
 * v0alpha1 serves what is stored, v2 converted [k8s.v2-as-v1beta1]; of the other versions this project asks only for those
 * of schema v2, which serve what was put with them.
 */
function serve(state: State, dashboard: Dashboard, version = 'v0alpha1'): Json {
  const { id: _id, uid: _uid, version: _version, ...stored } = dashboard.spec
  const isV2 = version.startsWith('v2')
  const spec = isV2 || !dashboard.storedVersion ? stored : converted(stored)
  const generated = dashboard.version > 1
  return {
    kind: 'Dashboard',
    apiVersion: `${GROUP}/${version}`,
    metadata: {
      name: dashboard.uid,
      namespace: state.namespace,
      uid: `00000000-0000-4000-8000-${String(dashboard.id).padStart(12, '0')}`,
      resourceVersion: String(dashboard.updated * 1000),
      generation: dashboard.version,
      creationTimestamp: time(dashboard.created),
      labels: { 'grafana.app/deprecatedInternalID': String(dashboard.id) },
      annotations: {
        'grafana.app/createdBy': 'service-account:standin',
        ...(dashboard.folderUid && { 'grafana.app/folder': dashboard.folderUid }),
        ...(dashboard.message && { 'grafana.app/message': dashboard.message }),
        ...(dashboard.provisioned && { 'grafana.app/managedBy': 'classic-file-provisioning' }),
        ...dashboard.annotations,
        ...(generated && {
          'grafana.app/updatedBy': 'service-account:standin',
          'grafana.app/updatedTimestamp': time(dashboard.updated),
        }),
      },
      managedFields: [
        {
          manager: 'grafana',
          operation: 'Update',
          apiVersion: VERSION,
          time: time(dashboard.updated),
          fieldsType: 'FieldsV1',
          fieldsV1: {},
        },
      ],
    },
    spec,
    status: {},
  }
}

function unavailable({ state, params: [version, namespace] }: Call): Answer | undefined {
  if (namespace !== state.namespace)
    return {
      status: 403,
      body: {
        extra: null,
        message: 'invalid namespace',
        messageId: 'authn.invalid-namespace',
        statusCode: 403,
        traceID: '',
      },
    }
  const isKnown = version !== undefined && state.apiVersions.includes(version) && version !== 'v1beta1'
  return isKnown && !state.legacy ? undefined : unknownVersion
}

/** The sizes of specs, which are replaced, never changed. */
const sizes = new WeakMap<Json, number>()

function firstBytes(dashboards: readonly Dashboard[], most: number): readonly Dashboard[] {
  let bytes = 0
  const end = dashboards.findIndex(({ spec }) => {
    const size = sizes.get(spec) ?? JSON.stringify(spec).length
    sizes.set(spec, size)
    bytes += size
    return bytes >= most
  })
  return end < 0 ? dashboards : dashboards.slice(0, end + 1)
}

export function listResources(call: Call): Answer {
  const { state, query } = call
  const gone = unavailable(call)
  if (gone) return gone
  const limit = Math.min(Number(query.get('limit') ?? 0) || Number.POSITIVE_INFINITY, state.pageSize)
  const from = Number(Buffer.from(query.get('continue') ?? '', 'base64url').toString() || 0)
  const all = state.dashboards.toSorted((a, b) => (a.uid < b.uid ? -1 : 1))
  const page = firstBytes(all.slice(from, from + limit), state.pageBytes)
  const next = from + page.length
  return ok({
    kind: 'DashboardList',
    apiVersion: VERSION,
    metadata: {
      resourceVersion: String(Date.now() * 1000),
      ...(next < all.length && { continue: Buffer.from(String(next)).toString('base64url') }),
    },
    items: page.map((dashboard) => serve(state, dashboard)),
  })
}

export function getResource(call: Call): Answer {
  const gone = unavailable(call)
  if (gone) return gone
  const name = call.params[2] ?? ''
  const found = call.state.dashboards.find((d) => d.uid === name)
  if (found) return ok(serve(call.state, found, call.params[0]))
  return status(404, `dashboards.dashboard.grafana.app "${name}" not found`, {
    reason: 'NotFound',
    details: { name, group: 'dashboard.grafana.app', kind: 'dashboards' },
  })
}

/** The groups in the form of Kubernetes; recorded are their names and versions [k8s.apis]. */
export function listGroups({ state }: Call): Answer {
  if (state.legacy) return { status: 404, body: { message: 'Not found' } }
  const versions = state.apiVersions.map((version) => ({ groupVersion: `${GROUP}/${version}`, version }))
  return ok({ kind: 'APIGroupList', apiVersion: 'v1', groups: [{ name: GROUP, versions }] })
}

/**
 * A PUT creates [k8s.put-creates] or replaces, whoever wrote last [k8s.update-no-rv]; the generation moves with every one
 * [k8s.update-echo-again].
 */
export function putResource(call: Call): Answer {
  const gone = unavailable(call)
  if (gone) return gone
  const { state, params, body, role } = call
  const [version = '', , uid = ''] = params
  const metadata = isObject(body?.metadata) ? body.metadata : {}
  const sent = isObject(metadata.annotations) ? (metadata.annotations as Record<string, string>) : {}
  const { 'grafana.app/folder': folderUid = '', 'grafana.app/message': message = '', ...annotations } = sent
  if (folderUid && !state.folders.some((folder) => folder.uid === folderUid))
    return status(404, `folders.folder.grafana.app "${folderUid}" not found`, { reason: 'NotFound' })
  const spec = typed(isObject(body?.spec) ? body.spec : {})
  const now = Date.now()
  const values = { spec, folderUid, message, annotations, storedVersion: version, updated: now }
  const stored = state.dashboards.find((dashboard) => dashboard.uid === uid)
  if (stored) {
    Object.assign(stored, values, { version: stored.version + 1 })
    return ok(serve(state, stored, version))
  }
  const versions = [{ version: 1, message, created: now, role }]
  const created = {
    id: nextId(state),
    uid,
    version: 1,
    provisioned: false,
    created: now,
    versions,
    ...values,
  }
  state.dashboards.push(created)
  return { status: 201, body: serve(state, created, version) }
}
