import { expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { renderPrometheus } from '../../src/desired/prometheus.ts'
import {
  alertsAnswer,
  configAnswer,
  rulesAnswer,
  runtimeInfoAnswer,
} from '../../src/model/prometheus-answers.ts'
import {
  activeAlerts,
  allEvaluated,
  isStaleEvaluation,
  judgeRules,
  type RuleAnswer,
  ruleKey,
  uncheckedRules,
} from '../../src/verify/rules/judge.ts'
import { configDiff } from '../../src/verify/server/config-diff.ts'
import { judgeAccess, judgeExposure, judgeHealth } from '../../src/verify/server/endpoints.ts'
import { judgeConfig, judgeReload, judgeRetention } from '../../src/verify/server/running-config.ts'
import { configurations } from '../support/configurations.ts'
import { fc } from '../support/property.ts'
import { recordedData } from './fixtures.ts'

const running = recordedData('status-config.json', configAnswer).yaml

/** What somebody would have written to get the recorded configuration. */
const shipped = {
  global: {
    scrape_interval: '15s',
    scrape_timeout: '10s',
    evaluation_interval: '15s',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as Prometheus expands it
    external_labels: { monitor: 'fechatter-fly', region: '${FLY_REGION}', app_name: 'fechatter-monitoring' },
    scrape_native_histograms: false,
  },
  rule_files: ['/etc/prometheus/rules.yml'],
  scrape_configs: [
    {
      job_name: 'prometheus',
      static_configs: [{ targets: ['localhost:9090'], labels: { service: 'prometheus' } }],
    },
    ...[
      ['fechatter_server', 9090],
      ['notify_server', 9091],
      ['analytics_server', 7778],
      ['bot_server', 9092],
    ].map(([job_name, port]) => ({
      job_name,
      relabel_configs: [
        { source_labels: ['job'], target_label: 'service' },
        { source_labels: ['__meta_dns_name'], regex: '(?:.*\\.)?([^.]+)\\.internal', target_label: 'app' },
      ],
      dns_sd_configs: [{ names: ['fechatter.internal'], type: 'AAAA', port, refresh_interval: '15000ms' }],
    })),
    {
      job_name: 'staging_ignored',
      relabel_configs: [
        { source_labels: ['__address__'], regex: 'fechatter-staging\\.internal:.*', action: 'drop' },
      ],
      static_configs: [{ targets: ['fechatter-staging.internal:9090'] }],
    },
  ],
  storage: { tsdb: { retention: { time: '15d', percentage: 75 } } },
  remote_write: [
    {
      url: 'http://[fdaa:0:18:a7b:2c:1:9:2]:9009/api/prom/push',
      name: 'grafana-cloud',
      write_relabel_configs: [{ source_labels: ['__name__'], regex: 'go_.*', action: 'drop' }],
      basic_auth: { username: '123456', password_file: '/etc/prometheus/rw_password' },
      queue_config: { max_shards: 4, capacity: 2500, max_samples_per_send: 500 },
      metadata_config: { send: true },
    },
  ],
}

test('a configuration that Prometheus has serialised again is equal', () => {
  expect(configDiff(shipped, parse(running))).toEqual([])
  expect(judgeConfig(stringify(shipped), running)).toMatchObject({ outcome: 'holds', certainty: 'proven' })
})

type Loose = {
  global: Record<string, unknown>
  scrape_configs: Record<string, unknown>[]
  remote_write?: unknown[]
  rule_files?: string[]
}
test.each<[string, (config: Loose) => void, string]>([
  ['another interval', (c) => (c.global.scrape_interval = '30s'), 'global.scrape_interval'],
  ['a job more', (c) => c.scrape_configs.push({ job_name: 'more' }), 'scrape_configs[more]'],
  ['a job less', (c) => c.scrape_configs.pop(), 'scrape_configs[staging_ignored]'],
  ['no remote write', (c) => delete c.remote_write, 'remote_write'],
  ['no rules', (c) => (c.rule_files = []), 'rule_files[0]'],
  [
    'another path',
    (c) => Object.assign(c.scrape_configs[1] ?? {}, { metrics_path: '/x' }),
    'scrape_configs[fechatter_server].metrics_path',
  ],
  [
    'a limit',
    (c) => Object.assign(c.scrape_configs[1] ?? {}, { sample_limit: 10 }),
    'scrape_configs[fechatter_server].sample_limit',
  ],
  [
    'relabelling gone',
    (c) => delete c.scrape_configs[5]?.relabel_configs,
    'scrape_configs[staging_ignored].relabel_configs',
  ],
  [
    'another target',
    (c) =>
      Object.assign(c.scrape_configs[0] ?? {}, {
        static_configs: [{ targets: ['localhost:1'], labels: { service: 'prometheus' } }],
      }),
    'scrape_configs[prometheus].static_configs[0].targets[0]',
  ],
])('%s is a difference', (_, change, where) => {
  const other: Loose = structuredClone(shipped)
  change(other)
  expect(configDiff(other, parse(running))[0]).toContain(where)
})

test('additions to the deployed configuration are differences', () => {
  const found = (change: (config: Loose) => void) => {
    const other: Loose = parse(running)
    change(other)
    return configDiff(shipped, other)
  }
  expect(found((c) => Object.assign(c.scrape_configs[1] ?? {}, { metrics_path: '/other' }))).toEqual([
    'scrape_configs[fechatter_server].metrics_path',
  ])
  expect(
    found((c) =>
      Object.assign(c.scrape_configs[1] ?? {}, { metric_relabel_configs: [{ action: 'drop', regex: '.*' }] }),
    ),
  ).toHaveLength(1)
  expect(found((c) => Object.assign(c, { remote_read: [{ url: 'http://x' }] }))).toEqual(['remote_read'])
  expect(found((c) => Object.assign(c, { a_default_of_the_future: { x: 1 } }))).toEqual([])
})

test('sizes, durations and masked secrets have many spellings', () => {
  const same = (a: unknown, b: unknown) => configDiff({ x: a }, { x: b }).length === 0
  expect(same('16MB', '16MiB')).toBe(true)
  expect(same('60s', '1m')).toBe(true)
  expect(same('secret', '<secret>')).toBe(true)
  expect(same('https://u:p@h/x', 'https://u:xxxxx@h/x')).toBe(true)
  expect(same('https://u:p@h/x', 'https://u:p@h/y')).toBe(false)
  expect(same('16MB', '16GiB')).toBe(false)
  expect(same(0, undefined)).toBe(true)
  expect(same(1, undefined)).toBe(false)
})

test('any rendered configuration equals itself, and not one with another interval', () => {
  fc.assert(
    fc.property(configurations, (config) => {
      const text = (interval?: string) =>
        renderPrometheus(
          interval ? { ...config, monitoring: { ...config.monitoring, scrape_interval: interval } } : config,
          {
            version: { major: 3, minor: 13 },
            ruleFiles: ['/etc/prometheus/rules.yml'],
            remoteWrite: undefined,
          },
        )
      expect(configDiff(parse(text()), parse(text()))).toEqual([])
      expect(configDiff(parse(text()), parse(text('7s')))).not.toEqual([])
    }),
  )
})

test('a text that is not YAML is not compared', () => {
  expect(judgeConfig('a: [', running).outcome).toBe('not-checked')
  expect(judgeConfig(undefined, running).outcome).toBe('nothing-to-check')
})

test('reload and retention', () => {
  const info = recordedData('status-runtimeinfo.json', runtimeInfoAnswer)
  expect(judgeReload(info).outcome).toBe('holds')
  expect(judgeReload({ ...info, reloadConfigSuccess: false }).outcome).toBe('broken')
  expect(judgeRetention('15d', info).outcome).toBe('holds')
  expect(judgeRetention('14d', { ...info, storageRetention: '2w' }).outcome).toBe('holds')
  expect(judgeRetention('14d', info)).toMatchObject({
    outcome: 'broken',
    why: expect.stringContaining('15d or 75%'),
  })
  expect(judgeRetention('15d', { ...info, storageRetention: '' }).outcome).toBe('broken')
})

const groups = recordedData('rules.json', rulesAnswer).groups
const NO_ANSWERS = new Map<string, RuleAnswer>()

test('recorded rules are loaded, healthy and evaluated', () => {
  const rules = judgeRules(groups, NO_ANSWERS, undefined)
  expect(rules.length).toBeGreaterThan(20)
  expect(rules.every(({ state }) => state === 'ok')).toBe(true)
  expect(allEvaluated(groups)).toBe(true)
})

test('a rule that was not evaluated yet, fails, or was not loaded', () => {
  const fresh = groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) => ({ ...rule, health: 'unknown' as const })),
  }))
  expect(allEvaluated(fresh)).toBe(false)
  expect(judgeRules(fresh, NO_ANSWERS, undefined)[0]?.state).toBe('not-evaluated')
  const failing = groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) => ({ ...rule, health: 'err' as const, lastError: 'many-to-many' })),
  }))
  expect(judgeRules(failing, NO_ANSWERS, undefined)[0]).toMatchObject({
    state: 'error',
    detail: 'many-to-many',
  })
  const file = 'groups: [{name: new, rules: [{alert: Extra, expr: up}, {record: "a:b", expr: up}]}]'
  expect(
    judgeRules(groups, NO_ANSWERS, [file])
      .filter(({ state }) => state === 'missing')
      .map(({ name, kind }) => [name, kind]),
  ).toEqual([
    ['Extra', 'alerting'],
    ['a:b', 'recording'],
  ])
})

test('an evaluation before the targets were scraped proves nothing: the answer to the expression decides', () => {
  const [group] = groups
  const [rule] = group?.rules ?? []
  if (!group || !rule) throw new Error('no rule')
  const evaluated = Date.parse(rule.lastEvaluation)
  expect(isStaleEvaluation(rule, evaluated)).toBe(true)
  expect(isStaleEvaluation(rule, evaluated - 1)).toBe(false)
  const first = (given: RuleAnswer, health: 'ok' | 'err' = 'ok') =>
    judgeRules(
      [{ ...group, rules: [{ ...rule, health, lastError: 'old' }] }],
      new Map([[ruleKey(group.name, rule), given]]),
      undefined,
    )[0]
  expect(first({ kind: 'evaluates' })).toMatchObject({ state: 'ok', certainty: 'proven' })
  expect(first({ kind: 'evaluates' }, 'err')).toMatchObject({ state: 'ok', detail: '' })
  expect(first({ kind: 'error', detail: 'many-to-many' })).toMatchObject({
    state: 'error',
    detail: 'many-to-many',
  })
  expect(first({ kind: 'unanswered', why: 'HTTP 502.' })).toMatchObject({ state: 'not-checked' })
})

test('when Prometheus does not return its rules, the deployed ones are not checked, not missing', () => {
  const rules = uncheckedRules(['groups: [{name: a, rules: [{alert: B, expr: up}]}]'], 'HTTP 502.')
  expect(rules).toMatchObject([
    { name: 'B', state: 'not-checked', certainty: 'not checked', why: 'HTTP 502.' },
  ])
})

test('active alerts are shown with their summary', () => {
  const alerts = activeAlerts(recordedData('alerts.json', alertsAnswer).alerts)
  expect(alerts[0]).toMatchObject({
    name: 'PrometheusRemoteWriteFailing',
    state: 'pending',
    summary: expect.stringContaining('loses samples'),
  })
})

test('health must be 200', () => {
  expect(judgeHealth('u', { kind: 'answer', status: 200, text: '' }).outcome).toBe('holds')
  expect(judgeHealth('u', { kind: 'answer', status: 503, text: '' }).outcome).toBe('broken')
  expect(judgeHealth('u', { kind: 'answer', status: 301, text: '' }).outcome).toBe('broken')
  expect(judgeHealth('u', { kind: 'silence', why: 'refused', code: '' }).outcome).toBe('broken')
})

test('health of an app whose machines are all resting is not checked, unless it answers', () => {
  const judge = (status: number) => judgeHealth('u', { kind: 'answer', status, text: '' }, true).outcome
  expect(judge(502)).toBe('nothing-to-check')
  expect(judgeHealth('u', { kind: 'silence', why: 'reset', code: '' }, true).outcome).toBe('nothing-to-check')
  expect(judge(200)).toBe('holds')
  expect(judge(404)).toBe('broken')
})

test('metrics on the public address cause a warning, another page does not', () => {
  const judge = (text: string, status = 200) => judgeExposure('u', { kind: 'answer', status, text }).outcome
  expect(judge('# TYPE a counter\na 1\n')).toBe('warning')
  expect(judge('a_total{x="y"} 1.5e+06\n')).toBe('warning')
  expect(judge('<!doctype html><title>hello</title>')).toBe('holds')
  expect(judge('{"status":"ok"}')).toBe('holds')
  expect(judge('# TYPE a counter\na 1\n', 401)).toBe('holds')
  expect(judge('', 502)).toBe('not-checked')
  expect(judgeExposure('u', { kind: 'silence', why: '', code: '' }).outcome).toBe('not-checked')
})

test('Prometheus rejects requests without credentials, unless access is public', () => {
  const judge = (access: 'password' | 'public', status: number) =>
    judgeAccess('u', access, { kind: 'answer', status, text: '' }).outcome
  expect(judge('password', 401)).toBe('holds')
  expect(judge('password', 200)).toBe('broken')
  expect(judge('password', 302)).toBe('broken')
  expect(judge('password', 502)).toBe('not-checked')
  expect(judge('public', 200)).toBe('warning')
  expect(judge('public', 401)).toBe('broken')
})
