import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { createFlyctl } from '../../src/clients/flyctl/client.ts'
import type { MonitoringApp } from '../../src/desired/monitoring-app.ts'
import { RECORD_VARIABLES } from '../../src/plan/fly/state.ts'
import { type Answer, fakeFlyctl, keptLog } from '../support/fly-fake.ts'
import { deployMonitoring, monitoringApp, TEMPLATES, testContext } from '../support/fly-platform.ts'

const BUILT = 'registry.fly.io/mon:deployment-01J'
const GONE = {
  stderr: `Error: failed to fetch an image or build from source: Could not find image "${BUILT}"\n`,
  exit: 1,
}

/** A Fly whose app was built before: its machine carries what the last deploy left on it. */
function scene() {
  const fake = fakeFlyctl()
  const templates = join(fake.folder, 'templates')
  cpSync(TEMPLATES, templates, { recursive: true })
  let env: Record<string, string> = {}
  const machine = (release: number) => ({
    id: 'm1',
    state: 'started',
    image_ref: {
      registry: 'registry.fly.io',
      repository: 'mon',
      tag: 'deployment-01J',
      digest: 'sha256:abc',
    },
    config: {
      env,
      image: BUILT,
      metadata: { fly_platform_version: 'v2', fly_release_version: String(release) },
      mounts: [{ volume: 'vol_1', name: 'prometheus_data' }],
    },
  })
  const volume = { id: 'vol_1', name: 'prometheus_data', state: 'created', size_gb: 10, region: 'nrt' }

  /** One run; the fake plays the machine with the environment that the deploy asked for. */
  async function deploy(desired: MonitoringApp, ...answers: Answer[]) {
    using run = fakeFlyctl()
    run.on('volumes list', { stdout: JSON.stringify([volume]) })
    run.on('secrets list', {
      stdout: JSON.stringify(desired.secrets.map(({ name }) => ({ name, digest: name }))),
    })
    run.on('ips list', {
      stdout: JSON.stringify([
        { Address: '1.2.3.4', Type: 'shared_v4' },
        { Address: '::1', Type: 'v6' },
      ]),
    })
    run.on('secrets import', {})
    const done = { stdout: `{"id":"rel_9","version":9,"image_ref":"${BUILT}"}\n`, script: KEEP_ENV }
    run.on('deploy', ...(answers.length > 0 ? answers : [done]), done)
    run.on('machine list', { script: `${KEPT}` })
    writeFileSync(join(run.folder, 'before.json'), JSON.stringify([machine(8)]))
    writeFileSync(join(run.folder, 'machine.json'), JSON.stringify(machine(9)))
    const log = keptLog()
    const flyctl = createFlyctl({
      binary: run.binary,
      token: 'fake-org-token',
      scratch: join(run.folder, 'scratch'),
      log,
      environment: { PATH: process.env.PATH, FLY_FAKE: run.folder, FLY_NODE: process.execPath },
    })
    const result = await deployMonitoring({ desired, templates }, testContext({ flyctl, log, seconds: 20 }))
    const deploys = run.calls().filter((call) => call.argv[0] === 'deploy')
    const given = deploys.at(-1)?.argv.filter((_, i, all) => all[i - 1] === '--env') ?? []
    if (given.length > 0) env = Object.fromEntries(given.map((pair) => pair.split(/=(.*)/s).slice(0, 2)))
    const context = filesOf(join(run.folder, 'context'))
    return { result, context, deploys: deploys.map((call) => ({ ...call, source: sourceOf(call.argv) })) }
  }
  return { deploy, templates, env: () => env, [Symbol.dispose]: fake[Symbol.dispose] }
}

/** Keeps the deploy's folder and arguments, from which the machine afterwards is made. */
const KEEP_ENV = `cp -r . "$FLY_FAKE/context"; printf '%s\\0' "$@" >"$FLY_FAKE/deployed"`
const KEPT = `"$FLY_NODE" -e '
const fs = require("fs"), f = process.env.FLY_FAKE
if (!fs.existsSync(f + "/deployed")) { process.stdout.write(fs.readFileSync(f + "/before.json")); process.exit() }
const machine = JSON.parse(fs.readFileSync(f + "/machine.json"))
const argv = fs.readFileSync(f + "/deployed", "utf8").split("\\0")
machine.config.env = Object.fromEntries(argv.filter((_, i) => argv[i - 1] === "--env").map((p) => p.split(/=(.*)/s)))
console.log(JSON.stringify([machine]))'`

/** Every file below a folder with its text; none where there is no folder. */
function filesOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {}
  const paths = readdirSync(folder, { recursive: true }).map(String)
  const files = paths.filter((path) => statSync(join(folder, path)).isFile())
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

function sourceOf(argv: readonly string[]): string {
  const at = argv.findIndex((word) => word === '--image' || word === '--dockerfile')
  return `${argv[at]} ${argv[at + 1]?.split('/deploy/').at(-1)}`
}

test('an image is built once, and then deployed by its digest until the Dockerfile changes or it is gone', async () => {
  using it = scene()
  const built = await it.deploy(monitoringApp({ image: undefined }))
  expect(built.result.problems).toEqual([])
  expect(built.deploys.map((d) => d.source)).toEqual(['--dockerfile Dockerfile.monitoring'])
  expect(it.env()[RECORD_VARIABLES.build]).toMatch(/^[0-9a-f]{16}$/)

  const unchanged = await it.deploy(monitoringApp({ image: undefined }))
  expect(unchanged.deploys).toEqual([])

  const changed = await it.deploy(monitoringApp({ image: undefined, retention: '3d' }))
  expect(changed.deploys.map((d) => d.source)).toEqual([`--image ${BUILT}@sha256:abc`])

  const gone = await it.deploy(monitoringApp({ image: undefined, retention: '4d' }), GONE)
  expect(gone.result.problems).toEqual([])
  expect(gone.deploys.map((d) => d.source)).toEqual([
    `--image ${BUILT}@sha256:abc`,
    '--dockerfile Dockerfile.monitoring',
  ])

  writeFileSync(join(it.templates, 'docker-entrypoint.sh'), '#!/bin/sh\n')
  const rebuilt = await it.deploy(monitoringApp({ image: undefined, retention: '4d' }))
  expect(rebuilt.deploys.map((d) => d.source)).toEqual(['--dockerfile Dockerfile.monitoring'])
}, 60_000)

test('the build context holds all that the Dockerfile copies, and no secret', async () => {
  using it = scene()
  const desired = monitoringApp({ image: undefined }, { password: 'correct horse battery' })
  const { context } = await it.deploy(desired)
  expect(Object.keys(context).sort()).toEqual([
    'Dockerfile.monitoring',
    'fly.monitoring.toml',
    'monitoring/docker-entrypoint.sh',
    'prometheus.yml',
  ])
  const copied = context['Dockerfile.monitoring']?.match(/^COPY \S+/gm)
  expect(copied).toEqual(['COPY monitoring/'])
  for (const { value } of desired.secrets)
    expect(JSON.stringify(context)).not.toContain(JSON.stringify(value).slice(1, -1))
})
