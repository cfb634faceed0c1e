import * as v from 'valibot'
import { oneLine } from '../../lib/text.ts'
import type { StoredDataSource } from '../../plan/grafana/data-source.ts'
import type { Json } from '../../plan/grafana-json.ts'
import type { Requests } from './request.ts'
import { segment, shaped } from './shaped.ts'

const dataSourceShape = v.looseObject({
  uid: v.string(),
  name: v.string(),
  type: v.string(),
  url: v.string(),
  readOnly: v.optional(v.boolean(), false),
})
const healthShape = v.object({ status: v.optional(v.string(), 'ERROR'), message: v.optional(v.string(), '') })

/** Otherwise the data source is asked as it was up to 5 s ago (measured on 10.1). */
const FRESH = { 'x-grafana-nocache': 'true' }

export function dataSources({ send }: Requests) {
  return {
    dataSource: async (by: 'uid' | 'name', value: string): Promise<StoredDataSource | undefined> => {
      const to = `read the data source "${value}"`
      const answer = await send({ path: `/api/datasources/${by}/${segment(value)}`, to, expect: [404] })
      return answer.status === 404 ? undefined : shaped(answer, dataSourceShape, to)
    },
    createDataSource: async (body: Json) => {
      await send({
        method: 'POST',
        path: '/api/datasources',
        body,
        to: `create the data source "${body.name}"`,
      })
    },
    updateDataSource: async (uid: string, body: Json) => {
      const path = `/api/datasources/uid/${segment(uid)}`
      await send({ method: 'PUT', path, body, to: `change the data source "${body.name}"` })
    },
    dataSourceHealth: async (uid: string) => {
      const to = 'ask the data source for its health'
      const path = `/api/datasources/uid/${segment(uid)}/health`
      const answer = await send({ path, headers: FRESH, to, expect: [400, 500] })
      const { status, message } = shaped(answer, healthShape, to)
      return { ok: status === 'OK', message: oneLine(message, 300) }
    },
  }
}
