import { expect, test } from '@jest/globals'
import { draftOf, type Files } from '../support/init-draft.ts'

/** Handlers that answer with the metrics only under a condition, which they check by themselves. */

const LIVE = 'app = "chat"\nprimary_region = "fra"\n[http_service]\ninternal_port = 3000\n'
const NODE = {
  'fly.toml': LIVE,
  'package.json': '{ "dependencies": { "express": "5", "prom-client": "15" } }\n',
}
const PYTHON = { 'fly.toml': LIVE, 'requirements.txt': 'fastapi\nprometheus-client\n' }
const GO = {
  'fly.toml': LIVE,
  'go.mod': 'module chat\nrequire github.com/prometheus/client_golang v1.23.0\n',
}
const ANSWER = '  res.end(await register.metrics())\n})\n'
const node = (lines: string) => `app.get("/metrics", async (req, res) => {\n${lines}${ANSWER}`
const python = (lines: string) =>
  `app = FastAPI()\n@app.get("/metrics")\ndef page(request: Request):\n${lines}    return Response(generate_latest())\n`

async function notesOf(files: Files): Promise<string> {
  const { notes } = await draftOf(files)
  return notes.filter((note) => /asks for credentials|answers with 404|in front of it/.test(note)).join('\n')
}

const CHECK = {
  'check.js':
    'export async function allowed(\n  req,\n  res,\n) {\n  if (known(req)) return true\n  res.status(401).end()\n  return false\n}\n',
}

test.each<[string, Files, string]>([
  [
    'a switch that is on by default, and a function that refuses',
    {
      ...NODE,
      ...CHECK,
      'config.js': 'export const schema = {\n  CLOSED_PAGES: flag.default(true),\n}\n',
      'app.js': node('  if (env.CLOSED_PAGES && !(await allowed(req, res))) {\n    return\n  }\n'),
    },
    'app.js:2 /metrics asks for credentials here, depending on "CLOSED_PAGES" ("true" by default, config.js:2): a scrape without them is refused.',
  ],
  [
    'a function that refuses',
    { ...NODE, ...CHECK, 'app.js': node('  if (!(await allowed(req, res))) return\n') },
    'app.js:2 /metrics asks for credentials here: a scrape without them may be refused.',
  ],
  [
    'a function that throws',
    {
      ...PYTHON,
      'main.py': `${python('    check(request)\n')}\ndef check(request):\n    if not request.headers.get("x-key"):\n        raise HTTPException(status_code=403)\n`,
    },
    'main.py:4 /metrics asks for credentials here: a scrape without them may be refused.',
  ],
  [
    'a header that is compared, in one line',
    { ...NODE, 'app.js': node('  if (req.get("x-key") !== key) return res.sendStatus(403)\n') },
    'app.js:2 /metrics asks for credentials here: a scrape without them may be refused.',
  ],
  [
    'a function of Go that answers by itself',
    {
      ...GO,
      'main.go':
        'package main\nfunc main() {\n\thttp.HandleFunc("/metrics", func(w http.ResponseWriter, r *http.Request) {\n\t\tif !known(w, r) {\n\t\t\treturn\n\t\t}\n\t\tpromhttp.Handler().ServeHTTP(w, r)\n\t})\n}\n\nfunc known(w http.ResponseWriter, r *http.Request) bool {\n\thttp.Error(w, "no", http.StatusUnauthorized)\n\treturn false\n}\n',
    },
    'main.go:4 /metrics asks for credentials here: a scrape without them may be refused.',
  ],
  [
    'another answer than for development, by a function of another file',
    {
      ...PYTHON,
      'mode.py': 'def is_local() -> bool:\n    return os.getenv("STAGE", "local") == "local"\n',
      'main.py': `from mode import is_local\n${python('    if not is_local():\n        raise HTTPException(\n            status_code=404,\n        )\n')}`,
    },
    'main.py:5 /metrics answers with 404 here, depending on "STAGE" ("local" by default, mode.py:2).',
  ],
  [
    'a variable that the machines have',
    {
      ...NODE,
      'fly.toml': `${LIVE}[env]\nSTAGE = "live"\n`,
      'app.js': node('  if (process.env.STAGE !== "local") {\n    return res.status(404).end()\n  }\n'),
    },
    'app.js:2 /metrics answers with 404 here, depending on "STAGE", which is "live" for its machines.',
  ],
  [
    'an answer only inside of the condition',
    {
      ...NODE,
      'app.js':
        'const isLocal = process.env.STAGE === "local"\napp.get("/metrics", async (req, res) => {\n  if (isLocal) {\n    return res.end(await register.metrics())\n  }\n  return res.status(404).end()\n})\n',
    },
    'app.js:3 /metrics answers with 404 here, depending on "STAGE".',
  ],
  [
    'no token, in the branch that belongs to it',
    {
      ...NODE,
      'app.js': node(
        '  const token = options?.token ?? process.env.SCRAPE_TOKEN\n  if (token) {\n    if (!same(token, req)) {\n      return res.status(404).end()\n    }\n  } else if (process.env.STAGE === "live") {\n    return res.status(404).end()\n  }\n',
      ),
    },
    'app.js:7 /metrics answers with 404 here, depending on "SCRAPE_TOKEN".',
  ],
  [
    'no token, in Python',
    {
      ...PYTHON,
      'main.py': python(
        '    if settings.scrape_token is not None:\n        check(request)\n    elif settings.stage == "live":\n        raise HTTPException(404)\n',
      ),
    },
    'main.py:6 /metrics answers with 404 here, depending on "scrape_token".',
  ],
  [
    'another mode, where the branch before it asks for a value',
    {
      ...NODE,
      'app.js': node(
        '  if (process.env.STAGE === "test") {\n    count()\n  } else if (process.env.MODE !== "local") {\n    return res.status(404).end()\n  }\n',
      ),
    },
    'app.js:4 /metrics answers with 404 here, depending on "MODE".',
  ],
])('%s', async (_, files, note) => {
  expect(await notesOf(files)).toBe(note)
})

const SWITCH = node('  if (env.CLOSED_PAGES && !(await allowed(req, res))) return\n')

test.each<[string, Files]>([
  [
    'a switch that is off by default',
    {
      ...NODE,
      ...CHECK,
      'config.js': 'export const schema = {\n  CLOSED_PAGES: flag.default(false),\n}\n',
      'app.js': SWITCH,
    },
  ],
  [
    'a switch that the machines have turned off',
    { ...NODE, ...CHECK, 'fly.toml': `${LIVE}[env]\nCLOSED_PAGES = "false"\n`, 'app.js': SWITCH },
  ],
  [
    'a negated switch that is on',
    {
      ...PYTHON,
      'settings.py': 'class Settings:\n    open_pages: bool = True\n',
      'main.py': python('    if not settings.open_pages:\n        raise HTTPException(404)\n'),
    },
  ],
  [
    'a token that the machines have',
    {
      ...NODE,
      'fly.toml': `${LIVE}[env]\nSCRAPE_TOKEN = "a"\n`,
      'app.js': node(
        '  if (process.env.SCRAPE_TOKEN) {\n    count()\n  } else if (process.env.STAGE === "live") {\n    return res.status(404).end()\n  }\n',
      ),
    },
  ],
  ['the method', { ...NODE, 'app.js': node('  if (req.method !== "GET") return res.sendStatus(404)\n') }],
  [
    'something that is not there',
    { ...NODE, 'app.js': node('  if (!register) return res.sendStatus(404)\n') },
  ],
  ['an error', { ...NODE, 'app.js': node('  if (failed) return res.sendStatus(500)\n') }],
  [
    'a function that only counts',
    { ...NODE, 'app.js': `${node('  count(req)\n')}\nfunction count(req) {\n  requests.inc()\n}\n` },
  ],
])('%s is no note', async (_, files) => {
  expect(await notesOf(files)).toBe('')
})

const REFUSAL = 'res.status(401).end()'
const FASTAPI = 'fastapi\nprometheus-client\n'
const PYTHON_PAGE = '@app.get("/metrics")\ndef page():\n    return Response(generate_latest())\n'

test.each<[how: string, place: string, files: Files]>([
  [
    'around a mux of Go',
    'http.go:9',
    {
      'go.mod': 'module chat\nrequire github.com/prometheus/client_golang v1.23.0\n',
      'http.go':
        'package main\n\nfunc (s *Server) routes() {\n\ts.mux.Handle("GET /metrics", promhttp.Handler())\n\ts.mux.HandleFunc("GET /users", s.users)\n}\n\nfunc (s *Server) Handler() http.Handler {\n\treturn s.limit(s.auth(s.mux))\n}\n\nfunc (s *Server) auth(h http.Handler) http.Handler {\n\treturn http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {\n\t\tif s.token == "" || isProbe(r.URL.Path) {\n\t\t\th.ServeHTTP(w, r)\n\t\t\treturn\n\t\t}\n\t\thttp.Error(w, "", http.StatusUnauthorized)\n\t})\n}\n\nfunc isProbe(path string) bool {\n\treturn path == "/healthz"\n}\n',
    },
  ],
  [
    'before the routes of Express',
    'index.js:5',
    {
      'package.json': '{ "dependencies": { "express": "5", "prom-client": "15" } }\n',
      'index.js': `const app = express()\nfunction requireAuth(req, res, next) {\n  return req.user ? next() : ${REFUSAL}\n}\napp.use(requireAuth)\napp.get('/metrics', async (_, res) => res.end(await register.metrics()))\napp.listen(8080)\n`,
    },
  ],
  [
    'as a dependency of the app',
    'main.py:5',
    {
      'requirements.txt': FASTAPI,
      'main.py': `def verify_key(key: str = Header()):\n    if key != KEY:\n        raise HTTPException(401)\n\napp = FastAPI(dependencies=[Depends(verify_key)])\n\n${PYTHON_PAGE}`,
    },
  ],
  [
    'as a class of Starlette',
    'main.py:4',
    {
      'requirements.txt': FASTAPI,
      'auth.py':
        'PUBLIC = {"/health"}\n\nclass AuthMiddleware(BaseHTTPMiddleware):\n    async def dispatch(self, request, call_next):\n        if request.url.path not in PUBLIC and not known(request):\n            return JSONResponse({}, status_code=401)\n        return await call_next(request)\n',
      'main.py': `from auth import AuthMiddleware\n\napp = FastAPI()\napp.add_middleware(AuthMiddleware)\n\n${PYTHON_PAGE}`,
    },
  ],
])('a middleware with credentials in front of all routes: %s', async (_, place, files) => {
  const fly = 'app = "chat"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n'
  const { notes } = await draftOf({ 'fly.toml': fly, ...files })
  expect(notes.join('\n')).toContain(`${place} `)
  expect(notes.join('\n')).toMatch(/is in front of .*, and refuses requests/)
  const exempt = Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, text.replace(/"\/healthz?"/, '"/metrics"')]),
  )
  const open = await draftOf({ 'fly.toml': fly, ...exempt })
  expect(/in front of/.test(open.notes.join('\n'))).toBe(!/isProbe|PUBLIC/.test(JSON.stringify(files)))
})

test('a middleware that only looks who asks, or that follows the route, refuses no scrape', async () => {
  const fly = 'app = "chat"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n'
  const route = "app.get('/metrics', async (_, res) => res.end(await register.metrics()))\n"
  const define = (body: string) => `function requireAuth(req, res, next) {\n  ${body}\n}\n`
  for (const code of [
    `${define('req.user = who(req); next()')}app.use(requireAuth)\n${route}`,
    `${define(REFUSAL)}${route}app.use(requireAuth)\n`,
  ]) {
    const { notes } = await draftOf({
      'fly.toml': fly,
      'package.json': '{ "dependencies": { "express": "5", "prom-client": "15" } }\n',
      'index.js': `const app = express()\n${code}app.listen(8080)\n`,
    })
    expect(notes.join('\n')).not.toMatch(/in front of/)
  }
})

test('a guard in the lines that the call of a route continues', async () => {
  const notes = await notesOf({
    ...GO,
    'main.go':
      'package main\nfunc main() {\n  r := chi.NewRouter()\n  r.With(\n    middleware.RequireAuth(provider),\n  ).Handle("/metrics", promhttp.Handler())\n  http.ListenAndServe(":3000", r)\n}\n',
  })
  expect(notes).toContain('main.go:6 /metrics has "RequireAuth" in front of it')
})

test('a guard among the parameters of a route, each on a line of its own, is named; what gives it data is none', async () => {
  const page = (parameter: string) =>
    `@app.get("/metrics")\nasync def metrics(\n    found: Any = Depends(${parameter}),\n) -> Response:\n    return Response(generate_latest())\n`
  const notesOf = async (parameter: string) =>
    (await draftOf({ ...PYTHON, 'main.py': `app = FastAPI()\n${page(parameter)}` })).notes.join('\n')
  expect(await notesOf('_require_scope')).toContain('/metrics has "_require_scope" in front of it')
  expect(await notesOf('get_db')).not.toContain('in front of it')
})

test('a hook that is only for the path of the metrics, and refuses there, is named', async () => {
  const { notes } = await draftOf({
    'fly.toml': 'app = "chat"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n',
    'package.json': '{ "dependencies": { "fastify": "5", "fastify-metrics": "12" } }',
    'app.js':
      "const app = fastify()\napp.addHook('onRequest', async (request, reply) => {\n  if (request.url !== '/metrics') return\n  if (request.headers.authorization !== wanted) return reply.code(401).send()\n})\napp.register(require('fastify-metrics'), { endpoint: '/metrics' })\napp.listen({ port: 8080, host: '::' })\n",
  })
  expect(notes.join('\n')).toMatch(/app\.js:[34] \/metrics asks for credentials here/)
})
