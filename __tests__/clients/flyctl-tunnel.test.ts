import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { createFlyctl } from '../../src/clients/flyctl/client.ts'
import { createTunnel } from '../../src/clients/flyctl/tunnel.ts'
import { keptLog } from '../support/fly-fake.ts'
import { scratchFolder } from '../support/scratch.ts'

/** A program in place of `flyctl proxy`: the tunnel itself is not simulated, only its life. */
const PROXY = `#!${process.execPath}
const { writeFileSync } = require('node:fs')
const { createServer } = require('node:http')
const { env, argv, pid, stdin } = process
if (env.FLY_TEST_REFUSED) {
  console.error('Error: tunnel unavailable: failed probing "acme": context deadline exceeded')
  process.exit(1)
}
writeFileSync(env.FLY_TEST_FILE, JSON.stringify({ pid, argv: argv.slice(2) }))
const [port] = argv[3].split(':')
stdin.resume().on('end', () => process.exit(0))
process.on('SIGINT', () => process.exit(127))
setTimeout(() => createServer((_, answer) => answer.end('ready')).listen(Number(port), '127.0.0.1'), 300)
`

async function scene({ refused = false, signal }: { refused?: boolean; signal?: AbortSignal } = {}) {
  const scratch = scratchFolder()
  const binary = join(scratch.path, 'flyctl')
  const file = join(scratch.path, 'started.json')
  writeFileSync(binary, PROXY, { mode: 0o755 })
  const flyctl = createFlyctl({
    binary,
    token: 'fake-org-token',
    scratch: scratch.path,
    log: keptLog(),
    environment: { PATH: process.env.PATH, FLY_TEST_FILE: file, ...(refused && { FLY_TEST_REFUSED: '1' }) },
    until: Date.now() + 60_000,
    ...(signal && { signal }),
  })
  const started = () => JSON.parse(readFileSync(file, 'utf8')) as { pid: number; argv: string[] }
  const tunnel = await createTunnel(flyctl, 'mon', 9090)
  return { tunnel, started, binary, file, folder: scratch.path, [Symbol.dispose]: scratch[Symbol.dispose] }
}

async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      process.kill(pid, 0)
    } catch {
      return true
    }
    await sleep(50)
  }
  return false
}

test('it is open when it accepts connections, once for all who ask, and ended by close', async () => {
  using here = await scene()
  const { tunnel, started } = here
  await tunnel.open()
  expect(await (await fetch(tunnel.url)).text()).toBe('ready')
  const { pid, argv } = started()
  expect(argv).toEqual(['proxy', `${new URL(tunnel.url).port}:9090`, '--watch-stdin', '-a', 'mon'])
  await tunnel.open()
  expect(started().pid).toBe(pid)
  await tunnel.close()
  expect(await isGone(pid)).toBe(true)
  await tunnel.close()
})

test('a proxy that has died is started again', async () => {
  using here = await scene()
  const { tunnel, started } = here
  await tunnel.open()
  const { pid } = started()
  process.kill(pid, 'SIGKILL')
  expect(await isGone(pid)).toBe(true)
  await sleep(100)
  await tunnel.open()
  expect(started().pid).not.toBe(pid)
  await tunnel.close()
})

test('what flyctl says when it cannot open one, with what to do', async () => {
  using here = await scene({ refused: true })
  await expect(here.tunnel.open()).rejects.toMatchObject({
    problems: [
      {
        code: 'fly-tunnel',
        message: expect.stringMatching(
          /The tunnel to mon .* failed probing "acme": context deadline exceeded/,
        ),
        hint: expect.stringContaining('prometheus-url'),
      },
    ],
  })
})

test('a run that is cancelled ends it', async () => {
  const cancel = new AbortController()
  using here = await scene({ signal: cancel.signal })
  await here.tunnel.open()
  const { pid } = here.started()
  cancel.abort()
  expect(await isGone(pid)).toBe(true)
  await here.tunnel.close()
})

test('it does not outlive a run that is killed', async () => {
  using here = await scene()
  const src = fileURLToPath(new URL('../../src/clients/flyctl', import.meta.url))
  const program = join(here.folder, 'run.ts')
  writeFileSync(
    program,
    `import { createFlyctl } from '${src}/client.ts'
import { createTunnel } from '${src}/tunnel.ts'
const log = { info() {}, debug() {}, problem() {}, block() {} }
const flyctl = createFlyctl({ binary: '${here.binary}', token: 'fake', scratch: '${here.folder}', log, environment: process.env })
await (await createTunnel(flyctl, 'mon', 9090)).open()
console.log('open')
setInterval(() => {}, 1000)
`,
  )
  const env = { PATH: process.env.PATH, FLY_TEST_FILE: here.file }
  const run = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((done) => run.stdout.once('data', done))
  expect(existsSync(here.file)).toBe(true)
  run.kill('SIGKILL')
  expect(await isGone(here.started().pid)).toBe(true)
})
