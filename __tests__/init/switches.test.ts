import { expect, test } from '@jest/globals'
import { draftOf, type Files } from '../support/init-draft.ts'

/** Settings that turn metrics on: where their default is off, and nothing sets them, the endpoint does not answer. */

const LIVE = 'app = "chat"\nprimary_region = "fra"\n[http_service]\ninternal_port = 3000\n'
const GO = { 'go.mod': 'module chat\nrequire github.com/prometheus/client_golang v1.23.0\n' }
const PYTHON = {
  'requirements.txt': 'fastapi\npydantic-settings\nprometheus-client\nprometheus-fastapi-instrumentator\n',
}
const NODE = { 'package.json': '{ "dependencies": { "express": "5", "prom-client": "15" } }\n' }
const RUST = { 'Cargo.toml': '[package]\nname = "chat"\n[dependencies]\nprometheus = "0.14"\n' }

const VIPER =
  'package config\nfunc load() {\n\tv.SetEnvPrefix("CHAT")\n\tv.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))\n\tv.AutomaticEnv()\n\tv.SetDefault("metrics.enabled", false)\n}\n'
const GO_ROUTE =
  'package main\nfunc main() { serve(page) }\nfunc serve(metricsHandler http.Handler) {\n\tif cfg.Metrics.Enabled {\n\t\tmux.Handle("/metrics", promhttp.Handler())\n\t}\n}\n'
const NODE_ROUTE = '  app.get("/metrics", async (_, res) => res.end(await register.metrics()))\n'
const INSTRUMENTED =
  'def create_app():\n    if settings.metrics_enabled:\n        Instrumentator().instrument(app).expose(app)\n'
const PYDANTIC =
  'class Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix="CHAT_")\n    metrics_enabled: bool = False\n'

async function notesOf(files: Files): Promise<string[]> {
  const { problems } = await draftOf({ 'fly.toml': LIVE, ...files })
  return problems
    .filter(({ message }) => message.includes('depends on'))
    .map(({ at, message, hint }) => `${at?.file}:${at?.line} ${message} ${hint}`)
}

const off = (at: string, name: string, by: string) =>
  `${at} /metrics depends on "${name}" here, which is "false" by default (${by}), and nothing here sets it for chat: it does not answer. Set `

test.each<[string, Files, string]>([
  [
    'a default of viper',
    { ...GO, 'main.go': GO_ROUTE, 'config/config.go': VIPER },
    `${off('main.go:5', 'cfg.Metrics.Enabled', 'config/config.go:6')}CHAT_METRICS_ENABLED to "true"`,
  ],
  [
    'a handler that is not there without it',
    {
      ...GO,
      'main.go': GO_ROUTE.replace('cfg.Metrics.Enabled', 'metricsHandler != nil'),
      'config/config.go': VIPER,
    },
    `${off('main.go:5', 'metrics.enabled', 'config/config.go:6')}CHAT_METRICS_ENABLED to "true"`,
  ],
  [
    'a tag of a field, and a condition around what calls the function',
    {
      ...GO,
      'main.go':
        'package main\ntype Config struct {\n\tMetricsEnabled bool `env:"METRICS_ENABLED"`\n}\nfunc main() {\n\tif cfg.MetricsEnabled {\n\t\tgo serveMetrics()\n\t}\n}\nfunc serveMetrics() {\n\thttp.Handle("/metrics", promhttp.Handler())\n}\n',
    },
    `${off('main.go:11', 'cfg.MetricsEnabled', 'main.go:3')}METRICS_ENABLED to "true"`,
  ],
  [
    'a condition that returns before',
    {
      ...GO,
      'main.go':
        'package main\nfunc main() { serve(mux) }\nfunc serve(mux *http.ServeMux) {\n\tif os.Getenv("METRICS_ENABLED") != "true" {\n\t\treturn\n\t}\n\tmux.Handle("/metrics", promhttp.Handler())\n}\n',
    },
    `${off('main.go:7', 'METRICS_ENABLED', 'main.go:4')}METRICS_ENABLED to "true"`,
  ],
  [
    'settings of pydantic, and a library that adds its route',
    { ...PYTHON, 'main.py': INSTRUMENTED, 'settings.py': PYDANTIC },
    `${off('main.py:3', 'settings.metrics_enabled', 'settings.py:3')}CHAT_METRICS_ENABLED to "true"`,
  ],
  [
    'a server of its own',
    {
      'requirements.txt': 'prometheus-client\n',
      'worker.py': 'if os.getenv("ENABLE_METRICS", "false") == "true":\n    start_http_server(9100)\n',
    },
    `${off('worker.py:2', 'ENABLE_METRICS', 'worker.py:1')}ENABLE_METRICS to "true"`,
  ],
  [
    'a variable that is compared',
    { ...NODE, 'app.js': `if (process.env.METRICS_ENABLED === 'true') {\n${NODE_ROUTE}}\n` },
    `${off('app.js:2', 'process.env.METRICS_ENABLED', 'app.js:1')}METRICS_ENABLED to "true"`,
  ],
  [
    'a field of the settings in another file',
    {
      ...NODE,
      'app.js': `if (config.metricsEnabled) {\n${NODE_ROUTE}}\n`,
      'config.js': 'export const config = {\n  metricsEnabled: process.env.METRICS_ENABLED === "true",\n}\n',
    },
    `${off('app.js:2', 'config.metricsEnabled', 'config.js:2')}METRICS_ENABLED to "true"`,
  ],
  [
    'a schema',
    {
      ...NODE,
      'app.js': `if (env.metrics.enabled) {\n${NODE_ROUTE}}\n`,
      'env.js':
        'export const schema = z.object({\n  METRICS_ENABLED: z\n    .enum(["true", "false"])\n    .default("false"),\n})\n',
    },
    `${off('app.js:2', 'env.metrics.enabled', 'env.js:2')}METRICS_ENABLED to "true"`,
  ],
  [
    'an argument of clap',
    {
      ...RUST,
      'src/main.rs':
        'struct Args {\n    #[arg(long, env = "METRICS_ENABLED", default_value_t = false)]\n    metrics_enabled: bool,\n}\nfn app(args: Args) -> Router {\n    let mut app = Router::new();\n    if args.metrics_enabled {\n        app = app.route("/metrics", get(metrics));\n    }\n    app\n}\n',
    },
    `${off('src/main.rs:8', 'args.metrics_enabled', 'src/main.rs:2')}METRICS_ENABLED to "true"`,
  ],
])('%s that is off is said', async (_, files, note) => {
  expect(await notesOf(files)).toEqual([expect.stringContaining(note)])
})

test('a value of the machines is said in the place of the default', async () => {
  const files = { ...PYTHON, 'main.py': INSTRUMENTED, 'settings.py': PYDANTIC.replace('False', 'True') }
  expect(await notesOf({ ...files, 'fly.toml': `${LIVE}[env]\nCHAT_METRICS_ENABLED = "false"\n` })).toEqual([
    expect.stringContaining('which is "false" for the machines of chat: it does not answer.'),
  ])
})

test('a setting whose default is not known is only named', async () => {
  expect(await notesOf({ ...NODE, 'app.js': `if (config.metrics.enabled) {\n${NODE_ROUTE}}\n` })).toEqual([
    expect.stringContaining(
      'depends on "config.metrics.enabled" here: without that setting it may not answer.',
    ),
  ])
})

test.each<[string, Files]>([
  ['a section', { 'config.yaml': 'server:\n  port: 3000\nmetrics:\n  path: /metrics\n  enabled: true\n' }],
  ['a variable', { '.env': 'CHAT_METRICS_ENABLED=true\n' }],
])('a default is not certain where a file with settings has %s with another value', async (_, files) => {
  expect(await notesOf({ ...GO, 'main.go': GO_ROUTE, 'config/config.go': VIPER, ...files })).toEqual([
    expect.stringContaining('without that setting it may not answer.'),
  ])
})

test.each<[string, Files]>([
  [
    'that is on by default',
    { ...PYTHON, 'main.py': INSTRUMENTED, 'settings.py': PYDANTIC.replace('False', 'True') },
  ],
  [
    'that the machines turn on',
    {
      ...GO,
      'main.go': GO_ROUTE,
      'config/config.go': VIPER,
      'fly.toml': `${LIVE}[env]\nCHAT_METRICS_ENABLED = "1"\n`,
    },
  ],
  [
    'that the image turns on',
    {
      ...GO,
      'main.go': GO_ROUTE,
      'config/config.go': VIPER,
      Dockerfile: 'FROM go\nENV CHAT_METRICS_ENABLED=true\nCOPY . .\n',
    },
  ],
  [
    'that only a variable turns off',
    {
      ...GO,
      'main.go': GO_ROUTE,
      'config.go':
        'package main\nfunc load() {\n\tcfg.Metrics.Enabled = !isFalse(os.Getenv("CHAT_METRICS_ENABLED"))\n}\n',
    },
  ],
  [
    'that turns them off, and is not set',
    {
      ...NODE,
      'app.js': `if (!config.DISABLE_METRICS) {\n${NODE_ROUTE}}\n`,
      'config.js': 'export const config = {\n  DISABLE_METRICS: flag().default(false),\n}\n',
    },
  ],
  [
    'of something else, near a handler that is checked',
    {
      ...GO,
      'main.go': GO_ROUTE.replace('cfg.Metrics.Enabled', 'metricsHandler != nil'),
      'config.go': 'package main\nfunc load() {\n\tv.SetDefault("metrics.push.enabled", false)\n}\n',
    },
  ],
])('nothing is said of a setting %s', async (_, files) => {
  expect(await notesOf(files)).toEqual([])
})
