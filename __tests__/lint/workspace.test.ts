import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { looksLikePrometheus, looksLikeRules } from '../../src/config/sources/recognise.ts'
import type { PresetNames } from '../../src/inputs/types.ts'
import type { Pace } from '../../src/lib/pace.ts'
import { openWorkspace } from '../../src/lib/workspace.ts'
import { dashboard as board } from '../../src/lint/dashboard/examples.ts'
import { checkWorkspace, type ExternalValidators } from '../../src/lint/plan.ts'
import { CLEAN } from '../support/lint-examples.ts'
import { paceOf } from '../support/pace.ts'
import { fc } from '../support/property.ts'
import { scratchFolder } from '../support/scratch.ts'

const dashboard = (expr: string, change: { panel?: string } = {}) =>
  board({ ...change, target: `"refId": "A", "expr": ${JSON.stringify(expr)}` })

const NONE: ExternalValidators = { skipped: () => [], check: async () => [], test: async () => [] }
type Files = Record<string, string | Buffer | { link: string } | { pipe: true }>

async function planOf(
  files: Files,
  options: { folder?: string; validators?: ExternalValidators; names?: PresetNames; pace?: Pace } = {},
) {
  using scratch = scratchFolder()
  const root = join(scratch.path, 'repository')
  mkdirSync(root)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    if (typeof content === 'object' && 'link' in content) symlinkSync(content.link, join(root, name))
    else if (typeof content === 'object' && 'pipe' in content) execFileSync('mkfifo', [join(root, name)])
    else writeFileSync(join(root, name), content)
  }
  writeFileSync(
    join(scratch.path, 'outside.yml'),
    'groups:\n- name: g\n  rules:\n  - alert: Secret\n    expr: "hunter2("\n',
  )
  return await checkWorkspace({
    workspace: openWorkspace(root, options.folder ?? '.'),
    config: { path: 'monitoring.yml', explicit: false },
    names: options.names ?? ('monitoring.yml' in files ? {} : { app: 'chat' }),
    inputs: [],
    remoteWrite: false,
    validators: options.validators ?? NONE,
    pace: options.pace ?? paceOf(),
  })
}

const told = ({ problems }: { problems: readonly { code: string; at?: { file: string } }[] }) =>
  problems.map(({ code, at }) => `${at?.file ?? '-'} ${code}`)

test('a Fly configuration of ours that says nothing of its image needs the Dockerfile of its context', async () => {
  const found = async (build: string, more: Files = {}, keys = '') =>
    told(
      await planOf({
        'fly.toml': `app = "chat"\n${build}[checks.alive]\ntype = "tcp"\nport = 8080\n`,
        'monitoring.yml': `monitoring: { app: mon }\napps: [{ app: chat${keys} }]\nservices: [{ name: web, app: chat, port: 9090 }]\n`,
        ...more,
      }),
    ).filter((one) => one.includes('dockerfile'))
  expect(await found('[build]\n')).toEqual(['fly.toml fly/no-dockerfile'])
  expect(await found('[build]\n', { 'api/Dockerfile': 'FROM node:24\n' })).toEqual([
    'fly.toml fly/no-dockerfile',
  ])
  expect(await found('[build.args]\nA = "1"\n')).toEqual(['fly.toml fly/no-dockerfile'])
  for (const name of ['Dockerfile', 'dockerfile'])
    expect(await found('[build]\n', { [name]: 'FROM node:24\n' })).toEqual([])
  for (const build of ['', '[build]\nimage = "a/b:1"\n', '[build]\nbuildpacks = ["a/b"]\n'])
    expect(await found(build)).toEqual([])
  for (const keys of [', deploy: false', ', image: a/b:1', ', context: api'])
    expect(await found('[build]\n', { 'api/Dockerfile': 'FROM node:24\n' }, keys)).toEqual([])
})

test.each([
  ['flyctl deploy --remote-only', '', ['fly.toml fly/no-dockerfile']],
  ['flyctl deploy --dockerfile api/Dockerfile', '', []],
  ['flyctl deploy --image a/b:1', '', []],
  ['flyctl deploy --remote-only', '      - run: cp api/*.fly .\n', []],
  ['flyctl deploy --config other.toml', '', []],
])(
  'a Fly configuration that a workflow deploys needs a Dockerfile too: %s %s',
  async (run, step, expected) => {
    const all = told(
      await planOf({
        'fly.toml': 'app = "chat"\n[build.args]\nA = "1"\n[checks.alive]\ntype = "tcp"\nport = 8080\n',
        'monitoring.yml':
          'monitoring: { app: mon }\napps: [{ app: chat, deploy: false }]\nservices: [{ name: web, app: chat, port: 9090 }]\n',
        '.github/workflows/a.yml': `on: push\nenv: { FLY_API_TOKEN: x }\njobs:\n  a:\n    steps:\n${step}      - run: ${run}\n`,
      }),
    )
    expect(all.filter((one) => one.includes('no-dockerfile'))).toEqual(expected)
  },
)

test('a deploy in a folder without a fly.toml is found in every folder, and no file of another app is offered', async () => {
  const workflow = (...steps: string[]) =>
    `on: push\njobs:\n${steps.map((step, i) => `  d${i}:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v7\n${step}`).join('')}`
  const DEPLOY = '      - run: flyctl deploy --remote-only\n'
  const IN_WEB = '      - run: flyctl deploy --config fly.toml\n        working-directory: web\n'
  const found = async (text: string, more: Files = {}) =>
    (
      await planOf({
        'monitoring.yml': `monitoring: { app: mon }\napps: [{ app: chat, config: fly.worker.toml, deploy: false }]\nservices: [{ name: web, app: chat, port: 9090 }]\n`,
        'fly.worker.toml': 'app = "chat"\n[checks.alive]\ntype = "tcp"\nport = 8080\n',
        '.github/workflows/ci.yml': text,
        ...more,
      })
    ).problems.filter(({ code }) => code === 'workflow/no-config')
  const both = await found(workflow(DEPLOY, IN_WEB), { '.gitignore': '.env\n/fly.toml\n' })
  expect(both.map(({ at, hint }) => `${at?.line} ${hint}`)).toEqual([
    '7 .gitignore:2 makes Git ignore it: remove that line, and commit fly.toml.',
    '12 Commit web/fly.toml, or name the file of that app with `--config`. The repository has fly.worker.toml.',
  ])
  expect(both[1]?.message).toContain('The step deploys in web, which has no fly.toml')
  const [ignored] = await found(workflow(IN_WEB), { '.gitignore': '*\n!web/\nfly*.toml\n' })
  expect(ignored?.hint).toContain('.gitignore:3 makes Git ignore it')
  const [other] = await found(workflow(DEPLOY), { 'web/fly.toml': 'app = "web"\n' })
  expect(other?.hint).toContain('such as `--config web/fly.toml`')
  const [taken] = await found(workflow(DEPLOY, IN_WEB), { 'web/fly.toml': 'app = "web"\n' })
  expect(taken?.hint).not.toContain('such as')
  for (const step of [
    `      - run: ./fill.sh > web/fly.toml\n${IN_WEB}`,
    `      - run: git clone https://github.com/acme/web\n${IN_WEB}`,
    IN_WEB.replace('fly.toml', 'fly.toml --app web'),
  ])
    expect(await found(workflow(step))).toEqual([])
  expect(await found(workflow(DEPLOY), { 'fly.json': '{ "app": "chat" }' })).toEqual([])
  const twice = (file: string, folder = 'web') =>
    found(workflow(`      - run: flyctl deploy -a web -c ${file}\n        working-directory: ${folder}\n`), {
      'web/fly.toml': 'app = "web"\n',
    })
  expect((await twice('web/fly.toml')).map(({ hint }) => hint)).toEqual([
    'Use `--config fly.toml`, or start flyctl in the root of the repository.',
  ])
  expect(await twice('fly.toml')).toEqual([])
  expect(await twice('web/fly.toml', '"${{ inputs.folder }}"')).toEqual([])
})

test('a deploy in a folder that lacks what its Dockerfile copies from above', async () => {
  const found = async (steps: string, more: Files = {}) =>
    (
      await planOf({
        'monitoring.yml': `monitoring: { app: mon }\napps: [{ app: chat, config: apps/api/fly.toml, deploy: false }]\nservices: [{ name: web, app: chat, port: 9090 }]\n`,
        'apps/api/fly.toml': 'app = "chat"\n[build]\ndockerfile = "Dockerfile"\n',
        'apps/api/Dockerfile':
          'FROM node:22 AS build\nCOPY lock.yaml ./\nCOPY packages/ ./packages/\nFROM node:22\nCOPY --from=build /app .\n',
        'lock.yaml': 'a: 1\n',
        'packages/core/index.js': '',
        '.github/workflows/ci.yml': `on: push\njobs: { d: { runs-on: ubuntu-24.04, steps: [{ uses: actions/checkout@v7 }, ${steps}] } }\n`,
        ...more,
      })
    ).problems.filter(({ code }) => code === 'workflow/build-context')
  const IN = '{ run: flyctl deploy, working-directory: apps/api }'
  for (const step of [
    IN,
    '{ run: cd apps/api && flyctl deploy --remote-only }',
    '{ run: flyctl deploy apps/api }',
  ])
    expect(await found(step)).toEqual([
      expect.objectContaining({
        message:
          'The step deploys in apps/api, and apps/api/Dockerfile copies "lock.yaml" and "packages/", which only the root of the repository has: the build fails, unless a step before it copies them.',
        hint: 'Deploy in the root of the repository: `flyctl deploy --config apps/api/fly.toml --dockerfile apps/api/Dockerfile`.',
      }),
    ])
  for (const step of [
    '{ run: flyctl deploy -c apps/api/fly.toml }',
    `{ run: cp -r packages lock.yaml apps/api }, ${IN}`,
    '{ run: cd apps/api && flyctl deploy --image a/b:1 }',
  ])
    expect(await found(step)).toEqual([])
  expect(await found(IN, { 'apps/api/lock.yaml': '', 'apps/api/packages/a': '' })).toEqual([])
  const at = (ref: string) => `{ uses: actions/checkout@v7, with: { ref: "${ref}" } }, ${IN}`
  expect(await found(at('${{ github.event.workflow_run.head_branch }}'))).toHaveLength(1)
  expect(await found(at('release'))).toEqual([])
  const versions = {
    'apps/api/Dockerfile': 'FROM node:22\nARG V=1\nCOPY v$V ./\n',
    v2: '',
    'apps/api/v1': '',
  }
  const args = 'app = "api"\n[build.args]\nV = "2"\n'
  expect(await found(IN, versions)).toEqual([])
  expect(await found(IN, { ...versions, 'apps/api/fly.toml': args })).toHaveLength(1)
  // What no folder has is made before the deploy.
  expect(await found(IN, { 'apps/api/Dockerfile': 'FROM node:22\nCOPY lock.yaml dist ./\n' })).toEqual([])
})

test('files are found by what they hold, wherever they lie', async () => {
  const { checked } = await planOf({
    ...CLEAN,
    'ops/prometheus-fly.yml': 'scrape_configs:\n- job_name: a\n',
    'ops/alerts.yaml': 'groups:\n- name: g\n  rules:\n  - record: a:b\n    expr: up\n',
    'ops/board.json': dashboard('users'),
    'package.json': '{ "panels": [], "schemaVersion": 1 }',
    'ops/tests.yml': 'rule_files: [alerts.yaml]\ntests: []\ngroups: []\n',
    'charts/rules.yml': 'groups:\n- name: {{ .Values.name }}\n  rules:\n  - alert: X\n',
    'k8s.yml': 'apiVersion: v1\nkind: PrometheusRule\nspec:\n  groups: []\n',
    'node_modules/x/prometheus.yml': 'scrape_configs: []\n',
    '.hidden/prometheus.yml': 'scrape_configs: []\n',
    '.github/workflows/other.yml': 'on: push\njobs: {}\n',
    '.github/workflows/ours.yml': 'on: push\njobs: { a: { steps: [{ uses: me/deploy-monitoring@v1 }] } }\n',
  })
  expect(checked).toEqual({
    configuration: 1,
    'Fly configurations': 1,
    'Prometheus configurations': 1,
    'rule files': 1,
    dashboards: 1,
    workflows: 1,
  })
})

test('the configuration is never treated as another kind of file', async () => {
  const keys = 'remote_write: { url: "https://example.com/push" }\n'
  const found = await planOf({ ...CLEAN, 'monitoring.yml': `${CLEAN['monitoring.yml']}${keys}` })
  expect(found.checked).toMatchObject({ configuration: 1, 'Prometheus configurations': 0, 'rule files': 0 })
  expect(told(found).filter((line) => !line.includes(' config/'))).toEqual([])
})

test('name inputs in addition to a configuration are refused, as in a deploy', async () => {
  const found = await planOf(CLEAN, { names: { app: 'chat', monitoringApp: 'mon' } })
  expect(told(found)).toEqual(['- input/name-conflict', '- input/name-conflict'])
  expect(found.problems.map(({ message }) => message.split(' is ')[0])).toEqual([
    'Input app',
    'Input monitoring-app',
  ])
})

test('a Fly configuration is compared with the app that is deployed with it', async () => {
  const apps = (list: string) => CLEAN['monitoring.yml'].replace('apps: [{ app: chat }]', `apps: [${list}]`)
  const files = (list: string) => ({ ...CLEAN, 'monitoring.yml': apps(list) })
  expect(told(await planOf(files('{ app: chat }, { app: other, deploy: false }')))).toEqual([])
  expect(told(await planOf(files('{ app: other, deploy: false }, { app: chat, deploy: false }')))).toEqual([])
  const wrong = CLEAN['monitoring.yml'].replaceAll('app: chat', 'app: other')
  expect(told(await planOf({ ...CLEAN, 'monitoring.yml': wrong }))).toContain('fly.toml fly/app-name')
})

test('two services may declare one metric with two types: it has the series of both', async () => {
  const services = `services:
  - { name: web, app: chat, port: 9090, metrics: { seconds: counter } }
  - { name: bot, app: chat, port: 9091, metrics: { seconds: histogram } }
`
  const files = (expr: string) => ({
    ...CLEAN,
    'monitoring.yml': CLEAN['monitoring.yml'].replace(/services:[\s\S]*/, services),
    'd.json': dashboard(expr),
  })
  for (const expr of ['rate(seconds[5m])', 'rate(seconds_count[5m])', 'rate(seconds{service="web"}[5m])'])
    expect(told(await planOf(files(expr)))).toEqual([])
  expect(told(await planOf(files('rate(seconds_bucket{service="web"}[5m])')))).toEqual([
    'd.json query/never-matches',
  ])
})

test('what rules record is known to dashboards', async () => {
  const rules = (record: string) =>
    `groups:\n- name: g\n  rules:\n  - record: ${record}\n    expr: sum(users)\n`
  const files = (record: string) => ({
    ...CLEAN,
    'rules.yml': rules(record),
    'd.json': dashboard('chat:users:sum'),
  })
  expect(told(await planOf(files('chat:users:sum')))).toEqual([])
  expect(told(await planOf(files('chat:user:sum')))).toEqual(['d.json query/unrecorded-metric'])
})

test('links out of the workspace are not read, and are reported', async () => {
  const { problems } = await planOf({
    ...CLEAN,
    'rules.yml': { link: '../outside.yml' },
    'passwords.yml': { link: '/etc/passwd' },
    folder: { link: '/etc' },
    'loop.json': { link: 'loop.json' },
  })
  expect(problems.map(({ code, at }) => `${at?.file} ${code}`).toSorted()).toEqual([
    'passwords.yml file/outside',
    'rules.yml file/outside',
  ])
  expect(JSON.stringify(problems)).not.toMatch(/hunter2|root:/)
})

test('only regular files are read, and a pipe does not block', async () => {
  const files = { ...CLEAN, 'fly.toml': { pipe: true as const }, 'd.json': { pipe: true as const } }
  expect(told(await planOf(files))).toEqual(['fly.toml file/unreadable'])
  expect(told(await planOf({ 'monitoring.yml': { pipe: true } }))).toEqual(['monitoring.yml file/unreadable'])
  const boards = `${CLEAN['monitoring.yml']}grafana: { dashboards: [a.json, none.json, up] }\n`
  const links = { 'a.json': { link: 'b.json' }, 'b.json': { link: 'a.json' }, up: { link: '/etc' } }
  expect(told(await planOf({ ...CLEAN, 'monitoring.yml': boards, ...links }))).toEqual([
    'monitoring.yml file/missing',
    'monitoring.yml file/missing',
    'monitoring.yml file/missing',
    'a.json file/unreadable',
    'up file/outside',
  ])
})

test('large files that the configuration does not name are skipped, and reported', async () => {
  const { skipped, problems } = await planOf({
    ...CLEAN,
    'big.json': `{ "panels": [], "schemaVersion": 1 }${' '.repeat(2_000_000)}`,
    'big.yml': `groups:\n${' '.repeat(2_000_000)}`,
  })
  expect(problems).toEqual([])
  expect(skipped).toEqual([
    expect.objectContaining({
      why: 'Larger than 2 MB and not named in the configuration: big.yml and big.json.',
    }),
  ])
})

test('an unreadable file that the configuration does not name is not reported', async () => {
  const files = {
    ...CLEAN,
    'leads outside/x.yml': Buffer.from([0xff, 0xfe]),
    'more than/y.yml': Buffer.from([0xff, 0xfe]),
  }
  const { problems, skipped } = await planOf(files)
  expect([problems, skipped]).toEqual([[], []])
})

test('a file is looked at once, however its path is written', async () => {
  const spelled = CLEAN['monitoring.yml'].replace('{ app: chat }', '{ app: chat, config: ./fly.toml }')
  const named = `${spelled}grafana: { dashboards: [./d/a.json, .//d/] }\n`
  const files = {
    'monitoring.yml': named,
    'fly.toml': CLEAN['fly.toml'].replace(/\[\[http[\s\S]*/, ''),
    'd/a.json': dashboard('sum('),
  }
  const found = await planOf(files)
  expect(told(found)).toEqual(['d/a.json query/syntax', 'fly.toml fly/no-checks'])
  expect(found.checked).toMatchObject({ 'Fly configurations': 1, dashboards: 1 })
})

test('placeholders in deployed values are reported, those in reasons and comments are not', async () => {
  const ignore = `lint: { ignore: [{ code: dashboard/no-unit, reason: "the unit is \${unit}" }] } # \${NOTE}\n`
  const files = (own: string) => ({
    ...CLEAN,
    'monitoring.yml': `${own}grafana: { dashboards: [d.json] }\n${ignore}`,
    'd.json': dashboard('process_resident_memory_bytes', {
      panel: '"id": 1, "title": "U", "type": "timeseries",',
    }),
  })
  expect(told(await planOf(files(CLEAN['monitoring.yml'])))).toEqual([])
  const path = CLEAN['monitoring.yml'].replace(
    'port: 9090',
    `port: 9090\n    # lint\n    path: "/\${METRICS}"`,
  )
  const { problems } = await planOf(files(path))
  expect(problems.map(({ code, at }) => `${at?.line}:${at?.column} ${code}`)).toEqual([
    '8:13 config/placeholder',
  ])
})

test('what Ansible, Jinja or Helm fill in later is not checked before; templates of alerts are', async () => {
  const job = (name: string) =>
    `scrape_configs:\n- job_name: ${name}\n  static_configs: [{ targets: ["a:1"] }]\n`
  const rule = (name: string, lines: string) =>
    `groups:\n- name: ${name}\n  rules:\n  - alert: A\n    expr: up == 0\n${lines}`
  const annotated = rule(
    'g',
    '    annotations: { summary: "{{ $labels.job }} {{ with query \'up\' }}{{ end }}" }\n',
  )
  const { checked, problems } = await planOf({
    ...CLEAN,
    'a.yml': job('{{ job }}'),
    'b.yml': job('a\n  {% if tls %}\n  scheme: https\n  {% endif %}'),
    'c.yml': rule('{{ team }}', ''),
    'd.yml': rule('g', '    for: {{ patience }}\n'),
    'e.yml': rule('g', '{% for x in xs %}\n  - alert: B\n    expr: up\n{% endfor %}\n'),
    'prometheus.yml': `# {{ made by hand }}\n${job('a # {{ job }}')}`,
    'annotated.yml': annotated,
    'wrong.yml': rule('g', '    annotations: { summary: {{ $labels.job }} is down }\n'),
  })
  expect(checked).toMatchObject({ 'Prometheus configurations': 1, 'rule files': 2 })
  expect(problems.map(({ at, code }) => `${at?.file} ${code}`)).toEqual(['wrong.yml yaml/syntax'])
})

test('a file of blank lines or of spaces is recognised in a moment', () => {
  for (const blank of ['\n', ' ']) expect(looksLikeRules(`groups:\n${blank.repeat(1_900_000)}`)).toBe(false)
  expect(looksLikePrometheus(`scrape_configs:\n${'\n'.repeat(1_900_000)}`)).toBe(true)
})

test('one uid twice is a mistake where both are imported; copies elsewhere mean it', async () => {
  const board = dashboard('users')
  expect(told(await planOf({ ...CLEAN, 'a/d.json': board, 'b/d.json': board }))).toEqual([])
  expect(told(await planOf({ ...CLEAN, 'a/d.json': board, 'a/e.json': board }))).toEqual([
    'a/e.json dashboard/duplicate-uid',
  ])
  const named = `${CLEAN['monitoring.yml']}grafana: { dashboards: [a/d.json, b] }\n`
  const files = { ...CLEAN, 'monitoring.yml': named, 'a/d.json': board, 'b/d.json': board, 'c/d.json': board }
  expect(told(await planOf(files))).toEqual(['b/d.json dashboard/duplicate-uid'])
})

test('rules and collectors for other programs are not compared with the declared services', async () => {
  const rules = (expr: string) =>
    `groups:\n- name: g\n  rules:\n  - { alert: A, expr: '${expr}', for: 1m, labels: { severity: page } }\n`
  const codesOf = async (expr: string) => told(await planOf({ ...CLEAN, 'r.yml': rules(expr) }))
  expect(await codesOf('up{job="node"} == 0')).toEqual([])
  // The Prometheus of the file may have more targets, but a job with the name of the app is a mistake.
  expect(await codesOf('up{job="node"} == 0 and on () users > 1')).toEqual([])
  expect(await codesOf('up{job="chat"} == 0 and on () users > 1')).toEqual(['r.yml query/never-matches'])
  expect(await codesOf('node_load1{job="node"} > 1')).toEqual([])
  expect(await codesOf('user{job="web"} > 1')).toEqual(['r.yml query/undeclared-metric'])
  const other = { ...CLEAN, 'r.yml': rules('a + b + c + d{job="node"}') }
  expect((await planOf(other)).skipped).toEqual([
    expect.objectContaining({ part: 'Queries about other programs', why: expect.stringContaining('r.yml') }),
  ])
  const named = `${CLEAN['monitoring.yml']}alerts: { rules: [r.yml] }\n`
  expect(told(await planOf({ ...other, 'monitoring.yml': named }))).toEqual(['r.yml rules/unrelated'])
  expect(await codesOf('sum(count_over_time({app="x"} |= "panic" [5m])) > 1')).toEqual([])
  const promtail =
    'positions: { filename: x }\nclients: []\nscrape_configs: [{ job_name: a, pipeline_stages: [] }]\n'
  expect(told(await planOf({ ...CLEAN, 'promtail.yml': promtail }))).toEqual([])
})

test('a configuration that cannot be read does not hide what is wrong elsewhere', async () => {
  const found = await planOf({
    'monitoring.yml': 'apps: [',
    'fly.toml': 'app = 3\n',
    'd.json': dashboard('sum('),
  })
  expect(told(found)).toEqual(['monitoring.yml config/syntax', 'fly.toml fly/type', 'd.json query/syntax'])
  expect(found.config).toBeUndefined()
})

test('the configuration silences findings, with a reason; unused exceptions are reported', async () => {
  const ignore = (code: string, file = 'd.json') =>
    `${CLEAN['monitoring.yml']}lint: { ignore: [{ code: ${code}, file: ${file}, reason: later }] }\n`
  const files = { ...CLEAN, 'd.json': dashboard('user') }
  expect(told(await planOf(files))).toEqual(['d.json query/undeclared-metric'])
  expect(told(await planOf({ ...files, 'monitoring.yml': ignore('query/undeclared-metric') }))).toEqual([])
  expect(
    told(await planOf({ ...files, 'monitoring.yml': ignore('query/undeclared-metric', 'e.json') })),
  ).toEqual(['d.json query/undeclared-metric', 'monitoring.yml ignore/unused'])
  // What makes a file unreadable cannot be silenced.
  const broken = {
    ...files,
    'd.json': '{ "panels": [,], "schemaVersion": 1 }',
    'monitoring.yml': ignore('dashboard/json'),
  }
  // Nothing deploys this file, so it comes last.
  expect(told(await planOf(broken))).toEqual(['monitoring.yml ignore/unused', 'd.json dashboard/json'])
})

test('comments silence their own line, or the next', async () => {
  const secret = 'PASSWORD = "hunter2"'
  const env = (lines: string) => ({ ...CLEAN, 'fly.toml': `${CLEAN['fly.toml']}[env]\n${lines}\n` })
  const mark = '# deploy-monitoring ignore fly/secret-in-env: the public demo'
  expect(told(await planOf(env(`${secret} ${mark}`)))).toEqual([])
  expect(told(await planOf(env(`${mark}\n# and more\n\n${secret}`)))).toEqual([])
  expect(told(await planOf(env(`${mark}\nA = "b"\n${secret}`)))).toEqual([
    'fly.toml fly/secret-in-env',
    'fly.toml ignore/unused',
  ])
})

test('worst first, of one error in one file at most twenty, and of one kind of warning one', async () => {
  const panels = Array.from({ length: 10_000 }, (_, i) => ({
    id: i + 1,
    title: `P${i}`,
    type: 'stat',
    targets: [{ refId: 'A', expr: i % 2 ? 'sum(' : 'process_resident_memory_bytes' }],
    datasource: { type: 'prometheus', uid: `\${ds}` },
  }))
  const list = [{ type: 'datasource', name: 'ds', query: 'prometheus' }]
  const { problems } = await planOf({
    ...CLEAN,
    'monitoring.yml': `${CLEAN['monitoring.yml']}grafana: { dashboards: [d.json] }\n`,
    'd.json': JSON.stringify({ uid: 'd', title: 'D', schemaVersion: 39, templating: { list }, panels }),
  })
  expect(problems.map(({ code }) => code)).toEqual([...Array(20).fill('query/syntax'), 'dashboard/no-unit'])
  expect(problems.at(-1)?.message).toBe(
    'Panel "P0" has no unit, and its query is about bytes. (The same in this file: "P2", "P4", "P6" and 4996 more.)',
  )
  expect(problems[19]?.message).toContain('(4980 more of these in this file.)')
})

test('other programs check only files without errors so far', async () => {
  const asked: string[] = []
  const validators: ExternalValidators = {
    skipped: () => [{ part: 'x', why: 'not there', set: 'y' }],
    test: async () => [],
    async check(kind, { file }) {
      asked.push(`${kind} ${file}`)
      return [
        {
          code: 'prometheus/promtool',
          severity: 'error',
          at: { file, line: 1, column: 1 },
          message: 'refused.',
          hint: '-',
        },
      ]
    },
  }
  const files = {
    ...CLEAN,
    'a.yml': 'groups:\n- name: g\n  rules:\n  - { record: a:b, expr: up( }\n',
    'b.yml': 'groups:\n- name: g\n  rules: []\n',
  }
  const found = await planOf(files, { validators })
  expect(asked).toEqual(['rules b.yml', 'fly fly.toml'])
  expect(told(found)).toEqual([
    'fly.toml prometheus/promtool',
    'b.yml prometheus/promtool',
    'a.yml query/syntax',
  ])
  expect(found.skipped).toEqual(validators.skipped())
})

test('keys that flyctl does not know either are reported once, also where they became one finding', async () => {
  const { unknownKeyText } = await import('../../src/lint/fly/unknown-key.ts')
  const keys = ['http_service.one', 'http_service.two']
  const validators: ExternalValidators = {
    skipped: () => [],
    test: async () => [],
    check: async (kind, { file }) =>
      kind !== 'fly'
        ? []
        : keys.map((key) => {
            const [message, hint] = unknownKeyText(key, [])
            const at = { file, line: 1, column: 1 }
            return { code: 'fly/unknown-key', severity: 'warning', at, message, hint }
          }),
  }
  const fly = CLEAN['fly.toml'].replace('[http_service]', '[http_service]\none = 1\ntwo = 2')
  const { problems } = await planOf({ ...CLEAN, 'fly.toml': fly }, { validators })
  expect(problems.map(({ message }) => message)).toEqual([
    'flyctl does not know `http_service.one`. (The same in this file: `http_service.two`.)',
  ])
})

test('what other programs find is silenced as everything else, and no comment about them is one too many', async () => {
  const refusing: ExternalValidators = {
    skipped: () => [],
    test: async () => [],
    check: async (kind, { file }) =>
      kind === 'rules'
        ? [
            {
              code: 'prometheus/promtool',
              severity: 'error',
              at: { file, line: 2, column: 1 },
              message: 'No.',
              hint: '-',
            },
          ]
        : [],
  }
  const rules = (comment = '') => ({ ...CLEAN, 'r.yml': `groups:\n- name: g${comment}\n  rules: []\n` })
  const excused = ' # deploy-monitoring ignore prometheus/promtool: an older one'
  expect(told(await planOf(rules(), { validators: refusing }))).toEqual(['r.yml prometheus/promtool'])
  expect(told(await planOf(rules(excused), { validators: refusing }))).toEqual([])
  expect(told(await planOf(rules(excused)))).toEqual([])
  const lint = 'lint: { ignore: [{ code: prometheus/promtool, file: r.yml, reason: an older one }] }\n'
  const configured = { ...rules(), 'monitoring.yml': `${CLEAN['monitoring.yml']}${lint}` }
  expect(told(await planOf(configured, { validators: refusing }))).toEqual([])
})

test('a working directory has its own files; workflows lie at the root', async () => {
  const inner = Object.fromEntries(Object.entries(CLEAN).map(([name, text]) => [`sub/${name}`, text]))
  const workflow = 'on: push\njobs: { a: { steps: [{ uses: me/deploy-monitoring@main }] } }\n'
  const found = await planOf(
    { ...inner, 'fly.toml': 'app = 3\n', '.github/workflows/a.yml': workflow },
    { folder: 'sub' },
  )
  expect(found.checked).toMatchObject({ 'Fly configurations': 1, workflows: 1 })
  expect(told(found)).toContain('.github/workflows/a.yml workflow/unpinned')
})

const SHIPS = (run: string, token = 'FLY_API_TOKEN') => `on: push
concurrency: { group: ship, cancel-in-progress: true }
jobs:
  ship:
    env: { ${token}: x }
    steps:
      - uses: superfly/flyctl-actions/setup-flyctl@master
      - run: ${run}
`
const STARTED = ['.github/workflows/a.yml workflow/cancel', '.github/workflows/a.yml workflow/unpinned']

test.each<[string, Record<string, string>, string[]]>([
  ['a shell script', { '.github/workflows/a.yml': SHIPS('bash bin/ship.sh') }, STARTED],
  ['a script of npm that starts it', { '.github/workflows/a.yml': SHIPS('npm run ship') }, STARTED],
  ['a target of make', { '.github/workflows/a.yml': SHIPS('make ship') }, STARTED],
  ['a script that does not deploy', { '.github/workflows/a.yml': SHIPS('npm run check') }, []],
  ['a script that is not here', { '.github/workflows/a.yml': SHIPS('./bin/other.sh') }, []],
  ['no token', { '.github/workflows/a.yml': SHIPS('make ship', 'OTHER') }, []],
  [
    'another app',
    { '.github/workflows/a.yml': SHIPS('make ship'), 'bin/ship.sh': 'flyctl deploy --app other\n' },
    [],
  ],
])('a step deploys by what it starts as by flyctl itself: %s', async (_, files, expected) => {
  const found = await planOf({
    ...CLEAN,
    'bin/ship.sh': 'flyctl deploy --remote-only\n',
    'package.json': '{ "scripts": { "ship": "sh bin/ship.sh", "check": "tsc" } }\n',
    Makefile: 'ship:\n\tsh bin/ship.sh\n',
    ...files,
  })
  expect(told(found)).toEqual(expected)
})

/** Files of every kind with random contents. */
const hostile = fc.dictionary(
  fc.constantFrom(
    'monitoring.yml',
    'fly.toml',
    'fly.monitoring.toml',
    'prometheus.yml',
    'rules.yml',
    'd.json',
    '.github/workflows/a.yml',
  ),
  fc.oneof(
    fc.json(),
    fc.string(),
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    fc.jsonValue().map((value) => `scrape_configs: ${JSON.stringify(value)}`),
    fc.jsonValue().map((value) => `groups: [{ name: g, rules: ${JSON.stringify(value)} }]\n`),
    fc
      .jsonValue()
      .map((value) =>
        JSON.stringify({ panels: value, templating: value, schemaVersion: 1, __proto__: value }),
      ),
    fc
      .jsonValue()
      .map((value) => JSON.stringify({ elements: value, spec: value, templating: { list: [value] } })),
    fc
      .jsonValue()
      .map(
        (value) =>
          `on: push\njobs: { a: { steps: [{ uses: me/deploy-monitoring@v1, with: ${JSON.stringify(value)} }] } }\n`,
      ),
  ),
)

test('whatever a repository holds, a plan ends with findings', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (files) => {
      const { problems } = await planOf(files)
      for (const { at, message } of problems) {
        expect(message).not.toBe('')
        if (at) expect(at.line).toBeGreaterThanOrEqual(1)
      }
    }),
    { numRuns: 150 },
  )
})

test.each([
  ['50 MB of YAML', { 'monitoring.yml': 'a: b\n'.repeat(10_000_000) }, ['monitoring.yml file/too-large']],
  ['50 MB of TOML', { ...CLEAN, 'fly.toml': '#'.repeat(50_000_000) }, ['fly.toml file/too-large']],
  ['50 MB of JSON that nobody named', { ...CLEAN, 'd.json': '['.repeat(50_000_000) }, []],
  [
    'JSON that nests',
    { ...CLEAN, 'd.json': `{ "schemaVersion": 1, "panels": ${'['.repeat(500_000)}` },
    ['d.json dashboard/json'],
  ],
  [
    'thousands of exceptions',
    { ...CLEAN, 'fly.toml': `${'# deploy-monitoring ignore fly/flyctl: x\n'.repeat(20_000)}app = 3\n` },
    ['fly.toml fly/type'],
  ],
  [
    'YAML that nests',
    {
      ...CLEAN,
      'p.yml': `scrape_configs: ${'['.repeat(1_000_000)}`,
      'q.yml': `rule_files: ${'- '.repeat(900_000)}`,
    },
    ['p.yml yaml/syntax', 'q.yml yaml/syntax'],
  ],
  [
    'TOML that nests, and one long text',
    {
      ...CLEAN,
      'fly.toml': `a = ${'['.repeat(200_000)}`,
      'fly.b.toml': `a = "${'x'.repeat(900_000)}"`,
    },
    ['fly.toml fly/syntax', 'fly.b.toml fly/syntax'],
  ],
  [
    'a byte order mark and CRLF',
    { ...CLEAN, 'd.json': `\uFEFF${dashboard('users').replaceAll('\n', '\r\n')}` },
    [],
  ],
])('%s', async (_, files, expected) => {
  expect(told(await planOf(files as Files)).filter((line) => !line.includes('file/missing'))).toEqual(
    expected,
  )
})

test('values that are still empty, as init leaves them, change nothing about the other files', async () => {
  const fly = 'app = "chat"\n[http_service]\ninternal_port = 8080\n[restart]\npolicy = "always"\n'
  const files = (port: string, region: string) => ({
    'fly.toml': fly,
    'prometheus.yml':
      'scrape_configs:\n- job_name: chat\n  dns_sd_configs: [{ names: [chat.internal], type: AAAA, port: 9091 }]\n',
    'monitoring.yml': `monitoring: { app: mon, region: ${region} }\napps: [{ app: chat, config: fly.toml }]\nservices: [{ name: chat, app: chat, port: ${port} }]\n`,
  })
  const found = await planOf(files('', ''))
  const others = ({ problems }: typeof found) =>
    problems.filter(({ at }) => at?.file === 'fly.toml').map(({ code, severity }) => `${severity} ${code}`)
  expect(others(found)).toEqual(['error fly/type', 'warning fly/no-checks'])
  expect(others(found)).toEqual(others(await planOf(files('9091', 'fra'))))
  expect(told(found).filter((one) => !one.startsWith('fly.toml'))).toEqual([
    'monitoring.yml config/value',
    'monitoring.yml config/value',
  ])
  expect(found.config).toBeUndefined()
})

test('nothing is compared with a port that is still empty', async () => {
  const about = async (port: string) => {
    const { problems } = await planOf({
      'fly.toml': 'app = "chat"\n[checks.alive]\ntype = "tcp"\nport = 8080\n[metrics]\nport = 8081\n',
      'monitoring.yml': `monitoring: { app: mon }\napps: [{ app: chat }]\nservices:\n- { name: web, app: chat, port: ${port} }\n- { name: bot, app: chat, port: 9091 }\n`,
    })
    return problems.flatMap(({ code, message }) => (code === 'fly/metrics-coverage' ? [message] : []))
  }
  const missed = "[metrics] covers only port 8081: Fly's managed Prometheus does not scrape "
  expect(await about('')).toEqual([`${missed}bot on port 9091.`])
  expect(await about('9090')).toEqual([`${missed}web on port 9090 and bot on port 9091.`])
})

test('an error that is several times in a file is reported once, with its lines', async () => {
  const step = `    - { if: "\${{ secrets.FLY_API_TOKEN != '' }}", run: flyctl deploy }\n`
  const { problems } = await planOf({
    ...CLEAN,
    '.github/workflows/deploy.yml': `on: push\njobs:\n  ship:\n    runs-on: ubuntu-latest\n    steps:\n${step.repeat(3)}`,
  })
  expect(problems.filter(({ code }) => code === 'workflow/if-secrets')).toEqual([
    expect.objectContaining({
      at: expect.objectContaining({ line: 6 }),
      message: expect.stringMatching(/ \(The same in lines 7 and 8\.\)$/),
    }),
  ])
})
