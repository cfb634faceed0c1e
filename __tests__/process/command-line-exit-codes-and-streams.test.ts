import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { safeParse } from 'valibot'
import { resultSchema } from '../../src/report/result.ts'
import { runProgram } from '../support/command-line.ts'
import { scratchFolder } from '../support/scratch.ts'

/** Programs are started, on a machine that may be busy. */

const root = join(import.meta.dirname, '..', '..')

/** A repository that is right in all its files. */
function repository(folder: string): string {
  const path = join(folder, 'repository')
  cpSync(join(root, '__tests__', 'sandbox', 'repository'), path, { recursive: true })
  return path
}

/** One in which a plan finds nothing: a deploy of it would need the secret of a receiver. */
function clean(folder: string): string {
  const path = repository(folder)
  appendFileSync(join(path, 'monitoring.yml'), 'alerts: { notify: { slack: {} } }\n')
  return path
}

/** A PATH whose flyctl is this shell script. */
function withFlyctl(folder: string, script: string): Record<string, string> {
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(
    join(bin, 'flyctl'),
    `#!/bin/sh\ncase "$1" in version) echo '{"Name":"flyctl","Version":"0.4.88"}'; exit;; esac\n${script}\n`,
  )
  chmodSync(join(bin, 'flyctl'), 0o755)
  return { PATH: `${bin}:${dirname(process.execPath)}:/usr/bin:/bin`, FLY_API_TOKEN: 'fake-org-token' }
}

test.each([['init'], ['plan'], ['deploy'], ['verify'], ['dashboards'], ['password']])(
  '%s --help shows its options and needs no secrets',
  async (word) => {
    using scratch = scratchFolder()
    const { code, stdout, stderr } = await runProgram([word, '--help'], { cwd: scratch.path })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(new RegExp(`^deploy-monitoring ${word} \\[options\\]\\n`))
    expect(stdout).toContain('\n  --config VALUE\n')
  },
)

test('the version is that of the package', async () => {
  using scratch = scratchFolder()
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(await runProgram(['--version'], { cwd: scratch.path })).toEqual({
    code: 0,
    stdout: `${version}\n`,
    stderr: '',
  })
})

test('mistakes end with 2 and one explanation on the standard error', async () => {
  using scratch = scratchFolder()
  for (const args of [[], ['depoly'], ['deploy', '--timeout', '5 minutes'], ['init', '--region', 'Tokyo']]) {
    const { code, stdout, stderr } = await runProgram(args, {
      cwd: scratch.path,
      env: { FLY_API_TOKEN: 'fake-org-token' },
    })
    expect(code).toBe(2)
    expect(stderr + stdout).toMatch(/No command is given|Did you mean "deploy"|5 minutes|Fly region/)
  }
  expect(readdirSync(scratch.path)).toEqual([])
})

test('plan is quiet about what is right; with --json the standard output is the published result', async () => {
  using scratch = scratchFolder()
  const cwd = clean(scratch.path)
  const text = await runProgram(['plan'], { cwd })
  expect(text.stdout).toMatch(/^✔ Plan: no problems/m)
  expect(text.code).toBe(0)
  const json = await runProgram(['plan', '--json'], { cwd })
  expect(json.code).toBe(0)
  expect(safeParse(resultSchema, JSON.parse(json.stdout)).issues).toBeUndefined()
})

test('the command line never loads what speaks to a runner', async () => {
  using scratch = scratchFolder()
  const cwd = repository(scratch.path)
  const refused = withFlyctl(
    scratch.path,
    'echo "Error: You must be authenticated to view this." >&2; exit 1',
  )
  /** The files of ours that these runs load and that have the words of @actions/core in them. */
  const speakers = async (name: string, runs: readonly string[][], env: Record<string, string>) => {
    const coverage = join(scratch.path, name)
    for (const args of runs) await runProgram(args, { cwd, env: { ...env, NODE_V8_COVERAGE: coverage } })
    const reports = readdirSync(coverage).map((file) => readFileSync(join(coverage, file), 'utf8'))
    const urls: string[] = reports.flatMap((text) =>
      JSON.parse(text).result.map(({ url }: { url: string }) => url),
    )
    const ours = [...new Set(urls)].filter((url) => url.startsWith('file:') && url.includes('/dist/'))
    return ours
      .map((url) => fileURLToPath(url))
      .filter((file) => readFileSync(file, 'utf8').includes('add-mask'))
  }
  const words = [['--help'], ['plan'], ['init'], ['password'], ['deploy', '--timeout', '10s']]
  expect(await speakers('words', words, refused)).toEqual([])
  expect(await speakers('action', [[]], { INPUT_MODE: 'plan', RUNNER_TEMP: scratch.path })).toHaveLength(1)
})

test('a platform that fails ends with 3, and no secret is shown', async () => {
  using scratch = scratchFolder()
  const cwd = repository(scratch.path)
  const env = withFlyctl(
    scratch.path,
    'echo "token $FLY_API_TOKEN"; echo "Error: You must be authenticated to view this." >&2; exit 1',
  )
  const { code, stdout, stderr } = await runProgram(['deploy', '--timeout', '20s', '--debug'], { cwd, env })
  expect(code).toBe(3)
  expect(stdout).toMatch(/^✖ .*\n {2}Failed: /m)
  expect(stderr).toContain('token ***')
  expect(stdout + stderr).not.toContain('fake-org-token')
})

test('Ctrl+C: flyctl is interrupted and waited for, what is known is told, exit code 130', async () => {
  using scratch = scratchFolder()
  const cwd = repository(scratch.path)
  const log = join(scratch.path, 'log')
  const env = withFlyctl(
    scratch.path,
    `echo started >> ${log}; trap 'echo interrupted >> ${log}; exit 127' INT; echo waiting >&2; while :; do sleep 0.1; done`,
  )
  let isSent = false
  const ended = runProgram(['deploy'], {
    cwd,
    env,
    onOutput: (text, child) => {
      if (isSent || !text.includes('from PATH')) return
      isSent = true
      const wait = setInterval(() => {
        if (!readdirSync(scratch.path).includes('log')) return
        clearInterval(wait)
        child.kill('SIGINT')
      }, 50)
    },
  })
  const { code, stdout } = await ended
  expect(code).toBe(130)
  expect(stdout).toMatch(/^✖ .*\n {2}Failed: /m)
  expect(readFileSync(log, 'utf8')).toContain('interrupted')
})

test('password: given, derived, or neither; alone on the standard output', async () => {
  using scratch = scratchFolder()
  const cwd = repository(scratch.path)
  const run = (args: string[], env: Record<string, string>) => runProgram(['password', ...args], { cwd, env })
  expect(await run([], { PROMETHEUS_PASSWORD: 'correct horse' })).toEqual({
    code: 0,
    stdout: 'correct horse\n',
    stderr: '',
  })
  const derived = await run([], { FLY_API_TOKEN: 'FlyV1 fm2_x' })
  expect(derived.stdout).toMatch(/^[\w-]{43}\n$/)
  expect((await run([], { FLY_API_TOKEN: 'fm2_x\n' })).stdout).toBe(derived.stdout)
  const web = await run(['--web-config'], { PROMETHEUS_PASSWORD: 'correct horse' })
  expect(Buffer.from(web.stdout, 'base64').toString()).toMatch(
    /^basic_auth_users:\n {2}prometheus: \$2b\$10\$/,
  )
  expect(await run([], {})).toMatchObject({ code: 2, stdout: '' })
})

test('no arguments on a runner are the action, elsewhere a question', async () => {
  using scratch = scratchFolder()
  const cwd = clean(scratch.path)
  expect(await runProgram([], { cwd, env: { GITHUB_ACTIONS: 'true' } })).toMatchObject({
    code: 2,
    stdout: '',
  })
  const action = await runProgram([], { cwd, env: { INPUT_MODE: 'plan', RUNNER_TEMP: scratch.path } })
  expect(action).toMatchObject({ code: 0 })
  expect(action.stdout).toContain('Plan: no problems')
})

test('what is published runs by itself: the bundle and what it reads, no dependency, nothing of the tests', () => {
  const npm = process.env.npm_execpath
  const pack = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const [command, ...args] = npm === undefined ? ['npm', ...pack] : [process.execPath, npm, ...pack]
  const said = execFileSync(command ?? '', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const files: string[] = JSON.parse(said)[0].files.map(({ path }: { path: string }) => path)
  const shipped =
    /^(dist\/[\w.-]+|templates\/[\w./-]+|dashboards\/[\w-]+\.json|action\.yml|package\.json|README\.md|LICENSE)$/
  expect(files.filter((file) => !shipped.test(file))).toEqual([])
  for (const needed of [
    'dist/index.js',
    'templates/scripts/deploy-with-monitoring.sh',
    'templates/monitoring.schema.json',
  ])
    expect(files).toContain(needed)
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(manifest).not.toHaveProperty('private')
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
    expect(manifest).not.toHaveProperty(kind)
  // Whoever installs a git repository gets everything for development when it has one of these (npm's own rule).
  for (const script of ['prepare', 'prepack', 'build', 'preinstall', 'install', 'postinstall'])
    expect(manifest.scripts).not.toHaveProperty(script)
})
