import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { loadConfig } from '../../src/config/load.ts'
import { isOnFly } from '../../src/config/services.ts'
import { runProgram } from '../support/command-line.ts'
import { scratchFolder } from '../support/scratch.ts'

/** Programs are started, on a machine that may be busy. */

const root = join(import.meta.dirname, '..', '..')

/** Fechatter's own files. They are not ours to copy, so a clone by itself does not have them. */
const FECHATTER = join(root, '..', 'shared', 'fixtures', 'fechatter')

const ALL = [
  '.github/workflows/deploy-monitoring.yml',
  'Dockerfile.monitoring',
  'fly.monitoring.toml',
  'grafana-dashboards/fechatter-monitoring.json',
  'grafana-dashboards/fechatter-overview.json',
  'monitoring.yml',
  'monitoring/docker-entrypoint.sh',
  'monitoring/prometheus-fly.yml',
  'monitoring/rules.yml',
  'scripts/deploy-with-monitoring.sh',
  'scripts/import-grafana-dashboards.sh',
]

const init = (cwd: string, ...args: string[]) => runProgram(['init', ...args], { cwd })
/** For a repository without files of its own. */
const initPreset = (cwd: string) => init(cwd, '--preset', 'fechatter')

/** Every file below a folder with its text, but for what git keeps. */
function contents(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('.git/'))
  return Object.fromEntries(files.toSorted().map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** What init said became of each file. */
const fates = (stdout: string): Record<string, string> =>
  Object.fromEntries(
    [...stdout.matchAll(/^ *(\S+) {2,}(written|kept|unchanged|replaced|updated)\b/gm)].map(
      ([, path, fate]) => [path, fate],
    ),
  )

test('with the preset, an empty repository gets everything; a second run changes nothing', async () => {
  using scratch = scratchFolder()
  const first = await initPreset(scratch.path)
  expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' })
  const written = contents(scratch.path)
  expect(Object.keys(written)).toEqual(ALL)
  for (const path of ALL) {
    const isScript = path.endsWith('.sh')
    expect([path, (statSync(join(scratch.path, path)).mode & 0o111) !== 0]).toEqual([path, isScript])
  }
  const second = await init(scratch.path)
  expect(second.code).toBe(0)
  expect(new Set(Object.values(fates(second.stdout)))).toEqual(new Set(['unchanged']))
  expect(contents(scratch.path)).toEqual(written)
})

test('the diff of --dry-run, applied, is what init writes', async () => {
  using dry = scratchFolder()
  using wet = scratchFolder()
  const old = {
    'fly.toml': 'app = "chat"\nprimary_region = "fra"\n[metrics]\nport = 9100\npath = "/metrics"\n',
    'Dockerfile.monitoring': 'FROM x\n',
  }
  for (const { path } of [dry, wet]) {
    execFileSync('git', ['init', '--quiet', '--initial-branch=trunk', path])
    write(path, old)
  }
  const patch = await init(dry.path, '--dry-run', '--force')
  expect(contents(dry.path)).toEqual(old)
  expect(patch.stderr).toContain('would be written')
  execFileSync('git', ['apply'], { cwd: dry.path, input: patch.stdout })
  await init(wet.path, '--force')
  expect(contents(dry.path)).toEqual(contents(wet.path))
  expect(contents(wet.path)['.github/workflows/deploy-monitoring.yml']).toContain('branches: [trunk]')
  expect((await init(dry.path, '--dry-run')).stdout).toBe('')
})

test('a changed configuration brings its files up to date, and no other', async () => {
  using scratch = scratchFolder()
  await initPreset(scratch.path)
  const file = join(scratch.path, 'monitoring.yml')
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('region: nrt', 'region: nrt\n  scrape_interval: 30s'),
  )
  const { stdout } = await init(scratch.path)
  const changed = Object.entries(fates(stdout)).filter(([, fate]) => fate !== 'unchanged')
  expect(changed).toEqual([['monitoring/prometheus-fly.yml', 'updated']])
  expect(contents(scratch.path)['monitoring/prometheus-fly.yml']).toContain('scrape_interval: 30s')
})

test('what people changed or wrote is kept, and replaced only by --force', async () => {
  using scratch = scratchFolder()
  const { path } = scratch
  write(path, { 'scripts/deploy-with-monitoring.sh': '#!/bin/sh\necho mine\n' })
  await initPreset(path)
  const toml = `${contents(path)['fly.monitoring.toml']}# mine\n`
  write(path, { 'fly.monitoring.toml': toml })
  const kept = await init(path)
  expect(Object.entries(fates(kept.stdout)).filter(([, fate]) => fate === 'kept')).toEqual([
    ['fly.monitoring.toml', 'kept'],
    ['scripts/deploy-with-monitoring.sh', 'kept'],
  ])
  expect(contents(path)['fly.monitoring.toml']).toBe(toml)
  const forced = await init(path, '--force')
  expect(fates(forced.stdout)).toMatchObject({ 'fly.monitoring.toml': 'replaced' })
  expect(contents(path)['fly.monitoring.toml']).not.toContain('mine')
  expect(contents(path)['scripts/deploy-with-monitoring.sh']).not.toContain('mine')
})

test('line ends of Windows are nobody’s change', async () => {
  using scratch = scratchFolder()
  await initPreset(scratch.path)
  for (const [path, text] of Object.entries(contents(scratch.path)))
    writeFileSync(join(scratch.path, path), text.replaceAll('\n', '\r\n'))
  const { stdout } = await init(scratch.path)
  expect(new Set(Object.values(fates(stdout)))).toEqual(new Set(['unchanged']))
})

test('nothing is written outside of the repository', async () => {
  using scratch = scratchFolder()
  const [cwd, outside] = [join(scratch.path, 'repository'), join(scratch.path, 'outside')]
  mkdirSync(cwd)
  mkdirSync(outside)
  symlinkSync(outside, join(cwd, 'scripts'))
  const { code, stderr } = await initPreset(cwd)
  expect(code).toBe(2)
  expect(stderr).toMatch(/scripts\/\S+ leads outside of the (workspace|repository)/)
  expect(readdirSync(outside)).toEqual([])
  expect(readdirSync(cwd)).toEqual(['scripts'])
})

test('a file where a folder belongs is told, and nothing is written', async () => {
  using scratch = scratchFolder()
  mkdirSync(join(scratch.path, 'monitoring'))
  writeFileSync(join(scratch.path, 'scripts'), 'a file where a folder belongs\n')
  const { code, stderr } = await initPreset(scratch.path)
  expect(code).toBe(2)
  expect(stderr).toMatch(/^error: scripts\/\S+ cannot be written: scripts is not a folder\.$/m)
  expect(Object.keys(contents(scratch.path))).toEqual(['scripts'])
})

test('in a folder of a larger repository; the workflow goes to its root', async () => {
  using scratch = scratchFolder()
  write(scratch.path, {
    'apps/chat/fly.toml': 'app = "chat"\nprimary_region = "fra"\n[metrics]\nport = 9100\npath = "/metrics"\n',
  })
  const { code } = await init(scratch.path, '--working-directory', 'apps/chat')
  expect(code).toBe(0)
  const files = contents(scratch.path)
  expect(Object.keys(files)).toContain('apps/chat/scripts/deploy-with-monitoring.sh')
  expect(files['.github/workflows/deploy-monitoring.yml']).toContain('working-directory: "apps/chat"')
  const { apps, services } = loadConfig(files['apps/chat/monitoring.yml'] ?? '', 'monitoring.yml')
  expect(apps).toMatchObject([{ app: 'chat', config: 'fly.toml' }])
  expect(services).toMatchObject([{ name: 'chat', port: 9100 }])
})

test('below the root of a repository, the right command is told', async () => {
  using scratch = scratchFolder()
  execFileSync('git', ['init', '--quiet', scratch.path])
  write(scratch.path, { 'apps/chat/fly.toml': 'app = "chat"\n' })
  const { stdout } = await init(join(scratch.path, 'apps/chat'))
  expect(stdout).toContain(`Run \`init\` in ${scratch.path} with \`--working-directory apps/chat\`.`)
})

test('a broken configuration is told with its place; names belong into it', async () => {
  using scratch = scratchFolder()
  write(scratch.path, { 'monitoring.yml': 'monitoring: { app: UPPER }\n' })
  const broken = await init(scratch.path)
  expect(broken).toMatchObject({ code: 2, stdout: '' })
  expect(broken.stderr).toMatch(/^monitoring\.yml:1:20: error: /m)
  const named = await init(scratch.path, '--app', 'chat')
  expect(named.code).toBe(2)
  expect(named.stderr).toContain('the names are configured there')
  expect(Object.keys(contents(scratch.path))).toEqual(['monitoring.yml'])
})

test('what git ignores never reaches the repository, and that is said', async () => {
  using scratch = scratchFolder()
  execFileSync('git', ['init', '--quiet', scratch.path])
  write(scratch.path, { '.gitignore': '/scripts/\n*.sh\n!monitoring/*.sh\n' })
  const { stdout } = await initPreset(scratch.path)
  expect([...stdout.matchAll(/^warning: git ignores (\S+) \((.*)\)/gm)].map(([, ...said]) => said)).toEqual([
    ['scripts/deploy-with-monitoring.sh', '.gitignore:1: /scripts/'],
    ['scripts/import-grafana-dashboards.sh', '.gitignore:1: /scripts/'],
  ])
})

test('what init wrote has no finding of plan but the files that only people can write', async () => {
  using scratch = scratchFolder()
  write(scratch.path, {
    'fly.toml': readFileSync(join(root, '__tests__/sandbox/repository/fly.toml'), 'utf8'),
  })
  await init(scratch.path)
  const bin = join(scratch.path, '..', 'no-programs')
  const { stdout } = await runProgram(['plan', '--json'], {
    cwd: scratch.path,
    env: { PATH: `${dirname(process.execPath)}:${bin}` },
  })
  expect(JSON.parse(stdout).problems).toEqual([])
})

test('plan tells when a file of init is not what the configuration says, until init ran again', async () => {
  using scratch = scratchFolder()
  write(scratch.path, {
    'fly.toml': readFileSync(join(root, '__tests__/sandbox/repository/fly.toml'), 'utf8'),
  })
  await init(scratch.path)
  const drift = async () => {
    const env = { PATH: dirname(process.execPath) }
    const { stdout } = await runProgram(['plan', '--json'], { cwd: scratch.path, env })
    return JSON.parse(stdout).problems.map(
      ({ code, at }: { code: string; at: { file: string } }) => `${code} ${at.file}`,
    )
  }
  const file = join(scratch.path, 'monitoring.yml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('region: nrt', 'region: fra'))
  expect(await drift()).toEqual(['file/drift fly.monitoring.toml'])
  await init(scratch.path)
  expect(await drift()).toEqual([])
})

test('the scripts are POSIX, help in them, and run whatever they are told to from anywhere', async () => {
  using scratch = scratchFolder()
  await initPreset(scratch.path)
  const program = join(scratch.path, 'program')
  writeFileSync(program, '#!/bin/sh\npwd; printf "%s|" "$@"\n')
  chmodSync(program, 0o755)
  for (const [name, word] of [
    ['deploy-with-monitoring', 'deploy'],
    ['import-grafana-dashboards', 'dashboards'],
  ]) {
    const script = join(scratch.path, 'scripts', `${name}.sh`)
    execFileSync('shellcheck', ['--shell=sh', '--severity=style', script])
    for (const shell of ['dash', 'busybox']) {
      const args = shell === 'busybox' ? ['sh', script] : [script]
      expect(execFileSync(shell, [...args, '--help'], { encoding: 'utf8' })).toMatch(/^Usage: scripts\//)
      const env = { ...process.env, DEPLOY_MONITORING: `${program} --first`, CDPATH: '/tmp' }
      const said = execFileSync(shell, [...args, '--timeout', '5 m'], { encoding: 'utf8', cwd: '/', env })
      expect(said).toBe(`${scratch.path}\n--first|${word}|--timeout|5 m|`)
    }
  }
})

/** The package as npm installs it, with what npm notes about where it came from. */
function installed(folder: string, resolved: string): string {
  const home = join(folder, 'node_modules/@fechatter/deploy-monitoring')
  for (const part of ['dist', 'dashboards', 'templates', 'package.json'])
    cpSync(join(root, part), join(home, part), { recursive: true })
  const packages = { 'node_modules/@fechatter/deploy-monitoring': { version: '0.1.0', resolved } }
  write(folder, { 'node_modules/.package-lock.json': JSON.stringify({ packages }, null, 2) })
  return join(home, 'dist/index.js')
}

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
/** What the shipped workflow names: a release, or before the first one a commit. */
const [, SHIPPED = ''] =
  /uses: fechatter\/deploy-monitoring@(\S+)/.exec(
    readFileSync(join(root, 'templates/workflows/deploy-monitoring.yml'), 'utf8'),
  ) ?? []

test.each([
  ['the repository', `git+ssh://git@github.com/fechatter/deploy-monitoring.git#${COMMIT}`, COMMIT],
  ['the repository over HTTPS', `git+https://github.com/fechatter/deploy-monitoring.git#${COMMIT}`, COMMIT],
  ['a tarball', 'file:../deploy-monitoring.tgz', SHIPPED],
  ['a fork', `git+ssh://git@github.com/other/deploy-monitoring.git#${COMMIT}`, SHIPPED],
])('installed from %s, the scripts name the repository at what they were written by', (_, resolved, at) => {
  using scratch = scratchFolder()
  const repository = join(scratch.path, 'repository')
  mkdirSync(repository)
  const program = installed(scratch.path, resolved)
  execFileSync(process.execPath, [program, 'init', '--preset', 'fechatter'], { cwd: repository })
  const all = Object.entries(contents(repository))
  expect(all.filter(([, text]) => text.includes('@fechatter/'))).toEqual([])
  const named = all.flatMap(
    ([path, text]) => text.match(/npx --yes --allow-git=root [^\s)}]+/g)?.map((one) => [path, one]) ?? [],
  )
  const expected = `npx --yes --allow-git=root github:fechatter/deploy-monitoring#${at}`
  expect(named).toEqual([
    ['scripts/deploy-with-monitoring.sh', expected],
    ['scripts/deploy-with-monitoring.sh', expected],
    ['scripts/import-grafana-dashboards.sh', expected],
    ['scripts/import-grafana-dashboards.sh', expected],
  ])
})

test('from a clone, the scripts name its commit', async () => {
  using scratch = scratchFolder()
  await initPreset(scratch.path)
  const head = existsSync(join(root, '.git'))
    ? execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
    : SHIPPED
  expect(contents(scratch.path)['scripts/deploy-with-monitoring.sh']).toContain(
    `npx --yes --allow-git=root github:fechatter/deploy-monitoring#${head}}`,
  )
})

if (!existsSync(FECHATTER))
  test.skip("Fechatter's own files, trap by trap (they are not part of a clone)", () => {})
else
  test("Fechatter's own files: four services, and trap by trap what was wrong", async () => {
    using scratch = scratchFolder()
    const { path } = scratch
    for (const [from, to] of [
      ['fly.toml', 'fly.toml'],
      ['fly.monitoring.toml', 'fly.monitoring.toml'],
      ['prometheus-fly.yml', 'monitoring/prometheus-fly.yml'],
      ['fechatter-overview.json', 'grafana-dashboards/fechatter-overview.json'],
    ] as const)
      cpSync(join(FECHATTER, from), join(path, to))
    const old = contents(path)
    const { code, stdout } = await init(path)
    expect(code).toBe(0)
    expect(contents(path)).toMatchObject(old)

    const config = loadConfig(contents(path)['monitoring.yml'] ?? '', 'monitoring.yml')
    expect(config.monitoring).toMatchObject({
      app: 'fechatter-monitoring',
      region: 'nrt',
      scrape_interval: '15s',
      retention: '15d',
      volume: { name: 'prometheus_data' },
    })
    expect(config.apps).toMatchObject([{ app: 'fechatter-demo', config: 'fly.toml', health: '/health' }])
    expect(config.services.filter(isOnFly).map(({ name, app, port }) => [name, app, port])).toEqual([
      ['fechatter_server', 'fechatter-demo', 9090],
      ['notify_server', 'fechatter-demo', 9091],
      ['bot_server', 'fechatter-demo', 9092],
      ['analytics_server', 'fechatter-demo', 7778],
    ])
    for (const { metrics } of config.services) expect(Object.keys(metrics).length).toBeGreaterThan(3)

    for (const trap of [
      /^fly\.toml:33:1: error: \[http_service\] has no processes/m,
      /^fly\.toml:121:1: error: \[checks\.health\] has no type/m,
      /^fly\.toml:23:1: warning: \[env\] has a secret in REDIS_URL/m,
      /^fly\.toml:36:1: warning: .*stops every machine/m,
      /^fly\.toml:116:1: warning: \[metrics\] covers only port 9091/m,
      /^fly\.monitoring\.toml:18:1: warning: .*no initial_size/m,
      /^fly\.monitoring\.toml:\d+:\d+: warning: There is no \[\[vm\]\]/m,
      /^fly\.monitoring\.toml:25:3: warning: .*publishes Prometheus to the internet/m,
      /^fly\.monitoring\.toml:15:3: warning: flyctl does not know `experimental\.private_network`\./m,
      /^monitoring\/prometheus-fly\.yml:20:19: warning: Prometheus scrapes fechatter\.internal, but the app is fechatter-demo/m,
      /^monitoring\/prometheus-fly\.yml:20:19: warning: .*is scraped as one target/m,
      /^monitoring\/prometheus-fly\.yml:23:21: warning: Every target gets the same `instance`/m,
      /^monitoring\/prometheus-fly\.yml:53:10: error: .*GRAFANA_PROMETHEUS_URL/m,
      /^monitoring\/prometheus-fly\.yml:53:5: warning: Remote write is always part of this configuration/m,
      /^grafana-dashboards\/fechatter-overview\.json:143:19: warning: .*fechatter_http_errors_total/m,
      /^grafana-dashboards\/fechatter-overview\.json:212:19: warning: .*exists only if the service configures buckets/m,
    ])
      expect(stdout).toMatch(trap)

    await init(path, '--force')
    expect(contents(path)['fly.toml']).toBe(old['fly.toml'])
    const plan = await runProgram(['plan', '--json'], { cwd: path, env: { PATH: dirname(process.execPath) } })
    const errors = JSON.parse(plan.stdout).problems.filter(
      ({ severity }: { severity: string }) => severity === 'error',
    )
    expect(errors.map(({ code: found }: { code: string }) => found).toSorted()).toEqual([
      'fly/check-type',
      'fly/service-processes',
    ])
  })
