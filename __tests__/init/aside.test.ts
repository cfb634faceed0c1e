import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { isArchived } from '../../src/config/aside.ts'
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
