import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { createPool } from '../../src/lib/http.ts'
import { type AnsweringKind, refusesInAnswer } from '../../src/verify/delivery/answers.ts'
import { contactTest } from '../../src/verify/delivery/contact.ts'
import type { AlertmanagerState } from '../../src/verify/delivery/counters.ts'
import { judgeReceiver } from '../../src/verify/delivery/judge.ts'

test.each<[AnsweringKind, string]>([
  ['heartbeat', 'OK (not found)'],
  ['heartbeat', 'OK (rate limited)\n'],
  ['heartbeat', '<!DOCTYPE html><title>Sign in</title>'],
  ['slack', 'no_service'],
  ['slack', '{"ok":false,"error":"invalid_auth"}'],
  ['slack', ''],
  ['discord', '{"message":"Unknown Webhook","code":10015}'],
  ['discord', '{"message":"You are being rate limited.","retry_after":64.5,"code":20029}'],
  ['telegram', '{"ok":false,"error_code":401,"description":"Unauthorized"}'],
  ['ntfy', '{"code":40101,"http":401,"error":"unauthorized"}'],
  ['ntfy', '<html><body>Sign in</body></html>'],
  ['pagerduty', '{"status":"invalid event","message":"Event object is invalid","errors":["…"]}'],
  ['webhook', '{"errcode":40035,"errmsg":"missing parameter json"}'],
  ['webhook', '{"code":19002,"msg":"params error, msg_type need"}'],
  ['webhook', '{"success":false}'],
  ['webhook', '{"status":"error"}'],
  ['webhook', '{"statusCode":200,"status":500}'],
  ['webhook', 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429'],
  ['webhook', 'Error: no such channel'],
])('%s: the answer %j of 2xx is a refusal', (kind, text) => expect(refusesInAnswer(kind, text)).toBe(true))

test.each<[AnsweringKind, string]>([
  ['heartbeat', 'OK'],
  ['heartbeat', ''],
  ['slack', 'ok'],
  ['slack', '{"ok":true}'],
  ['discord', ''],
  ['discord', '{"id":"1","type":1,"token":"t"}'],
  ['telegram', '{"ok":true,"result":{}}'],
  ['ntfy', '{"id":"x","event":"message","topic":"t"}'],
  ['ntfy', ''],
  ['pagerduty', '{"status":"success","message":"Event processed"}'],
  ['webhook', '1'],
  ['webhook', '{"errcode":0,"errmsg":"ok"}'],
  ['webhook', '{"code":0,"msg":"success"}'],
  ['webhook', '{"code":200,"message":"Message sent"}'],
  ['webhook', '{"error":null,"errors":[],"status":"ok"}'],
  ['webhook', '{"error":false,"failed":0}'],
  ['webhook', '<html><body>Thank you</body></html>'],
  ['webhook', '[{"error":"of an alert before"}]'],
])('%s: the answer %j is none', (kind, text) => expect(refusesInAnswer(kind, text)).toBe(false))

const state = (by: AlertmanagerState['by'], lately = 5): AlertmanagerState => {
  const recent = { requests: lately, refused: 0 }
  const counters = { requests: 9, refused: 0, recent, lately, givenUp: 0, reasons: [] }
  const names = ['slack', 'discord', 'ntfy', 'webhook', 'heartbeat', 'telegram', 'pagerduty', 'email']
  return {
    ...{ started: 0, configHash: 0, isConfigLoaded: true, silences: 0, by },
    receivers: new Map(names.map((name) => [name, counters])),
  }
}

/** Asks a receiver that answers so; returns its claim and the request. */
async function contacted(
  kind: AnsweringKind,
  [status, text]: readonly [number, string],
  {
    by = 'receiver',
    lately,
    isAnnounced = true,
  }: { by?: AlertmanagerState['by']; lately?: number; isAnnounced?: boolean } = {},
) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(status).end(text)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/topic`
  const pool = createPool({})
  const receiver = {
    name: kind,
    integration: kind,
    variable: 'X',
    isTested: true,
    isAnnounced,
    ask: { url, kind },
  }
  const claim = await contactTest(receiver, state(by, lately), { pool })
  await pool.close()
  server.close()
  return { why: claim && `${claim.outcome}: ${claim.why}`, asked }
}

const REFUSED = [200, '{"ok":false,"error":"no"}'] as const

test('an answer of 2xx that says no is asked for, and is no acceptance', async () => {
  for (const kind of ['discord', 'webhook', 'heartbeat'] as const)
    expect(await contacted(kind, REFUSED)).toEqual({
      why: `broken: It answers 200 ({"ok":false,"error":"no"}): it does not count this as a ${kind === 'heartbeat' ? 'ping' : 'message'}. The Alertmanager counts such answers as accepted.`,
      asked: ['POST /topic'],
    })
  expect(await contacted('ntfy', REFUSED)).toMatchObject({
    why: expect.stringMatching(/^broken/),
    asked: ['GET /topic/json?poll=1&since=none'],
  })
})

test('what accepts, and what only refuses to be asked, is left alone', async () => {
  expect((await contacted('discord', [204, ''])).why).toBeUndefined()
  expect((await contacted('heartbeat', [200, 'OK (rate limited)'])).why).toBeUndefined()
  expect(
    (await contacted('discord', [400, '{"message":"Cannot send an empty message","code":50006}'])).why,
  ).toBeUndefined()
  expect((await contacted('ntfy', [403, '{"code":40301,"error":"forbidden"}'])).why).toBeUndefined()
})

test('a ping is not sent in the place of those that no longer come, nor anything to a program at each verification', async () => {
  expect((await contacted('heartbeat', REFUSED, { lately: 0 })).asked).toEqual([])
  expect((await contacted('webhook', REFUSED, { isAnnounced: false })).asked).toEqual([])
})

test('of Slack, only an Alertmanager before 0.26 does not read the answer', async () => {
  expect((await contacted('slack', REFUSED)).asked).toEqual([])
  expect((await contacted('slack', REFUSED, { by: 'integration' })).why).toMatch(/but not `ok` as Slack does/)
})

test('a heartbeat without a ping for ten minutes is not well, except after a start', () => {
  const receiver = { name: 'heartbeat', integration: 'webhook', variable: 'HEARTBEAT_URL', isTested: true }
  const judged = (lately: number, minutes: number) =>
    judgeReceiver(receiver, state('receiver', lately), [receiver], {
      ...{ refusal: undefined, now: minutes * 60_000 },
    })
  expect(judged(0, 60)).toMatchObject({ outcome: 'broken', why: expect.stringMatching(/^No ping was sent/) })
  expect(judged(9, 60).outcome).toBe('holds')
  expect(judged(0, 5).outcome).toBe('holds')
})

test('a receiver that the running Alertmanager does not have is to be deployed', () => {
  const receiver = { name: 'new', integration: 'slack', variable: 'X', isTested: true }
  const judged = (by: AlertmanagerState['by']) =>
    judgeReceiver(receiver, state(by), [receiver], { refusal: undefined, now: 0 }).why
  expect(judged('receiver')).toMatch(/^The running Alertmanager does not have this receiver/)
  expect(judged('integration')).toMatch(/It accepted 9 messages/)
})
