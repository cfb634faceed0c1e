import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { loadConfig } from '../../src/config/load.ts'
import { isOnFly } from '../../src/config/services.ts'
import type { PresetNames } from '../../src/inputs/types.ts'
import { ActionError } from '../../src/lib/errors.ts'
import { draftOf, type Files } from '../support/init-draft.ts'
import { fc } from '../support/property.ts'

/** What `init` would write for these files, as the deploy reads it. */
async function configOf(files: Files, options: { names?: PresetNames; preset?: boolean } = {}) {
  const { text, notes } = await draftOf(files, options)
  return { config: loadConfig(text, 'monitoring.yml'), text, notes }
}

const CHAT = `app = "chat"
primary_region = "fra"
[http_service]
internal_port = 8080
[[http_service.checks]]
path = "/up"
`
const METRICS = '[metrics]\nport = 9100\npath = "/metrics"\n'

test('the preset, when it is asked for: written out, and only watched', async () => {
  const { config } = await configOf({}, { preset: true })
  expect(config.apps).toEqual([{ app: 'fechatter', config: 'fly.toml', deploy: false }])
  expect(config.services.filter(isOnFly).map(({ name, port }) => [name, port])).toEqual([
    ['fechatter_server', 9090],
    ['notify_server', 9091],
    ['analytics_server', 7778],
    ['bot_server', 9092],
  ])
  expect(config.monitoring).toMatchObject({ app: 'fechatter-monitoring', region: 'nrt', access: 'password' })
})

test('the app of the option is known by its name where its Fly configuration is not valid TOML', async () => {
  const files = {
    'deploy/fly.toml': 'app = "chat"\n[mounts]\na = 1\n[mounts]\n',
    'prometheus.yml':
      'scrape_configs:\n  - job_name: chat\n    metrics_path: /m\n    static_configs: [{ targets: ["chat:8000"] }]\n  - job_name: db\n    static_configs: [{ targets: ["db:9187"] }]\n',
  }
  await expect(draftOf(files)).rejects.toMatchObject({
    problems: [
      {
        message: expect.stringContaining('(deploy/fly.toml:4 is not valid TOML)'),
        hint: expect.stringMatching(/^Correct deploy\/fly\.toml:4, and run `init` again\. Or give the name/),
      },
    ],
  })
  const { text } = await draftOf(files, { names: { app: 'chat', region: 'fra' } })
  expect(loadConfig(text, 'monitoring.yml').services).toMatchObject([
    { name: 'chat', app: 'chat', port: 8000, path: '/m' },
  ])
  const { text: other } = await draftOf(files, { names: { app: 'talk' } })
  expect(other).toContain('# Not known: no endpoint')
})

test('a variable says the region where the Fly configuration has none', async () => {
  const of = async (more: string) =>
    (await configOf({ 'fly.toml': `app = "chat"\n${more}${METRICS}[env]\nPRIMARY_REGION = "ams"\n` })).config
  expect((await of('')).monitoring.region).toBe('ams')
  expect((await of('primary_region = "fra"\n')).monitoring.region).toBe('fra')
})

test('names that are given win over those that are found', async () => {
  const names = { app: 'web', monitoringApp: 'eyes', organization: 'acme', region: 'lhr' }
  const { config } = await configOf({ 'fly.toml': CHAT + METRICS }, { names })
  expect(config.monitoring).toMatchObject({ app: 'eyes', organization: 'acme', region: 'lhr' })
  expect(config.apps).toMatchObject([{ app: 'web', config: 'fly.toml', deploy: true, health: '/up' }])
})

test('an app alone: its name, region and health; the port is not guessed, and plan insists on it', async () => {
  const { text, isComplete, notes } = await draftOf({ 'fly.toml': CHAT })
  expect(isComplete).toBe(false)
  expect(text).toMatch(/^ {4}# Not known: .*\n {4}port:$/m)
  expect(notes).toEqual([expect.stringMatching(/^fly\.toml:1 Nothing .* says where chat publishes metrics/)])
  expect(() => loadConfig(text, 'monitoring.yml')).toThrow(/services\[0\]\.port/)
  expect(loadConfig(text.replace('port:', 'port: 9090'), 'monitoring.yml')).toMatchObject({
    monitoring: { app: 'chat-monitoring', region: 'fra' },
    apps: [{ app: 'chat', config: 'fly.toml', health: '/up', deploy: true }],
    services: [{ name: 'chat', app: 'chat', port: 9090, path: '/metrics' }],
    grafana: { folder: 'chat', dashboards: ['grafana-dashboards'] },
  })
})

test('endpoints that fly.toml names, by process group', async () => {
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
  const { config } = await configOf({ 'fly.toml': CHAT + metrics })
  expect(config.services).toMatchObject([
    { name: 'web', port: 9100, path: '/metrics', process: 'web' },
    { name: 'worker', port: 9200, path: '/stats', process: 'worker' },
  ])
})

test('several apps in folders of their own; stages of one app are one app', async () => {
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
  const { config, notes } = await configOf({
    'apps/one/fly.toml': 'app = "one"\nprimary_region = "fra"\n',
    'apps/one/fly.staging.toml': 'app = "one-staging"',
    'apps/two/fly.production.toml': 'app = "two"',
    'apps/two/fly.staging.toml': 'app = "two-staging"',
    'apps/three/fly.toml': 'app = "three"',
    'prometheus.yml': prometheus,
  })
  expect(config.apps).toMatchObject([
    { app: 'one', config: 'apps/one/fly.toml', deploy: true },
    { app: 'three', config: 'apps/three/fly.toml', deploy: true },
    { app: 'two', config: 'apps/two/fly.production.toml', deploy: true },
    { app: 'far', config: 'fly.toml', deploy: false },
  ])
  expect(config.services).toMatchObject([
    { name: 'one', app: 'one', port: 9001 },
    { name: 'two', app: 'two', port: 9002, process: 'web' },
    { name: 'far', app: 'far', port: 9003 },
  ])
  expect(notes.map((note) => note.split(/[,:] /)[0])).toEqual([
    'apps/one/fly.staging.toml:1 apps/one/fly.staging.toml (app one-staging) is another stage of one (apps/one/fly.toml)',
    'apps/three/fly.toml:1 Nothing in this repository says where three publishes metrics',
    'apps/two/fly.staging.toml:1 apps/two/fly.staging.toml (app two-staging) is another stage of two (apps/two/fly.production.toml)',
    'prometheus.yml:1 The targets of this Prometheus on Fly are in monitoring.yml now',
    `prometheus.yml:7 "db.example.com:9187" of job "far" is not an app on Fly's private network that this repository names. It is not taken over.`,
  ])
})

test('an existing Prometheus: interval, paths, labels; a note for what has no place', async () => {
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
  const { config, notes } = await configOf({ 'fly.toml': CHAT, 'prometheus.yml': prometheus })
  expect(config.monitoring.scrape_interval).toBe('30s')
  expect(config.services).toMatchObject([
    { name: 'chat-server', port: 9090, path: '/internal/metrics', labels: { env: 'prod' } },
  ])
  expect(notes.map((note) => note.split(/[.,:] /)[0])).toEqual([
    'prometheus.yml:1 The targets of this Prometheus on Fly are in monitoring.yml now',
    'prometheus.yml:3 The configuration sets external labels',
    'prometheus.yml:7 Job "the chat" has `params`',
    'prometheus.yml:12 This Prometheus writes to "prom.example"',
    'prometheus.yml:13 Remote write drops or renames metrics',
  ])
  expect(notes[0]).toMatch(/but not all of its settings are\.$/)
})

test('"remove it" is said only of a Prometheus that is wholly taken over', async () => {
  const jobs = `scrape_configs: [{ job_name: web, static_configs: [{ targets: ['chat.internal:9090'] }] }]\n`
  const hintOf = async (text: string, more: Files = {}) =>
    (await draftOf({ 'fly.toml': CHAT, 'p.yml': text, ...more })).problems.find(({ message }) =>
      message.startsWith('The targets of this Prometheus'),
    )?.hint
  expect(await hintOf(jobs)).toMatch(/^Remove this file when the new Prometheus runs/)
  const image = { Dockerfile: 'FROM debian:12\nCOPY p.yml /etc/prometheus/prometheus.yml\n' }
  expect(await hintOf(jobs, image)).toMatch(/Dockerfile copies it, and its build fails without it/)
  for (const more of [
    'remote_read: [{ url: "https://example.com/read" }]',
    'scrape_config_files: [more/*.yml]',
    'alerting: { alertmanagers: [{ static_configs: [{ targets: ["am.internal:9093"] }] }] }',
    'global: { evaluation_interval: 3m }',
  ])
    expect(await hintOf(`${jobs}${more}\n`)).toMatch(/^Keep it until/)
})

test('an app under two names is the one that is deployed', async () => {
  const { config, notes } = await configOf({
    'fly.toml': CHAT,
    'p.yml': `scrape_configs: [{ job_name: a, static_configs: [{ targets: ['chatter.internal:1', '\${APP}.internal:2'] }] }]`,
  })
  expect(config.services.filter(isOnFly).map(({ name, app, port }) => [name, app, port])).toEqual([
    ['a', 'chat', 1],
    ['a_2', 'chat', 2],
  ])
  expect(notes).toContain(
    'p.yml:1 Prometheus scrapes chatter.internal, but the app is chat: the name cannot be resolved.',
  )
})

const EYES = `app = "eyes"
primary_region = "ams"
[build]
image = "registry.fly.io/eyes:v3.13.0"
[env]
PROMETHEUS_RETENTION_TIME = "30d"
[[mounts]]
source = "samples"
destination = "/prometheus"
initial_size = "20gb"
[[vm]]
size = "shared-cpu-2x"
memory = "1gb"
`

test('of two configurations of an app next to each other, fly.toml is the one', async () => {
  const { config, notes } = await configOf({
    'fly.setup.toml': `app = "chat"\n[deploy]\nrelease_command = "bin/setup"\n${METRICS}`,
    'fly.toml': CHAT + METRICS,
  })
  expect(config.apps).toMatchObject([{ app: 'chat', config: 'fly.toml' }])
  expect(notes.join()).toContain('fly.setup.toml is another configuration of app chat')
})

test('of two files of one app, the one that a workflow deploys', async () => {
  const { config } = await configOf({
    'deploy/fly.unified.toml': CHAT + METRICS,
    'apps/api/fly.toml': CHAT + METRICS,
    '.github/workflows/a.yml':
      'on: push\njobs:\n  a:\n    strategy:\n      matrix:\n        app: [api]\n        include: [{ app: api, config: apps/api/fly.toml, name: chat }]\n    steps:\n      - run: flyctl deploy --config ${{ matrix.config }} --app ${{ matrix.name }}\n',
  })
  expect(config.apps).toMatchObject([{ app: 'chat', config: 'apps/api/fly.toml', deploy: false }])
})

test('an app that keeps data is monitored where its metrics are known, and not deployed on each push', async () => {
  const { config, text } = await configOf({
    'fly.toml': CHAT + METRICS,
    'fly.db.toml': `app = "chat-db"\n[build]\nimage = "timescale/timescaledb-ha:pg15"\n${METRICS}`,
  })
  expect(config.apps.map(({ app, deploy }) => [app, deploy])).toEqual([
    ['chat', true],
    ['chat-db', false],
  ])
  expect(text).toContain('# It keeps data (timescale/timescaledb-ha:pg15), and each deploy would restart it.')
})

const deployOf = (command: string): string => `on: push
jobs:
  ship:
    runs-on: ubuntu-latest
    steps:
      - run: ${command}
`

test('where a workflow deploys something else, a person decides about what no workflow deploys', async () => {
  const production = CHAT.replace('"chat"', '"chat-production"')
  const stages = await configOf({
    'fly.production.toml': production + METRICS,
    'fly.staging.toml': production.replace('production', 'staging'),
    '.github/workflows/a.yml': deployOf('flyctl deploy -c fly.staging.toml'),
  })
  expect(stages.config.apps).toMatchObject([{ app: 'chat-production', deploy: false }])
  expect(stages.text).toContain(
    '# .github/workflows/a.yml:6 deploys chat-staging, and no workflow deploys this one. To deploy it with this action: remove this line.',
  )
  expect(stages.notes).toContain(
    'fly.production.toml:1 .github/workflows/a.yml:6 deploys chat-staging, and no workflow deploys this one: the draft only monitors chat-production (`deploy: false`).',
  )
  const siblings = await configOf({
    'web/fly.toml': CHAT + METRICS,
    'worker/fly.toml': 'app = "worker"\n',
    '.github/workflows/a.yml': deployOf('flyctl deploy web'),
  })
  expect(siblings.config.apps.map(({ app, deploy }) => [app, deploy])).toEqual([
    ['chat', false],
    ['worker', false],
  ])
  expect(siblings.text).toContain(
    '# Workflows deploy only other apps (.github/workflows/a.yml:6). To deploy it',
  )
  expect(siblings.notes).toContain(
    'worker/fly.toml:1 Workflows deploy only other apps (.github/workflows/a.yml:6): the draft only monitors worker (`deploy: false`).',
  )
  // One whose Fly configuration is not in the repository is another app as well.
  const elsewhere = await configOf({
    'fly.worker.toml': CHAT + METRICS,
    '.github/workflows/a.yml': deployOf('flyctl deploy'),
  })
  expect(elsewhere.config.apps).toMatchObject([{ app: 'chat', deploy: false }])
})

test('of an app without a stage and one that is called production, the one that a workflow deploys', async () => {
  const files = {
    'fly.toml': CHAT + METRICS,
    'fly.production.toml': CHAT.replace('"chat"', '"chat-production"') + METRICS,
  }
  const appsOf = async (deployed: string) =>
    (
      await configOf({ ...files, '.github/workflows/a.yml': deployOf(`flyctl deploy -c ${deployed}`) })
    ).config.apps.map(({ app }) => app)
  expect(await appsOf('fly.toml')).toEqual(['chat'])
  expect(await appsOf('fly.production.toml')).toEqual(['chat-production'])
  expect((await configOf(files)).config.apps.map(({ app }) => app)).toEqual(['chat-production'])
})

test('apps that a workflow deploys with one file are one note', async () => {
  const options =
    'on: { workflow_dispatch: { inputs: { to: { type: choice, options: [production, staging] } } } }'
  const notesOf = async (file: string) =>
    (
      await draftOf({
        'fly.toml': CHAT + METRICS,
        '.github/workflows/a.yml': deployOf(`flyctl deploy -c ${file} -a chat-\${{ inputs.to }}`).replace(
          'on: push',
          options,
        ),
      })
    ).notes.filter((note) => note.includes('deploys chat-production'))
  expect(await notesOf('api.fly.toml')).toEqual([
    '.github/workflows/a.yml:6 This workflow deploys chat-production and chat-staging with api.fly.toml, which is not in this repository: their apps are not in the draft.',
  ])
  expect(await notesOf('fly.toml')).toEqual([
    '.github/workflows/a.yml:6 This workflow deploys chat-production and chat-staging with fly.toml as well: those apps are not in the draft.',
  ])
})

test('a Dockerfile that is written from the root is built, also where a script deploys', async () => {
  const files = {
    'fly/chat.toml': `${CHAT}${METRICS}[build]\ndockerfile = "api/Dockerfile"\n`,
    'api/Dockerfile': 'FROM node:24\n',
    Makefile: 'ship:\n\tfly deploy -c fly/chat.toml\n',
  }
  const [{ config }, { problems }] = [await configOf(files), await draftOf(files)]
  expect(config.apps).toMatchObject([{ app: 'chat', context: '.', dockerfile: 'api/Dockerfile' }])
  const said = problems.find(({ code }) => code === 'fly/dockerfile')
  expect(said?.message).toContain('names the Dockerfile "fly/api/Dockerfile"')
  expect(said?.hint).toContain('`dockerfile = "../api/Dockerfile"`')
  expect(said?.hint).toContain('If a script copies the file to another folder before it deploys')
})

test('no Dockerfile where flyctl looks for it: said, when there is one elsewhere', async () => {
  const files = {
    'deploy/fly.toml': CHAT + METRICS,
    'api/package.json': '{}',
    'api/Dockerfile': 'FROM node:24',
  }
  const { notes, problems } = await draftOf(files)
  expect(notes).toContainEqual(
    'deploy/fly.toml:1 The folder deploy has no Dockerfile, and [build] names none: a deploy of chat fails. So the draft only monitors it (`deploy: false`).',
  )
  expect(problems.map(({ hint }) => hint).join()).toContain('such as api/Dockerfile')
  for (const build of [
    'image = "acme/chat:1"',
    'builder = "paketobuildpacks/builder:base"',
    'dockerfile = "../api/Dockerfile"',
  ])
    expect(
      (await draftOf({ ...files, 'deploy/fly.toml': `${CHAT}${METRICS}[build]\n${build}\n` })).notes.join(),
    ).not.toContain('[build] names none')
  const script = 'fly deploy -c deploy/fly.toml --dockerfile api/Dockerfile'
  expect((await draftOf({ ...files, Makefile: `ship:\n\t${script}\n` })).notes.join()).not.toContain(
    'names none',
  )
})

// flyctl 0.4: "app does not have a Dockerfile or buildpacks configured".
test.each([
  ['[build]\n', 'The root of the repository has no Dockerfile, and [build] names none'],
  [
    '[build]\n[build.args]\nA = "1"\n',
    'The root of the repository has no Dockerfile, and [build] names none',
  ],
  [
    '[build]\ndockerfile = "gone/Dockerfile"\n',
    '[build] names gone/Dockerfile, which is not in this repository',
  ],
])('what flyctl finds nothing to build for is not deployed: %s', async (build, why) => {
  const files = { 'fly.toml': CHAT + METRICS + build, 'backend/Dockerfile': 'FROM node:24\n' }
  const { config, text, notes, problems } = { ...(await draftOf(files)), ...(await configOf(files)) }
  expect(config.apps).toMatchObject([{ app: 'chat', deploy: false }])
  expect(text).toContain(`# ${why}: a deploy fails.`)
  expect(notes.filter((note) => note.includes(why))).toHaveLength(1)
  expect(problems.filter(({ code }) => code === 'fly/no-dockerfile')).toEqual([])
})

test.each([
  '[build]\nbuildpacks = ["a/b"]\n',
  '[build.compose]\nfile = "compose.yml"\n',
  '[build]\n[build.compose]\nfile = "c.yml"\n',
])('another way to build is one: %s', async (build) => {
  const { config } = await configOf({ 'fly.toml': CHAT + METRICS + build })
  expect(config.apps).toMatchObject([{ app: 'chat', deploy: true }])
})

// flyctl 0.4 refuses such a file: "invalid character at start of key: U+00EF".
test('a Fly configuration with a byte order mark is in the draft, with what flyctl says of it', async () => {
  const { config } = await configOf({ 'fly.toml': `\uFEFF${CHAT}${METRICS}` })
  expect(config.apps).toMatchObject([{ app: 'chat' }])
  const { problems } = await draftOf({ 'fly.toml': `\uFEFF${CHAT}${METRICS}` })
  expect(problems).toContainEqual(
    expect.objectContaining({
      code: 'fly/syntax',
      severity: 'error',
      at: { file: 'fly.toml', line: 1, column: 1 },
    }),
  )
})

test('a monitoring app that exists is taken over only when it is named', async () => {
  const files = { 'fly.toml': CHAT + METRICS, 'ops/eyes/fly.toml': EYES }
  const { config, notes } = await configOf(files, { names: { monitoringApp: 'eyes' } })
  expect(config.monitoring).toMatchObject({
    app: 'eyes',
    region: 'ams',
    retention: '30d',
    image: 'registry.fly.io/eyes:v3.13.0',
    volume: { name: 'samples', size_gb: 20 },
    vm: { size: 'shared-cpu-2x', memory_mb: 1024 },
  })
  expect(notes).toEqual([])
  const alone = await configOf(files)
  expect(alone.config.monitoring).toMatchObject({
    app: 'chat-monitoring',
    retention: '30d',
    volume: { name: 'prometheus_data', size_gb: 20 },
    vm: { memory_mb: 1024 },
  })
  expect(alone.config.monitoring.image).toBeUndefined()
  expect(alone.notes).toEqual([
    expect.stringMatching(/^ops\/eyes\/fly\.toml:1 eyes runs Prometheus already .* It is left alone/),
  ])
})

test('the name of a new monitoring app is not that of one that exists', async () => {
  const files = { 'fly.toml': CHAT + METRICS, 'ops/fly.toml': EYES.replace('eyes', 'chat-monitoring') }
  expect((await configOf(files)).config.monitoring.app).toBe('chat-prometheus')
})

test('retention is found in flags too, so that no samples are deleted earlier', async () => {
  const flags = `app = "eyes"\n[build]\nimage = "prom/prometheus:v3.5.0"\n[experimental]\ncmd = ["--storage.tsdb.retention.time=90d", "--web.enable-admin-api"]\n`
  const { config, notes } = await configOf({ 'fly.toml': CHAT + METRICS, 'p/fly.toml': flags })
  expect(config.monitoring.retention).toBe('90d')
  expect(notes.join()).toContain('1 setting of this Prometheus is not taken over: --web.enable-admin-api.')
  const dockerfile = 'FROM prom/prometheus:v3.5.0\nCMD ["--storage.tsdb.retention=45d"]\n'
  const built = await configOf({
    'fly.toml': CHAT + METRICS,
    'p/fly.toml': 'app = "eyes"\n',
    'p/Dockerfile': dockerfile,
  })
  expect(built.config.monitoring.retention).toBe('45d')
})

test('values that a configuration cannot hold are left out, at their place, with the reason; the rest is taken over', async () => {
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
  const { text, notes } = await draftOf(
    { 'fly.toml': CHAT, 'fly.monitoring.toml': monitoring, 'prometheus.yml': prometheus },
    { names: { monitoringApp: 'eyes' } },
  )
  const config = loadConfig(text.replace(/ region:$/m, ' region: fra'), 'monitoring.yml')
  expect(config.monitoring).toMatchObject({ app: 'eyes', retention: '15d', scrape_interval: '15s' })
  expect(config.monitoring.volume).toEqual({ name: 'prometheus_data', size_gb: 20 })
  expect(config.monitoring.image).toBeUndefined()
  expect(config.services).toMatchObject([{ name: 'web', port: 9090 }])
  expect(notes.filter((note) => note.endsWith('The value was left out.'))).toEqual([
    'fly.monitoring.toml:2 monitoring.region is "fra2", which is not a Fly region such as nrt or fra. The value was left out.',
    'fly.monitoring.toml:4 monitoring.image is the plain Prometheus image, which runs as the user nobody and cannot write to a new volume. The value was left out.',
    'fly.monitoring.toml:6 monitoring.retention is "30m", which is not between 2h and 100y. The value was left out.',
    'fly.monitoring.toml:7 monitoring.volume.name is "my-samples", which is not a volume name: lowercase letters, digits and "_". The value was left out.',
    'prometheus.yml:1 monitoring.scrape_interval is "5m", which is not between 1s and 2m. The value was left out.',
    'prometheus.yml:7 Service "odd": port is 70000; the maximum is 65535. The value was left out.',
  ])
})

test('folders for dashboards are named as a whole, single files one by one', async () => {
  const board = (uid: string) =>
    JSON.stringify({
      uid,
      title: uid,
      schemaVersion: 39,
      panels: [{ id: 1, type: 'text', title: 't', gridPos: { x: 0, y: 0, w: 4, h: 4 } }],
    })
  const paths = ['grafana/a.json', 'grafana/b.json', 'grafana/more/c.json', 'ops/d.json', 'e.json']
  const boards = Object.fromEntries(paths.map((path, i) => [path, board(`b${i}`)]))
  const { config } = await configOf({ 'fly.toml': CHAT + METRICS, ...boards })
  expect(config.grafana.dashboards).toEqual(['grafana-dashboards', 'e.json', 'grafana', 'ops/d.json'])
})

test('alerts that dashboards have by themselves are named', async () => {
  const board = (more: object) =>
    JSON.stringify({
      uid: 'a',
      title: 'a',
      schemaVersion: 39,
      panels: [{ id: 1, type: 'text', title: 'Errors', gridPos: { x: 0, y: 0, w: 4, h: 4 }, ...more }],
    })
  const said = async (more: object) =>
    (await draftOf({ 'fly.toml': CHAT + METRICS, 'ops/a.json': board(more) })).notes.join('\n')
  expect(await said({ alert: { name: 'Many errors', conditions: [{}] } })).toContain(
    'ops/a.json:1 ops/a.json has alerts of its own: Many errors. They are not taken over',
  )
  expect(await said({ alert: {} })).not.toContain('alerts of its own')
})

test('whatever is in the files, the draft is valid once its empty values are filled in', async () => {
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
      return `app = ${text(app)}\nprimary_region = ${text(region)}\n[env]\nPROMETHEUS_RETENTION_TIME = ${text(path)}\nMETRICS_PORT = ${text(region)}\n[build]\nimage = ${text(group)}\n[[mounts]]\nsource = ${text(group)}\ninitial_size = ${text(path)}\n[[vm]]\nmemory = ${text(region)}\nsize = ${text(app)}\n[[metrics]]\nport = ${port}\npath = ${text(path)}\nprocesses = [${text(group)}]\n`
    })
  const targets = fc.array(
    fc.tuple(word, fc.nat(70_000)).map(([host, port]) => `${host}.internal:${port}`),
    { maxLength: 3 },
  )
  const labels = fc.dictionary(fc.constantFrom('service', 'env'), word)
  const job = fc.record({
    job_name: word,
    metrics_path: word,
    static_configs: fc.array(fc.record({ targets, labels }), { maxLength: 2 }),
  })
  const prometheus = fc
    .record({ global: fc.record({ scrape_interval: word }), scrape_configs: fc.array(job, { maxLength: 4 }) })
    .map(
      ({ global, scrape_configs }) =>
        `global: ${JSON.stringify(global)}\nscrape_configs: ${JSON.stringify(scrape_configs)}\n`,
    )
  const path = fc.constantFrom(
    'fly.toml',
    'a/fly.toml',
    'b/fly.staging.toml',
    'fly.monitoring.toml',
    'c.fly.toml',
  )
  const files = fc.tuple(
    fc.dictionary(path, fc.oneof(toml, fc.string()), { maxKeys: 4 }),
    fc.dictionary(fc.constantFrom('p.yml', 'q/prometheus.yml'), prometheus, { maxKeys: 2 }),
  )
  await fc.assert(
    fc.asyncProperty(files, async ([fly, yaml]) => {
      try {
        const { text } = await draftOf({ ...fly, ...yaml })
        loadConfig(
          text.replace(/ region:$/m, ' region: fra').replace(/ port:$/m, ' port: 9090'),
          'monitoring.yml',
        )
      } catch (error) {
        // A repository without an app is a question, not a draft.
        const codes = error instanceof ActionError ? error.problems.map(({ code }) => code) : [error]
        expect(codes).toEqual(['init-no-app'])
      }
    }),
    { numRuns: 60 },
  )
})

test('the check of a service in the older form is the health of its app, where it is public over HTTPS', async () => {
  const service = (port: number) =>
    `app = "chat"\nprimary_region = "fra"\n[[services]]\ninternal_port = 8080\n[[services.ports]]\nport = ${port}\nhandlers = ["tls", "http"]\n[[services.http_checks]]\npath = "/health"\n[metrics]\nport = 9091\n`
  for (const [port, health] of [
    [443, '/health'],
    [8443, undefined],
  ] as const) {
    const { text } = await draftOf({ 'fly.toml': service(port) })
    expect((parse(text) as { apps: { health?: string }[] }).apps[0]?.health).toBe(health)
  }
})

test.each([
  ['a service in the older form that has the same port', '[[services]]\ninternal_port = 8080', '/health'],
  ['one without a header', '', '/health'],
  ['a service of another port', '[[services]]\ninternal_port = 9000', undefined],
])('the check below [http_service]: %s', async (_, service, health) => {
  const { text } = await draftOf({
    'fly.toml': `app = "chat"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n${service}\n[[services.http_checks]]\npath = "/health"\n[metrics]\nport = 9091\n`,
  })
  expect((parse(text) as { apps: { health?: string }[] }).apps[0]?.health).toBe(health)
})

test('a configuration of Prometheus that cannot be read gets a note, and the rules that it may name are not called unnamed', async () => {
  const rules = 'groups:\n  - name: a\n    rules:\n      - alert: Down\n        expr: up == 0\n'
  const files = {
    'fly.toml': CHAT + METRICS,
    'a/prometheus.yml': 'rule_files: [a.yml]\nscrape_configs:\n  - job_name: a\n',
    'a/a.yml': rules,
    'b/rules.yml': rules.replace('Down', 'Gone'),
  }
  const broken = 'global:\n  scrape_interval: 1m\nscrape_configs:\n  - job_name: b\n'
  const unnamed = 'No Prometheus of this repository names'
  expect((await draftOf(files)).notes.join()).toContain(unnamed)
  for (const [more, why] of [
    [
      'global: {}\n',
      'b/prometheus.yml:5 This configuration of Prometheus cannot be read. The key "global" exists twice.',
    ],
    ['EOF\n', 'b/prometheus.yml:5 This configuration of Prometheus cannot be read. Not valid YAML: '],
  ] as const) {
    const notes = (await draftOf({ ...files, 'b/prometheus.yml': broken + more })).notes.join('\n')
    expect(notes).toContain(why)
    expect(notes).not.toContain(unnamed)
  }
})

test('several files in one text are none of Prometheus', async () => {
  const rules = 'groups:\n  - name: a\n    rules:\n      - alert: Down\n        expr: up == 0\n'
  const prometheus =
    "scrape_configs:\n  - job_name: a\n    static_configs: [{ targets: ['chat.internal:9100'] }]\n"
  const compose =
    'services:\n  db:\n    image: postgres:17\n    environment: [DSN=postgresql://user:password@db/x]\n'
  const of = async (...documents: string[]) => {
    const { problems } = await draftOf({ 'fly.toml': CHAT + METRICS, 'all.yml': documents.join('---\n') })
    return problems.flatMap(({ at, code }) => (at?.file === 'all.yml' ? (code ?? '') : []))
  }
  const found = await of(compose, `# prometheus.yml\n${prometheus}`, rules)
  for (const code of ['prometheus/empty', 'rules/documents', 'rules/shape', 'prometheus/secret'])
    expect(found).not.toContain(code)
  expect(await of('# rules.yml\n', rules, 'other: []\n')).toContain('rules/documents')
})
