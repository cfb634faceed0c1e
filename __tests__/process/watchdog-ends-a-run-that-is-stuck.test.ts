import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { isRunning } from '../support/running.ts'
import { scratchFolder } from '../support/scratch.ts'

/** Programs are started, and one is waited for until it does not react. */
jest.setTimeout(120_000)

const WATCHED = join(import.meta.dirname, '../support/watched.ts')

/** Lets a watched program come to its end, and waits until nobody writes for it any more. */
async function watched(folder: string, end: string, reader: string, args: readonly string[] = []) {
  const files = Object.fromEntries(
    ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(folder, name)]),
  )
  for (const path of Object.values(files)) writeFileSync(path, '')
  const program = spawn(process.execPath, [...args, WATCHED, end, folder, reader], {
    cwd: folder,
    env: { ...files, PATH: '/usr/bin:/bin', RUNNER_TEMP: folder, GITHUB_ACTIONS: 'true' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let stdout = ''
  program.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    program.once('close', (...ended) => resolve(ended)),
  )
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  return {
    code,
    signal,
    stdout,
    summary: read('GITHUB_STEP_SUMMARY'),
    outputs: read('GITHUB_OUTPUT'),
    child: Number(read('pid')),
    interrupted: existsSync(join(folder, 'child')),
    scratch: existsSync(join(folder, 'scratch')),
  }
}

const LITTLE_MEMORY = ['--max-old-space-size=40', '--max-semi-space-size=1']

test.each<[string, string, string, readonly string[]]>([
  ['stuck', 'run-stuck', 'The run no longer responded during', []],
  ['out of memory', 'run-killed', 'it was killed, or ran out of memory', LITTLE_MEMORY],
  ['an error', 'run-killed', 'The program ended during', []],
])('%s: the report is written, and nothing goes on', async (end, code, message, args) => {
  using folder = scratchFolder()
  const ended = await watched(folder.path, end, 'runner', args)
  expect(ended.code).not.toBe(0)
  expect(ended.stdout).toContain(`::error title=${code}::`)
  expect(ended.stdout).toContain(message)
  expect(ended.summary).toMatch(/^# ❌ .+\n\nFailed/)
  expect(ended.summary).toContain(message)
  expect(ended.summary).toContain('verify')
  expect(ended.outputs).toMatch(/^verdict<<(.*)\nfailed\n\1$/m)
  expect({ child: isRunning(ended.child), scratch: ended.scratch }).toEqual({ child: false, scratch: false })
})

test('a program that is stuck is killed after those that it has started could end in order', async () => {
  using folder = scratchFolder()
  const ended = await watched(folder.path, 'stuck', 'terminal')
  expect(ended.signal).toBe('SIGKILL')
  expect(ended.interrupted).toBe(true)
  expect(ended.stdout).toMatch(/^✖ .*\n {2}Failed: /m)
  expect(ended.summary).toBe('')
})

test('for programs the report is the published result', async () => {
  using folder = scratchFolder()
  const { stdout } = await watched(folder.path, 'an error', 'program')
  expect(JSON.parse(stdout)).toMatchObject({ verdict: 'failed', problems: [{ code: 'run-killed' }] })
})

test.each(['in order', 'busy'])('nothing is told of a run that tells its report itself: %s', async (end) => {
  using folder = scratchFolder()
  const { code, stdout, summary, outputs } = await watched(folder.path, end, 'runner')
  expect({ code, stdout, summary, outputs }).toEqual({ code: 0, stdout: '', summary: '', outputs: '' })
})
