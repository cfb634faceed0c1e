import { expect, test } from '@jest/globals'
import { draftOf, type Files } from '../support/init-draft.ts'

/** What stands in front of the route of the metrics and refuses a scrape, wherever it is put there. */

const FLY = 'app = "chat"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n'
const PYTHON = { 'requirements.txt': 'fastapi\nprometheus-client\n' }
const PAGE = '@app.get("/metrics")\ndef page():\n    return Response(generate_latest())\n'
const ROUTER = `router = APIRouter()\n${PAGE.replace('app', 'router')}`
const USER =
  'bearer = HTTPBearer()\n\ndef current(credentials=Depends(bearer)):\n    return decode(credentials)\n'
const NODE = { 'package.json': '{ "dependencies": { "express": "5", "prom-client": "15" } }\n' }
const ROUTE = "app.get('/metrics', async (_, res) => res.end(await register.metrics()))\n"
const GO = { 'go.mod': 'module chat\nrequire github.com/prometheus/client_golang v1.23.0\n' }
const RUST = { 'Cargo.toml': '[package]\nname = "chat"\n[dependencies]\nprometheus = "0.14"\naxum = "0.8"\n' }
const RUST_PAGE =
  'async fn page() -> String {\n    TextEncoder::new().encode_to_string(&prometheus::gather()).unwrap()\n}\nasync fn check(request: Request, next: Next) -> Result<Response, StatusCode> {\n    if request.headers().get("authorization").is_none() {\n        return Err(StatusCode::UNAUTHORIZED);\n    }\n    Ok(next.run(request).await)\n}\n'
const GO_CHECK =
  'func check(next http.Handler) http.Handler {\n\treturn http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {\n\t\tif r.Header.Get("Authorization") == "" {\n\t\t\thttp.Error(w, "", http.StatusUnauthorized)\n\t\t\treturn\n\t\t}\n\t\tnext.ServeHTTP(w, r)\n\t})\n}\n'
const REFUSE = 'if (!req.headers.authorization) return res.status(401).end()\n  next()'

async function notesOf(files: Files): Promise<string> {
  const { notes } = await draftOf({ 'fly.toml': FLY, ...files })
  return notes.filter((note) => /in front of|refuses requests|asks for credentials/.test(note)).join('\n')
}

test.each<[how: string, note: string, files: Files]>([
  [
    'dependencies of an included router, under a name',
    'main.py:3 "current_only" is in front of /metrics (pages.py:2)',
    {
      ...PYTHON,
      'auth.py': USER,
      'pages.py': ROUTER,
      'main.py':
        'import pages\napp = FastAPI()\napp.include_router(pages.router, dependencies=current_only)\ncurrent_only = [Depends(current)]\n',
    },
  ],
  [
    'dependencies of the app, under a name',
    'main.py:2 "guarded" is in front of /metrics',
    {
      ...PYTHON,
      'auth.py': USER,
      'main.py': `guarded = [Depends(current)]\napp = FastAPI(title="chat", dependencies=guarded)\n${PAGE}`,
    },
  ],
  [
    'what a function is given the app for',
    'web/guard.go:4 "check" is in front of /metrics (web/routes.go:4)',
    {
      ...GO,
      'main.go':
        'package main\n\nfunc main() {\n\tapp := fiber.New()\n\tweb.Guard(app)\n\tweb.Routes(app)\n\tapp.Listen(":8080")\n}\n',
      'web/guard.go':
        'package web\n\nfunc Guard(app *fiber.App) {\n\tapp.Use(check())\n}\n\nfunc check() fiber.Handler {\n\treturn func(c *fiber.Ctx) error {\n\t\tif c.Get("Authorization") == "" {\n\t\t\treturn c.SendStatus(401)\n\t\t}\n\t\treturn c.Next()\n\t}\n}\n',
      'web/routes.go':
        'package web\n\nfunc Routes(app *fiber.App) {\n\tapp.Get("/metrics", adaptor.HTTPHandler(promhttp.Handler()))\n}\n',
    },
  ],
  [
    'a class of Starlette with any name',
    'main.py:2 "Door" is in front of /metrics',
    {
      ...PYTHON,
      'door.py': `class Door:\n${'    # long\n'.repeat(50)}    async def __call__(self, scope, receive, send):\n        if not known(scope):\n            await Response(status_code=401)(scope, receive, send)\n            return\n        await self.app(scope, receive, send)\n`,
      'main.py': `app = FastAPI()\napp.add_middleware(Door)\n${PAGE}`,
    },
  ],
  [
    'a function that a decorator puts there',
    'main.py:2 "door" is in front of /metrics',
    {
      ...PYTHON,
      'main.py': `app = FastAPI()\n@app.middleware("http")\nasync def door(request, call_next):\n    if "x-key" not in request.headers:\n        return JSONResponse({}, status_code=403)\n    return await call_next(request)\n\n${PAGE}`,
    },
  ],
  [
    'hosts of Starlette',
    'main.py:3 "TrustedHostMiddleware" refuses requests for hosts that are not in its list: of /metrics',
    {
      ...PYTHON,
      'main.py': `app = FastAPI()\nHOSTS = ["chat.example.com"]\napp.add_middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)\n${PAGE}`,
    },
  ],
  [
    'a function in the call',
    'app.js:2 "app.use" is in front of /metrics',
    { ...NODE, 'app.js': `const app = express()\napp.use((req, res, next) => {\n  ${REFUSE}\n})\n${ROUTE}` },
  ],
  [
    'a hook of Fastify',
    'app.js:2 "app.addHook" is in front of /metrics',
    {
      'package.json': '{ "dependencies": { "fastify": "5", "prom-client": "15" } }\n',
      'app.js': `const app = fastify()\napp.addHook('onRequest', async (req, reply) => {\n  if (!req.headers.authorization) return reply.code(401).send()\n})\napp.get('/metrics', async () => register.metrics())\n`,
    },
  ],
  [
    'before the router is mounted',
    'app.js:7 "check" is in front of /metrics (pages.js:2)',
    {
      ...NODE,
      'pages.js': `export const router = express.Router()\n${ROUTE.replace('app', 'router')}`,
      'app.js': `import { router } from './pages.js'\nconst app = express()\nfunction check(req, res, next) {\n  ${REFUSE}\n}\napp.use(check)\napp.use(router)\n`,
    },
  ],
  [
    'in the call that mounts the router',
    'app.js:7 "check" is in front of /internal/metrics (pages.js:2)',
    {
      ...NODE,
      'pages.js': `export const router = express.Router()\n${ROUTE.replace('app', 'router')}`,
      'app.js': `import { router } from './pages.js'\nconst app = express()\nfunction check(req, res, next) {\n  ${REFUSE}\n}\napp.use('/internal', check, router)\n`,
    },
  ],
  [
    'a guard of all of NestJS',
    'app.module.ts:2 "KeyGuard" is in front of /metrics',
    {
      'package.json': '{ "dependencies": { "@nestjs/core": "11", "prom-client": "15" } }\n',
      'key.guard.ts':
        'export class KeyGuard implements CanActivate {\n  canActivate(context) {\n    throw new UnauthorizedException()\n  }\n}\n',
      'app.module.ts':
        '@Module({\n  providers: [{ provide: APP_GUARD, useClass: KeyGuard }],\n})\nexport class AppModule {}\n',
      'metrics.controller.ts':
        "@Controller('metrics')\nexport class MetricsController {\n  @Get()\n  async page() {\n    return register.metrics()\n  }\n}\n",
    },
  ],
  [
    'a group of chi',
    'main.go:6 "check" is in front of /metrics',
    {
      ...GO,
      'main.go': `package main\n\nfunc main() {\n\tr := chi.NewRouter()\n\tr.Group(func(r chi.Router) {\n\t\tr.Use(check)\n\t\tr.Handle("/metrics", promhttp.Handler())\n\t})\n\thttp.ListenAndServe(":8080", r)\n}\n\n${GO_CHECK}`,
    },
  ],
  [
    'a layer of axum',
    'src/main.rs:4 "check" is in front of /metrics',
    {
      ...RUST,
      'src/main.rs': `async fn main() {\n    let app = Router::new()\n        .route("/metrics", get(page))\n        .layer(middleware::from_fn(check));\n}\n${RUST_PAGE}`,
    },
  ],
  [
    'a layer around a merged router of axum',
    'src/main.rs:6 "check" is in front of /metrics',
    {
      ...RUST,
      'src/main.rs': `async fn main() {\n    let pages = Router::new()\n        .route("/metrics", get(page));\n    let app = Router::new()\n        .merge(pages)\n        .layer(middleware::from_fn_with_state(state.clone(), check));\n}\n${RUST_PAGE}`,
    },
  ],
  [
    'a block of Rails',
    'config/routes.rb:2 "authenticate" is in front of /metrics',
    {
      Gemfile: 'gem "rails"\ngem "prometheus-client"\n',
      'config/routes.rb':
        'Rails.application.routes.draw do\n  authenticate :user do\n    get "/metrics", to: "metrics#show"\n  end\nend\n',
      'app/controllers/metrics_controller.rb':
        'class MetricsController < ApplicationController\n  def show\n    render plain: Prometheus::Client::Formats::Text.marshal(Prometheus::Client.registry)\n  end\nend\n',
    },
  ],
  [
    'all controllers of Rails',
    'app/controllers/application_controller.rb:2 "authenticate_user!" is in front of /metrics',
    {
      Gemfile: 'gem "rails"\ngem "prometheus-client"\n',
      'config/routes.rb': 'Rails.application.routes.draw do\n  get "/metrics", to: "metrics#show"\nend\n',
      'app/controllers/application_controller.rb':
        'class ApplicationController < ActionController::Base\n  before_action :authenticate_user!\nend\n',
      'app/controllers/metrics_controller.rb':
        'class MetricsController < ApplicationController\n  def show\n    render plain: Prometheus::Client::Formats::Text.marshal(Prometheus::Client.registry)\n  end\nend\n',
    },
  ],
])('%s', async (_, note, files) => {
  expect(await notesOf(files)).toContain(note)
})

test.each<[string, Files]>([
  [
    'another group of chi',
    {
      ...GO,
      'main.go': `package main\n\nfunc main() {\n\tr := chi.NewRouter()\n\tr.Group(func(r chi.Router) {\n\t\tr.Use(check)\n\t\tr.Get("/users", users)\n\t})\n\tr.Handle("/metrics", promhttp.Handler())\n\thttp.ListenAndServe(":8080", r)\n}\n\n${GO_CHECK}`,
    },
  ],
  [
    'another router',
    {
      ...PYTHON,
      'auth.py': USER,
      'pages.py': ROUTER,
      'main.py':
        'import pages, users\napp = FastAPI()\napp.include_router(pages.router)\napp.include_router(users.router, dependencies=[Depends(current)])\n',
    },
  ],
  [
    'any host',
    {
      ...PYTHON,
      'main.py': `app = FastAPI()\napp.add_middleware(TrustedHostMiddleware, allowed_hosts=["*"])\n${PAGE}`,
    },
  ],
  [
    'hosts that only a variable says',
    {
      ...PYTHON,
      'main.py': `app = FastAPI()\nHOSTS = os.environ["HOSTS"].split(",")\napp.add_middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)\n${PAGE}`,
    },
  ],
  [
    'only paths below another prefix',
    {
      ...NODE,
      'app.js': `const app = express()\napp.use((req, res, next) => {\n  if (!req.path.startsWith('/api')) return next()\n  ${REFUSE}\n})\n${ROUTE}`,
    },
  ],
  [
    'another path',
    {
      ...NODE,
      'app.js': `const app = express()\napp.use('/api', (req, res, next) => {\n  ${REFUSE}\n})\n${ROUTE}`,
    },
  ],
  [
    'what lets requests that read pass',
    {
      ...NODE,
      'app.js': `const app = express()\nconst SAFE = ['GET', 'HEAD']\nfunction known(req, res, next) {\n  if (SAFE.includes(req.method) || req.method === 'GET') return next()\n  ${REFUSE}\n}\napp.use(known)\n${ROUTE}`,
    },
  ],
  [
    'what refuses for another reason than credentials',
    {
      ...NODE,
      'app.js': `const app = express()\nfunction agents(req, res, next) {\n  if (/scanner/.test(req.headers['user-agent'])) return res.status(403).end()\n  next()\n}\napp.use(agents)\n${ROUTE}`,
    },
  ],
  [
    'a hook of Fastify that runs behind the route',
    {
      'package.json': '{ "dependencies": { "fastify": "5", "prom-client": "15" } }\n',
      'app.js': `const app = fastify()\nfunction reply(res) {\n  res.status(401).end()\n}\napp.addHook('onSend', async (req, reply) => {\n  reply.header('a', 'b')\n})\n${ROUTE}`,
    },
  ],
  [
    'a layer of other routes of axum',
    {
      ...RUST,
      'src/main.rs': `async fn main() {\n    let users = Router::new()\n        .route("/users", get(users))\n        .layer(middleware::from_fn(check));\n    let app = Router::new()\n        .route("/metrics", get(page))\n        .merge(users);\n}\n${RUST_PAGE}`,
    },
  ],
])('%s: nothing is in front of the route', async (_, files) => {
  expect(await notesOf(files)).toBe('')
})
