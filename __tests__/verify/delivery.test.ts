import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/load.ts'
import { renderAlertmanager } from '../../src/desired/alertmanager/alertmanager.ts'
import { createPool } from '../../src/lib/http.ts'
import { lastMessages } from '../../src/verify/delivery/counters.ts'
import { type GrafanaNotifications, judgeGrafanaDelivery } from '../../src/verify/delivery/grafana.ts'
import { judgeReceiver, judgeRoutes, refusesNow } from '../../src/verify/delivery/judge.ts'
import { isMutedNow } from '../../src/verify/delivery/mute-timings.ts'
import { askReceiver, refusalOfConnection, refusalOfStatus } from '../../src/verify/delivery/refusals.ts'
import { receiversOfAlert } from '../../src/verify/delivery/routes.ts'
import { configHash } from '../../src/verify/delivery/watch.ts'

const NOW = new Date('2026-11-27T12:00:00Z')
const ALERTS = [
  {
    title: 'TargetDown',
    labels: { alertname: 'TargetDown', severity: 'critical', grafana_folder: 'Fechatter' },
    receiver: undefined,
    isPaused: false,
  },
]

const state = (over: Partial<GrafanaNotifications> = {}): GrafanaNotifications => ({
  policies: { receiver: 'team', routes: [] },
  integrations: new Map([
    ['team', 1],
    ['empty', 0],
  ]),
  errors: new Map(),
  silences: [],
  muteTimings: new Map([
    ['weekend', [{ weekdays: ['saturday:sunday'] }]],
    ['always', [{}]],
  ]),
  isExternalOnly: false,
  ...over,
})

const judged = (over: Partial<GrafanaNotifications>, wanted?: string, receiver?: string) =>
  judgeGrafanaDelivery(
    ALERTS.map((alert) => ({ ...alert, receiver })),
    state(over),
    { wanted, now: NOW },
  ).map(({ outcome, why }) => `${outcome}: ${why}`)

const leading = (receiver: string, more = {}) => ({
  receiver: 'team',
  routes: [{ receiver, object_matchers: [['severity', '=', 'critical']], ...more }],
})
const silence = (name: string, value: string) => ({
  until: '2026-11-28T00:00:00Z',
  matchers: [{ name, value, isRegex: false, isEqual: true }],
})

test.each([
  ['a contact point with an integration', {}, undefined, undefined, /^holds/],
  [
    'nobody has set anything up',
    { policies: { receiver: 'empty' } },
    undefined,
    undefined,
    /^warning: No one is notified/,
  ],
  [
    'a policy that leads to a contact point without an integration',
    { policies: leading('empty') },
    undefined,
    undefined,
    /^broken: Alerts end at the contact point "empty"/,
  ],
  [
    'a rule whose contact point has no integration',
    {},
    'empty',
    'empty',
    /^broken: Alerts end at the contact point "empty"/,
  ],
  [
    'policies that send our labels elsewhere',
    { policies: leading('empty') },
    'team',
    undefined,
    /^broken: .*not to "team"|^broken: Alerts end/,
  ],
  [
    'a silence',
    { silences: [silence('severity', 'critical')] },
    undefined,
    undefined,
    /^broken: A silence mutes alerts until 2026-11-28/,
  ],
  [
    'a silence of something else',
    { silences: [silence('severity', 'warning')] },
    undefined,
    undefined,
    /^holds/,
  ],
  [
    'a mute timing that is now',
    { policies: leading('team', { mute_time_intervals: ['always'] }) },
    undefined,
    undefined,
    /^broken: The mute timing "always"/,
  ],
  [
    'a mute timing that is not now',
    { policies: leading('team', { mute_time_intervals: ['weekend'] }) },
    undefined,
    undefined,
    /^holds/,
  ],
  [
    'a contact point that was refused',
    { errors: new Map([['team', '401 Unauthorized']]) },
    undefined,
    undefined,
    /^broken: The contact point "team" did not accept the last message: 401/,
  ],
  [
    'alerts that go to external Alertmanagers only',
    { isExternalOnly: true },
    undefined,
    undefined,
    /^broken: Grafana sends alerts to external Alertmanagers only/,
  ],
  ['policies that cannot be read', { policies: undefined }, undefined, undefined, /^not-checked/],
])('Grafana: %s', (_, over, wanted, receiver, expected) => {
  expect(judged(over, wanted, receiver)[0]).toMatch(expected)
})

test('rules that are paused are not counted as rules that notify', () => {
  const [first] = ALERTS
  const paused = { ...(first as (typeof ALERTS)[number]), title: 'Slow', isPaused: true }
  const claims = judgeGrafanaDelivery([...ALERTS, paused], state(), { wanted: undefined, now: NOW })
  expect(claims.map(({ outcome, why }) => `${outcome}: ${why}`)).toEqual([
    expect.stringMatching(/^holds: 1 alert rule: /),
    'warning: Rules are paused in Grafana, so they never fire (1 rule: Slow).',
  ])
})

test('a mute timing is judged by its conditions and its time zone', () => {
  const at = (text: string) => new Date(text)
  const nights = [{ times: [{ start_time: '22:00', end_time: '24:00' }], location: 'Asia/Tokyo' }]
  expect(isMutedNow(nights, at('2026-11-27T13:30:00Z'))).toBe(true)
  expect(isMutedNow(nights, at('2026-11-27T12:30:00Z'))).toBe(false)
  expect(isMutedNow([{ days_of_month: ['-1'], months: ['november'] }], at('2026-11-30T12:00:00Z'))).toBe(true)
  expect(isMutedNow([{ years: ['2025'] }], NOW)).toBe(false)
  expect(isMutedNow([{ location: 'Mars/Olympus' }], NOW)).toBe(false)
  expect(isMutedNow([], NOW)).toBe(false)
})

const notify = parseConfig({
  monitoring: { app: 'mon' },
  apps: [{ app: 'chat' }],
  services: [{ name: 'web', app: 'chat', port: 9090 }],
  alerts: { notify: { slack: { severities: ['critical'] }, webhook: { severities: ['info'] } } },
}).alerts.notify
const YAML = renderAlertmanager(notify ?? {}, (secret) => secret === 'heartbeat-url')

test('every alert goes to the receivers of its severity, the Watchdog to all and to the heartbeat', () => {
  const to = (alertname: string, severity: string, started = '') =>
    receiversOfAlert(YAML, { alertname, severity, started })
      .filter(({ delivers }) => delivers)
      .map(({ receiver }) => receiver)
  expect(to('TargetDown', 'critical')).toEqual(['slack'])
  expect(to('Other', 'info')).toEqual(['webhook'])
  expect(to('Other', 'warning')).toEqual([])
  expect(to('Watchdog', 'none', '1795831241.65')).toEqual(['heartbeat', 'slack', 'webhook'])
  // Which start it is, is not known yet: its end would be a second message.
  expect(to('Watchdog', 'none')).toEqual(['heartbeat'])
  expect(to('Drill', 'critical')).toEqual(['slack', 'webhook'])
})

test('a severity that no receiver takes is named with its alerts', () => {
  const rules =
    'groups: [{name: g, rules: [{alert: A, expr: up, labels: {severity: warning}}, {record: b, expr: up}]}]'
  expect(judgeRoutes(YAML, [rules])).toMatchObject({
    outcome: 'warning',
    why: 'Alerts of severity warning reach no receiver: A.',
  })
  expect(judgeRoutes(YAML, [rules.replace('warning', 'critical')]).outcome).toBe('holds')
  expect(judgeRoutes(YAML, [rules.replace('severity: warning', '')]).why).toBe(
    'Alerts without a severity reach no receiver: A.',
  )
})

test('a rule has the labels of its group, and a severity that a template decides is not judged', () => {
  const rules = (group: string, own: string) =>
    `groups: [{name: g, labels: {${group}}, rules: [{alert: A, expr: up, labels: {${own}}}]}]`
  const outcome = (group: string, own: string) => judgeRoutes(YAML, [rules(group, own)]).outcome
  expect(outcome('severity: critical', '')).toBe('holds')
  expect(outcome('severity: critical', 'severity: warning')).toBe('warning')
  expect(outcome('', 'severity: "{{ $labels.level }}"')).toBe('holds')
})

test('a receiver refuses when all of it or all of the last minutes failed', () => {
  const counters = (requests: number, refused: number, recent = { requests: 0, refused: 0 }) => ({
    ...{ requests, refused, recent, lately: 0, givenUp: 0, reasons: [] },
  })
  expect(refusesNow(counters(3, 3))).toBe(true)
  expect(refusesNow(counters(3, 1))).toBe(false)
  expect(refusesNow(counters(9, 2, { requests: 2, refused: 2 }))).toBe(true)
  expect(refusesNow(counters(9, 2, { requests: 4, refused: 1 }))).toBe(false)
  expect(refusesNow(counters(0, 0))).toBe(false)
})

test('the last messages are those of the last minutes, or of the shortest time before that has some', () => {
  const of = (requests: number, refused: number) => ({ requests, refused })
  const none = of(0, 0)
  // One is certain, however many were accepted before.
  expect(lastMessages(of(2, 0), of(9, 3), [of(9, 3)])).toEqual(of(2, 0))
  expect(lastMessages(none, of(9, 3), [of(9, 3), of(6, 0), none])).toEqual(of(3, 3))
  expect(lastMessages(none, of(9, 3), [of(9, 3), of(9, 3)])).toEqual(none)
  // It started again meanwhile: all that it counts is later.
  expect(lastMessages(none, of(2, 2), [of(2, 2), of(40, 1)])).toEqual(of(2, 2))
})

test.each([
  [401, /does not accept the address or the key/],
  [403, /does not accept the address or the key/],
  [404, /does not exist, or was removed/],
  [429, /limits the number of messages/],
  [500, /server of the receiver fails/],
  [302, /redirect/],
])('a receiver that answers %d is told as such', (status, why) => {
  const refusal = refusalOfStatus(status, 'its text', 'SLACK_WEBHOOK_URL')
  expect(refusal?.why).toMatch(why)
  expect(refusal?.why).toContain(`${status} (its text)`)
  expect(refusal?.next).not.toBe('')
})

test('a limit says how long to wait', () => {
  const after = (value?: string) => refusalOfStatus(429, '', 'X', value)?.why
  expect(after()).toBe('It answers 429: it limits the number of messages.')
  expect(after('30')).toMatch(/ It asks to wait 30 s \(`Retry-After`\)\.$/)
  expect(after('Fri, 27 Nov 2026 19:00:00 GMT')).toMatch(/wait until Fri, 27 Nov 2026 19:00:00 GMT/)
})

test.each([
  [401, 'invalid_auth', 'webhook', /401 \(invalid_auth\): it does not accept/],
  [429, '', 'webhook', /429: it limits the number of messages\. It asks to wait 30 s/],
  [200, '{"ok":false}', 'slack', /200 \(\{"ok":false\}\), but not `ok` as Slack does/],
  [200, 'OK (not found)', 'heartbeat', /200 \(OK \(not found\)\): it does not count this as a ping/],
  [
    400,
    'no alerts',
    'webhook',
    /400 \(no alerts\) to an empty message from this run: it may not accept the form/,
  ],
  [
    400,
    '{"description":"chat not found"}',
    'telegram',
    /chat not found"\}\): the bot cannot write to this chat/,
  ],
  [401, '', 'telegram', /does not accept the address or the key/],
  [413, 'too large', 'webhook', /413 \(too large\): a message is too large for it/],
  [200, '', 'webhook', /accepts an empty message from this run \(200\), but it refused the messages/],
  [301, '', 'webhook', /301: a redirect, which is not followed/],
] as const)('a real receiver that answers %d %s is asked, and named', async (status, text, kind, why) => {
  const server = createServer((_, response) =>
    response.writeHead(status, { 'retry-after': '30' }).end(text),
  ).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const pool = createPool()
  const refusal = await askReceiver({ url, kind }, 'SLACK_WEBHOOK_URL', { pool })
  expect(refusal?.why).toMatch(why)
  await pool.close()
  server.close()
})

test('an answer that does not end is no refused connection', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('begins')
    setTimeout(() => response.destroy(), 50)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const pool = createPool()
  const refusal = await askReceiver({ url, kind: 'webhook' }, 'X', { pool })
  expect(refusal.why).toMatch(/^It begins to answer, and does not end as it should: /)
  await pool.close()
  server.close()
})

test('what the Alertmanager says counts where the receiver answers otherwise now', async () => {
  const server = createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const pool = createPool()
  const why = async (...reasons: string[]) =>
    (await askReceiver({ url, kind: 'webhook' }, 'X', { pool, reasons })).why
  expect(await why('rateLimited')).toMatch(/limits the number of messages/)
  expect(await why('clientError')).toMatch(/accepts an empty message/)
  await pool.close()
  server.close()
})

test('a status about the content says nothing about the address', () => {
  expect(refusalOfStatus(400, 'no_text', 'X')).toBeUndefined()
  expect(refusalOfStatus(200, '', 'X')).toBeUndefined()
})

test.each([
  ['ENOTFOUND', 'getaddrinfo ENOTFOUND hooks.example', /no DNS entry/],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate', /TLS connection/],
  ['ECONNREFUSED', 'connect ECONNREFUSED', /no connection/],
  ['UND_ERR_HEADERS_TIMEOUT', 'Headers Timeout Error', /does not answer/],
])('no answer: %s', (code, message, why) => {
  expect(refusalOfConnection(Object.assign(new Error(message), { code }), 'X').why).toMatch(why)
})

test('the hash of a configuration is the one of Alertmanager', () => {
  // Alertmanager 0.31 reports this for a file with the text "route: {receiver: a}\nreceivers: [{name: a}]\n".
  expect(configHash('route: {receiver: a}\nreceivers: [{name: a}]\n')).toBe(KNOWN_HASH)
})
const KNOWN_HASH = 184816797860636

test('on a shared counter, what one receiver accepts does not hide what another refuses', () => {
  const receiver = (name: string) => ({
    name,
    integration: 'webhook',
    variable: name.toUpperCase(),
    isTested: true,
  })
  const all = [receiver('webhook'), receiver('heartbeat')]
  const judged = (givenUp: number, refused: number) => {
    const recent = { requests: 10, refused }
    const counters = { requests: 20, refused, recent, lately: 10, givenUp, reasons: [] }
    const state = {
      ...{ started: 0, configHash: 0, isConfigLoaded: true, silences: 0 },
      by: 'integration' as const,
      receivers: new Map([['webhook', counters]]),
    }
    return all.map((one) => judgeReceiver(one, state, all, { refusal: undefined, now: 0 }).outcome)
  }
  expect(judged(0, 0)).toEqual(['holds', 'holds'])
  expect(judged(1, 1)).toEqual(['broken', 'broken'])
  // Accepted when it was tried again.
  expect(judged(0, 1)).toEqual(['holds', 'holds'])
  // Long ago.
  expect(judged(1, 0)).toEqual(['holds', 'holds'])
})
