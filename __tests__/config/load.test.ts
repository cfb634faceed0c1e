import { expect, test } from '@jest/globals'
import { declaredMetrics } from '../../src/config/declared-metrics.ts'
import { loadConfig, parseConfig } from '../../src/config/load.ts'
import { presetConfig } from '../../src/config/preset.ts'
import { isOnFly } from '../../src/config/services.ts'
import { DEFAULT_THRESHOLDS } from '../../src/config/thresholds.ts'
import { ActionError, type Diagnostic } from '../../src/lib/errors.ts'
import { fc } from '../support/property.ts'

const GOOD = `monitoring: { app: chat-monitoring }
apps:
  - { app: chat }
services:
  - { name: web, app: chat, port: 9090 }
`

/** What a user would see: place, code, message, hint. */
function problemsOf(text: string): Diagnostic[] {
  try {
    loadConfig(text, 'monitoring.yml')
  } catch (error) {
    if (error instanceof ActionError) return [...error.problems]
    throw error
  }
  return []
}

const places = (text: string) => problemsOf(text).map((p) => `${p.at?.line}:${p.at?.column} ${p.code}`)

test('a small file is filled up with defaults', () => {
  expect(loadConfig(GOOD, 'monitoring.yml')).toEqual({
    monitoring: {
      app: 'chat-monitoring',
      engine: 'server',
      organization: 'personal',
      region: 'nrt',
      replicas: 1,
      shards: 1,
      access: 'password',
      scrape_interval: '15s',
      retention: '15d',
      volume: { name: 'prometheus_data', size_gb: 10 },
      vm: { size: 'shared-cpu-1x', memory_mb: 512 },
    },
    apps: [{ app: 'chat', config: 'fly.toml', deploy: true }],
    services: [{ name: 'web', app: 'chat', port: 9090, path: '/metrics', may_stop: false, metrics: {} }],
    grafana: { overwrite: 'unless-edited' },
    alerts: { ...DEFAULT_THRESHOLDS, rules: [] },
    lint: { ignore: [] },
    slos: [],
    remote_write: [],
    verify: { accept: [] },
  })
})

test('every mistake is reported in one run, at its line and column, top to bottom', () => {
  const text = `monitoring:
  app: Chat_Monitoring
  region: tokyo
  scrape_interval: 15
  volume: { size_gb: 0 }
apps:
  - app: chat
    dockerfile: ../Dockerfile
services:
  - { name: web, app: chat, port: 70000 }
  - { name: web, app: chta, port: 9091, metrics: { web_requests: conter } }
  - { app: chat, port: 9092, prot: 1 }
`
  expect(problemsOf(text).map((p) => `${p.at?.line}:${p.at?.column} ${p.message} ${p.hint}`)).toEqual([
    '2:8 monitoring.app is "Chat_Monitoring", which is not a Fly app name: lowercase letters, digits and dashes. Change the value.',
    '3:11 monitoring.region is "tokyo", which is not a Fly region such as nrt or fra. Change the value.',
    '4:20 monitoring.scrape_interval must be text, not 15. Put it in quotes.',
    '5:22 monitoring.volume.size_gb is 0; the minimum is 1. Change the value.',
    '8:17 apps[0].dockerfile is "../Dockerfile", which must stay inside the workspace: a relative path without "..". Change the value.',
    '10:35 services[0].port is 70000; the maximum is 65535. Change the value.',
    '11:13 Service "web" exists twice. Remove or rename one of the two.',
    '11:23 Service "web" belongs to app "chta", which is not in apps. Did you mean "chat"?',
    '11:66 services[1].metrics.web_requests is "conter", which is not one of: counter, gauge, histogram, summary, stateset, info, gaugehistogram, unknown. Did you mean "counter"?',
    '12:5 services[2].name is missing. Add services[2].name: it has no default.',
    '12:30 services[2].prot is not a known key. Did you mean "port"?',
  ])
})

test.each([
  ['a key twice', `${GOOD}apps: []\n`, '6:1 config/syntax'],
  ['a bad indentation', 'monitoring:\n  app: a\n region: nrt\n', '3:1 config/syntax'],
  ['a list for a map', '- a\n', '1:1 config/value'],
  ['nothing at all', '', '1:1 config/value'],
  [
    'two services on one port',
    GOOD.replace(/(- \{ name: web.*\n)/, '$1  - { name: api, app: chat, port: 9090 }\n'),
    '6:35 config/duplicate-port',
  ],
  [
    'the monitoring app among the apps',
    GOOD.replace('chat-monitoring', 'chat'),
    '1:20 config/monitoring-app',
  ],
  [
    'the plain Prometheus image',
    GOOD.replace('chat-monitoring', 'cm, image: prom/prometheus:v3.13.0'),
    '1:31 config/plain-image',
  ],
  [
    'the same image from another registry',
    GOOD.replace('chat-monitoring', 'cm, image: quay.io/prometheus/prometheus:v3.13.0'),
    '1:31 config/plain-image',
  ],
  [
    'a region for one of two replicas',
    GOOD.replace('chat-monitoring', 'cm, replicas: 2, regions: [nrt]'),
    '1:46 config/replica-regions',
  ],
  [
    'regions for the only machine',
    GOOD.replace('chat-monitoring', 'cm, regions: [nrt, hkg]'),
    '1:33 config/replica-regions',
  ],
  [
    'a region that is not the one of the first replica',
    GOOD.replace('chat-monitoring', 'cm, region: fra, replicas: 2, regions: [nrt, hkg]'),
    '1:59 config/replica-regions',
  ],
  [
    'replicas that cannot be told apart',
    GOOD.replace('chat-monitoring', 'cm, replicas: 2, access: private'),
    '1:24 config/private-replicas',
  ],
  [
    'shards that keep their own data',
    GOOD.replace('chat-monitoring', 'cm, shards: 4'),
    '1:24 config/shards-without-agent',
  ],
  [
    'shards that cannot be told apart',
    GOOD.replace('chat-monitoring', 'cm, engine: agent, shards: 4, access: private'),
    '1:39 config/private-replicas',
  ],
  ['too many shards', GOOD.replace('chat-monitoring', 'cm, engine: agent, shards: 17'), '1:47 config/value'],
  ['three replicas', GOOD.replace('chat-monitoring', 'cm, replicas: 3'), '1:34 config/value'],
  [
    'no time between scrapes',
    GOOD.replace('chat-monitoring', 'cm, scrape_interval: 0s'),
    '1:41 config/value',
  ],
  [
    'more time between scrapes than a series lives',
    GOOD.replace('chat-monitoring', 'cm, scrape_interval: 10m'),
    '1:41 config/value',
  ],
  [
    'a retention that keeps nothing',
    GOOD.replace('chat-monitoring', 'cm, retention: 0d'),
    '1:35 config/value',
  ],
  [
    'a retention beyond all numbers',
    GOOD.replace('chat-monitoring', 'cm, retention: 99999999999999999999d'),
    '1:35 config/value',
  ],
  [
    'a service called fly next to the series of Fly',
    GOOD.replace('name: web', 'name: fly').replace('monitoring: {', 'monitoring: { fly_metrics: true,'),
    '5:13 config/reserved-name',
  ],
  ['a service called prometheus', GOOD.replace('name: web', 'name: prometheus'), '5:13 config/reserved-name'],
  ['a bad metric name', GOOD.replace('9090', '9090, metrics: { a-b: gauge }'), '5:52 config/value'],
  ['access that does not exist', GOOD.replace('chat-monitoring', 'cm, access: secret'), '1:32 config/value'],
  [
    'people who would be notified twice',
    `${GOOD}alerts: { receiver: on-call, notify: { slack: {} } }\n`,
    '6:30 config/notified-twice',
  ],
  ['a receiver that does not exist', `${GOOD}alerts: { notify: { slak: {} } }\n`, '6:21 config/unknown-key'],
  [
    'a rollback of an app that is not deployed',
    GOOD.replace('- { app: chat }', '- { app: chat, deploy: false, rollback_on_failure: true }'),
    '3:33 config/value',
  ],
  ['half a receiver', `${GOOD}alerts: { notify: { telegram: {} } }\n`, '6:31 config/missing-key'],
  [
    'a severity that does not exist',
    `${GOOD}alerts: { notify: { slack: { severities: [critcal] } } }\n`,
    '6:43 config/value',
  ],
  ['nobody to notify', `${GOOD}alerts: { notify: {} }\n`, '6:19 config/value'],
])('%s', (_, text, expected) => {
  expect(places(text)).toEqual([expected])
})

test.each([
  ['{ constructor: gauge }', '"constructor" cannot be a name here. Rename it.'],
  ['[a]', 'services[0].metrics must be a map, not a list. Change the value.'],
  [
    '!!set { a }',
    'services[0].metrics.a is null, which is not one of: counter, gauge, histogram, summary, stateset, info, gaugehistogram, unknown. Use one of: counter, gauge, histogram, summary, stateset, info, gaugehistogram, unknown.',
  ],
  [
    '{ a: }',
    'services[0].metrics.a is null, which is not one of: counter, gauge, histogram, summary, stateset, info, gaugehistogram, unknown. Use one of: counter, gauge, histogram, summary, stateset, info, gaugehistogram, unknown.',
  ],
])('a contract that would be lost: %s', (metrics, expected) => {
  const text = GOOD.replace('9090', `9090, metrics: ${metrics}`)
  expect(problemsOf(text).map((p) => `${p.message} ${p.hint}`)).toEqual([expected])
})

test('an unknown code of a finding is reported without a list of all codes', () => {
  const [wrong] = problemsOf(`${GOOD}lint: { ignore: [{ code: dashbord/json, reason: fine }] }\n`)
  expect(wrong?.message).toMatch(
    /^lint\.ignore\[0\]\.code is "dashbord\/json", which is not one of the \d+ valid values\.$/,
  )
  expect(wrong?.hint).toBe('Did you mean "dashboard/json"?')
})

test('one file has one name, and a Fly configuration is TOML', () => {
  const config = (path: string) => GOOD.replace('{ app: chat }', `{ app: chat, config: ${path} }`)
  expect(loadConfig(config('./deploy//fly.toml'), 'monitoring.yml').apps[0]?.config).toBe('deploy/fly.toml')
  expect(problemsOf(config('fly.json')).map(({ message }) => message)).toEqual([
    'apps[0].config is "fly.json", which must be a TOML file: its name ends in .toml.',
  ])
})

test('every unknown key is reported, also several in one map', () => {
  const text = GOOD.replace('port: 9090', 'prot: 1, port: 9090, intervall: 5s, __proto__: {}')
  const keys =
    'Valid keys here: name, discovery, app, port, process, may_stop, path, scheme, tls_config, authorization, basic_auth, labels, scrape_interval, scrape_timeout, sample_limit, keep, drop, metrics.'
  expect(problemsOf(text).map((p) => `${p.at?.column} ${p.message} ${p.hint}`)).toEqual([
    '29 services[0].prot is not a known key. Did you mean "port"?',
    `50 services[0].intervall is not a known key. ${keys}`,
    `65 services[0].__proto__ is not a known key. ${keys}`,
  ])
})

test.each([
  ['an empty list', 'vm: []', 'monitoring.vm must be a map, not a list. Change the value.'],
  [
    'more memory than there is',
    'vm: { memory_mb: 1.0e+300 }',
    'monitoring.vm.memory_mb is 1e+300; the maximum is 131072. Change the value.',
  ],
  ['a list for a map', 'vm: [small]', 'monitoring.vm must be a map, not a list. Change the value.'],
  ['nothing for a map', 'vm:', 'monitoring.vm must be a map, not empty. Write a value, or remove the line.'],
  ['text for a map', 'vm: small', 'monitoring.vm must be a map, not "small". Change the value.'],
  [
    'half a gigabyte',
    'volume: { size_gb: 0.5 }',
    'monitoring.volume.size_gb must be a whole number, not 0.5. Change the value.',
  ],
])('%s', (_, line, expected) => {
  const text = GOOD.replace('{ app: chat-monitoring }', `{ app: chat-monitoring, ${line} }`)
  expect(problemsOf(text).map((p) => `${p.message} ${p.hint}`)).toEqual([expected])
})

test.each([
  ['error_budget: 0', 'alerts.error_budget is 0, which must be above 0.'],
  ['error_budget: 0.06', 'alerts.error_budget is 0.06; the maximum is 0.05.'],
  ['min_request_rate: .inf', 'alerts.min_request_rate is Infinity, which must be finite.'],
  ['cache_hit_ratio: 50', 'alerts.cache_hit_ratio is 50, which must be below 1: a share, 0.05 is 5 %.'],
])('a threshold out of bounds: %s', (line, expected) => {
  expect(problemsOf(`${GOOD}alerts: { ${line} }\n`).map((p) => p.message)).toEqual([expected])
})

test('a metric entry in its long form is checked in its long form', () => {
  const entry = (text: string) => places(GOOD.replace('9090', `9090, metrics: { m: ${text} }`))
  expect(entry('{ type: counter, expect: after-traffic }')).toEqual([])
  expect(entry('{ type: counter, expect: sometimes }')).toEqual(['5:80 config/value'])
  expect(entry('{ expect: always }')).toEqual(['5:55 config/missing-key'])
})

test('BOM and CRLF change nothing', () => {
  expect(loadConfig(`\uFEFF${GOOD.replaceAll('\n', '\r\n')}`, 'monitoring.yml')).toEqual(
    loadConfig(GOOD, 'monitoring.yml'),
  )
})

test('an alias bomb is refused and prototypes stay as they are', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
    .split('')
    .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`)
    .join('\n')}\n`
  expect(places(bomb)).toEqual(['1:1 config/aliases'])
  expect(places(`${GOOD}__proto__: { polluted: true }\n`)).toEqual(['6:1 config/unknown-key'])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('whatever the file holds, the answer is a configuration or problems in it', () => {
  const piece = fc.constantFrom(
    'monitoring:',
    '\n',
    '  ',
    '- ',
    'app',
    ': ',
    'services:',
    '{',
    '}',
    '[',
    ']',
    '&a ',
    '*a',
    '"',
    "'",
    '|',
    '1',
    '\t',
    '!!js',
    '%',
    'é',
    '\u0000',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const problem of problemsOf(pieces.join(''))) {
        expect(problem.at?.line).toBeGreaterThan(0)
        expect(problem.hint).not.toBe('')
      }
    }),
    { numRuns: 300, examples: [[['&a ', '\n', ': ', '*a']]] },
  )
})

test('an alias to the map that it is in is a problem like others', () => {
  for (const text of [
    '&a\nmonitoring: *a\n',
    'monitoring: &a\n  app: *a\n',
    'services: &a\n  - *a\n',
    '&a\n? *a\n: 1\n',
  ])
    expect(problemsOf(text).length).toBeGreaterThan(0)
})

test('the preset is valid, with the four services and twenty metrics, under the names that inputs give', () => {
  const config = parseConfig(presetConfig({ app: 'chat', region: 'fra' }))
  expect(config.services.filter(isOnFly).map((s) => `${s.name} ${s.app}:${s.port}`)).toEqual([
    'fechatter_server chat:9090',
    'notify_server chat:9091',
    'analytics_server chat:7778',
    'bot_server chat:9092',
  ])
  expect(config.services.flatMap(declaredMetrics)).toHaveLength(20)
  expect(config.monitoring).toMatchObject({ app: 'chat-monitoring', region: 'fra' })
})

test('a message of the YAML parser for programmers is replaced', () => {
  const message = (text: string) => problemsOf(text)[0]?.message
  expect(message(`${GOOD}---\na: 1\n`)).toBe(
    'Not valid YAML: another document starts here, and only one is accepted.',
  )
  expect(message('monitoring:\n\tapp: a\n')).toBe('Not valid YAML: Tabs are not allowed as indentation.')
})
