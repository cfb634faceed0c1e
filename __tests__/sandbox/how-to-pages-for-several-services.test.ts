import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test as plainTest } from '@jest/globals'
import { GRAFANA_HOST } from './addresses.ts'
import { flyToml, follow, GRAFANA, type Installed, packProject, readerIn, rest } from './how-to.ts'
import { projectRoot } from './project.ts'
import { inWorld, QUICK } from './suite.ts'
import { callsOf, type Event } from './workflows.ts'

/** Fechatter's own files. They are not ours to copy, so a clone by itself does not have them. */
const FECHATTER = join(projectRoot, '../shared/fixtures/fechatter')

let installed: Installed
beforeAll(async () => {
  installed = await packProject()
}, 60_000)
afterAll(async () => {
  await installed[Symbol.asyncDispose]()
})

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

    const { stdout: password } = await reader.run(
      'npx --allow-git=root github:fechatter/deploy-monitoring password',
    )
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
    const { reader, results } = await follow(world, installed, 'four-services', {
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
    expect(await run({ name: 'pull_request' })).toContain('Plan: no problems')
    expect(await run({ name: 'schedule' })).toContain('Proven: 4 of 4 targets scraped since this check began')
    const inputs = { mode: 'deploy', fail_on: 'panels' }
    expect(await run({ name: 'workflow_dispatch', inputs })).toContain('Proven: 4 of 4')
    expect(callsOf(workflow, { name: 'push', secrets, vars: {} })).toMatchObject([
      { mode: 'deploy', 'fail-on': 'targets', 'fly-api-token': 'fake-org-token', 'grafana-url': '' },
    ])
    await rest(world, reader, 'fechatter', 'fechatter-monitoring')
  })

  test('a process group for each service, and beside it another team with staging and production', async (world) => {
    const [groups, stages] = await Promise.all([
      follow(world, installed, 'process-groups', {}),
      follow(world, installed, 'staging-and-production', {
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
      const { reader, results, last } = await follow(world, installed, 'migrate-from-fechatter', {
        'fly.toml': await own('fly.toml'),
        'fly.monitoring.toml': await own('fly.monitoring.toml'),
        'monitoring/prometheus-fly.yml': await own('prometheus-fly.yml'),
        'grafana-dashboards/fechatter-overview.json': await own('fechatter-overview.json'),
      })
      expect(results[1]?.stdout).toMatch(/^diff --git a\/monitoring\/prometheus-fly\.yml/m)
      expect(last).toContain('✔ Proven: 4 of 4 targets scraped after this deploy')
      await rest(world, reader, 'fechatter-demo', 'fechatter-monitoring')
    })
})
