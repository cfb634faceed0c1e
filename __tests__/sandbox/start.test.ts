import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from '@jest/globals'
import { projectRoot } from './project.ts'
import { until } from './until.ts'

const HARNESS = `${projectRoot}__tests__/sandbox/harness.ts`
const DEADLINE_MS = 60_000

/** A process of its own that starts a world, in the environment given. */
const child = (program: string, env: Record<string, string> = {}) =>
  spawn(
    process.execPath,
    ['--input-type=module', '-e', `import { startWorld } from ${JSON.stringify(HARNESS)}\n${program}`],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )

/** Runs `startWorld()` in a process of its own and returns what it threw. */
async function refusal(env: Record<string, string>, options = ''): Promise<string> {
  const { stdout } = child(`await startWorld(${options}).catch((error) => console.log(error.message))`, env)
  let text = ''
  for await (const chunk of stdout) text += chunk
  return text
}

test('without a Prometheus it fails and says what to type', async () => {
  expect(await refusal({ PATH: '/nowhere' })).toMatch(
    /^The sandbox needs .*prometheus .* Type: sudo apt-get install --no-install-recommends .*prometheus$/m,
  )
})

test('a world that is not ready in time says that, not how its supervisor ended', async () => {
  expect(await refusal({}, '{ startMs: 1 }')).toMatch(/^The sandbox's world was not ready in time/)
})

test('refused namespaces fail with the exact command that must work, and the reason', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'refused-'))
  for (const program of ['unshare', 'sudo']) {
    await writeFile(
      join(folder, program),
      '#!/bin/sh\necho "unshare failed: Operation not permitted" >&2\nexit 1\n',
    )
    await chmod(join(folder, program), 0o755)
  }
  const message = await refusal({ PATH: `${folder}:${process.env.PATH}` })
  await rm(folder, { recursive: true })
  expect(message).toContain('unshare --net --mount --pid --fork --kill-child --mount-proc true')
  expect(message).toContain('Operation not permitted')
})

test(
  'a killed test process leaves no process behind',
  async () => {
    const owner = child(`
      const world = await startWorld()
      world.start({ command: 'sh', args: ['-c', 'setsid sleep 1000 & echo running; exec sleep 1000'],
        onOutput: (text) => console.log(text) })
    `)
    await new Promise<void>((resolve) =>
      createInterface({ input: owner.stdout }).once('line', () => resolve()),
    )
    const ours = await descendants(owner.pid ?? 0)
    // sleep twice, unshare, the supervisor (and sudo, where it was needed).
    expect(ours.length).toBeGreaterThanOrEqual(4)

    owner.kill('SIGKILL')
    await until('all of them are gone', async () => {
      const alive = await Promise.all(ours.map(isAlive))
      return !alive.includes(true)
    })
  },
  DEADLINE_MS,
)

interface Process {
  pid: number
  parent: number
  /** Tells a process from a later one with the same number. */
  started: string
}

async function processOf(pid: number): Promise<(Process & { state: string }) | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The name, in brackets, may hold anything.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state = '', parent] = fields ?? []
  return fields && { pid, parent: Number(parent), state, started: fields[19] ?? '' }
}

async function descendants(root: number): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const all = (await Promise.all(pids.map(processOf))).filter((found) => found !== undefined)
  const below = (pid: number): Process[] =>
    all.filter(({ parent }) => parent === pid).flatMap((found) => [found, ...below(found.pid)])
  return below(root)
}

async function isAlive({ pid, started }: Process): Promise<boolean> {
  const now = await processOf(pid)
  return now !== undefined && now.started === started && now.state !== 'Z'
}
