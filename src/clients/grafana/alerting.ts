import * as v from 'valibot'
import type { JsonObject } from '../../lib/json-value.ts'
import type { StoredRule, StoredRuleGroup } from '../../model/grafana.ts'
import type { GrafanaRequests } from './request.ts'
import { parseResponse, pathSegment } from './response.ts'

const ruleShape = v.looseObject({
  uid: v.string(),
  title: v.string(),
  folderUID: v.string(),
  ruleGroup: v.string(),
})
const groupShape = v.object({ interval: v.number(), rules: v.nullable(v.array(ruleShape)) })

/** Rules stay editable in Grafana: otherwise they would be locked to the API for good. */
const EDITABLE = { 'x-disable-provenance': 'true' }

const groupPath = (folder: string, title: string): string =>
  `/api/v1/provisioning/folder/${pathSegment(folder)}/rule-groups/${pathSegment(title)}`

export function alertingRequests({ send }: GrafanaRequests) {
  return {
    rules: async (): Promise<StoredRule[]> => {
      const to = 'list the alert rules'
      return parseResponse(
        await send({ path: '/api/v1/provisioning/alert-rules', to }),
        v.array(ruleShape),
        to,
      )
    },
    ruleGroup: async (folderUid: string, title: string): Promise<StoredRuleGroup | undefined> => {
      const to = `read the rule group "${title}"`
      const answer = await send({ path: groupPath(folderUid, title), to, expect: [403, 404] })
      if (answer.status !== 200) return undefined
      const { interval, rules } = parseResponse(answer, groupShape, to)
      return { interval, rules: rules ?? [] }
    },
    putRuleGroup: async (folderUid: string, title: string, body: JsonObject): Promise<StoredRuleGroup> => {
      const to = `write the rule group "${title}"`
      const path = groupPath(folderUid, title)
      const answer = await send({ method: 'PUT', path, body, headers: EDITABLE, to })
      const { interval, rules } = parseResponse(answer, groupShape, to)
      return { interval, rules: rules ?? [] }
    },
    createRule: async (rule: JsonObject) => {
      const to = `create the alert rule "${rule.title}"`
      const path = '/api/v1/provisioning/alert-rules'
      await send({ method: 'POST', path, body: rule, headers: EDITABLE, to })
    },
    deleteRule: async (uid: string) => {
      const path = `/api/v1/provisioning/alert-rules/${pathSegment(uid)}`
      const to = `remove the alert rule "${uid}"`
      await send({ method: 'DELETE', path, headers: EDITABLE, to })
    },
  }
}
