/**
 * Records the reports of whole runs in the sandbox, from which the gallery of `docs/gallery/` is rendered:
 * `node __tests__/sandbox/record-reports.ts [NAME …]`. Afterwards: `npm run generate`.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { GRAFANA_HOST } from './addresses.ts'
import { TOKENS } from './grafana/server.ts'
import { startWorld, type World } from './harness.ts'
import { projectRoot } from './project.ts'
import { copyRepository } from './repository.ts'

interface Scenario {
  env?: Record<string, string>
  inputs?: Record<string, string>
  /** Whether a green deploy comes first. */
  isSecond?: boolean
  /** Seconds after which the run is cancelled. */
  cancelAfter?: number
  prepare?(world: World): Promise<void>
}

const SERVICES = ['fechatter_server', 'notify_server', 'analytics_server', 'bot_server']

const SCENARIOS: Record<string, Scenario> = {
  'first-deploy': { env: {} },
  proven: { isSecond: true, inputs: { mode: 'verify' } },
  'one-service-down': { env: { FECHATTER_BROKEN: 'notify_server:dead' } },
  'all-services-down': { env: { FECHATTER_BROKEN: SERVICES.map((name) => `${name}:dead`).join(',') } },
  unproven: { env: { FECHATTER_BROKEN: 'notify_server:poor' } },
  interrupted: { cancelAfter: 9 },
  'fly-refuses': {
    prepare: (world) =>
      world.platform.fault({
        kind: 'api',
        method: 'POST',
        path: '/volumes$',
        status: 422,
        body: { error: 'insufficient resources to create new volume in region nrt' },
        times: -1,
      }),
  },
}

const FOLDER = join(projectRoot, '__tests__/fixtures/reports')

async function record(name: string, scenario: Scenario): Promise<void> {
  await using world = await startWorld()
  await using repository = await copyRepository({
    monitoringTag: world.ready.monitoringTag,
    ...(scenario.env && { env: scenario.env }),
    set: { 'monitoring.scrape_interval': '2s' },
  })
  const inputs = {
    'fly-api-token': 'fake-org-token',
    'grafana-url': `https://${GRAFANA_HOST}`,
    'grafana-api-key': TOKENS.admin,
  }
  const to = join(tmpdir(), `recorded-${name}.json`)
  const action = join(projectRoot, '__tests__/sandbox/recorder/')
  const start = (more: Record<string, string>) =>
    world.startAction({
      action,
      workspace: repository.path,
      inputs: { ...inputs, ...more },
      env: { RECORD_TO: to },
    })
  if (scenario.isSecond) await (await start({})).done
  if (scenario.isSecond) await sleep(20_000)
  await scenario.prepare?.(world)
  const job = await start(scenario.inputs ?? {})
  if (scenario.cancelAfter) {
    await sleep(scenario.cancelAfter * 1_000)
    await job.signal('SIGINT')
  }
  const { code, stdout, stderr } = await job.done
  try {
    const report = JSON.parse(readFileSync(to, 'utf8')) as unknown
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(report)}\n`)
    rmSync(to)
    process.stdout.write(`${name}: recorded\n`)
  } catch {
    process.stdout.write(`${name}: not recorded, exit code ${code}\n${stdout}\n${stderr}\n`)
    process.exitCode = 1
  }
}

/** A pull request whose files have mistakes of several kinds; a plan needs no world. */
async function recordPlan(): Promise<void> {
  await using repository = await copyRepository({ monitoringTag: 'v1' })
  await repository.edit('monitoring.yml', (text) => text.replaceAll('_total:', '_count:'))
  await repository.edit(
    'fly.toml',
    (text) =>
      `${text}\n[http_service]\n  internal_port = 8080\n  auto_stop_machines = "stop"\n  min_machines_running = 0\n`,
  )
  mkdirSync(join(repository.path, 'grafana-dashboards'), { recursive: true })
  const panel = (id: number, expr: string) => ({
    id,
    title: `Panel ${id}`,
    type: 'timeseries',
    targets: [{ refId: 'A', expr }],
  })
  const queries = [
    'fechatter_active_users_count',
    'sum(rate(notify_sse_messages_total[1m]))',
    'fechatter_http_requests_total',
    'rate(fechatter_active_users[5m])',
    'histogram_quantile(0.95, rate(fechatter_http_request_duration_seconds_bucket[5m])',
    'bot_ai_requests',
  ]
  const board = {
    uid: 'team',
    title: 'Team',
    schemaVersion: 39,
    panels: Array.from({ length: 12 }, (_, i) => panel(i + 1, queries[i % queries.length] ?? '')),
  }
  writeFileSync(join(repository.path, 'grafana-dashboards/team.json'), JSON.stringify(board, null, 2))
  await repository.edit(
    'monitoring.yml',
    (text) => `${text}\ngrafana:\n  dashboards: [grafana-dashboards/team.json]\n`,
  )
  const to = join(FOLDER, 'plan.json')
  const env = {
    PATH: process.env.PATH,
    RECORD_TO: to,
    INPUT_MODE: 'plan',
    GITHUB_WORKSPACE: repository.path,
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_ACTOR: 'octocat',
  }
  execFileSync(process.execPath, [join(projectRoot, '__tests__/sandbox/recorder/main.ts')], {
    env,
    stdio: 'ignore',
  })
  writeFileSync(to, `${readFileSync(to, 'utf8').trim()}\n`)
  process.stdout.write('plan: recorded\n')
}

const names = process.argv.slice(2)
if (names.length === 0 || names.includes('plan')) await recordPlan()
for (const [name, scenario] of Object.entries(SCENARIOS))
  if (names.length === 0 || names.includes(name)) await record(name, scenario)
