import { expect, test } from '@jest/globals'
import { writtenByFly } from '../../src/config/fly-engine.ts'
import { loadConfig } from '../../src/config/load.ts'
import { ActionError } from '../../src/lib/errors.ts'

const SERVICE = '{ name: web, app: chat, port: 9090 }'
const fileWith = (monitoring = '', services = [SERVICE], more = '') =>
  `monitoring: { engine: fly, organization: acme${monitoring} }
apps: [{ app: chat }]
services:
${services.map((service) => `  - ${service}\n`).join('')}${more}`

function problemsOf(text: string): string[] {
  try {
    loadConfig(text, 'monitoring.yml')
  } catch (error) {
    if (error instanceof ActionError)
      return error.problems.map(({ code, at, message }) => `${at?.line}:${at?.column} ${code} ${message}`)
    throw error
  }
  return []
}

const service = (more: string) => fileWith('', [`{ name: web, app: chat, port: 9090, ${more} }`])
const and = (other: string) => fileWith('', [SERVICE, other])

test.each([
  ['replicas', fileWith(', replicas: 2'), /monitoring\.replicas .*a cluster that Fly runs/],
  ['access', fileWith(', access: private'), /monitoring\.access .*no Prometheus of yours has an address/],
  ['a volume', fileWith(', volume: { size_gb: 5 }'), /monitoring\.volume .*no Prometheus is deployed/],
  ['an interval', fileWith(', scrape_interval: 5s'), /monitoring\.scrape_interval .*every 15 s/],
  ['fly_metrics', fileWith(', fly_metrics: true'), /monitoring\.fly_metrics .*the same Prometheus already/],
  [
    'a service outside of Fly',
    fileWith('', ['{ name: db, discovery: static, addresses: ["db:9187"] }']),
    /"db" does not run on Fly/,
  ],
  ['a password', service('authorization: { credentials_env: METRICS_TOKEN }'), /sends no credentials/],
  ['labels', service('labels: { team: a }'), /services\[0\]\.labels .*its own labels/],
  ['what is stored', service('drop: ["go_.*"]'), /services\[0\]\.drop/],
  [
    'two ports of one machine',
    and('{ name: api, app: chat, port: 9091 }'),
    /"web" and "api" run on the same machines/,
  ],
  [
    'a port of a group and one of every machine',
    and('{ name: api, app: chat, port: 9091, process: api }'),
    /the same machines of "chat"/,
  ],
  [
    'an Alertmanager',
    fileWith('', [SERVICE], 'alerts: { notify: { ntfy: {} } }\n'),
    /alerts\.notify .*no Alertmanager/,
  ],
  [
    'an objective',
    fileWith(
      '',
      ['{ name: web, app: chat, port: 9090, metrics: { r_total: counter } }'],
      'slos: [{ service: web, of: r_total, errors: \'status="500"\', objective: 99 }]\n',
    ),
    /slos .*recorded series/,
  ],
  [
    'remote write',
    fileWith('', [SERVICE], 'remote_write: [{ url: "https://t.example/api/v1/write" }]\n'),
    /remote_write .*nowhere/,
  ],
])('with Fly as engine, %s has one clear reason to be refused', (_, text, expected) => {
  expect(problemsOf(text)).toEqual([expect.stringMatching(expected)])
  expect(problemsOf(text)[0]).toMatch(/^\d+:\d+ config\/fly-engine /)
  expect(problemsOf(text.replace('engine: fly', 'app: mon')).join()).not.toContain('config/fly-engine')
})

test('nothing but the organization is needed; a process group for each port is fine', () => {
  const groups = fileWith('', [
    '{ name: web, app: chat, port: 9090, process: web }',
    '{ name: api, app: chat, port: 9091, process: api, scheme: https }',
  ])
  expect(problemsOf(groups)).toEqual([])
  expect(loadConfig(fileWith(), 'f').monitoring.app).toBe('fly-metrics-acme')
  expect(loadConfig(fileWith(', app: mon'), 'f').monitoring.app).toBe('mon')
  expect(problemsOf(fileWith().replace('engine: fly, ', ''))).toEqual([
    expect.stringMatching(/^1:13 config\/missing-key monitoring\.app is missing/),
  ])
})

test('inputs of remote write are refused, too', () => {
  const written = { remoteWrite: { url: 'https://p.grafana.net/api/prom/push', user: '7', key: 'k' } }
  const found = (text: string) => writtenByFly(loadConfig(text, 'f'), written, () => undefined)
  expect(found(fileWith())).toMatchObject([
    { code: 'config/fly-engine', message: expect.stringContaining('grafana-prometheus-url') },
  ])
  expect(found(fileWith().replace('engine: fly', 'app: mon'))).toEqual([])
  expect(writtenByFly(loadConfig(fileWith(), 'f'), { remoteWrite: undefined }, () => undefined)).toEqual([])
})
