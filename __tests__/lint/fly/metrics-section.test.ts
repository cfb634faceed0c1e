import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parseConfig } from '../../../src/config/load.ts'
import { lintFlyToml } from '../../../src/lint/fly/lint.ts'
import { planOf } from '../../support/lint-examples.ts'
import { scratchFolder } from '../../support/scratch.ts'

const configOf = (services: readonly Record<string, unknown>[]) =>
  parseConfig({
    monitoring: { engine: 'fly', organization: 'acme' },
    apps: [{ app: 'chat' }],
    services: services.map((service) => ({ app: 'chat', ...service })),
  })

const WEB = { name: 'web', port: 9090 }
const TOP = 'app = "chat"\n\n[env]\n  A = "1"\n'

const findings = (
  toml: string,
  services: readonly Record<string, unknown>[] = [WEB],
  isScrapedByFly = true,
) =>
  lintFlyToml(toml, 'fly.toml', {
    app: 'chat',
    services: configOf(services).services,
    isScrapedByFly,
  }).filter(({ code }) => code === 'fly/metrics-section')

/** What git makes of a file and a patch. */
function applied(toml: string, patch: string): string {
  using folder = scratchFolder()
  const file = join(folder.path, 'fly.toml')
  writeFileSync(file, toml)
  execFileSync('git', ['apply', '-'], { cwd: folder.path, input: patch })
  return readFileSync(file, 'utf8')
}

const HTTPS = { ...WEB, path: '/m', scheme: 'https' }
const GROUPS = '\n[processes]\n  web = "a"\n  worker = "b"\n'

test.each([
  ['no section', TOP, [WEB], /no \[\[metrics\]\] section for web/],
  ['no section and no line break at the end', TOP.trimEnd(), [WEB], /no \[\[metrics\]\]/],
  ['an empty file', '', [WEB], /no \[\[metrics\]\]/],
  ['another page', `${TOP}[metrics]\nport = 8080\n`, [HTTPS], /port 8080, path \/metrics and https false/],
  [
    'a section in the middle',
    `app = "chat"\n[[metrics]]\n  port = 8080\n  path = "/x"\n\n[env]\n  A = "1"\n  B = "2"\n  C = "3"\n  D = "4"\n`,
    [WEB],
    /port 8080 and path \/x, and web has port 9090 and path "\/metrics"/,
  ],
  [
    'a section of another process group',
    `${TOP}${GROUPS}[[metrics]]\nport = 9090\npath = "/metrics"\nprocesses = ["web"]\n`,
    [
      { ...WEB, process: 'web' },
      { name: 'jobs', port: 9091, process: 'worker' },
    ],
    /section for jobs \(process group worker\)/,
  ],
  ['groups without any', `${TOP}${GROUPS}`, [WEB], /process group web and worker/],
])('%s is an error with a patch that git applies', (_, toml, services, expected) => {
  const [first, ...others] = findings(toml, services)
  expect(others).toEqual([])
  expect(first).toMatchObject({ severity: 'error', message: expect.stringMatching(expected) })
  const fixed = applied(toml, first?.patch ?? '')
  expect(findings(fixed, services)).toEqual([])
  expect(fixed.split('\n').filter((line) => toml.split('\n').includes(line)).length).toBeGreaterThan(0)
})

test('a file in one line is corrected by hand, and no one else needs a section', () => {
  expect(findings('app = "chat"\nmetrics = { port = 1 }\n').map(({ patch }) => patch)).toEqual([undefined])
  expect(findings(TOP, [WEB], false)).toEqual([])
  expect(findings(`${TOP}[[metrics]]\nport = 9090\n`)).toEqual([])
})

test('a dashboard that selects by service is an error, as Fly has no such label; a machine is an instance', async () => {
  const config = `monitoring: { engine: fly, organization: acme }
apps: [{ app: chat }]
services: [{ name: web, app: chat, port: 9090, metrics: { users: gauge } }]
grafana: { dashboards: [board.json] }
`
  const panel = (id: number, expr: string) => ({
    ...{ id, title: expr, type: 'timeseries', fieldConfig: { defaults: { unit: 'short' } } },
    targets: [{ refId: 'A', expr }],
  })
  const queries = ['users{service="web"}', 'users{app="chat",instance="7849207a412608"}', 'users{job="web"}']
  const board = {
    uid: 'b',
    title: 'B',
    schemaVersion: 39,
    panels: queries.map((expr, i) => panel(i + 1, expr)),
  }
  const problems = await planOf({
    'monitoring.yml': config,
    'fly.toml': `${TOP}[checks.alive]\ntype = "tcp"\nport = 8080\n\n[[metrics]]\nport = 9090\npath = "/metrics"\n`,
    'board.json': JSON.stringify(board),
  })
  expect(problems.map(({ code, message, hint }) => `${code} ${message} ${hint}`)).toEqual([
    expect.stringMatching(/^query\/never-matches .*service="web".*has no label `service`/),
    expect.stringMatching(/^query\/never-matches .*job="web".*has no label `job`/),
  ])
})
