import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { CLEAN } from '../support/clean-repository.ts'
import { scratchFolder } from '../support/scratch.ts'

const ROOT = join(import.meta.dirname, '../..')
const ENTRY = join(ROOT, 'dist/index.js')
const REAL = join(ROOT, '../shared/fixtures/fechatter')
const real = existsSync(REAL)
  ? test
  : (name: string, run: () => Promise<void>) => test.skip(`${name} (its files are not in this clone)`, run)

type Files = Record<string, string>

/** A checkout with nothing around it: no token, no promtool, no flyctl. */
function checkout(files: Files) {
  const scratch = scratchFolder()
  const workspace = join(scratch.path, 'repository')
  const temp = join(scratch.path, 'temp')
  for (const folder of [workspace, temp]) mkdirSync(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true })
    writeFileSync(join(workspace, name), text)
  }
  return { workspace, temp, [Symbol.dispose]: () => scratch[Symbol.dispose]() }
}

type Checkout = ReturnType<typeof checkout>

async function start(argv: string[], env: Record<string, string>, cwd: string) {
  const child = spawn(process.execPath, [ENTRY, ...argv], { env, cwd })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (text) => {
    stdout += text
  })
  child.stderr.on('data', (text) => {
    stderr += text
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, stdout, stderr }
}

async function action({ workspace, temp }: Checkout, env: Record<string, string> = {}) {
  const paths = {
    GITHUB_OUTPUT: join(temp, 'output'),
    GITHUB_STEP_SUMMARY: join(temp, 'summary'),
    GITHUB_STATE: join(temp, 'state'),
  }
  for (const path of Object.values(paths)) writeFileSync(path, '')
  const around = {
    PATH: '',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    ...paths,
  }
  const result = await start([], { ...around, INPUT_MODE: 'plan', ...env }, workspace)
  return { ...result, summary: readFileSync(paths.GITHUB_STEP_SUMMARY, 'utf8') }
}

const commandLine = ({ workspace, temp }: Checkout, argv: string[] = [], env: Record<string, string> = {}) =>
  start(['plan', ...argv], { PATH: '', TMPDIR: temp, ...env }, workspace)

test('a repository without faults is green, without any token', async () => {
  using place = checkout(CLEAN)
  expect(await action(place)).toMatchObject({ code: 0 })
  expect(await commandLine(place)).toMatchObject({ code: 0 })
})

real("Fechatter's own files: annotations at their places, worst first, ten of a kind", async () => {
  using place = checkout({})
  cpSync(REAL, place.workspace, { recursive: true })
  const { code, stdout, summary } = await action(place)
  const annotations = stdout.split('\n').filter((line) => /^::(?:error|warning) /.test(line))
  expect(code).not.toBe(0)
  expect(annotations.filter((line) => line.startsWith('::error ') && line.includes('title=fly/'))).toEqual([
    expect.stringMatching(
      /^::error title=fly\/check-type,file=fly\.toml,line=121,col=1::\[checks\.health\] has no type\./,
    ),
    expect.stringMatching(
      /^::error title=fly\/service-processes,file=fly\.toml,line=33,col=1::\[http_service\] has no processes/,
    ),
  ])
  expect(annotations.filter((line) => line.startsWith('::warning '))).toHaveLength(10)
  expect(annotations.filter((line) => line.startsWith('::warning '))[0]).toContain('fly/secret-in-env')
  expect(stdout + summary).not.toContain('example-redis-password')
  expect(summary).toContain('fly.toml')
})

test('programs read the findings as JSON, people as lines', async () => {
  using place = checkout({ ...CLEAN, 'fly.toml': 'app = 3\n' })
  const json = await commandLine(place, ['--json'])
  expect(json.code).not.toBe(0)
  expect(JSON.stringify(JSON.parse(json.stdout))).toContain('fly/type')
  const text = await commandLine(place)
  expect(text.code).toBe(json.code)
  expect(text.stdout).toContain('fly.toml:1:1: error')
  expect(text.stdout).toContain('app is 3.')
})

test('nothing of a fork is sent anywhere, started, or read from outside', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  using place = checkout({
    'monitoring.yml': `${CLEAN['monitoring.yml']}grafana: { dashboards: [board.json] }\n`,
    'fly.toml': `${CLEAN['fly.toml']}[env]\nFLY_API_BASE_URL = "${url}"\n`,
    'board.json': JSON.stringify({ uid: 'd', title: url, schemaVersion: 1, panels: [] }),
    'prometheus.yml': `scrape_configs:\n- job_name: a\n  static_configs: [{ targets: ['127.0.0.1:1'] }]\nremote_write: [{ url: ${url} }]\nrule_files: ['../../../etc/passwd']\n`,
    // The file is deployed, so that what is wrong in it is an error.
    Dockerfile: 'FROM scratch\nCOPY prometheus.yml /etc/prometheus/\n',
    '.npmrc': `registry=${url}`,
    flyctl: '#!/bin/sh\ntouch "$0.started"\n',
    promtool: '#!/bin/sh\ntouch "$0.started"\n',
  })
  for (const name of ['flyctl', 'promtool']) chmodSync(join(place.workspace, name), 0o755)
  const tokens = { 'INPUT_FLY-API-TOKEN': 'fm2_secret-of-the-base', PATH: `${place.workspace}:.` }
  const { stdout, stderr, summary } = await action(place, tokens)
  server.close()
  // A rule file outside of the workspace counts as not there.
  expect(stdout.match(/^::error .*/gm)).toEqual([expect.stringContaining('prometheus/rule-file')])
  expect(asked).toEqual([])
  expect(existsSync(join(place.workspace, 'flyctl.started'))).toBe(false)
  expect(existsSync(join(place.workspace, 'promtool.started'))).toBe(false)
  expect(stdout.replace(/^::add-mask::.*$/gm, '') + stderr + summary).not.toMatch(
    /fm2_secret-of-the-base|root:x/,
  )
})

test('foreign text starts no workflow command', async () => {
  using place = checkout({
    ...CLEAN,
    'board.json': JSON.stringify({
      uid: 'd',
      title: 'D\n::error::owned',
      schemaVersion: 1,
      panels: [
        {
          id: 1,
          type: 'stat',
          title: '\n::set-output name=verdict::proven\n',
          targets: [{ expr: 'sum(\n::error::owned' }],
        },
      ],
    }),
  })
  const { stdout } = await action(place)
  expect(stdout.split('\n').filter((line) => /^::(?:error::owned|set-output)/.test(line))).toEqual([])
})
