import { expect, test } from '@jest/globals'
import { loadConfig } from '../../src/config/load.ts'
import { draftConfiguration } from '../../src/init/draft.ts'
import { type ScanSources, scanRepository } from '../../src/init/scan.ts'
import type { PresetNames } from '../../src/inputs/types.ts'
import { fc } from '../support/property.ts'

const nothing: ScanSources = { fly: [], prometheus: [], dashboards: [] }
const fly = (path: string, text: string) => ({ path, text, role: 'app' as const })

/** What `init` would write for these files, as the deploy reads it. */
function configOf(sources: Partial<ScanSources>, names: PresetNames = {}) {
  const found = scanRepository({ ...nothing, ...sources }, names)
  return { config: loadConfig(draftConfiguration(found, names), 'monitoring.yml'), notes: found.notes }
}

const CHAT = `app = "chat"
primary_region = "fra"
[http_service]
internal_port = 8080
[[http_service.checks]]
path = "/up"
`

test('nothing at all: the preset, written out, and only watched', () => {
  const { config } = configOf({})
  expect(config.apps).toEqual([{ app: 'fechatter', config: 'fly.toml', deploy: false }])
  expect(config.services.map(({ name, port }) => [name, port])).toEqual([
    ['fechatter_server', 9090],
    ['notify_server', 9091],
    ['analytics_server', 7778],
    ['bot_server', 9092],
  ])
  expect(config.monitoring).toMatchObject({ app: 'fechatter-monitoring', region: 'nrt', access: 'password' })
})

test('names that are given win over those that are found', () => {
  const names = { app: 'web', monitoringApp: 'eyes', organization: 'acme', region: 'lhr' }
  const { config } = configOf({ fly: [fly('fly.toml', CHAT)] }, names)
  expect(config.monitoring).toMatchObject({ app: 'eyes', organization: 'acme', region: 'lhr' })
  expect(config.apps).toMatchObject([{ app: 'web', config: 'fly.toml', deploy: true, health: '/up' }])
})

test('an app alone: its name, region and health; the port is a guess, and said to be', () => {
  const found = scanRepository({ ...nothing, fly: [fly('fly.toml', CHAT)] }, {})
  const text = draftConfiguration(found, {})
  expect(loadConfig(text, 'monitoring.yml')).toMatchObject({
    monitoring: { app: 'chat-monitoring', region: 'fra' },
    apps: [{ app: 'chat', config: 'fly.toml', health: '/up', deploy: true }],
    services: [{ name: 'chat', app: 'chat', port: 9090, path: '/metrics' }],
    grafana: { folder: 'chat', dashboards: ['grafana-dashboards'] },
  })
  expect(text).toMatch(
    /# No file in this repository names the endpoint of the metrics: correct this\.\n {4}port: 9090/,
  )
})

test('endpoints that fly.toml names, by process group', () => {
  const metrics = `[processes]
web = "web"
worker = "worker"
[[metrics]]
port = 9100
processes = ["web"]
[[metrics]]
port = "9200"
path = "/stats"
processes = ["worker"]
`
  const { config } = configOf({ fly: [fly('fly.toml', CHAT + metrics)] })
  expect(config.services).toMatchObject([
    { name: 'web', port: 9100, path: '/metrics', process: 'web' },
    { name: 'worker', port: 9200, path: '/stats', process: 'worker' },
  ])
})

test('several apps in folders of their own; stages of one app are one app', () => {
  const prometheus = `scrape_configs:
  - job_name: one
    static_configs: [{ targets: ['one.internal:9001'] }]
  - job_name: two
    dns_sd_configs: [{ names: [web.process.two.internal], type: AAAA, port: 9002 }]
  - job_name: far
    static_configs: [{ targets: ['far.internal:9003', 'db.example.com:9187'] }]
  - job_name: prometheus
    static_configs: [{ targets: ['localhost:9090'] }]
`
  const { config, notes } = configOf({
    fly: [
      fly('apps/one/fly.toml', 'app = "one"'),
      fly('apps/one/fly.staging.toml', 'app = "one-staging"'),
      fly('apps/two/fly.production.toml', 'app = "two"'),
      fly('apps/two/fly.staging.toml', 'app = "two-staging"'),
      fly('apps/three/fly.toml', 'app = "three"'),
    ],
    prometheus: [{ file: 'prometheus.yml', text: prometheus }],
  })
  expect(config.apps).toEqual([
    { app: 'one', config: 'apps/one/fly.toml', deploy: true },
    { app: 'two', config: 'apps/two/fly.production.toml', deploy: true },
    { app: 'far', config: 'fly.toml', deploy: false },
  ])
  expect(config.services).toMatchObject([
    { name: 'one', app: 'one', port: 9001 },
    { name: 'two', app: 'two', port: 9002, process: 'web' },
    { name: 'far', app: 'far', port: 9003 },
  ])
  expect(notes.map(({ message }) => message)).toEqual([
    '"db.example.com:9187" is not on Fly\'s private network, so it was left out.',
  ])
})

test('an existing Prometheus: interval, paths, labels; what has no place is told', () => {
  const prometheus = `global:
  scrape_interval: 30s
  external_labels: { monitor: old, region: fra }
scrape_configs:
  - job_name: "the chat"
    metrics_path: /internal/metrics
    params: { full: ["1"] }
    static_configs:
      - targets: ['chat.internal:9090']
        labels: { service: chat-server, instance: fly, env: prod }
remote_write:
  - url: https://prom.example/push
    write_relabel_configs: [{ source_labels: [__name__], regex: go_.*, action: drop }]
`
  const { config, notes } = configOf({
    fly: [fly('fly.toml', CHAT)],
    prometheus: [{ file: 'prometheus.yml', text: prometheus }],
  })
  expect(config.monitoring.scrape_interval).toBe('30s')
  expect(config.services).toMatchObject([{ name: 'chat-server', port: 9090, path: '/internal/metrics' }])
  expect(notes.map(({ at, message }) => `${at?.line} ${message.split(/[.,:]/)[0]}`)).toEqual([
    '7 Job "the chat" has `params`',
    '10 Job "the chat" sets the label "env"',
    '12 Remote write is always part of this configuration',
    '13 Remote write drops or renames metrics',
    '3 The configuration sets external labels',
  ])
})

test('an app under two names is the one that is deployed', () => {
  const { config, notes } = configOf({
    fly: [fly('fly.toml', CHAT)],
    prometheus: [
      {
        file: 'p.yml',
        text: `scrape_configs: [{ job_name: a, static_configs: [{ targets: ['chatter.internal:1', '\${APP}.internal:2'] }] }]`,
      },
    ],
  })
  expect(config.services.map(({ name, app, port }) => [name, app, port])).toEqual([
    ['a', 'chat', 1],
    ['a_2', 'chat', 2],
  ])
  expect(notes).toHaveLength(1)
  expect(notes[0]?.message).toBe(
    'Prometheus scrapes chatter.internal, but the app is chat: the name cannot be resolved.',
  )
})

test('the monitoring app as it is', () => {
  const toml = `app = "eyes"
primary_region = "ams"
[build]
image = "registry.fly.io/eyes:v3.13.0"
[env]
PROMETHEUS_RETENTION_TIME = "30d"
[mounts]
source = "samples"
destination = "/prometheus"
initial_size = "20gb"
[[vm]]
size = "shared-cpu-2x"
memory = "1gb"
`
  const { config } = configOf({ fly: [{ path: 'fly.monitoring.toml', text: toml, role: 'monitoring' }] })
  expect(config.monitoring).toMatchObject({
    app: 'eyes',
    region: 'ams',
    retention: '30d',
    image: 'registry.fly.io/eyes:v3.13.0',
    volume: { name: 'samples', size_gb: 20 },
    vm: { size: 'shared-cpu-2x', memory_mb: 1024 },
  })
})

test('what a configuration cannot hold is left out, at its place, with the reason; the rest is taken over', () => {
  const monitoring = `app = "eyes"
primary_region = "fra2"
[build]
image = "quay.io/prometheus/prometheus:v3.13.0"
[env]
PROMETHEUS_RETENTION_TIME = "30m"
[[mounts]]
source = "my-samples"
initial_size = "20gb"
`
  const prometheus = `global: { scrape_interval: 5m }
scrape_configs:
  - job_name: web
    static_configs: [{ targets: ['chat.internal:9090'] }]
  - job_name: odd
    static_configs:
      - targets: ['chat.internal:70000']
`
  const { config, notes } = configOf({
    fly: [fly('fly.toml', CHAT), { path: 'fly.monitoring.toml', text: monitoring, role: 'monitoring' }],
    prometheus: [{ file: 'prometheus.yml', text: prometheus }],
  })
  expect(config.monitoring).toMatchObject({
    app: 'eyes',
    region: 'nrt',
    retention: '15d',
    scrape_interval: '15s',
  })
  expect(config.monitoring.volume).toEqual({ name: 'prometheus_data', size_gb: 20 })
  expect(config.monitoring.image).toBeUndefined()
  expect(config.services).toMatchObject([{ name: 'web', port: 9090 }])
  expect(notes.map(({ at, message }) => `${at?.file}:${at?.line}:${at?.column} ${message}`)).toEqual([
    'fly.monitoring.toml:2:1 monitoring.region is "fra2", which is not a Fly region such as nrt or fra. The value was left out.',
    'prometheus.yml:1:28 monitoring.scrape_interval is "5m", which is not between 1s and 2m. The value was left out.',
    'fly.monitoring.toml:6:1 monitoring.retention is "30m", which is not between 2h and 100y. The value was left out.',
    'fly.monitoring.toml:7:1 monitoring.volume.name is "my-samples", which is not a volume name: lowercase letters, digits and "_". The value was left out.',
    'prometheus.yml:7:19 Service "odd": port is 70000; the maximum is 65535. The value was left out.',
    'fly.monitoring.toml:4:1 monitoring.image is the plain Prometheus image, which runs as the user nobody and cannot write to a new volume. The value was left out.',
  ])
})

test('an interval of weeks or an image of another registry is no reason to stop', () => {
  const prometheus = [{ file: 'p.yml', text: 'global: { scrape_interval: 1w }' }]
  expect(configOf({ prometheus }).config.monitoring.scrape_interval).toBe('15s')
})

test('folders for dashboards are named as a whole, single files one by one', () => {
  const { config } = configOf({
    dashboards: ['grafana/a.json', 'grafana/b.json', 'grafana/more/c.json', 'docs/d.json', 'e.json'],
  })
  expect(config.grafana.dashboards).toEqual(['grafana-dashboards', 'docs/d.json', 'e.json', 'grafana'])
})

test('whatever stands in the files, the configuration can be read by the deploy', () => {
  const word = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.constantFrom(
      'chat',
      'prometheus',
      '9090',
      '-1',
      `\${X}`,
      'web.process.chat',
      'UPPER',
      '1st',
      'a b',
      "'",
    ),
  )
  const toml = fc
    .tuple(word, word, word, fc.integer({ min: -1, max: 70_000 }), word)
    .map(([app, region, path, port, group]) => {
      const text = (value: string) => JSON.stringify(value.replace(/[\u007f-\u{10ffff}]/gu, ''))
      return `app = ${text(app)}\nprimary_region = ${text(region)}\n[env]\nPROMETHEUS_RETENTION_TIME = ${text(path)}\n[build]\nimage = ${text(group)}\n[[mounts]]\nsource = ${text(group)}\ninitial_size = ${text(path)}\n[[vm]]\nmemory = ${text(region)}\nsize = ${text(app)}\n[[metrics]]\nport = ${port}\npath = ${text(path)}\nprocesses = [${text(group)}]\n`
    })
  const job = fc.record({
    job_name: word,
    metrics_path: word,
    static_configs: fc.array(
      fc.record({
        targets: fc.array(
          fc.tuple(word, fc.nat(70_000)).map(([host, port]) => `${host}.internal:${port}`),
          {
            maxLength: 3,
          },
        ),
        labels: fc.dictionary(fc.constantFrom('service', 'env'), word),
      }),
      { maxLength: 2 },
    ),
  })
  const prometheus = fc
    .record({ global: fc.record({ scrape_interval: word }), scrape_configs: fc.array(job, { maxLength: 4 }) })
    .map((value) => ({ file: 'p.yml', text: JSON.stringify(value) }))
  const sources = fc.record({
    fly: fc.array(
      fc.record({
        path: fc.constantFrom('fly.toml', 'a/fly.toml', 'b/fly.toml', 'fly.monitoring.toml'),
        text: fc.oneof(toml, fc.string()),
        role: fc.constantFrom('app' as const, 'monitoring' as const),
      }),
      { maxLength: 4 },
    ),
    prometheus: fc.array(fc.oneof(prometheus, fc.record({ file: fc.constant('q.yml'), text: fc.string() })), {
      maxLength: 2,
    }),
    dashboards: fc.array(fc.constantFrom('a.json', 'grafana/b.json', 'x/dashboards/c.json')),
  })
  fc.assert(
    fc.property(sources, (found) => {
      configOf(found)
    }),
    { numRuns: 100 },
  )
})
