import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { draftOf, type Files } from '../support/init-draft.ts'

/** The port of a route is the one that its server listens on: an expression, with the variables of the machines. */

const fly = (env = '') =>
  `app = "chat"\nprimary_region = "fra"\n[build]\ndockerfile = "Dockerfile"\n[http_service]\ninternal_port = 3005\n${env}`
const set = (line: string) => `[env]\n${line}\n`

async function drafted(files: Files) {
  const { text, notes } = await draftOf(files)
  const { services } = parse(text) as { services: { port: number | null }[] }
  return { port: services[0]?.port, notes: notes.filter((note) => /listens on/.test(note)).join('\n') }
}

const image = (base: string, command: string) => `FROM ${base}\nCOPY . .\nCMD ${command}\n`
const NODE = (code: string, more: Files = {}): Files => ({
  'fly.toml': fly(set('CHAT_API_PORT = "3005"')),
  'package.json': '{ "dependencies": { "express": "5", "prom-client": "15" } }\n',
  Dockerfile: image('node:24', 'node index.js'),
  'index.js': `const app = express()\napp.get("/metrics", async (_, res) => res.end(await register.metrics()))\n${code}`,
  ...more,
})
const PYTHON = (code: string, more: Files = {}): Files => ({
  'fly.toml': fly(),
  'requirements.txt': 'fastapi\nprometheus-client\n',
  Dockerfile: image('python:3.13', 'python main.py'),
  'main.py': `import os\nfrom prometheus_client import generate_latest\napp = FastAPI()\n@app.get("/metrics")\ndef page():\n    return Response(generate_latest())\n${code}`,
  ...more,
})
const GO = (code: string, more: Files = {}): Files => ({
  'fly.toml': fly(),
  'go.mod': 'module chat\nrequire github.com/prometheus/client_golang v1.23.0\n',
  Dockerfile: 'FROM golang:1.26\nCOPY . .\nRUN go build -o /chat .\nCMD ["/chat"]\n',
  'main.go': `package main\nfunc main() {\n\thttp.Handle("/metrics", promhttp.Handler())\n${code}}\n`,
  ...more,
})
const RUST = (code: string, more: Files = {}): Files => ({
  'fly.toml': fly(),
  'Cargo.toml': '[package]\nname = "chat"\n[dependencies]\nprometheus = "0.14"\naxum = "0.8"\n',
  Dockerfile: 'FROM rust:1\nCOPY . .\nRUN cargo build --release\nCMD ["./target/release/chat"]\n',
  'src/main.rs': `mod args;\nasync fn main() {\n    let app = Router::new().route("/metrics", get(page));\n${code}}\nasync fn page() -> String {\n    TextEncoder::new().encode_to_string(&prometheus::gather()).unwrap()\n}\n`,
  ...more,
})

test.each<[string, Files]>([
  ['a default', NODE('const PORT = process.env.GATE_PORT || 3000\napp.listen(PORT)\n')],
  ['a number', NODE('app.listen(3000, "::")\n')],
  [
    'a default in a call',
    NODE('app.listen({ port: parseInt(process.env.GATE_PORT ?? "3000", 10), host: "::" })\n'),
  ],
  [
    'a module of settings',
    NODE('import { config } from "./config.js"\napp.listen(config.server.port)\n', {
      'config.js':
        'export const config = {\n  database: {\n    port: Number(process.env.DATABASE_PORT) || 5432,\n  },\n  server: {\n    port: Number(process.env.GATE_PORT) || 3000,\n  },\n}\n',
    }),
  ],
  [
    'a schema',
    NODE('import { env } from "./env.js"\nserve({ fetch: app.fetch, port: env.GATE_PORT })\n', {
      'env.js':
        'export const env = z.object({\n  GATE_PORT: z.coerce.number().min(1).max(65535).default(3000),\n}).parse(process.env)\n',
    }),
  ],
  ['os.getenv', PYTHON('uvicorn.run(app, host="::", port=int(os.getenv("GATE_PORT", "3000")))\n')],
  [
    'settings of pydantic',
    PYTHON('from settings import settings\nuvicorn.run(app, port=settings.gate_port)\n', {
      'settings.py': 'class Settings(BaseSettings):\n    gate_port: int = 3000\nsettings = Settings()\n',
    }),
  ],
  [
    'a condition in Go',
    GO(
      '\tport := os.Getenv("GATE_PORT")\n\tif port == "" {\n\t\tport = "3000"\n\t}\n\thttp.ListenAndServe(":"+port, nil)\n',
    ),
  ],
  ['a helper in Go', GO('\thttp.ListenAndServe(":"+envOr("GATE_PORT", "3000"), nil)\n')],
  [
    'a flag in Go',
    GO(
      '\taddr := flag.String("addr", ":3000", "where to listen")\n\tflag.Parse()\n\thttp.ListenAndServe(*addr, nil)\n',
    ),
  ],
  [
    'a tag in Go',
    GO('\thttp.ListenAndServe(fmt.Sprintf(":%d", cfg.GatePort), nil)\n', {
      'config.go':
        'package main\ntype Config struct {\n\tGatePort int `env:"GATE_PORT" envDefault:"3000"`\n\tOther int `env:"OTHER"`\n}\n',
    }),
  ],
  [
    'a chain in Rust',
    RUST(
      '    let port: u16 = std::env::var("GATE_PORT")\n        .ok()\n        .and_then(|text| text.parse().ok())\n        .unwrap_or(3000);\n    let addr = SocketAddr::from(([0, 0, 0, 0], port));\n    let listener = TcpListener::bind(addr).await.unwrap();\n',
    ),
  ],
  [
    'arguments in Rust',
    RUST('    let listener = TcpListener::bind(("::", args.gate_port)).await.unwrap();\n', {
      'src/args.rs':
        'pub struct Args {\n    #[arg(long, env = "GATE_PORT", default_value_t = 3000)]\n    pub gate_port: u16,\n}\n',
    }),
  ],
])('%s says another port than the service', async (_, files) => {
  const { port, notes } = await drafted(files)
  expect(port).toBe(3000)
  expect(notes).toMatch(
    /listens on port 3000 here.*internal_port 3005 of fly\.toml answers nothing\. The draft has 3000\./,
  )
})

const READS = 'app.listen(process.env.GATE_PORT || 3000)\n'

test.each<[string, Files]>([
  ['the machines have it', { 'fly.toml': fly(set('GATE_PORT = "3005"')) }],
  [
    'the image has it',
    { Dockerfile: `FROM node:24\nENV GATE_PORT=3005\nCOPY . .\nCMD ["node", "index.js"]\n` },
  ],
  [
    'the script has it',
    {
      'package.json':
        '{ "dependencies": { "prom-client": "15" }, "scripts": { "start": "GATE_PORT=3005 node index.js" } }\n',
    },
  ],
  ['a file that it loads has it', { '.env.production': 'GATE_PORT=3005\n' }],
  [
    'another program listens before it',
    { Dockerfile: image('node:24', './start.sh'), 'start.sh': 'nginx\nnode index.js\n' },
  ],
  ['what starts it has its own values', { Dockerfile: image('node:24', 'vault run -- node index.js') }],
  ['a value that is calculated', { 'index.js': NODE('app.listen(await freePort())\n')['index.js'] ?? '' }],
  ['two servers', { 'index.js': NODE('app.listen(4000)\nother.listen(5000)\n')['index.js'] ?? '' }],
])('%s: the port of the service stays', async (_, files) => {
  expect(await drafted({ ...NODE(READS), ...files })).toEqual({ port: 3005, notes: '' })
})

test('a variable without a value has a note', async () => {
  const { port, notes } = await drafted(NODE('app.listen(process.env.GATE_PORT)\n'))
  expect(port).toBe(3005)
  expect(notes).toContain(
    'index.js:3 The server of chat listens on the port in "GATE_PORT" here, and nothing in this repository sets GATE_PORT for the machines of chat. The draft has 3005, the port of its service.',
  )
})

test.each<[string, string, number]>([
  ['from its only call', 'start(process.env.CHAT_PORT || 3100)\n', 3100],
  ['from its default', 'start()\n', 3200],
  ['from a default with a call', 'start()\n', 3400],
  ['in calls that do not agree', 'start(3100)\nstart(3300)\n', 3005],
])('the port is a parameter, whose value is known %s', async (_, calls, expected) => {
  const { port } = await drafted(
    NODE(
      `function start(port = ${expected === 3400 ? 'Number(process.env.CHAT_PORT ?? 3400)' : '3200'}) {\n  app.listen(port)\n}\n${calls}`,
      {
        'other.js': 'export const port = 3999\n',
      },
    ),
  )
  expect(port).toBe(expected)
})

test('what else has the port of the service is not said to answer nothing', async () => {
  const { notes } = await drafted(NODE('app.listen(3000)\nconst other = net.createServer().listen(3005)\n'))
  expect(notes).not.toContain('answers nothing')
})
