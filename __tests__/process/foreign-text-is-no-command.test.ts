import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { type Ended, runProgram } from '../support/command-line.ts'
import { COMMANDS } from '../support/hostile.ts'
import { commandsIn } from '../support/runner-commands.ts'
import { scratchFolder } from '../support/scratch.ts'
import { listening, startPrometheus } from './verify-world.ts'

/** Programs are started, on a machine that may be busy. */
jest.setTimeout(120_000)

type Files = Readonly<Record<string, string>>

/** A checkout of these files, and the program in it: as the runner starts it, and from a command line. */
function checkout(files: Files) {
  const scratch = scratchFolder()
  const [workspace, temp, bin] = ['repository', 'temp', 'bin'].map((name) => join(scratch.path, name)) as [
    string,
    string,
    string,
  ]
  for (const folder of [workspace, temp, bin]) mkdirSync(folder)
  const write = (path: string, text: string, mode = 0o644) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text, { mode })
  }
  for (const [name, text] of Object.entries(files)) write(join(workspace, name), text)
  const env = { PATH: `${bin}:${dirname(process.execPath)}:/usr/bin:/bin`, TMPDIR: temp }
  const speaks = Object.fromEntries(
    ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE'].map((name) => [name, join(temp, name)]),
  )
  return {
    flyctl: (script: string) => write(join(bin, 'flyctl'), `#!/bin/sh\n${script}\n`, 0o755),
    action: (inputs: Files) => {
      for (const path of Object.values(speaks)) writeFileSync(path, '')
      const runner = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp }
      return runProgram([], { cwd: workspace, env: { ...env, ...runner, ...speaks, ...inputs } })
    },
    commandLine: (args: readonly string[], more: Files = {}) =>
      runProgram(args, { cwd: workspace, env: { ...env, ...more } }),
    outputs: () => readFileSync(join(temp, 'GITHUB_OUTPUT'), 'utf8'),
    [Symbol.dispose]: () => scratch[Symbol.dispose](),
  }
}

/** What an action may say to its runner. */
const OURS = new Set(['::error', '::warning', '::debug', '::group', '::endgroup', '::add-mask'])

/** Commands in what was written that are not ours. */
const foreign = ({ stdout, stderr }: Ended): unknown[] =>
  [stdout, stderr].flatMap((text) => commandsIn(text).filter(({ form, name }) => !OURS.has(form + name)))

/** The same of a command line, which has none of its own. */
const any = ({ stdout, stderr }: Ended): unknown[] => [...commandsIn(stdout), ...commandsIn(stderr)]

const CONFIG = `monitoring: { app: mon, access: public, scrape_interval: 1s, image: "registry.fly.io/mon:v3.13.0" }
apps: [{ app: chat, deploy: false }]
services: [{ name: web, app: chat, port: 9090, metrics: { users: gauge } }]
`

/** Text of a file that is wrong in as many places as there are attacks, each of them quoted in what is said about it. */
const TEXT = COMMANDS.join(' ')
const HOSTILE: Files = {
  // Errors are only errors in files that are deployed.
  'monitoring.yml': `${CONFIG}grafana: { dashboards: [boards] }\nalerts: { rules: [rules] }\n`,
  ...Object.fromEntries(
    COMMANDS.flatMap((attack, i) => [
      [
        `boards/${i} ##[stop-commands]t.json`,
        JSON.stringify({
          uid: attack,
          title: attack,
          schemaVersion: 1,
          panels: [{ id: 1, type: 'stat', title: attack, targets: [{ expr: `sum(${attack}` }] }],
        }),
      ],
      [
        `rules/${i}.yml`,
        JSON.stringify({ groups: [{ name: attack, rules: [{ alert: attack, expr: `${attack} ${TEXT}` }] }] }),
      ],
      [`broken/${i}.yml`, `groups:\n- name: ${attack}\n  rules: [ {alert: "${TEXT}\n`],
    ]),
  ),
  'fly.toml': `app = "chat"\n${COMMANDS.map((text) => `${JSON.stringify(text)} = 1`).join('\n')}\n`,
}

test('a pull request with more faults than there are annotations says nothing to the runner', async () => {
  using place = checkout(HOSTILE)
  const result = await place.action({ INPUT_MODE: 'plan' })
  expect(result.code).toBe(1)
  expect(result.stdout).toMatch(/^error query\/syntax: boards/m)
  expect(foreign(result)).toEqual([])
  expect(result.stdout).not.toMatch(/##\[/)
  expect(commandsIn(place.outputs())).toEqual([])
})

test.each([[[]], [['--json']], [['--debug']]])('nor does the command line: plan %j', async (options) => {
  using place = checkout(HOSTILE)
  const result = await place.commandLine(['plan', ...options])
  expect(result.code).toBe(2)
  expect(result.stdout).toContain('stop-commands')
  expect(any(result)).toEqual([])
  if (options.includes('--json')) expect(JSON.parse(result.stdout).problems[0].message).toBeTruthy()
})

test('init quotes old files and arguments, and carries nothing out', async () => {
  const old = COMMANDS.map((text) => `# ${text}\n${text}\n  ${text}\n`).join('')
  using place = checkout({
    'fly.monitoring.toml': old,
    'monitoring.yml': CONFIG,
    'fly.toml': 'app = "chat"\n',
  })
  const diff = await place.commandLine(['init', '--force', '--dry-run'])
  expect(diff.code).toBe(0)
  expect(diff.stdout).toContain('stop-commands')
  expect(any(diff)).toEqual([])
  for (const text of ['::stop-commands::t', 'a ##[stop-commands]t', 'a\r::stop-commands::t'])
    for (const args of [[text], ['plan', `--${text}`], ['init', '--config', text]])
      expect(any(await place.commandLine(args))).toEqual([])
})

/** A service that answers with this reason, which Prometheus repeats as it is. */
const failing = (reason: string) =>
  listening(
    createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => socket.end(`HTTP/1.1 500 ${reason}\r\ncontent-length: 0\r\n\r\n`))
    }),
    '::1',
  )

test("a service's reason phrase is told, in the log and in every report, and is nothing but text", async () => {
  const reason = 'no ##[stop-commands]t ::add-mask::x ##[add-matcher]/tmp/m.json'
  await using service = await failing(reason)
  await using prometheus = await startPrometheus({
    global: { scrape_interval: '1s' },
    scrape_configs: [
      {
        job_name: 'web',
        static_configs: [{ targets: [`[::1]:${service.port}`], labels: { service: 'web', app: 'chat' } }],
      },
    ],
  })
  using place = checkout({ 'monitoring.yml': CONFIG.replace('9090', String(service.port)) })
  const machine = {
    id: '148e1234a56789',
    name: 'm',
    state: 'started',
    region: 'nrt',
    private_ip: '::1',
    config: { metadata: { fly_process_group: 'app' } },
  }
  place.flyctl(`case "$1" in
version) echo '{"Name":"flyctl","Version":"0.4.88"}' ;;
machine) echo '${JSON.stringify([machine])}' ;;
*) echo '[]' ;;
esac`)
  const inputs = { INPUT_MODE: 'verify', 'INPUT_PROMETHEUS-URL': prometheus.url, INPUT_TIMEOUT: '8s' }
  const result = await place.action({ ...inputs, 'INPUT_FLY-API-TOKEN': 'fm2_fake' })
  expect(result.stdout.match(/is down \(.*stop-commands/g)?.length).toBeGreaterThan(0)
  expect(foreign(result)).toEqual([])
  expect(commandsIn(place.outputs())).toEqual([])
  const args = ['verify', '--prometheus-url', prometheus.url, '--timeout', '8s']
  const json = await place.commandLine([...args, '--json'], { FLY_API_TOKEN: 'fm2_fake' })
  expect(any(json)).toEqual([])
  expect(JSON.parse(json.stdout).evidence.targets[0].reason.detail).toContain(reason)
})

test('what a build prints stays in its block', async () => {
  using place = checkout({
    'monitoring.yml': CONFIG.replace('deploy: false', 'dockerfile: Dockerfile'),
    'fly.toml': 'app = "chat"\n[http_service]\ninternal_port = 8080\n',
    Dockerfile: 'FROM scratch\n',
  })
  const lines = COMMANDS.filter((text) => !text.includes('\u0000')).map(
    (text) => `#12 0.3 ${text}\n${text}\n`,
  )
  place.flyctl(`case "$1" in
version) echo '{"Name":"flyctl","Version":"0.4.88"}' ;;
deploy) cat <<'END' >&2
${lines.join('')}END
exit 1 ;;
*) echo '[]' ;;
esac`)
  const inputs = { INPUT_MODE: 'deploy', INPUT_TIMEOUT: '20s', 'INPUT_FLY-API-TOKEN': 'fm2_fake' }
  const result = await place.action(inputs)
  expect(result.stdout).toContain('#12 0.3 ')
  expect(foreign(result)).toEqual([])
})
