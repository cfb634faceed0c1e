import { expect, test } from '@jest/globals'
import { draftOf, type Files } from '../support/init-draft.ts'

/** Fly's private network is IPv6: a server that listens on 0.0.0.0 refuses Prometheus. Where the code says so, init says it. */

const FLY = 'app = "chat"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n'
const NODE = { 'package.json': '{ "main": "index.js", "dependencies": { "prom-client": "15" } }\n' }
const ROUTE = 'app.get("/metrics", async (_, res) => res.end(await register.metrics()))\n'
const PYTHON = {
  'requirements.txt': 'prometheus-client\n',
  Dockerfile: 'FROM python:3\nCOPY . .\nCMD ["python", "main.py"]\n',
}
const PROMEX = { 'mix.exs': 'defp deps, do: [{:phoenix, "~> 1.7"}, {:prom_ex, "~> 1.11"}]\n' }
const METRICS = `${FLY}[metrics]\nport = 9091\npath = "/metrics"\n`
const RAILS = {
  'fly.toml': `${FLY}[metrics]\nport = 8080\npath = "/metrics"\n`,
  Dockerfile: 'FROM ruby:3\nCOPY . .\nCMD ["./bin/rails", "server"]\n',
  Gemfile: 'gem "puma"\ngem "yabeda-prometheus"\n',
  'Gemfile.lock': 'GEM\n  specs:\n    puma (6.4.2)\n    yabeda-prometheus (0.9.0)\n',
  'config/puma.rb': 'threads 3, 3\nport ENV.fetch("PORT", 8080)\n',
  'config/routes.rb': 'mount Yabeda::Prometheus::Exporter, at: "/metrics"\n',
}
const ROCKET = {
  'fly.toml': `${FLY}[metrics]\nport = 8080\npath = "/metrics"\n`,
  Dockerfile:
    'FROM rust:1 AS build\nCOPY . .\nRUN cargo build --release -p chat\nFROM debian:13\nCOPY --from=build /target/release/chat /app/chat\nCOPY ./Rocket.toml /app/Rocket.toml\nCMD ["/app/chat"]\n',
  'Cargo.toml': '[workspace]\nmembers = ["chat"]\n',
  'chat/Cargo.toml': '[package]\nname = "chat"\n[dependencies]\nrocket_prometheus = "0.10"\n',
  'chat/src/main.rs': 'fn main() {\n  rocket::build().mount("/metrics", prometheus).launch()\n}\n',
  'Rocket.toml': '[default]\naddress = "0.0.0.0"\nport = 8080\n',
}
const GO =
  'module chat\nrequire (\n\tgithub.com/gofiber/fiber/v2 v2.52.5\n\tgithub.com/prometheus/client_golang v1.23.0\n)\n'
const FIBER = {
  'fly.toml': METRICS,
  'go.mod': GO,
  'main.go':
    'package main\n\nimport "github.com/gofiber/fiber/v2"\n\nfunc main() {\n  app := fiber.New()\n  app.Get("/metrics", adaptor.HTTPHandler(promhttp.Handler()))\n  app.Listen(":" + port)\n}\n',
}
const RUST = '[package]\nname = "chat"\n[dependencies]\nmetrics-exporter-prometheus = "0.16"\n'
const WORKER = 'app = "chat"\nprimary_region = "fra"\n'
/** The port of the exporter is a variable, beside its address. */
const EXPORTER =
  'pub fn init() {\n  let port = env::var("METRICS_PORT").unwrap_or(9000);\n  let addr: SocketAddr = ([0, 0, 0, 0], port).into();\n  PrometheusBuilder::new().with_http_listener(addr).install()\n}\n'
const NGINX = {
  'fly.toml': `${FLY}[metrics]\nport = 8080\npath = "/metrics"\n`,
  Dockerfile: 'FROM nginx:1.29\nCOPY site.conf.template /etc/nginx/templates/default.conf.template\n',
  'site.conf.template':
    'server {\n    listen 8080 default_server;\n    location /metrics { proxy_pass http://up; }\n}\n',
}

/** A server on IPv4, started by a script. */
const WRAPPED = (script: string): Files => ({
  ...NODE,
  Dockerfile: 'FROM node:24\nWORKDIR /srv\nCOPY . .\nCMD ["./up.sh"]\n',
  'up.sh': `#!/bin/sh\nset -e\n${script}`,
  'index.js': `${ROUTE}app.listen({ host: "0.0.0.0", port })\n`,
})

async function said(files: Files): Promise<string[]> {
  const { notes } = await draftOf({ 'fly.toml': FLY, ...files })
  return notes.filter((note) => /IPv6|cannot reach/.test(note))
}

test.each<[string, Files, string]>([
  [
    'the address in the call',
    { ...NODE, 'index.js': `${ROUTE}app.listen(8080, "0.0.0.0", () => log("http://0.0.0.0:8080"))\n` },
    'index.js:2 ',
  ],
  [
    'the address in a constant of the file',
    {
      ...NODE,
      'index.js': `const host = process.env.HOST || "0.0.0.0"\n${ROUTE}app.listen({ port, host })\n`,
    },
    'index.js:1 ',
  ],
  [
    'a server of Rust on the port of the metrics',
    {
      'fly.toml': METRICS,
      'Cargo.toml': '[package]\nname = "chat"\n[dependencies]\nprometheus = "0.14"\n',
      'src/main.rs':
        '#[cfg(test)]\nuse fake::{\n  metrics,\n};\nfn main() {\n  serve(metrics(), SocketAddr::from(([0, 0, 0, 0], 9091)));\n}\n',
    },
    'src/main.rs:6 ',
  ],
  [
    'the default of a library of Python',
    { ...PYTHON, 'main.py': 'from prometheus_client import start_http_server\nstart_http_server(9100)\n' },
    'main.py:2 ',
  ],
  [
    'the default of PromEx',
    {
      'fly.toml': METRICS,
      ...PROMEX,
      'config/config.exs':
        'config :chat, Chat.PromEx,\n  metrics_server: [\n    port: System.get_env("PROM_PORT") || 9091,\n    path: "/metrics"\n  ]\n',
      'lib/application.ex': 'children = [Chat.PromEx]\n',
    },
    'config/config.exs:2 ',
  ],
  [
    'a log shipper',
    { 'fly.toml': 'app = "chat"\nprimary_region = "fra"\n[build]\nimage = "flyio/log-shipper:latest"\n' },
    'fly.toml:3 ',
  ],
  ['Fiber, whose network is tcp4', FIBER, 'main.go:8 '],
  [
    'the server of the standard library of Python',
    {
      ...PYTHON,
      'fly.toml': METRICS.replace('9091', '8080'),
      'main.py':
        'from prometheus_client import MetricsHandler\nThreadingHTTPServer(("", 8080), MetricsHandler).serve_forever()\n',
    },
    'main.py:2 ',
  ],
  [
    'the default of the exporter in Rust',
    {
      'fly.toml': WORKER,
      'Cargo.toml': RUST,
      'src/main.rs': 'fn main() {\n  PrometheusBuilder::new()\n    .set_buckets(&ALL)\n    .install()\n}\n',
    },
    'src/main.rs:2 ',
  ],
  [
    'the exporter of a worker, whose port is a variable',
    { 'fly.toml': WORKER, 'Cargo.toml': RUST, 'src/main.rs': EXPORTER },
    'src/main.rs:3 ',
  ],
  [
    'an exporter on a port of its own, beside a server on IPv6',
    { 'Cargo.toml': RUST, 'src/main.rs': `${EXPORTER}fn main() { serve("[::]:8080") }\n` },
    'src/main.rs:3 ',
  ],
  [
    'a server that is named after the metrics',
    {
      ...NODE,
      'index.js': `${ROUTE}\n\n\n\nconst metricsPort = process.env.METRICS_PORT || 9100\napp.listen(8080)\nadmin.listen(metricsPort, "0.0.0.0")\n`,
    },
    'index.js:8 ',
  ],
  [
    'the only server of a worker, in another file than the route',
    {
      ...PYTHON,
      'fly.toml': WORKER,
      'main.py':
        'from pages import app\nMETRICS_PORT = 9100\nuvicorn.run(app, host="0.0.0.0", port=METRICS_PORT)\n',
      'pages.py':
        'from prometheus_client import generate_latest\n@app.get("/metrics")\ndef metrics():\n    return Response(generate_latest())\n',
    },
    'main.py:3 ',
  ],
  ['nginx in front of what has the metrics', NGINX, 'site.conf.template:2 '],
  ['the settings of Rocket beside its workspace', ROCKET, 'Rocket.toml:2 '],
  [
    'the settings of Rocket for a release',
    { ...ROCKET, 'Rocket.toml': '[default]\nport = 8080\n[release]\naddress = "0.0.0.0"\n' },
    'Rocket.toml:4 ',
  ],
  ['the default of Puma before 8', RAILS, 'config/puma.rb:2 '],
  [
    'a script that starts the server',
    {
      ...PYTHON,
      Dockerfile: 'FROM python:3\nCOPY . .\nENTRYPOINT ["./start.sh"]\n',
      'start.sh': '#!/bin/sh\nexec gunicorn main:app \\\n  --bind "0.0.0.0:${PORT}"\n',
      'entrypoint.sh': '#!/bin/sh\nexec gunicorn main:app --bind 0.0.0.0:8080\n',
      'main.py':
        'app = FastAPI()\n@app.get("/metrics")\ndef metrics():\n    return Response(generate_latest())\n',
    },
    'start.sh:3 ',
  ],
  ['a server that a script starts alone', WRAPPED('npm run migrate\nexec node index.js\n'), 'index.js:2 '],
])('%s is said', async (_, files, place) => {
  const [note, ...more] = await said(files)
  expect(note).toMatch(
    /^\S+ Prometheus cannot reach chat on the private network, which is IPv6: .*0\.0\.0\.0/,
  )
  expect(note?.startsWith(place)).toBe(true)
  expect(more).toEqual([])
})

const GO_METRICS = {
  'go.mod': 'module chat\nrequire github.com/prometheus/client_golang v1.23.0\n',
  'main.go':
    'package main\nfunc main() {\n  http.Handle("/metrics", promhttp.Handler())\n  go http.ListenAndServe("localhost:9090", nil)\n  http.ListenAndServe(":" + port, mux)\n}\n',
}

test.each<[string, Files, string]>([
  ['an address in Go', GO_METRICS, 'main.go:4 '],
  [
    'an address in Python, beside a server for all',
    {
      ...PYTHON,
      'main.py':
        'from prometheus_client import start_http_server\nstart_http_server(9100, addr="127.0.0.1")\nserve(host="0.0.0.0", port=8080)\n',
    },
    'main.py:2 ',
  ],
  [
    'the default of Uvicorn',
    {
      ...PYTHON,
      'fly.toml': WORKER,
      'main.py':
        'from prometheus_client import make_asgi_app\napp.mount("/metrics", make_asgi_app())\nuvicorn.run(app, port=9100)\n',
    },
    'main.py:3 ',
  ],
  [
    'the default of Fastify',
    {
      ...NODE,
      'index.js':
        'import Fastify from "fastify"\nconst metrics = Fastify()\nmetrics.get("/metrics", async (_, res) => res.send(await register.metrics()))\nawait metrics.listen({ port: 9100 })\n',
    },
    'index.js:4 ',
  ],
])('a server that only the machine itself reaches is said: %s', async (_, files, place) => {
  const { notes } = await draftOf({ 'fly.toml': FLY, ...files })
  const [note, ...more] = notes.filter((one) => one.includes('cannot reach'))
  expect(note).toMatch(/which is only reachable from the machine itself\.$/)
  expect(note?.startsWith(place)).toBe(true)
  expect(more).toEqual([])
})

test.each<[string, Files]>([
  [
    'an address in Go that is only one of two for that port',
    { ...GO_METRICS, 'main.go': GO_METRICS['main.go'].replace('func', 'const open = ":9090"\nfunc') },
  ],
  [
    'an address of the machine itself that is a default',
    {
      ...GO_METRICS,
      'main.go': GO_METRICS['main.go'].replace('"localhost:9090"', 'envOr("METRICS", "localhost:9090")'),
    },
  ],
  [
    'an address of the machine itself for the port of the service',
    { ...GO_METRICS, 'main.go': GO_METRICS['main.go'].replace('9090', '8080') },
  ],
  [
    'the address of a cache on the machine itself',
    {
      ...NODE,
      'index.js': `const cache = store({ host: "127.0.0.1", port: 6379 })\n${ROUTE}server.start(8080)\n`,
    },
  ],
  [
    'an address after a call in the arguments',
    {
      ...PYTHON,
      'main.py':
        'from prometheus_client import start_http_server\nstart_http_server(int(os.environ.get("METRICS_PORT", 9100)), addr="::")\n',
    },
  ],
  ['a server without an address in Node.js', { ...NODE, 'index.js': `${ROUTE}app.listen(8080)\n` }],
  [
    'a server of Go, which opens both',
    {
      'go.mod': 'module chat\nrequire github.com/prometheus/client_golang v1.23.0\n',
      'main.go':
        'package main\nfunc main() {\n  http.Handle("/metrics", promhttp.Handler())\n  http.ListenAndServe("0.0.0.0:8080", nil)\n}\n',
    },
  ],
  [
    'a variable of the machines with the address',
    {
      ...NODE,
      'fly.toml': `${FLY}[env]\nHOST = "::"\n`,
      'index.js': `const host = process.env.HOST || "0.0.0.0"\n${ROUTE}app.listen({ port, host })\n`,
    },
  ],
  [
    'another server of the code, on its own port',
    { ...NODE, 'index.js': `${ROUTE}app.listen(8080)\nadmin.listen(7000, "0.0.0.0")\n` },
  ],
  [
    'a URL that is asked, or refused',
    { ...NODE, 'index.js': `${ROUTE}const bind = check("http://0.0.0.0:8080")\nstart(8080)\n` },
  ],
  [
    'an address in a test of Rust',
    {
      'fly.toml': METRICS,
      'Cargo.toml': '[package]\nname = "chat"\n[dependencies]\nprometheus = "0.14"\n',
      'src/main.rs':
        'fn main() {\n  serve(metrics(), env());\n}\n\n#[cfg(test)]\nmod tests {\n  #[test]\n  fn refuses() {\n    serve(metrics(), "0.0.0.0:9091");\n  }\n}\n',
    },
  ],
  [
    'an address that is compared',
    { ...NODE, 'index.js': `${ROUTE}if (host === "0.0.0.0") host = "localhost"\nserver.start(8080)\n` },
  ],
  [
    'code that the machines do not start',
    {
      ...NODE,
      'index.js': `${ROUTE}start(8080)\n`,
      'tool.js': 'serve({ port, host: "0.0.0.0" })\n',
      Dockerfile: 'FROM node:24\nCOPY . .\nCMD ["node", "index.js"]\n',
    },
  ],
  [
    'an address that the library is given',
    {
      ...PYTHON,
      'main.py': 'from prometheus_client import start_http_server\nstart_http_server(9100, addr="::")\n',
    },
  ],
  ['Puma 8, which listens on IPv6', { ...RAILS, 'Gemfile.lock': 'GEM\n  specs:\n    puma (8.0.2)\n' }],
  [
    'nginx that listens on both',
    { ...NGINX, 'site.conf.template': 'server {\n    listen 8080;\n    listen [::]:8080;\n}\n' },
  ],
  ['nginx on another port', { ...NGINX, 'site.conf.template': 'server {\n    listen 80;\n}\n' }],
  [
    'the configuration of an nginx that is not started',
    { ...NGINX, Dockerfile: 'FROM debian:13\nCOPY site.conf.template /srv/\nCMD ["/srv/proxy"]\n' },
  ],
  [
    'settings of Rocket that those for a release replace',
    { ...ROCKET, 'Rocket.toml': '[default]\naddress = "0.0.0.0"\n[release]\naddress = "::"\n' },
  ],
  [
    'settings of Rocket for development',
    { ...ROCKET, 'Rocket.toml': '[default]\naddress = "::"\n[debug]\naddress = "0.0.0.0"\n' },
  ],
  [
    'Rocket with a variable for its address',
    { ...ROCKET, 'fly.toml': `${ROCKET['fly.toml']}[env]\nROCKET_ADDRESS = "::"\n` },
  ],
  [
    'Fiber with another network',
    {
      ...FIBER,
      'main.go': FIBER['main.go'].replace('New()', 'New(fiber.Config{Network: fiber.NetworkTCP})'),
    },
  ],
  [
    'Fiber next to a server of the standard library with the metrics',
    {
      ...FIBER,
      'main.go': FIBER['main.go'].replace(
        '  app.Listen',
        '  go http.ListenAndServe(":9091", mux)\n  app.Listen',
      ),
    },
  ],
  ['a server next to another one of a script', WRAPPED('caddy run &\nexec node index.js\n')],
  ['a server that a script gives an address', WRAPPED('exec node index.js --host ::\n')],
  [
    'a server of the app, beside an exporter whose address is a setting',
    {
      'fly.toml': METRICS,
      'Cargo.toml': RUST,
      'src/main.rs':
        'fn main() {\n  PrometheusBuilder::new().with_http_listener(settings.exporter).install();\n\n\n  let router = routes();\n  serve(router, ([0, 0, 0, 0], port));\n}\n',
    },
  ],
  ['Puma with an address', { ...RAILS, 'config/puma.rb': 'bind "tcp://[::]:8080"\n' }],
])('nothing is said of %s', async (_, files) => {
  expect(await said(files)).toEqual([])
})

test('the hint for the standard library of Python does not stop the server', async () => {
  const { problems } = await draftOf({
    ...PYTHON,
    'fly.toml': METRICS.replace('9091', '8080'),
    'main.py':
      'from prometheus_client import MetricsHandler\nHTTPServer(("0.0.0.0", 8080), MetricsHandler).serve_forever()\n',
  })
  const [note] = problems.filter(({ message }) => message.includes('IPv6'))
  expect(note?.hint).toContain('`address_family = socket.AF_INET6`')
})

test.each<[string, string, string, string | undefined]>([
  [
    'a block',
    'app.hjson',
    '{\n  port: 8536\n  metrics: {\n    bind: "0.0.0.0"\n    port: 9091\n  }\n}\n',
    '4 Prometheus may not',
  ],
  ['one line', 'app.toml', 'metrics = { host = "127.0.0.1", port = 9091 }\n', '1 Prometheus cannot'],
  ['an address with its port', 'app.yml', 'metrics:\n  listen: localhost:9091\n', '2 Prometheus cannot'],
  [
    'names that begin alike',
    'app.ini',
    'host = ::\nmetrics_host = 0.0.0.0\nmetrics_port = 9091\n',
    '2 Prometheus may not',
  ],
  ['another server', 'app.ini', 'host = 0.0.0.0\nport = 8080\nmetrics_port = 9091\n', undefined],
  ['another block', 'app.yml', 'web:\n  host: 0.0.0.0\nmetrics:\n  port: 9091\n', undefined],
])('the address in settings that the image copies: %s', async (_, name, text, place) => {
  const { notes } = await draftOf({
    'fly.toml': METRICS,
    Dockerfile: `FROM shop/server:1\nCOPY ${name} /config/${name}\n`,
    [name]: text,
  })
  const found = notes.filter((note) => / (?:may not|cannot) reach /.test(note))
  expect(found.map((note) => note.startsWith(`${name}:${place} reach chat`))).toEqual(place ? [true] : [])
})
