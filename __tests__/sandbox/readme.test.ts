import { readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from '@jest/globals'
import { GRAFANA_HOST } from './addresses.ts'
import type { World } from './harness.ts'
import {
  flyToml,
  GRAFANA,
  type Installed,
  packProject,
  type Reader,
  readerIn,
  rest,
  stepsOf,
} from './how-to.ts'
import { projectRoot } from './project.ts'
import { inWorld, QUICK } from './suite.ts'
import { callsOf, type Event } from './workflows.ts'

let installed: Installed
beforeAll(async () => {
  installed = await packProject()
}, 60_000)
afterAll(async () => {
  await installed[Symbol.asyncDispose]()
})

const WORKFLOW = '.github/workflows/deploy-monitoring.yml'
const METRICS = "\n[[metrics]]\nport = 9090\npath = '/metrics'\n"

/** The workflow of the README, on the runner of the sandbox. */
async function onEvent(world: World, reader: Reader, name: Event['name'], more: Record<string, string> = {}) {
  const workflow = await readFile(join(reader.path, WORKFLOW), 'utf8')
  const calls = callsOf(workflow, { name, secrets: { FLY_API_TOKEN: 'fake-org-token' }, vars: {} })
  expect(calls).toHaveLength(1)
  return await world.action({ workspace: reader.path, inputs: { ...calls[0], ...more } })
}

/** The first step of the README and its workflow: what a reader does who has a repository. */
async function begin(world: World, files: Readonly<Record<string, string>>): Promise<Reader> {
  const reader = await readerIn(world, installed, files)
  const [init, ...others] = await stepsOf('README')
  expect(init).toMatchObject({ kind: 'run', script: expect.stringContaining(' init\n') })
  const workflow = others.find((step) => step.kind === 'write' && step.path === WORKFLOW)
  if (init?.kind !== 'run' || workflow?.kind !== 'write')
    throw new Error('The README has no init or no workflow.')
  await reader.run(init.script)
  await writeFile(join(reader.path, WORKFLOW), workflow.text)
  // The sandbox has one organization.
  const configuration = join(reader.path, 'monitoring.yml')
  const text = await readFile(configuration, 'utf8')
  await writeFile(configuration, text.replace('organization: personal', 'organization: acme'))
  await reader.nameImages()
  return reader
}

/** Verifies with a store, and with Fly's own Prometheus: neither can be reached from the sandbox. */
async function contactOthers(world: World, reader: Reader): Promise<void> {
  await onEvent(world, reader, 'schedule', {
    'grafana-prometheus-url': 'https://store.example/api/v1/push',
    'grafana-prometheus-user': '17',
    'grafana-prometheus-api-key': 'key-of-the-store',
    timeout: '30s',
  })
  const configuration = join(reader.path, 'monitoring.yml')
  const text = await readFile(configuration, 'utf8')
  await writeFile(
    configuration,
    `monitoring: { engine: fly, organization: acme }
apps: [{ app: chat, deploy: false }]
services: [{ name: web, app: chat, port: 9090 }]
`,
  )
  await world.action({
    workspace: reader.path,
    inputs: { mode: 'verify', 'fly-api-token': 'fake-org-token', timeout: '20s' },
    env: { FLY_METRICS_TOKEN: 'FlyV1 fm2_readonly' },
  })
  await writeFile(configuration, text)
}

inWorld({ platform: QUICK }, (test) => {
  test('the README to the letter, in a repository with one app: a plan, a deploy, a verification', async (world) => {
    const reader = await begin(world, { 'fly.toml': `${await flyToml('chat')}${METRICS}` })
    const plan = await onEvent(world, reader, 'pull_request')
    expect([plan.code, plan.stdout]).toEqual([0, expect.stringContaining('Plan: ')])
    const deploy = await onEvent(world, reader, 'push', {
      'grafana-url': GRAFANA.GRAFANA_URL,
      'grafana-api-key': GRAFANA.GRAFANA_API_KEY,
    })
    expect([deploy.outputs.verdict, deploy.summary]).toEqual(['proven', expect.any(String)])
    const verify = await onEvent(world, reader, 'schedule')
    expect(verify.summary).toContain('1 of 1 target scraped since this check began')
    await contactOthers(world, reader)
    // What the pages type that does not need ids.
    for (const page of ['red-at-night', 'operations']) await reader.follow(page)
    await rest(world, reader, 'chat', 'chat-monitoring')
  })

  test('all that was contacted is in the table of the README', async (world) => {
    const text = await readFile(`${projectRoot}README.md`, 'utf8')
    const [, table = ''] = /<!-- contacts -->(.*)<!-- \/contacts -->/s.exec(text) ?? []
    for (const row of [
      ...['https://<monitoring app>.fly.dev', 'https://<app>.fly.dev', 'grafana-url'],
      ...['`grafana-prometheus-url` and `remote_write`', 'https://api.fly.io/prometheus/'],
    ])
      expect(table).toContain(row)
    const names = new Set(
      (await world.lookups()).filter((name) => !/\.internal\.?$/.test(name) && name !== hostname()),
    )
    expect([...names].toSorted()).toEqual(
      ['chat-monitoring.fly.dev', 'chat.fly.dev', GRAFANA_HOST, 'store.example', 'api.fly.io'].toSorted(),
    )
  })

  test('a snapshot is restored as the page says, and the next deploy uses it', async (world) => {
    const reader = await begin(world, { 'fly.toml': `${await flyToml('shop')}${METRICS}` })
    await onEvent(world, reader, 'push')
    const app = '-a shop-monitoring'
    const ids = async (what: string) =>
      (JSON.parse((await reader.run(`flyctl ${what} list ${app} --json`)).stdout) as { id: string }[]).map(
        ({ id }) => id,
      )
    const [[volume], [machine]] = [await ids('volumes'), await ids('machine')]
    const page = await readFile(`${projectRoot}docs/how-to/operations.md`, 'utf8')
    const [, commands = ''] = /## Restore the data.*?```sh manual\n(.*?)```/s.exec(page) ?? []
    await reader.run(
      commands
        .replaceAll('chat-monitoring', 'shop-monitoring')
        .replaceAll('vol_123', volume ?? '')
        .replaceAll('MACHINE', machine ?? '')
        // The stand-in has no tables, and no terminal to ask on.
        .replace(/^flyctl volumes create .*$/m, '$& --json')
        .replace(/^flyctl volumes destroy .*$/m, '$& --yes'),
    )
    const restored = await ids('volumes')
    expect(restored).toHaveLength(1)
    expect(restored).not.toContain(volume)
    const again = await onEvent(world, reader, 'push')
    expect([again.outputs.verdict, again.summary]).toEqual(['proven', expect.any(String)])
    expect(await ids('volumes')).toEqual(restored)
    await rest(world, reader, 'shop', 'shop-monitoring')
  })

  test('in a repository with an old Prometheus, its services are taken over', async (world) => {
    const reader = await begin(world, {
      'fly.toml': await flyToml('forum'),
      'fly.prometheus.toml': "app = 'forum-prometheus'\n[build]\nimage = 'prom/prometheus:v2.45.0'\n",
      'prometheus.yml':
        'scrape_configs:\n  - job_name: web\n    dns_sd_configs:\n      - { names: [forum.internal], type: AAAA, port: 9090 }\n',
    })
    expect(await readFile(join(reader.path, 'monitoring.yml'), 'utf8')).toMatch(/name: web\b/)
    const deploy = await onEvent(world, reader, 'push')
    expect([deploy.outputs.verdict, deploy.summary]).toEqual(['proven', expect.any(String)])
    await rest(world, reader, 'forum')
  })
})
