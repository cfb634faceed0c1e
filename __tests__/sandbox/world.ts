/**
 * The supervisor of one world: Fly on one machine. Started by the harness as root of its own network, mount and
 * process namespaces; see `protocol.ts` for how it is spoken to. Nothing that it does can be seen outside: its
 * files lie on a tmpfs of its own mount namespace, and its process namespace ends with it.
 */

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { createCalls } from './calls.ts'
import { createCertificates } from './certificates.ts'
import { startNameServer } from './dns.ts'
import { startEdge } from './edge.ts'
import { exec } from './exec.ts'
import { startGrafana } from './grafana/server.ts'
import { createRegistry, prometheusVersion } from './images.ts'
import { createMachines } from './machines.ts'
import { createWorldNetwork } from './network.ts'
import { startPlatform } from './platform/platform.ts'
import { projectRoot } from './project.ts'
import { type Call, type Ready, type Reply, SUPERVISOR_STARTED, type WorldSettings } from './protocol.ts'
import { POINT_AT_WORLD } from './system-files.ts'

/** Lies on the tmpfs that hides the host's /run. */
const SCRATCH = '/run/world'
const CA_FILE = `${SCRATCH}/ca.pem`
const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

const log = (text: string): void => void process.stderr.write(text)
const say = (message: Reply | { ready: Ready }): void =>
  void process.stdout.write(`${JSON.stringify(message)}\n`)

/** Names are asked from our own server, and the system's programs trust our certificate authority. */
async function prepareFiles(ca: string, user: WorldSettings['user']): Promise<void> {
  await exec('mount', ['-t', 'tmpfs', 'tmpfs', '/run'])
  for (const folder of ['etc/upper', 'etc/work', 'home'])
    await mkdir(`${SCRATCH}/${folder}`, { recursive: true })
  if (user) await exec('chown', [`${user.uid}:${user.gid}`, `${SCRATCH}/home`])
  await exec('mount', [
    ...[
      '-t',
      'overlay',
      'overlay',
      '-o',
      `lowerdir=/etc,upperdir=${SCRATCH}/etc/upper,workdir=${SCRATCH}/etc/work`,
    ],
    '/etc',
  ])
  await writeFile(CA_FILE, ca)
  await exec('/bin/sh', ['-ec', POINT_AT_WORLD], { input: ca })
}

async function createWorld(
  settings: WorldSettings,
): Promise<{ ready: Ready; calls: ReturnType<typeof createCalls> }> {
  const certificates = await createCertificates()
  await prepareFiles(certificates.ca, settings.user)
  setDefaultCACertificates([...getCACertificates('default'), certificates.ca])
  await createWorldNetwork()

  const version = await prometheusVersion(settings.prometheus)
  const registry = createRegistry({ path: settings.prometheus, version })
  const machines = createMachines({ registry, scratch: SCRATCH, ca: certificates.ca, log })
  const platform = await startPlatform({ ...settings.platform, runtime: machines })
  const grafana = await startGrafana()
  const edge = await startEdge({
    certificate: certificates.edge,
    machines: platform.machines,
    ipv4: machines.ipv4,
    grafanaPort: Number(new URL(grafana.url).port),
  })
  const lookups: string[] = []
  await startNameServer(platform, async (name) => {
    lookups.push(name)
    // Whoever connects asks for the name first: by then every declared port must be open.
    await edge.open()
  })

  const env = {
    PATH: [`${projectRoot}__tests__/sandbox/bin`, dirname(process.execPath), SYSTEM_PATH].join(':'),
    HOME: `${SCRATCH}/home`,
    LANG: 'C.UTF-8',
    NODE_EXTRA_CA_CERTS: CA_FILE,
    FLY_API_BASE_URL: platform.url,
  }
  const calls = createCalls({ env, user: settings.user, platform, machines, grafana, lookups })
  return { ready: { env, monitoringTag: `v${version}` }, calls }
}

/** One call at a time is answered as it ends; many may be under way. */
function answer(calls: ReturnType<typeof createCalls>, line: string): void {
  const { id, method, params } = JSON.parse(line) as Call
  const handler = calls[method]
  const outcome = handler
    ? handler(params, { id, say })
    : Promise.reject(new Error(`the world has no method ${method}`))
  outcome.then(
    (result) => say({ id, result: result ?? null }),
    (error: unknown) => say({ id, error: error instanceof Error ? error.message : String(error) }),
  )
}

log(`${SUPERVISOR_STARTED}\n`)
process.env.PATH = `${process.env.PATH}:${SYSTEM_PATH}`
const lines = createInterface({ input: process.stdin })
// As process 1 of its namespace, ending ends everything in it.
lines.once('close', () => process.exit(0))
process.once('uncaughtException', (error) => {
  log(`world: ${error.stack}\n`)
  process.exit(1)
})
const input = lines[Symbol.asyncIterator]()
const settings = await input.next()
if (!settings.done) {
  const { ready, calls } = await createWorld(JSON.parse(settings.value) as WorldSettings)
  say({ ready })
  for await (const line of input) answer(calls, line)
}
