import * as v from 'valibot'
import { isJsonObject, type JsonObject, objectsIn } from '../../lib/json-value.ts'
import type { ResourceRequests } from './namespace.ts'
import type { GrafanaRequests } from './request.ts'
import { parseResponse } from './response.ts'

const settings = v.optional(v.looseObject({}), {})
const contactPointShape = v.array(v.object({ name: v.string(), type: v.string(), settings }))
const policiesShape = v.looseObject({
  receiver: v.optional(v.string(), ''),
  routes: v.nullish(v.array(v.unknown())),
})

const receiverStatesShape = v.array(
  v.object({
    name: v.string(),
    integrations: v.nullish(
      v.array(
        v.looseObject({
          name: v.optional(v.string(), ''),
          /** Whatever its outcome; year 1 before the first. */
          lastNotifyAttempt: v.optional(v.string(), ''),
          lastNotifyAttemptError: v.optional(v.string()),
        }),
      ),
      [],
    ),
  }),
)
export type ReceiverState = v.InferOutput<typeof receiverStatesShape>[number]

const activeAlertsShape = v.array(
  v.object({
    labels: v.record(v.string(), v.string()),
    startsAt: v.string(),
    receivers: v.array(v.object({ name: v.string() })),
    status: v.object({ state: v.string(), silencedBy: v.nullish(v.array(v.string()), []) }),
  }),
)
export type GrafanaActiveAlert = v.InferOutput<typeof activeAlertsShape>[number]

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

/** From its source; `all` or `internal`: the contact points get alerts, too. */
const alertingStatusShape = v.object({ alertmanagersChoice: v.string() })

/** The same as resources of Grafana 13; from its documentation, not recorded. */
const receiversShape = v.object({
  items: v.array(
    v.object({
      spec: v.object({
        title: v.string(),
        integrations: v.optional(v.array(v.object({ type: v.string(), settings })), []),
      }),
    }),
  ),
})
const treesShape = v.object({
  items: v.array(
    v.object({
      metadata: v.object({ name: v.optional(v.string(), '') }),
      spec: v.object({
        defaults: v.object({ receiver: v.string() }),
        routes: v.nullish(v.array(v.custom<JsonObject>(isJsonObject)), []),
      }),
    }),
  ),
})

const GROUP = 'notifications.alerting.grafana.app/v1beta1'

/** The tree that applies to rules which name no other one. */
const DEFAULT_TREE = 'user-defined'

/**
 * Grafana 13 deprecates the provisioning API of contact points and policies and still serves it; once it is gone (404 or
 * 410), the resources are read.
 */
const GONE = [404, 410]

/** What decides who is notified, and what mutes it: only read, never written. */
export function notificationRequests({ send }: GrafanaRequests, askResource: ResourceRequests) {
  const policyTree = () => readPolicyTree(send, askResource)
  return {
    contactPoints: async (): Promise<{ name: string; type: string; settings: JsonObject }[]> => {
      const to = 'list the contact points'
      const answer = await send({ path: '/api/v1/provisioning/contact-points', to, expect: GONE })
      if (answer.status === 200) return parseResponse(answer, contactPointShape, to)
      const { items } = parseResponse(
        await askResource({ resource: GROUP, rest: 'receivers', to }),
        receiversShape,
        to,
      )
      // One without an integration notifies no one, and is not in the other list either.
      return items.flatMap(({ spec: { title, integrations } }) =>
        integrations.map((integration) => ({ name: title, ...integration })),
      )
    },
    policyTree,
    policies: async (): Promise<{ receiver: string; routes: number }> => {
      const { receiver, routes } = await policyTree()
      return { receiver, routes: routes?.length ?? 0 }
    },
    receiverStates: async (): Promise<ReceiverState[]> => {
      const to = 'read the state of the contact points'
      const path = '/api/alertmanager/grafana/config/api/v1/receivers'
      return parseResponse(await send({ path, to }), receiverStatesShape, to)
    },
    activeAlerts: async (): Promise<GrafanaActiveAlert[]> => {
      const to = 'list the active alerts'
      const path = '/api/alertmanager/grafana/api/v2/alerts'
      return parseResponse(await send({ path, to }), activeAlertsShape, to)
    },
    ...muteRequests(send),
  }
}

/** What keeps alerts from contact points. */
function muteRequests(send: GrafanaRequests['send']) {
  return {
    silences: async (): Promise<GrafanaSilence[]> => {
      const to = 'list the silences'
      return parseResponse(
        await send({ path: '/api/alertmanager/grafana/api/v2/silences', to }),
        silencesShape,
        to,
      )
    },
    isExternalOnly: async (): Promise<boolean> => {
      const to = 'read where alerts are sent'
      const answer = await send({ path: '/api/v1/ngalert', to })
      return parseResponse(answer, alertingStatusShape, to).alertmanagersChoice === 'external'
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

/** The tree of policies in the form of the provisioning API. */
async function readPolicyTree(
  send: GrafanaRequests['send'],
  askResource: ResourceRequests,
): Promise<PolicyTree> {
  const to = 'read the notification policies'
  const answer = await send({ path: '/api/v1/provisioning/policies', to, expect: GONE })
  if (answer.status === 200) return parseResponse(answer, policiesShape, to)
  const found = await askResource({ resource: GROUP, rest: 'routingtrees', to })
  const { items } = parseResponse(found, treesShape, to)
  const { spec } = items.find(({ metadata }) => metadata.name === DEFAULT_TREE) ?? items[0] ?? {}
  return { receiver: spec?.defaults.receiver ?? '', routes: (spec?.routes ?? []).map(policyOf) }
}

type PolicyTree = v.InferOutput<typeof policiesShape>

/** A route of a routing tree in the form of the provisioning API, which names its matchers in triples. */
function policyOf(route: JsonObject): JsonObject {
  const { matchers, routes, ...rest } = route
  const triples = objectsIn(matchers).map(({ label, type, value }) => [label, type, value])
  return { ...rest, object_matchers: triples, routes: objectsIn(routes).map(policyOf) }
}
