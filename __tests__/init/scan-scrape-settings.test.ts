import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { draftOf } from '../support/init-draft.ts'

const FLY = 'app = "chat"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n'

/** The services of the draft as text, and the notes about the configuration of Prometheus. */
async function drafted(jobs: string) {
  const { text, notes } = await draftOf({ 'fly.toml': FLY, 'prometheus.yml': `scrape_configs:\n${jobs}` })
  const services = text.slice(text.indexOf('services:'), text.indexOf('\n\n', text.indexOf('services:')))
  return {
    services,
    notes: notes.filter((note) => note.startsWith('prometheus.yml') && !/targets of this/.test(note)),
  }
}

test('the settings of a job become those of the service, without a note', async () => {
  const { services, notes } = await drafted(`  - job_name: web
    scheme: https
    tls_config: { server_name: chat.example.net }
    scrape_interval: 20s
    scrape_timeout: 7s
    sample_limit: 500
    static_configs: [{ targets: ['chat.internal:9090'], labels: { team: core } }]
    metric_relabel_configs:
      - { source_labels: [__name__], regex: 'http_.*|process_.*', action: keep }
      - { source_labels: [__name__], regex: 'http_debug_.*', action: drop }
`)
  expect(notes).toEqual([])
  for (const line of [
    'scheme: https',
    'server_name: chat.example.net',
    'scrape_interval: 20s',
    'scrape_timeout: 7s',
    'sample_limit: 500',
    'team: core',
    'http_.*|process_.*',
    'http_debug_.*',
  ])
    expect(services).toContain(line)
})

test('settings with which other series arrive are named in one note, and those without an effect are not', async () => {
  const { notes } = await drafted(`  - job_name: web
    honor_labels: false
    honor_timestamps: false
    enable_http2: false
    scrape_native_histograms: true
    always_scrape_classic_histograms: true
    metric_name_validation_scheme: legacy
    metric_name_escaping_scheme: allow-utf-8
    label_limit: 0
    scrape_protocols: [PrometheusProto, PrometheusText0.0.4]
    static_configs: [{ targets: ['chat.internal:9090'] }]
runtime: { gogc: 50 }
global:
  scrape_protocols: [PrometheusText0.0.4]
  keep_dropped_targets: 5
  label_limit: 30
  scrape_native_histograms: true
`)
  expect(notes).toEqual([
    'prometheus.yml:4 Job "web" has `honor_timestamps`, `scrape_native_histograms`, `metric_name_validation_scheme` and `scrape_protocols`, which a service does not have. They are not taken over.',
    'prometheus.yml:13 This Prometheus has `runtime`. It is not taken over.',
    'prometheus.yml:17 `global` has `label_limit` and `scrape_native_histograms`. They are not taken over.',
  ])
})

test('what a service cannot have is named, and nothing else is lost with it', async () => {
  const { services, notes } = await drafted(`  - job_name: web
    scrape_interval: 5m
    scrape_timeout: 1m
    sample_limit: 500
    static_configs: [{ targets: ['chat.internal:9090'], labels: { 'job': x, env: '\${ENV}' } }]
    metric_relabel_configs:
      - { source_labels: [__name__], regex: 'a', action: drop }
      - { source_labels: [path], regex: '/health', action: drop }
`)
  expect(services).toContain('sample_limit: 500')
  expect(services).not.toMatch(/5m|1m|drop|ENV/)
  expect(notes.map((note) => /`(\w+)`|label "(\w+)"/.exec(note)?.slice(1).join(''))).toEqual([
    'scrape_interval',
    'scrape_timeout',
    'env',
    'metric_relabel_configs',
  ])
})

test.each([
  ['authorization: { credentials: s3cr3t }', 'authorization: { credentials_env: WEB_API_METRICS_TOKEN }'],
  ['bearer_token_file: /etc/s3cr3t', 'authorization: { credentials_env: WEB_API_METRICS_TOKEN }'],
  [
    'authorization: { type: Token, credentials: s3cr3t }',
    'authorization: { type: Token, credentials_env: WEB_API_METRICS_TOKEN }',
  ],
  [
    'basic_auth: { username: ops, password: s3cr3t }',
    'basic_auth: { username: ops, password_env: WEB_API_METRICS_PASSWORD }',
  ],
])('%s: the draft names a variable, and the secret is copied nowhere', async (auth, expected) => {
  const { services, notes } = await drafted(`  - job_name: web-api
    ${auth}
    static_configs: [{ targets: ['chat.internal:9090'] }]
`)
  expect(services.replaceAll(/\s+/g, ' ')).toContain(
    expected.replaceAll(/[{}]/g, '').replaceAll(/\s+/g, ' ').replaceAll(',', '').trim().split(' ').at(-1),
  )
  expect(notes).toEqual([expect.stringContaining('Its secret is not copied')])
  expect(JSON.stringify([services, notes])).not.toContain('s3cr3t')
})

test('public addresses become a service outside of Fly, private names do not', async () => {
  const { services, notes } = await drafted(`  - job_name: web
    static_configs: [{ targets: ['chat.internal:9090'] }]
  - job_name: databases
    scheme: https
    static_configs: [{ targets: ['db1.acme.io:9187', 'db2.acme.io:9187'] }]
  - job_name: office
    static_configs: [{ targets: ['10.0.0.4:9100', 'printer.lan:9100', 'db.example.com:1'] }]
`)
  expect(services.replaceAll(/\s+/g, ' ')).toMatch(
    /name: databases discovery: static addresses: (?:- db1\.acme\.io:9187 - db2\.acme\.io:9187|\[ db1\.acme\.io:9187, db2\.acme\.io:9187 \]) scheme: https/,
  )
  expect(notes.filter((note) => note.includes('"office"'))).toHaveLength(3)
})

test.each([
  ['edge-1.tail1a2b3.ts.net:9113', 'edge-1.acme.io:9113'],
  ['100.90.4.7:9100', '203.0.113.7:9100'],
  ['metrics.service.consul:9100', 'metrics.acme.io:9100'],
  ['db1.acme.io:5432', 'db1.acme.io:9187'],
  ['redis-14500.c1.acme.io:14500', 'redis-14500.c1.acme.io:9121'],
])('%s is not proposed, which %s is', async (private_, public_) => {
  const job = (target: string) => `  - job_name: far
    static_configs: [{ targets: ['${target}'] }]
  - job_name: web
    static_configs: [{ targets: ['chat.internal:9090'] }]
`
  const lost = await drafted(job(private_))
  expect(lost.services).not.toContain(private_.split(':')[0])
  expect(lost.notes).toEqual([expect.stringContaining(`"${private_}" of job "far" is`)])
  expect((await drafted(job(public_))).services).toContain(public_)
})

test('a Prometheus in a network of its own: a public name may lead to an address of that network', async () => {
  const inCluster = `scrape_configs:
  - job_name: nas
    static_configs: [{ targets: ['nas.acme.io:9100'] }]
`
  const beside = `${inCluster}  - job_name: db\n    static_configs: [{ targets: ['db.data.svc.cluster.local:9187'] }]\n`
  const onFly = `${beside}  - job_name: web\n    static_configs: [{ targets: ['chat.internal:9090'] }]\n`
  const of = (files: Record<string, string>) => draftOf({ 'fly.toml': FLY, ...files })
  for (const { text, notes } of [
    await of({ 'prometheus.yml': beside }),
    await of({ 'k8s/prometheus.yml': inCluster, 'k8s/kustomization.yaml': 'resources: []\n' }),
    await of({ 'chart/files/prometheus.yml': inCluster, 'chart/Chart.yaml': 'name: x\n' }),
  ]) {
    expect(text).not.toContain('nas.acme.io')
    expect(notes).toContainEqual(
      expect.stringMatching(
        /"nas\.acme\.io:9100" of job "nas" is not on Fly, and the Prometheus that .*: whether/,
      ),
    )
  }
  for (const text of [inCluster, onFly])
    expect((await of({ 'prometheus.yml': text })).text).toContain('nas.acme.io:9100')
})

test('a secret for a public address over plain HTTP is not proposed', async () => {
  const { services, notes } = await drafted(`  - job_name: web
    static_configs: [{ targets: ['chat.internal:9090'] }]
  - job_name: db
    authorization: { credentials: s3cr3t }
    static_configs: [{ targets: ['db1.acme.io:9187'] }]
`)
  expect(services).not.toContain('db1')
  expect(notes.join()).toContain('sent over plain HTTP')
})

test('HTTPS to the proxy of Fly is not HTTPS to the machines', async () => {
  const { services, notes } = await drafted(`  - job_name: web
    scheme: https
    static_configs: [{ targets: ['chat.fly.dev'] }]
`)
  expect(services).toContain('port: 8080')
  expect(services).not.toContain('scheme')
  expect(notes).toEqual([expect.stringContaining("Fly's proxy chooses")])
})

test.each([
  ['prometheus.yml.tmpl', 'scrape_configs:\n  - job_name: web\n', 'a template of a Prometheus configuration'],
  ['prometheus.yml.j2', 'global: {}\nscrape_configs:\n  - job_name: {{ x }}\n', 'a template of a Prometheus'],
  [
    'conf/prom.yml',
    'scrape_configs:\n  - job_name: web\n    targets: [{{ x }}]\n',
    'a template of a Prometheus',
  ],
  ['config.alloy', 'prometheus.scrape "web" {\n  targets = [\n}\n', 'a configuration of Grafana Alloy'],
  [
    'otel.yaml',
    'receivers:\n  prometheus:\n    config:\n      scrape_configs:\n        - job_name: web\n{{ end }}',
    'a configuration of an OpenTelemetry Collector',
  ],
  [
    'agent.yaml',
    'metrics:\n  configs:\n    - scrape_configs:\n      - job_name: web\n{{ end }}',
    'a configuration of Grafana Agent',
  ],
])('%s is not read, and says so', async (path, text, what) => {
  const { notes } = await draftOf({ 'fly.toml': FLY, [path]: text })
  expect(notes.filter((note) => note.includes(what))).toEqual([
    expect.stringMatching(new RegExp(`^${path}:\\d`)),
  ])
})

test.each([
  ['loki.yml.j2', 'server: {}\nscrape_configs:\n  - job_name: web\n'],
  ['otel.yaml', 'receivers:\n  otlp: {}\n'],
  ['config.alloy', 'loki.write "x" {}\n'],
])('%s scrapes nothing', async (path, text) => {
  const { notes } = await draftOf({ 'fly.toml': FLY, [path]: text })
  expect(notes.filter((note) => note.startsWith(path))).toEqual([])
})

test('the draft is checked as plan checks it', async () => {
  const { problems } = await draftOf({
    'fly.toml': FLY,
    'prometheus.yml': `scrape_configs:
  - job_name: web
    static_configs: [{ targets: ['chat.internal:9090'] }]
    metric_relabel_configs: [{ source_labels: [__name__], regex: 'http_(?!debug).*', action: keep }]
`,
  })
  expect(problems.map(({ code }) => code)).toContain('config/pattern')
})

test('a target that a template fills in is named, and never half taken over', async () => {
  const { text, notes } = await draftOf({
    'fly.toml': 'app = "chat"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n',
    'prometheus.yml': `scrape_configs:
  - job_name: port
    static_configs: [{ targets: ["chat.internal:\${PORT}", "chat.internal:\${OTHER}"] }]
  - job_name: path
    metrics_path: \${METRICS_PATH}
    static_configs: [{ targets: ["chat.internal:9100"] }]
  - job_name: <JOB>
    static_configs: [{ targets: ["chat.internal:\${KNOWN:-9200}"] }]
  - job_name: tls
    scheme: https
    tls_config: { server_name: "\${HOST}" }
    static_configs: [{ targets: ["chat.internal:9300"] }]
`,
  })
  expect((parse(text) as { services: unknown }).services).toEqual([{ name: 'chat', app: 'chat', port: 9200 }])
  const lost = notes
    .filter((note) => /template|placeholder/.test(note))
    .map((note) => note.replace(/^\S+ /, ''))
  expect(lost).toEqual([
    expect.stringContaining(`Job "port" is a template: "chat.internal:\${PORT}" is filled in somewhere else`),
    expect.stringContaining(`Job "path" is a template: "\${METRICS_PATH}" is filled in somewhere else`),
    expect.stringContaining(`Service "tls": settings have the placeholder "\${HOST}"`),
  ])
})

test('a path that a label sets is the path of its targets', async () => {
  const { services, notes } = await drafted(`  - job_name: chat
    metrics_path: /other
    static_configs:
      - targets: ["chat.internal:9100"]
        labels: { __metrics_path__: /stats, __scheme__: https }
`)
  expect(services).toContain('path: /stats')
  expect(notes).toEqual([expect.stringContaining('Job "chat" sets the label "__scheme__"')])
})

test('of a Prometheus whose only service is not valid, no note says that its targets are in the draft', async () => {
  const { notes } = await draftOf({
    'fly.toml': FLY,
    'prometheus.yml': `scrape_configs:
  - job_name: chat
    metrics_path: no slash
    static_configs: [{ targets: ["chat.internal:9100"] }]
`,
  })
  expect(notes.join('\n')).toContain('The value was left out')
  expect(notes.join('\n')).not.toContain('in monitoring.yml now')
})

test('of two jobs for one endpoint the first is in the draft, and the other one has a note', async () => {
  const { services, notes } = await drafted(`  - job_name: api
    static_configs: [{ targets: ["chat.internal:9100"] }]
  - job_name: machines
    static_configs: [{ targets: ["chat.internal:9100"] }]
`)
  expect(services).toContain('name: api')
  expect(notes).toEqual([expect.stringContaining('"machines" scrapes the same port of chat as "api"')])
})

/** The draft for an app with a Prometheus endpoint, and the notes. */
const withFiles = (files: Record<string, string>) => draftOf({ 'fly.toml': FLY, ...files })

test('an interval that is that of Prometheus when nothing is said, is not that of the draft', async () => {
  const job = (global: string) => `${global}scrape_configs:
  - job_name: web
    scrape_interval: 60s
    static_configs: [{ targets: ['chat.internal:9090'] }]
  - job_name: jobs
    static_configs: [{ targets: ['worker.process.chat.internal:9091'] }]
`
  const plain = parse((await withFiles({ 'prometheus.yml': job('') })).text)
  expect(plain.services.map((one: { scrape_interval?: string }) => one.scrape_interval)).toEqual([
    '60s',
    undefined,
  ])
  const all = parse((await withFiles({ 'prometheus.yml': job('global: { scrape_interval: 1m }\n') })).text)
  expect(all.monitoring.scrape_interval).toBe('1m')
  expect(all.services.map((one: { scrape_interval?: string }) => one.scrape_interval)).toEqual([
    undefined,
    undefined,
  ])
})

test('the interval of a Prometheus in another network is that of the draft, one of a developer gets a note', async () => {
  const text =
    'global: { scrape_interval: 5s }\nscrape_configs: [{ job_name: chat, static_configs: [{ targets: ["chat:8080"] }] }]\n'
  expect((await withFiles({ 'ops/prometheus.yml': text })).text).toContain('scrape_interval: 5s')
  const dev = await withFiles({ 'ops/dev/prometheus.yml': text })
  expect(dev.text).not.toContain('scrape_interval')
  expect(dev.notes).toContain(
    'ops/dev/prometheus.yml:1 `global.scrape_interval` is 5s here, and 15s in the draft.',
  )
})

test('a second Prometheus on Fly keeps its interval for its services', async () => {
  const of = (interval: string, port: number) =>
    `global: { scrape_interval: ${interval} }\nscrape_configs: [{ job_name: p${port}, static_configs: [{ targets: ["chat.internal:${port}"] }] }]\n`
  const { text } = await withFiles({
    'a/prometheus.yml': of('30s', 9090),
    'b/prometheus.yml': of('10s', 9091),
  })
  expect(parse(text)).toMatchObject({
    monitoring: { scrape_interval: '30s' },
    services: [{ port: 9090 }, { port: 9091, scrape_interval: '10s' }],
  })
})

test.each([
  [
    'config.alloy',
    `prometheus.scrape "chat" {
  targets = [{ __address__ = "localhost:9464" }]
  scrape_interval = "60s"
  forward_to = [prometheus.remote_write.far.receiver]
}
prometheus.remote_write "far" {
  external_labels = { env = "prod" }
  endpoint { url = "https://metrics.acme.io/api/prom/push" }
}
`,
  ],
  [
    'agent.yml',
    `metrics:
  global:
    scrape_interval: 60s
    external_labels: { env: prod }
    remote_write: [{ url: "https://metrics.acme.io/api/prom/push" }]
  configs:
    - name: chat
      scrape_configs: [{ job_name: chat, static_configs: [{ targets: ["localhost:9464"] }] }]
`,
  ],
])(
  '%s next to an app: its interval is taken over, and where it sends the samples is named',
  async (path, text) => {
    const draft = await withFiles({ [path]: text })
    expect(draft.text).toMatch(/port: 9464\n +scrape_interval: 60s/)
    expect(draft.notes).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^${path}:1 .*scrapes the machine that it runs on.*"metrics.acme.io".*its external labels`,
        ),
      ),
    )
  },
)

test.each([
  [
    'alloy/config.alloy',
    `prometheus.scrape "chat" {
  targets = [{ __address__ = "chat:8080" }]
  scrape_interval = "20s"
  forward_to = [prometheus.remote_write.far.receiver]
}
prometheus.remote_write "far" {
  external_labels = { env = "prod" }
  endpoint { url = env("METRICS_URL") }
}
loki.write "far" {
  endpoint { url = env("LOGS_URL") }
}
`,
    '"METRICS_URL"',
  ],
  [
    'agent.yml',
    `metrics:
  global:
    scrape_interval: 20s
    external_labels: { env: prod }
    remote_write: [{ url: "https://metrics.acme.io/api/prom/push" }]
  configs:
    - name: chat
      scrape_configs: [{ job_name: chat, static_configs: [{ targets: ["chat:8080"] }] }]
logs:
  configs: [{ clients: [{ url: "https://logs.acme.io/loki/api/v1/push" }] }]
`,
    '"metrics.acme.io"',
  ],
])('%s in Docker Compose: what its targets are taken from gets the same notes', async (path, text, to) => {
  const draft = await withFiles({ [path]: text })
  expect(draft.text).toMatch(/port: 8080\n +scrape_interval: 20s/)
  const notes = draft.notes.filter((note) => note.startsWith(`${path}:1 `))
  expect(notes).toEqual([
    expect.stringContaining(
      `a network outside of Fly. It is left alone: where it sends the samples (${to}), its external labels`,
    ),
  ])
})

test('a label with a template of Prometheus itself makes no template of its configuration', async () => {
  const of = (value: string) =>
    `global: { external_labels: { replica: '${value}' } }\nscrape_configs: [{ job_name: chat, static_configs: [{ targets: ["chat.internal:9090"] }] }]\n`
  const plain = await withFiles({ 'prometheus.yml': of('{{.ExternalURL}}') })
  expect(plain.text).toContain('port: 9090')
  expect(plain.notes.join()).not.toContain('is a template')
  const filled = await withFiles({ 'prometheus.yml': of('{{ .Values.name }}') })
  expect(filled.notes.join()).toContain('a template of a Prometheus configuration')
})

test('an agent scrapes an app on the port of Prometheus', async () => {
  const { text } = await withFiles({
    'agent.yml':
      'metrics:\n  configs:\n  - name: a\n    scrape_configs:\n    - { job_name: chat, static_configs: [{ targets: ["localhost:9090"] }] }\n',
  })
  expect(text).toContain('port: 9090')
})

test('the retention of a Prometheus in Docker Compose is named, unless one on Fly has its own', async () => {
  const compose = `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    command: [--config.file=/etc/prometheus/prometheus.yml, --storage.tsdb.retention.time=90d]
`
  const said =
    'compose.yml:4 The Prometheus of Docker Compose keeps samples for 90d, and that of the draft for 15d.'
  expect((await withFiles({ 'compose.yml': compose })).notes).toContain(said)
  expect((await withFiles({ 'compose.yml': compose.replace('90d', '15d') })).notes).not.toContain(said)
  const usual = compose.replace('90d', '15d')
  expect((await withFiles({ 'compose.prod.yml': usual, 'compose.yml': compose })).notes).toContain(said)
  const own = 'app = "eyes"\n[build]\nimage = "prom/prometheus"\n[env]\nPROMETHEUS_RETENTION_TIME = "30d"\n'
  const both = await withFiles({ 'compose.yml': compose, 'eyes/fly.toml': own })
  expect(both.text).toContain('retention: 30d')
  expect(both.notes).not.toContain(said)
})

test.each([
  [
    'FROM alpine:3.22\nRUN apk update && apk add --no-cache ca-certificates prometheus\nCOPY prometheus.yml start.sh /app/\nCMD ["/app/start.sh"]\n',
    'eyes',
  ],
  [
    'FROM debian:13\nRUN apt-get update && \\\n  apt-get install -y prometheus=2.53\nCOPY start.sh prometheus.yml /app/\nCMD /app/start.sh\n',
    'eyes',
  ],
  [
    'FROM ubuntu:24.04\nRUN wget https://github.com/prometheus/prometheus/releases/download/v3.5.0/p.tar.gz\nCOPY prometheus.yml start.sh /\nCMD ["/start.sh"]\n',
    'eyes',
  ],
  [
    'FROM alpine AS files\nCOPY . ./\nFROM alpine\nRUN apk add prometheus\nCOPY --from=files /start.sh /start.sh\nCMD ["/start.sh"]\n',
    'eyes',
  ],
  ['FROM node:24\nRUN apt-get install -y prometheus\nCOPY . .\nCMD ["./start.sh"]\n', undefined],
  ['FROM alpine\nRUN apk add prometheus-node-exporter\nCOPY start.sh /\nCMD ["/start.sh"]\n', undefined],
])('a Prometheus that a script starts is a Prometheus: %s', async (dockerfile, app) => {
  const mount = '[mounts]\nsource = "tsdb"\ndestination = "/data"\n'
  const { text, notes } = await withFiles({
    'eyes/fly.toml': `app = "eyes"\n${mount}[http_service]\ninternal_port = 9090\n[[services]]\ninternal_port = 3000\n`,
    'eyes/Dockerfile': dockerfile,
    'eyes/start.sh':
      '#!/bin/sh\n/usr/bin/prometheus \\\n  --config.file=/app/prometheus.yml \\\n  --storage.tsdb.retention.size=2GB \\\n  --storage.tsdb.retention.time=40d\n',
  })
  const said = notes.filter((note) => note.startsWith('eyes/'))
  if (app === undefined) return expect(said.join()).not.toContain('runs Prometheus already')
  expect(said).toEqual([
    expect.stringContaining(
      'eyes runs Prometheus already. It is left alone: the draft has a new app, and the samples',
    ),
    'eyes/start.sh:4 1 setting of this Prometheus is not taken over: --storage.tsdb.retention.size.',
  ])
  expect(parse(text)).toMatchObject({ monitoring: { retention: '40d' }, apps: [{ app: 'chat' }] })
})

test('a Prometheus without a volume keeps no samples', async () => {
  const { notes } = await withFiles({
    'eyes/fly.toml': 'app = "eyes"\n[build]\nimage = "prom/prometheus:v3.5.0"\n',
  })
  expect(notes).toContainEqual(
    expect.stringMatching(/eyes has no volume, so a restart or a deploy ends its history/),
  )
})

test('targets with several names to fill in are not all those of the one app', async () => {
  const of = (...hosts: string[]) =>
    withFiles({
      'prometheus.yml': `scrape_configs: [{ job_name: api, static_configs: [{ targets: ${JSON.stringify(hosts)} }] }]\n`,
    })
  expect((await of('your-app.internal:9090')).text).toContain('port: 9090')
  const several = await of('your-api1.internal:9090', 'your-api2.internal:9090')
  expect(several.text).not.toContain('9090')
  expect(several.notes.join()).toContain('"your-api1.internal:9090" of job "api" is not an app')
})

const RULE =
  'groups: [{ name: g, rules: [{ alert: Down, expr: EXPR, for: 5m, labels: { severity: critical } }] }]\n'

test('rules for another program stay there: the comments at their top say it, or the README next to them', async () => {
  const rules = RULE.replace('EXPR', "'absent(chat_users)'")
  const isIn = async (files: Record<string, string>) => (await withFiles(files)).text.includes('rules.yml')
  expect(await isIn({ 'ops/rules.yml': rules })).toBe(true)
  expect(await isIn({ 'ops/rules.yml': `# Apply with: mimirtool rules sync\n${rules}` })).toBe(false)
  expect(
    await isIn({ 'ops/rules.yml': rules, 'ops/README.md': '# Rules\nRun `mimirtool rules load`.\n' }),
  ).toBe(false)
  expect(await isIn({ 'ops/rules.yml': rules, 'ops/README.md': 'Metrics are in Grafana Cloud.\n' })).toBe(
    true,
  )
  const named = { 'ops/prometheus.yml': 'rule_files: [rules.yml]\nscrape_configs: []\n' }
  expect(await isIn({ ...named, 'ops/rules.yml': `# For Grafana Cloud.\n${rules}` })).toBe(true)
  const { notes } = await withFiles({ 'ops/rules.yml': `# For Grafana Cloud.\n${rules}` })
  expect(notes).toContainEqual(
    expect.stringMatching(/^ops\/rules\.yml:1 No .* names these rules.*"Grafana Cloud"/),
  )
})

test('a label of a job that is not about Fly is named, and a rule that needs it is not in the draft', async () => {
  const { text, notes } = await withFiles({
    'ops/prometheus.yml': `rule_files: [rules.yml]
scrape_configs:
  - job_name: chat
    static_configs: [{ targets: ['chat:8080'], labels: { environment: development, team: core } }]
`,
    'ops/rules.yml': RULE.replace('EXPR', `'up{job="chat",environment="development"} == 0'`),
  })
  expect(text).toContain('team: core')
  expect(text).not.toMatch(/environment|rules\.yml/)
  expect(notes).toContain(
    'ops/prometheus.yml:4 Job "chat" has the label environment="development", which is not about Fly. It is not taken over.',
  )
  expect(notes.join()).toContain('`up` has no label `environment`')
})

test('Docker Compose says which file a Prometheus reads under another name', async () => {
  const { text, notes } = await withFiles({
    'ops/prometheus.yml':
      'rule_files: [/etc/prometheus/rules/alerts.yaml, "rules/more/*.yml"]\nscrape_configs: [{ job_name: chat, static_configs: [{ targets: ["chat:8080"] }] }]\n',
    'ops/prometheus-alerts.yaml': RULE.replace('EXPR', "'up == 0'"),
    'ops/extra/a.yml': RULE.replace('EXPR', "'up == 1'").replace('Down', 'Up').replace('name: g', 'name: h'),
    'compose.yml':
      'services:\n  prometheus:\n    image: prom/prometheus\n    volumes:\n      - ./ops/prometheus-alerts.yaml:/etc/prometheus/rules/alerts.yaml:ro\n      - { type: bind, source: ./ops/extra, target: /etc/prometheus/rules/more }\n',
  })
  expect(parse(text).alerts.rules).toEqual(['ops/extra/a.yml', 'ops/prometheus-alerts.yaml'])
  expect(notes.join('\n')).not.toMatch(/not in this repository|names the rules/)
})

test('the app of the option is not a program of somebody else, and a Prometheus has its own metrics', async () => {
  const files = {
    'fly.toml': 'app = "eyes"\nprimary_region = "fra"\n[build]\nimage = "prom/prometheus:v3.5.0"\n',
    'fly.grafana.toml':
      'app = "boards"\n[build]\nimage = "grafana/grafana:12.0.0"\n[http_service]\ninternal_port = 3000\n',
  }
  const eyes = await draftOf(files, { names: { app: 'eyes' } })
  expect(parse(eyes.text)).toMatchObject({
    monitoring: { app: 'eyes-monitoring' },
    apps: [{ app: 'eyes', deploy: false }],
    services: [{ app: 'eyes', port: 9090 }],
  })
  expect(eyes.text).toContain('fly.toml runs Prometheus in it')
  expect(eyes.notes.join()).toContain('app boards is left alone')
  const web = await draftOf(files, { names: { app: 'web' } })
  expect(parse(web.text)).toMatchObject({ apps: [{ app: 'web', deploy: false }], services: [{ port: null }] })
  expect(web.notes.join()).toContain('app boards is left alone')
})

test('HTTPS as a label of a target behind the proxy is not a setting of the service', async () => {
  const of = (address: string) =>
    withFiles({
      'config.alloy': `prometheus.scrape "web" {\n  targets = [{ "__address__" = "${address}", "__scheme__" = "https" }]\n  forward_to = []\n}\n`,
    })
  expect((await of('chat.fly.dev')).notes.join()).not.toContain('__scheme__')
  expect((await of('chat.internal:9443')).notes.join()).toContain('label "__scheme__"')
})

test('several hosts of one job that are one app of the draft are named', async () => {
  const of = (...targets: string[]) =>
    withFiles({
      'ops/prometheus.yml': `scrape_configs: [{ job_name: nodes, static_configs: [{ targets: ${JSON.stringify(targets)} }] }]\n`,
    })
  const { text, notes } = await of('node1:8080', 'node2:8080')
  expect(text).toContain('port: 8080')
  expect(notes.join()).toContain('"node1:8080" and "node2:8080" of job "nodes" are all taken for chat')
  expect((await of('localhost:8080', 'host.docker.internal:8080')).notes.join()).not.toContain('all taken')
})

test('a target that is another stage of an app is called one', async () => {
  const { notes } = await withFiles({
    'fly.staging.toml': 'app = "chat-staging"\n',
    'prometheus.yml':
      'scrape_configs: [{ job_name: web, static_configs: [{ targets: ["chat-staging.fly.dev", "chat.internal:9090"] }] }]\n',
  })
  expect(notes.join('\n')).toContain('"chat-staging.fly.dev" of job "web" is another stage of chat.')
})

test('a variable with the address of the Prometheus that is left alone is named', async () => {
  const { notes } = await withFiles({
    'fly.toml': `${FLY}[env]\nPROMETHEUS_URL = "http://eyes.internal:9090"\nOTHER = "http://eyes-2.internal"\n`,
    'eyes/fly.toml': 'app = "eyes"\n[build]\nimage = "prom/prometheus:v3.5.0"\n',
  })
  expect(notes.filter((note) => note.includes('is the address of'))).toEqual([
    'fly.toml:6 PROMETHEUS_URL is the address of eyes, which the draft leaves alone: the app asks that Prometheus.',
  ])
})
