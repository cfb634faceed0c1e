import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { scratchFolder } from '../support/scratch.ts'

const DIST = join(import.meta.dirname, '../../dist')
const CONFIG = `monitoring: { app: m }
apps: [{ app: chat, deploy: false }]
services: [{ name: web, app: chat, port: 9090 }]
alerts: { notify: { slack: {} } }
`

/** Starts one of the two programs of the action in a workspace with a configuration, on a runner with its faults. */
function start(program: 'index.js' | 'post.js', folder: string, env: Record<string, string>) {
  const workspace = join(folder, 'repository')
  const temp = join(folder, 'temp')
  for (const path of [workspace, temp]) mkdirSync(path, { recursive: true })
  writeFileSync(join(workspace, 'monitoring.yml'), CONFIG)
  const files = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE'].map((name) => [
    name,
    join(folder, name),
  ])
  for (const [, path] of files) writeFileSync(path ?? '', '')
  // What post.js removes is decided by a state that says "/" here: a build with a mistake in it, or an old one, must not
  // be able to do it.
  const confined = ['--permission', '--allow-fs-read=*', `--allow-fs-write=${folder}`]
  const options = program === 'post.js' ? confined : []
  const { status, stdout, stderr } = spawnSync(process.execPath, [...options, join(DIST, program)], {
    cwd: workspace,
    encoding: 'utf8',
    env: {
      ...Object.fromEntries(files),
      INPUT_MODE: 'plan',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temp,
      // The system's own, for runs without a usable RUNNER_TEMP.
      TMPDIR: folder,
      ...env,
    },
  })
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  return {
    status,
    stdout,
    stderr,
    summary: read('GITHUB_STEP_SUMMARY'),
    outputs: read('GITHUB_OUTPUT'),
    workspace,
  }
}

test.each([
  ['no temporary folder', { RUNNER_TEMP: '/nowhere/at/all' }],
  ['an empty name for it', { RUNNER_TEMP: '' }],
  ['a file in its place', { RUNNER_TEMP: '/etc/hostname' }],
  ['no file for the state', { GITHUB_STATE: '/nowhere/state' }],
  ['no file for the outputs', { GITHUB_OUTPUT: '/nowhere/output' }],
])('a runner with %s still gets its report, and nothing is left in the repository', (_, env) => {
  using folder = scratchFolder()
  const { status, stdout, stderr, summary, workspace } = start('index.js', folder.path, env)
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(stdout).toContain('Plan: no problems')
  expect(summary).toContain('Plan: no problems')
  const left = spawnSync('ls', ['-A', workspace], { encoding: 'utf8' }).stdout
  expect(left).toBe('monitoring.yml\n')
})

test('a job summary that cannot be written leaves the file of summary-path', () => {
  using folder = scratchFolder()
  const { status, stdout, outputs } = start('index.js', folder.path, {
    GITHUB_STEP_SUMMARY: '/nowhere/summary',
  })
  expect(status).toBe(0)
  expect(stdout).toContain('The job summary could not be written: ENOENT')
  const path = /^summary-path<<(.*)\n(.*)\n\1$/m.exec(outputs)?.[2] ?? ''
  expect(readFileSync(path, 'utf8')).toContain('Plan: no problems')
})

test('in a shared temporary folder nobody else can tell where the summary will be, or read it', () => {
  using folder = scratchFolder()
  const victim = join(folder.path, 'victim')
  writeFileSync(victim, 'mine')
  for (const name of ['deploy-monitoring-summary', 'deploy-monitoring-summary-run'])
    for (const ending of ['.md', '.json']) symlinkSync(victim, join(folder.path, name + ending))
  const { status, outputs } = start('index.js', folder.path, { RUNNER_TEMP: '' })
  expect(status).toBe(0)
  expect(readFileSync(victim, 'utf8')).toBe('mine')
  const path = /^summary-path<<(.*)\n(.*)\n\1$/m.exec(outputs)?.[2] ?? ''
  expect(dirname(dirname(path))).toBe(folder.path)
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
  expect(JSON.parse(readFileSync(path.replace(/\.md$/, '.json'), 'utf8'))).toMatchObject({ mode: 'plan' })
})

test('a workspace that is not there is told as such', () => {
  using folder = scratchFolder()
  const { status, stdout } = start('index.js', folder.path, { GITHUB_WORKSPACE: '/nowhere/repository' })
  expect(status).toBe(1)
  expect(stdout).toContain('::error title=input/workspace::The workspace /nowhere/repository does not exist.')
  expect(stdout).not.toContain('bug of deploy-monitoring')
})

test('after a step that was cancelled before it could leave any state, nothing begins anew', () => {
  using folder = scratchFolder()
  const { status, stdout, summary, outputs } = start('post.js', folder.path, {})
  expect(status).toBe(0)
  expect(stdout.split('\n')).toEqual([
    '::warning::The step was ended before it could write its report. What it deployed is kept; run it again: nothing is created twice.',
    '',
  ])
  expect(summary + outputs).toBe('')
})

test('after a step that was killed, what it had done is in the log and in the job summary', () => {
  using folder = scratchFolder()
  const scratch = made(join(folder.path, 'temp/deploy-monitoring-aB3dE6'))
  const entries = [
    ['begun', 'mon', 'create the app in acme'],
    ['done', 'mon', 'create the app in acme'],
    ['begun', 'mon', 'deploy'],
    ['begun', 'web', '::error::x\u001b[0m ##[group] <b>`rm`</b>'],
  ]
  writeFileSync(
    join(scratch, 'journal.jsonl'),
    `${entries.map((entry) => JSON.stringify(entry)).join('\n')}\n["done","mon"\n["other","a","b"]\n`,
  )
  const { status, stdout, summary } = start('post.js', folder.path, { STATE_scratch: scratch })
  expect(status).toBe(0)
  expect(stdout).toMatch(
    /^::warning::The step was ended before it could write its report\. Done: mon, create the app in acme\. Begun, and possibly done: mon, deploy\./,
  )
  expect(summary).toContain('- Done: mon, create the app in acme\n- Begun, and possibly done: mon, deploy\n')
  for (const text of [stdout.replace('::warning::', ''), summary])
    expect(text).not.toMatch(/::|##\[|[<>`]|\p{Cc}(?<!\n)/u)
  expect(existsSync(scratch)).toBe(false)
})

/** The folder that a step makes, with something in it. */
function made(path: string): string {
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'kept'), '')
  return path
}

test.each([
  ["below the runner's folder", 'temp/deploy-monitoring-aB3dE6', {}],
  ["below the system's folder", 'deploy-monitoring-aB3dE6', { RUNNER_TEMP: '' }],
  ['with a slash behind its name', 'temp/deploy-monitoring-aB3dE6/', {}],
  ['by a link to the folder that it lies in', 'link/deploy-monitoring-aB3dE6', {}],
])('after the job, what flyctl kept %s is removed', (_, named, env) => {
  using folder = scratchFolder()
  const scratch = made(join(folder.path, named.replace('link/', 'temp/')))
  symlinkSync(join(folder.path, 'temp'), join(folder.path, 'link'))
  const state = { STATE_scratch: `${folder.path}/${named}`, STATE_published: 'true' }
  expect(start('post.js', folder.path, { ...state, ...env })).toMatchObject({ status: 0, stdout: '' })
  expect(existsSync(scratch)).toBe(false)
})

test('the folder that a step leaves behind when it is killed is one that is removed after the job', () => {
  using folder = scratchFolder()
  start('index.js', folder.path, {})
  const state = readFileSync(join(folder.path, 'GITHUB_STATE'), 'utf8')
  const scratch = made(/^scratch<<(.*)\n(.*)\n\1$/m.exec(state)?.[2] ?? '')
  start('post.js', folder.path, { STATE_scratch: scratch, STATE_published: 'true' })
  expect(existsSync(scratch)).toBe(false)
})

/** What a state could name that was not written by the step: in each of these there is something to lose. */
const FOREIGN: [string, (folder: string) => string][] = [
  ['another folder of the runner', (folder) => made(join(folder, 'temp/other'))],
  ['the repository', (folder) => made(join(folder, 'repository'))],
  ["the runner's folder itself", (folder) => made(join(folder, 'temp'))],
  ['a name that only begins like ours', (folder) => made(join(folder, 'temp/deploy-monitoring-'))],
  ['a longer name than ours', (folder) => made(join(folder, 'temp/deploy-monitoring-aB3dE6-more'))],
  ['a folder of our name elsewhere', (folder) => made(join(folder, 'repository/deploy-monitoring-aB3dE6'))],
  ['a folder of our name further down', (folder) => made(join(folder, 'temp/a/deploy-monitoring-aB3dE6'))],
  [
    'a way out of a folder of our name',
    (folder) => `${made(join(folder, 'temp/deploy-monitoring-aB3dE6'))}/../../repository`,
  ],
  [
    'a way that only seems to lead there',
    (folder) => {
      made(join(folder, 'repository/deploy-monitoring-aB3dE6'))
      symlinkSync(join(folder, 'repository'), join(folder, 'temp/way'))
      return join(folder, 'temp/way/deploy-monitoring-aB3dE6')
    },
  ],
  [
    'a link of our name',
    (folder) => {
      symlinkSync(made(join(folder, 'repository/data')), join(folder, 'temp/deploy-monitoring-aB3dE6'))
      return join(folder, 'temp/deploy-monitoring-aB3dE6')
    },
  ],
  [
    'a link of our name, with a slash behind it',
    (folder) => {
      symlinkSync(made(join(folder, 'repository/data')), join(folder, 'temp/deploy-monitoring-aB3dE6'))
      return `${join(folder, 'temp/deploy-monitoring-aB3dE6')}/`
    },
  ],
  [
    'a file of our name',
    (folder) => {
      writeFileSync(join(folder, 'temp/deploy-monitoring-aB3dE6'), '')
      return join(folder, 'temp/deploy-monitoring-aB3dE6')
    },
  ],
  ['a relative path', () => '../temp/deploy-monitoring-aB3dE6'],
  ['the root', () => '/'],
  ['the folder above', () => '..'],
  ['the current folder', () => '.'],
  ['a folder that is gone', (folder) => join(folder, 'temp/deploy-monitoring-gone00')],
  ['a path with a byte that ends it', (folder) => `${join(folder, 'temp/other')}\n`],
]

test.each(FOREIGN)('after the job, %s is left alone', (_, name) => {
  using folder = scratchFolder()
  for (const path of ['temp', 'repository']) mkdirSync(join(folder.path, path))
  made(join(folder.path, 'temp/deploy-monitoring-aB3dE6-sibling'))
  const STATE_scratch = name(folder.path)
  // What is there before, but for the files of the runner.
  const tree = () =>
    spawnSync('find', ['repository', 'temp', '-not', '-name', 'monitoring.yml'], {
      cwd: folder.path,
      encoding: 'utf8',
    })
      .stdout.split('\n')
      .toSorted()
  const before = tree()
  const { status, stdout } = start('post.js', folder.path, { STATE_scratch, STATE_published: 'true' })
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
  expect(tree()).toEqual(before)
})
