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
