import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { draftOf, type Files } from '../support/init-draft.ts'

/** Under which path code answers with metrics, and what becomes of declarations that the code contradicts. */

const LIVE = 'app = "chat"\nprimary_region = "fra"\n[http_service]\ninternal_port = 3000\n'
const PYTHON = { 'fly.toml': LIVE, 'requirements.txt': 'fastapi\nprometheus-client\n' }
const NODE = {
  'fly.toml': LIVE,
  'package.json': '{ "dependencies": { "express": "5", "prom-client": "15" } }\n',
}
const GO = {
  'fly.toml': LIVE,
  'go.mod': 'module chat\nrequire github.com/prometheus/client_golang v1.23.0\n',
}

async function drafted(files: Files) {
  const { text, notes, problems } = await draftOf(files)
  const { services } = parse(text) as { services: Record<string, unknown>[] }
  return { services, notes: notes.join('\n'), hints: problems.map(({ hint }) => hint).join('\n') }
}

const PAGE = 'def page():\n    return Response(generate_latest())\n'

test.each<[string, Files, string | undefined]>([
  [
    'a route of the app itself does not have the prefix of its routers',
    {
      ...PYTHON,
      'main.py': `app = FastAPI()\napp.include_router(router, prefix="/v1")\n\n@app.get("/metrics")\n${PAGE}`,
    },
    undefined,
  ],
  [
    'a router with a prefix that a constant has, mounted through a package',
    {
      ...PYTHON,
      'shop/main.py':
        'from shop.api import api_router\napp = FastAPI()\napp.include_router(api_router, prefix=settings.API_V1)\n',
      'shop/settings.py': 'class Settings:\n    API_V1: str = "/api/v1"\n',
      'shop/api/__init__.py':
        'from .watch import router as watch\napi_router = APIRouter()\napi_router.include_router(watch)\n',
      'shop/api/watch.py': `router = APIRouter(prefix="/watch")\n\n@router.get(\n    "/metrics",\n    tags=["x"],\n)\n${PAGE}`,
    },
    '/api/v1/watch/metrics',
  ],
  [
    'a dictionary that is asked for metrics is no route',
    {
      ...PYTHON,
      'agent.py': 'def run(task):\n    return task.get("metrics", {})\n',
      'routers/metrics.py': `router = APIRouter(prefix="/api/metrics")\n\n@router.get("/prometheus")\n${PAGE}`,
      'main.py': 'from routers import metrics\napp = FastAPI()\napp.include_router(metrics.router)\n',
    },
    '/api/metrics/prometheus',
  ],
  [
    'a router that has the word twice',
    {
      ...NODE,
      'src/server.ts':
        'import { watch } from "./routes/watch.js"\nconst app = express()\napp.use("/api/metrics", watch)\n',
      'src/routes/watch.ts':
        'export const watch = Router()\nwatch.get("/metrics", async (_, res) => {\n  res.end(await register.metrics())\n})\n',
    },
    '/api/metrics/metrics',
  ],
  [
    'a route of a function that another file calls with a group',
    {
      ...GO,
      'main.go': 'func main() {\n\te := echo.New()\n\tapi := e.Group("/internal")\n\tregister(api)\n}\n',
      'watch.go':
        'func register(g *echo.Group) {\n\tg.GET("/metrics", echo.WrapHandler(promhttp.Handler()))\n}\n',
    },
    '/internal/metrics',
  ],
  [
    'a block of routes',
    {
      ...GO,
      'main.go':
        'func main() {\n\tr := chi.NewRouter()\n\tr.Route("/debug", func(r chi.Router) {\n\t\tr.Handle("/metrics", promhttp.Handler())\n\t})\n}\n',
    },
    '/debug/metrics',
  ],
  [
    'a path that a setting has, with its default',
    {
      ...GO,
      'main.go': 'func main() {\n\tmux.Handle("GET "+cfg.MetricsPath, page.Handler())\n}\n',
      'config.go':
        'func load() {\n\tcfg.MetricsPath = os.Getenv("METRICS_PATH")\n\tif cfg.MetricsPath == "" {\n\t\tcfg.MetricsPath = "/internal/metrics"\n\t}\n\tif !strings.HasPrefix(cfg.MetricsPath, "/") {\n\t\tcfg.MetricsPath = "/" + cfg.MetricsPath\n\t}\n}\n',
    },
    '/internal/metrics',
  ],
  [
    'a route by another name that answers with metrics',
    {
      ...NODE,
      'index.js':
        'const app = express()\napp.get("/stats", async (q, res) => {\n  res.send(await register.metrics())\n})\n',
    },
    '/stats',
  ],
])('%s', async (_, files, path) => {
  const { services } = await drafted(files)
  expect(services).toEqual([{ name: 'chat', app: 'chat', port: 3000, ...(path !== undefined && { path }) }])
})

test('a prefix that is calculated is not guessed', async () => {
  const { services, notes } = await drafted({
    ...NODE,
    'src/app.ts':
      'import { api } from "./api"\nconst app = express()\napp.use(`/${conf.get("base")}/api`, api)\n',
    'src/api.ts':
      'export const api = Router()\napi.get("/metrics", async (_, res) => res.end(await register.metrics()))\n',
  })
  expect(services).toMatchObject([{ port: null }])
  expect(notes).toContain('src/api.ts:2 has /metrics on a router, and what mounts that was not found')
})

test('a router that nothing mounts leaves the question open, and a route of business figures is none', async () => {
  const loose = await drafted({
    ...NODE,
    'src/watch.ts':
      'export const watch = Router()\nwatch.get("/metrics", async (_, res) => res.end(await register.metrics()))\n',
  })
  expect(loose.services).toMatchObject([{ port: null }])
  expect(loose.notes).toContain('src/watch.ts:2 has /metrics on a router, and what mounts that was not found')
  const json = await drafted({
    ...NODE,
    'src/app.ts':
      'const app = express()\napp.get("/metrics", async (_, res) => {\n  const sales = await count()\n  res.json({ sales })\n})\n',
  })
  expect(json.services).toMatchObject([{ port: null }])
})

test('a secret and a setting that a handler asks for are said', async () => {
  const { services, notes } = await drafted({
    ...GO,
    'main.go':
      'func main() {\n\tapp := fiber.New()\n\tif cfg.MetricsEnabled {\n\t\tapp.Get("/metrics", serve)\n\t}\n}\n\nfunc serve(c *fiber.Ctx) error {\n\tif c.Get("X-Token") != os.Getenv("METRICS_TOKEN") {\n\t\treturn c.SendStatus(401)\n\t}\n\treturn adaptor.HTTPHandler(promhttp.Handler())(c)\n}\n',
  })
  expect(services).toMatchObject([{ port: 3000 }])
  expect(notes).toContain('/metrics has "METRICS_TOKEN" in front of it')
  expect(notes).toContain('/metrics depends on "cfg.MetricsEnabled" here')
})

const DECLARED = `${LIVE}[metrics]\nport = 9091\npath = "/metrics"\n`

test('[metrics] gives way to the code of the app, with a note', async () => {
  const silent = await drafted({
    'fly.toml': DECLARED,
    'requirements.txt': 'flask\nprometheus-client\n',
    'app.py': 'app = Flask(__name__)\n',
  })
  expect(silent.services).toMatchObject([{ app: 'chat', port: null }])
  expect(silent.notes).toContain('nothing in the code of chat publishes metrics or listens on that port')
  const elsewhere = await drafted({
    ...NODE,
    'fly.toml': DECLARED,
    'index.js':
      'const app = express()\napp.get("/metrics", async (q, res) => res.end(await register.metrics()))\n',
  })
  expect(elsewhere.services).toEqual([{ name: 'chat', app: 'chat', port: 3000 }])
  expect(elsewhere.notes).toContain('publishes its metrics under /metrics on port 3000 (index.js:2)')
  const named = await drafted({
    ...NODE,
    'fly.toml': DECLARED,
    'index.js':
      'const app = express()\napp.get("/metrics", async (q, res) => res.end(await register.metrics()))\nadmin.listen(9091)\n',
  })
  expect(named.services).toMatchObject([{ port: 9091 }])
})

test('a job of Docker Compose is not for an app whose code has no metrics', async () => {
  const { services, notes } = await drafted({
    'fly.toml': LIVE,
    'package.json': '{ "dependencies": { "express": "5" } }\n',
    'index.js': 'express().listen(3000)\n',
    'prometheus.yml':
      'scrape_configs:\n  - job_name: chat\n    static_configs: [{ targets: ["localhost:3000"] }]\n',
  })
  expect(services).toMatchObject([{ app: 'chat', port: null }])
  expect(notes).toContain('nothing in the code of chat publishes metrics')
})

test('what listens on its own machine only cannot be scraped', async () => {
  const { services } = await drafted({
    'fly.toml': `${LIVE}[env]\nSIM_METRICS_HOST = "127.0.0.1"\nSIM_METRICS_PORT = "50052"\n`,
    'package.json': '{}',
  })
  expect(services).toMatchObject([{ port: null }])
})

test('a module that a command names and that is not here', async () => {
  const { services, notes } = await drafted({
    'fly.toml': `${LIVE}[processes]\nweb = "uvicorn shop.gateway:app"\n`,
    'requirements.txt': 'prometheus-client\n',
    'shop/other.py': `app = FastAPI()\n@app.get("/metrics")\n${PAGE}`,
  })
  expect(services).toMatchObject([{ port: null }])
  expect(notes).toContain('chat starts shop.gateway, which is not in this repository')
})

test('a target behind the proxy of Fly leaves the port to the code', async () => {
  const files = {
    ...GO,
    'fly.toml': 'app = "chat"\nprimary_region = "fra"\n',
    'prometheus.yml':
      'scrape_configs:\n  - job_name: chat\n    scheme: https\n    static_configs: [{ targets: ["chat.fly.dev:443"] }]\n',
  }
  const main =
    'mux.Handle("/metrics", promhttp.Handler())\nserver := &http.Server{Addr: ":8081", Handler: mux}\n'
  expect((await drafted({ ...files, 'main.go': main })).services).toMatchObject([{ app: 'chat', port: 8081 }])
  expect((await drafted(files)).notes).toContain('is not taken over: the port of the app is not known')
})

test('a library that go.mod has for another one is used where the code imports it', async () => {
  const { services } = await drafted({
    'fly.toml': LIVE,
    'go.mod': 'module chat\nrequire github.com/prometheus/client_golang v1.23.0 // indirect\n',
    'main.go':
      'func main() {\n\tmux := http.NewServeMux()\n\tmux.Handle("/metrics", promhttp.Handler())\n}\n',
  })
  expect(services).toMatchObject([{ app: 'chat', port: 3000 }])
})

test.each([
  ['an image of somebody else', 'FROM timberio/vector:0.40\nCOPY . .\n'],
  [
    'a program that the build downloads',
    'FROM golang:1.24\nCOPY . .\nRUN curl -L https://example.com/nats-exporter.tar.gz | tar xz\n',
  ],
])('[metrics] of %s is not held against the code beside it', async (_, dockerfile) => {
  const { services } = await drafted({
    'fly.toml': DECLARED,
    Dockerfile: dockerfile,
    'go.mod': 'module logs\n',
    'main.go': 'func main() {}\n',
  })
  expect(services).toMatchObject([{ app: 'chat', port: 9091 }])
})

test.each<[string, string, Files]>([
  [
    'of Python',
    '/api/fila/metricas',
    {
      'main.py':
        "app = FastAPI()\n\n@app.get('/api/users')\ndef users():\n    return read()\n\n@app.get('/api/fila/metricas')\ndef fila():\n    return Response(render(), media_type='text/plain; version=0.0.4; charset=utf-8')\n",
    },
  ],
  [
    'of Node',
    '/stats',
    {
      'index.js':
        "const app = express()\napp.get('/users', list)\napp.get('/stats', (req, res) => {\n  res.set('Content-Type', 'application/openmetrics-text; version=1.0.0')\n  res.end(lines())\n})\napp.listen(3000)\n",
    },
  ],
])(
  'a route with the media type of the format is the endpoint, whatever its name is: %s',
  async (_, path, files) => {
    const { services } = await drafted({ 'fly.toml': LIVE, 'requirements.txt': 'fastapi\n', ...files })
    expect(services).toMatchObject([{ port: 3000, path }])
  },
)

test('a client that accepts the media type of the format answers with nothing', async () => {
  const { services } = await drafted({
    'fly.toml': LIVE,
    'package.json': '{ "dependencies": { "express": "5", "fastapi": "0" } }\n',
    'index.js':
      "const app = express()\napp.get('/peers', async (req, res) => {\n  const headers = { Accept: 'application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4' }\n  res.end(await read(peer, { headers }))\n})\napp.listen(3000)\n",
  })
  expect(services).toMatchObject([{ port: null }])
})

test('of several routes with metrics the draft has one, and a note has the others; another name of one is none', async () => {
  const route = (path: string, what: string) =>
    `@app.get('${path}')\ndef ${what}():\n    return Response(render(${what}_all), media_type='text/plain; version=0.0.4')\n`
  const { services, notes } = await drafted({
    'fly.toml': LIVE,
    'package.json': '{ "dependencies": { "express": "5", "fastapi": "0" } }\n',
    'main.py': `app = FastAPI()\n\n${route('/metrics', 'app')}\n${route('/queue/stats', 'queue')}`,
  })
  expect(services).toMatchObject([{ port: 3000 }])
  expect(notes).toMatch(
    /\/queue\/stats \(main\.py:7\) answers with metrics of \S+ as well\. The draft has only \/metrics\./,
  )
  const same = await drafted({
    'fly.toml': LIVE,
    'package.json': '{ "dependencies": { "express": "5", "fastapi": "0" } }\n',
    'index.js':
      "const page = async (_, res) => res.end(await register.metrics())\nconst app = express()\napp.get('/metrics', page)\napp.get('/prometheus', page)\napp.listen(3000)\n",
  })
  expect(same.notes).not.toMatch(/as well/)
})

const SERVER = `async fn serve(config: &Config) {
    let app = Router::new().route("/metrics", get(page));
    axum::serve(TcpListener::bind(&config.metrics_addr).await, app).await
}
async fn page() -> String {
    TextEncoder::new().encode_to_string(&prometheus::gather()).unwrap()
}
`
const RUST = {
  'fly.toml': DECLARED,
  'Cargo.toml': '[package]\nname = "chat"\n[dependencies]\nprometheus = "0.14"\n',
  'src/main.rs': SERVER,
}

test.each([
  [
    'pub struct Config {\n    #[arg(long, env = "CHAT_METRICS_ADDR", default_value = "")]\n    pub metrics_addr: String,\n}\n',
    'from a setting (src/config.rs:3), and has no metrics while that is empty, as it is by default.',
    'Set CHAT_METRICS_ADDR for the machines, such as `[::]:9091`.',
  ],
  [
    'pub struct Config {\n    #[arg(long, env = "CHAT_METRICS_PORT")]\n    pub metrics_addr: String,\n}\n',
    'its code takes the port of the metrics from a setting (src/config.rs:3).',
    'Set CHAT_METRICS_PORT for the machines, such as `9091`.',
  ],
])('where a setting gives the metrics a port, the declared one stays: %s', async (config, message, hint) => {
  const { services, notes, hints } = await drafted({ ...RUST, 'src/config.rs': config })
  expect(services).toMatchObject([{ port: 9091 }])
  expect(notes).toContain(message)
  expect(hints).toContain(hint)
})

test('the default of a path does not contradict the one that is declared', async () => {
  const files = {
    ...GO,
    'main.go':
      'func main() {\n\tpath := conf.New().MetricsPath\n\tmux.Handle("GET "+cfg.MetricsPath, promhttp.Handler())\n}\n',
    'config.go': 'var base = Config{\n\tMetricsPath: "/metrics",\n}\n',
  }
  const declared = (path: string) => `${LIVE}[metrics]\nport = 3000\npath = "${path}"\n`
  const same = await drafted({ ...files, 'fly.toml': declared('/metrics') })
  expect(same.services).toMatchObject([{ port: 3000 }])
  expect(same.notes).not.toContain('is only here')
  const other = await drafted({ ...files, 'fly.toml': declared('/internal/metrics') })
  expect(other.services).toMatchObject([{ port: 3000, path: '/internal/metrics' }])
})

const MENTIONED = 'app = FastAPI()\nOPEN = ("/docs", "/metrics")\nREQUESTS = Counter("requests", "All.")\n'
const SCRAPED = {
  'prometheus.yml':
    'scrape_configs:\n  - job_name: chat\n    static_configs: [{ targets: ["localhost:3000"] }]\n',
}

test.each<[string, Files, boolean]>([
  ['a list of paths', { 'main.py': MENTIONED }, true],
  [
    'a function that only compares the path',
    { 'main.py': `${MENTIONED}def is_open(path):\n    return path == "/metrics" or path in OPEN\n` },
    true,
  ],
  ['a route', { 'main.py': `${MENTIONED}@app.get("/metrics")\n${PAGE}` }, false],
  [
    'a router that nothing mounts',
    { 'main.py': `${MENTIONED}router = APIRouter()\n@router.get("/metrics")\n${PAGE}` },
    false,
  ],
  [
    'a route whose path is not known',
    { 'main.py': `${MENTIONED}admin = APIRouter(prefix="/metrics")\n@admin.get("")\n${PAGE}` },
    false,
  ],
  ['code of a language whose routes are not read', { 'main.py': MENTIONED, 'web.rb': '' }, false],
  [
    'a library with a path of its own',
    { 'main.py': MENTIONED, 'requirements.txt': 'starlette-exporter\n' },
    false,
  ],
  [
    'a check that asks for it',
    { 'main.py': MENTIONED, 'fly.toml': `${LIVE}[[http_service.checks]]\npath = "/metrics"\n` },
    false,
  ],
])('a declared endpoint without a route in the code stays, with a note: %s', async (_, files, isNoted) => {
  for (const declared of [SCRAPED, { 'fly.toml': `${LIVE}[metrics]\nport = 3000\npath = "/metrics"\n` }]) {
    const { services, notes } = await drafted({ ...PYTHON, ...declared, ...files })
    expect(services).toMatchObject([{ app: 'chat', port: 3000 }])
    expect(notes.includes('no route that answers there with metrics was found in its code')).toBe(isNoted)
  }
})

test.each([
  [
    'settings that it copies',
    'FROM node:22\nCOPY . .\nCOPY ops/nginx /etc/nginx/\nENTRYPOINT ["/start"]\n',
    true,
  ],
  [
    'settings that a step copies',
    'FROM node:22\nCOPY . .\nRUN cp -r ops/nginx/* /etc/nginx/\nENTRYPOINT ["/start"]\n',
    true,
  ],
  [
    'another image whose tag is a variable',
    `ARG V=1\nFROM acme/nginx-node:\${V}\nCOPY . .\nENTRYPOINT ["/start"]\n`,
    true,
  ],
  [
    'its runtime only, whose tag is a variable',
    `ARG V=1\nFROM node:\${V}-slim\nCOPY . .\nRUN cp ca.crt /etc/ssl/certs/\nENTRYPOINT ["/start"]\n`,
    false,
  ],
])('a port that a server beside the code may open is not dropped: %s', async (_, dockerfile, isKept) => {
  const files = {
    'fly.toml': DECLARED,
    'package.json': '{ "dependencies": { "express": "5" } }\n',
    'index.js': 'express().listen(3000)\n',
    'ca.crt': '',
    Dockerfile: dockerfile,
  }
  const open = await drafted({ ...files, 'ops/nginx/mime.types': '' })
  expect(open.services).toMatchObject([{ port: isKept ? 9091 : null }])
  expect(open.notes.includes('that number was found neither in its code nor in its Dockerfile')).toBe(isKept)
  const named = await drafted({
    ...files,
    'ops/nginx/sites-enabled/metrics.conf': 'server {\n  listen 9091;\n}\n',
  })
  expect(named.services).toMatchObject([{ port: 9091 }])
  expect(named.notes).not.toContain('9091')
})
