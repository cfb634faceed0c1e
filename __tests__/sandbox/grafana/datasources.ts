import { type Answer, type Call, type DataSource, isObject, type Json, nextId, ok, refused } from './state.ts'

const LOGOS: Record<string, string> = {
  prometheus: 'public/plugins/prometheus/img/prometheus_logo.svg',
}

export function serveDataSource(ds: DataSource): Json {
  const { secrets, ...shown } = ds
  return {
    ...shown,
    orgId: 1,
    typeLogoUrl: LOGOS[ds.type] ?? 'public/img/icn-datasource.svg',
    user: '',
    database: '',
    withCredentials: false,
    secureJsonFields: Object.fromEntries(Object.keys(secrets).map((key) => [key, true])),
    apiVersion: '',
  }
}

export function listDataSources({ state }: Call): Answer {
  const sorted = state.dataSources.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const rows = sorted.map((ds) => {
    const { secureJsonFields, basicAuthUser, withCredentials, version, apiVersion, ...row } =
      serveDataSource(ds)
    return { ...row, typeName: ds.type === 'prometheus' ? 'Prometheus' : ds.type }
  })
  return ok(rows)
}

const missing = refused(404, 'Data source not found')

export function getDataSource({ state, params: [key, value] }: Call): Answer {
  const found = state.dataSources.find((ds) => (key === 'uid' ? ds.uid : ds.name) === value)
  return found ? ok(serveDataSource(found)) : missing
}

export function createDataSource({ state, body }: Call): Answer {
  const bad = invalid(body)
  if (bad || !body) return bad ?? refused(400, 'bad request data')
  const name = String(body.name)
  const uid = String(body.uid || `ds${nextId(state)}`)
  if (state.dataSources.some((ds) => ds.name === name))
    return refused(409, 'data source with the same name already exists')
  if (state.dataSources.some((ds) => ds.uid === uid))
    return refused(409, 'data source with the same uid already exists')
  const created: DataSource = {
    id: nextId(state),
    uid,
    name,
    type: String(body.type),
    access: String(body.access),
    url: String(body.url ?? ''),
    basicAuth: body.basicAuth === true,
    basicAuthUser: String(body.basicAuthUser ?? ''),
    isDefault: false,
    jsonData: isObject(body.jsonData) ? body.jsonData : {},
    secrets: secretsOf(body),
    version: 1,
    readOnly: false,
  }
  state.dataSources.push(created)
  if (body.isDefault === true) makeDefault(state.dataSources, created)
  return ok({ datasource: serveDataSource(created), id: created.id, message: 'Datasource added', name })
}

export function updateDataSource({ state, params: [uid], body }: Call): Answer {
  const stored = state.dataSources.find((ds) => ds.uid === uid)
  if (!stored) return missing
  if (stored.readOnly) return refused(403, 'Cannot update read-only data source')
  const bad = invalid(body)
  if (bad || !body) return bad ?? refused(400, 'bad request data')
  if (body.uid !== undefined && body.uid !== uid) return refused(500, 'Failed to update datasource')
  const name = String(body.name)
  if (state.dataSources.some((ds) => ds.name === name && ds !== stored))
    return refused(409, 'Failed to update datasource: data source with the same name already exists')
  const sent = Number(body.version ?? 0)
  if (sent !== 0 && sent < stored.version)
    return refused(409, 'Datasource has already been updated by someone else. Please reload and try again')
  Object.assign(stored, {
    name,
    type: String(body.type),
    access: String(body.access),
    url: String(body.url ?? ''),
    basicAuth: body.basicAuth === true,
    ...(body.basicAuthUser !== undefined && { basicAuthUser: String(body.basicAuthUser) }),
    jsonData: isObject(body.jsonData) ? body.jsonData : {},
    secrets: { ...stored.secrets, ...secretsOf(body) },
    version: sent + 1,
  })
  if (body.isDefault === true) makeDefault(state.dataSources, stored)
  else stored.isDefault = false
  return ok({ datasource: serveDataSource(stored), id: stored.id, message: 'Datasource updated', name })
}

export function deleteDataSource({ state, params: [uid] }: Call): Answer {
  const stored = state.dataSources.find((ds) => ds.uid === uid)
  if (!stored) return missing
  if (stored.readOnly) return refused(403, 'Cannot delete read-only data source')
  state.dataSources.splice(state.dataSources.indexOf(stored), 1)
  return ok({ id: stored.id, message: 'Data source deleted' })
}

function makeDefault(all: DataSource[], one: DataSource): void {
  for (const ds of all) ds.isDefault = ds === one
}

const secretsOf = (body: Json): Record<string, string> =>
  isObject(body.secureJsonData)
    ? Object.fromEntries(Object.entries(body.secureJsonData).map(([key, value]) => [key, String(value)]))
    : {}

function invalid(body: Json | undefined): Answer | undefined {
  if (!body?.name || !body.type || !body.access) return refused(400, 'bad request data')
  if (body.url && !URL.canParse(String(body.url).includes('://') ? String(body.url) : `http://${body.url}`))
    return refused(400, 'Validation error, invalid URL')
  if (body.uid && !/^[a-zA-Z0-9_-]{1,40}$/.test(String(body.uid)))
    return {
      status: 400,
      body: { statusCode: 400, messageId: 'datasource.uidInvalid', message: 'Invalid datasource UID.' },
    }
  return undefined
}
