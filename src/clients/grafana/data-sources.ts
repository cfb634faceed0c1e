import * as v from 'valibot'
import type { JsonObject } from '../../lib/json-value.ts'
import { oneLine } from '../../lib/text.ts'
import type { StoredDataSource } from '../../model/grafana.ts'
import type { GrafanaRequests } from './request.ts'
import { parseResponse, pathSegment } from './response.ts'

const dataSourceShape = v.looseObject({
  uid: v.string(),
  name: v.string(),
  type: v.string(),
  url: v.string(),
  readOnly: v.optional(v.boolean(), false),
})
const healthShape = v.object({ status: v.optional(v.string(), 'ERROR'), message: v.optional(v.string(), '') })

/** Otherwise Grafana uses the data source as it was up to 5 s ago (measured on 10.1). */
const FRESH = { 'x-grafana-nocache': 'true' }

export function dataSourceRequests({ send }: GrafanaRequests) {
  return {
    dataSource: async (by: 'uid' | 'name', value: string): Promise<StoredDataSource | undefined> => {
      const to = `read the data source "${value}"`
      const answer = await send({ path: `/api/datasources/${by}/${pathSegment(value)}`, to, expect: [404] })
      return answer.status === 404 ? undefined : parseResponse(answer, dataSourceShape, to)
    },
    createDataSource: async (body: JsonObject) => {
      await send({
        method: 'POST',
        path: '/api/datasources',
        body,
        to: `create the data source "${body.name}"`,
      })
    },
    updateDataSource: async (uid: string, body: JsonObject) => {
      const path = `/api/datasources/uid/${pathSegment(uid)}`
      await send({ method: 'PUT', path, body, to: `change the data source "${body.name}"` })
    },
    deleteDataSource: async (uid: string) => {
      const path = `/api/datasources/uid/${pathSegment(uid)}`
      await send({ method: 'DELETE', path, to: `remove the data source "${uid}"`, expect: [404] })
    },
    dataSourceHealth: async (uid: string) => {
      const to = 'ask the data source for its health'
      const path = `/api/datasources/uid/${pathSegment(uid)}/health`
      const answer = await send({ path, headers: FRESH, to, expect: [400, 500] })
      const { status, message } = parseResponse(answer, healthShape, to)
      return { ok: status === 'OK', message: oneLine(message, 300) }
    },
  }
}
