import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Dispatcher } from 'undici'
import { stringify } from 'yaml'
import { createPrometheus } from '../../src/clients/prometheus.ts'
import { createPool } from '../../src/lib/http.ts'
import type { Prometheus } from '../../src/verify/answers.ts'

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

export async function listening(
  server: Server | ReturnType<typeof createTcpServer>,
  host: string,
): Promise<Endpoint> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A port on which nothing listens: the system chose it and we gave it back. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const probe = await listening(createTcpServer(), host)
  await probe[Symbol.asyncDispose]()
  return probe.port
}

export interface RunningPrometheus extends AsyncDisposable {
  url: string
  pool: Dispatcher
  prometheus: Prometheus
  config: string
  /** Kills it and starts it again on the same data, as a crash would. */
  restart(): Promise<void>
  reload(config: unknown): Promise<void>
}

/** A real Prometheus on a port of its own; returns at once, it may still be starting. */
export async function startPrometheus(
  config: unknown,
  options: {
    args?: string[]
    files?: Record<string, string>
    credentials?: { user: string; password: string }
  } = {},
): Promise<RunningPrometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-'))
  const file = join(folder, 'prometheus.yml')
  const port = await freePort()
  const text = typeof config === 'string' ? config : stringify(config)
  for (const [name, content] of Object.entries(options.files ?? {}))
    await writeFile(join(folder, name), content)
  const written = text.replaceAll('FOLDER', folder)
  await writeFile(file, written)
  const start = () =>
    launch(
      file,
      folder,
      port,
      (options.args ?? []).map((a) => a.replaceAll('FOLDER', folder)),
    )
  let child = start()
  const url = `http://127.0.0.1:${port}`
  const pool = createPool()
  return {
    url,
    pool,
    config: written,
    prometheus: createPrometheus({ url, pool, credentials: options.credentials }),
    async restart() {
      await end(child)
      child = start()
    },
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

function launch(config: string, folder: string, port: number, args: string[]): ChildProcess {
  return spawn(
    PROMETHEUS,
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=error',
      ...args,
    ],
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
