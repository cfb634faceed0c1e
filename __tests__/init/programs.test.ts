import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { draftOf, type Files } from '../support/init-draft.ts'

/** Programs of others next to the apps of a team: which of them have metrics, and who deploys them. */

interface Draft {
  apps: { app: string; deploy?: false }[]
  services: { app: string; port: number | null }[]
}

const SHOP =
  'app = "shop"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n[metrics]\nport = 9100\npath = "/metrics"\n'
const runs = (app: string, image: string, more = '') =>
  `app = "${app}"\nprimary_region = "fra"\n[build]\nimage = "${image}"\n${more}`

async function drafted(files: Files) {
  const { text, notes, problems } = await draftOf({
    'fly.toml': SHOP,
    Dockerfile: 'FROM scratch\n',
    ...files,
  })
  return {
    ...(parse(text) as Draft),
    notes: notes.join('\n'),
    hints: problems.map(({ hint }) => hint).join('\n'),
  }
}

const VECTOR = (address: string) => `[sources.own]
type = "internal_metrics"

[sinks.own]
type = "prometheus_exporter"
inputs = ["own"]
${address}

[sinks.logs]
type = "http"
address = "127.0.0.1:1"
`

test.each<[string, number, Files]>([
  [
    'the log shipper of Fly',
    9598,
    { 'ops/fly.toml': runs('ops', 'ghcr.io/superfly/fly-log-shipper:latest') },
  ],
  [
    'a sink of Vector',
    9700,
    {
      'ops/fly.toml': runs(
        'ops',
        'timberio/vector:0.40-alpine',
        '[[files]]\nguest_path = "/etc/vector/vector.toml"\nlocal_path = "logs.toml"\n',
      ),
      'ops/logs.toml': VECTOR('address = "0.0.0.0:9700"'),
    },
  ],
  [
    'a sink of Vector on its usual port',
    9598,
    {
      'ops/fly.toml': runs('ops', 'timberio/vector:0.40-alpine'),
      'ops/vector.yaml': 'sinks:\n  own:\n    type: prometheus_exporter\n    inputs: [own]\n',
    },
  ],
  [
    'Alloy that listens for others',
    8080,
    {
      'ops/fly.toml': 'app = "ops"\n[build]\ndockerfile = "Dockerfile"\n',
      'ops/Dockerfile':
        'FROM grafana/alloy:v1.8\nCOPY config.alloy /etc/alloy/\nCMD ["run", "/etc/alloy/config.alloy", "--server.http.listen-addr=0.0.0.0:8080"]\n',
      'ops/config.alloy': 'logging { level = "info" }\n',
    },
  ],
  [
    'an OpenTelemetry Collector that exports for Prometheus',
    9464,
    {
      'ops/fly.toml':
        'app = "ops"\n[build]\ndockerfile = "Dockerfile"\n[http_service]\ninternal_port = 4318\n',
      'ops/Dockerfile':
        'FROM otel/opentelemetry-collector-contrib:0.110.0\nCOPY collector.yaml /etc/otelcol-contrib/config.yaml\n',
      'ops/collector.yaml': 'receivers:\n  otlp:\nexporters:\n  prometheus:\n    endpoint: "[::]:9464"\n',
    },
  ],
  ['an exporter', 9121, { 'ops/fly.toml': runs('ops', 'oliver006/redis_exporter:v1.66') }],
  [
    'an exporter with a flag',
    9555,
    {
      'ops/fly.toml': runs(
        'ops',
        'prom/blackbox-exporter',
        '[processes]\napp = "--web.listen-address=:9555"\n',
      ),
    },
  ],
])('%s is only monitored', async (_, port, files) => {
  const { apps, services } = await drafted(files)
  expect(services).toMatchObject([{ app: 'shop' }, { app: 'ops', port }])
  expect(apps[1]).toMatchObject({ app: 'ops' })
})

test.each<[string, Files]>([
  ['a sink on the machine itself', { 'ops/vector.toml': VECTOR('address = "127.0.0.1:9598"') }],
  ['no such sink', { 'ops/vector.toml': '[sinks.logs]\ntype = "http"\naddress = "0.0.0.0:9598"\n' }],
  ['no configuration', {}],
])('a Vector with %s is left alone', async (_, files) => {
  const { services, notes } = await drafted({ 'ops/fly.toml': runs('ops', 'timberio/vector:0.40'), ...files })
  expect(services).toMatchObject([{ app: 'shop' }])
  expect(notes).toContain('ops/fly.toml runs something else (timberio/vector:0.40)')
})

test.each([
  ['prom/alertmanager:v0.28', 9093],
  ['grafana/grafana-oss:12.0', 3000],
  ['grafana/loki:3.4', 3100],
])('of %s, the note says where its metrics are', async (image, port) => {
  const { services, hints } = await drafted({ 'ops/fly.toml': runs('ops', image) })
  expect(services).toMatchObject([{ app: 'shop' }])
  expect(hints).toContain(`Its metrics are on port ${port}, path /metrics`)
})

test('what publishes nothing usual, or has it off, gets no port', async () => {
  const off = runs('ops', 'grafana/grafana:12.0', '[env]\nGF_METRICS_ENABLED = "false"\n')
  expect((await drafted({ 'ops/fly.toml': off })).hints).toContain('If it has metrics, add it')
  const alloy = await drafted({ 'ops/fly.toml': runs('ops', 'grafana/alloy:v1.8') })
  expect(alloy.hints).toContain('If it has metrics, add it')
})

test('an image of somebody else that nothing here deploys stays with those who deploy it', async () => {
  const metrics = '[metrics]\nport = 2112\npath = "/metrics"\n'
  const files = { 'etcd/fly.toml': runs('shop-etcd', 'flyio/fly-etcd:3.5', metrics) }
  expect((await drafted(files)).apps).toMatchObject([{ app: 'shop' }, { app: 'shop-etcd', deploy: false }])
  const scripted = await drafted({ ...files, 'deploy.sh': 'fly deploy -c etcd/fly.toml\n' })
  expect(scripted.apps[1]).not.toHaveProperty('deploy')
})

test('metrics of such a program do not answer where those of the team are', async () => {
  const { services, notes } = await drafted({
    'fly.toml': 'app = "shop"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n',
    'ops/fly.toml': runs('ops', 'flyio/log-shipper:latest'),
  })
  expect(services).toMatchObject([
    { app: 'ops', port: 9598 },
    { app: 'shop', port: null },
  ])
  expect(notes).toContain('Nothing in this repository says where shop publishes metrics')
})

test('of a machine with several containers, one of the team makes the app theirs', async () => {
  const containers = (image: string) =>
    `app = "shop-edge"\nbuild.image = "tailscale/tailscale:latest"\nhttp_service.internal_port = 80\nmachine_config = '''{ "containers": [{ "name": "vpn", "image": "tailscale/tailscale:latest" }, { "name": "app", "image": "${image}" }] }'''\n`
  const own = await drafted({ 'edge/fly.toml': containers('ghcr.io/shop/edge:abc') })
  expect(own.apps).toMatchObject([{ app: 'shop' }, { app: 'shop-edge' }])
  const other = await drafted({ 'edge/fly.toml': containers('caddy:2') })
  expect(other.apps).toMatchObject([{ app: 'shop' }])
})

test('a Fly configuration whose sections are keys with dots is one, whatever its name', async () => {
  const { apps } = await drafted({
    'edge/dashboard.toml':
      'app = "shop-dashboard"\nbuild.image = "ghcr.io/shop/dashboard:1"\nhttp_service.internal_port = 8080\n',
  })
  expect(apps).toMatchObject([{ app: 'shop' }, { app: 'shop-dashboard' }])
})

test('an app that a README deploys with files of its own is only monitored', async () => {
  const readme = (command: string) => `# Search\n\n\`\`\`bash\n$ ${command}\n\`\`\`\n`
  const files = {
    'search/fly.toml': 'app = "search"\n[metrics]\nport = 7700\npath = "/metrics"\n',
    'search/Dockerfile': 'FROM scratch\n',
  }
  const withFile = readme('fly deploy --file-local="/etc/search.toml=search.toml"')
  const { text } = await draftOf({ 'fly.toml': SHOP, ...files, 'search/README.md': withFile })
  expect((parse(text) as Draft).apps[1]).toMatchObject({ app: 'search', deploy: false })
  expect(text).toContain('search/README.md:4 deploys it with --file-local')
  const plain = await drafted({ ...files, 'README.md': readme('cd search && fly deploy --remote-only') })
  expect(plain.apps[1]).not.toHaveProperty('deploy')
})

test('the name of an app may be in the README only', async () => {
  const { apps } = await drafted({
    'search/fly.toml': '[http_service]\ninternal_port = 7700\n',
    'README.md': '~~~\nfly deploy -c search/fly.toml --app shop-search\n~~~\n',
  })
  expect(apps).toMatchObject([{ app: 'shop' }, { app: 'shop-search' }])
})

test('configurations without an app get one line, which says what they run', async () => {
  const bare = '[http_service]\ninternal_port = 80\n'
  const { notes } = await drafted({
    '.fly/review.toml': bare,
    '.fly/review.worker.toml': bare,
    'alert/fly.toml': `build.image = "victoriametrics/vmalert"\n${bare}`,
  })
  expect(notes).toContain('.fly/review.toml and .fly/review.worker.toml are left out: no `app` is set.')
  expect(notes).toContain(
    'alert/fly.toml is left out: no `app` is set, and the image is victoriametrics/vmalert.',
  )
})

test('metrics that a variable turns on are on the port of the service that a comment says is for them', async () => {
  const services = (comment: string, value = 'true') =>
    runs(
      'db',
      'acme/vectors:2',
      `[env]\nPROMETHEUS_MONITORING_ENABLED = "${value}"\n# gRPC\n[[services]]\ninternal_port = 50051\n\n${comment}\n[[services]]\ninternal_port = 2112\n`,
    )
  const found = async (db: string) =>
    (await drafted({ 'db/fly.toml': db })).services.filter(({ app }) => app === 'db').map(({ port }) => port)
  expect(await found(services('# Prometheus'))).toEqual([2112])
  expect(await found(services('# Prometheus', 'false'))).toEqual([])
  expect(await found(services('# Other'))).toEqual([])
})

test.each([
  ['influxdb:2.7-alpine', 8086],
  ['rabbitmq:3.13-management', 15692],
])('%s publishes its metrics without a setting', async (image, port) => {
  const ops = { 'ops/fly.toml': runs('ops', image) }
  expect((await drafted(ops)).services).toMatchObject([{ app: 'shop' }, { app: 'ops', port }])
  const off = runs('ops', 'influxdb:2', '[env]\nINFLUXD_METRICS_DISABLED = "true"\n')
  for (const file of [off, runs('ops', 'influxdb:1.8'), runs('ops', 'influxdb:3-core')])
    expect((await drafted({ 'ops/fly.toml': file })).services).toMatchObject([{ app: 'shop' }])
})

test('the own metrics of a Collector are on localhost, unless its settings say otherwise', async () => {
  const of = async (tag: string, service: string) => {
    const more =
      '[[files]]\nguest_path = "/etc/c.yaml"\nlocal_path = "c.yaml"\n[[metrics]]\nport = 8888\npath = "/metrics"\n'
    const { notes } = await drafted({
      'ops/fly.toml': runs('ops', `otel/opentelemetry-collector-contrib:${tag}`, more),
      'ops/c.yaml': `receivers: { otlp: {} }\nexporters: { debug: {} }\nservice: ${service}\n`,
    })
    return notes.includes('ops/c.yaml has no such setting')
  }
  expect(await of('0.127.0', '{ pipelines: {} }')).toBe(true)
  expect(await of('0.110.0', '{ pipelines: {} }')).toBe(false)
  expect(await of('0.127.0', '{ telemetry: { metrics: { level: basic } } }')).toBe(false)
})

test.each([
  ['SOPS', '{ "data": "ENC[AES256_GCM,data:Kk7a,iv:a,tag:b,type:str]", "sops": { "version": "3.12.2" } }\n'],
  ['age', '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n'],
])('a Fly configuration that is encrypted with %s', async (program, file) => {
  const { notes, hints } = await drafted({ 'ops/fly.toml': file })
  expect(notes).toContain(
    `ops/fly.toml:1 ops/fly.toml is encrypted with ${program}, so nothing of it is in the draft.`,
  )
  expect(hints).not.toContain('quotes, brackets')
})

test('where [build] names a Dockerfile that is not there, that of the workflow says what runs, and the deploy fails', async () => {
  const step = 'flyctl deploy -c ops/fly.toml --dockerfile ops/Dockerfile.grafana'
  const { hints, notes } = await drafted({
    'ops/fly.toml': `app = "ops"\n[build]\ndockerfile = "Dockerfile"\n[http_service]\ninternal_port = 3000\n`,
    'ops/Dockerfile.grafana': 'FROM grafana/grafana:12.0.1\nENV GF_PATHS_PLUGINS=/p\n',
    '.github/workflows/d.yml': `on: workflow_dispatch\njobs: { d: { steps: [{ run: ${step} }] } }\n`,
  })
  expect(notes).toContain('ops/fly.toml runs something else (grafana/grafana:12.0.1)')
  expect(hints).toContain('Its metrics are on port 3000, path /metrics')
})
