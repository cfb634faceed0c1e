import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { derivePassword } from '../../src/desired/derived-password.ts'
import { runProgram } from '../support/command-line.ts'
import { scratchFolder } from '../support/scratch.ts'
import { leak } from '../support/secret-forms.ts'

const ENTRY = join(import.meta.dirname, '../../dist/index.js')
const FLY_TOKEN = 'FlyV1 fm2_lJPECAAAAAAAfirst7Token9Of2Them, fm2_lJPECAAAAAAAsecond4Token1Of2Them\n'
const GRAFANA_TOKEN = 'glsa_8Zq0tR4vX2n_B6mK1pL9sD3fG7h_5wYcE'
const PASSWORD = derivePassword(FLY_TOKEN, 'm')
const SECRETS = [
  ...['fm2_lJPECAAAAAAAfirst7Token9Of2Them', 'fm2_lJPECAAAAAAAsecond4Token1Of2Them'],
  ...[GRAFANA_TOKEN, PASSWORD, 'pR0xy-pass_word'],
]

/** A server that says all that it was told, in all places that it can say something in, and breaks it off. */
async function echo(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = ''
  for await (const chunk of request) body += chunk
  const told = `${request.headers.authorization} ${body} ${PASSWORD} ${FLY_TOKEN} http://me:pR0xy-pass_word@proxy`
  const message = `${'x'.repeat(260)} ${told} ${Buffer.from(told).toString('base64')} ${told.slice(0, 40)}`
  const status = request.method === 'GET' ? 404 : 422
  response.writeHead(status, told.replace(/[^ -~]/g, ' ').slice(0, 500), {
    'content-type': 'application/json',
  })
  response.end(JSON.stringify({ message, messageId: message }))
}

const server = createServer((request, response) => void echo(request, response))
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => void server.close())

const settings = () => {
  const { port } = server.address() as AddressInfo
  return {
    FLY_API_TOKEN: FLY_TOKEN,
    GRAFANA_URL: `http://127.0.0.1:${port}`,
    GRAFANA_API_KEY: GRAFANA_TOKEN,
    no_proxy: '127.0.0.1',
    HTTPS_PROXY: 'http://me:pR0xy-pass_word@127.0.0.1:9',
    ACTIONS_STEP_DEBUG: 'true',
  }
}

const CONFIG = `monitoring: { app: m }
apps: [{ app: chat, deploy: false }]
services: [{ name: web, app: chat, port: 9090 }]
`

test('a server that echoes what it is told does not get a secret into anything that a step writes', async () => {
  using folder = scratchFolder()
  const temp = join(folder.path, 'temp')
  mkdirSync(temp)
  writeFileSync(join(folder.path, 'monitoring.yml'), CONFIG)
  const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary') }
  for (const file of Object.values(files)) writeFileSync(file, '')
  const child = spawn(process.execPath, [ENTRY], {
    env: {
      ...settings(),
      ...files,
      INPUT_MODE: 'dashboards',
      'INPUT_PROMETHEUS-URL': settings().GRAFANA_URL,
      GITHUB_WORKSPACE: folder.path,
      RUNNER_TEMP: temp,
    },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      printed += text
    })
  const [code] = await once(child, 'close')
  expect(code).toBe(1)
  const lines = printed.split('\n')
  // The runner itself is told, so that it masks them in every other step.
  for (const secret of SECRETS) expect(lines).toContain(`::add-mask::${secret}`)
  const shown = lines.filter((line) => !line.startsWith('::add-mask::')).join('\n')
  expect(shown).toContain('Grafana refuses to')
  const written = readdirSync(temp, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
  expect(written.filter((text) => text.includes('Grafana refuses to')).length).toBeGreaterThan(1)
  for (const text of [shown, ...written])
    for (const secret of SECRETS) expect(leak(text, secret, 8)).toBeUndefined()
})

test.each([[], ['--json'], ['--debug']])('nor into what the command line prints (%s)', async (...options) => {
  using folder = scratchFolder()
  writeFileSync(join(folder.path, 'monitoring.yml'), CONFIG)
  const { code, stdout, stderr } = await runProgram(
    ['dashboards', '--prometheus-url', settings().GRAFANA_URL, ...options],
    { cwd: folder.path, env: settings() },
  )
  expect(code).toBe(3)
  expect(stdout).toContain('Grafana refuses to')
  for (const secret of SECRETS) expect(leak(stdout + stderr, secret, 8)).toBeUndefined()
})

test('a short password is refused before anything is asked', async () => {
  using folder = scratchFolder()
  writeFileSync(join(folder.path, 'monitoring.yml'), CONFIG)
  for (const mode of ['deploy', 'plan', 'verify', 'dashboards', 'password']) {
    const env = { ...settings(), PROMETHEUS_PASSWORD: 'hunter2-abc' }
    const { code, stderr, stdout } = await runProgram([mode], { cwd: folder.path, env })
    expect([mode, code]).toEqual([mode, 2])
    expect(stdout + stderr).toContain('prometheus-password is shorter than 12 characters.')
    expect(leak(stdout + stderr, 'hunter2-abc', 8)).toBeUndefined()
  }
})
