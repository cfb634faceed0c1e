import { isJsonObject, type JsonObject, objectsIn, stringIn } from '../../lib/json-value.ts'
import { oneLine } from '../../lib/text.ts'

/** What a reference to a data source means for this deployment. `other`: why its queries are not sent to Prometheus. */
export type DataSourceUse = { kind: 'ours' } | { kind: 'other'; why: string }

const OURS: DataSourceUse = { kind: 'ours' }

const other = (why: string): DataSourceUse => ({ kind: 'other', why })

/**
 * Whether a reference in a dashboard leads to the Prometheus of this deployment. `uid`: its data source, to which the
 * dashboard was bound; without it, every fixed Prometheus data source counts as ours.
 */
export function dataSourceUse(reference: unknown, json: JsonObject, uid: string | undefined): DataSourceUse {
  const type = isJsonObject(reference) ? stringIn(reference.type) : ''
  const name = isJsonObject(reference) ? stringIn(reference.uid) : stringIn(reference)
  if (type === '__expr__' || name === '__expr__')
    return other('It is an expression that Grafana calculates from the other queries of the panel.')
  if (name === '-- Dashboard --') return other('It shows the result of another panel.')
  if (name === '-- Grafana --' || name === 'grafana' || type === 'grafana')
    return other('Its data source is Grafana itself.')
  const variable = declaredVariable(name, json)
  if (variable) return variableUse(variable, name, uid)
  if (type !== '' && type !== 'prometheus')
    return other(`It uses another data source, which is not Prometheus but ${oneLine(type, 60)}.`)
  // What is not set means the default data source, which the dashboard was bound to.
  if (name === '' || name.startsWith('$') || uid === undefined || name === uid) return OURS
  return other(
    `It uses another data source, \`${oneLine(name, 60)}\`, which is not the one of this deployment.`,
  )
}

function declaredVariable(name: string, json: JsonObject): JsonObject | undefined {
  const found = /^(?:\$\{(\w+)(?::\w+)?\}|\$(\w+)|\[\[(\w+)\]\])$/.exec(name)
  const wanted = found?.[1] ?? found?.[2] ?? found?.[3]
  if (wanted === undefined) return undefined
  const templating = isJsonObject(json.templating) ? json.templating : {}
  return objectsIn(templating.list).find((one) => one.type === 'datasource' && one.name === wanted)
}

function variableUse(variable: JsonObject, name: string, uid: string | undefined): DataSourceUse {
  const query = stringIn(variable.query)
  if (query !== 'prometheus')
    return other(
      `It uses another data source, \`${oneLine(name, 60)}\`, which is not Prometheus but ${oneLine(query, 60)}.`,
    )
  const current = isJsonObject(variable.current) ? variable.current.value : undefined
  const [first] = [current].flat()
  return uid === undefined || first === uid || typeof first !== 'string' || first === ''
    ? OURS
    : other(
        `It uses another data source, the value of \`${oneLine(name, 60)}\`, which is not the one of this deployment.`,
      )
}
