import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { type ProcessCall, runProcess } from '../../src/lib/process.ts'
import { DEAF, deafFamily, isRunning, noted, until } from '../support/processes.ts'
import { scratchFolder } from '../support/scratch.ts'

/** What ignores every signal gets its seven seconds. */
jest.setTimeout(60_000)

/** Runs a shell script as a program of its own, in a folder for what it notes. */
function start(folder: string, script: string, over: Partial<ProcessCall> = {}) {
  const binary = join(folder, 'program')
  writeFileSync(binary, `#!/bin/sh\n${script}`)
  chmodSync(binary, 0o755)
  const env = { PATH: '/usr/bin:/bin' }
  return runProcess({ binary, argv: [], env, cwd: folder, timeoutMs: 60_000, ...over })
}

test('a program that hears nothing is ended with all its children, the daemon too', async () => {
  using scratch = scratchFolder()
  const cancel = new AbortController()
  const running = start(scratch.path, deafFamily(scratch.path), { signal: cancel.signal })
  await until(() => Object.keys(noted(scratch.path)).length === DEAF)
  expect(Object.values(noted(scratch.path)).map(isRunning)).toEqual(Array(DEAF).fill(true))
  cancel.abort()
  expect(await running).toMatchObject({ exitCode: null, stopped: 'cancelled' })
  await until(() => !Object.values(noted(scratch.path)).some(isRunning))
})

/** A child that takes a moment to end in order. A shell would not do: what it puts aside is deaf to interrupts. */
const orderly = `${process.execPath} -e '
  process.once("SIGINT", () => setTimeout(() => { fs.appendFileSync("order", "done"); process.exit() }, 300))
  setInterval(() => {}, 1000)
  fs.writeFileSync("pid-child", String(process.pid))
' >/dev/null 2>&1 &
`

test('the children of a program are interrupted with it', async () => {
  using scratch = scratchFolder()
  const script = `${orderly}child=$!\ntrap 'wait $child; echo released; exit 127' INT; while :; do sleep 0.05; done`
  const cancel = new AbortController()
  const running = start(scratch.path, script, { signal: cancel.signal })
  await until(() => 'pid-child' in noted(scratch.path))
  cancel.abort()
  expect(await running).toMatchObject({ exitCode: 127, stdout: 'released\n', stopped: 'cancelled' })
  expect(readFileSync(join(scratch.path, 'order'), 'utf8')).toBe('done')
})

test('a child that still puts things in order when the program has gone is given the time', async () => {
  using scratch = scratchFolder()
  const cancel = new AbortController()
  const running = start(scratch.path, `${orderly}exec sleep 60`, { signal: cancel.signal })
  await until(() => 'pid-child' in noted(scratch.path))
  cancel.abort()
  await running
  expect(readFileSync(join(scratch.path, 'order'), 'utf8')).toBe('done')
})

test('SIGTERM comes between the interrupt and the end', async () => {
  using scratch = scratchFolder()
  const script = `trap '' INT; trap 'echo terminated; exit 3' TERM; echo $$ >pid-a; while :; do sleep 0.05; done`
  const cancel = new AbortController()
  const running = start(scratch.path, script, { signal: cancel.signal })
  await until(() => 'pid-a' in noted(scratch.path))
  cancel.abort()
  expect(await running).toMatchObject({ exitCode: 3, stdout: 'terminated\n' })
})

test('a program that may finish is left alone for a moment, and then interrupted', async () => {
  using scratch = scratchFolder()
  const started = `trap 'echo interrupted; exit 127' INT; echo $$ >pid-a`
  const run = async (rest: string) => {
    rmSync(join(scratch.path, 'pid-a'), { force: true })
    const cancel = new AbortController()
    const running = start(scratch.path, `${started}; ${rest}`, { signal: cancel.signal, mayFinish: true })
    await until(() => 'pid-a' in noted(scratch.path))
    cancel.abort()
    return await running
  }
  const ended = await run('sleep 0.2; echo done')
  expect(ended).toMatchObject({ exitCode: 0, stdout: 'done\n' })
  expect(ended.stopped).toBeUndefined()
  expect(await run('while :; do sleep 0.05; done')).toMatchObject({
    exitCode: 127,
    stdout: 'interrupted\n',
    stopped: 'cancelled',
  })
})

test('a deadline ends the children as well', async () => {
  using scratch = scratchFolder()
  const script = `setsid sleep 60 & echo $! >pid-daemon; sleep 60 & echo $! >pid-child; exec sleep 60`
  const ended = await start(scratch.path, script, { timeoutMs: 500 })
  expect(ended).toMatchObject({ exitCode: null, stopped: 'deadline' })
  await until(() => !Object.values(noted(scratch.path)).some(isRunning))
})

test('what a program leaves in its group when it ends goes with it, and keeps no call open', async () => {
  using scratch = scratchFolder()
  const ended = await start(scratch.path, 'sleep 60 & echo $! >pid-child; echo done')
  expect(ended).toMatchObject({ exitCode: 0, stdout: 'done\n' })
  expect(ended.stopped).toBeUndefined()
  await until(() => !Object.values(noted(scratch.path)).some(isRunning))
})

test('a program that cannot be started says why', async () => {
  const call = { binary: '/nowhere/flyctl', argv: [], env: {}, cwd: '/', timeoutMs: 1_000 }
  await expect(runProcess(call)).rejects.toMatchObject({ code: 'ENOENT' })
})
