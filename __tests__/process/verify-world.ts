import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket, Server as TcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Dispatcher } from 'undici'
import { stringify } from 'yaml'
import { createPrometheus } from '../../src/clients/prometheus/client.ts'
import { parseConfig } from '../../src/config/load.ts'
import { createPool } from '../../src/lib/http.ts'
import type { Log } from '../../src/lib/log.ts'
import type { Prometheus } from '../../src/model/prometheus.ts'
import type { Evidence } from '../../src/verify/evidence.ts'
import type { VerifyRequest } from '../../src/verify/request.ts'
import type { MachinesByApp, ServiceMachine } from '../../src/verify/targets/expect.ts'
import { verify } from '../../src/verify/verify.ts'
import { freePort } from '../support/free-port.ts'

/** The program under test besides ours: Debian's, or the one that VERIFY_PROMETHEUS names. */
export const PROMETHEUS = process.env.VERIFY_PROMETHEUS ?? 'prometheus'

export interface Endpoint extends AsyncDisposable {
  port: number
}

/** An HTTP server on [::1], as a service on the private network. */
export async function endpoint(answer: RequestListener): Promise<Endpoint> {
  return listening(createServer(answer), '::1')
}

/** Answers with this text, as metrics. */
export const metrics =
  (text: string | (() => string)): RequestListener =>
  (_request, response) => {
    response.setHeader('content-type', 'text/plain; version=0.0.4')
    response.end(typeof text === 'string' ? text : text())
  }

export async function listening(server: Server | TcpServer, host: string): Promise<Endpoint> {
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket.once('close', () => open.delete(socket)))
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export interface RunningPrometheus extends AsyncDisposable {
  url: string
  pool: Dispatcher
  prometheus: Prometheus
  config: string
  /** The client for another address, with the same credentials. */
  connect(url: string): { url: string; prometheus: Prometheus }
  /** Kills it and starts it again on the same data, as a crash would. */
  restart(): Promise<void>
  reload(config: unknown): Promise<void>
  /** Kills it, and leaves it dead. */
  kill(): Promise<void>
}

/** A real Prometheus on a port of its own; returns at once, it may still be starting. */
export async function startPrometheus(
  config: unknown,
  options: {
    args?: string[]
    files?: Record<string, string>
    credentials?: { user: string; password: string }
    isAgent?: boolean
  } = {},
): Promise<RunningPrometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-'))
  const file = join(folder, 'prometheus.yml')
  const port = await freePort()
  const text = typeof config === 'string' ? config : stringify(config)
  for (const [name, content] of Object.entries(options.files ?? {}))
    await writeFile(join(folder, name), content)
  const written = text.replaceAll('FOLDER', folder).replaceAll('PORT', String(port))
  await writeFile(file, written)
  const storage = options.isAgent
    ? [agentFlag(), `--storage.agent.path=${join(folder, 'agent')}`]
    : [`--storage.tsdb.path=${join(folder, 'data')}`]
  const start = () =>
    launch(file, port, [...storage, ...(options.args ?? []).map((a) => a.replaceAll('FOLDER', folder))])
  let child = start()
  const url = `http://127.0.0.1:${port}`
  const pool = createPool()
  const connect = (to: string) => ({
    url: to,
    prometheus: createPrometheus({
      ...{ url: to, pool, credentials: options.credentials },
      ...(options.isAgent && { kind: 'agent' as const }),
    }),
  })
  return {
    ...connect(url),
    connect,
    pool,
    config: written,
    async restart() {
      await end(child)
      child = start()
    },
    kill: () => end(child),
    async reload(next) {
      await writeFile(file, stringify(next))
      child.kill('SIGHUP')
    },
    async [Symbol.asyncDispose]() {
      await end(child)
      await pool.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Before version 3 it is a feature to enable. */
const agentFlag = (): string =>
  spawnSync(PROMETHEUS, ['--help'], { encoding: 'utf8' }).stdout.includes('Valid options: agent')
    ? '--enable-feature=agent'
    : '--agent'

function launch(config: string, port: number, args: string[]): ChildProcess {
  return spawn(
    PROMETHEUS,
    [`--config.file=${config}`, `--web.listen-address=127.0.0.1:${port}`, '--log.level=error', ...args],
    { stdio: ['ignore', 'ignore', process.env.VERIFY_LOG ? 'inherit' : 'ignore'] },
  )
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

/** Waits until a condition holds; the test's own deadline ends a wait in vain. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await sleep(50)
}

/** A service as the tests describe it: where it listens, and what it promises. */
export interface Described {
  name: string
  port: number
  metrics?: Record<string, unknown>
  may_stop?: boolean
  path?: string
  /** Goes into its scrape job as it is. */
  job?: Record<string, unknown>
}

const APP = 'shop'

/** Configuration, prometheus.yml and machines of services that all run on one machine, [::1]. */
export function deployment(services: readonly Described[], interval = '1s') {
  const config = parseConfig({
    monitoring: { app: 'shop-monitoring', scrape_interval: interval, access: 'public' },
    apps: [{ app: APP }],
    services: services.map(({ job: _, ...service }) => ({ app: APP, ...service })),
  })
  const prometheus = {
    global: {
      scrape_interval: interval,
      scrape_timeout: '1s',
      evaluation_interval: interval,
      external_labels: { monitor: 'shop-monitoring' },
    },
    scrape_configs: services.map(({ name, port, path, job }) => ({
      job_name: name,
      ...(path !== undefined && { metrics_path: path }),
      static_configs: [{ targets: [`[::1]:${port}`], labels: { service: name, app: APP } }],
      ...job,
    })),
  }
  return { config, prometheus, machines: machinesOf({}) }
}

/** The one machine of the app, or what a test makes of it. */
export const machinesOf = (given: Partial<ServiceMachine>): MachinesByApp =>
  new Map([[APP, [{ ...MACHINE, ...given }]]])

export const MACHINE: ServiceMachine = {
  id: 'm1',
  app: APP,
  region: 'nrt',
  state: 'started',
  // Fly and Prometheus need not spell an address alike.
  privateIp: '0:0:0:0:0:0:0:1',
  processGroup: 'app',
}

/** Verifies with a deadline that no test should need; what the log said comes back too. */
export async function verified(
  running: Pick<RunningPrometheus, 'url' | 'prometheus' | 'pool'>,
  request: Pick<VerifyRequest, 'config' | 'machines'> & Partial<VerifyRequest>,
  seconds = 90,
  signal?: AbortSignal,
): Promise<{ evidence: Evidence; lines: string[] }> {
  const lines: string[] = []
  const log: Log = {
    info: (text) => void lines.push(text),
    debug: () => {},
    problem: () => {},
    block: () => {},
  }
  const evidence = await verify(
    { deadline: new Date(Date.now() + seconds * 1000), prometheusUrl: running.url, ...request },
    { prometheus: running.prometheus, pool: running.pool, log, ...(signal && { signal }) },
  )
  return { evidence, lines }
}

/** Whether all targets of a job are up, as Prometheus says. */
export async function isUp(running: RunningPrometheus, job: string): Promise<boolean> {
  try {
    const own = (await running.prometheus.targets()).filter(({ labels }) => labels.job === job)
    return own.length > 0 && own.every(({ health }) => health === 'up')
  } catch {
    return false
  }
}
