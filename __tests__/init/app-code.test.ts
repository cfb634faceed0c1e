import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { draftOf, type Files } from '../support/init-draft.ts'

/** Which app of a repository its code belongs to. */

async function servicesOf(files: Files) {
  const { text } = await draftOf(files)
  const { services } = parse(text) as { services: { app: string; port: number | null; process?: string }[] }
  return services
    .filter(({ port }) => port !== null)
    .map(({ app, port, process }) => `${app}${process === undefined ? '' : ` ${process}`} ${port}`)
}

const app = (name: string, more = '') =>
  `app = "${name}"\nprimary_region = "fra"\n${more}\n[http_service]\ninternal_port = 3000\n`
const build = (dockerfile: string, more = '') => `[build]\ndockerfile = "${dockerfile}"\n${more}`
const PROM_CLIENT = '"prom-client": "^15.1.3"'
const manifest = (name: string, dependencies = '') =>
  `{\n  "name": "${name}",\n  "dependencies": {\n    ${dependencies}\n  }\n}\n`
const ROUTE = "app.get('/metrics', async () => registry.metrics())\n"

/** A workspace of npm with an app that publishes metrics, and one that does not. */
const WORKSPACE: Files = {
  'package.json': manifest('shop'),
  'apps/api/package.json': manifest('@shop/api', '"@shop/telemetry": "workspace:*"'),
  'apps/api/src/main.ts': "import { metrics } from './routes'\nimport '@shop/telemetry'\n",
  'apps/api/src/routes.ts': ROUTE,
  'apps/web/package.json': manifest('@shop/web'),
  'apps/web/src/main.ts': 'start()\n',
  'packages/telemetry/package.json': manifest('@shop/telemetry', PROM_CLIENT),
  'packages/telemetry/src/index.ts': 'export const registry = new Registry()\n',
}

test.each<[how: string, dockerfile: string]>([
  ['a path in the command', 'FROM node:24\nWORKDIR /app\nCOPY . .\nCMD ["node", "apps/APP/dist/main.js"]\n'],
  [
    'the folder of the command',
    'FROM node:24\nWORKDIR /app\nCOPY . .\nWORKDIR /app/apps/APP\nCMD ["node", "dist/main.js"]\n',
  ],
  [
    'a copy from another stage',
    'FROM node:24 AS build\nWORKDIR /src\nCOPY . .\nRUN pnpm -r build\nFROM node:24\nWORKDIR /app\nCOPY --from=build /src/apps/APP/dist ./dist\nCMD ["node", "dist/main.js"]\n',
  ],
  [
    'a pruned workspace',
    'FROM node:24 AS prune\nWORKDIR /app\nCOPY . .\nRUN turbo prune @shop/APP --docker\nFROM node:24\nWORKDIR /app\nCOPY --from=prune /app/out/full/ .\nCMD ["node", "apps/APP/dist/main.js"]\n',
  ],
  [
    'a filter of the build',
    'FROM node:24\nCOPY . .\nRUN pnpm --filter @shop/APP... build\nENTRYPOINT ["/start"]\n',
  ],
  [
    'an argument of the build',
    'ARG NAME=APP\nFROM node:24\nARG NAME\nCOPY . .\nRUN pnpm --filter=@shop/$NAME build\nENTRYPOINT ["/start"]\n',
  ],
  [
    'a deploy of pnpm',
    'FROM node:24 AS build\nCOPY . /src\nWORKDIR /src\nRUN pnpm --filter=@shop/APP deploy --prod /prod\nFROM node:24\nCOPY --from=build /prod /app\nWORKDIR /app\nCMD ["node", "dist/main.js"]\n',
  ],
  [
    'folders in variables that name others',
    'FROM node:24 AS base\nENV ROOT=/srv\nFROM base\nENV CODE=$ROOT/apps\nARG NAME\nENV NAME APP\nWORKDIR $CODE\nCOPY apps .\nWORKDIR ../web\nCOPY apps/web .\nWORKDIR $CODE/$NAME\nCMD ["node", "dist/main.js"]\n',
  ],
  ['a script of the package', 'FROM node:24\nCOPY . .\nCMD ["pnpm", "--filter", "@shop/APP", "start"]\n'],
])('the app of a workspace that the image is made from: %s', async (_, dockerfile) => {
  const files = {
    ...WORKSPACE,
    'fly.api.toml': app('shop-api', build('docker/api')),
    'fly.web.toml': app('shop-web', build('docker/web')),
    'docker/api': dockerfile.replaceAll('APP', 'api'),
    'docker/web': dockerfile.replaceAll('APP', 'web'),
  }
  expect(await servicesOf(files)).toEqual(['shop-api 3000'])
})

test('an image that is built before its deploy is of the Dockerfile with the name of the Fly configuration', async () => {
  const { text } = await draftOf({
    'go.mod': 'module shop\nrequire github.com/prometheus/client_golang v1.23.0\n',
    'cmd/api/main.go': 'package main\nfunc main() {\n\thttp.Handle("/metrics", promhttp.Handler())\n}\n',
    'cmd/worker/main.go':
      'package main\nfunc main() {\n\tmux.Handle("/internal/metrics", promhttp.Handler())\n}\n',
    ...Object.fromEntries(
      ['', '.worker'].map((end) => [
        `Dockerfile${end}`,
        `FROM golang AS build\nCOPY . .\nRUN go build -o /app ./cmd/${end.slice(1) || 'api'}\nFROM alpine\nCOPY --from=build /app /app\nCMD ["/app"]\n`,
      ]),
    ),
    'fly.toml': app('shop-api'),
    'fly.worker.toml': app('shop-worker'),
    '.github/workflows/deploy.yml':
      'on: push\njobs:\n  a:\n    steps:\n      - run: flyctl deploy --image ghcr.io/shop/api:1\n      - run: flyctl deploy -c fly.worker.toml --image ghcr.io/shop/worker:1\n',
  })
  const { services } = parse(text) as { services: { app: string; path?: string }[] }
  expect(services).toMatchObject([{ app: 'shop-api' }, { app: 'shop-worker', path: '/internal/metrics' }])
})

test('an argument of the Fly configuration and a stage of the Dockerfile choose what is built', async () => {
  const dockerfile =
    'FROM node:24 AS base\nCOPY . .\nARG NAME=web\nRUN npm run build -w @shop/$NAME\nENTRYPOINT ["/start"]\n'
  expect(
    await servicesOf({
      ...WORKSPACE,
      Dockerfile: dockerfile,
      'fly.web.toml': app('shop-web', build('Dockerfile')),
      'fly.api.toml': app('shop-api', build('Dockerfile', '[build.args]\nNAME = "api"\n')),
    }),
  ).toEqual(['shop-api 3000'])
  const stages = (name: string) => `FROM base AS ${name}\nCMD ["node", "apps/${name}/dist/main.js"]\n`
  expect(
    await servicesOf({
      ...WORKSPACE,
      Dockerfile: `FROM node:24 AS base\nCOPY . .\n${stages('api')}${stages('web')}`,
      'fly.web.toml': app('shop-web', build('Dockerfile', 'build-target = "web"\n')),
      'fly.api.toml': app('shop-api', build('Dockerfile', 'build-target = "api"\n')),
    }),
  ).toEqual(['shop-api 3000'])
})

const GO = 'module example.org/shop\n\nrequire github.com/prometheus/client_golang v1.23.0\n'

test('of the programs of a module of Go, the one that is built, with what it imports', async () => {
  const dockerfile = (name: string) =>
    `FROM golang:1.25 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /out/server ./cmd/${name}\nFROM alpine\nCOPY --from=build /out/server /server\nCMD ["/server"]\n`
  const main = (name: string) => `package main\n\nimport "example.org/shop/internal/${name}"\n`
  expect(
    await servicesOf({
      'go.mod': GO,
      'cmd/admin/main.go': main('admin'),
      'cmd/feed/main.go': main('feed'),
      'internal/admin/http.go': 'package admin\n',
      'internal/feed/http.go':
        'package feed\n\nfunc run() {\n\tmux.Handle("/metrics", promhttp.Handler())\n}\n',
      'fly.admin.toml': app('shop-admin', build('Dockerfile.admin')),
      'fly.feed.toml': app('shop-feed', build('Dockerfile.feed')),
      'Dockerfile.admin': dockerfile('admin'),
      'Dockerfile.feed': dockerfile('feed'),
    }),
  ).toEqual(['shop-feed 3000'])
})

test('of the programs of a workspace of Cargo, the one with the dependency', async () => {
  const crate = (name: string, more: string) =>
    `[package]\nname = "${name}"\nversion = "0.1.0"\n\n[dependencies]\n${more}\n`
  const dockerfile = (name: string) =>
    `FROM rust:1.90 AS build\nWORKDIR /app\nCOPY . .\nRUN cargo build --release -p ${name}\nFROM debian\nCOPY --from=build /app/target/release/${name} /usr/local/bin/app\nCMD ["app"]\n`
  expect(
    await servicesOf({
      'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n\n[workspace.dependencies]\nprometheus = "0.14"\n',
      'crates/api/Cargo.toml': crate('api', 'telemetry.workspace = true'),
      'crates/api/src/main.rs': 'mod http;\n',
      'crates/api/src/http.rs': 'fn router() { router.route("/metrics", get(telemetry::page)) }\n',
      'crates/jobs/Cargo.toml': crate('jobs', 'serde = "1"'),
      'crates/jobs/src/main.rs': 'fn main() {}\n',
      'crates/telemetry/Cargo.toml': crate('telemetry', 'prometheus.workspace = true'),
      'crates/telemetry/src/lib.rs': 'pub fn page() {}\n',
      'fly.jobs.toml': app('shop-jobs', build('Dockerfile.jobs')),
      'fly.api.toml': app('shop-api', build('Dockerfile.api')),
      'Dockerfile.api': dockerfile('api'),
      'Dockerfile.jobs': dockerfile('jobs'),
    }),
  ).toEqual(['shop-api 3000'])
})

test('process groups have what their commands start, also through a script', async () => {
  expect(
    await servicesOf({
      'requirements.txt': 'prometheus-client==0.21\n',
      'shop/web.py': 'from shop.pages import router\n',
      'shop/pages.py': '@router.get("/metrics")\ndef page():\n    return generate_latest()\n',
      'shop/worker.py': 'from .listen import listen\n',
      'shop/listen.py': 'from prometheus_client import start_http_server\nstart_http_server(9107)\n',
      'bin/worker.sh': '#!/bin/sh\n# uvicorn shop.web:app\nexec python -m shop.worker\n',
      Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\n',
      'fly.toml': app('shop', '[processes]\nweb = "uvicorn shop.web:app"\nwork = "bin/worker.sh"\n').replace(
        'internal_port',
        'processes = ["web"]\ninternal_port',
      ),
    }),
  ).toEqual(['shop web 3000', 'shop work 9107'])
})

test('what is imported from the file of another program is not started by it', async () => {
  const python = (name: string) => app(`shop-${name}`, `[processes]\napp = "python -m shop.${name}"\n`)
  expect(
    await servicesOf({
      'requirements.txt': 'prometheus-client==0.21\n',
      'shop/api.py': 'from shop.worker import name\n',
      'shop/worker.py': 'from prometheus_client import start_http_server\nstart_http_server(9107)\n',
      Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\n',
      'fly.toml': python('api'),
      'fly.worker.toml': python('worker').replace(/\[http_service\][\s\S]*/, ''),
    }),
  ).toEqual(['shop-worker 9107'])
})

test('a Dockerfile in a folder of Dockerfiles is built where its files are', async () => {
  const { text, notes } = await draftOf({
    'backend/package.json': manifest('backend', PROM_CLIENT),
    'backend/server.js': ROUTE,
    'fly.toml': app('shop', build('docker/backend.Dockerfile')),
    'docker/backend.Dockerfile': 'FROM node:24\nCOPY package.json server.js ./\nCMD ["node", "server.js"]\n',
  })
  expect(parse(text)).toMatchObject({ apps: [{ context: 'backend' }], services: [{ port: 3000 }] })
  expect(notes.join('\n')).not.toContain('not in this repository')
})

test('the programs of a package in folders of their own have what they import of another package', async () => {
  const fly = (name: string) => `app = "${name}"\nprimary_region = "fra"\n[env]\nPORT = "8000"\n`
  const dockerfile =
    'FROM node:24\nWORKDIR /app\nCOPY dist/index.js lib/index.mjs\nCMD ["node", "lib/index.mjs"]\n'
  const services = await servicesOf({
    'packages/peer/package.json': manifest('@shop/peer', PROM_CLIENT),
    'packages/peer/src/api.ts': ROUTE,
    'packages/peer/src/socket.ts': 'export const open = () => connect()\n',
    'packages/test-net/package.json': manifest('@shop/test-net', '"@shop/peer": "1.0.0"'),
    'packages/test-net/relay/fly.toml': fly('shop-relay'),
    'packages/test-net/relay/Dockerfile': dockerfile,
    'packages/test-net/relay/src/index.ts': 'import { open } from "@shop/peer/socket"\nopen()\n',
    'packages/test-net/meet/fly.toml': fly('shop-meet'),
    'packages/test-net/meet/Dockerfile': dockerfile,
    'packages/test-net/meet/src/index.ts':
      'import { api } from "@shop/peer/api"\napi.listen(process.env.PORT)\n',
  })
  expect(services).toEqual(['shop-meet 8000'])
})

test('a job for this machine is that of the app with its name', async () => {
  expect(
    await servicesOf({
      'fly.toml': app('shop'),
      'prometheus.yml':
        'scrape_configs:\n  - job_name: shop\n    static_configs: [{ targets: ["host.docker.internal:8081"] }]\n',
    }),
  ).toEqual(['shop 8081'])
})

test.each<[what: string, code: Files, expected: string]>([
  [
    'an answer of JSON, however long',
    {
      'src/agents.ts': `router.get('/metrics', async (req, res) => {\n${'  const one = await two()\n'.repeat(4)}  res.json({})\n})\n`,
      'src/main.ts': "app.get('/system/metrics', metricsHandler)\n",
    },
    '/system/metrics',
  ],
  [
    'an exporter that is not started',
    {
      'package.json': manifest('shop', `"@opentelemetry/exporter-prometheus": "1", ${PROM_CLIENT}`),
      'src/main.ts': ROUTE,
    },
    '/metrics',
  ],
])('the route is the one of Prometheus: not %s', async (_, code, expected) => {
  const { text } = await draftOf({
    'fly.toml': app('shop'),
    'package.json': manifest('shop', PROM_CLIENT),
    ...code,
  })
  const { services } = parse(text) as { services: { port: number; path?: string }[] }
  expect(services.map(({ port, path = '/metrics' }) => `${port}${path}`)).toEqual([`3000${expected}`])
})

test('a program of somebody else with plugins is left alone; a language is no program', async () => {
  const { text } = await draftOf({
    'fly.toml': app('shop'),
    'quality/fly.toml': app('quality'),
    'quality/Dockerfile': 'FROM sonarqube:25\nRUN curl -O https://example.org/plugin.jar\n',
    'tool/fly.toml': app('tool'),
    'tool/Dockerfile': 'FROM python:3.13\nRUN pip install tool\nCMD ["tool"]\n',
  })
  expect((parse(text) as { apps: { app: string }[] }).apps.map((one) => one.app)).toEqual(['shop', 'tool'])
})

test('credentials of a webhook have a note', async () => {
  const { notes } = await draftOf({
    'fly.toml': app('shop'),
    'alertmanager.yml':
      'route:\n  receiver: uptime\nreceivers:\n  - name: uptime\n    webhook_configs:\n      - url: https://uptime.example.org\n        http_config: { authorization: { credentials: x } }\n',
  })
  expect(notes.join('\n')).toContain('Receiver "uptime" (webhook) has `http_config`')
})

test.each<[how: string, script: string]>([
  ['a name with a default', 'APP="${1:-api}"\necho "starting $APP"\n"./${APP}" &\nwait\n'],
  ['a case', 'case "$1" in\n  jobs)\n    exec ./jobs ;;\n  *)\n    exec ./api ;;\nesac\n'],
  ['a case in one line', 'case "${1:-api}" in jobs|worker) exec ./jobs;; api) exec ./api;; esac\n'],
  ['a condition', 'if [ "$1" = "jobs" ]; then\n  BIN=jobs\nelse\n  BIN=api\nfi\nexec "./$BIN"\n'],
  ['a condition in front of a command', '[ "$1" = jobs ] && exec ./jobs\nexec ./api\n'],
  ['a condition that ends the script', 'if [ "$1" = jobs ]; then exec ./jobs; fi\nexec ./api\n'],
  ['arguments that are handed on', 'if [ $# -eq 0 ]; then set -- api; exec ./api; fi\nexec "./$@"\n'],
  ['the process group', '[[ "$FLY_PROCESS_GROUP" == jobs ]] && exec ./jobs || exec ./api\n'],
])('a start script whose argument says what it starts: %s', async (_, script) => {
  const dockerfile =
    'FROM golang:1.25 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o api ./cmd/api/main.go && go build -o jobs ./cmd/queue/main.go\nFROM alpine\nWORKDIR /app\nCOPY --from=build /src/api .\nCOPY --from=build /src/jobs .\nCOPY scripts/start.sh .\nCMD ["./start.sh"]\n'
  const route = (port: number) =>
    `package main\n\nfunc main() {\n\thttp.Handle("/metrics", promhttp.Handler())\n\thttp.ListenAndServe(":${port}", nil)\n}\n`
  const files = {
    'go.mod': GO,
    'cmd/api/main.go': route(9001),
    'cmd/queue/main.go': route(9002),
    'scripts/start.sh': `#!/bin/sh\nset -e\n${script}`,
    Dockerfile: dockerfile,
    'fly.api.toml': app('shop-api', '[processes]\napi = "./start.sh"\n'),
    'fly.jobs.toml': app('shop-jobs', '[processes]\njobs = "./start.sh jobs"\n'),
  }
  expect(await servicesOf(files)).toEqual(['shop-api 9001', 'shop-jobs 9002'])
})

test.each([
  ['by code that the command does not reach', '', 'started', []],
  ['in its file, by what is not called either', 'def observe():\n    serve_metrics()\n', 'started', []],
  [
    'by what another function of the start calls',
    'def observe():\n    serve_metrics()\n',
    'observe',
    ['shop 9100'],
  ],
])('a server for metrics is one of an app where it is called: %s', async (_, more, called, servers) => {
  const files = {
    'fly.toml': app('shop', '[processes]\napp = "uvicorn shop.api:app"'),
    'requirements.txt': 'prometheus-client\n',
    'shop/api.py': `from shop.otel import ${called}\n${called}()\n@app.get("/metrics")\ndef metrics():\n    return Response(generate_latest())\n`,
    'shop/main.py': 'from shop.otel import serve_metrics\nserve_metrics()\n',
    'shop/otel.py': `from prometheus_client import start_http_server\n\n\ndef started() -> bool:\n    return True\n\n\ndef serve_metrics(\n    name: str = "shop",\n) -> None:\n    start_http_server(9100)\n\n\n${more}`,
  }
  expect(await servicesOf(files)).toEqual(['shop 3000', ...servers])
})
