import type { OwnDataSource } from './grafana.ts'
import { isObject, type Json } from './grafana-json.ts'

/** A data source as Grafana serves it; passwords never come back, only whether they are set. */
export interface StoredDataSource extends Json {
  uid: string
  name: string
  type: string
  url: string
  readOnly: boolean
}

/** The body that creates our data source. It never becomes the default one. */
export function newDataSource(own: OwnDataSource): Json {
  return { ...fields(own, {}), uid: own.uid, name: own.name, isDefault: false, ...secret(own) }
}

/**
 * The body that brings a stored data source to what we want. A PUT replaces everything but secrets, so what others set
 * (its name, isDefault, further jsonData) is sent back as it is. No version: then the request may be repeated.
 */
export function changedDataSource(stored: StoredDataSource, own: OwnDataSource): Json {
  const { id, orgId, typeLogoUrl, version, readOnly, apiVersion, secureJsonFields, ...rest } = stored
  return { ...rest, ...fields(own, isObject(stored.jsonData) ? stored.jsonData : {}), ...secret(own) }
}

/** What differs, in words; empty when nothing does. A changed password shows only in the data source's health. */
export function dataSourceDifferences(stored: StoredDataSource, own: OwnDataSource): string[] {
  const wanted = fields(own, isObject(stored.jsonData) ? stored.jsonData : {})
  const hasSecret = isObject(stored.secureJsonFields) && stored.secureJsonFields.basicAuthPassword === true
  const jsonData = isObject(stored.jsonData) ? stored.jsonData : {}
  return [
    ...(['url', 'access', 'basicAuth'] as const).filter((key) => stored[key] !== wanted[key]),
    ...(own.user !== undefined && stored.basicAuthUser !== own.user ? ['user'] : []),
    ...(own.password !== undefined && !hasSecret ? ['password'] : []),
    ...(jsonData.timeInterval !== own.timeInterval ? ['scrape interval'] : []),
  ]
}

function fields(own: OwnDataSource, jsonData: Json): Json {
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
      timeInterval: own.timeInterval,
    },
  }
}

const secret = (own: OwnDataSource): Json =>
  own.password === undefined ? {} : { secureJsonData: { basicAuthPassword: own.password } }
