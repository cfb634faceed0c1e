import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { PROGRAM } from '../support/command-line.ts'
import { DEAF, deafFamily, isRunning, noted, until } from '../support/processes.ts'
import { scratchFolder } from '../support/scratch.ts'

/** What ignores every signal gets its seven seconds. */
jest.setTimeout(90_000)

/** A repository, and a flyctl that does this when it is asked for more than its version. */
function scene(script: (folder: string) => string) {
  const scratch = scratchFolder()
  const at = (path: string) => join(scratch.path, path)
  for (const folder of ['bin', 'temp', 'notes']) mkdirSync(at(folder))
  cpSync(join(import.meta.dirname, '../sandbox/repository'), at('repository'), { recursive: true })
  writeFileSync(
    at('bin/flyctl'),
    `#!/bin/sh\ncase "$1" in version) echo '{"Name":"flyctl","Version":"0.4.88"}'; exit;; esac\n${script(at('notes'))}`,
    { mode: 0o755 },
  )
  return {
    at,
    notes: at('notes'),
    start(args: readonly string[], env: Record<string, string> = {}) {
      const child = spawn(process.execPath, [PROGRAM, ...args], {
        cwd: at('repository'),
        env: {
          PATH: `${at('bin')}:${dirname(process.execPath)}:/usr/bin:/bin`,
          HOME: at('.'),
          TMPDIR: at('temp'),
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      return { child, ended: endOf(child) }
    },
    /** Nothing of ours is left: no process, no folder. */
    async expectNothingLeft() {
      await until(() => !Object.values(noted(at('notes'))).some(isRunning))
      expect(readdirSync(at('temp'))).toEqual([])
    },
    [Symbol.dispose]: () => scratch[Symbol.dispose](),
  }
}

function endOf(child: ChildProcess): Promise<{ code: number | null; stdout: string }> {
  let stdout = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.resume()
  return new Promise((done) => child.once('exit', (code) => setImmediate(() => done({ code, stdout }))))
}

const TOKEN = { FLY_API_TOKEN: 'fake-org-token' }

/** flyctl is called for every app at once; one of them at least is complete. */
const isDeaf = (folder: string) => () => Object.keys(noted(folder)).length >= DEAF

test('Ctrl+C, and flyctl hears nothing: it is ended with all that it started, and the report is there', async () => {
  using it = scene(deafFamily)
  const { child, ended } = it.start(['verify'], TOKEN)
  await until(isDeaf(it.notes))
  child.kill('SIGINT')
  const { code, stdout } = await ended
  expect(code).toBe(130)
  expect(stdout).toMatch(/^✖ .*\n {2}Failed/m)
  await it.expectNothingLeft()
})

test('the second Ctrl+C waits for nothing, and leaves nothing', async () => {
  using it = scene(deafFamily)
  const { child, ended } = it.start(['verify'], TOKEN)
  await until(isDeaf(it.notes))
  child.kill('SIGINT')
  // The first one counts for a moment: npx sends it a second time.
  const again = setInterval(() => child.kill('SIGINT'), 100)
  expect(await ended).toEqual({ code: 130, stdout: '' })
  clearInterval(again)
  await it.expectNothingLeft()
})

test.each([['SIGINT'], ['SIGTERM'], ['SIGHUP'], ['SIGQUIT']] as const)(
  '%s, sent twice at once as npx does, interrupts flyctl once and in order',
  async (signal) => {
    using it = scene(
      (notes) =>
        `trap 'echo x >>${notes}/interrupted; exit 127' INT; echo $$ >${notes}/pid-a; while :; do sleep 0.05; done\n`,
    )
    const { child, ended } = it.start(['verify'], TOKEN)
    await until(() => 'pid-a' in noted(it.notes))
    child.kill(signal)
    child.kill(signal)
    const { code, stdout } = await ended
    expect(code).toBe(130)
    expect(stdout).toMatch(/^✖ .*\n {2}Failed/m)
    expect(existsSync(join(it.notes, 'interrupted'))).toBe(true)
    await it.expectNothingLeft()
  },
)

test('the deadline of the run ends what hears nothing', async () => {
  using it = scene(deafFamily)
  const { ended } = it.start(['verify', '--timeout', '1s'], TOKEN)
  const { code } = await ended
  expect(code).toBe(3)
  await it.expectNothingLeft()
})

test('a cancelled step reports before the runner kills it, and leaves no process', async () => {
  using it = scene(deafFamily)
  const summary = it.at('summary.md')
  for (const file of ['summary.md', 'state', 'output']) writeFileSync(it.at(file), '')
  const { child, ended } = it.start([], {
    INPUT_MODE: 'verify',
    'INPUT_FLY-API-TOKEN': 'fake-org-token',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: it.at('repository'),
    GITHUB_STATE: it.at('state'),
    GITHUB_OUTPUT: it.at('output'),
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TEMP: it.at('temp'),
  })
  await until(isDeaf(it.notes))
  // As the runner does it.
  child.kill('SIGINT')
  const term = setTimeout(() => child.kill('SIGTERM'), 7_500)
  const kill = setTimeout(() => child.kill('SIGKILL'), 10_000)
  expect((await ended).code).toBe(1)
  clearTimeout(term)
  clearTimeout(kill)
  expect(readFileSync(summary, 'utf8')).toContain('Failed')
  await until(() => !Object.values(noted(it.notes)).some(isRunning))
  expect(readdirSync(it.at('temp')).filter((name) => !name.startsWith('deploy-monitoring-summary'))).toEqual(
    [],
  )
})
