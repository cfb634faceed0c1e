import { expect, test } from '@jest/globals'
import { loadConfig } from '../../src/config/load.ts'
import { hide } from '../../src/lib/redact.ts'
import { readScrapeSecrets } from '../../src/run/read-scrape-secrets.ts'

const text = `monitoring: { app: mon }
apps: [{ app: chat }]
services:
  - { name: web, app: chat, port: 1, authorization: { credentials_env: WEB_TOKEN } }
  - { name: api, app: chat, port: 2, authorization: { credentials_env: WEB_TOKEN } }
  - { name: bot, app: chat, port: 3, basic_auth: { username: ops, password_env: BOT_PASSWORD } }
`
const file = 'monitoring.yml'
const project = { config: loadConfig(text, file), source: { file, text } }

test('the values of the variables are read, without the newline of an echo, and hidden', () => {
  const { secrets, problems } = readScrapeSecrets(project, {
    WEB_TOKEN: 'a-token-of-web\n',
    BOT_PASSWORD: 'b0t-pass',
  })
  expect([...secrets]).toEqual([
    ['WEB_TOKEN', 'a-token-of-web'],
    ['BOT_PASSWORD', 'b0t-pass'],
  ])
  expect(problems).toEqual([])
  expect(hide('x a-token-of-web y b0t-pass')).toBe('x *** y ***')
})

test('a variable that is not set is one problem at its place, however many services need it', () => {
  const { problems } = readScrapeSecrets(project, { WEB_TOKEN: ' ', BOT_PASSWORD: 'two\nlines' })
  expect(problems.map(({ at, code, message }) => `${at?.line}:${at?.column} ${code} ${message}`)).toEqual([
    '4:38 input/credentials authorization of service web needs the environment variable WEB_TOKEN, which is not set.',
    '6:38 input/credentials basic_auth of service bot needs the environment variable BOT_PASSWORD, which has a line break or another control character.',
  ])
  expect(JSON.stringify(problems)).not.toContain('two')
})

test('targets of remote write name variables too', () => {
  const more = `${text}remote_write:
  - { url: "https://store.example/api/v1/write", user: me, password_env: STORE_KEY }
`
  const given = { config: loadConfig(more, file), source: { file, text: more } }
  const set = { WEB_TOKEN: 'a', BOT_PASSWORD: 'b' }
  expect(readScrapeSecrets(given, { ...set, STORE_KEY: 'k3y' }).secrets.get('STORE_KEY')).toBe('k3y')
  expect(
    readScrapeSecrets(given, set).problems.map(({ at, message }) => `${at?.line}:${at?.column} ${message}`),
  ).toEqual([
    '8:60 remote_write to store.example needs the environment variable STORE_KEY, which is not set.',
  ])
})

const flyText = `monitoring: { app: mon, fly_metrics: true }
apps: [{ app: chat }]
services: [{ name: web, app: chat, port: 1 }]
`
const withFly = { config: loadConfig(flyText, file), source: { file, text: flyText } }

test.each(['fm2_first,fm2_second', 'FlyV1 fm2_first,fm2_second\n', 'FlyV1 FlyV1 fm2_first,\n  fm2_second'])(
  'the token for the series of Fly is read in every form in which flyctl prints it: %j',
  (value) => {
    const { secrets, problems } = readScrapeSecrets(withFly, { FLY_METRICS_TOKEN: value })
    expect([...secrets]).toEqual([['FLY_METRICS_TOKEN', 'fm2_first,fm2_second']])
    expect(problems).toEqual([])
    expect(hide('x fm2_second y')).toBe('x *** y')
  },
)

test.each([undefined, '', ' FlyV1 '])(
  'without it (%j) the key is named, and how to make a token',
  (value) => {
    const { problems } = readScrapeSecrets(withFly, { FLY_METRICS_TOKEN: value })
    expect(problems).toEqual([
      {
        ...{ code: 'input/credentials', severity: 'error', at: { file, line: 1, column: 25 } },
        message: 'monitoring.fly_metrics needs the environment variable FLY_METRICS_TOKEN, which is not set.',
        hint: expect.stringMatching(/flyctl tokens create readonly.*secrets\.FLY_METRICS_TOKEN/),
      },
    ])
  },
)

test('nothing asks for it without the key', () => {
  expect(readScrapeSecrets(project, { WEB_TOKEN: 'a-token', BOT_PASSWORD: 'b0t' }).problems).toEqual([])
})
