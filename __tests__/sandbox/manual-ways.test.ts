import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test as plainTest } from '@jest/globals'
import { GRAFANA_HOST } from './addresses.ts'
import { TOKENS } from './grafana/server.ts'
import type { World } from './harness.ts'
import { type Installed, packProject, type Reader, readerIn, stepsOf } from './how-to.ts'
import { projectRoot } from './project.ts'
import { inWorld, QUICK } from './suite.ts'
import { callsOf, type Event } from './workflows.ts'

/** Fechatter's own files. They are not ours to copy, so a clone by itself does not have them. */
const FECHATTER = join(projectRoot, '../shared/fixtures/fechatter')

const GRAFANA = { GRAFANA_URL: `https://${GRAFANA_HOST}`, GRAFANA_API_KEY: TOKENS.admin }

/** The Fly configuration of an app with Fechatter's image, as its team would have it. */
async function flyToml(app: string): Promise<string> {
  const text = await readFile(`${projectRoot}__tests__/sandbox/repository/fly.toml`, 'utf8')
  return `${text.replace("app = 'fechatter'", `app = '${app}'`)}\n[build]\nimage = 'registry.fly.io/fechatter:v1'\n`
}

let installed: Installed

/** A page followed from an empty repository with these files; afterwards its apps rest, to leave room for others. */
async function follow(
  world: World,
  page: string,
  files: Record<string, string>,
  env?: Parameters<Reader['follow']>[1],
) {
  const reader = await readerIn(world, installed, files)
  const results = await reader.follow(page, env)
  return { reader, results, last: results.at(-1)?.stdout ?? '' }
}

async function rest(world: World, reader: Reader, ...apps: string[]): Promise<void> {
  const machines = (await world.platform.machines()).filter(
    ({ app, state }) => apps.includes(app) && state === 'started',
  )
  await Promise.all(machines.map(({ id, app }) => reader.run(`flyctl machine stop ${id} -a ${app}`)))
  await reader[Symbol.asyncDispose]()
}

beforeAll(async () => {
  installed = await packProject()
}, 60_000)
afterAll(async () => {
  await installed[Symbol.asyncDispose]()
})

describe('a team with one app', () =>
  inWorld({ platform: QUICK }, (test) => {
    test('one app, from its fly.toml to a proven deployment; then its Grafana, then another repository that only watches', async (world) => {
      const { reader, results } = await follow(world, 'one-app', { 'fly.toml': await flyToml('chat') })
      expect(results.at(-2)?.stdout).toContain('✔ Proven: 1 of 1 target scraped after this deploy')
      expect(results.at(-1)?.stdout).toMatch(/^[\w-]{43}\n$/)

      const [first] = await reader.follow('self-hosted-grafana', { '': GRAFANA })
      expect(first?.stdout).toMatch(/^✔ Done: the dashboards are in Grafana/)
      const written = (await world.grafana.requests()).filter(({ method }) => method !== 'GET').length
      await reader.run('scripts/import-grafana-dashboards.sh', GRAFANA)
      expect((await world.grafana.requests()).filter(({ method }) => method !== 'GET').length).toBe(written)

      const watching = await follow(world, 'monitoring-only', {})
      expect(watching.last).toContain('✔ Proven: 1 of 1 target scraped since this check began')
      await rest(world, watching.reader, 'watch-chat')
      await rest(world, reader, 'chat', 'chat-monitoring')
    })
  }))

describe('teams with several services', () =>
  inWorld({ platform: QUICK }, (test) => {
    test('by hand with flyctl alone, with remote write, and back to the one-click script', async (world) => {
      const reader = await readerIn(world, installed, { 'fly.toml': await flyToml('fechatter') })
      await reader.run('flyctl apps create fechatter --org acme')
      const remoteWrite = {
        GRAFANA_PROMETHEUS_URL: `https://${GRAFANA_HOST}/api/prom/push`,
        GRAFANA_PROMETHEUS_USER: '12345',
        GRAFANA_PROMETHEUS_API_KEY: "glc_it's #1",
      }
      const results = await reader.follow('by-hand', { '': GRAFANA, 'remote-write': remoteWrite })
      const proof = results.find(({ stdout }) => stdout.includes('since this check began'))
      expect(proof?.stdout).toContain('✔ Proven: 4 of 4 targets scraped since this check began')

      const { stdout: password } = await reader.run('npx @fechatter/deploy-monitoring password')
      const authorization = `Basic ${Buffer.from(`prometheus:${password.trim()}`).toString('base64')}`
      const url = 'https://fechatter-monitoring.fly.dev/api/v1/status/config'
      const { status, body } = await world.fetch(url, { headers: { authorization } })
      expect(status).toBe(200)
      expect(JSON.parse(body).data.yaml).toMatch(
        /remote_write:\n- url: https:\/\/grafana\.sandbox\.test\/api\/prom\/push\n/,
      )
      expect((await world.fetch(url)).status).toBe(401)

      const click = await reader.run('cd /; "$OLDPWD"/scripts/deploy-with-monitoring.sh', {
        DEPLOY_MONITORING: installed.command,
      })
      expect(click.stdout).toContain('✔ Proven: 4 of 4 targets scraped after this deploy')
      for (const { argv } of await world.platform.calls())
        expect(argv.join(' ')).not.toMatch(new RegExp(`glc_|fake-org-token|${password.trim()}`))
      await reader[Symbol.asyncDispose]()
    })

    test('four services in one machine, and the workflow of init for each event', async (world) => {
      const { reader, results } = await follow(world, 'four-services', {
        'fly.toml': await flyToml('fechatter'),
      })
      expect(results.at(-2)?.stdout).toContain('✔ Proven: 4 of 4 targets scraped after this deploy')
      expect(results.at(-1)?.stdout).toContain('✔ Proven: 4 of 4 targets scraped since this check began')

      const workflow = await readFile(join(reader.path, '.github/workflows/deploy-monitoring.yml'), 'utf8')
      const secrets = { FLY_API_TOKEN: 'fake-org-token' }
      const run = async (event: Pick<Event, 'name' | 'inputs'>) => {
        const calls = callsOf(workflow, { ...event, secrets, vars: {} })
        expect(calls).toHaveLength(1)
        const action = await world.action({ workspace: reader.path, inputs: calls[0] ?? {} })
        expect(action.code).toBe(0)
        return action.summary
      }
      expect(await run({ name: 'pull_request' })).toContain('Plan: nothing to complain about')
      expect(await run({ name: 'schedule' })).toContain(
        'Proven: 4 of 4 targets scraped since this check began',
      )
      const inputs = { mode: 'deploy', fail_on: 'panels' }
      expect(await run({ name: 'workflow_dispatch', inputs })).toContain('Proven: 4 of 4')
      expect(callsOf(workflow, { name: 'push', secrets, vars: {} })).toMatchObject([
        { mode: 'deploy', 'fail-on': 'targets', 'fly-api-token': 'fake-org-token', 'grafana-url': '' },
      ])
      await rest(world, reader, 'fechatter', 'fechatter-monitoring')
    })

    test('a process group for each service, and beside it another team with staging and production', async (world) => {
      const [groups, stages] = await Promise.all([
        follow(world, 'process-groups', {}),
        follow(world, 'staging-and-production', {
          'fly.toml': await flyToml('forum'),
          'fly.staging.toml': await flyToml('forum-staging'),
        }),
      ])
      expect(groups.last).toContain('✔ Proven: 2 of 2 targets scraped after this deploy')
      expect(stages.last).toContain('✔ Proven: 1 of 1 target scraped after this deploy')
      await rest(world, groups.reader, 'shop', 'shop-monitoring')
      await rest(world, stages.reader, 'forum-staging', 'forum-staging-monitoring')
    })

    if (!existsSync(FECHATTER))
      plainTest.skip("Fechatter's own files, migrated (they are not part of a clone)", () => {})
    else
      test("Fechatter's own files, migrated", async (world) => {
        const own = async (file: string) => readFile(join(FECHATTER, file), 'utf8')
        const { reader, results, last } = await follow(world, 'migrate-from-fechatter', {
          'fly.toml': await own('fly.toml'),
          'fly.monitoring.toml': await own('fly.monitoring.toml'),
          'monitoring/prometheus-fly.yml': await own('prometheus-fly.yml'),
          'grafana-dashboards/fechatter-overview.json': await own('fechatter-overview.json'),
        })
        expect(results[1]?.stdout).toMatch(/^diff --git a\/monitoring\/prometheus-fly\.yml/m)
        expect(last).toContain('✔ Proven: 4 of 4 targets scraped after this deploy')
        await rest(world, reader, 'fechatter-demo', 'fechatter-monitoring')
      })
  }))

plainTest(
  'what the page about Grafana Cloud types is typed elsewhere too: its Cloud is not in the sandbox',
  async () => {
    const scripts = async (page: string) =>
      (await stepsOf(page)).flatMap((step) => (step.kind === 'run' ? [step.script] : []))
    const elsewhere = await scripts('one-app')
    for (const script of await scripts('grafana-cloud')) expect(elsewhere).toContain(script)
  },
)
