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
const contactPointShape = v.array(
  v.object({ name: v.string(), type: v.string(), settings: v.optional(v.looseObject({}), {}) }),
)

const policiesShape = v.object({
  receiver: v.optional(v.string(), ''),
  routes: v.nullish(v.array(v.unknown())),
})

const receiverStatesShape = v.array(
  v.object({
    name: v.string(),
    integrations: v.nullish(
      v.array(
        v.looseObject({ name: v.optional(v.string(), ''), lastNotifyAttemptError: v.optional(v.string()) }),
      ),
      [],
    ),
  }),
)
export type ReceiverState = v.InferOutput<typeof receiverStatesShape>[number]

const silencesShape = v.array(
  v.object({
    status: v.object({ state: v.string() }),
    endsAt: v.string(),
    matchers: v.array(
      v.object({
        name: v.string(),
        value: v.string(),
        isRegex: v.optional(v.boolean(), false),
        isEqual: v.optional(v.boolean(), true),
      }),
    ),
  }),
)
export type GrafanaSilence = v.InferOutput<typeof silencesShape>[number]

const muteTimingsShape = v.array(
  v.object({ name: v.string(), time_intervals: v.optional(v.array(v.unknown()), []) }),
)

/** Rules stay editable in Grafana: otherwise they would be locked to the API for good. */
const EDITABLE = { 'x-disable-provenance': 'true' }

const groupPath = (folder: string, title: string): string =>
  `/api/v1/provisioning/folder/${pathSegment(folder)}/rule-groups/${pathSegment(title)}`

export function alertingRequests(requests: GrafanaRequests) {
  const { send } = requests
  return {
    ...notificationRequests(requests),
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
    contactPoints: async () => {
      const to = 'list the contact points'
      return parseResponse(
        await send({ path: '/api/v1/provisioning/contact-points', to }),
        contactPointShape,
        to,
      )
    },
  }
}

/** What decides who is notified, and what mutes it. */
function notificationRequests({ send }: GrafanaRequests) {
  return {
    policies: async () => {
      const to = 'read the notification policies'
      const tree = parseResponse(await send({ path: '/api/v1/provisioning/policies', to }), policiesShape, to)
      return { receiver: tree.receiver, routes: tree.routes?.length ?? 0 }
    },
    policyTree: async (): Promise<JsonObject> => {
      const to = 'read the notification policies'
      return parseResponse(await send({ path: '/api/v1/provisioning/policies', to }), v.looseObject({}), to)
    },
    receiverStates: async (): Promise<ReceiverState[]> => {
      const to = 'read the state of the contact points'
      const path = '/api/alertmanager/grafana/config/api/v1/receivers'
      return parseResponse(await send({ path, to }), receiverStatesShape, to)
    },
    silences: async (): Promise<GrafanaSilence[]> => {
      const to = 'list the silences'
      return parseResponse(
        await send({ path: '/api/alertmanager/grafana/api/v2/silences', to }),
        silencesShape,
        to,
      )
    },
    muteTimings: async (): Promise<{ name: string; time_intervals: unknown[] }[]> => {
      const to = 'list the mute timings'
      return parseResponse(
        await send({ path: '/api/v1/provisioning/mute-timings', to }),
        muteTimingsShape,
        to,
      )
    },
  }
}
