import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { draftOf, type Files } from '../support/init-draft.ts'

/** Paths that a framework answers only with a slash at the end, to which it redirects: a scrape does not follow. */

const LIVE = 'app = "chat"\nprimary_region = "fra"\n[http_service]\ninternal_port = 3000\n'
const PYTHON = { 'fly.toml': LIVE, 'requirements.txt': 'fastapi\nprometheus-client\n' }
const HEAD = 'from fastapi import FastAPI\nfrom prometheus_client import make_asgi_app\napp = FastAPI()\n'
const MOUNTED = { ...PYTHON, 'main.py': `${HEAD}app.mount("/metrics", make_asgi_app())\n` }

async function drafted(files: Files) {
  const { text, notes } = await draftOf(files)
  const { services } = parse(text) as { services: { port: number; path?: string }[] }
  return { paths: services.map(({ path }) => path ?? '/metrics'), text, notes: notes.join('\n') }
}

test.each<[string, Files, string]>([
  ['an app that FastAPI mounts', MOUNTED, '/metrics/'],
  [
    'one in several lines, by its name',
    { ...PYTHON, 'main.py': `${HEAD}pages = make_asgi_app()\napp.mount(\n    "/metrics",\n    pages,\n)\n` },
    '/metrics/',
  ],
  [
    'one in a list of routes of Starlette',
    {
      ...PYTHON,
      'main.py':
        'from starlette.routing import Mount\nroutes = [\n    Mount("/ops/metrics", app=make_asgi_app()),\n]\napp = Starlette(routes=routes)\n',
    },
    '/ops/metrics/',
  ],
  [
    'the root of a router with a prefix',
    {
      ...PYTHON,
      'main.py': 'from stats import router\napp = FastAPI()\napp.include_router(router, prefix="/metrics")\n',
      'stats.py':
        'from prometheus_client import generate_latest\nrouter = APIRouter()\n\n@router.get("/")\ndef page():\n    return Response(generate_latest())\n',
    },
    '/metrics/',
  ],
  [
    'the root of a group of gin',
    {
      'fly.toml': LIVE,
      'go.mod': 'module chat\nrequire github.com/prometheus/client_golang v1.23.0\n',
      'main.go':
        'package main\nfunc main() {\n\tr := gin.New()\n\tm := r.Group("/metrics")\n\tm.GET("/", gin.WrapH(promhttp.Handler()))\n}\n',
    },
    '/metrics/',
  ],
  [
    'a mounted app whose pattern is replaced',
    {
      ...PYTHON,
      'main.py': `${HEAD}route = Mount("/metrics", make_asgi_app())\nroute.path_regex = re.compile("^/metrics(?P<path>.*)$")\n`,
    },
    '/metrics',
  ],
  [
    'the dispatcher of Werkzeug answers without the slash',
    {
      'fly.toml': LIVE,
      'requirements.txt': 'flask\nprometheus-client\n',
      'main.py':
        'app = Flask(__name__)\napp.wsgi_app = DispatcherMiddleware(app.wsgi_app, {\n    "/metrics": make_wsgi_app(),\n})\n',
    },
    '/metrics',
  ],
  [
    'a router of Express answers without the slash',
    {
      'fly.toml': LIVE,
      'package.json': '{ "dependencies": { "express": "5", "prom-client": "15" } }\n',
      'app.js':
        'const app = express()\nconst pages = Router()\napp.use("/metrics", pages)\npages.get("/", async (q, res) => {\n  res.end(await register.metrics())\n})\n',
    },
    '/metrics',
  ],
])('%s', async (_, files, path) => {
  expect((await drafted(files)).paths).toEqual([path])
})

const SCRAPE = (target: string) =>
  `scrape_configs:\n  - job_name: chat\n    static_configs:\n      - targets: ["${target}"]\n`

test.each<[string, Files]>([
  ['[metrics]', { 'fly.toml': `${LIVE}[metrics]\nport = 3000\npath = "/metrics"\n` }],
  ['a Prometheus on Fly', { 'prometheus.yml': SCRAPE('chat.internal:3000') }],
  ['a Prometheus on another machine', { 'prometheus.yml': SCRAPE('host.docker.internal:3000') }],
])('%s gets the slash that the code asks for, with a note', async (_, files) => {
  const middleware = { 'guard.py': 'def is_public(path):\n    return path == "/metrics"\n' }
  const { paths, notes, text } = await drafted({ ...MOUNTED, ...middleware, ...files })
  expect(paths).toEqual(['/metrics/'])
  expect(text).not.toContain('/metrics\n')
  expect(notes).toMatch(
    /under \/metrics\/ .{0,20}\(main\.py:4\)\. \/metrics redirects there, which the scrapes of the draft do not follow/,
  )
})
