import type { DashboardModel } from '../../formats/dashboard-model.ts'
import { isJsonObject, type JsonObject, objectsIn } from '../../lib/json-value.ts'
import { ANNOTATIONS_SOURCE, annotationTags, deploymentsQuery } from './annotations.ts'
import type { DataSourceRef } from './data-source-references.ts'
import { bindDataSourceV2 } from './data-source-references-v2.ts'

/** A dashboard of schema v2, bound to the data source of the deployment. */
export interface NormalSpec {
  spec: JsonObject
  apiVersions: readonly string[]
  others: readonly string[]
}

/**
 * The spec of schema v2 as it is sent; undefined where it is not one: classic content under such a version is stored as an
 * empty dashboard (recorded on 12.4).
 */
export function normaliseSpec(
  { spec, apiVersion }: DashboardModel,
  { deployment, dataSource }: { deployment: string; dataSource: DataSourceRef },
): NormalSpec | undefined {
  if (!isJsonObject(spec.elements) || !isJsonObject(spec.layout)) return undefined
  const apiVersions = versionsFor(apiVersion, spec.elements)
  const bound = bindDataSourceV2(spec, dataSource)
  return { spec: withDeployments(bound.spec, deployment, apiVersions), apiVersions, others: bound.others }
}

/** v2 is v2beta1 declared stable: each accepts the other's dashboards. v2alpha1 spells data sources in another way. */
const STABLE = ['v2', 'v2beta1']

function versionsFor(apiVersion: string, elements: JsonObject): readonly string[] {
  if (apiVersion === 'v2beta1') return STABLE.toReversed()
  if (apiVersion !== '' && apiVersion !== 'v2') return [apiVersion]
  const isAlpha = Object.values(elements).some(
    (element) =>
      isJsonObject(element) &&
      isJsonObject(element.spec) &&
      isJsonObject(element.spec.vizConfig) &&
      element.spec.vizConfig.kind !== 'VizConfig',
  )
  return apiVersion === '' && isAlpha ? ['v2alpha1'] : STABLE
}

/** Adds the query for the deploy annotations unless the dashboard has one. */
function withDeployments(spec: JsonObject, deployment: string, versions: readonly string[]): JsonObject {
  const list = objectsIn(spec.annotations)
  const tags = annotationTags(deployment)
  const shows = (annotation: JsonObject): boolean => {
    const query = isJsonObject(annotation.spec) ? annotation.spec.query : undefined
    const asked = isJsonObject(query) && isJsonObject(query.spec) ? query.spec.tags : undefined
    return Array.isArray(asked) && tags.every((tag) => asked.includes(tag))
  }
  if (versions.includes('v2alpha1') || list.some(shows)) return spec
  const { target, ...shown } = deploymentsQuery(deployment)
  const query = { kind: 'DataQuery', group: 'grafana', version: 'v0', spec: target }
  const datasource = { name: ANNOTATIONS_SOURCE.uid }
  const annotation = { kind: 'AnnotationQuery', spec: { ...shown, query: { ...query, datasource } } }
  return { ...spec, annotations: [...list, annotation] }
}
