import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { draftOf, type Files } from '../support/init-draft.ts'

/** Every job of a Prometheus is in the draft, or in a note. */

const fly = (app: string, port: number, more = '') =>
  `app = "${app}"\nprimary_region = "fra"\n[http_service]\ninternal_port = ${port}\n${more}`
const METRICS = '[metrics]\nport = 9091\npath = "/metrics"\n'
const HOSTS = [
  'shop-api:8000',
  'shop-bot:8000',
  'bot:8000',
  'api:8000',
  'queue:8000',
  'shop-prod-web:3000',
  'web:9091',
  'localhost:8000',
  'host.docker.internal:3000',
  'shop-prod-api.internal:8000',
  'redis:6379',
  'node-exporter:9100',
  'shop.example.net:443',
]
const jobs = (hosts: readonly string[]) =>
  `scrape_configs:\n${hosts
    .map((host, i) => `  - job_name: j${i}\n    static_configs: [{ targets: ['${host}'] }]\n`)
    .join('')}`
const CODE = {
  'package.json': '{ "dependencies": { "express": "5.0.0" } }',
  'index.js': 'const app = express()\napp.listen(8000)\n',
  Dockerfile: 'FROM node:24\nCOPY . .\nCMD ["node", "index.js"]\n',
}

test.each<[string, string, Files]>([
  [
    'in a folder of several apps',
    'infra/prometheus.yml',
    {
      'infra/fly.api.toml': fly('shop-prod-api', 8000),
      'infra/fly.bot.toml': fly('shop-prod-bot', 8080),
      'web/fly.toml': fly('shop-prod-web', 3000, METRICS),
    },
  ],
  [
    'beside one app',
    'prometheus.yml',
    { 'fly.toml': fly('shop-prod-api', 8000), 'docker-compose.yml': 'services:\n  queue: { build: . }\n' },
  ],
  ['beside one with metrics', 'prometheus.yml', { 'fly.toml': fly('shop-prod-api', 8000, METRICS) }],
  ['beside one whose code has none', 'prometheus.yml', { 'fly.toml': fly('api', 8000, METRICS), ...CODE }],
])('each job of a Prometheus %s', async (_, file, files) => {
  for (const hosts of [
    HOSTS,
    HOSTS.filter((host) => !host.includes('.internal')),
    ['api:8000', 'bot:8000'],
  ]) {
    const { text, notes } = await draftOf({ ...files, [file]: jobs(hosts) })
    const { services } = parse(text) as { services: { name: string }[] }
    const said = hosts.map((host, i) =>
      services.some(({ name }) => name === `j${i}`) ||
      text.includes(`${file}:${3 + 2 * i} `) ||
      notes.some((note) => note.includes(`"j${i}"`) || note.startsWith(`${file}:${3 + 2 * i} `))
        ? ''
        : host,
    )
    expect(said.filter(Boolean)).toEqual([])
  }
})

test('in a folder of several apps, a host is the app that it is called like', async () => {
  const { text, notes } = await draftOf({
    'infra/fly.api.toml': fly('shop-prod-api', 8000),
    'infra/fly.bot.toml': fly('shop-prod-bot', 8080),
    'infra/prometheus.yml': jobs(['shop-api:8000', 'shop-bot:8000', 'localhost:8000']),
  })
  expect(parse(text)).toMatchObject({
    services: [
      { name: 'j0', app: 'shop-prod-api', port: 8000 },
      { name: 'j1', app: 'shop-prod-bot', port: 8000 },
    ],
  })
  expect(notes.join('\n')).toContain('"j2" scrapes the same port of shop-prod-api as "j0"')
})

test('a job knows the endpoint where the code contradicts what is declared for Fly', async () => {
  const job = {
    'prometheus.yml': jobs(['web:8000']).replace('static', 'metrics_path: /m/metrics\n    static'),
  }
  const { text, notes } = await draftOf({
    'fly.toml': fly('shop-web', 8000, METRICS),
    ...CODE,
    ...job,
    'package.json': '{ "dependencies": { "express": "5.0.0", "prom-client": "15" } }',
    'index.js': `// Prometheus\n${CODE['index.js']}`,
  })
  expect(parse(text)).toMatchObject({ services: [{ name: 'j0', port: 8000, path: '/m/metrics' }] })
  expect(notes.join('\n')).toContain('is only here')
  const silent = await draftOf({ 'fly.toml': fly('shop-web', 8000, METRICS), ...CODE, ...job })
  expect(silent.notes.join('\n')).toContain('/m/metrics on port 8000 is declared here, but nothing')
  expect(silent.notes.join('\n')).not.toContain('known already')
})
