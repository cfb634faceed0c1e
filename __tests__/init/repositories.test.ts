import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { draftOf, type Files } from '../support/init-draft.ts'

/** Forms of public repositories, each with the draft that is right. */

interface Draft {
  monitoring: Record<string, unknown>
  apps: Record<string, unknown>[]
  services: Record<string, unknown>[]
  alerts?: { rules?: string[] }
  text: string
  notes: string[]
  codes: string[]
}

async function drafted(files: Files): Promise<Draft> {
  const { text, notes, problems } = await draftOf(files)
  return { ...(parse(text) as Draft), text, notes, codes: problems.map(({ code }) => code) }
}

const fly = (app: string, more = '') => `app = "${app}"
primary_region = "fra"
${more}
[http_service]
internal_port = 8080
[[http_service.checks]]
path = "/up"
`
const METRICS = '[metrics]\nport = 9394\n'

test('the scrapes of Grafana Alloy, of collectors and agents are read as jobs', async () => {
  const { services, notes } = await drafted({
    'fly.toml': fly('shop'),
    'worker/fly.toml': fly('worker'),
    'deploy/config.alloy': `discovery.dns "worker" {
  names = ["worker.internal"]
  type = "AAAA"
  port = 9100
}
prometheus.scrape "worker" {
  targets = discovery.dns.worker.targets
  metrics_path = "/stats"
  forward_to = [prometheus.relabel.drop.receiver]
}
prometheus.relabel "drop" {
  forward_to = [prometheus.remote_write.cloud.receiver]
  rule {
    source_labels = ["__name__"]
    regex = "go_.*"
    action = "drop"
  }
}
prometheus.scrape "pods" {
  targets = discovery.kubernetes.pods.targets
  forward_to = []
}
prometheus.remote_write "cloud" {
  endpoint { url = sys.env("URL") }
}
`,
    'otel.yaml': `receivers:
  prometheus/app:
    config:
      scrape_configs:
        - job_name: shop
          static_configs: [{ targets: ['shop.internal:9091'] }]
`,
  })
  expect(services).toEqual([
    { name: 'shop', app: 'shop', port: 9091 },
    { name: 'worker', app: 'worker', port: 9100, path: '/stats', drop: ['go_.*'] },
  ])
  expect(notes).toEqual([
    expect.stringMatching(
      /^deploy\/config.alloy:1 .* but not all of its settings are, and neither is where it sends the samples \("URL"\), nor its other parts\./,
    ),
    'deploy/config.alloy:20 Job "pods" is not taken over: services are not discovered by `discovery.kubernetes`.',
    expect.stringMatching(
      /^otel.yaml:1 .* It is a configuration of an OpenTelemetry Collector: where it sends/,
    ),
  ])
})

test('rules in flow style are rules; a named file that is none is not called missing', async () => {
  const { alerts, notes } = await drafted({
    'fly.toml': fly('shop', METRICS),
    'prometheus.yml': `scrape_configs:
  - job_name: shop
    static_configs: [{ targets: ['shop.internal:9394'] }]
rule_files: [alerts.yml, later.yml, elsewhere.yml]
`,
    'alerts.yml':
      'groups: [{ name: shop, rules: [{ alert: Down, expr: up == 0, for: 5m, labels: { severity: critical } }] }]\n',
    'later.yml': 'groups: []\n',
  })
  expect(alerts?.rules).toEqual(['alerts.yml'])
  expect(notes.filter((note) => note.includes('4'))).toEqual([
    expect.stringContaining('"later.yml" has no rules that can be read'),
    expect.stringContaining('The rules in "elsewhere.yml" are not in this repository'),
  ])
})

test('rules whose jobs are taken over only in part: the jobs that are not are named', async () => {
  const { notes } = await drafted({
    'fly.toml': fly('shop'),
    'prometheus.yml': `scrape_configs:
  - job_name: shop
    static_configs: [{ targets: ['shop.internal:9394'] }]
  - job_name: redis
    static_configs: [{ targets: ['redis-exporter:9121'] }]
  - job_name: pods
    kubernetes_sd_configs: [{ role: pod }]
rule_files: [alerts.yml]
`,
    'alerts.yml': 'groups:\n  - name: a\n    rules:\n      - { record: a, expr: redis_up }\n',
  })
  expect(notes.filter((note) => note.startsWith('alerts.yml'))).toEqual([
    expect.stringContaining('but not the jobs "pods" and "redis" of prometheus.yml'),
  ])
})

test('the folder that is built: of the command that deploys, or where the files of the Dockerfile are', async () => {
  const { apps, text, notes } = await drafted({
    'go.mod': 'module shop\n',
    'main.go': 'package main\n',
    'deploy/fly/api.toml': fly('api', '[build]\ndockerfile = "../Dockerfile"'),
    'deploy/Dockerfile':
      'FROM golang AS build\nCOPY go.mod main.go ./\nFROM scratch\nCOPY --from=build /api /\n',
    'apps/web/fly.toml': fly('web'),
    'apps/admin/fly.toml': fly('admin'),
    '.github/workflows/deploy.yml': `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: superfly/flyctl-actions/setup-flyctl@1.5
      - run: flyctl deploy --config apps/web/fly.toml --dockerfile docker/web --image x:$TAG
      - run: cd apps/admin && flyctl deploy
`,
  })
  expect(apps).toEqual([
    {
      app: 'web',
      config: 'apps/web/fly.toml',
      context: '.',
      dockerfile: 'docker/web',
      deploy: false,
      health: '/up',
    },
    { app: 'admin', config: 'apps/admin/fly.toml', deploy: false, health: '/up' },
    { app: 'api', config: 'deploy/fly/api.toml', context: '.', deploy: false, health: '/up' },
  ])
  expect(text).toContain('# Evidence: .github/workflows/deploy.yml:7 deploys it from this folder.\n')
  expect(text).toContain('# Evidence: it has the files that deploy/Dockerfile copies.\n')
  expect(text).toContain('deploys it already, with --image.')
  expect(notes[0]).toContain('This workflow deploys web and admin already in lines 7 and 8')
})

test.each<[string, string, Files, string | undefined]>([
  ['in its own folder', 'COPY go.* .', { 'router/go.mod': 'module router\n' }, 'router'],
  ['one character', 'COPY go.mo? .', { 'router/go.mod': 'module router\n' }, 'router'],
  ['in folders', 'COPY cmd/*/main.go .', { 'router/cmd/api/main.go': 'package main\n' }, 'router'],
  ['at the root', 'COPY go.* .', { 'go.mod': 'module shop\n' }, undefined],
  ['nowhere', 'COPY go.* .', {}, undefined],
  ['of a file that may be absent', 'COPY yarn.lock* ./', { 'router/yarn.lock': '' }, undefined],
  ['beside a file', 'COPY package.json go.* ./', { 'router/go.mod': 'module router\n' }, undefined],
])('the folder that is built has what a pattern is for: %s', async (_, copy, files, context) => {
  const { apps } = await drafted({
    'package.json': '{ "name": "shop" }\n',
    'fly.toml': fly('shop', '[build]\ndockerfile = "router/Dockerfile"'),
    'router/Dockerfile': `FROM golang:1.25\n${copy}\nRUN go mod download\nCOPY . .\n`,
    ...files,
  })
  expect(apps).toEqual([expect.objectContaining({ app: 'shop' })])
  expect(apps[0]).toEqual(expect.not.objectContaining({ deploy: false }))
  expect((apps[0] as { context?: string }).context).toBe(context)
})

const WHOLE = (...commands: string[]) =>
  `FROM node:24\nWORKDIR /src\nCOPY . .\n${commands.map((one) => `RUN ${one}\n`).join('')}`

test.each<[string, Files, string | undefined]>([
  [
    'a crate with values of its workspace',
    {
      'Cargo.toml': '[workspace]\nmembers = ["apps/*"]\n',
      'apps/api/Cargo.toml': '[package]\nname = "api"\nversion.workspace = true\n',
      'apps/api/Dockerfile': WHOLE('cargo build -p api'),
    },
    'apps/api/Cargo.toml:3 needs files outside of apps/api',
  ],
  [
    'a package of npm with others of its workspace',
    {
      'pnpm-workspace.yaml': 'packages: [apps/*]\n',
      'apps/api/package.json': '{\n  "dependencies": { "@shop/ui": "workspace:*" }\n}\n',
      'apps/api/Dockerfile': WHOLE('pnpm install'),
    },
    'apps/api/package.json:2 needs files outside of apps/api',
  ],
  [
    'a package that the tool of a workspace builds',
    {
      'package.json': '{ "name": "shop", "workspaces": ["apps/*"] }\n',
      'apps/api/package.json': '{\n  "name": "@shop/api"\n}\n',
      'apps/api/Dockerfile': WHOLE('yarn workspace @shop/api build'),
    },
    '`yarn workspace @shop/api build` names a package of that workspace',
  ],
  [
    'a project that is built by its path',
    {
      'shop.sln': '',
      'apps/api/api.csproj': '<Project />\n',
      'apps/api/Dockerfile': WHOLE('dotnet publish apps/api/api.csproj -o /out'),
    },
    '`dotnet publish apps/api/api.csproj -o /out` needs apps/api/api.csproj, which is not in apps/api',
  ],
  [
    'a comment',
    {
      'apps/api/package.json': '{ "name": "api" }\n',
      'apps/api/Dockerfile': `# docker build -t api -f apps/api/Dockerfile .\n${WHOLE('npm ci')}`,
    },
    'apps/api/Dockerfile:1 says that the image is built from this folder',
  ],
  [
    'a package of its own in a workspace',
    {
      'package.json': '{ "name": "shop", "workspaces": ["apps/*"] }\n',
      'apps/api/package.json': '{ "name": "api" }\n',
      'apps/api/Dockerfile': WHOLE('npm ci', 'npm run build'),
    },
    undefined,
  ],
  [
    'the root of a workspace in a folder',
    {
      'apps/api/Cargo.toml': '[workspace]\n[dependencies]\nlog = { workspace = true }\n',
      'apps/api/Dockerfile': WHOLE('cargo build'),
    },
    undefined,
  ],
])('where a Dockerfile copies all of a folder, its parts say which one: %s', async (_, files, why) => {
  const { apps, text } = await drafted({ 'apps/api/fly.toml': fly('shop-api'), ...files })
  expect(apps[0]?.context).toBe(why && '.')
  expect(text).toContain(why === undefined ? 'services:' : `# Evidence: ${why}.`)
})

test('a Fly configuration that names a Dockerfile below it is deployed from its own folder', async () => {
  const { apps } = await drafted({
    'fly.toml': fly('shop', '[build]\ndockerfile = "apps/api/Dockerfile"'),
    'package.json': '{ "name": "shop" }\n',
    'apps/api/package.json': '{ "name": "api" }\n',
    'apps/api/Dockerfile': WHOLE('npm ci'),
  })
  expect(apps[0]?.context).toBeUndefined()
})

/** An app in a folder, whose Dockerfile is written from the root. */
const FROM_ROOT: Files = {
  'package.json': '{ "name": "shop" }\n',
  'lock.yaml': '',
  'apps/api/package.json': '{ "name": "api" }\n',
  'apps/api/fly.toml': fly('shop-api', '[build]\ndockerfile = "../../Dockerfile"'),
  Dockerfile: 'FROM node:24\nCOPY package.json lock.yaml ./\nCOPY apps/api apps/api\n',
}

test.each<[string, Files, string | undefined]>([
  [
    'what people are told elsewhere',
    { 'README.md': '```bash\nfly deploy --config apps/api/fly.toml\n```\n' },
    'scripts/up.sh:2 deploys it from apps/api, which does not have lock.yaml and apps/api; README.md:2 deploys it from a folder that has all that Dockerfile copies.',
  ],
  [
    'where the files are',
    {},
    'scripts/up.sh:2 deploys it from apps/api, which does not have lock.yaml and apps/api; this folder has all that Dockerfile copies.',
  ],
  [
    'the script itself, which puts the files there',
    { 'scripts/up.sh': 'cp lock.yaml apps/api/\ncd apps/api\nflyctl deploy\n' },
    undefined,
  ],
])('of a script that deploys from a folder without the files of its Dockerfile: %s', async (_, more, why) => {
  const script = { 'scripts/up.sh': 'cd apps/api\nflyctl deploy --remote-only\n' }
  const { apps, text } = await drafted({ ...FROM_ROOT, ...script, ...more })
  expect(apps).toMatchObject([{ app: 'shop-api' }])
  expect(apps[0]?.context).toBe(why && '.')
  expect(text).toContain(why ?? 'services:')
})

test.each([
  [
    'a workflow',
    '.github/workflows/ci.yml',
    'jobs:\n  a:\n    steps:\n      - run: flyctl apps create shop --org acme\n',
  ],
  ['a script', 'scripts/setup.sh', 'fly apps create shop -o "acme"\n'],
  ['a variable', '.github/workflows/ci.yml', 'env:\n  FLY_API_TOKEN: x\n  FLY_ORG: acme\n'],
  ['a variable of a script', 'setup.sh', 'ORG="acme"\nmake_it() {\n  fly apps create shop --org "$ORG"\n}\n'],
  ['a default', 'setup.sh', 'org=${1:-acme}\nfly launch --no-deploy --org "${org}"\n'],
  ['a default in place', 'setup.sh', ': "${TEAM:=acme}"\nflyctl apps create shop -o $TEAM --json\n'],
  ['a variable of make', 'Makefile', 'TEAM ?= acme\ncreate:\n\tfly apps create shop --org $(TEAM)\n'],
  [
    'a variable of a workflow',
    '.github/workflows/ci.yml',
    'env:\n  TEAM: acme\njobs:\n  a:\n    steps:\n      - run: flyctl apps create shop --org ${{ env.TEAM }}\n',
  ],
  [
    'the log shipper',
    'shipper/fly.toml',
    'app = "shipper"\n[build]\nimage = "ghcr.io/superfly/fly-log-shipper:latest"\n[env]\nORG = "acme"\n',
  ],
  [
    'a query of an app',
    'admin/fly.toml',
    'app = "admin"\n[env]\nPROM = "https://api.fly.io/prometheus/acme/api/v1/"\n',
  ],
  [
    'a data source',
    'grafana/datasources.yml',
    'apiVersion: 1\ndatasources:\n  - name: Fly\n    type: prometheus\n    url: https://api.fly.io/prometheus/acme\n',
  ],
])('the organization is that of %s', async (_, path, content) => {
  const { monitoring, text } = await drafted({ 'fly.toml': fly('shop', METRICS), [path]: content })
  expect(monitoring.organization).toBe('acme')
  expect(text).toMatch(new RegExp(`# Evidence: ${path}:\\d\\. Apps that do not exist yet`))
})

test.each([
  'flyctl apps create shop --org "$ORG"\n',
  'echo fly; tar -o x\n',
  'if big; then\n  ORG=acme\nelse\n  ORG=other\nfi\nflyctl apps create shop --org "$ORG"\n',
  'ORG=$(pick)\nflyctl apps create shop --org "$ORG"\n',
  'GITHUB_ORG=acme\nfly status\n',
  'fly apps create shop --org your-org\n',
])('an organization that only a run knows, or another option: %s', async (content) => {
  const { monitoring } = await drafted({ 'fly.toml': fly('shop', METRICS), 'setup.sh': content })
  expect(monitoring.organization).toBe('personal')
})

test('several organizations are said, those of test stages are not', async () => {
  const env = (org: string) => fly('shop', `[env]\nURL = "https://api.fly.io/prometheus/${org}/api/v1"\n`)
  const stages = await drafted({ 'fly.toml': env('acme-staging'), 'fly.prod.toml': env('acme') })
  expect(stages.monitoring.organization).toBe('acme')
  expect(stages.notes.filter((note) => note.includes('Several organizations'))).toEqual([])
  const { monitoring, notes } = await drafted({
    'fly.toml': env('other'),
    'setup.sh': 'fly apps create shop --org acme\nfly apps create db --org acme\n',
  })
  expect(monitoring.organization).toBe('acme')
  expect(notes).toContainEqual(
    expect.stringMatching(
      /^setup.sh:1 Several organizations are named: "acme" in setup.sh:1 and "other" in fly.toml:\d+\. The draft has "acme"/,
    ),
  )
})

test.each<[string, Files]>([
  ['the owner', { '.git/config': '[remote "origin"]\n\turl = git@github.com:Acme/shop.git\n' }],
  [
    'a workflow that pushes it',
    {
      '.github/workflows/image.yml':
        'jobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with: { tags: "ghcr.io/${{ github.repository_owner }}/shop-api:latest" }\n',
    },
  ],
])('an image of this repository is not a program of somebody else, by %s', async (_, files) => {
  const { apps, services, notes } = await drafted({
    'fly.toml': fly('web', METRICS),
    'deploy/fly.toml': fly('backend', '[build]\nimage = "ghcr.io/acme/shop-api:latest"'),
    'deploy/go.mod': 'require github.com/prometheus/client_golang v1.2.3\n',
    'deploy/main.go': 'mux.HandleFunc("GET /metrics", promhttp.Handler().ServeHTTP)\n',
    ...files,
  })
  expect(apps.map(({ app }) => app)).toEqual(['web', 'backend'])
  expect(services).toMatchObject([{ app: 'web' }, { app: 'backend', port: 8080 }])
  expect(notes).toEqual([])
})

test('the main app is one for people, not a database with a public port', async () => {
  const { monitoring } = await drafted({
    'db/fly.toml': `app = "db"\n${METRICS}[[services]]\ninternal_port = 5432\n[[services.ports]]\nport = 5432\n`,
    'web/fly.toml': fly('web', METRICS),
  })
  expect(monitoring.app).toBe('web-monitoring')
})

test('a prefix that a function mounts, as a health check says it', async () => {
  const route = 'app.Get("/metrics", metrics)\napp.Get("/health", health)\n'
  const files = {
    'fly.toml': fly('shop').replace('/up', '/v1/health'),
    'go.mod': 'require github.com/prometheus/client_golang v1.2.3\n',
    'api/v1.go': route,
    'client/health.go': 'var path = "/health"\n',
  }
  const { services } = await drafted(files)
  expect(services).toMatchObject([{ path: '/v1/metrics' }])
  const other = await drafted({ ...files, 'api/v2.go': 'app.Get("/health", health)\n' })
  expect(other.services[0]).not.toHaveProperty('path')
})

test('PromEx publishes where code uses it: a plug, or a server of its own', async () => {
  const files = {
    'fly.toml': fly('shop'),
    'mix.exs': '{:prom_ex, "~> 1.9"},\n',
    'config/config.exs': 'config :shop, Shop.PromEx, metrics_server: :disabled\n',
  }
  const started = { 'lib/application.ex': 'children = [\n  Shop.PromEx,\n  Shop.Endpoint\n]\n' }
  const unused = await drafted(files)
  expect(unused.services).toEqual([{ name: 'shop', app: 'shop', port: null }])
  expect(unused.notes).toEqual([expect.stringContaining('may have metrics')])
  const plug = await drafted({
    ...files,
    ...started,
    'lib/endpoint.ex': 'plug PromEx.Plug, prom_ex_module: Shop.PromEx\n',
  })
  expect(plug.services).toMatchObject([{ port: 8080 }])
  const server =
    'config :shop, Shop.PromEx,\n  metrics_server: [\n    port: 4021,\n    path: "/metrics"\n  ]\n'
  const own = await drafted({ ...files, ...started, 'config/config.exs': server })
  expect(own.services).toMatchObject([{ port: 4021 }])
  // Its module is in no supervisor: the settings are there, and nothing listens.
  const left = await drafted({
    ...files,
    'fly.toml': `${fly('shop')}[metrics]\nport = 4021\npath = "/metrics"\n`,
    'lib/prom_ex.ex': 'defmodule Shop.PromEx do\n  use PromEx, otp_app: :shop\nend\n',
    'config/config.exs': server,
  })
  expect(left.services).toMatchObject([{ port: null }])
})

test.each([
  [
    'Rust',
    'Cargo.toml',
    'metrics-exporter-prometheus = "0.16"\n',
    'src/main.rs',
    `let port = std::env::var("METRICS_PORT")
    .ok()
    .and_then(|s| s.parse::<u16>().ok())
    .unwrap_or(9007);
PrometheusBuilder::new().with_http_listener(address).install();
`,
  ],
  [
    'Go',
    'go.mod',
    'require github.com/prometheus/client_golang v1.2.3\n',
    'main.go',
    `port := os.Getenv("METRICS_PORT")
if port == "" {
  port = "9007"
}
http.Handle("/metrics", promhttp.Handler())
`,
  ],
])('the default of a variable, some lines below it: %s', async (_, manifest, library, path, code) => {
  const { services } = await drafted({ 'fly.toml': fly('shop'), [manifest]: library, [path]: code })
  expect(services).toMatchObject([{ port: 9007 }])
})

test('what is left open is the endpoint of the app that has a library', async () => {
  const { services, notes } = await drafted({
    'api/fly.toml': fly('api'),
    'api/go.mod': 'module api\n',
    'indexer/fly.toml': 'app = "indexer"\n',
    'indexer/go.mod': 'require github.com/prometheus/client_golang v1.2.3\n',
  })
  expect(services).toEqual([{ name: 'indexer', app: 'indexer', port: null }])
  expect(notes).toHaveLength(2)
})

test.each(['cadvisor.monitoring.svc.cluster.local:8080', 'cadvisor:8080'])(
  'a target of another program is not the app that has the same port: %s',
  async (target) => {
    const { services, notes } = await drafted({
      'fly.toml': fly('shop'),
      'compose.yml': 'services:\n  cadvisor: { image: gcr.io/cadvisor/cadvisor }\n  shop: { build: . }\n',
      'prometheus.yml': `scrape_configs:\n  - job_name: c\n    static_configs: [{ targets: ['${target}'] }]\n`,
    })
    expect(services).toEqual([{ name: 'shop', app: 'shop', port: null }])
    expect(notes).toContainEqual(expect.stringContaining(`"${target}" of job "c" is not an app`))
  },
)

test('another port of this machine is another program than Prometheus; HTTPS has the port 443', async () => {
  const { services } = await drafted({
    'fly.toml': fly('shop'),
    'prometheus.yml': `scrape_configs:
  - job_name: itself
    static_configs: [{ targets: ['localhost:9090'] }]
  - job_name: shop
    static_configs: [{ targets: ['localhost:8080'] }]
  - job_name: far
    scheme: https
    static_configs: [{ targets: ['far.example.org', 'metrics.acme.dev'] }]
`,
  })
  expect(services).toMatchObject([{ app: 'shop', port: 8080 }, { addresses: ['metrics.acme.dev:443'] }])
})

test('many apps without metrics get one note, and an empty Fly configuration gets none', async () => {
  const { notes } = await drafted({
    'fly.toml': fly('web', METRICS),
    ...Object.fromEntries(['a', 'b', 'c', 'd'].map((app) => [`${app}/fly.toml`, fly(app)])),
    'spare/fly.toml': '# app = "spare"\n',
  })
  expect(notes).toEqual([expect.stringContaining('where a, b, c and 1 more publish metrics')])
})

test('a file next to the Fly configuration is where this action starts flyctl', async () => {
  const file = '[[files]]\nguest_path = "/etc/a"\nlocal_path = "a.conf"\n'
  const files = { 'api/fly.toml': `${fly('api', METRICS)}${file}` }
  expect((await drafted(files)).codes).toContain('fly/file-path')
  expect((await drafted({ ...files, 'api/a.conf': '' })).codes).not.toContain('fly/file-path')
})

test('a recorder of metrics leaves the answer to a route of the app', async () => {
  const { services } = await drafted({
    'fly.toml': fly('shop'),
    'Cargo.toml': 'metrics-exporter-prometheus = "0.16"\n',
    'src/metrics.rs': 'let handle = PrometheusBuilder::new().install_recorder()?;\n',
    'src/routes.rs': 'Router::new().route("/metrics", get(render))\n',
  })
  expect(services).toEqual([{ name: 'shop', app: 'shop', port: 8080 }])
})

test('a job of this machine is the app whose metrics have its port', async () => {
  const { services, notes } = await drafted({
    'fly.toml': `${fly('shop')}[env]\nMETRICS_PORT = "9102"\n`,
    'prometheus.yml':
      "scrape_configs:\n  - job_name: relay\n    static_configs: [{ targets: ['host.docker.internal:9102'] }]\n",
  })
  expect(services).toMatchObject([{ app: 'shop', port: 9102 }])
  expect(notes).toEqual([])
})

test('a Dockerfile that copies everything is built in its own folder, not in that of the Fly configuration', async () => {
  const { apps } = await drafted({
    'go.mod': 'module shop\n',
    Dockerfile: 'FROM golang\nCOPY . .\n',
    'deploy/fly.toml': fly('shop', '[build]\ndockerfile = "../Dockerfile"'),
  })
  expect(apps).toMatchObject([{ context: '.' }])
})

test('a script that changes to its own folder, with a command of several lines; a test of a script says nothing', async () => {
  const nameless = fly('x').replace('app = "x"\n', '')
  const script = `here="$(cd "$(dirname "\${BASH_SOURCE[0]}")" && pwd)"
cd "$here/.."
exec fly deploy \\
  --config fly.toml \\
  --app shop
`
  const { apps } = await drafted({ 'deploy/fly.toml': nameless, 'deploy/bin/release.sh': script })
  expect(apps).toMatchObject([{ app: 'shop', config: 'deploy/fly.toml' }])
  const test =
    'grep -q "fly deploy --config deploy/fly.toml -a shop" "$log"\nfly deploy -c deploy/fly.toml -a shop\n'
  await expect(drafted({ 'deploy/fly.toml': nameless, 'deploy/test_release.sh': test })).rejects.toThrow()
  const quoted = test.split('\n')[0] ?? ''
  await expect(drafted({ 'deploy/fly.toml': nameless, 'deploy/check.sh': quoted })).rejects.toThrow()
})

test('a call that mounts routes under a prefix is not about a file with a general name', async () => {
  const { services } = await drafted({
    'fly.toml': fly('shop'),
    'go.mod': 'require github.com/prometheus/client_golang v1.2.3\n',
    'internal/app/app.go': 'router.Handle("/metrics", promhttp.Handler())\n',
    'internal/pty/pty.go': 'router.Route("/api/pty", func(r app.Router) {\n',
  })
  expect(services).toEqual([{ name: 'shop', app: 'shop', port: 8080 }])
})

test('a route of the package of an app counts more than one of a package that it shares, also where it asks for credentials', async () => {
  const crate = (name: string) => `[package]\nname = "${name}"\n[dependencies]\nprometheus = "0.13"\n`
  const route = '    .route("/metrics", get(metrics_page))\n'
  const page = (refusal: string) =>
    `async fn metrics_page(headers: HeaderMap) -> Response {\n${refusal}    TextEncoder::new().encode_to_string(&prometheus::gather())\n}\n`
  const { services, notes } = await drafted({
    'fly.toml': fly('shop', '[build]\ndockerfile = "Dockerfile"'),
    Dockerfile:
      'FROM rust:1 AS build\nCOPY . .\nRUN cargo build --release -p shop\nFROM debian\nCOPY --from=build /target/release/shop /shop\nCMD ["/shop"]\n',
    'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
    'crates/shop/Cargo.toml': `${crate('shop')}shared = { path = "../shared" }\n`,
    'crates/shop/src/main.rs': `use shared::record;\nfn main() {\n  record();\n  let app = Router::new()\n${route}    ;\n}\n${page('    if env::var("METRICS_TOKEN") != token(headers) {\n        return StatusCode::UNAUTHORIZED;\n    }\n')}`,
    'crates/shared/Cargo.toml': crate('shared'),
    'crates/shared/src/lib.rs': `pub fn exporter() -> Router {\n  Router::new()\n${route}}\n${page('')}`,
  })
  expect(services).toMatchObject([{ app: 'shop', port: 8080 }])
  expect(notes.join('\n')).toContain('/metrics has "METRICS_TOKEN" in front of it')
  expect(notes.join('\n')).not.toContain('shares with other programs')
})

test('of the apps of one folder, the metrics are those of the one whose image has the library', async () => {
  const build = (file: string) => `[build]\ndockerfile = "${file}"`
  const { services } = await drafted({
    'fly.toml': fly('shop-main', build('Dockerfile.web')),
    'fly.a.toml': fly('shop-portfolio', build('Dockerfile.python')),
    'fly.b.toml': fly('shop-execution', build('Dockerfile.python')),
    'Dockerfile.web': 'FROM node\nCOPY web/ .\n',
    'Dockerfile.python': 'FROM python\nCOPY requirements*.txt .\nCOPY src/ src/\n',
    'requirements.txt': 'prometheus-client\n',
    'src/execution_agent.py': '@app.get("/metrics")\nasync def metrics():\n    return generate_latest()\n',
  })
  expect(services).toMatchObject([{ app: 'shop-execution', port: 8080 }])
})

test('files that a Dockerfile copies and that a step must make first', async () => {
  const { apps, notes } = await drafted({
    'package.json': '{}',
    'deploy/fly.toml': fly('shop', METRICS),
    'deploy/Dockerfile': 'FROM nginx\nCOPY dist/web /srv\nCOPY deploy/nginx.conf /etc/nginx/\n',
    'deploy/nginx.conf': '',
  })
  expect(apps).toMatchObject([{ context: '.' }])
  expect(notes).toEqual([
    expect.stringContaining('deploy/Dockerfile copies "dist/web", which is not in this repository'),
    expect.stringContaining(
      'Port 9394 of shop is only here: that number was found neither in its code nor in its Dockerfile.',
    ),
  ])
})

test.each([
  ['an argument that [build.args] sets', 'ARG V=2', '[build.args]\nV = "3"\n', '"conf/3.txt"'],
  ['its default', 'ARG V=3', '', '"conf/3.txt"'],
  ['the default in front of the stages', 'ARG V', '', '"conf/4.txt"'],
  ['one that is there', 'ARG V=3', '[build.args]\nV = "2"\n', undefined],
  ['one of the machine that builds', 'ARG TARGETARCH\nARG V=$TARGETARCH', '', undefined],
  ['one that no instruction declares', 'ARG OTHER', '[build.args]\nV = "3"\n', undefined],
  ['a variable of the stage', 'ENV V=3', '[build.args]\nV = "2"\n', '"conf/3.txt"'],
])('a path that a Dockerfile copies has a variable: %s', async (_, set, build, missing) => {
  const { apps, notes } = await drafted({
    'fly.toml': `${fly('shop', METRICS)}${build}`,
    Dockerfile: `ARG V=4\nFROM nginx\n${set}\nADD conf/\${V}.txt /etc/\n`,
    'conf/2.txt': '',
  })
  expect(apps).toMatchObject([missing === undefined ? { app: 'shop' } : { deploy: false }])
  const copies = notes.filter((note) => note.includes('Dockerfile copies'))
  expect(copies).toEqual(
    missing === undefined ? [] : [expect.stringContaining(`copies ${missing}, which is`)],
  )
})

test('what is meant for a shell after COPY is not said to be files that a step makes', async () => {
  const { text, notes } = await drafted({
    'fly.toml': fly('shop', METRICS),
    Dockerfile: 'FROM nginx\nCOPY data/ ./data/ 2>/dev/null || true\n',
    'data/a': '',
  })
  const says = 'Dockerfile has "2>/dev/null" after COPY, which Docker takes for the name of a file: a deploy'
  expect(text).toContain(`# ${says} fails.`)
  expect(notes[0]).toContain(`${says} of shop fails.`)
})

test('a job of Docker Compose keeps its authentication, with a note only where a service has it', async () => {
  const job = (target: string) => `  - job_name: api
    authorization: { credentials_file: /run/secrets/token }
    scheme: https
    static_configs: [{ targets: ['${target}'], labels: { env: dev } }]
`
  const image = '[build]\nimage = "registry.fly.io/shop:v1"\n'
  const files = { 'fly.toml': fly('shop', image), 'compose.yml': 'services:\n  app: { build: . }\n' }
  const own = await drafted({ ...files, 'prometheus.yml': `scrape_configs:\n${job('app:8080')}` })
  expect(own.services).toEqual([
    { name: 'api', app: 'shop', port: 8080, authorization: { credentials_env: 'API_METRICS_TOKEN' } },
  ])
  expect(own.notes).toEqual([
    expect.stringContaining('the draft names the variable API_METRICS_TOKEN'),
    expect.stringContaining('has the label env="dev", which is not about Fly'),
  ])
  const other = await drafted({ ...files, 'prometheus.yml': `scrape_configs:\n${job('db:9187')}` })
  expect(other.notes.filter((note) => note.includes('variable'))).toEqual([])
})

test('a deploy from a copy of the repository names the app', async () => {
  const { apps, text } = await drafted({
    'api/fly.prod.toml': fly('shop-prod', METRICS),
    '.github/workflows/preview.yml': `on: push
jobs:
  a:
    env: { FLY_API_TOKEN: x }
    steps:
      - uses: superfly/flyctl-actions/setup-flyctl@1.5
      - run: |
          echo "::error::Neon is unset; cannot deploy the preview."
`,
    '.github/workflows/prod.yml': `on: push
jobs:
  a:
    steps:
      - working-directory: image
        run: flyctl deploy . --app shop-prod --config api/fly.prod.toml
`,
  })
  expect(apps).toMatchObject([{ app: 'shop-prod', deploy: false }])
  expect(text).toContain('.github/workflows/prod.yml:6 deploys it already')
})

test('stages without one for production are stages as well', async () => {
  const { apps } = await drafted({
    'fly.debug.toml': fly('debug-shop', METRICS),
    'fly.staging.toml': fly('acme-staging-shop', METRICS),
  })
  expect(apps).toMatchObject([{ app: 'acme-staging-shop' }])
})

test('the folders of a matrix, written with ./ or calculated by another job', async () => {
  const deploy = (matrix: string) => `on: push
jobs:
  a:
    env: { FLY_API_TOKEN: x }
    strategy: { matrix: ${matrix} }
    steps:
      - run: flyctl deploy \${{ matrix.dir }} --remote-only
`
  const files = { 'apps/a/fly.toml': fly('a', METRICS), 'apps/b/fly.toml': fly('b', METRICS) }
  for (const matrix of ['{ dir: [./apps/a, ./apps/b] }', '"${{ fromJSON(needs.plan.outputs.matrix) }}"']) {
    const { apps, notes } = await drafted({ ...files, '.github/workflows/deploy.yml': deploy(matrix) })
    expect(apps).toMatchObject([
      { app: 'a', deploy: false },
      { app: 'b', deploy: false },
    ])
    expect(notes).toHaveLength(1)
  }
})

test.each<[string, string, boolean]>([
  ['shop-contracts', 'shop-contracts:latest', true],
  ['redis', 'redis:7', false],
  ['uptime-kuma', 'louislam/uptime-kuma:1', false],
])('whether %s with the image %s is an app of this repository', async (app, image, isOwn) => {
  const { apps } = await drafted({
    'fly.toml': fly('shop', METRICS),
    'other/fly.toml': fly(app, `[build]\nimage = "${image}"`),
  })
  expect(apps.map((one) => one.app).includes(app)).toBe(isOwn)
})

test('a program of somebody else that a Prometheus scrapes is an app of the draft, and is not said to be left alone', async () => {
  const { apps, services, notes } = await drafted({
    'fly.toml': fly('shop', METRICS),
    'beacon/fly.toml': fly('beacon', '[build]\nimage = "centrifugo/centrifugo:v6"'),
    'prometheus.yml':
      "scrape_configs:\n  - job_name: beacon\n    static_configs: [{ targets: ['beacon.internal:8000'] }]\n",
  })
  expect(apps).toMatchObject([{ app: 'shop' }, { app: 'beacon', config: 'beacon/fly.toml' }])
  expect(services).toMatchObject([{ app: 'shop' }, { app: 'beacon', port: 8000 }])
  expect(notes).toEqual([expect.stringMatching(/^prometheus.yml:1 The targets/)])
})

test.each([
  [['shop-api', 'shop-web'], 'shop'],
  [['courierx-control-plane', 'courierx-core'], 'courierx'],
  [['the-forge-api', 'the-forge-worker'], 'the-forge'],
  [['shop', 'shop-docs'], 'shop'],
  [['shop-api'], 'shop-api'],
  [['api-a', 'api-b'], 'api-a'],
  [['io-a', 'io-b'], 'io-a'],
  [['mailer', 'shop'], 'mailer'],
])('the monitoring app and the folder of %j are named after %s', async (apps, product) => {
  const files = Object.fromEntries(apps.map((app) => [`${app}/fly.toml`, fly(app)]))
  const { monitoring, text } = await drafted(files)
  expect(monitoring.app).toBe(`${product}-monitoring`)
  expect(text).toContain(`folder: ${product}\n`)
})

const onPush = (...runs: string[]) =>
  `on: push\njobs:\n  a:\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`

test('an app that a deploy names is deployed by it, also with the file of another app', async () => {
  const { apps, text } = await drafted({
    'fly.toml': fly('shop'),
    Dockerfile: 'FROM node:22\nRUN true\n',
    'website/fly.toml': fly('shop-site'),
    '.github/workflows/site.yml': onPush('flyctl deploy --app shop-site --dockerfile website/Dockerfile'),
  })
  expect(apps).toMatchObject([{ app: 'shop' }, { app: 'shop-site', deploy: false }])
  const at = '.github/workflows/site.yml:5'
  expect(text).toMatch(new RegExp(`app: shop\n[^-]*# Workflows deploy only other apps .${at}`))
  expect(text).toMatch(new RegExp(`app: shop-site\n[^-]*# ${at} deploys it already`))
})

test('a Fly configuration in YAML is said to be there', async () => {
  const { notes } = await drafted({
    'fly.toml': fly('shop'),
    'fly-preview.yml': 'app: shop-preview\n',
    '.github/workflows/ship.yml': onPush(
      'flyctl deploy -c fly-preview.yml',
      'flyctl deploy -c fly.gone.toml',
    ),
  })
  expect(notes).toContainEqual(expect.stringContaining('with fly-preview.yml, which is not TOML: its app is'))
  expect(notes).toContainEqual(
    expect.stringContaining('with fly.gone.toml, which is not in this repository: its'),
  )
})

test('apps that share a Dockerfile have one note about what it lacks', async () => {
  const app = (name: string) => fly(name, '[build]\ndockerfile = "Dockerfile"\n')
  const { notes } = await drafted({
    'fly.toml': app('shop'),
    'fly.worker.toml': app('shop-worker'),
    Dockerfile: 'FROM node:22\nCOPY package.json lock.yaml ./\nCOPY lock.yaml ./\n',
    'package.json': '{}',
  })
  expect(notes.filter((note) => note.startsWith('Dockerfile'))).toEqual([
    'Dockerfile:1 Dockerfile copies "lock.yaml", which is not in this repository: a deploy of shop and shop-worker fails unless a step before it makes that. So the draft only monitors them (`deploy: false`).',
  ])
})

test('what a Dockerfile copies may be in a folder of code in a language that is not known', async () => {
  const { apps, notes } = await drafted({
    'deploy/fly/fly.toml': fly('soil', '[build]\ndockerfile = "Dockerfile"\n'),
    'deploy/fly/Dockerfile': 'FROM r-base:4.5.0\nCOPY DESCRIPTION R /app/\nRUN R CMD INSTALL /app\n',
    DESCRIPTION: 'Package: soil\n',
    'R/app.R': 'plumber::pr()\n',
  })
  expect(notes.join()).not.toContain('not in this repository: a deploy')
  expect(apps).toMatchObject([{ app: 'soil', context: '.' }])
})

test('the deploys of one workflow have one note, with their lines', async () => {
  const { apps, notes, text } = await drafted({
    'fly.toml': fly('shop'),
    'fly.web.toml': fly('shop-web'),
    '.github/workflows/ship.yml':
      'on: push\njobs:\n  a:\n    steps:\n      - run: |\n          flyctl deploy\n          flyctl deploy -c fly.web.toml\n',
  })
  expect(apps).toMatchObject([{ deploy: false }, { deploy: false }])
  expect(notes).toContain(
    '.github/workflows/ship.yml:6 This workflow deploys shop and shop-web already in lines 6 and 7, so the draft only monitors them (`deploy: false`).',
  )
  expect(text).toContain('.github/workflows/ship.yml:7 deploys it already')
})

test('the retention of an old Prometheus is found in the script that starts it', async () => {
  const { text } = await draftOf({
    'fly.toml': 'app = "shop"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n',
    'prom/fly.toml': 'app = "shop-prom"\n[mounts]\nsource = "prom"\ndestination = "/prometheus"\n',
    'prom/Dockerfile': 'FROM prom/prometheus\nCOPY ./start.sh /\nENTRYPOINT ["/start.sh"]\n',
    'prom/start.sh': '#!/bin/sh\nexec prometheus \\\n  --storage.tsdb.retention.time=90d "$@"\n',
  })
  expect(text).toContain('retention: 90d')
})
