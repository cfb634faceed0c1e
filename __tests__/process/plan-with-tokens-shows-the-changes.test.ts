import { spawn } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { safeParse } from 'valibot'
import { applyGrafana } from '../../src/apply/grafana/apply.ts'
import { createApp } from '../../src/clients/flyctl/commands.ts'
import { createGrafana } from '../../src/clients/grafana/client.ts'
import { readProject } from '../../src/config/sources/project.ts'
import { desiredState } from '../../src/desired/desired.ts'
import { readInputs } from '../../src/inputs/read.ts'
import { createPool } from '../../src/lib/http.ts'
import type { PlannedDeploy } from '../../src/model/planned.ts'
import { planGrafana } from '../../src/plan/grafana/plan.ts'
import { resultSchema } from '../../src/report/result.ts'
import { type GrafanaStandin, startGrafana, TOKENS } from '../sandbox/grafana/server.ts'
import { PROGRAM } from '../support/command-line.ts'
import { keptLog } from '../support/fly-fake.ts'
import { BINARY, type TestFly, testFly } from '../support/fly-platform.ts'
import { rendered } from '../support/github-markdown.ts'
import { scratchFolder } from '../support/scratch.ts'

/** The program itself, with the stand-ins for flyctl and Grafana, which keep every request. */

const CONFIG = `monitoring: { app: mon, organization: acme, image: "registry.example/mon:v3.13.3" }
apps: [{ app: web, image: "registry.example/web:v1" }]
services: [{ name: web, app: web, port: 9090, metrics: { users: gauge } }]
alerts: { rules: [rules.yml] }
grafana: { dashboards: [board.json] }
`
const RULES = `groups:
  - name: team
    rules:
      - { alert: TooMany, expr: users > 10, for: 5m, labels: { severity: warning }, annotations: { summary: s } }
`
const PANEL = { type: 'timeseries', fieldConfig: { defaults: { unit: 'short' } } }
const board = (title = 'Board', expr = 'users', more: unknown[] = []) =>
  JSON.stringify({
    ...{ uid: 'board', title, schemaVersion: 39 },
    panels: [{ ...PANEL, id: 1, title: 'Users', targets: [{ refId: 'A', expr }] }, ...more],
  })
const FILES = {
  'monitoring.yml': CONFIG,
  'rules.yml': RULES,
  'board.json': board(),
  'fly.toml':
    'app = "web"\n[http_service]\ninternal_port = 8080\n[[http_service.checks]]\npath = "/health"\n',
}
type Files = Partial<Record<keyof typeof FILES, string>>

const PASSWORD = 'correct horse battery'

let fly: TestFly
let grafana: GrafanaStandin
let prometheus: PrometheusDouble
beforeEach(async () => {
  fly = await testFly()
  grafana = await startGrafana()
  prometheus = await startPrometheusDouble()
})
afterEach(async () => {
  await fly[Symbol.asyncDispose]()
  await grafana.close()
  await prometheus.close()
})

interface PrometheusDouble {
  url: string
  asked: string[]
  close(): Promise<void>
}

/** A Prometheus that answers every query with nothing; only its clock goes. */
async function startPrometheusDouble(): Promise<PrometheusDouble> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (text) => {
      body += text
    })
    request.on('end', () => {
      asked.push(new URLSearchParams(body || request.url?.split('?')[1]).get('query') ?? '')
      response.setHeader('content-type', 'application/json')
      const data = asked.at(-1) === 'time()' ? { resultType: 'scalar', result: [1, '1770000000'] } : NOTHING
      response.end(JSON.stringify({ status: 'success', data }))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = () => new Promise<void>((done) => void server.close(() => done()).closeAllConnections())
  return { url: `http://127.0.0.1:${port}`, asked, close }
}
const NOTHING = { resultType: 'vector', result: [] }

function checkout(files: Files) {
  const folder = scratchFolder()
  for (const [name, text] of Object.entries({ ...FILES, ...files }))
    writeFileSync(join(folder.path, name), text)
  return folder
}

const access = (): Record<string, string> => ({
  FLY_API_TOKEN: 'fake-org-token',
  GRAFANA_URL: grafana.url,
  GRAFANA_API_KEY: TOKENS.admin,
  PROMETHEUS_PASSWORD: PASSWORD,
  INPUT_PROMETHEUS_URL: prometheus.url,
})

/** Brings Fly and Grafana to what these files say. */
async function deployed(files: Files = {}, more: Record<string, string> = {}): Promise<void> {
  using folder = checkout(files)
  const env = { ...access(), ...more, INPUT_MODE: 'deploy', 'INPUT_PROMETHEUS-URL': prometheus.url }
  const inputs = readInputs(env)
  const { project } = readProject(inputs, folder.path)
  const none = { commit: undefined, needAddresses: new Set<string>(), groups: new Map(), scrapes: new Map() }
  const desired = desiredState(project, inputs, none)
  await createApp(fly.context().flyctl, 'web', 'acme')
  const { problems } = await fly.deploy(desired.monitoring)
  if (problems.length > 0 || !desired.grafana) throw new Error(JSON.stringify(problems))
  const pool = createPool({})
  const client = createGrafana({ url: grafana.url, token: TOKENS.admin, pool })
  const plan = await planGrafana(client, desired.grafana)
  await applyGrafana(plan, { grafana: client, desired: desired.grafana, log: keptLog() })
  await pool.close()
}

interface PlanResult {
  code: number | null
  planned: PlannedDeploy | undefined
  problems: { code: string; severity: string; message: string }[]
  headline: string
  text: string
}

/** One plan; what it sent to Fly and Grafana is checked to be nothing but reads. */
async function plan(files: Files = {}, env: Record<string, string> = {}): Promise<PlanResult> {
  const before = { fly: fly.platform.calls().length, grafana: grafana.requests().length }
  const state = JSON.stringify(fly.platform.machines())
  const { code, stdout } = await program(files, { ...access(), ...env }, ['--json'])
  const calls = fly.platform.calls().slice(before.fly)
  for (const { argv } of calls) expect(argv.join(' ')).toMatch(READS)
  const asked = grafana.requests().slice(before.grafana)
  expect(asked.filter(({ method }) => method !== 'GET')).toEqual([])
  expect(JSON.stringify(fly.platform.machines())).toBe(state)
  const result = JSON.parse(stdout)
  expect(safeParse(resultSchema, result).issues).toBeUndefined()
  const { planned, problems, headline } = result
  return { code, planned, problems, headline, text: JSON.stringify(planned) }
}

const READS = /^(?:version|machine list|volumes list|secrets list|ips list|releases|status|config validate)\b/

async function program(files: Files, env: Record<string, string>, args: string[]) {
  using folder = checkout(files)
  using bin = scratchFolder()
  mkdirSync(join(bin.path, 'bin'))
  symlinkSync(BINARY, join(bin.path, 'bin', 'flyctl'))
  const child = spawn(process.execPath, [PROGRAM, 'plan', '--prometheus-url', prometheus.url, ...args], {
    cwd: folder.path,
    env: {
      PATH: `${join(bin.path, 'bin')}:${dirname(process.execPath)}:/usr/bin:/bin`,
      HOME: folder.path,
      FLY_API_BASE_URL: fly.platform.url,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const out = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      out[stream] += text
    })
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, ...out }
}

const lines = ({ planned }: PlanResult) =>
  (planned?.changes ?? [])
    .filter(({ routine }) => !routine)
    .map(({ effect, platform, kind, subject }) => `${effect} ${platform} ${kind} ${subject}`)

const detailsOf = ({ planned }: PlanResult, kind: string) =>
  (planned?.changes.findLast((one) => one.kind === kind && one.subject !== 'web')?.details ?? []).flatMap(
    (part) => [part.title, ...part.lines],
  )

test('a first deploy: everything is added, and nothing is written', async () => {
  const result = await plan()
  expect(result.code).toBe(0)
  expect(lines(result)).toEqual([
    'add Fly app mon',
    'add Fly volume mon',
    'add Fly secrets mon',
    'add Fly machine mon',
    'add Fly address mon',
    'add Fly app web',
    'add Fly machine web',
    'add Grafana data source Prometheus of mon',
    'add Grafana folder web',
    'add Grafana dashboard Board',
    'add Grafana rule group mon targets',
    'add Grafana rule group mon monitoring',
    'add Grafana rule group mon own team',
  ])
  expect(result.headline).toMatch(/^Plan: 13 to add; no problems/)
  expect(detailsOf(result, 'secrets')).toContain('+ PROMETHEUS_WEB_CONFIG')
  expect(detailsOf(result, 'dashboard')).toContain('+ panel "Users"')
  expect(detailsOf(result, 'machine')).toContain('+ alert TooMany: users > 10 for 5m')
  expect(result.planned?.price).toMatch(/^about \$6\.33 for 30 days/)
  expect(result.planned).not.toHaveProperty('downtime')
  expect(result.planned?.backtestNote).toMatch(/no Prometheus yet/)
  expect(result.text).not.toContain(PASSWORD)
})

test('an unchanged system: no changes, and what every deploy does is not one', async () => {
  await deployed()
  const result = await plan()
  expect(lines(result)).toEqual([])
  expect(result.headline).toMatch(/^Plan: no changes; no problems/)
  expect(result.planned?.changes.map(({ kind, routine }) => [kind, routine])).toEqual([['release', true]])
  const text = await program({}, access(), [])
  expect(text.stdout).toMatch(
    /What deploy would change\n {2}No changes\. Every deploy also makes a release of web\./,
  )
})

test('one change of each kind, with its difference', async () => {
  await deployed()
  const rules = RULES.replace('users > 10', 'users > 20').replace(
    '      - {',
    '      - { alert: None, expr: absent(users), for: 10m, labels: { severity: warning }, annotations: { summary: s } }\n      - {',
  )
  const config = CONFIG.replace(
    'acme,',
    'acme, scrape_interval: 30s, vm: { memory_mb: 1024 }, volume: { size_gb: 20 },',
  )
  const more = { ...PANEL, id: 2, title: 'More', targets: [{ refId: 'A', expr: 'users' }] }
  const result = await plan(
    { 'monitoring.yml': config, 'rules.yml': rules, 'board.json': board('Board', 'sum(users)', [more]) },
    { PROMETHEUS_PASSWORD: 'another long password' },
  )
  expect(lines(result)).toEqual([
    'change Fly volume mon',
    'change Fly secrets mon',
    'change Fly machine mon',
    'change Grafana data source Prometheus of mon',
    'change Grafana dashboard Board',
    'change Grafana rule group mon monitoring',
    'change Grafana rule group mon own team',
  ])
  const machine = detailsOf(result, 'machine')
  expect(machine).toEqual(
    expect.arrayContaining([
      '- vm: shared-cpu-1x, 512 MB',
      '+ vm: shared-cpu-1x, 1024 MB',
      '/etc/prometheus/prometheus.yml',
      '-  scrape_interval: 15s',
      '+  scrape_interval: 30s',
      '+ alert None: absent(users) for 10m',
      '~ alert TooMany: expr',
      '-   users > 10',
      '+   users > 20',
    ]),
  )
  expect(detailsOf(result, 'secrets')).toEqual([
    'secrets',
    '~ one or more of PROMETHEUS_WEB_CONFIG and MONITORING_SELF_PASSWORD',
  ])
  expect(detailsOf(result, 'dashboard')).toEqual([
    ...['dashboard', '~ panel "Users"', '-   query A: users', '+   query A: sum(users)', '+ panel "More"'],
  ])
  expect(detailsOf(result, 'rule group')).toEqual(
    expect.arrayContaining(['~ rule "TooMany": expr', '-   users > 10', '+   users > 20', '+ rule "None"']),
  )
  expect(result.planned?.downtime).toMatch(/restarts once/)
  expect(result.planned?.backtest.map(({ alert, change, fired }) => [alert, change, fired])).toEqual([
    ['VolumeFilling', 'changed', undefined],
    ['TooMany', 'changed', undefined],
    ['None', 'new', undefined],
  ])
  expect(result.planned?.backtest[1]?.note).toMatch(/^Not known: there is no data of users/)
  expect(result.text).not.toMatch(/another long password|correct horse/)
})

test('a Prometheus whose machine is stopped is not asked, as that would start it', async () => {
  await deployed()
  const [machine] = fly.platform.machines().filter(({ app }) => app === 'mon')
  await fly.flyctl('machine stop', 'mon', machine?.id ?? '')
  const asked = prometheus.asked.length
  const result = await plan({ 'rules.yml': RULES.replace('> 10', '> 20') })
  expect(result.planned?.backtestNote).toMatch(/^the machine of Prometheus is stopped, and was not started/)
  // Grafana asks its data source, which is this Prometheus, for its health.
  expect(prometheus.asked.slice(asked).filter((query) => query.includes('users'))).toEqual([])
})

test('a secret that was changed at Fly is named', async () => {
  await deployed()
  await fly.context().flyctl.repeatable({
    ...{ command: 'secrets import', app: 'mon', args: ['--stage'], stdin: 'PROMETHEUS_WEB_CONFIG="eA=="\n' },
  })
  const result = await plan()
  expect(detailsOf(result, 'secrets')).toEqual([
    'secrets',
    '~ PROMETHEUS_WEB_CONFIG: changed at Fly since the last deploy',
  ])
})

test('a secret that this run was not given is neither a change nor none', async () => {
  const config = CONFIG.replace('rules: [rules.yml]', 'rules: [rules.yml], notify: { slack: {} }')
  const files = { 'monitoring.yml': config }
  await deployed(files, { SLACK_WEBHOOK_URL: 'https://hooks.slack.example/services/T/B/x' })
  const result = await plan(files)
  expect(result.headline).toMatch(/^Plan: no changes, 2 not known; no problems/)
  expect(result.planned?.changes[0]?.reason).toMatch(/this run was not given SLACK_WEBHOOK_URL/)
})

test('a key of remote write that this run was not given is not known, and its target is shown', async () => {
  const config = `${CONFIG}remote_write: [{ url: "https://s.example/api/v1/write", user: a, password_env: STORE_KEY }]\n`
  await deployed()
  const result = await plan({ 'monitoring.yml': config })
  expect(detailsOf(result, 'machine').join('\n')).toMatch(/\+ +- url: https:\/\/s\.example\/api\/v1\/write/)
  expect(JSON.stringify(result.planned?.changes)).toContain('STORE_KEY')
})

test('more targets than the machine carries: how many, and the size that is large enough', async () => {
  const many = (name: string, i: number) =>
    `{ name: ${name}, discovery: static, addresses: [${Array.from({ length: 100 }, (_, n) => `"db${n}.example.com:9${i}00"`)}] }`
  const config = CONFIG.replace(
    'services: [',
    `services: [${['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(many).join(', ')}, `,
  )
  const { problems } = await plan({ 'monitoring.yml': config })
  expect(problems).toContainEqual(
    expect.objectContaining({
      code: 'fly-monitoring-small',
      severity: 'warning',
      message: expect.stringContaining('at least 700 targets'),
      hint: expect.stringContaining('size: shared-cpu-2x, memory_mb: 512'),
    }),
  )
})

test.each([
  ['Fly', { FLY_API_TOKEN: 'expired-token' }, 'fly-token-rejected', ['Grafana']],
  ['Grafana', { GRAFANA_API_KEY: 'glsa_wrong' }, 'grafana-unauthorized', ['Fly']],
])('a token that %s does not accept: said, and not a failure', async (_, env, code, compared) => {
  const result = await plan({}, env)
  expect(result.code).toBe(0)
  expect(result.problems.map((one) => `${one.severity} ${one.code}`)).toEqual([`warning ${code}`])
  expect(result.planned?.compared).toEqual(compared)
})

test('no token that works: what the files say', async () => {
  const result = await plan({}, { FLY_API_TOKEN: 'expired-token', GRAFANA_API_KEY: 'glsa_wrong' })
  expect(result.code).toBe(0)
  expect(result.planned).toBeUndefined()
  expect(result.headline).toMatch(/^Plan: 0 errors, 2 warnings/)
})

test('what a deploy would refuse is an error of the plan', async () => {
  await deployed()
  const result = await plan({ 'monitoring.yml': CONFIG.replace('acme,', 'acme, region: fra,') })
  expect(result.code).not.toBe(0)
  expect(result.problems.map((one) => `${one.severity} ${one.code}`)).toEqual(['error fly-volume-region'])
})

test('files of a machine that someone else deployed are not shown', async () => {
  const { flyctl } = fly.context()
  using folder = scratchFolder()
  const toml = `app = "mon"\nprimary_region = "nrt"\n[build]\nimage = "registry.example/mon:v3.13.3"\n[[mounts]]\nsource = "prometheus_data"\ndestination = "/prometheus"\n[[files]]\nguest_path = "/etc/prometheus/prometheus.yml"\nraw_value = "remote_write: [{ url: x, basic_auth: { password: hunter2-of-someone } }]"\n`
  writeFileSync(join(folder.path, 'fly.toml'), toml)
  await createApp(flyctl, 'mon', 'acme')
  await flyctl.run({
    command: 'deploy',
    app: 'mon',
    args: ['--config', join(folder.path, 'fly.toml'), '--yes'],
  })
  const result = await plan()
  expect(result.text).not.toContain('hunter2')
  expect(detailsOf(result, 'machine')).toContain(
    '~ not compared: this action did not write the deployed files',
  )
})

test('names and queries of others are text in the summary', async () => {
  await deployed()
  const evil = '</summary><img src=x onerror=alert(1)>\n\n```\n# owned @octocat [x](http://evil.example)'
  const panel = { id: 2, type: 'stat', title: evil, targets: [{ refId: evil, expr: `x{a="${evil}"}` }] }
  using temp = scratchFolder()
  const summary = join(temp.path, 'summary')
  writeFileSync(summary, '')
  const { stdout } = await program(
    { 'board.json': board(evil, 'users', [panel]) },
    { ...access(), GITHUB_STEP_SUMMARY: summary },
    ['--json'],
  )
  const { renderSummary } = await import('../../src/report/summary.ts')
  const { report } = await import('../support/report.ts')
  const { planned } = JSON.parse(stdout)
  const [seen] = rendered([
    renderSummary(report({ mode: 'plan', evidence: undefined, planned, checked: { a: 1 } })),
  ])
  expect(seen?.references).toEqual([])
  expect(seen?.tags).not.toContain('img')
  expect(seen?.links.filter((link) => link.includes('evil'))).toEqual([])
  expect(seen?.texts('h1')).toHaveLength(1)
})
