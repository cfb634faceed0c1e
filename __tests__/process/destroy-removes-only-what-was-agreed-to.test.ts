import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { appExists } from '../../src/apply/fly/claim-app.ts'
import { createApp, stageSecrets } from '../../src/clients/flyctl/commands.ts'
import { type GrafanaStandin, startGrafana, TOKENS } from '../sandbox/grafana/server.ts'
import { PROGRAM } from '../support/command-line.ts'
import { BINARY, monitoringApp, type TestFly, testFly } from '../support/fly-platform.ts'
import { scratchFolder } from '../support/scratch.ts'

/** The program itself, with the stand-ins for flyctl and Grafana. */

const CONFIG = `monitoring: { app: mon, organization: acme }
apps: [{ app: web, deploy: false }]
services: [{ name: web, app: web, port: 9090 }]
`

// Hashing a password takes a while.
const MONITORING = monitoringApp()

let fly: TestFly
let grafana: GrafanaStandin
beforeEach(async () => {
  fly = await testFly()
  grafana = await startGrafana()
  await createApp(fly.context().flyctl, 'web', 'acme')
  await fly.deploy(MONITORING)
})
afterEach(async () => {
  await fly[Symbol.asyncDispose]()
  await grafana.close()
})

interface Started {
  config?: string
  args?: string[]
  typed?: string
  env?: Record<string, string>
  /** Sends a signal instead of an answer. */
  onQuestion?: (child: ChildProcess) => void
}

async function destroy({ config = CONFIG, args = [], typed, env = {}, onQuestion }: Started) {
  using folder = scratchFolder()
  using bin = scratchFolder()
  writeFileSync(join(folder.path, 'monitoring.yml'), config)
  mkdirSync(join(bin.path, 'bin'))
  symlinkSync(BINARY, join(bin.path, 'bin', 'flyctl'))
  const child = spawn(process.execPath, [PROGRAM, 'destroy', ...args], {
    cwd: folder.path,
    env: {
      PATH: `${join(bin.path, 'bin')}:${dirname(process.execPath)}:/usr/bin:/bin`,
      HOME: folder.path,
      FLY_API_TOKEN: 'fake-org-token',
      FLY_API_BASE_URL: fly.platform.url,
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const out = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      out[stream] += text
      if (onQuestion && out.stderr.includes('type the name')) onQuestion(child)
    })
  if (!onQuestion) child.stdin.end(typed ?? '')
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, ...out }
}

/** Those of the two apps that exist. */
const apps = async () => {
  const { flyctl } = fly.context()
  const all = await Promise.all(
    ['web', 'mon'].map(async (app) => ((await appExists(app, flyctl)) ? [app] : [])),
  )
  return all.flat()
}
const withGrafana = () => ({ GRAFANA_URL: grafana.url, GRAFANA_API_KEY: TOKENS.admin })

test.each([
  ['nothing', ''],
  ['yes', 'yes\n'],
  ['the name of a main app', 'web\n'],
  ['a part of the name', 'mo\n'],
])('typed: %s: nothing is removed, and the exit code is 2', async (_, typed) => {
  const { code, stdout, stderr } = await destroy({ typed })
  expect(code).toBe(2)
  expect(await apps()).toEqual(['web', 'mon'])
  expect(stdout).toMatch(/Would be removed for good\n {2}mon: destroy the app\n {4}- machine \w+ in nrt/)
  expect(stdout).toMatch(/volume prometheus_data \(\w+\), 10 GB in nrt, with its data/)
  expect(stdout).toMatch(/web +Main apps are never removed/)
  expect(stdout).toMatch(/Grafana +No Grafana is configured/)
  expect(stderr).toMatch(/type the name of the monitoring app \(mon\)/)
})

test('--yes with another name, and an app that is not ours: nothing is even shown', async () => {
  const other = await destroy({ args: ['--yes', 'web'] })
  expect(other).toMatchObject({ code: 2 })
  expect(other.stdout).not.toMatch(/Would be removed/)
  const { flyctl } = fly.context()
  await createApp(flyctl, 'store', 'acme')
  await stageSecrets(flyctl, 'store', [{ name: 'DATABASE_URL', value: 'x' }])
  const foreign = await destroy({
    args: ['--yes', 'store'],
    config: CONFIG.replace('app: mon', 'app: store'),
  })
  expect(foreign).toMatchObject({ code: 2, stdout: expect.stringContaining('destroy-not-ours') })
  expect(await apps()).toEqual(['web', 'mon'])
})

test('Ctrl+C at the question removes nothing', async () => {
  const { code } = await destroy({ onQuestion: (child) => void child.kill('SIGINT') })
  expect(code).toBe(130)
  expect(await apps()).toEqual(['web', 'mon'])
})

test.each([
  ['typed', { typed: 'mon\n' }],
  ['--yes', { args: ['--yes', 'mon'] }],
])('the name, %s: the app goes, main apps stay; after that nothing is left', async (_, consent) => {
  const { code, stdout } = await destroy(consent)
  expect([code, await apps()]).toEqual([0, ['web']])
  expect(stdout).toMatch(/✔ +mon +destroy the app/)
  const again = await destroy(consent)
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing is left to remove') })
})

test('a failure at Fly is reported, and the next run continues', async () => {
  const env = withGrafana()
  await fetch(`${grafana.url}/api/folders`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKENS.admin}`, 'content-type': 'application/json' },
    body: JSON.stringify({ uid: 'mon-folder', title: 'Ours' }),
  })
  fly.platform.fault({
    ...{ kind: 'api', method: 'DELETE', path: '^/v1/apps/mon$' },
    ...{ status: 403, body: { error: 'unauthorized' } },
  })
  const first = await destroy({ args: ['--yes', 'mon'], env })
  expect(first).toMatchObject({ code: 3, stdout: expect.stringContaining('fly-token-cannot-destroy') })
  expect(grafana.state.folders).toEqual([])
  const second = await destroy({ args: ['--yes', 'mon'], env })
  expect([second.code, await apps()]).toEqual([0, ['web']])
})

test('a Grafana that cannot be read: nothing is removed at all', async () => {
  await grafana.stop()
  const { code } = await destroy({ args: ['--yes', 'mon'], env: withGrafana() })
  expect([code, await apps()]).toEqual([3, ['web', 'mon']])
})
