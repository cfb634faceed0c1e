import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { ActionError } from '../../src/lib/errors.ts'
import { type Drafted, draftOf, type Files } from '../support/init-draft.ts'

/** Situations from public repositories, each with the draft that is right. */

const CHAT = `app = "chat"
primary_region = "fra"
[http_service]
internal_port = 8080
`
const METRICS = '[metrics]\nport = 9394\npath = "/metrics"\n'

async function drafted(files: Files, options: Parameters<typeof draftOf>[1] = {}) {
  const draft = await draftOf(files, options)
  return { ...(parse(draft.text) as Record<string, never>), ...draft } as unknown as {
    monitoring: Record<string, unknown>
    apps: Record<string, unknown>[]
    services: Record<string, unknown>[]
    grafana: { folder: string; dashboards: string[] }
    alerts?: { rules?: string[]; notify?: Record<string, unknown> }
  } & Drafted
}

/** The error for a repository without an app. */
async function refusal(files: Files): Promise<string> {
  const problems = await draftOf(files).then(
    () => [],
    (error) => (error instanceof ActionError ? error.problems : []),
  )
  return problems.map(({ code, message, hint }) => `${code}: ${message} ${hint}`).join()
}

const KUMA = `app = "shop-status"
primary_region = "iad"
[build]
  image = "louislam/uptime-kuma:1"
[http_service]
  internal_port = 3001
[[mounts]]
  source = "uptime_kuma_data"
  destination = "/app/data"
`

test('a folder called monitoring is not a Prometheus', async () => {
  const { monitoring, apps, notes, text } = await drafted({
    'fly.toml': CHAT + METRICS,
    'monitoring/fly.toml': KUMA,
  })
  expect(monitoring.app).toBe('chat-monitoring')
  expect(apps.map(({ app }) => app)).toEqual(['chat'])
  expect(text).not.toMatch(/kuma|shop-status/)
  expect(notes).toEqual([
    'monitoring/fly.toml:4 monitoring/fly.toml runs something else (louislam/uptime-kuma:1): app shop-status is left alone.',
  ])
})

test('a Prometheus is one by its contents, wherever it is, and no app to be monitored', async () => {
  const port = '[http_service]\ninternal_port = 9090\n'
  for (const files of [
    { 'fly.toml': `app = "acme-prometheus"\n${port}` },
    { 'fly.toml': 'app = "eyes"\n[build]\nimage = "prom/prometheus:v3.5.0"\n' },
    { 'fly.toml': 'app = "eyes"\n[[mounts]]\nsource = "data"\ndestination = "/prometheus"\n' },
    { 'fly.toml': 'app = "eyes"\n', Dockerfile: 'FROM quay.io/prometheus/prometheus:v3\nCOPY p.yml /etc/\n' },
    { 'fly.toml': `app = "eyes"\n${port}`, 'prometheus.yml': 'scrape_configs: []\n' },
  ])
    expect(await refusal(files as unknown as Files)).toMatch(
      /^init-no-app: No app on Fly was found here \(fly\.toml is a Prometheus\).*--app NAME/,
    )
  const exporter = { 'fly.toml': `app = "acme-prometheus-exporter"\n${port}${METRICS}` }
  expect((await drafted(exporter)).apps).toMatchObject([{ app: 'acme-prometheus-exporter' }])
})

test('names of other networks are no Fly apps', async () => {
  const targets = ['host.docker.internal:8080', 'web.railway.internal:9090', 'ip-10-0-0-12.ec2.internal:9100']
  const prometheus = `scrape_configs: [{ job_name: app, static_configs: [{ targets: ${JSON.stringify(targets)} }] }]\n`
  expect(await refusal({ 'prometheus.yml': prometheus })).toContain('No app on Fly was found here')
  const { apps, services } = await drafted({ 'fly.toml': CHAT, 'p.yml': prometheus })
  expect(apps.map(({ app }) => app)).toEqual(['chat'])
  expect(services).toEqual([{ name: 'app', app: 'chat', port: 8080 }])
})

test('siblings are apps, stages are not, and both are said', async () => {
  const app = (name: string) => `app = "${name}"\nprimary_region = "fra"\n${METRICS}`
  const { apps, notes, text } = await drafted({
    'fly.toml': `${app('shop-web')}[http_service]\ninternal_port = 3000\n`,
    'fly.worker.toml': app('shop-worker'),
    'fly.staging.toml': app('shop-web-staging'),
    'infra/fly-router.toml': app('shop-router'),
  })
  expect(apps.map(({ app: name }) => name)).toEqual(['shop-web', 'shop-worker', 'shop-router'])
  expect(text).toContain('# Taken for other stages of it: fly.staging.toml.')
  expect(notes).toEqual([
    expect.stringMatching(/^fly\.staging\.toml:1 .*\(app shop-web-staging\) is another stage of shop-web/),
  ])
})

test('with the same processes, production is drafted and not staging or testnet', async () => {
  const app = (name: string) => `app = "${name}"\nprimary_region = "fra"\n${METRICS}`
  for (const [chosen, other] of [
    ['fly.production.toml', 'fly.staging.toml'],
    ['deploy/fly/prod.toml', 'deploy/fly/qa.toml'],
    ['fly.mainnet.toml', 'fly.testnet.toml'],
    ['fly.toml', 'fly-dev.toml'],
  ] as const) {
    const files = { [other]: app('shop-other'), [chosen]: app('shop') }
    expect((await drafted(files)).apps).toMatchObject([{ config: chosen }])
  }
})

test('a workflow names its configurations, and its deploys are respected', async () => {
  const workflow = `on: { push: { branches: [main] } }
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - run: flyctl deploy --config fly-production.toml --remote-only
      - run: flyctl deploy -c demo-router.fly.toml
      - run: fly deploy
        working-directory: api
`
  const { apps, services, notes } = await drafted({
    '.github/workflows/deploy.yml': workflow,
    'fly-production.toml': `app = "acme-prod"\nprimary_region = "yyz"\n${METRICS}`,
    'demo-router.fly.toml': `app = "acme-router"\n${METRICS}`,
    'api/fly.toml': 'app = "acme-api"\n',
    'other/fly.toml': 'app = "acme-other"\n',
  })
  expect(apps.map(({ app, deploy = true }) => [app, deploy])).toEqual([
    ['acme-prod', false],
    ['acme-router', false],
    ['acme-api', false],
    ['acme-other', false],
  ])
  expect(services.map(({ app }) => app)).toEqual(['acme-prod', 'acme-router'])
  expect(notes.filter((note) => note.includes('deploys'))).toEqual([
    expect.stringContaining('in lines 6, 7 and 8'),
  ])
})

const WORKFLOW = (run: string, env = '') => `on: { push: { branches: [main] } }
jobs:
  deploy:
    runs-on: ubuntu-latest
    ${env}
    steps:
      - uses: superfly/flyctl-actions/setup-flyctl@master
      - run: ${run}
`
const TOKEN = `env: { FLY_API_TOKEN: "\${{ secrets.FLY_API_TOKEN }}" }`

test.each([
  ['flags before the word', '.github/workflows/a.yml', WORKFLOW('flyctl -c fly.toml deploy --now'), 'web'],
  ['a path of the run', '.github/workflows/a.yml', WORKFLOW('fly -c $FLY_CONFIG --verbose deploy'), 'web'],
  ['a script', '.github/workflows/a.yml', WORKFLOW('bun run fly:deploy', TOKEN), 'both'],
  ['a target', '.github/workflows/a.yml', WORKFLOW('make deploy', TOKEN), 'both'],
  ['GitLab', '.gitlab-ci.yml', 'deploy:\n  script:\n    - flyctl deploy --remote-only\n', 'web'],
  ['a folder', '.circleci/config.yml', '- run: cd api && fly deploy -a acme-api\n', 'api'],
  [
    'an action',
    '.github/workflows/a.yml',
    WORKFLOW('ls').replace(
      'run: ls',
      'uses: ./packages/fly-deployment-action\n        with: { fly-api-token: x }',
    ),
    'both',
  ],
  ['an attempt', '.github/workflows/a.yml', WORKFLOW('"echo fly deploy api; flyctl deploy ."'), 'web'],
  ['words only', '.github/workflows/a.yml', WORKFLOW('\'echo "fly deploy failed"\''), 'none'],
  [
    'this action',
    '.github/workflows/a.yml',
    WORKFLOW('ls', TOKEN).replace('run: ls', 'uses: fechatter/deploy-monitoring@v1'),
    'none',
  ],
  ['a script without a token', '.github/workflows/a.yml', WORKFLOW('npm run deploy'), 'none'],
  ['the path of the program', '.github/workflows/a.yml', WORKFLOW('~/.fly/bin/flyctl deploy', TOKEN), 'web'],
  [
    'one app of several',
    '.github/workflows/a.yml',
    WORKFLOW('fly deploy --config api/fly.toml', TOKEN),
    'api',
  ],
  ['another runner of scripts', '.github/workflows/a.yml', WORKFLOW('robo prod deploy/admin', TOKEN), 'both'],
  ['a deploy to elsewhere', '.github/workflows/a.yml', WORKFLOW('npx wrangler deploy', TOKEN), 'none'],
  ['words about a deploy', '.github/workflows/a.yml', WORKFLOW('cat docs/deploy.md', TOKEN), 'none'],
  [
    'a person who starts it',
    '.github/workflows/a.yml',
    WORKFLOW('fly deploy').replace(/^on: .*/, 'on: workflow_dispatch'),
    'web',
  ],
  [
    'an app for each pull request',
    '.github/workflows/a.yml',
    WORKFLOW('fly deploy -a pr-$NUMBER').replace(/^on: .*/, 'on: pull_request'),
    'none',
  ],
  ['a script that tests', '.github/workflows/a.yml', WORKFLOW('npm test', TOKEN), 'none'],
  ['a build', '.github/workflows/a.yml', WORKFLOW('fly deploy --build-only'), 'none'],
  ['a comment', '.gitlab-ci.yml', '# fly deploy\n', 'none'],
])('a deploy that exists is respected: %s in %s', async (_, path, text, what) => {
  const drafts = await drafted({
    [path]: text,
    'fly.toml': `app = "acme-web"\nprimary_region = "yyz"\n${METRICS}`,
    'api/fly.toml': `app = "acme-api"\n${METRICS}`,
  })
  const deployed = ['web', 'api'].filter((one) =>
    drafts.notes.some((note) => /(?:deploys|may deploy) acme-/.test(note) && note.includes(`acme-${one}`)),
  )
  const expected = { web: ['web'], api: ['api'], both: ['web', 'api'], none: [] }[what]
  expect(deployed).toEqual(expected)
  // What no workflow deploys where one deploys others may be retired, or deployed by hand.
  expect(drafts.apps.filter(({ deploy }) => deploy === false)).toHaveLength(expected?.length === 0 ? 0 : 2)
})

test('a file of another service with similar sections is no Fly configuration', async () => {
  const railway = '[build]\nbuilder = "DOCKERFILE"\n[[services]]\nname = "a"\n[[services.ports]]\nport = 80\n'
  expect(await refusal({ 'railway.toml': railway })).toMatch(/^init-no-app: No app on Fly/)
  const collector = '[agent]\napp = "x"\n[metrics]\nport = 3\n'
  expect(await refusal({ 'collector.toml': collector })).toMatch(/^init-no-app: No app on Fly/)
})

test('only the app with the empty service is one whose port has to be filled in', async () => {
  const { problems } = await draftOf({
    'a/fly.toml': 'app = "a"\nprimary_region = "fra"\n[http_service]\ninternal_port = 80\n',
    'b/fly.toml': 'app = "b"\n',
  })
  const hints = problems.filter(({ message }) => /says where/.test(message)).map(({ hint }) => hint)
  expect(hints).toEqual([expect.stringContaining('Fill in'), expect.stringContaining('add a service')])
})

test('the name that is given is that of the app, not of the Grafana next to it', async () => {
  const files = {
    'grafana/fly.toml': 'app = "<YOUR APP NAME>"\n[build]\nimage = "grafana/grafana:8.0.2"\n',
    'todo_list/fly.toml': 'app = "<YOUR APP NAME>"\n[metrics]\nport = 4000\npath = "/metrics"\n',
  }
  expect(await refusal(files)).toMatch(/^init-no-app: todo_list\/fly\.toml has no app name/)
  const { apps, services } = await drafted(files, { names: { app: 'todo' } })
  expect(apps).toEqual([{ app: 'todo', config: 'todo_list/fly.toml' }])
  expect(services).toEqual([{ name: 'todo', app: 'todo', port: 4000 }])
})

test('a Fly configuration without a name is one of the app that is given', async () => {
  const postgres =
    'primary_region = "ord"\n[checks.pg]\ntype = "http"\nport = 5500\npath = "/flycheck/pg"\n[metrics]\nport = 9187\npath = "/metrics"\n'
  for (const name of ['', 'app = "<YOUR APP NAME>"\n']) {
    const files = { 'fly.toml': name + postgres }
    expect(await refusal(files)).toMatch(/^init-no-app: fly\.toml has no app name .*init --app NAME/)
    const { monitoring, apps, services } = await drafted(files, { names: { app: 'pg-prod' } })
    expect(monitoring).toMatchObject({ app: 'pg-prod-monitoring', region: 'ord' })
    expect(apps).toEqual([{ app: 'pg-prod', config: 'fly.toml', deploy: false }])
    expect(services).toEqual([{ name: 'pg-prod', app: 'pg-prod', port: 9187 }])
  }
})

test.each([
  [
    'a check',
    {
      'fly.toml':
        'app = "a"\nprimary_region = "sea"\n[[services]]\ninternal_port = 9115\n[[services.http_checks]]\npath = "/metrics"\n',
    },
    { port: 9115 },
  ],
  [
    'a variable',
    { 'fly.toml': 'app = "a"\nprimary_region = "sea"\n[env]\nMETRICS_ADDR = ":9102"\nMETRICS_PATH = "/m"\n' },
    { port: 9102, path: '/m' },
  ],
  [
    'the old form of [metrics]',
    { 'fly.toml': 'app = "a"\nprimary_region = "sea"\n[experimental]\nmetrics_port = 9103\n' },
    { port: 9103 },
  ],
  [
    'Docker Compose',
    {
      'fly.toml': CHAT,
      'compose.yml': 'services:\n  back:\n    build: .\n  db:\n    image: postgres\n',
      'p.yml':
        'scrape_configs: [{ job_name: api, metrics_path: /stats/metrics, static_configs: [{ targets: ["back:9104"] }] }]\n',
    },
    { port: 9104, path: '/stats/metrics' },
  ],
  [
    'a library with a port of its own',
    {
      'fly.toml': CHAT,
      'package.json': '{\n"dependencies": {\n"@opentelemetry/exporter-prometheus": "1"\n}\n}',
      'otel.js': 'new PrometheusExporter()\n',
    },
    { port: 9464 },
  ],
  [
    'a library that answers in the app',
    {
      'be/fly.toml': CHAT,
      'be/build.gradle.kts': 'runtimeOnly("io.micrometer:micrometer-registry-prometheus")\n',
    },
    { port: 8080, path: '/actuator/prometheus' },
  ],
  [
    'its port for management',
    {
      'fly.toml': CHAT,
      'pom.xml': '<artifactId>micrometer-registry-prometheus</artifactId>\n',
      'src/main/resources/application.yml':
        'management:\n  server:\n    port: 8091\n  endpoints.web.exposure.include: prometheus\n',
    },
    { port: 8091, path: '/actuator/prometheus' },
  ],
  [
    'a route in the code',
    {
      'fly.toml': CHAT,
      'go.mod': 'require github.com/prometheus/client_golang v1.20.0\n',
      'main.go': 'mux.Handle("/internal/metrics", promhttp.Handler())\n',
    },
    { port: 8080, path: '/internal/metrics' },
  ],
  [
    'a route that is a file, for a configuration in a folder of its own',
    {
      'deploy/fly/fly.toml': CHAT,
      'package.json': '{\n"dependencies": {\n"prom-client": "15"\n}\n}',
      'src/app/api/metrics/route.ts': 'export const GET = () => 1\n',
    },
    { port: 8080, path: '/api/metrics' },
  ],
  [
    'a handler that writes the text format by hand',
    {
      'fly.toml': CHAT,
      'package.json': '{}',
      'src/server.ts': "app.get('/metrics', (c) => c.text(render()))\n",
      'src/render.ts':
        "export const render = () => ['# TYPE jobs_total counter', `jobs_total ${n}`].join()\n",
    },
    { port: 8080 },
  ],
  [
    'a handler by hand with the content type of the format, in another language',
    {
      'fly.toml': CHAT,
      'go.mod': 'module chat\n',
      'main.go':
        'mux.HandleFunc("/internal/metrics", func(w http.ResponseWriter, r *http.Request) {\n\tw.Header().Set("Content-Type", "text/plain; version=0.0.4")\n})\n',
    },
    { port: 8080, path: '/internal/metrics' },
  ],
  [
    'a route that another file mounts below a path',
    {
      'fly.toml': CHAT,
      'package.json': '{}',
      'src/routes/monitoring.ts': "app.get('/metrics', (c) => c.text('# TYPE jobs_total counter'))\n",
      'src/server.ts': "app.route('/monitoring', monitoringApp)\n",
    },
    { port: 8080, path: '/monitoring/metrics' },
  ],
  [
    'a router with a prefix of its own, mounted below another one',
    {
      'fly.toml': CHAT,
      'requirements.txt': 'prometheus-client\n',
      'app/admin.py':
        'router = APIRouter(prefix="/admin", tags=["a"])\n@router.get("/metrics")\nasync def metrics(): ...\n',
      'app/main.py': 'app.include_router(admin.router, prefix="/api")\n',
    },
    { port: 8080, path: '/api/admin/metrics' },
  ],
])('the endpoint is known from %s', async (_, files, endpoint) => {
  const { services } = await drafted(files as unknown as Files)
  expect(services).toHaveLength(1)
  expect(services[0]).toMatchObject(endpoint)
})

test('what is not known is not guessed', async () => {
  for (const files of [
    // A route with that name which answers JSON, and a text that is only read.
    { 'fly.toml': CHAT, 'package.json': '{}', 'a.ts': "app.get('/metrics', (c) => c.json({ users: 1 }))\n" },
    {
      'fly.toml': CHAT,
      'package.json': '{}',
      'scripts/serve.ts': "app.get('/metrics', (c) => c.text('# TYPE jobs_total counter'))\n",
    },
    { 'fly.toml': CHAT, 'package.json': '{}', 'a.ts': "parse('# TYPE jobs_total counter')\n" },
    {
      'fly.toml': CHAT,
      'package.json': '{\n"dependencies": {\n"prom-client": "15"\n}\n}',
      'a.ts': 'fetch("/api/metrics")\n',
    },
    {
      'fly.toml': CHAT,
      'go.mod': 'require github.com/prometheus/client_golang v1.20.0 // indirect\n',
      'a.go': 'x("/metrics")\n',
    },
    {
      'fly.toml': CHAT,
      'compose.yml': 'services:\n  node:\n    image: prom/node-exporter\n',
      'p.yml': 'scrape_configs: [{ job_name: node, static_configs: [{ targets: ["node:9100"] }] }]\n',
    },
  ])
    expect((await drafted(files as unknown as Files)).services).toEqual([
      { name: 'chat', app: 'chat', port: null },
    ])
})

test('a dashboard or a rule that plan refuses is not in the draft, with its words', async () => {
  const board = (title: string) =>
    JSON.stringify({
      uid: 'same',
      title,
      schemaVersion: 39,
      panels: [{ id: 1, type: 'text', title: 't', gridPos: { x: 0, y: 0, w: 4, h: 4 } }],
    })
  const rules = (expr: string) =>
    `groups:\n  - name: a\n    rules:\n      - alert: Deep\n        expr: ${expr}\n        for: 5m\n        labels: { severity: warning }\n`
  const { grafana, alerts, notes } = await drafted({
    'fly.toml': CHAT + METRICS,
    'a/one.json': board('One'),
    'b/two.json': board('Two'),
    'observability/agent.json':
      '{ "schemaVersion": "v6", "spec": { "panels": { "a": { "kind": "Panel" } } } }',
    'rules/good.yml': rules('queue_depth > 100'),
    'rules/bad.yml': rules('sum('),
  })
  expect(grafana.dashboards).toEqual(['grafana-dashboards', 'a/one.json'])
  expect(alerts).toEqual({ rules: ['rules/good.yml'] })
  const refused = notes.filter((note) => note.includes('`plan` refuses it'))
  expect(refused.map((note) => note.split(':')[0])).toEqual([
    'b/two.json',
    'observability/agent.json',
    'rules/bad.yml',
  ])
})

test('of a rule file with rules that cannot answer, the others are in the draft, in a copy', async () => {
  const rule = (name: string, expr: string) => `      - alert: ${name}
        expr: |
          ${expr}

        for: 5m
        labels: { severity: warning }
`
  const good = rule('Deep', 'queue_depth > 100')
  const down = rule('DatabaseDown', 'up{job="postgres"} == 0')
  const head = '# Of the team.\ngroups:\n  - name: a\n    rules:\n'
  const { alerts, notes, files, problems } = await drafted({
    'fly.toml': CHAT + METRICS,
    'ops/some.yml': `${head}${down}      # Queues\n${good}`,
    'ops/all.yml': head + down.replace('DatabaseDown', 'Down'),
    'ops/wrong.yml': head + rule('Deeper', 'sum(') + good.replace('Deep', 'Deepest') + down,
    'ops/flow.yml': `groups: [{ name: a, rules: [{ alert: A, expr: 'up{job="db"} == 0' }, { alert: B, expr: up == 0 }] }]\n`,
  })
  expect(alerts).toEqual({ rules: ['monitoring/own-rules/ops/some.yml'] })
  const copy = files['monitoring/own-rules/ops/some.yml'] ?? ''
  expect(copy).toContain(
    '\n# A copy of ops/some.yml. Rules that are comments here: "DatabaseDown".\n# Of the team.\n',
  )
  expect(copy.endsWith(`# Queues\n${good}`)).toBe(true)
  const group = {
    name: 'a',
    rules: [{ alert: 'Deep', expr: 'queue_depth > 100\n', for: '5m', labels: { severity: 'warning' } }],
  }
  expect(parse(copy)).toEqual({ groups: [group] })
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(notes.filter((note) => note.includes('`plan` refuses'))).toEqual([
    expect.stringMatching(/^ops\/all\.yml:7 This file is not in the draft/),
    expect.stringMatching(/^ops\/flow\.yml:1 This file is not in the draft/),
    expect.stringMatching(
      /^ops\/some\.yml:7 The draft has a copy of this file, monitoring\/own-rules\/ops\/some\.yml, without the rule "DatabaseDown": `plan` refuses it \(query\/never-matches\)/,
    ),
    expect.stringMatching(
      /^ops\/wrong\.yml:8 This file is not in the draft: `plan` refuses it \(query\/syntax\)/,
    ),
  ])
})

const ALERTMANAGER = `global: { smtp_smarthost: "smtp.example.com:587", smtp_from: "alerts@example.com" }
route:
  receiver: team
  routes:
    - { receiver: pager, matchers: ['severity="critical"'] }
    - { receiver: security, match: { team: security } }
receivers:
  - name: team
    slack_configs: [{ api_url: "https://hooks.slack.com/services/T0/B0/secret", channel: "#ops" }]
    email_configs: [{ to: "a@example.com, b@example.com" }]
  - name: pager
    pagerduty_configs: [{ routing_key: abc }]
    opsgenie_configs: [{ api_key: abc }]
  - name: security
    slack_configs: [{ channel: "#sec" }]
inhibit_rules: [{ source_matchers: ['a="b"'] }]
`

test('receivers and routes are taken over where they fit, without their secrets; every other one is named', async () => {
  const { alerts, notes, text } = await drafted({
    'fly.toml': CHAT + METRICS,
    'ops/alertmanager.yml': ALERTMANAGER,
  })
  expect(alerts?.notify).toEqual({
    slack: {},
    email: {
      to: ['a@example.com', 'b@example.com'],
      from: 'alerts@example.com',
      smarthost: 'smtp.example.com:587',
    },
    pagerduty: { severities: ['critical'] },
  })
  expect(text + notes.join()).not.toMatch(/secret\b|\babc\b/)
  expect(notes.map((note) => note.replace(/^\S+ /, '').split('.')[0])).toEqual([
    'Receivers of this Alertmanager are in `alerts',
    'The route to "security" chooses alerts by something else than the severities critical, warning and info',
    'Receiver "pager" has `opsgenie_configs`',
    'This Alertmanager has `inhibit_rules`',
  ])
})

test('nobody else gets a name of Fechatter', async () => {
  const { text } = await drafted({ 'fly.toml': CHAT + METRICS })
  expect(text.replaceAll('fechatter/deploy-monitoring', '')).not.toMatch(/fechatter/i)
  const own = await drafted({ 'fly.toml': CHAT.replace('chat', 'fechatter-demo') })
  expect(own.services.map(({ name }) => name)).toContain('notify_server')
  expect(own.grafana.folder).toBe('Fechatter')
})

test('what promtool and flyctl refuse is said, or left out of the draft', async () => {
  const rules =
    'groups:\n  - name: a\n    rules:\n      - { alert: Deep, expr: up == 0, for: 5m, labels: { severity: warning } }\n'
  const validators = {
    check: async (kind: string, { file }: { file: string }) =>
      kind === 'prometheus'
        ? []
        : [
            {
              code: kind === 'fly' ? 'fly/flyctl' : 'prometheus/promtool',
              severity: 'error' as const,
              at: { file, line: 1, column: 1 },
              message: `${kind} refuses it`,
              hint: '',
            },
          ],
    test: async () => [],
    skipped: () => [],
  }
  const { notes, problems, text } = await draftOf(
    { 'fly.toml': CHAT + METRICS, 'rules/a.yml': rules },
    { validators },
  )
  expect(text).not.toContain('rules/a.yml')
  expect(notes.join()).toContain(
    'rules/a.yml:1 This file is not in the draft: `plan` refuses it (prometheus/promtool)',
  )
  expect(problems.map(({ code, at }) => `${at?.file} ${code}`)).toContain('fly.toml fly/flyctl')
  const refused = problems.find(({ at }) => at?.file === 'rules/a.yml')
  expect(refused?.hint).toBe('When it is corrected, add it to `alerts.rules`.')
})

test('stages with a number are stages of one app', async () => {
  const { apps } = await drafted({
    'relay/fly.toml': 'app = "chat-sync"\nprimary_region = "fra"\n',
    'relay/fly.staging.toml': 'app = "chat-sync-stg"\n',
    'relay/fly.staging-b.toml': 'app = "chat-sync-stg-b"\n',
    'node/fly.toml': 'app = "node-1"\n',
    'node/fly.node-2.toml': 'app = "node-2"\n',
  })
  expect(apps.map(({ app }) => app).toSorted()).toEqual(['chat-sync', 'node-1', 'node-2'])
})

test('the workflow that names a configuration is the one that deploys it', async () => {
  const { text } = await drafted({
    'fly.toml': CHAT,
    '.github/workflows/a.yml': WORKFLOW('make deploy', TOKEN),
    '.github/workflows/b.yml': WORKFLOW('fly deploy', TOKEN),
  })
  expect(text).toContain('.github/workflows/b.yml:8 deploys it already')
})

test('of two configurations of one app, the one that a script deploys, else the one near the root', async () => {
  const files = { 'fly.toml': CHAT, 'apps/api/fly.toml': CHAT }
  const configs = async (more: Files) =>
    (await drafted({ ...files, ...more })).apps.map(({ config }) => config)
  expect(await configs({})).toEqual(['fly.toml'])
  expect(await configs({ 'apps/api/Makefile': 'deploy:\n\tfly deploy\n' })).toEqual(['apps/api/fly.toml'])
  expect(await configs({ 'deploy.sh': 'fly deploy --app chat --config apps/api/fly.toml\n' })).toEqual([
    'apps/api/fly.toml',
  ])
})

test('an image that the team builds itself is an own app', async () => {
  const image = (name: string) => `[build]\nimage = "${name}"\n`
  const { apps } = await drafted({
    'web/fly.toml': CHAT,
    'api/fly.toml': `app = "chat-api"\n${image('registry.fly.io/chat-api')}`,
    'jobs/fly.toml': `app = "chat-jobs"\n${image('ghcr.io/acme/chat-jobs:latest')}`,
    'cache/fly.toml': `app = "chat-cache"\n${image('redis:7')}`,
  })
  expect(apps.map(({ app }) => app)).toEqual(['chat', 'chat-api', 'chat-jobs'])
})

test('a Fly configuration in place of which another one is deployed has no findings', async () => {
  const stops = `${CHAT}auto_stop_machines = true\nmin_machines_running = 0\n${METRICS}`
  const { problems } = await draftOf({ 'fly.toml': stops, 'old/fly.toml': stops })
  const files = problems.filter(({ code }) => code === 'fly/scale-to-zero').map(({ at }) => at?.file)
  expect(files).toEqual(['fly.toml'])
})

test('options of a deploy that only the run knows do not hide which file it deploys', async () => {
  const step = (command: string) => `on: workflow_dispatch
jobs: { deploy: { runs-on: ubuntu-24.04, steps: [{ run: '${command}' }] } }
`
  for (const command of [
    `flyctl deploy --config fly.prod.toml --remote-only $\{{ secrets.DEPLOY_OPTIONS }}`,
    'flyctl deploy $OPTIONS --config fly.prod.toml',
    'flyctl deploy -c ./fly.prod.toml $FOLDER',
  ]) {
    const { apps } = await drafted({
      'fly.prod.toml': CHAT + METRICS,
      '.github/workflows/ship.yml': step(command),
    })
    expect(apps).toMatchObject([{ app: 'chat', deploy: false }])
  }
})

test('text for another program is not a script that deploys', async () => {
  const run = (script: string) => `on: push
jobs:
  look:
    runs-on: ubuntu-24.04
    env: { FLY_API_TOKEN: '\${{ secrets.FLY_API_TOKEN }}' }
    steps:
      - uses: superfly/flyctl-actions/setup-flyctl@1.6
      - run: |
          ${script}
`
  const deploys = async (script: string) =>
    (await drafted({ 'fly.toml': CHAT + METRICS, '.github/workflows/look.yml': run(script) })).apps[0]?.deploy
  expect(await deploys(`fly releases --json | jq -r '.[] | "\\(.Reason // "deploy")"'`)).toBeUndefined()
  expect(await deploys("bash -c 'set -e; ./bin/deploy.sh now'")).toBe(false)
})

test('a deploy that names an app of the draft and no file is no app that is missing', async () => {
  const command = 'flyctl deploy --app chat --image registry.fly.io/chat:old'
  const { notes } = await drafted({
    'services/chat/fly.toml': CHAT + METRICS,
    '.github/workflows/rollback.yml': `on: workflow_dispatch
jobs: { back: { runs-on: ubuntu-24.04, steps: [{ run: '${command} && ${command.replace('chat', 'other')}' }] } }
`,
  })
  expect(notes.filter((note) => note.includes('not in the draft'))).toEqual([
    '.github/workflows/rollback.yml:2 This workflow deploys other with fly.toml, which is not in this repository: its app is not in the draft.',
  ])
})

test('apps that share a Dockerfile above them have the metrics of their own code', async () => {
  const app = (name: string, service = '') =>
    `app = "${name}"\n[build]\ndockerfile = "../Dockerfile.go"\n${service}`
  const GO = 'require github.com/prometheus/client_golang v1.20.0\n'
  const main = (port: number) =>
    `mux.Handle("/metrics", promhttp.Handler())\nhttp.ListenAndServe(":${port}", mux)\n`
  const { services, notes } = await drafted({
    'services/Dockerfile.go': 'FROM golang:1.26\n',
    'services/api/fly.toml': app('api', '[http_service]\ninternal_port = 8090\n'),
    'services/api/go.mod': GO,
    'services/api/main.go': main(8090),
    'services/work/fly.toml': app('work'),
    'services/work/go.mod': GO,
    'services/work/main.go': `const metricsAddr = ":9101"\n${main(9102)}`,
    'services/sink/fly.toml': app('sink'),
    'services/sink/go.mod': GO,
    'services/sink/main.go': main(9103),
  })
  expect(services).toMatchObject([
    { name: 'api', port: 8090 },
    { name: 'sink', port: 9103 },
    { name: 'work', port: 9101 },
  ])
  expect(notes.join('\n')).not.toContain('says where')
})

test('a port that the code sets is not the default of the library', async () => {
  const rust = (code: string) =>
    drafted({
      'fly.toml': CHAT,
      'Cargo.toml': '[dependencies]\nmetrics-exporter-prometheus = "0.16"\n',
      'src/main.rs': code,
    })
  const install = 'PrometheusBuilder::new()\n  .with_http_listener(addr)\n  .install()\n'
  const constant = 'const METRICS_ADDR: ([u8; 4], u16) = ([0, 0, 0, 0], 9100);\n'
  expect((await rust(constant + install)).services).toMatchObject([{ port: 9100 }])
  expect((await rust('PrometheusBuilder::new().install()\n')).services).toMatchObject([{ port: 9000 }])
  const { services, notes } = await rust(install)
  expect(services).toMatchObject([{ port: null }])
  expect(notes.join('\n')).toContain('the port is not a number in src/main.rs:2')
})

test('of images only, those that are deployed from here are of the team', async () => {
  const image = (app: string, name: string) => `app = "${app}"\n[build]\nimage = "${name}"\n`
  const port = '[http_service]\ninternal_port = 3000\n'
  const { apps, services, notes } = await drafted({
    'fly.toml': image('chat-live', 'ghcr.io/acme/chat:latest') + port,
    'package.json': '{ "dependencies": { "prom-client": "^15.1.3" } }\n',
    'app/api/metrics/route.ts': 'export const GET = () => registry.metrics()\n',
    'shipper/fly.toml': image('chat-shipper', 'ghcr.io/superfly/fly-log-shipper:latest'),
    'cache/fly.toml': image('chat-cache', 'docker.io/library/valkey:8'),
    '.github/workflows/deploy.yml':
      'on: push\njobs: { deploy: { runs-on: ubuntu-24.04, steps: [{ run: flyctl deploy --image ghcr.io/acme/chat:1 }] } }\n',
  })
  expect(apps).toMatchObject([
    { app: 'chat-live', deploy: false },
    { app: 'chat-shipper', deploy: false },
  ])
  expect(services).toMatchObject([
    { app: 'chat-live', port: 3000, path: '/api/metrics' },
    // The image of Fly publishes them there.
    { app: 'chat-shipper', port: 9598 },
  ])
  expect(notes.filter((note) => note.includes('runs something else'))).toHaveLength(1)
})

test('of several public apps at one depth, that of fly.toml is the main one', async () => {
  const { monitoring, apps } = await drafted({
    'fly.collab.toml': CHAT.replace('chat', 'chat-collab'),
    'fly.toml': CHAT.replace('chat', 'chat-app'),
  })
  expect(apps.map(({ app }) => app)).toEqual(['chat-app', 'chat-collab'])
  expect(monitoring.app).toBe('chat-monitoring')
})

test('rules of a Prometheus none of whose jobs is taken over have a note', async () => {
  const job = (relabel: string) => `rule_files: [alerts.yml]
scrape_configs:
  - job_name: probes
    metrics_path: /probe
    static_configs: [{ targets: ['https://chat.fly.dev'] }]
${relabel}`
  const probes = `    relabel_configs:
      - { source_labels: [__address__], target_label: __param_target }
      - { target_label: __address__, replacement: 'localhost:9115' }
`
  const RULES = 'groups:\n  - name: g\n    rules: [{ alert: AppDown, expr: probe_success == 0 }]\n'
  const noteOf = async (relabel: string) =>
    (
      await drafted({
        'fly.toml': CHAT + METRICS,
        'monitoring/prometheus.yml': job(relabel),
        'monitoring/alerts.yml': RULES,
      })
    ).notes.filter((note) => note.startsWith('monitoring/alerts.yml'))
  expect(await noteOf(probes)).toEqual([expect.stringContaining('but no job of monitoring/prometheus.yml')])
  expect(await noteOf('')).toEqual([])
})

test('an app whose Dockerfile flyctl would not find is not deployed', async () => {
  const notesOf = async (dockerfile: string, more: Files = {}) =>
    (
      await draftOf({
        'deploy/api/fly.toml': `${CHAT}${METRICS}[build]\ndockerfile = "${dockerfile}"\n`,
        'deploy/api/Dockerfile': 'FROM node:24\n',
        Dockerfile: 'FROM node:24\n',
        ...more,
      })
    ).notes.filter((note) => note.includes('not in this repository'))
  expect(await notesOf('deploy/web/Dockerfile')).toEqual([
    'deploy/api/fly.toml:1 [build] names deploy/web/Dockerfile, which is not in this repository: a deploy of chat fails. So the draft only monitors it (`deploy: false`).',
  ])
  for (const path of ['Dockerfile', '../../Dockerfile', 'https://example.com/Dockerfile'])
    expect(await notesOf(path)).toEqual([])
  // What another workflow deploys is its own matter: it may be started with another file.
  const workflow = `on: push
jobs: { d: { runs-on: ubuntu-24.04, steps: [{ run: flyctl deploy -c deploy/api/fly.toml }] } }
`
  expect(await notesOf('deploy/web/Dockerfile', { '.github/workflows/d.yml': workflow })).toEqual([])
})

test('a Dockerfile that is written from the root of the repository is the one that is meant', async () => {
  const { apps, problems } = await draftOf({
    'deploy/api/fly.toml': `${CHAT}${METRICS}[build]\ndockerfile = "docker/Dockerfile.api"\n`,
    'docker/Dockerfile.api': 'FROM node:24\nCOPY package.json .\n',
    'package.json': '{}',
  }).then(({ text, problems }) => ({ ...(parse(text) as { apps: unknown[] }), problems }))
  expect(apps).toMatchObject([{ app: 'chat', context: '.', dockerfile: 'docker/Dockerfile.api' }])
  expect(problems.filter(({ code }) => code === 'fly/no-dockerfile')).toEqual([])
})

test.each([
  ['that nothing names', '', 'apps/api/Dockerfile'],
  ['that [build] without a value does not name', '[build]\n', 'apps/api/Dockerfile'],
  ['that [build] names', '[build]\ndockerfile = "Dockerfile"\n', undefined],
])('with another folder to build, a Dockerfile %s', async (_, build, dockerfile) => {
  const { text } = await draftOf({
    'apps/api/fly.toml': `${CHAT}${METRICS}${build}`,
    'apps/api/Dockerfile': 'FROM node:24\nCOPY pnpm-workspace.yaml .\nCOPY apps/api apps/api\n',
    'apps/api/package.json': '{}',
    'pnpm-workspace.yaml': '',
    'package.json': '{}',
  })
  expect((parse(text) as { apps: unknown[] }).apps).toEqual([
    { app: 'chat', config: 'apps/api/fly.toml', context: '.', ...(dockerfile && { dockerfile }) },
  ])
})

test('a worker without a service has its metrics where the server with the route listens', async () => {
  const worker = (file: string, code: string, manifest: Files) =>
    drafted({ 'fly.toml': 'app = "chat"\nprimary_region = "fra"\n', [file]: code, ...manifest })
  const go = { 'go.mod': 'require github.com/prometheus/client_golang v1.20.0\n' }
  const node = { 'package.json': '{ "dependencies": { "prom-client": "^15.1.3" } }\n' }
  const route = 'mux.Handle("/metrics", promhttp.Handler())\n'
  for (const { services } of [
    await worker('main.go', `${route}http.ListenAndServe(":9103", mux)\n`, go),
    await worker('main.go', `${route}server := &http.Server{Addr: "[::]:9103", Handler: mux}\n`, go),
    await worker('index.js', "app.get('/metrics', metrics)\napp.listen(9103)\n", node),
  ])
    expect(services).toMatchObject([{ app: 'chat', port: 9103 }])
  const elsewhere = await worker('main.go', route, { ...go, 'api.go': 'http.ListenAndServe(":8080", api)\n' })
  expect(elsewhere.services).toMatchObject([{ port: null }])
})

test('a published service of either kind makes an app a main one', async () => {
  const web = `app = "web"\n[[services]]\ninternal_port = 4000\n[[services.ports]]\nport = 443\nhandlers = ["tls", "http"]\n`
  const { apps } = await drafted({
    'apps/api/fly.toml': web,
    'apps/images/fly.toml': CHAT + METRICS,
    'apps/agent/fly.toml': 'app = "agent"\n[[services]]\ninternal_port = 4000\n',
  })
  expect(apps.map(({ app }) => app)).toEqual(['web', 'chat', 'agent'])
})
