import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

/** The store under test: Debian's, or the one that VERIFY_VICTORIA_METRICS names. */
const VICTORIA_METRICS = process.env.VERIFY_VICTORIA_METRICS ?? 'victoria-metrics'

export interface RunningStore extends AsyncDisposable {
  url: string
}

/** A real VictoriaMetrics (single server) on a port of its own, with its defaults: the newest 30 s are hidden. */
export async function startVictoriaMetrics(
  host = '127.0.0.1',
  args: readonly string[] = [],
): Promise<RunningStore> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'))
  const address = `${host}:${await freePort(host)}`
  const url = `http://${address}`
  const child: ChildProcess = spawn(
    VICTORIA_METRICS,
    [
      `-storageDataPath=${join(folder, 'data')}`,
      `-httpListenAddr=${address}`,
      '-retentionPeriod=1',
      '-loggerLevel=ERROR',
      ...args,
    ],
    { stdio: ['ignore', 'ignore', process.env.VERIFY_LOG ? 'inherit' : 'ignore'] },
  )
  const isUp = () =>
    fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isUp())) {
    if (child.exitCode !== null) throw new Error(`VictoriaMetrics ended with exit code ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    url,
    async [Symbol.asyncDispose]() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}
