import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { draftOf, type Files } from '../support/init-draft.ts'

/** What the machines of an app really run decides about its metrics: what is declared, copied or left over does not. */

const LIVE = 'app = "chat"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n'
const DECLARED = '[metrics]\nport = 9091\npath = "/metrics"\n'
const NODE_PACKAGE = '{ "dependencies": { "express": "5", "prom-client": "15" } }\n'
const GO_MODULE = 'module chat\nrequire github.com/prometheus/client_golang v1.23.0\n'
const IMAGE = 'FROM node:24\nCOPY . .\nCMD ["node", "index.js"]\n'
const ROUTE = 'app.get("/metrics", async (_, res) => res.end(await register.metrics()))\n'

async function drafted(files: Files) {
  const { text, notes } = await draftOf(files)
  const { services } = parse(text) as { services: Record<string, unknown>[] }
  return { services, notes: notes.join('\n') }
}

test.each<[string, Files]>([
  ['a port that no code opens', { 'src/index.js': 'express().listen(process.env.PORT)\n' }],
  [
    'a variable that no code reads',
    {
      'fly.toml': `${LIVE}[env]\nMETRICS_PORT = "9091"\n${DECLARED}`,
      'index.js': 'express().listen(8080)\n',
    },
  ],
  [
    'a port that a Dockerfile only exposes',
    { Dockerfile: `${IMAGE}EXPOSE 8080 9091\n`, 'index.js': 'express().listen(8080)\n' },
  ],
  [
    'a variable of the image that no code reads',
    {
      Dockerfile: `${IMAGE}ENV PORT=8080 METRICS_PORT=9091\n`,
      '.env.example': 'METRICS_PORT=9091\n',
      'index.js': 'express().listen(process.env.PORT)\n',
    },
  ],
  [
    'code with a route that nothing registers',
    {
      'index.js': 'import { app } from "./app.js"\napp.listen(8080)\n',
      'app.js': 'export const app = express()\n',
      'metrics.js': `export function addMetrics(app) {\n  ${ROUTE}}\n`,
    },
  ],
])('%s is no endpoint', async (_, files) => {
  const { services, notes } = await drafted({
    'fly.toml': LIVE + DECLARED,
    'package.json': NODE_PACKAGE,
    ...files,
  })
  expect(services).toMatchObject([{ app: 'chat', port: null }])
  expect(notes).toMatch(/port 9091 is declared here, but nothing in the code of chat .*listens on that port/)
})

test.each<[string, Files]>([
  ['the settings of the program name it', { 'config/production.yaml': 'metrics:\n  address: ":9091"\n' }],
  ['the code takes it from a variable', { 'metrics.js': 'serve(Number(process.env.METRICS_PORT))\n' }],
  [
    'the code reads the variable of the image, under a name of its own',
    {
      Dockerfile: `${IMAGE}ENV METRICS_PORT=9091\n`,
      'index.js': 'const { metricsPort } = settings()\nserve(metricsPort)\n',
    },
  ],
  [
    'the Dockerfile exposes it and runs more than the code',
    { Dockerfile: 'FROM acme/agent\nCOPY . .\nEXPOSE 9091\nCMD ["./run.sh"]\n' },
  ],
  [
    'a framework is started, in a language whose routes are not read',
    {
      'package.json': '{}\n',
      Gemfile: 'gem "mayu-live"\n',
      'app/page.rb': 'def title = "Home"\n',
      Dockerfile: 'FROM ruby:3\nCOPY . .\nCMD ["bundle", "exec", "mayu", "start"]\n',
    },
  ],
  ['a script starts more than the code', { Dockerfile: 'FROM acme/agent\nCOPY . .\nCMD ["./run.sh"]\n' }],
])('a declared port stays when %s', async (_, files) => {
  const { services } = await drafted({
    'fly.toml': LIVE + DECLARED,
    'package.json': NODE_PACKAGE,
    'index.js': 'express().listen(process.env.PORT)\n',
    ...files,
  })
  expect(services).toMatchObject([{ app: 'chat', port: 9091 }])
})

test.each<[string, Files]>([
  [
    'a plugin that is exported as the default of its file',
    {
      'plugins/metrics.js': `const metricsPlugin = async (app) => {\n  ${ROUTE}}\nexport default metricsPlugin\n`,
    },
  ],
  [
    'a function that is imported under another name',
    {
      'metrics.js': `export function addMetrics(app) {\n  ${ROUTE}}\n`,
      'index.js':
        'import { addMetrics as metrics } from "./metrics.js"\nconst app = express()\nmetrics(app)\napp.listen(process.env.PORT)\n',
    },
  ],
  [
    'a server in a constant that nothing else names',
    { 'index.js': `const pages = serve((app) => {\n  ${ROUTE}})\n` },
  ],
])('%s is used', async (_, files) => {
  const { services } = await drafted({
    'fly.toml': LIVE,
    'package.json': NODE_PACKAGE,
    'index.js': 'express().listen(process.env.PORT)\n',
    ...files,
  })
  expect(services).toEqual([{ name: 'chat', app: 'chat', port: 8080 }])
})

test('a function that a decorator hands to its framework is used', async () => {
  const { services } = await drafted({
    'fly.toml': LIVE,
    'requirements.txt': 'fastapi\nprometheus-client\n',
    'main.py':
      'app = FastAPI()\n\n@app.on_event("startup")\nasync def serve_metrics():\n    start_http_server(9100)\n',
  })
  expect(services).toEqual([{ name: 'chat', app: 'chat', port: 9100 }])
})

test('what is declared as the code has it needs no note', async () => {
  const { services, notes } = await drafted({
    'fly.toml': `app = "chat"\nprimary_region = "fra"\n[[services]]\ninternal_port = 9000\n[metrics]\nport = 9000\npath = "/metrics"\n`,
    'Cargo.toml': '[dependencies]\nmetrics-exporter-prometheus = "0.16"\n',
    'src/main.rs':
      'fn main() {\n  PrometheusBuilder::new().with_http_listener(([0, 0, 0, 0], 9000)).install()\n}\n',
  })
  expect(services).toMatchObject([{ app: 'chat', port: 9000 }])
  expect(notes).not.toContain('is declared here')
})

test('a setting that is read and used nowhere opens no port', async () => {
  const { services } = await drafted({
    'fly.toml': `${LIVE}[[services]]\ninternal_port = 9090\n[metrics]\nport = 9090\npath = "/metrics"\n`,
    'go.mod': 'module chat\n',
    'main.go':
      'func main() {\n\tcfg.MetricsPort = getEnv("METRICS_PORT", "9090")\n\thttp.ListenAndServe(":8080", mux)\n}\n',
  })
  expect(services).toMatchObject([{ port: null }])
})

test('a route is on the port of the server that is given its mux', async () => {
  const main = (server: string) =>
    `func main() {\n\tmetricsMux := http.NewServeMux()\n\tmetricsMux.Handle("/metrics", promhttp.Handler())\n\t${server}\n}\n`
  for (const server of [
    'srv := &http.Server{\n\t\tAddr:    ":9091",\n\t\tHandler: metricsMux,\n\t}\n\tgo srv.ListenAndServe()',
    'go http.ListenAndServe("0.0.0.0:9091", metricsMux)',
  ]) {
    const { services } = await drafted({ 'fly.toml': LIVE, 'go.mod': GO_MODULE, 'main.go': main(server) })
    expect(services).toEqual([{ name: 'chat', app: 'chat', port: 9091 }])
  }
})

test('a command that starts the server on another port than the service has is said', async () => {
  const { services, notes } = await drafted({
    'fly.toml': `${LIVE}[env]\nPORT = "8080"\n`,
    'package.json': NODE_PACKAGE,
    'index.js': `const app = express()\n${ROUTE}`,
    Dockerfile: 'FROM node:24\nCOPY . .\nCMD ["node", "index.js", "--port", "3000"]\n',
  })
  expect(services).toEqual([{ name: 'chat', app: 'chat', port: 3000 }])
  expect(notes).toContain('The port of its service is 8080, but its command starts the server on port 3000')
  const variable = await drafted({
    'fly.toml': `${LIVE}[env]\nPORT = "8080"\n`,
    'requirements.txt': 'prometheus-fastapi-instrumentator\n',
    'main.py': 'Instrumentator().instrument(app).expose(app)\n',
    Dockerfile: 'FROM python:3.13\nCOPY . .\nCMD uvicorn main:app --port ${PORT:-8000}\n',
  })
  expect(variable.services).toEqual([{ name: 'chat', app: 'chat', port: 8080 }])
  expect(variable.notes).not.toContain('The port of its service')
})

test('one program under two names has its endpoint under both', async () => {
  const file = (app: string) =>
    `app = "${app}"\nprimary_region = "fra"\n[build]\ndockerfile = "../../Dockerfile"\n[http_service]\ninternal_port = 8080\n`
  const { services } = await drafted({
    'apps/one/fly.toml': file('chat-one'),
    'apps/two/fly.toml': file('talk-two'),
    'package.json': NODE_PACKAGE,
    'index.js': `const app = express()\n${ROUTE}`,
    Dockerfile: 'FROM node:24\nCOPY . .\nCMD ["node", "index.js"]\n',
  })
  expect(services).toMatchObject([
    { app: 'chat-one', port: 8080 },
    { app: 'talk-two', port: 8080 },
  ])
})

test('what a bundler makes is the file that its build names', async () => {
  const { services } = await drafted({
    'fly.toml': LIVE,
    'package.json':
      '{ "scripts": { "build": "esbuild server/index.ts --bundle --outdir=dist" }, "dependencies": { "prom-client": "15" } }\n',
    'server/index.ts': `const app = express()\n${ROUTE}`,
    'tools/report.ts':
      'const app = express()\napp.get("/internal/metrics", async (_, res) => res.end(await register.metrics()))\n',
    Dockerfile: 'FROM node:24\nCOPY . .\nRUN npm run build\nCMD ["node", "dist/index.js"]\n',
  })
  expect(services).toEqual([{ name: 'chat', app: 'chat', port: 8080 }])
})

test('an app in a folder of its own runs what is there, and a server of files runs no code', async () => {
  const of = (app: string, more: string) =>
    `app = "${app}"\nprimary_region = "fra"\n${more}[http_service]\ninternal_port = 8080\n`
  const { services } = await drafted({
    'cmd/chat/fly.toml': of('chat', ''),
    'fly/notify/fly.toml': of('chat-notify', '[build]\nimage = "ghcr.io/acme/chat-notify:1"\n'),
    'cmd/notify/main.go': 'package main\n\nfunc main() {}\n',
    'cmd/chat/main.go': 'package main\n\nfunc main() {\n\thttp.ListenAndServe(":8080", nil)\n}\n',
    'deploy/web.fly.toml': of('chat-web', '[build]\ndockerfile = "web.Dockerfile"\n'),
    'deploy/web.Dockerfile':
      'FROM node:24 AS build\nCOPY package.json .\nFROM caddy:2\nCOPY --from=build /dist /srv\n',
    'package.json': '{}',
    'go.mod': GO_MODULE,
    'cmd/audit/main.go': 'package main\n\nfunc main() {\n\tmux.Handle("/metrics", promhttp.Handler())\n}\n',
  })
  expect(services).toMatchObject([{ port: null }])
})

test('settings that a Dockerfile copies say where a program of others publishes metrics', async () => {
  const files = (address: string) => ({
    'docker/fly.toml': 'app = "chat-docker"\nprimary_region = "fra"\n',
    'docker/Dockerfile': 'FROM docker:27\nCOPY daemon.json /etc/docker/daemon.json\nCMD ["dockerd"]\n',
    'docker/daemon.json': `{ "metrics-addr": "${address}" }\n`,
  })
  expect((await drafted(files('0.0.0.0:9323'))).services).toMatchObject([{ app: 'chat-docker', port: 9323 }])
  expect((await drafted(files('127.0.0.1:9323'))).services).toMatchObject([{ port: null }])
})

test('a file that is a route by its path, with metrics written by hand', async () => {
  const { services } = await drafted({
    'fly.toml': LIVE,
    'package.json': '{ "dependencies": { "next": "15" } }\n',
    'app/api/metrics/route.ts':
      'export async function GET() {\n  return new Response(`# TYPE chat_users gauge\\nchat_users ${await count()}\\n`)\n}\n',
  })
  expect(services).toEqual([{ name: 'chat', app: 'chat', port: 8080, path: '/api/metrics' }])
})

test('a route of http4s without a library, beside the calls of a page in a browser', async () => {
  const { services } = await drafted({
    'fly.toml': LIVE,
    'pom.xml': '<project></project>\n',
    'src/Metrics.scala':
      'val routes = HttpRoutes.of[IO] { case GET -> Root / "metrics" => Ok(render) }\nval text = s"# TYPE chat_users gauge\\n"\n',
    'admin/api.ts': 'export const metrics = () => get("/admin/metrics")\n',
  })
  expect(services).toEqual([{ name: 'chat', app: 'chat', port: 8080 }])
})

test.each<[string, Files]>([
  [
    'a parameter that nothing uses',
    {
      'main.py':
        'class Settings:\n    health_port: int = int(os.getenv("HEALTH_PORT", "8080"))\n    metrics_port: int = int(os.getenv("METRICS_PORT", "9091"))\n\napp = FastAPI()\nlog.info("metrics on %s", settings.metrics_port)\nuvicorn.run(app, port=settings.health_port)\n',
    },
  ],
  [
    'a constant that nothing uses',
    {
      'requirements.txt': 'fastapi\n',
      'config.py': 'METRICS_PORT = 9091\nPORT = 8080\n',
      'main.py': 'from config import PORT\napp = FastAPI()\nuvicorn.run(app, port=PORT)\n',
    },
  ],
  [
    'what documents a module',
    {
      'main.py':
        '"""Serves.\n\nMETRICS_PORT: 9091 by default\n"""\napp = FastAPI()\nuvicorn.run(app, port=8080)\n',
    },
  ],
])('a declared port is not opened by %s', async (_, files) => {
  const { services, notes } = await drafted({
    'fly.toml': `${LIVE}[[services]]\ninternal_port = 9091\n${DECLARED}`,
    'requirements.txt': 'fastapi\nprometheus-client\n',
    Dockerfile: 'FROM python:3.13\nENV METRICS_PORT=9091\nCOPY . .\nCMD ["python", "main.py"]\n',
    ...files,
  })
  expect(services).toMatchObject([{ app: 'chat', port: null }])
  expect(notes).toMatch(/port 9091 is declared here, but nothing in the code of chat .*listens on that port/)
})

test.each<[string, string]>([
  ['hands it to a server', 'start(port=settings.metrics_port)\n'],
  ['passes it on under its name', 'start(\n    metrics_port=settings.metrics_port,\n)\n'],
])('a declared port stays where the code %s', async (_, use) => {
  const { services } = await drafted({
    'fly.toml': LIVE + DECLARED,
    'requirements.txt': 'fastapi\n',
    Dockerfile: 'FROM python:3.13\nCOPY . .\nCMD ["python", "main.py"]\n',
    'main.py': `class Settings:\n    metrics_port: int = int(os.getenv("METRICS_PORT", "9091"))\n\n${use}uvicorn.run(app, port=8080)\n`,
  })
  expect(services).toMatchObject([{ app: 'chat', port: 9091 }])
})

test('the port in a module that nothing imports is not that of a route which is reached', async () => {
  const { services } = await drafted({
    'fly.toml': LIVE + DECLARED,
    'requirements.txt': 'fastapi\nprometheus-client\n',
    Dockerfile: 'FROM python:3.13\nCOPY . .\nCMD ["python", "main.py"]\n',
    'tools/exporter.py':
      'port = int(os.getenv("METRICS_PORT", "9091"))\n\ndef main():\n    start_http_server(port)\n',
    'main.py':
      'app = FastAPI()\n\n@app.get("/metrics")\ndef page():\n    return Response(generate_latest())\n\nuvicorn.run(app, port=8080)\n',
  })
  expect(services).toMatchObject([{ app: 'chat', port: 8080 }])
})

test('an exporter that is another process of a Procfile does not run in an image of buildpacks', async () => {
  const BUILT = '[build]\nbuilder = "paketobuildpacks/builder:full"\n'
  const PROCFILE =
    'web: bin/puma -C config/puma.rb\nrelease: rake migrate\nprometheus: bin/prometheus_exporter -b ::\n'
  const port = '[metrics]\nport = 9394\npath = "/metrics"\n'
  const notesOf = async (fly: string, procfile = PROCFILE) =>
    (await drafted({ 'fly.toml': fly, Procfile: procfile, Gemfile: 'gem "prometheus_exporter"\n' })).notes
  expect(await notesOf(`${LIVE}${BUILT}${port}`)).toContain(
    'Procfile:3 Process "prometheus" of this Procfile (bin/prometheus_exporter -b ::) does not run on Fly',
  )
  for (const fly of [
    `${LIVE}${port}`,
    `${LIVE}${BUILT}${port}[processes]\nweb = "bin/puma"\nprometheus = "bin/prometheus_exporter"\n`,
    `${LIVE}${BUILT}[metrics]\nport = 8080\npath = "/metrics"\n`,
  ])
    expect(await notesOf(fly)).not.toContain('does not run on Fly')
  expect(await notesOf(`${LIVE}${BUILT}${port}`, 'web: bin/puma\nworker: bin/sidekiq\n')).not.toContain(
    'does not run on Fly',
  )
})

test.each<[string, Files, number | null]>([
  [
    'a README that deploys it with an image of others',
    { 'README.md': '```bash\nfly deploy . --image flyio/postgres:14.4\n```\n' },
    9091,
  ],
  [
    'the health checks of Fly Postgres',
    {
      'fly.toml': `${LIVE}[checks.pg]\ntype = "http"\nport = 5500\npath = "/flycheck/pg"\n${DECLARED}`,
    },
    9091,
  ],
  [
    'a README that deploys an image of the app',
    { 'README.md': '```bash\nfly deploy . --image acme/chat:14.4\n```\n' },
    null,
  ],
  [
    'a README that also deploys the code',
    { 'README.md': '```bash\nfly deploy\nfly deploy . --image flyio/postgres:14.4\n```\n' },
    null,
  ],
])('the code beside it is not what runs: %s', async (_, files, port) => {
  const { services, notes } = await drafted({
    'fly.toml': LIVE + DECLARED,
    'go.mod': 'module chat\n',
    'main.go': 'package main\n\nfunc main() {\n\thttp.ListenAndServe(":8080", nil)\n}\n',
    Dockerfile: 'FROM golang:1\nCOPY . .\nRUN go build -o /chat .\nCMD ["/chat"]\n',
    ...files,
  })
  expect(services).toMatchObject([{ app: 'chat', port }])
  expect(notes.includes('port 9091')).toBe(port === null)
})

const SCRIPTS =
  '{ "scripts": { "api": "bun src/api.ts", "worker": "bun src/worker.ts" }, "dependencies": { "prom-client": "15" } }\n'
const PROGRAMS: Files = {
  'package.json': SCRIPTS,
  'src/api.ts': 'import { add } from "./routes"\nconst app = express()\nadd(app)\napp.listen(8080)\n',
  'src/routes.ts': `export function add(app) {\n  ${ROUTE}}\n`,
  'src/worker.ts': 'import { poll } from "./jobs"\npoll()\n',
  'src/jobs.ts': 'export const poll = () => next()\n',
  Dockerfile: 'FROM oven/bun:1\nCOPY . .\nCMD ["bun", "src/worker.ts"]\n',
}

test.each<[string, Files, boolean]>([
  ['another program than the one that the image starts', {}, true],
  [
    'the program that it starts',
    { Dockerfile: 'FROM oven/bun:1\nCOPY . .\nCMD ["bun", "src/api.ts"]\n' },
    false,
  ],
  [
    'a program that this one starts',
    { 'src/jobs.ts': 'export const poll = () => spawn("bun", ["src/api.ts"])\n' },
    false,
  ],
  [
    'a file that no program is seen to load',
    { 'src/api.ts': 'autoload("./routes")\n', 'src/routes.ts': ROUTE },
    false,
  ],
])('a route in what is loaded by %s', async (_, files, isNoted) => {
  const { services, notes } = await drafted({ 'fly.toml': LIVE, ...PROGRAMS, ...files })
  expect(services).toEqual([{ name: 'chat', app: 'chat', port: 8080 }])
  expect(
    notes.includes(
      'src/routes.ts:2 /metrics is in this file, which src/api.ts loads, and which what chat starts (bun src/worker.ts) was not seen to load',
    ),
  ).toBe(isNoted)
})

test('an image that is made elsewhere runs the package that its commands name', async () => {
  const image = (app: string) =>
    `app = "${app}"\nprimary_region = "fra"\n[build]\nimage = "registry.fly.io/${app}@sha256:REPLACE_WITH_DIGEST"\n`
  const { services, notes } = await drafted({
    'deploy/api.toml': `${image('chat-api')}[deploy]\nrelease_command = "npm --prefix server run migrate"\n[http_service]\ninternal_port = 4317\n`,
    'deploy/worker.toml': `${image('chat-worker')}[processes]\nworker = "npm --prefix server run worker"\n[metrics]\nport = 4317\npath = "/metrics"\n`,
    'package.json': '{ "name": "chat" }\n',
    'server/package.json':
      '{ "name": "chat-server", "scripts": { "start": "tsx src/index.ts", "worker": "tsx src/worker.ts", "migrate": "tsx src/migrate.ts" } }\n',
    'server/src/index.ts':
      'import { Router } from "./router"\nconst app = new Router()\napp.get("/metrics", (req, res) => {\n  if (req.token !== process.env.METRICS_TOKEN) return res.status(401)\n  res.set("content-type", "text/plain; version=0.0.4").end(lines())\n})\napp.listen(4317)\n',
    'server/src/router.ts': 'export class Router {\n  get(path, page) {}\n}\n',
    'server/src/worker.ts': 'await poll()\n',
    'server/src/migrate.ts': 'await migrate()\n',
  })
  expect(services).toMatchObject([
    { app: 'chat-api', port: 4317 },
    { app: 'chat-worker', port: 4317 },
  ])
  expect(notes).toContain('/metrics has "METRICS_TOKEN" in front of it')
  expect(notes).toContain('Port 4317 of chat-worker is only here')
})

test.each<[string, string, Files, boolean]>([
  ['starts the server', 'app = "shop-worker"\n', {}, true],
  ['has a command', 'app = "shop-worker"\n[processes]\nworker = "npm run worker"\n', {}, false],
  ['has a variable of its own', 'app = "shop-worker"\n[env]\nROLE = "worker"\n', {}, false],
  [
    'starts a script',
    'app = "shop-worker"\n',
    { Dockerfile: 'FROM node:24\nCMD ["sh", "start.sh"]\n' },
    false,
  ],
  ['is called otherwise', 'app = "shop-admin"\n', {}, false],
])('an app with the image of a server %s', async (_, worker, files, isSaid) => {
  const { notes } = await draftOf({
    'fly.toml': 'app = "shop"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n',
    'fly.worker.toml': worker,
    Dockerfile: 'FROM node:24\nCMD ["npm", "start"]\n',
    'package.json': '{ "scripts": { "start": "node a.js", "worker": "node b.js" } }',
    ...files,
  })
  const said = 'fly.worker.toml:1 shop-worker has the image and the command of shop (`npm start`)'
  expect(notes.some((note) => note.startsWith(said))).toBe(isSaid)
})

test('what a Prometheus scrapes on Fly is kept, with a note where the code or the image does not show it', async () => {
  const scraping = (...targets: string[]) =>
    `scrape_configs:\n${targets.map((one, i) => `  - job_name: j${i}\n    static_configs: [{ targets: ['${one}'] }]\n`).join('')}`
  const fly = (app: string, port: number) => `app = "${app}"\n[http_service]\ninternal_port = ${port}\n`
  const files = {
    'prometheus.yml': scraping('shop.internal:8080', 'shop.internal:9100', 'cache.internal:9121'),
    'fly.toml': fly('shop', 8080),
    Dockerfile: 'FROM node:22\nCOPY . .\nCMD ["node", "server.js"]\n',
    'package.json': '{ "dependencies": { "express": "4" } }',
    'cache/fly.toml': fly('cache', 6379),
    'cache/Dockerfile': 'FROM redis:7\nCMD ["redis-server"]\n',
  }
  const server = (route: string) =>
    `const app = require('express')()\napp.get('${route}', (q, r) => r.send('ok'))\napp.listen(8080)\n`
  const { notes, text } = await draftOf({ ...files, 'server.js': server('/') })
  const only = notes.filter((note) => note.includes('is only here')).map((note) => note.split(' is only')[0])
  expect(only).toEqual([
    'prometheus.yml:3 /metrics on port 8080 of shop',
    'prometheus.yml:5 Port 9100 of shop',
    'prometheus.yml:7 Port 9121 of cache',
  ])
  for (const port of [8080, 9100, 9121]) expect(text).toContain(`port: ${port}`)
  const client = `const client = require('prom-client')\nconst app = require('express')()\napp.get('/metrics', async (q, r) => r.send(await client.register.metrics()))\napp.listen(8080)\n`
  const shown = await draftOf({
    ...files,
    'package.json': '{ "dependencies": { "prom-client": "15", "express": "4" } }',
    'server.js': client,
    'cache/Dockerfile': 'FROM oliver006/redis_exporter:v1\n',
    'prometheus.yml': scraping('shop.internal:8080', 'cache.internal:9121'),
  })
  expect(shown.notes.join()).not.toContain('is only here')
})

test('instead of a declared port on which nothing listens, the route of a file answers', async () => {
  const { text } = await draftOf({
    'fly.toml':
      'app = "shop"\n[http_service]\ninternal_port = 8080\n[metrics]\nport = 9091\npath = "/metrics"\n',
    Dockerfile: 'FROM node:22\nCOPY . .\nRUN npm run build\nCMD ["node", ".next/standalone/server.js"]\n',
    'package.json': '{ "dependencies": { "next": "15" } }',
    'app/api/metrics/route.ts':
      "export const GET = () => new Response('# TYPE shop_up gauge\\nshop_up 1\\n', { headers: { 'Content-Type': 'text/plain' } })\n",
  })
  expect(text).toMatch(/port: 8080\n\s+path: \/api\/metrics/)
})

test('a module of Python with an app of its own, which what is started does not name, is another program', async () => {
  const files = (main: string) => ({
    'fly.toml': 'app = "shop"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n',
    Dockerfile: 'FROM python:3\nCOPY . .\nCMD ["uvicorn", "web.main:app"]\n',
    'requirements.txt': 'fastapi\nprometheus-client\n',
    'web/main.py': `from fastapi import FastAPI\n${main}app = FastAPI()\n`,
    'web/lite.py':
      'app = FastAPI()\n\n@app.get("/metrics")\ndef metrics():\n    return Response(generate_latest())\n',
  })
  const said =
    'web/lite.py:3 /metrics is in this file, which has an app of its own, and which what shop starts'
  expect((await draftOf(files(''))).notes.join('\n')).toContain(said)
  expect((await draftOf(files('from web import lite\n'))).notes.join('\n')).not.toContain(said)
})

test('a module of Python is found in the folder that PYTHONPATH names', async () => {
  const fly = (app: string) =>
    `app = "${app}"\nprimary_region = "fra"\n[build]\ndockerfile = "${app}.Dockerfile"\n[http_service]\ninternal_port = 8080\n`
  const dockerfile = (module: string) =>
    `FROM python:3\nENV PYTHONPATH=/app/src\nCOPY src/ /app/src/\nCMD ["python", "-m", "shop.services.${module}"]\n`
  const page =
    'app = FastAPI()\n\n@app.get("/metrics")\ndef metrics():\n    return Response(generate_latest())\n'
  const { text } = await draftOf({
    'fly.orders.toml': fly('orders'),
    'fly.stock.toml': fly('stock'),
    'orders.Dockerfile': dockerfile('orders_agent'),
    'stock.Dockerfile': dockerfile('stock_agent'),
    'requirements.txt': 'fastapi\nprometheus-client\n',
    'src/shop/services/orders_agent.py': page,
    'src/shop/services/stock_agent.py': page,
  })
  expect(text).toContain('orders_agent.py:3 has /metrics')
  expect(text).toContain('stock_agent.py:3 has /metrics')
})

test('what another process group serves does not replace a declared port', async () => {
  const { text } = await draftOf({
    'fly.toml':
      'app = "shop"\nprimary_region = "fra"\n[processes]\nweb = "node web.js"\njobs = "node dist/jobs.js"\n[http_service]\ninternal_port = 3000\nprocesses = ["web"]\n[[metrics]]\nport = 9092\npath = "/metrics"\nprocesses = ["jobs"]\n',
    Dockerfile: 'FROM node:22\nCOPY . .\n',
    'package.json': '{ "dependencies": { "express": "5", "prom-client": "15" } }',
    'web.js':
      "const app = express()\napp.get('/metrics', async (q, r) => r.end(await register.metrics()))\napp.listen(3000)\n",
  })
  expect(text).toMatch(/port: 9092\n\s+process: jobs/)
})
