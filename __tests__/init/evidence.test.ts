// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions are spelled so
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { draftOf, type Files } from '../support/init-draft.ts'

/** Where metrics are, when several files say something about it. */

interface Draft {
  apps: Record<string, unknown>[]
  services: Record<string, unknown>[]
}

async function drafted(files: Files) {
  const { text, notes } = await draftOf(files)
  return { ...(parse(text) as Draft), text, notes: notes.join('\n') }
}

const PYTHON = '[project]\ndependencies = ["prometheus-client>=0.21", "fastapi"]\n'
const ROUTE =
  'from prometheus_client import generate_latest\n@router.get("/metrics")\ndef page():\n  return generate_latest()\n'
const LISTENER = 'start_http_server(settings.worker_metrics_port)\n'
const SETTINGS = 'class Settings:\n  worker_metrics_port: int = 9107\n'
const CODE = {
  'backend/pyproject.toml': PYTHON,
  'backend/shop/routes.py': ROUTE,
  'backend/shop/app.py': 'from shop.routes import router\n\napp.include_router(router)\n',
  'backend/shop/worker/main.py': LISTENER,
  'backend/shop/config.py': SETTINGS,
  'backend/Dockerfile': 'FROM python:3.13\nCMD ["uvicorn", "shop.app:app"]\n',
}
const built = (app: string, more: string) =>
  `app = "${app}"\nprimary_region = "fra"\n[build]\ndockerfile = "backend/Dockerfile"\n${more}`
const WEB = '[http_service]\ninternal_port = 8000\n'

test('the port that a worker listens on is that of the worker, and the route is on the port of the app', async () => {
  const { services, notes } = await drafted({
    ...CODE,
    'fly.toml': built('shop', WEB),
    'fly.worker.toml': built('shop-worker', '[processes]\nworker = "python -m shop.worker.main"\n'),
    'fly.mail.toml': built('shop-mail', '[processes]\nmail = "python -m shop.mail.main"\n'),
  })
  expect(services).toEqual([
    { name: 'shop', app: 'shop', port: 8000 },
    { name: 'shop-worker', app: 'shop-worker', port: 9107 },
  ])
  expect(notes).toContain('shop-mail starts shop.mail.main, which is not in this repository')
})

test('process groups of one app have the endpoints of what they start', async () => {
  const processes = '[processes]\nweb = "uvicorn shop.app:app"\nwork = "python backend/shop/worker/main.py"\n'
  const { services } = await drafted({
    ...CODE,
    'fly.toml': built('shop', `${processes}${WEB}processes = ["web"]\n`),
  })
  expect(services).toEqual([
    { name: 'web', app: 'shop', port: 8000, process: 'web' },
    { name: 'work', app: 'shop', port: 9107, process: 'work' },
  ])
})

/** A web server with a route, and a file of tasks for Celery. */
const TASKS: Files = {
  'requirements.txt': 'fastapi\ncelery\nprometheus-client\n',
  'shop/app.py':
    'from shop.pages import page\napp = FastAPI()\n\n@app.get("/metrics")\ndef metrics():\n    return page()\n',
  'shop/pages.py':
    'def page():\n    return Response(generate_latest())\n\n\ndef serve(port: int = 9200):\n    if port:\n        start_http_server(port)\n',
}
const PROGRAMS =
  '[processes]\nweb = "uvicorn shop.app:app"\nwork = "celery -A shop.tasks:tasks worker -c 2"\ntime = "celery -A shop.tasks:tasks beat"\n'
const OF_WEB = `${WEB}processes = ["web"]\n[metrics]\nport = 8000\nprocesses = ["web"]\n`

test.each<[string, string, object[]]>([
  [
    'of two signals, with the port of a variable',
    'def start():\n    serve(int(os.environ.get("METRICS_PORT", "9300")))\n\n@worker_init.connect\ndef on_worker(**_):\n    start()\n\n@signals.beat_init.connect(weak=False)\ndef on_beat(**_):\n    start()\n',
    [
      { name: 'work', port: 9300, process: 'work' },
      { name: 'time', port: 9300, process: 'time' },
    ],
  ],
  [
    'of one signal, with the port of the function',
    'def start(**_):\n    serve()\n\nworker_ready.connect(start)\n',
    [{ name: 'work', port: 9200, process: 'work' }],
  ],
  ['of a signal for something else', '@worker_init.connect\ndef on_worker(**_):\n    warm_up()\n', []],
  ['of no signal', 'def start():\n    serve()\n', []],
])(
  'a process group has the metrics that it starts to publish at a signal: %s',
  async (_, tasks, expected) => {
    const { services } = await drafted({
      ...TASKS,
      'shop/tasks.py': `from shop.pages import serve\ntasks = Celery("shop")\n\n${tasks}`,
      'fly.toml': `app = "shop"\nprimary_region = "fra"\n${PROGRAMS}${OF_WEB}`,
    })
    expect(services).toEqual([
      { name: 'web', app: 'shop', port: 8000, process: 'web' },
      ...expected.map((one) => ({ app: 'shop', ...one })),
    ])
  },
)

test('a port that only a variable of Docker Compose sets is not that of the app on Fly', async () => {
  const files = (env: string, code: Files = {}) => ({
    'fly.toml': `app = "chat"\nprimary_region = "fra"\n${env}[http_service]\ninternal_port = 8080\n`,
    'compose.yaml': 'services:\n  api:\n    build: .\n    environment:\n      ADMIN_PORT: 8086\n',
    'ops/prometheus.yml':
      'scrape_configs:\n  - job_name: chat\n    static_configs: [{ targets: ["api:8086"] }]\n',
    ...code,
  })
  const code = {
    'go.mod': 'require github.com/prometheus/client_golang v1.23.0\n',
    'main.go': 'mux.Handle("/metrics", promhttp.Handler())\nport := os.Getenv("ADMIN_PORT")\n',
  }
  const fromCode = await drafted(files('', code))
  expect(fromCode.services).toMatchObject([{ name: 'chat', port: 8080 }])
  expect(fromCode.notes).toContain(
    'compose.yaml:5 The port 8086 is set by ADMIN_PORT here, which fly.toml does not have.',
  )
  const alone = await drafted(files(''))
  expect(alone.services).toMatchObject([{ name: 'chat', port: 8086 }])
  expect(alone.notes).toContain('The port 8086 is set by ADMIN_PORT here')
  const set = await drafted(files('[env]\nADMIN_PORT = "9999"\n', code))
  expect(set.services).toMatchObject([{ name: 'chat', port: 9999 }])
  expect(set.notes).not.toContain('ADMIN_PORT')
})

test('a job that asks with parameters is left where it is: without them the answer is another one', async () => {
  const prometheus = `global:
  scrape_interval: 15s
  scrape_timeout: 10s
scrape_configs:
  - job_name: vault
    metrics_path: /v1/sys/metrics
    params: { format: [prometheus] }
    static_configs: [{ targets: ["vault.internal:8200"] }]
`
  const { services, notes } = await drafted({
    'fly.toml': 'app = "vault"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8200\n',
    'prometheus.yml': prometheus,
  })
  expect(services).toMatchObject([{ port: null }])
  expect(notes).toContain(
    'Job "vault" is not taken over: a service does not have `params`, and needs `format`',
  )
  // The limit that a scrape has here as well is no loss.
  expect(notes).not.toContain('scrape_timeout')
})

test('an app is deployed by the workflow that names its configuration, not by a script that may deploy any', async () => {
  const workflow = (on: string, run: string) =>
    `on: ${on}\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    env: { FLY_API_TOKEN: x }\n    steps:\n` +
    `      - uses: superfly/flyctl-actions/setup-flyctl@1.5\n      - run: ${run}\n`
  const app = (name: string) =>
    `app = "${name}"\nprimary_region = "fra"\n[http_service]\ninternal_port = 80\n`
  const { apps, notes } = await drafted({
    'fly.production.toml': app('shop-production'),
    'queue/fly.staging.toml': app('queue-staging'),
    '.github/workflows/production.yml': workflow('push', 'make deploy ENV=production'),
    '.github/workflows/queue.yml': workflow(
      'workflow_dispatch',
      'flyctl deploy -c queue/fly.${{ inputs.stage }}.toml -a queue-${{ inputs.stage }}',
    ),
  })
  expect(apps).toMatchObject([
    { app: 'shop-production', deploy: false },
    { app: 'queue-staging', deploy: false },
  ])
  expect(notes).toContain('queue.yml:8 This workflow may deploy queue-staging: only a run knows')
  expect(notes).toContain('production.yml:8 This workflow may deploy shop-production: only a run knows')
})

const LIVE = 'app = "chat"\nprimary_region = "fra"\n[http_service]\ninternal_port = 3000\n'
const NODE = '{ "dependencies": { "prom-client": "^15.1.3" } }\n'

test.each([
  ['the controller', `@Controller('metrics')\nclass A {\n  @Get()\n`, '', undefined],
  ['a route of a controller', `@Controller('admin')\nclass A {\n  @Get('metrics')\n`, '', '/admin/metrics'],
  [
    'the global prefix',
    `@Controller('metrics')\nclass A {\n  @Get()\n`,
    `app.setGlobalPrefix('api')`,
    '/api/metrics',
  ],
  [
    'its exceptions',
    `@Controller('metrics')\nclass A {\n  @Get()\n`,
    `app.setGlobalPrefix('api', { exclude: ['metrics'] })`,
    undefined,
  ],
  ['a module', 'PrometheusModule.register()', `app.setGlobalPrefix('/v1/')`, '/v1/metrics'],
])('a route of NestJS: %s', async (_, controller, main, path) => {
  const { services } = await drafted({
    'fly.toml': LIVE,
    'package.json': NODE,
    'src/metrics/metrics.controller.ts': `${controller}\n// metrics\n`,
    'src/main.ts': `${main}\n`,
  })
  expect(services).toEqual([{ name: 'chat', app: 'chat', port: 3000, ...(path !== undefined && { path }) }])
})

test('a path without a slash is one in a call that registers a route', async () => {
  const { services } = await drafted({
    'fly.toml': LIVE,
    'requirements.txt': 'prometheus-client==0.21\n',
    'shop/urls.py': 'urlpatterns = [path("internal/metrics/", metrics_view)]\n',
  })
  expect(services).toMatchObject([{ port: 3000, path: '/internal/metrics/' }])
})

test('a route that asks for credentials has a note', async () => {
  const routed = (route: string) =>
    drafted({ 'fly.toml': LIVE, 'package.json': NODE, 'src/app.js': `${route}\n` }).then(({ notes }) => notes)
  const guarded = "app.get('/metrics', requireAuth, adminOnly, async (req, res) => {"
  expect(await routed(guarded)).toContain('src/app.js:1 /metrics has "requireAuth" in front of it')
  expect(await routed("app.get('/metrics', handler) // no auth")).not.toContain('in front of it')
  expect(await routed("app.get('/metrics', withAuthor('auth'))")).not.toContain('in front of it')
  const matched = 'auth.requestMatchers("/metrics",'
  expect(await routed(`${matched}\n  "/x").hasRole(ADMIN)`)).toContain(
    '/metrics has "hasRole" in front of it',
  )
  expect(await routed(`${matched}\n  "/x").permitAll()`)).not.toContain('in front of it')
})

test('a Fly configuration that is not valid TOML is said to be that', async () => {
  const files = {
    'fly.crm.toml': 'app = "crm"\n[mounts]\nsource = "a"\n[mounts]\nsource = "b"\n',
    '.github/workflows/crm.yml':
      'on: push\njobs:\n  a:\n    steps:\n      - run: flyctl deploy -c fly.crm.toml\n',
  }
  const { notes } = await drafted({ ...files, 'fly.toml': LIVE })
  expect(notes).toContain('fly.crm.toml:4 fly.crm.toml is not valid TOML')
  expect(notes).not.toContain('which is not in this repository')
  await expect(draftOf(files)).rejects.toThrow(
    'No app on Fly was found here (fly.crm.toml:4 is not valid TOML)',
  )
})

test('a mail server on the machine of the old Alertmanager is not one on Fly', async () => {
  const mail = (smarthost: string) =>
    drafted({
      'fly.toml': LIVE,
      'alertmanager.yml': `global: { smtp_smarthost: "${smarthost}", smtp_from: a@shop.dev }
route: { receiver: people }
receivers:
  - name: people
    email_configs: [{ to: b@shop.dev }]
`,
    })
  const near = await mail('localhost:587')
  expect(near).not.toHaveProperty('alerts')
  expect(near.notes).toContain('Receiver "people" sends e-mail through localhost:587')
  expect(await mail('smtp.shop.dev:587')).toHaveProperty('alerts.notify.email.smarthost', 'smtp.shop.dev:587')
})

test('a target with a default value is what it is without the variable, and messages name its job', async () => {
  const { notes } = await drafted({
    'fly.toml': LIVE,
    'prometheus.yml': `scrape_configs:
  - job_name: prometheus
    static_configs: [{ targets: ["\${PROM_HOST:-prometheus}:\${PROM_PORT:-9090}"] }]
  - job_name: nodes
    static_configs: [{ targets: ["\${NODES:-exporter}:9100"] }]
`,
  })
  expect(notes).not.toContain('PROM_HOST')
  expect(notes).toContain('of job "nodes" is not an app')
})

test('a data store with a configuration of its own is left alone, unless it is deployed from here', async () => {
  const store = 'app = "chat-db"\nprimary_region = "fra"\n[build]\ndockerfile = "Dockerfile"\n'
  const files = {
    'fly.toml': LIVE,
    'db/fly.toml': store,
    'spare/fly.toml': store.replace('"Dockerfile"', '"../db/Dockerfile"'),
    'db/Dockerfile': 'FROM postgres:17-alpine\nCOPY init.sql /docker-entrypoint-initdb.d/\n',
  }
  const alone = await drafted(files)
  expect(alone.apps.map(({ app }) => app)).toEqual(['chat'])
  for (const file of ['db/fly.toml', 'spare/fly.toml'])
    expect(alone.notes).toContain(`${file} runs something else (postgres:17-alpine)`)
  expect(alone.notes).not.toContain('another configuration')
  const workflow = 'on: push\njobs:\n  a:\n    steps:\n      - run: flyctl deploy -c db/fly.toml\n'
  const { apps } = await drafted({ ...files, '.github/workflows/db.yml': workflow })
  expect(apps).toMatchObject([{ app: 'chat' }, { app: 'chat-db', deploy: false }])
})

test('the app with the empty service is the one whose port has to be filled in', async () => {
  const { problems } = await draftOf({
    'fly.toml': LIVE,
    'package.json': NODE,
    'bot/fly.toml': 'app = "bot"\nprimary_region = "fra"\n',
  })
  const hints = problems.filter(({ message }) => /says where bot/.test(message)).map(({ hint }) => hint)
  expect(hints).toEqual(['If it has some, add a service for it.'])
})

test('a workflow that others run deploys what they pass to it', async () => {
  const stage = (name: string) =>
    `app = "shop-${name}"\nprimary_region = "fra"\n[http_service]\ninternal_port = 80\n`
  const call = (on: string, name: string) =>
    `on: ${on}\njobs:\n  go:\n    uses: ./.github/workflows/fly.yml\n    with: { app: shop-${name}, file: web/fly.${name}.toml }\n    secrets: inherit\n`
  const { apps, notes } = await drafted({
    'web/fly.production.toml': stage('production'),
    'web/fly.staging.toml': stage('staging'),
    '.github/workflows/fly.yml': `on:
  workflow_call:
    inputs:
      app: { type: string }
      file: { type: string }
      folder: { type: string, default: . }
jobs:
  deploy:
    steps:
      - run: flyctl deploy \${{ inputs.folder }} --app "\${{ inputs.app }}" --config "\${{ inputs.file }}"
`,
    '.github/workflows/production.yml': call('release', 'production'),
    '.github/workflows/staging.yml': call('push', 'staging'),
  })
  expect(apps).toMatchObject([{ app: 'shop-production', deploy: false }])
  expect(notes).toContain('.github/workflows/production.yml:4 This workflow deploys shop-production already')
})

test.each([
  ['folder: apps/web', 'apps/web/fly.toml'],
  ["folder: ''", 'fly.toml'],
])('what takes the place of an empty input: %s', async (given, file) => {
  const { apps } = await drafted({
    [file]: LIVE,
    '.github/workflows/fly.yml': `on:
  workflow_call: { inputs: { folder: { type: string } } }
jobs:
  deploy:
    steps:
      - run: flyctl deploy
        working-directory: \${{ inputs.folder || github.workspace }}
`,
    '.github/workflows/a.yml': `on: push\njobs:\n  go:\n    uses: ./.github/workflows/fly.yml\n    with: { ${given} }\n`,
  })
  expect(apps).toMatchObject([{ app: 'chat', deploy: false }])
})

test('a schema that is deployed is no app', async () => {
  const workflow = (run: string) =>
    `on: push\njobs:\n  a:\n    env: { FLY_API_TOKEN: x }\n    steps:\n      - uses: superfly/flyctl-actions/setup-flyctl@1.5\n      - run: ${run}\n`
  const isDeployed = async (run: string) =>
    (await drafted({ 'fly.toml': LIVE, '.github/workflows/a.yml': workflow(run) })).apps[0]?.deploy === false
  expect(await isDeployed('npx nx run-many -t prisma-deploy')).toBe(false)
  expect(await isDeployed('npm run db:deploy')).toBe(false)
  expect(await isDeployed('npx nx run-many -t web-deploy')).toBe(true)
})

test('the port that a container publishes is the port of the app there, and Fly has its own', async () => {
  const { services } = await drafted({
    'fly.toml': LIVE,
    'compose.yml': 'services:\n  chat:\n    build: .\n    ports: ["8751:8000"]\n    expose: [8000]\n',
    'prometheus.yml':
      'scrape_configs:\n  - job_name: chats\n    scheme: https\n    static_configs: [{ targets: ["chat:8000"], labels: { env: local, team: a } }]\n',
  })
  expect(services).toEqual([{ name: 'chats', app: 'chat', port: 3000, labels: { team: 'a' } }])
})

test.each<[string, Files, number, string | undefined]>([
  [
    'a variable of the image',
    { Dockerfile: 'FROM node\nCOPY . .\nENV API_PORT=8000\nCMD ["node", "main.js"]\n' },
    8000,
    'Dockerfile:3',
  ],
  [
    'a variable of an earlier stage',
    { Dockerfile: 'FROM node AS base\nENV API_PORT=8000\nFROM base\nCOPY . .\nCMD ["node", "main.js"]\n' },
    8000,
    'Dockerfile:2',
  ],
  ['the default in the code', { 'main.js': 'app.listen(process.env.API_PORT || 8000)\n' }, 8000, 'main.js:1'],
  [
    'the command',
    { Dockerfile: 'FROM python\nCOPY . .\nCMD ["uvicorn", "main:app", "--port", "8000"]\n' },
    8000,
    'fly.toml:1',
  ],
  [
    'a variable of the machines that replaces it',
    {
      'fly.toml': `${LIVE}[env]\nAPI_PORT = "3000"\n`,
      Dockerfile: 'FROM node\nCOPY . .\nENV API_PORT=8000\nCMD ["node", "main.js"]\n',
    },
    3000,
    undefined,
  ],
  [
    'a variable of the machines that the code reads as well',
    {
      'fly.toml': `${LIVE}[env]\nPORT = "3000"\n`,
      'main.js': 'app.listen(process.env.PORT || process.env.API_PORT || 8000)\n',
    },
    3000,
    undefined,
  ],
  [
    'a variable that no code reads',
    { Dockerfile: 'FROM node\nCOPY . .\nENV WEB_PORT=8000\nCMD ["node", "main.js"]\n' },
    3000,
    undefined,
  ],
])(
  'the port of a container is that of the app on Fly where both have it from %s',
  async (_, files, port, place) => {
    const { services, notes } = await drafted({
      'fly.toml': LIVE,
      'routes.js': 'app.get("/metrics", async (q, res) => res.end(await register.metrics()))\n',
      'package.json': '{ "dependencies": { "prom-client": "15" } }\n',
      'main.js': 'app.listen(process.env.API_PORT)\n',
      'compose.yml':
        'services:\n  chat:\n    build: .\n    ports: ["8751:8000"]\n    environment:\n      API_PORT: 8000\n',
      'prometheus.yml':
        'scrape_configs:\n  - job_name: chat\n    static_configs: [{ targets: ["chat:8000"] }]\n',
      ...files,
    })
    expect(services).toMatchObject([{ name: 'chat', port }])
    const note = 'but its service in fly.toml has port 3000. The draft has 8000.'
    if (place === undefined) expect(notes).not.toContain(note)
    else expect(notes).toMatch(new RegExp(`^${place} The app listens on port 8000 here .*${note}$`, 'm'))
  },
)

test('an endpoint of the Fly configuration is scraped as the job does it that scrapes it today', async () => {
  const files = (port: number) => ({
    'fly.toml': `${LIVE}[metrics]\nport = 3000\npath = "/metrics"\n`,
    'prometheus.yml': `scrape_configs:
  - job_name: chats
    authorization: { credentials_file: /run/token }
    static_configs: [{ targets: ["chat:${port}"] }]
`,
  })
  const same = await drafted(files(3000))
  expect(same.services).toEqual([
    { name: 'chats', app: 'chat', port: 3000, authorization: { credentials_env: 'CHATS_METRICS_TOKEN' } },
  ])
  expect(same.notes).toContain('the draft names the variable CHATS_METRICS_TOKEN')
  const other = await drafted(files(4000))
  expect(other.services).toEqual([{ name: 'chat', app: 'chat', port: 3000 }])
  expect(other.notes).toContain('"chat:4000" is taken for app chat')
  expect(other.notes).not.toContain('CHATS_METRICS_TOKEN')
})

test('the process group that flyctl calls app has the name of its app', async () => {
  const { services } = await drafted({
    'fly.toml': `${LIVE}[processes]\napp = "web"\nwork = "work"\n[metrics]\nport = 9100\nprocesses = ["app"]\n`,
  })
  expect(services).toEqual([{ name: 'chat', app: 'chat', port: 9100, process: 'app' }])
})

test('a configuration that only the run knows may be any; an app that a workflow names beside it has a note', async () => {
  const workflow = (run: string) => `on: push\njobs:\n  a:\n    steps:\n      - run: ${run}\n`
  const some = await drafted({
    'api/fly.prod.toml': LIVE,
    '.github/workflows/a.yml': workflow('flyctl deploy --config "$FLY_CONFIG" --app "$FLY_APP"'),
  })
  expect(some.apps).toMatchObject([{ app: 'chat', deploy: false }])
  const { apps, notes } = await drafted({
    'fly.toml': LIVE,
    '.github/workflows/a.yml': workflow('flyctl deploy --app chat-production'),
  })
  expect(apps).toEqual([{ app: 'chat', config: 'fly.toml', deploy: false }])
  expect(notes).toContain('a.yml:5 This workflow deploys chat-production with fly.toml as well')
})

test('an image that a Dockerfile only configures is a program of somebody else', async () => {
  const built = async (dockerfile: string) =>
    (
      await drafted({
        'fly.toml': LIVE,
        'side/fly.toml': 'app = "side"\nprimary_region = "fra"\n',
        'side/Dockerfile': dockerfile,
      })
    ).apps.map(({ app }) => app)
  expect(await built('FROM ghcr.io/permify/permify:v1.6.2\nCOPY schema.yaml /etc/\n')).toEqual(['chat'])
  expect(await built('FROM nginx:alpine\nCOPY nginx.conf /etc/nginx/\n')).toEqual(['chat', 'side'])
  expect(await built('FROM node:24\nCOPY . .\n')).toEqual(['chat', 'side'])
  expect(await built('FROM ghcr.io/acme/side:v1\nCOPY app.yml /etc/\n')).toEqual(['chat', 'side'])
})

test('the evidence is the line that registers the route', async () => {
  const { text } = await draftOf({
    'fly.toml': LIVE,
    'package.json': NODE,
    'src/banner.js': "const banner = {\n  metrics: '/metrics',\n}\n",
    'src/server.js': "app.get('/metrics', page)\n",
  })
  expect(text).toContain('src/server.js:1 has /metrics')
})

test('a comment in a script deploys nothing, and neither does the value of an option', async () => {
  const workflow = (run: string) =>
    `on: push\njobs:\n  a:\n    env: { FLY_API_TOKEN: x }\n    steps:\n      - uses: superfly/flyctl-actions/setup-flyctl@1.5\n      - run: |\n          ${run}\n`
  const { apps, notes } = await drafted({
    'fly.toml': LIVE,
    '.github/workflows/a.yml': workflow(
      '# flyctl deploy already waits\n          python capture.py --phase post_deploy',
    ),
  })
  expect(apps).toEqual([{ app: 'chat', config: 'fly.toml' }])
  expect(notes).not.toContain('deploys')
})

test('a deploy that names an app is one of that app, also where its file is not', async () => {
  const { apps } = await drafted({
    'services/mod/fly.toml': LIVE,
    '.github/workflows/a.yml':
      'on: push\njobs:\n  a:\n    steps:\n      - run: flyctl deploy --config services/mod/fly.toml -a chat\n        working-directory: services/mod\n',
  })
  expect(apps).toMatchObject([{ app: 'chat', deploy: false }])
})

test('of several configurations of one app, the one that is deployed, whatever its folder is called', async () => {
  const { apps } = await drafted({
    'infra/prod/fly.toml': LIVE,
    'fly.toml': LIVE,
    '.github/workflows/a.yml': 'on: push\njobs:\n  a:\n    steps:\n      - run: flyctl deploy\n',
  })
  expect(apps).toMatchObject([{ app: 'chat', config: 'fly.toml', deploy: false }])
})

test('services of a job for several apps have the names of their apps', async () => {
  const app = (name: string) =>
    `app = "${name}"\nprimary_region = "fra"\n[http_service]\ninternal_port = 80\n`
  const { services } = await drafted({
    'a/fly.toml': app('shop-a'),
    'b/fly.toml': app('shop-b'),
    'prometheus.yml':
      'scrape_configs:\n  - job_name: all\n    static_configs: [{ targets: ["a:80", "b:80"] }]\n',
  })
  expect(services).toEqual([
    { name: 'shop-a', app: 'shop-a', port: 80 },
    { name: 'shop-b', app: 'shop-b', port: 80 },
  ])
})

test('a Prometheus in the folder of an app is for that app', async () => {
  const app = (name: string) =>
    `app = "${name}"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8000\n`
  const { services } = await drafted({
    'fly.toml': app('shop-api'),
    'services/watch/fly.toml': app('shop-watch'),
    'services/watch/dev/prometheus.yml':
      'scrape_configs:\n  - job_name: watch\n    static_configs: [{ targets: ["api:8000"] }]\n',
  })
  expect(services).toEqual([{ name: 'watch', app: 'shop-watch', port: 8000 }])
})

test('a route that answers with JSON is not the one of the metrics', async () => {
  const { services } = await drafted({
    'fly.toml': LIVE,
    'package.json': NODE,
    'src/server.js':
      "app.get('/metrics', (req, res) => {\n  res.json(all())\n})\n\napp.get('/metrics/prometheus', page)\n",
    'src/limits.js': "const OPEN = ['/health', '/metrics']\n",
  })
  expect(services).toMatchObject([{ port: 3000, path: '/metrics/prometheus' }])
})

test('a name that somebody is to replace is no app', async () => {
  const { apps, notes } = await drafted({
    'fly.toml': LIVE.replace('chat', 'your-app-name-backend'),
    'fly.staging.toml': LIVE.replace('chat', 'shop-staging'),
  })
  expect(apps).toMatchObject([{ app: 'shop-staging' }])
  expect(notes).toContain('fly.toml is left out: the app name "your-app-name-backend"')
})

test('an image with the name of its app is an own one; tools of a data store are no data store', async () => {
  const { apps } = await drafted({
    'fly.toml': LIVE,
    'contracts/fly.toml': 'app = "contracts"\nprimary_region = "fra"\n[build]\nimage = "contracts:latest"\n',
    'backup/fly.toml': 'app = "backup"\nprimary_region = "fra"\n',
    'backup/Dockerfile': 'FROM postgres:17\nRUN apk add curl\nCOPY backup.sh /\nCMD ["/backup.sh"]\n',
  })
  expect(apps.map(({ app }) => app)).toEqual(['chat', 'backup', 'contracts'])
})

test('of the apps from one folder, the one whose command starts the file that answers with the metrics has them', async () => {
  const { services } = await drafted({
    'fly.toml': `${LIVE}[build]\ndockerfile = "docker/Dockerfile.web"\n`,
    'fly.orders.toml': `app = "chat-orders"\n[build]\ndockerfile = "docker/Dockerfile.orders"\n[[services]]\ninternal_port = 8080\n`,
    'docker/Dockerfile.web': 'FROM node:22\nCOPY . .\nCMD ["node", "server.js"]\n',
    'docker/Dockerfile.orders': 'FROM python:3.13\nCOPY . .\nCMD ["python", "-m", "shop.orders"]\n',
    'requirements.txt': 'prometheus-client\nfastapi\n',
    'src/shop/orders.py':
      '@app.get("/metrics")\ndef page():\n    return Response(generate_latest(registry))\n\nserver = Server(Config(app=app, host="::", port=8080))\n',
    'src/shop/settings.py': 'class Settings:\n    prometheus_port: int = Field(9090, gt=0)\n',
  })
  expect(services).toMatchObject([{ app: 'chat-orders', port: 8080 }])
})

test('a name with a part that somebody is to replace is no app', async () => {
  const { apps } = await drafted({
    'fly.toml': LIVE,
    'cookbook/fly.toml': LIVE.replace('chat', 'run-your-handle'),
  })
  expect(apps).toMatchObject([{ app: 'chat' }])
})

test('a package of the repository brings its library along, where the code answers with its metrics', async () => {
  const { services } = await drafted({
    'fly.api.toml': `${LIVE}[build]\ndockerfile = "apps/api/Dockerfile"\n`,
    'apps/api/Dockerfile': 'FROM node:22\nCOPY . .\nCMD ["node", "server.js"]\n',
    'apps/api/package.json': '{\n  "dependencies": {\n    "@chat/watch": "workspace:*"\n  }\n}\n',
    'apps/api/src/page.ts':
      'export const page = (app) => app.get(\n  "/metrics",\n  async (_, reply) => reply.send(await registry.metrics()),\n)\n',
    'packages/watch/package.json':
      '{\n  "name": "@chat/watch",\n  "dependencies": {\n    "prom-client": "^15.1.3"\n  }\n}\n',
  })
  expect(services).toMatchObject([{ app: 'chat', port: 3000 }])
})

test('an app whose Dockerfile is not here does not get the endpoint of the code around it', async () => {
  const { services } = await drafted({
    'deploy/fly.toml': `${LIVE}[metrics]\nport = 3000\npath = "/metrics"\n`,
    'deploy/fly-boards.toml':
      'app = "chat-boards"\n[build]\ndockerfile = "boards/Dockerfile"\n[http_service]\ninternal_port = 3001\n',
    'package.json': NODE,
    'src/server.js': "app.get('/metrics', async (req, res) => res.end(await register.metrics()))\n",
  })
  expect(services).toMatchObject([{ app: 'chat', port: 3000 }])
})

test('a graph database with a start script of its own is left alone', async () => {
  const { apps } = await drafted({
    'fly.toml': LIVE,
    'graph/fly.toml':
      'app = "chat-graph"\n[build]\ndockerfile = "Dockerfile"\n[[services]]\ninternal_port = 6379\nprotocol = "tcp"\n',
    'graph/Dockerfile': 'FROM falkordb/falkordb:v4\nCOPY start.sh /start.sh\nENTRYPOINT ["/start.sh"]\n',
  })
  expect(apps).toMatchObject([{ app: 'chat' }])
})

test('a Grafana and a Prometheus are known by their Dockerfile, also by a path that flyctl does not find', async () => {
  const app = (name: string, dockerfile: string) =>
    `app = "${name}"\nprimary_region = "fra"\n[build]\ndockerfile = "${dockerfile}"\n[http_service]\ninternal_port = 3000\n`
  const { apps, notes } = await drafted({
    'deploy/fly.toml': LIVE,
    'deploy/fly-grafana.toml': app('chat-grafana', 'ops/grafana/Dockerfile'),
    'ops/grafana/Dockerfile': 'FROM grafana/grafana:11.1.0\nCOPY provisioning /etc/grafana/provisioning\n',
    'deploy/fly-prom.toml': app('chat-prom', 'ops/Dockerfile'),
    'ops/Dockerfile': 'FROM prom/prometheus:v3.5.0\nCOPY prometheus.yml /etc/prometheus/\n',
  })
  expect(apps.map(({ app }) => app)).toEqual(['chat'])
  expect(notes).toContain('deploy/fly-grafana.toml runs something else (grafana/grafana:11.1.0)')
  expect(notes).toContain('chat-prom runs Prometheus already')
})

test.each([
  'PIN_ME',
  'registry.fly.io/APP:deployment-XXXX',
  '${IMAGE}',
  'ghcr.io/your-org/prover:1',
  'acme.dev/prover:sha-SHORT_SHA',
])('the image %s is a placeholder, not a program of somebody else', async (image) => {
  const { apps, notes } = await drafted({
    'fly.toml': LIVE,
    'prover/fly.toml': `app = "chat-prover"\nprimary_region = "fra"\n[build]\nimage = "${image}"\n`,
  })
  expect(apps.map(({ app }) => app)).toEqual(['chat', 'chat-prover'])
  expect(notes).toContain(
    `prover/fly.toml:4 The image "${image}" is a placeholder: a deploy of chat-prover fails`,
  )
  expect(notes).not.toContain('runs something else')
})

test.each<[string, Files, string | undefined]>([
  [
    'a library beside the folder of its code',
    { 'requirements.txt': 'django-prometheus\n' },
    'requirements.txt:1 has django-prometheus',
  ],
  [
    'a path in the code of a server',
    { 'web/index.js': "const app = express()\napp.use('/x/metrics', dashboards)\n" },
    'web/index.js:2 has "/x/metrics"',
  ],
  [
    'the last part of a path where a router matches the parts',
    { 'web/index.js': 'const app = express()\nroutes.set(["metrics"], page)\n' },
    'web/index.js:2 has "metrics"',
  ],
  [
    'an endpoint of Actuator without its library',
    {
      'web/application.yml':
        'management:\n  endpoints:\n    web:\n      exposure:\n        include: health,prometheus\n',
    },
    'web/application.yml:5 has `prometheus` among the endpoints of Actuator, which needs micrometer-registry-prometheus',
  ],
  ['a path that a page asks for', { 'web/index.js': "fetch('/api/metrics')\n" }, undefined],
  ['nothing', {}, undefined],
])('what may be about the metrics of an app without a service is named: %s', async (_, files, near) => {
  const { notes } = await drafted({
    'fly.toml': 'app = "hub"\nprimary_region = "fra"\n[http_service]\ninternal_port = 3000\n',
    Dockerfile: 'FROM node:24\nWORKDIR /app/web\nCOPY web .\nCMD ["node", "index.js"]\n',
    'web/package.json': '{ "name": "web" }',
    'web/index.js': 'start()\n',
    ...files,
  })
  if (near) {
    expect(notes).toContain(`It is not known whether and where hub publishes metrics`)
    expect(notes).toContain(`${near}, but no endpoint was found from it.`)
  } else expect(notes).toContain('Nothing in this repository says where hub publishes metrics')
})

test('a declared port stays where the code is in a language that is not read, beside files in others', async () => {
  const { services, notes } = await drafted({
    'fly.toml': `${LIVE}[build]\n[[metrics]]\nport = 9092\npath = "/metrics"\n`,
    Dockerfile: 'FROM ruby:3.3\nCOPY . .\nCMD ["bin/mayu", "serve"]\n',
    Gemfile: "gem 'mayu-live'\n",
    'app/colors.js': 'export const RED = 1\n',
    'package.json': '{ "name": "chat" }',
  })
  expect(services).toMatchObject([{ app: 'chat', port: 9092 }])
  expect(notes).toContain('Port 9092 of chat is only here')
})

const DOTNET = {
  'fly.toml': `${LIVE}[[metrics]]\nport = 3000\npath = "/metrics"\n`,
  Dockerfile:
    'FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build\nCOPY . .\nRUN dotnet publish -o /out\nFROM mcr.microsoft.com/dotnet/aspnet:9.0\nCOPY --from=build /out .\nENTRYPOINT ["dotnet", "chat.dll"]\n',
  'chat.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>\n',
  'Program.cs':
    '/// As a Prometheus exporter names it.\nvar on = config["Metrics:Enabled"];\nbuilder.AddOtlpExporter();\n',
}
const LARAVEL = {
  'fly.toml': DOTNET['fly.toml'],
  Dockerfile: 'FROM php:8.3-cli\nCOPY . .\nCMD ["php", "artisan", "serve"]\n',
  'composer.json': '{ "require": { "laravel/framework": "11" } }',
  'routes/web.php': "<?php\nRoute::get('/', fn () => view('home'));\n",
}

test.each<[string, Record<string, string>, boolean]>([
  ['.NET without a word about it', DOTNET, true],
  ['PHP without a word about it', LARAVEL, true],
  ['a call of a library', { ...DOTNET, 'Program.cs': 'app.MapPrometheusScrapingEndpoint();\n' }, false],
  ['a path in the code', { ...LARAVEL, 'routes/web.php': "Route::get('metrics', Stats::class);\n" }, false],
  [
    'a package that is not known',
    { ...LARAVEL, 'composer.json': '{ "require": { "acme/prometheus-exporter": "1" } }' },
    false,
  ],
  ['an image of another program', { ...LARAVEL, Dockerfile: 'FROM dunglas/frankenphp:1\nCOPY . .\n' }, false],
])('what is declared on the port of code that is not read: %s', async (_, files, isNoted) => {
  const { services, notes } = await drafted(files)
  expect(services).toMatchObject([{ app: 'chat', port: 3000 }])
  expect(notes.includes('/metrics on port 3000 of chat is only here')).toBe(isNoted)
})

test('what only a Prometheus in another network scrapes has a note, unless the code answers there', async () => {
  const job = (port: number) => ({
    'prometheus.yml': `scrape_configs:\n  - job_name: chat\n    static_configs: [{ targets: ['localhost:${port}'] }]\n`,
  })
  const code = (text: string) => ({
    'package.json': '{ "dependencies": { "express": "5.0.0", "prom-client": "15.1.0" } }',
    'index.js': `const app = express()\n${text}app.listen(3000)\n`,
    'web.rb': '# Prometheus',
  })
  const route = "app.get('/metrics', async (_, res) => res.end(await register.metrics()))\n"
  for (const [text, isNoted] of [
    ['', true],
    [route, false],
  ] as const) {
    const { services, notes, text: draft } = await drafted({ 'fly.toml': LIVE, ...job(3000), ...code(text) })
    expect(services).toMatchObject([{ app: 'chat', port: 3000 }])
    expect(notes.includes('is only here')).toBe(isNoted)
    expect(draft.includes('# Evidence: prometheus.yml:3 scrapes localhost:3000, but the code does not')).toBe(
      isNoted,
    )
  }
})

const SERVER = 'http.createServer(app).listen(8080)\nimport client from "prom-client"\n'
const onPort8080 = (app: string) =>
  `app = "${app}"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n`
const npm = (name: string) => `{ "name": "${name}", "dependencies": { "prom-client": "15" } }`

test.each<[string, Files, boolean]>([
  ['api', { 'docker-compose.yml': 'services:\n  api: { build: ., ports: ["8080:8080"] }\n' }, true],
  ['shop', {}, true],
  ['app', {}, true],
  ['my-service', {}, true],
  ['node', { 'docker-compose.yml': 'services:\n  node: { image: x/y, ports: ["8080:8080"] }\n' }, true],
  [
    'engine',
    { 'docker-compose.yml': 'services:\n  engine: { build: ./engine, ports: ["${P:-8080}:8080"] }\n' },
    false,
  ],
  [
    'engine',
    { 'docker-compose.yml': 'services:\n  engine: { build: ./engine, ports: ["9000:9000"] }\n' },
    true,
  ],
  [
    'engine',
    {
      'docker-compose.yml':
        'services:\n  engine: { build: { context: ., dockerfile: docker/engine.Dockerfile }, ports: ["8080:8080"] }\n',
    },
    true,
  ],
  ['engine', { 'engine/package.json': npm('@shop/engine'), 'engine/index.js': SERVER }, false],
  ['mobile', { 'mobile/package.json': '{ "name": "mobile" }', 'mobile/index.js': 'x()\n' }, true],
])('whose job on this machine it is that is called %s', async (job, more, isApp) => {
  const { services, notes } = await drafted({
    'api/fly.toml': onPort8080('shop'),
    'api/package.json': npm('shop'),
    'api/index.js': `${SERVER}app.get("/metrics", async (_, res) => res.end(await client.register.metrics()))\n`,
    'api/Dockerfile': 'FROM node:24\nCOPY . .\nCMD ["node", "index.js"]\n',
    'prometheus.yml': `scrape_configs:\n  - job_name: ${job}\n    scrape_interval: 7s\n    static_configs: [{ targets: ["localhost:8080"] }]\n`,
    ...more,
  })
  expect(services[0]).toMatchObject({ app: 'shop', port: 8080 })
  expect(services[0]?.name === job).toBe(isApp)
  expect(notes.includes(`"localhost:8080" of job "${job}" is not an app`)).toBe(!isApp)
})

test('where a job names the app as its host, a host with another name is another program', async () => {
  const hosts = ['shop-api:8080', 'shop-web:8080', 'node-exporter:8080']
  const jobs = hosts.map((host, i) => `  - job_name: j${i}\n    static_configs: [{ targets: ['${host}'] }]\n`)
  const { services, notes } = await drafted({
    'fly.toml': onPort8080('shop-api'),
    'prometheus.yml': `scrape_configs:\n${jobs.join('')}`,
  })
  expect(services).toMatchObject([{ app: 'shop-api', port: 8080 }])
  expect(services).toHaveLength(1)
  expect(notes).toContain('"shop-web:8080" of job "j1" is not an app')
})

test('an exporter of OpenTelemetry that no code makes publishes nothing', async () => {
  const files = {
    'fly.toml': onPort8080('shop'),
    'package.json': '{ "dependencies": { "@opentelemetry/exporter-prometheus": "0.209.0" } }',
  }
  const made = await drafted({ ...files, 'index.ts': 'new PrometheusExporter()\n' })
  expect(made.services).toMatchObject([{ app: 'shop', port: 9464 }])
  const unused = await drafted({ ...files, 'index.ts': 'start()\n' })
  expect(unused.services).toMatchObject([{ app: 'shop', port: null }])
  expect(unused.notes).toContain('has @opentelemetry/exporter-prometheus, so shop may have metrics')
})

test.each<[string, string, string, boolean]>([
  ['npm', 'package.json', '{\n"overrides": {\n"a": {\n"prom-client": "15"\n}\n}\n}', false],
  ['pnpm', 'package.json', '{\n"pnpm": {\n"overrides": {\n"prom-client": "15"\n}\n}\n}', false],
  [
    'Yarn, which another part names as well',
    'package.json',
    '{\n"resolutions": {\n"prom-client": "15"\n},\n"dependencies": {\n"prom-client": "15"\n}\n}',
    true,
  ],
  ['uv', 'pyproject.toml', '[tool.uv]\noverride-dependencies = [\n  "prometheus-client>=0.2",\n]\n', false],
  [
    'Cargo',
    'Cargo.toml',
    '[patch.crates-io]\nprometheus = { git = "https://example.com" }\n\n[dependencies]\n',
    false,
  ],
  ['Go', 'go.mod', 'replace github.com/prometheus/client_golang => ../client\n', false],
])('a version that is only set is no dependency: %s', async (_, file, text, isNamed) => {
  const { notes } = await drafted({ 'fly.toml': onPort8080('shop'), [file]: text })
  expect(notes).toContain(isNamed ? 'prom-client' : 'no library of its own')
})
