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
  return { ...(parse(text) as Draft), notes: notes.join('\n') }
}

const PYTHON = '[project]\ndependencies = ["prometheus-client>=0.21", "fastapi"]\n'
const ROUTE =
  'from prometheus_client import generate_latest\n@router.get("/metrics")\ndef page():\n  return generate_latest()\n'
const LISTENER = 'start_http_server(settings.worker_metrics_port)\n'
const SETTINGS = 'class Settings:\n  worker_metrics_port: int = 9107\n'
const CODE = {
  'backend/pyproject.toml': PYTHON,
  'backend/shop/routes.py': ROUTE,
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
  expect(notes).toContain('says where shop-mail publishes metrics')
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
    'main.go': 'mux.Handle("/metrics", promhttp.Handler())\n',
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
  expect(notes).toContain('queue.yml:8 This workflow deploys queue-staging already')
  expect(notes).toContain('production.yml:8 This workflow deploys shop-production already')
})
