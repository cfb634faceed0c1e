import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { appendFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { EDGE } from './addresses.ts'
import { deploy, flyctl } from './flyctl.ts'
import type { World } from './harness.ts'
import { BRIDGE, hardwareAddress } from './network.ts'
import type { MachineView } from './platform/platform.ts'
import { projectRoot } from './project.ts'
import { copyRepository } from './repository.ts'
import { inWorld, QUICK } from './suite.ts'
import { until } from './until.ts'

/** How the main app was deployed last; undefined when a test has broken it since. */
let deployed: string | undefined

/** The sandbox's main app as asked for, with its gateway answering; deployed only where it differs. */
async function fechatter(world: World, env: Record<string, string> = {}, tag = 'v1'): Promise<void> {
  const asked = JSON.stringify([env, tag])
  if (deployed !== asked) {
    await using repository = await copyRepository({ monitoringTag: world.ready.monitoringTag, env })
    await deploy(world, repository.path, { name: 'fechatter', image: `registry.fly.io/fechatter:${tag}` })
    deployed = asked
  }
  await until(
    'the gateway answers',
    async () => (await world.fetch('https://fechatter.fly.dev/health')).status === 200,
  )
}

async function machineOf(world: World, app: string): Promise<MachineView> {
  const machine = (await world.platform.machines()).find((one) => one.app === app)
  if (!machine) throw new Error(`there is no machine of ${app}`)
  return machine
}

/** What a URL answers from inside the world, or how it fails. */
const outcome = (world: World, url: string): Promise<number | string> =>
  world.fetch(url).then(
    (response) => response.status,
    (error: Error) => error.message,
  )

async function dig(world: World, ...args: [transport: 'udp' | 'tcp', type: string, name: string]) {
  const { stdout } = await world.run({
    command: 'node',
    args: [`${projectRoot}__tests__/sandbox/dig.ts`, ...args],
  })
  return JSON.parse(stdout) as { code: number; answers: { data: string; ttl: number }[] }
}

inWorld({ platform: QUICK }, (test) => {
  test('names are answered as Fly answers them, over UDP and TCP', async (world) => {
    await fechatter(world)
    const { address } = await machineOf(world, 'fechatter')
    const answers = [{ data: address, ttl: 5 }]
    expect(await dig(world, 'udp', 'AAAA', 'fechatter.internal')).toEqual({ code: 0, answers })
    expect(await dig(world, 'tcp', 'AAAA', 'app.process.fechatter.internal')).toEqual({ code: 0, answers })
    expect(await dig(world, 'udp', 'A', 'fechatter.internal')).toEqual({ code: 0, answers: [] })
    expect(await dig(world, 'udp', 'AAAA', 'nobody.internal')).toEqual({ code: 3, answers: [] })
    expect(await dig(world, 'udp', 'A', 'fechatter.fly.dev')).toEqual({
      code: 0,
      answers: [{ data: EDGE.ipv4, ttl: 5 }],
    })
    expect(await world.lookups()).toContain('nobody.internal')
  })

  test('machines that come and go leave the way to the name server as it is', async (world) => {
    await fechatter(world)
    const { stdout } = await world.run({ command: 'ip', args: ['-json', 'link', 'show', BRIDGE] })
    // Anything else is the lowest address of the machines that happen to run.
    expect(JSON.parse(stdout)).toMatchObject([{ address: hardwareAddress(BRIDGE) }])
  })

  test('every service answers at its own port of the private network', async (world) => {
    await fechatter(world)
    for (const port of [9090, 9091, 7778, 9092])
      await until(`port ${port} answers`, async () => {
        const { status, body } = await world.fetch(`http://fechatter.internal:${port}/metrics`)
        return status === 200 && body.includes('# TYPE')
      })
  })

  test('the edge ends TLS, routes declared ports only, and accepts TCP on all of them', async (world) => {
    await fechatter(world)
    expect(await world.fetch('http://fechatter.fly.dev/x?y')).toMatchObject({
      status: 301,
      headers: { location: 'https://fechatter.fly.dev/x?y' },
    })
    const connected = await world.run({
      command: 'node',
      args: ['-e', 'require("net").connect(9091, "fechatter.fly.dev", () => process.exit(42))'],
    })
    expect(connected.code).toBe(42)
    expect(await outcome(world, 'http://fechatter.fly.dev:9091/metrics')).toMatch(
      /other side closed|ECONNRESET/,
    )
    expect(await outcome(world, 'https://nobody.fly.dev/')).toMatch('ENOTFOUND')
    // The system's list of authorities holds the world's; whoever does not read it is right not to trust the edge.
    const ask =
      'fetch("https://fechatter.fly.dev/health").then((r) => r.status, (e) => e.cause.code).then(console.log)'
    const env = { NODE_EXTRA_CA_CERTS: '', SSL_CERT_FILE: '/etc/ssl/certs/ca-certificates.crt' }
    const trusting = await world.run({ command: 'node', args: ['--use-openssl-ca', '-e', ask], env })
    expect(trusting.stdout).toBe('200\n')
    const stranger = await world.run({ command: 'node', args: ['-e', ask], env })
    expect(stranger.stdout).toMatch('CERT')
  })

  test('a process killed in a machine leaves the others, and the edge says 502', async (world) => {
    await fechatter(world)
    const { id } = await machineOf(world, 'fechatter')
    deployed = undefined
    expect(await world.platform.kill(id, 'service.ts notify_server')).toBe(1)
    await until('notify_server is refused', async () =>
      String(await outcome(world, 'http://fechatter.internal:9091/metrics')).includes('ECONNREFUSED'),
    )
    expect(await outcome(world, 'http://fechatter.internal:9092/metrics')).toBe(200)
    expect(await world.platform.kill(id, 'service.ts gateway')).toBe(1)
    await until(
      'the edge has no one to ask',
      async () => (await outcome(world, 'https://fechatter.fly.dev/health')) === 502,
    )
  })

  test('as Fechatter is today, services are refused over the private network, not at the edge', async (world) => {
    await fechatter(world, {}, 'today')
    // The gateway asks the service over IPv4: it is there, and has nothing to say before traffic.
    const page = await until('fechatter_server listens', async () => {
      const answer = await world.fetch('https://fechatter.fly.dev/metrics')
      return answer.status === 200 && answer
    })
    expect(page.body).toBe('')
    expect(await outcome(world, 'http://fechatter.internal:9090/metrics')).toMatch('ECONNREFUSED')
  })

  test('services misbehave as they are told', async (world) => {
    const broken = [
      'fechatter_server:html',
      'notify_server:unauthorized',
      'analytics_server:empty',
      'bot_server:poor',
    ]
    await fechatter(world, { FECHATTER_BROKEN: broken.join(',') })
    const page = (port: number) =>
      until(`port ${port} answers`, () => world.fetch(`http://fechatter.internal:${port}/metrics`))
    expect(await page(9090)).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    })
    expect(await page(9091)).toMatchObject({ status: 401 })
    expect(await page(7778)).toMatchObject({ status: 200, body: '' })
    expect((await page(9092)).body).not.toContain('bot_processing_duration_seconds')
  })

  test('a stopped machine leaves the DNS and comes back at the same address', async (world) => {
    await fechatter(world)
    const { id, address } = await machineOf(world, 'fechatter')
    await flyctl(world, projectRoot, 'machine', 'stop', id, '-a', 'fechatter')
    await until(
      'the name is gone',
      async () => (await dig(world, 'udp', 'AAAA', 'fechatter.internal')).code === 3,
    )
    await flyctl(world, projectRoot, 'machine', 'start', id, '-a', 'fechatter')
    await until(
      'it answers again',
      async () => (await outcome(world, 'https://fechatter.fly.dev/health')) === 200,
    )
    expect((await dig(world, 'udp', 'AAAA', 'fechatter.internal')).answers).toEqual([
      { data: address, ttl: 5 },
    ])
  })

  test('files arrive byte for byte, and the host sees nothing of them', async (world) => {
    await using repository = await copyRepository({ monitoringTag: world.ready.monitoringTag })
    deployed = undefined
    const bytes = randomBytes(70_000)
    await writeFile(join(repository.path, 'noise.bin'), bytes)
    const guest = '/etc/fechatter-sandbox/noise.bin'
    await appendFile(
      join(repository.path, 'fly.toml'),
      `\n[[files]]\n  guest_path = "${guest}"\n  local_path = "noise.bin"\n`,
    )
    await deploy(world, repository.path, { name: 'fechatter', image: 'registry.fly.io/fechatter:v1' })
    const { id } = await machineOf(world, 'fechatter')
    const read = await world.run({
      command: 'base64',
      args: ['-w0', `/run/world/machines/${id}/root${guest}`],
    })
    expect(Buffer.from(read.stdout, 'base64').equals(bytes)).toBe(true)
    expect(await world.run({ command: 'ls', args: ['/etc/fechatter-sandbox'] })).toMatchObject({ code: 2 })
  })

  test('a process group runs the services of its command, under a name of its own', async (world) => {
    await using repository = await copyRepository({ monitoringTag: world.ready.monitoringTag })
    deployed = undefined
    await repository.edit('fly.toml', (text) =>
      `${text}\n[processes]\n  app = "/app/fly-start.sh gateway fechatter_server"\n  workers = "/app/fly-start.sh notify_server bot_server"\n`
        .replace('[[mounts]]', '[[mounts]]\n  processes = ["app"]')
        .replace('[http_service]', '[http_service]\n  processes = ["app"]'),
    )
    await deploy(world, repository.path, { name: 'fechatter', image: 'registry.fly.io/fechatter:v1' })
    const metrics = (group: string, port: number) =>
      world.fetch(`http://${group}.process.fechatter.internal:${port}/metrics`)
    await until('a worker answers', async () => (await metrics('workers', 9091)).status === 200)
    await until('the server answers', async () => (await metrics('app', 9090)).status === 200)
    await expect(metrics('workers', 9090)).rejects.toThrow('ECONNREFUSED')
    await expect(metrics('app', 9091)).rejects.toThrow('ECONNREFUSED')
  })

  test('nothing reaches outside, neither the internet nor this machine', async (world) => {
    const host = createServer((_request, response) => response.end('outside')).listen(0, '127.0.0.1')
    await once(host, 'listening')
    const { port } = host.address() as AddressInfo
    expect(await outcome(world, `http://127.0.0.1:${port}/`)).toMatch('ECONNREFUSED')
    expect(await outcome(world, 'http://1.1.1.1/')).toMatch('ENETUNREACH')
    expect(await outcome(world, 'https://api.github.com/')).toMatch('ENOTFOUND')
    await new Promise((resolve) => host.close(resolve))
  })
})
