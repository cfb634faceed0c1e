import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { isArchived } from '../../src/config/sources/aside.ts'
import { draftOf, type Files } from '../support/init-draft.ts'

/** Files of samples, and of what no longer runs, next to apps that do. */

interface Draft {
  apps: Record<string, unknown>[]
  services: Record<string, unknown>[]
  alerts?: { rules?: string[] }
}

async function drafted(files: Files): Promise<Draft & { notes: string[] }> {
  const { text, notes } = await draftOf(files)
  return { ...(parse(text) as Draft), notes }
}

const fly = (app: string, more = '') => `app = "${app}"
primary_region = "fra"
${more}
[http_service]
internal_port = 8080
`
const RULES = 'groups:\n  - name: a\n    rules:\n      - alert: Down\n        expr: up == 0\n'
const deploys = (run: string) => `on: push\njobs:\n  ship:\n    steps:\n      - run: ${run}\n`

test.each([
  'archive/web/fly.toml',
  'ARCHIVE/apps/gateway/fly.toml',
  'archive_ultra/misc/main.py',
  '04-Archive/graxia/fly.toml',
  'archive/2026-07-consolidation/source/deploy/fly.toml',
  'archived-apps/web/fly.toml',
  'projects/paintbox/archived-emergency-server/fly.toml',
  '_old/fly.toml',
  'old_versions/fly.toml',
  'legacy-backup/fly.toml',
  'backup_2025-08-11/fly.toml',
  'services/deprecated/api/main.go',
  'attic/fly.toml',
  'monitoring/archive/alerts.yml',
  'app/services/_archive_2025_01/chat.rb',
  'fly.old.toml',
])('%s no longer runs', (path) => {
  expect(isArchived(path)).toBe(true)
})

test.each([
  'backup/fly.toml',
  'backup-worker/fly.toml',
  'services/archive/fly.toml',
  'archive-service/fly.toml',
  'legacy/fly.toml',
  'apps/api-legacy/main.py',
  'src/controllers/archive/index.ts',
  'backend/archive/routes.py',
  'app/api/archived/route.ts',
  'cmd/archive_key_migrate/main.go',
  'goldfish/fly.toml',
  'fly-backup.toml',
])('%s may run', (path) => {
  expect(isArchived(path)).toBe(false)
})

const PAGE = "app.get('/metrics', async (req, res) => res.end(await register.metrics()))\n"

test('what is in an archive is not taken over, and gets a line', async () => {
  const { apps, services, alerts, notes } = await drafted({
    'fly.toml': fly('shop'),
    'archive/shop-v1/fly.toml': fly('shop-v1'),
    'archive/shop-v1/alerts.yml': RULES,
    'archive/shop-v1/package.json': '{ "dependencies": { "prom-client": "15" } }',
    'archive/shop-v1/server.js': PAGE,
    'package.json': '{}',
    'server.js': "app.get('/', (req, res) => res.end('ok'))\n",
  })
  expect(apps).toMatchObject([{ app: 'shop' }])
  expect(services).toMatchObject([{ app: 'shop', port: null }])
  expect(alerts).toBeUndefined()
  expect(notes).toContain(
    'archive/shop-v1/alerts.yml:1 Files in folders of what no longer runs are left out: archive/shop-v1/alerts.yml and archive/shop-v1/fly.toml.',
  )
})

test.each([
  ['a workflow', { '.github/workflows/a.yml': deploys('flyctl deploy -c archive/mailer/fly.toml') }],
  ['a workflow in its folder', { '.github/workflows/a.yml': deploys('cd archive/mailer && fly deploy') }],
  ['a script', { 'deploy.sh': 'fly deploy archive/mailer\n' }],
])('what %s deploys runs, wherever it is', async (_, more: Files) => {
  const { apps, services } = await drafted({
    ...more,
    'fly.toml': fly('shop'),
    'archive/mailer/fly.toml': fly('mailer'),
    'archive/mailer/package.json': '{ "dependencies": { "prom-client": "15" } }',
    'archive/mailer/server.js': `${PAGE}app.listen(8080)\n`,
  })
  expect(apps).toMatchObject([{ app: 'shop' }, { app: 'mailer' }])
  expect(services).toMatchObject([{ app: 'mailer', port: 8080 }])
})

test('a folder that a workflow only ignores is not deployed by it', async () => {
  const { apps } = await drafted({
    'fly.toml': fly('shop'),
    'docs/fly.toml': fly('your-shop'),
    '.github/workflows/a.yml': deploys('flyctl deploy').replace(
      'on: push',
      "on:\n  push:\n    paths-ignore: ['docs/**']",
    ),
  })
  expect(apps).toMatchObject([{ app: 'shop' }])
})

test('of two configurations of an app, the one in a folder of backups is the other one', async () => {
  const { apps, notes } = await drafted({
    'backup/fly.toml': fly('shop'),
    'deploy/fly/fly.toml': fly('shop'),
  })
  expect(apps).toMatchObject([{ app: 'shop', config: 'deploy/fly/fly.toml' }])
  expect(notes[0]).toContain('backup/fly.toml is another configuration of app shop')
})

test('the site of a documentation is an app when what it is built from is next to it', async () => {
  const { apps, notes } = await drafted({
    'fly.toml': fly('shop'),
    'docs/fly.toml': fly('shop-docs'),
    'docs/Dockerfile': 'FROM nginx\nCOPY site /usr/share/nginx/html\n',
    'docs/deploy/fly.toml': fly('shop-deploy'),
    'docs/deploy/Dockerfile': 'FROM node\n',
    'examples/docs/fly.toml': fly('shop-example'),
    'examples/docs/Dockerfile': 'FROM node\n',
  })
  expect(apps).toMatchObject([{ app: 'shop' }, { app: 'shop-docs', config: 'docs/fly.toml' }])
  expect(notes).toContain(
    'docs/deploy/fly.toml:1 Fly configurations of examples, tests and documents are left out: docs/deploy/fly.toml and examples/docs/fly.toml.',
  )
})

test('a file of another platform with sections of Fly is no app', async () => {
  const { apps, notes } = await drafted({
    'fly.toml': fly('shop'),
    'railway.toml':
      '[deploy]\nstartCommand = "node ."\n[[services]]\ninternal_port = 3001\n[[services.ports]]\nport = 80\n',
  })
  expect(apps).toMatchObject([{ app: 'shop' }])
  expect(notes.join()).not.toContain('railway')
})

const PROMETHEUS =
  "scrape_configs:\n  - job_name: shop\n    static_configs: [{ targets: ['shop.internal:9100'] }]\n"
const ALERTMANAGER =
  'route: { receiver: pager }\nreceivers:\n  - name: pager\n    slack_configs:\n      - api_url: https://hooks.slack.com/services/x\n        channel: "#ops"\n'

test.each([
  '.monitoring/alerts.yml',
  '.fly/rules/alerts.yml',
  '.deploy-prod/alerts.yml',
  '.github/monitoring/alerts.yml',
  '.config/prometheus/alerts.yml',
])('rules in %s are taken over', async (path) => {
  const { alerts } = await drafted({ 'fly.toml': fly('shop'), [path]: RULES })
  expect(alerts?.rules).toEqual([path])
})

test('receivers, jobs and apps in hidden folders are taken over too', async () => {
  const { apps, services, alerts } = await drafted({
    '.fly/web.toml': fly('shop'),
    '.monitoring/prometheus.yml': PROMETHEUS,
    '.monitoring/alertmanager.yml': ALERTMANAGER,
  })
  expect(apps).toMatchObject([{ app: 'shop', config: '.fly/web.toml' }])
  expect(services).toMatchObject([{ app: 'shop', port: 9100 }])
  expect(alerts).toMatchObject({ notify: { slack: {} } })
})

test.each([
  '.claude/skills/fly/alerts.yml',
  '.git/alerts.yml',
  '.venv/lib/alerts.yml',
  '.next/alerts.yml',
  '.github/workflows/alerts.yml',
])('%s is of a tool', async (path) => {
  const { alerts, notes } = await drafted({ 'fly.toml': fly('shop'), [path]: RULES })
  expect(alerts).toBeUndefined()
  expect(notes.join()).not.toContain('alerts.yml')
})

test.each([
  'ops/alerts.placeholder.yaml',
  'ops/alerts.yml.example',
  'ops/alerts.sample.yml',
  'ops/alerts-example.yml',
  'ops/alerts_template.yml',
  'docs/alerts.yml',
  'ops/examples/alerts.yml',
])('rules in %s are examples: one line, unless there are others', async (path) => {
  const { alerts, notes } = await drafted({ 'fly.toml': fly('shop'), [path]: RULES })
  expect(alerts).toBeUndefined()
  expect(notes).toContain(
    `${path}:1 Files about alerts and scrapes in examples and documents are left out: ${path}.`,
  )
  const more = await drafted({ 'fly.toml': fly('shop'), [path]: RULES, 'ops/alerts.yml': RULES })
  expect(more.alerts?.rules).toEqual(['ops/alerts.yml'])
  expect(more.notes.join()).not.toContain('are left out')
})

test('rules of tests get no line', async () => {
  const { notes } = await drafted({ 'fly.toml': fly('shop'), 'ops/tests/alerts.yml': RULES })
  expect(notes.join()).not.toContain('alerts.yml')
})

test.each([
  ['ops/prometheus.sample.yml', PROMETHEUS],
  ['ops/alertmanager.yml.example', ALERTMANAGER],
])('%s is an example', async (path, text) => {
  const { services, alerts, notes } = await drafted({ 'fly.toml': fly('shop'), [path]: text })
  expect(services).toMatchObject([{ app: 'shop', port: null }])
  expect(alerts).toBeUndefined()
  expect(notes.join()).toContain(`are left out: ${path}.`)
})

test.each(['fly.toml.example', 'fly.toml.tmpl', 'fly.sample.toml', 'fly.toml.template'])(
  '%s is an example: one line where no Fly configuration is next to it',
  async (name) => {
    const { apps, notes } = await drafted({
      'fly.toml': fly('shop'),
      [`api/${name}`]: fly('shop-api'),
      [name]: fly('x'),
    })
    expect(apps).toMatchObject([{ app: 'shop' }])
    expect(notes).toContain(
      `api/${name}:1 Fly configurations of examples, tests and documents are left out: api/${name}.`,
    )
  },
)

test.each<[string, string, Files]>([
  [
    'a workflow',
    'shop',
    { '.github/workflows/a.yml': deploys('envsubst < fly.toml.tmpl > fly.toml && flyctl deploy') },
  ],
  [
    'a workflow that names the app',
    'shop-eu',
    { '.github/workflows/a.yml': deploys('sed s/APP/x/ fly.toml.tmpl > fly.toml; fly deploy --app shop-eu') },
  ],
])('a template that %s fills in and deploys is an app', async (_, app, more) => {
  const name = app === 'shop' ? 'shop' : 'APP_NAME'
  const template = `app = "${name}"\n[http_service]\ninternal_port = \${PORT:-8080}\n[metrics]\nport = 9100\npath = "/metrics"\n`
  const { apps, services, notes } = await drafted({ ...more, 'fly.toml.tmpl': template })
  expect(apps).toEqual([{ app, deploy: false }])
  expect(services).toMatchObject([{ app, port: 9100 }])
  expect(notes.join()).not.toContain('fly.toml.tmpl')
})

/** A dashboard with one panel. */
const dashboard = (expr: string): string =>
  JSON.stringify({
    title: 'Shop',
    schemaVersion: 39,
    panels: [{ id: 1, type: 'timeseries', title: 'A', datasource: 'Prometheus', targets: [{ expr }] }],
  })
const METRICS = '[metrics]\nport = 9100\npath = "/metrics"\n'

test('dashboards in folders of documents, or of what no longer runs, are named, those of tests are not', async () => {
  const { notes } = await drafted({
    'fly.toml': `${fly('shop')}${METRICS}`,
    'docs/grafana/a.json': dashboard('up'),
    'docs/grafana/b.json': dashboard('up'),
    'archive/old.json': dashboard('up'),
    'docs/api.json': '{ "panels": [] }',
    'tests/c.json': dashboard('up'),
  })
  const found = notes.filter((note) => note.includes('Dashboards'))
  expect(found).toHaveLength(1)
  expect(found[0]).toContain('are left out: archive/old.json and docs/grafana.')
})

test.each<[string, string, string, boolean]>([
  ['only what code publishes', '', 'sum(rate(shop_orders_total[5m]))', false],
  ['what an endpoint of the draft may publish', METRICS, 'sum(rate(shop_orders_total[5m]))', true],
  ['what Prometheus has of each target', '', 'up == 0', true],
  ['what another data source has', '', '{job="shop"} |= "error"', true],
])('a dashboard that asks for %s', async (_, metrics, expr, isTaken) => {
  const { text, notes } = await draftOf({
    'fly.toml': `${fly('shop')}${metrics}`,
    'grafana/shop.json': dashboard(expr),
  })
  const { grafana } = parse(text) as { grafana: { dashboards: string[] } }
  expect(grafana.dashboards.some((path) => path.startsWith('grafana/') || path === 'grafana')).toBe(isTaken)
  const said = notes.filter((note) => note.includes('such as shop_orders_total'))
  expect(said.map((note) => note.startsWith('grafana/shop.json:1 '))).toEqual(isTaken ? [] : [true])
})
