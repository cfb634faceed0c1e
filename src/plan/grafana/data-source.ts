import type { Attempt } from '../../lib/attempt.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { isJsonObject, type JsonObject } from '../../lib/json-value.ts'
import { oneLine, withoutEndSlash } from '../../lib/text.ts'
import type { GrafanaDesired, OwnDataSource, StoredDataSource } from '../../model/grafana.ts'
import { type GrafanaChange, type GrafanaObject, grafanaChange } from './actions.ts'
import { failedObject, type PlannedObject } from './outcome.ts'

/** Grafana's answer to a health check of the data source. */
export type DataSourceHealth = Attempt<{ ok: boolean; message: string }>

export interface PlannedDataSource {
  planned: PlannedObject
  /** The uid that dashboards and rules query; undefined where it is not known. */
  uid: string | undefined
  /** For a managed data source that needs no change: the change once Prometheus rejects the password that Grafana has. */
  resendPassword: GrafanaChange | undefined
}

/** A managed data source is created, corrected where it differs, kept where it is provisioned. An existing one is found. */
export function diffDataSource(
  asked: GrafanaDesired['dataSource'],
  read: Attempt<StoredDataSource | undefined>,
  health: DataSourceHealth | undefined,
  url: string,
): PlannedDataSource {
  if ('existing' in asked) {
    const object = { kind: 'data source', name: asked.existing } as const
    const planned = read.ok
      ? ({ ...object, state: 'unchanged' } as const)
      : failedObject(object, read.problem)
    const uid = asked.own?.uid ?? (read.ok ? read.value?.uid : undefined)
    return { planned, uid, resendPassword: undefined }
  }
  const stored = read.ok ? read.value : undefined
  const resendPassword = stored && passwordChange(objectOf(asked, stored, url), stored, asked)
  const refused = health?.ok === true && !health.value.ok && isPasswordRefused(health.value.message)
  const planned = refused && resendPassword ? resendPassword : diffOwn(asked, read, url)
  return { planned, uid: asked.uid, resendPassword }
}

function diffOwn(
  own: OwnDataSource,
  read: Attempt<StoredDataSource | undefined>,
  url: string,
): PlannedObject {
  const stored = read.ok ? read.value : undefined
  const object = objectOf(own, stored, url)
  if (!read.ok) return failedObject(object, read.problem)
  const { uid } = own
  if (!stored) {
    const action = { kind: 'create-data-source', uid, body: newDataSource(own) } as const
    return grafanaChange(object, { becomes: 'created', reason: 'it does not exist yet', action })
  }
  if (stored.type !== 'prometheus') return failedObject(object, wrongType(stored))
  const differences = dataSourceDifferences(stored, own)
  if (differences.length === 0) return { ...object, state: 'unchanged' }
  if (stored.readOnly) return { ...object, state: 'kept', problem: provisioned(stored, differences) }
  return grafanaChange(object, {
    ...{ becomes: 'updated', owner: 'ours', reason: `new ${differences.map(({ name }) => name).join(', ')}` },
    diff: differences.map(({ name, from, to }) => `~ ${name}: ${from} → ${to}`).join('\n'),
    action: { kind: 'update-data-source', uid, body: changedDataSource(stored, own) },
  })
}

const objectOf = (own: OwnDataSource, stored: StoredDataSource | undefined, url: string): GrafanaObject => ({
  kind: 'data source',
  name: stored?.name ?? own.name,
  url: `${url}/connections/datasources/edit/${own.uid}`,
})

/** Grafana never returns a password: that the stored one is old shows only when Prometheus rejects it. */
export const isPasswordRefused = (message: string): boolean => /\b401\b/.test(message)

function passwordChange(
  object: GrafanaObject,
  stored: StoredDataSource,
  own: OwnDataSource,
): GrafanaChange | undefined {
  if (secretOf(own) === undefined || !isAsWanted(stored, own)) return undefined
  const action = { kind: 'update-data-source', uid: own.uid, body: changedDataSource(stored, own) } as const
  return grafanaChange(object, { becomes: 'updated', owner: 'ours', reason: 'new password', action })
}

/** Whether the stored data source needs no change, as far as can be read: a changed password shows in its health only. */
export const isAsWanted = (stored: StoredDataSource, own: OwnDataSource): boolean =>
  stored.type === 'prometheus' && dataSourceDifferences(stored, own).length === 0

/** The body that creates the data source, without the password. It never becomes the default data source. */
function newDataSource(own: OwnDataSource): JsonObject {
  return { ...fields(own, {}), uid: own.uid, name: own.name, isDefault: false }
}

/**
 * The body that updates a stored data source. A PUT replaces everything except secrets, so what others set (its name,
 * isDefault, further jsonData) is sent back unchanged. Without `version` the request may be repeated.
 */
function changedDataSource(stored: StoredDataSource, own: OwnDataSource): JsonObject {
  const { id, orgId, typeLogoUrl, version, readOnly, apiVersion, secureJsonFields, ...rest } = stored
  return { ...rest, ...fields(own, isJsonObject(stored.jsonData) ? stored.jsonData : {}) }
}

/** Adds the secret to a body: plans hold none. */
export function withPassword(body: JsonObject, asked: GrafanaDesired['dataSource'] | undefined): JsonObject {
  const secret = asked && !('existing' in asked) ? secretOf(asked) : undefined
  return secret ? { ...body, secureJsonData: { [secret.field]: secret.value } } : body
}

/** The secret of a data source and Grafana's field for it: a password, or the value of the first header of its own. */
function secretOf({ password, authorization }: OwnDataSource): { field: string; value: string } | undefined {
  if (authorization !== undefined) return { field: 'httpHeaderValue1', value: authorization }
  return password === undefined ? undefined : { field: 'basicAuthPassword', value: password }
}

const AUTHORIZATION_HEADER = 'Authorization'

/**
 * The first header of its own. One that others have set stays; the token of another server must not be sent to one that has a
 * password, or none.
 */
function headerOf({ authorization }: OwnDataSource, { httpHeaderName1: stored }: JsonObject): unknown {
  if (authorization !== undefined) return AUTHORIZATION_HEADER
  return stored === AUTHORIZATION_HEADER ? undefined : stored
}

interface Difference {
  name: string
  from: string
  to: string
}

function dataSourceDifferences(stored: StoredDataSource, own: OwnDataSource): Difference[] {
  const jsonData = isJsonObject(stored.jsonData) ? stored.jsonData : {}
  const wanted = fields(own, jsonData)
  const secret = secretOf(own)
  const hasSecret =
    isJsonObject(stored.secureJsonFields) && stored.secureJsonFields[secret?.field ?? ''] === true
  const compared = (name: string, from: unknown, to: unknown): Difference[] =>
    from === to ? [] : [{ name, from: shown(from), to: shown(to) }]
  return [
    // Grafana removes slashes at the end of the URL before it adds a path.
    ...compared('url', withoutEndSlash(stored.url), withoutEndSlash(own.url)),
    ...(['access', 'basicAuth'] as const).flatMap((key) => compared(key, stored[key], wanted[key])),
    ...(own.user === undefined ? [] : compared('user', stored.basicAuthUser, own.user)),
    ...compared('header', jsonData.httpHeaderName1, headerOf(own, jsonData)),
    ...(secret ? compared('password', hasSecret ? 'set' : 'not set', 'set') : []),
    ...compared('scrape interval', jsonData.timeInterval, own.timeInterval),
  ]
}

/** A value of a field for a message; a URL without the credentials that it may contain. */
function shown(value: unknown): string {
  if (value === undefined || value === '') return 'none'
  return oneLine(String(value).replace(/^(\w+:\/\/)[^/?#]*@/, '$1'), 100)
}

function fields(own: OwnDataSource, jsonData: JsonObject): JsonObject {
  return {
    type: 'prometheus',
    access: 'proxy',
    url: own.url,
    basicAuth: own.user !== undefined,
    basicAuthUser: own.user ?? '',
    jsonData: {
      httpMethod: 'POST',
      prometheusType: 'Prometheus',
      ...jsonData,
      httpHeaderName1: headerOf(own, jsonData),
      timeInterval: own.timeInterval,
    },
  }
}

/** A data source that is not a Prometheus is never written and never queried. */
export const wrongType = ({ name, type }: StoredDataSource): Diagnostic => ({
  code: 'grafana-datasource-type',
  severity: 'error',
  message: `The data source "${oneLine(name, 100)}" is of type ${oneLine(type, 50)}, not Prometheus. It was left unchanged.`,
  hint: 'Give it another uid, or set `grafana.datasource` in monitoring.yml to a Prometheus data source.',
})

const provisioned = ({ name }: StoredDataSource, differences: readonly Difference[]): Diagnostic => ({
  code: 'grafana-datasource-provisioned',
  severity: 'warning',
  message: `The data source "${oneLine(name, 100)}" is provisioned from a file and differs from the configuration: ${differences.map((d) => `${d.name} ${d.from}, not ${d.to}`).join('; ')}.`,
  hint: `To use it unchanged, set \`grafana.datasource: ${oneLine(name, 100)}\` in monitoring.yml. Otherwise change that file on the Grafana server, or give the data source in it another uid.`,
})
