import { type Answer, type Call, type Dashboard, type Json, ok, type State, time } from './state.ts'

const VERSION = 'dashboard.grafana.app/v0alpha1'

/** Status objects of Kubernetes, as `/apis` answers with them. */
const status = (code: number, message: string, more: Json = {}): Answer => ({
  status: code,
  body: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, ...more, code },
})

const unknownVersion = status(404, 'the server could not find the requested resource', {
  reason: 'NotFound',
  details: {},
})

/** v0alpha1 serves what is stored; the other versions migrate it and are not asked for by this project. */
function serve(state: State, dashboard: Dashboard): Json {
  const { id: _id, uid: _uid, version: _version, ...spec } = dashboard.spec
  const generated = dashboard.version > 1
  return {
    kind: 'Dashboard',
    apiVersion: VERSION,
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
  return version === 'v0alpha1' && !state.legacy ? undefined : unknownVersion
}

export function listResources(call: Call): Answer {
  const { state, query } = call
  const gone = unavailable(call)
  if (gone) return gone
  const limit = Math.min(Number(query.get('limit') ?? 0) || Number.POSITIVE_INFINITY, state.pageSize)
  const from = Number(Buffer.from(query.get('continue') ?? '', 'base64url').toString() || 0)
  const all = state.dashboards.toSorted((a, b) => (a.uid < b.uid ? -1 : 1))
  const page = all.slice(from, from + limit)
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
  if (found) return ok(serve(call.state, found))
  return status(404, `dashboards.dashboard.grafana.app "${name}" not found`, {
    reason: 'NotFound',
    details: { name, group: 'dashboard.grafana.app', kind: 'dashboards' },
  })
}
