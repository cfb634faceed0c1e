import { randomUUID } from 'node:crypto'
import {
  type Answer,
  type Call,
  denied,
  isObject,
  type Json,
  nextId,
  ok,
  type RuleGroup,
  refused,
  type State,
} from './state.ts'

export const WRITE_RULES =
  'any of alert.provisioning:write, alert.rules.provisioning:write, all of alert.rules:read, folders:read, ' +
  'alert.provisioning.provenance:write, any of alert.rules:write, alert.rules:create, alert.rules:delete'

export function listRules({ state }: Call): Answer {
  return ok(state.ruleGroups.flatMap((group) => group.rules))
}

const find = ({ state, params: [folderUid, title] }: Call): RuleGroup | undefined =>
  state.ruleGroups.find((g) => g.folderUid === folderUid && g.title === title)

export function getRuleGroup(call: Call): Answer {
  const group = find(call)
  if (group) return ok(group)
  return {
    status: 404,
    body: { statusCode: 404, messageId: 'alerting.alert-rule.notFound', message: 'NotFound' },
  }
}

/** Upserts the group and deletes what is left out of it. The answer is an echo: id 0, updated year 1. */
export function putRuleGroup(call: Call): Answer {
  const { state, body } = call
  const [folderUid = '', title = ''] = call.params
  if (!body || !Array.isArray(body.rules)) return refused(400, 'bad request data')
  // Missing folders are not told from forbidden ones [alerting.group-put-missing-folder].
  if (!state.folders.some((f) => f.uid === folderUid)) return denied(WRITE_RULES)
  const interval = Number(body.interval)
  if (interval <= 0 || interval % 10 !== 0)
    return refused(
      400,
      `invalid alert rule: interval (${interval}s) should be non-zero and divided exactly by scheduler interval: 10`,
    )
  const provenance = call.headers['x-disable-provenance'] ? {} : { provenance: 'api' }
  const echo: Json[] = body.rules
    .filter(isObject)
    .map((rule) => ({ ...whole(rule, folderUid, title), ...provenance }))
  const old = find(call)
  const rules = echo.map((rule) => {
    const before = old?.rules.find((r) => r.uid === rule.uid)
    return { ...stored(rule), id: before?.id ?? nextId(state), updated: new Date().toISOString() }
  })
  if (old) Object.assign(old, { interval, rules })
  else state.ruleGroups.push({ folderUid, title, interval, rules })
  return ok({ title, folderUid, interval, rules: echo })
}

export function createRule(call: Call): Answer {
  const { state, body = {}, headers } = call
  const [folderUid, title] = [String(body.folderUID), String(body.ruleGroup)]
  if (state.ruleGroups.some(({ rules }) => rules.some(({ uid }) => uid === body.uid)))
    return refused(
      409,
      `Failed to save alert rule '${body.uid}' in organization 1 due to conflict: UNIQUE constraint failed: alert_rule.org_id, alert_rule.uid`,
    )
  const provenance = headers['x-disable-provenance'] ? {} : { provenance: 'api' }
  const rule = { ...stored(whole(body, folderUid, title)), ...provenance, id: nextId(state) }
  const made = { ...rule, updated: new Date().toISOString() }
  const group = find({ ...call, params: [folderUid, title] })
  if (group) group.rules.push(made)
  else state.ruleGroups.push({ folderUid, title, interval: 60, rules: [made] })
  return { status: 201, body: made }
}

/** A group without rules is none. */
export function deleteRule({ state, params: [uid] }: Call): Answer {
  const group = state.ruleGroups.find(({ rules }) => rules.some((rule) => rule.uid === uid))
  if (!group) return refused(500, 'Internal Server Error')
  group.rules = group.rules.filter((rule) => rule.uid !== uid)
  if (group.rules.length === 0) state.ruleGroups.splice(state.ruleGroups.indexOf(group), 1)
  return { status: 204, body: '' }
}

function whole(rule: Json, folderUid: string, title: string): Json {
  return {
    id: 0,
    uid: rule.uid || randomUUID(),
    orgID: 1,
    folderUID: folderUid,
    ruleGroup: title,
    title: rule.title,
    condition: rule.condition,
    data: Array.isArray(rule.data) ? rule.data.filter(isObject).map((q) => ({ queryType: '', ...q })) : [],
    updated: '0001-01-01T00:00:00Z',
    noDataState: rule.noDataState ?? 'NoData',
    execErrState: rule.execErrState ?? 'Alerting',
    for: rule.for ?? '0s',
    keep_firing_for: rule.keep_firing_for ?? '0s',
    ...(isObject(rule.annotations) && { annotations: rule.annotations }),
    ...(isObject(rule.labels) && { labels: rule.labels }),
    isPaused: rule.isPaused === true,
    notification_settings: rule.notification_settings ?? null,
    record: rule.record ?? null,
  }
}

/** Each query's model is stored with its default interval and points, and its keys sorted. */
function stored(rule: Json): Json {
  const data = (rule.data as Json[]).map((query) => {
    const model = { intervalMs: 1000, maxDataPoints: 43200, ...(isObject(query.model) ? query.model : {}) }
    return { ...query, model }
  })
  return { ...rule, data }
}

export function listContactPoints({ state, query }: Call): Answer {
  const name = query.get('name')
  const found = state.contactPoints.filter((point) => name === null || point.name === name)
  return ok(found.map((point) => ({ ...point, provenance: 'api' })))
}

export const getPolicies = ({ state }: Call): Answer => ok(state.policies)

/** The Alertmanager's own list: integrations with the error of the last message, and contact points without any. */
export function listReceivers({ state }: Call): Answer {
  const names = new Set([...state.contactPoints.map(({ name }) => name), ...state.emptyContactPoints])
  const sentAt = (receiver: string): number | undefined =>
    firingAlerts(state)
      .filter((one) => one.receiver === receiver && !one.isSilenced && Date.now() > one.startsAt + SEND_MS)
      .map(({ startsAt }) => startsAt + SEND_MS)[0]
  return ok(
    [...names].map((name) => ({
      name,
      active: true,
      integrations: state.contactPoints
        .filter((point) => point.name === name)
        .map(({ type }) => {
          const at = sentAt(name)
          const error = at === undefined ? undefined : state.receiverErrors.get(name)
          return {
            ...{ name: type, sendResolved: true, lastNotifyAttemptDuration: '0s' },
            lastNotifyAttempt: at === undefined ? '0001-01-01T00:00:00.000Z' : new Date(at).toISOString(),
            ...(error !== undefined && { lastNotifyAttemptError: error }),
          }
        }),
    })),
  )
}

/** Milliseconds until a rule is evaluated, and until its alert is sent: a few seconds and half a minute in a real one. */
const FIRE_MS = 200
const SEND_MS = 300

/** Of all rules, only those of a drill are evaluated here: they fire until the time that is in them. */
function firingAlerts(state: State) {
  return state.ruleGroups.flatMap(({ rules }) =>
    rules.flatMap((rule) => {
      const [query] = rule.data as { model: { expr?: string } }[]
      const until = /^vector\(time\(\)\) < (\d+)$/.exec(query?.model.expr ?? '')?.[1]
      const startsAt = Date.parse(String(rule.updated)) + FIRE_MS
      if (until === undefined || Date.now() < startsAt || Date.now() / 1000 >= Number(until)) return []
      const labels: Record<string, string> = {
        ...(isObject(rule.labels) && (rule.labels as Record<string, string>)),
        alertname: String(rule.title),
      }
      const named = isObject(rule.notification_settings) ? rule.notification_settings.receiver : undefined
      const receiver = String(named ?? routed(state.policies, labels))
      return [{ labels, startsAt, receiver, isSilenced: state.silences.some((one) => mutes(one, labels)) }]
    }),
  )
}

/** The contact point of the first route that matches, one level deep and with `=` alone. */
function routed({ receiver, routes }: Json, labels: Record<string, string>): unknown {
  const found = (Array.isArray(routes) ? routes : [])
    .filter(isObject)
    .find(({ object_matchers }) =>
      (object_matchers as [string, string, string][]).every(([name, , value]) => labels[name] === value),
    )
  return found?.receiver ?? receiver
}

const mutes = ({ matchers }: Json, labels: Record<string, string>): boolean =>
  (matchers as { name: string; value: string }[]).every(({ name, value }) => labels[name] === value)

export const listActiveAlerts = ({ state }: Call): Answer =>
  ok(
    firingAlerts(state).map(({ labels, startsAt, receiver, isSilenced }) => ({
      ...{ labels, annotations: {}, fingerprint: '00', generatorURL: '' },
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(Date.now() + 240_000).toISOString(),
      updatedAt: new Date().toISOString(),
      receivers: [{ active: null, integrations: null, name: receiver }],
      status: {
        state: isSilenced ? 'suppressed' : 'active',
        silencedBy: isSilenced ? ['1'] : [],
        inhibitedBy: [],
      },
    })),
  )

export const listSilences = ({ state }: Call): Answer => ok(state.silences)

export const listMuteTimings = ({ state }: Call): Answer => ok(state.muteTimings)

/** Of Grafana's source, not recorded. */
export const getAlertingStatus = ({ state: { alertmanagersChoice } }: Call): Answer =>
  ok({ alertmanagersChoice, numExternalAlertmanagers: alertmanagersChoice === 'internal' ? 0 : 1 })
