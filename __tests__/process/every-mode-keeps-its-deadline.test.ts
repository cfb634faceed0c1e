import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, jest, test } from '@jest/globals'
import { PROGRAM, runProgram } from '../support/command-line.ts'
import { isRunning } from '../support/running.ts'
import { scratchFolder } from '../support/scratch.ts'

/** Programs are started, on a machine that may be busy. */
jest.setTimeout(120_000)

const SANDBOX = join(import.meta.dirname, '../sandbox/repository')

/** A repository with so many rules that no machine reads them in a second. */
function endlessRepository(folder: string): string {
  const path = join(folder, 'repository')
  cpSync(SANDBOX, path, { recursive: true })
  const rule = '  - alert: A\n    expr: sum(rate(nobody_total[5m])) > 0\n    for: 1m\n'
  const rules = `groups:\n- name: g\n  rules:\n${rule.repeat(20_000)}`
  for (let n = 0; n < 40; n++) writeFileSync(join(path, `rules-${n}.yml`), rules)
  return path
}

/** Starts the action on a runner of its own. */
function action(folder: string, workspace: string, env: Record<string, string>) {
  const files = Object.fromEntries(
    ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE'].map((name) => [name, join(folder, name)]),
  )
  for (const path of Object.values(files)) writeFileSync(path, '')
  const child = spawn(process.execPath, [PROGRAM], {
    env: { ...files, PATH: '/usr/bin:/bin', GITHUB_WORKSPACE: workspace, RUNNER_TEMP: folder, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return { child, read: (name: string) => readFileSync(join(folder, name), 'utf8') }
}

const codeOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))

test('a plan ends when its time is up, and names what it has not checked', async () => {
  using folder = scratchFolder()
  const cwd = endlessRepository(folder.path)
  const { code, stdout, stderr } = await runProgram(['plan', '--timeout', '1s', '--json'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toContain('The time is up (`timeout`): `check` is ended.')
  const { verdict, problems } = JSON.parse(stdout)
  expect(verdict).toBe('failed')
  const late = problems.find((problem: { code: string }) => problem.code === 'file/not-checked')
  expect(late).toMatchObject({ severity: 'error' })
  expect(late.message).toMatch(/Not checked: .*rules-\d+\.yml/)
})

test('so does a plan on a runner: annotation, summary, outputs, exit code', async () => {
  using folder = scratchFolder()
  const { child, read } = action(folder.path, endlessRepository(folder.path), {
    INPUT_MODE: 'plan',
    INPUT_TIMEOUT: '1s',
  })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  expect(await codeOf(child)).toBe(1)
  expect(stdout).toContain('::error title=file/not-checked::')
  expect(read('GITHUB_STEP_SUMMARY')).toContain('Not checked')
  expect(read('GITHUB_OUTPUT')).toMatch(/^verdict<<(.*)\nfailed\n\1$/m)
})

test('a plan that is interrupted ends at once', async () => {
  using folder = scratchFolder()
  const cwd = endlessRepository(folder.path)
  const child = spawn(process.execPath, [PROGRAM, 'plan'], {
    cwd,
    env: { HOME: cwd },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  await sleep(1_000)
  child.kill('SIGINT')
  expect(await codeOf(child)).toBe(130)
  expect(stdout).toContain('The run was cancelled during `check`.')
})

test('a step that is killed still has its report, and flyctl does not outlive it', async () => {
  using folder = scratchFolder()
  const bin = join(folder.path, 'bin')
  const pid = join(folder.path, 'pid')
  mkdirSync(bin)
  writeFileSync(
    join(bin, 'flyctl'),
    `#!/bin/sh
case "$1" in version) echo '{"Name":"flyctl","Version":"0.4.88"}'; exit;; esac
echo $$ > ${pid}
while :; do sleep 0.1; done
`,
  )
  chmodSync(join(bin, 'flyctl'), 0o755)
  const { child, read } = action(folder.path, SANDBOX, {
    INPUT_MODE: 'deploy',
    'INPUT_FLY-API-TOKEN': 'fake-org-token',
    PATH: `${bin}:/usr/bin:/bin`,
  })
  child.stdout.resume()
  while (!existsSync(pid)) await sleep(50)
  // By then the watchdog watches.
  await sleep(1_500)
  child.kill('SIGKILL')
  await codeOf(child)
  expect(read('GITHUB_STEP_SUMMARY')).toContain('The program ended during')
  expect(read('GITHUB_OUTPUT')).toMatch(/^verdict<<(.*)\nfailed\n\1$/m)
  expect(isRunning(Number(readFileSync(pid, 'utf8')))).toBe(false)
})

test('a reader may take its time', async () => {
  using folder = scratchFolder()
  const cwd = join(folder.path, 'repository')
  cpSync(SANDBOX, cwd, { recursive: true })
  const rules = `groups:\n- name: g\n  rules:\n${'  - { alert: A, expr: up == 0 }\n'.repeat(2)}`
  // One finding for each file.
  for (let n = 0; n < 2_000; n++) writeFileSync(join(cwd, `rules-${n}.yml`), rules)
  const child = spawn(process.execPath, [PROGRAM, 'plan', '--json'], {
    cwd,
    env: { HOME: cwd },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = codeOf(child)
  // Longer than it takes, and than anything waits for at the end.
  await sleep(8_000)
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more
  })
  await ended
  expect(text.length).toBeGreaterThan(500_000)
  expect(JSON.parse(text)).toMatchObject({ mode: 'plan' })
})

test('a reader that has gone changes nothing: the report is written where it can be', async () => {
  using folder = scratchFolder()
  const { child, read } = action(folder.path, SANDBOX, { INPUT_MODE: 'plan' })
  child.stdout.destroy()
  expect(await codeOf(child)).toBe(0)
  expect(read('GITHUB_STEP_SUMMARY')).toContain('Plan: no problems')
})

test('output that a full disk has swallowed is a failure', async () => {
  if (!existsSync('/dev/full')) return
  const stdio = ['ignore', openSync('/dev/full', 'w'), 'ignore'] as const
  const child = spawn(process.execPath, [PROGRAM, 'plan'], {
    cwd: SANDBOX,
    env: { HOME: dirname(PROGRAM) },
    stdio: [...stdio],
  })
  expect(await codeOf(child)).toBe(3)
})
