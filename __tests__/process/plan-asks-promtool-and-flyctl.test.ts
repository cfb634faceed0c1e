import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { findValidators } from '../../src/run/external-validators.ts'
import { scratchFolder } from '../support/scratch.ts'

/** A program that notes how it was started, and answers with a recorded text. */
function program(
  folder: string,
  name: string,
  answer: { exit: number; stdout?: string; stderr?: string; version?: string; acceptsConfig?: true },
): void {
  const file = join(folder, name)
  writeFileSync(
    file,
    `#!${process.execPath}
const fs = require('node:fs')
if (process.argv[2] === '--version') {
  console.log(${JSON.stringify(answer.version ?? '')})
  process.exit(0)
}
if (process.argv[3] === 'config' && ${answer.acceptsConfig === true}) process.exit(0)
const files = fs.readdirSync('.')
const text = fs.readFileSync(files[0], 'utf8')
const seen = { argv: process.argv.slice(2), cwd: process.cwd(), env: process.env, files, text }
fs.writeFileSync(${JSON.stringify(join(folder, `${name}.seen`))}, JSON.stringify(seen))
process.stdout.write(${JSON.stringify(answer.stdout ?? '')})
process.stderr.write(${JSON.stringify(answer.stderr ?? '')})
process.exitCode = ${answer.exit}
`,
  )
  chmodSync(file, 0o755)
}

interface Seen {
  argv: string[]
  cwd: string
  env: Record<string, string>
  files: string[]
  /** Of the one file that it was given. */
  text: string
}

function scene() {
  const scratch = scratchFolder()
  const [bin, workspace, temp] = ['bin', 'workspace', 'temp'].map((name) => join(scratch.path, name)) as [
    string,
    string,
    string,
  ]
  for (const folder of [bin, workspace, temp]) mkdirSync(folder)
  return {
    bin,
    workspace,
    temp,
    find: (path: string, env: Record<string, string> = {}, seconds = 30) =>
      findValidators({
        env: { PATH: path, ...env },
        workspaceRoot: workspace,
        scratch: temp,
        until: Date.now() + seconds * 1_000,
        signal: new AbortController().signal,
      }),
    seen: (name: string): Seen => JSON.parse(readFileSync(join(bin, `${name}.seen`), 'utf8')),
    [Symbol.dispose]: () => scratch[Symbol.dispose](),
  }
}

const source = (text: string) => ({ file: 'some/file', text })

test('without the programs nothing is asked, and that is said', async () => {
  using place = scene()
  const validators = place.find('')
  expect(validators.skipped().map(({ part }) => part)).toEqual(['promtool', 'flyctl config validate'])
  expect(await validators.check('rules', source('groups: 1'))).toEqual([])
})

test('what promtool refuses is told at its lines', async () => {
  using place = scene()
  program(place.bin, 'promtool', {
    exit: 1,
    stdout: 'Checking rules.yml\n',
    stderr:
      '  FAILED:\nrules.yml: 5:15: group "g", rule 1, "TargetDown": could not parse expression: unexpected "="\nrules.yml: yaml: unmarshal errors:\n  line 4: cannot unmarshal !!seq into string\n',
  })
  const { check } = place.find(place.bin)
  expect(await check('rules', source('groups: []'))).toEqual([
    {
      code: 'prometheus/promtool',
      severity: 'error',
      at: { file: 'some/file', line: 5, column: 15 },
      message:
        'promtool refuses it: group "g", rule 1, "TargetDown": could not parse expression: unexpected "="',
      hint: 'Correct the file: Prometheus does not load it.',
    },
    expect.objectContaining({
      at: { file: 'some/file', line: 4, column: 1 },
      message: 'promtool refuses it: cannot unmarshal !!seq into string',
    }),
  ])
  expect(place.seen('promtool').argv).toEqual(['check', 'rules', '--lint=none', 'rules.yml'])
})

const UNKNOWN = {
  exit: 1,
  stderr: 'rules.yml: yaml: unmarshal errors:\n  line 6: field later not found in type rulefmt.Rule\n',
}

test('a key that promtool does not know is an error', async () => {
  using place = scene()
  program(place.bin, 'promtool', { ...UNKNOWN, version: 'promtool, version 3.14.0 (branch: HEAD)' })
  const { check } = place.find(place.bin)
  expect(await check('rules', source('groups: []'))).toEqual([
    expect.objectContaining({
      at: { file: 'some/file', line: 6, column: 1 },
      message: 'promtool refuses it: field later not found in type rulefmt.Rule',
    }),
  ])
})

test('an older promtool may not know what is right: that it did not check keys is said', async () => {
  using place = scene()
  program(place.bin, 'promtool', { ...UNKNOWN, version: 'promtool, version 2.42.0+ds (branch: debian)' })
  const { check, skipped } = place.find(place.bin)
  expect(await check('rules', source('groups: []'))).toEqual([])
  expect(skipped()).toContainEqual({
    part: 'promtool: some/file',
    why: 'It is older than Prometheus 3, and may not know keys that are right.',
    set: 'promtool of Prometheus 3 on PATH',
  })
})

test('a promtool that states no version is old only if it refuses what Prometheus 3 accepts', async () => {
  using place = scene()
  const version = 'promtool, version  (branch: , revision: unknown)'
  program(place.bin, 'promtool', { ...UNKNOWN, version, acceptsConfig: true })
  const current = await place.find(place.bin)
  expect(await current.check('rules', source('groups: []'))).toHaveLength(1)
  program(place.bin, 'promtool', { ...UNKNOWN, version })
  const old = await place.find(place.bin)
  expect(await old.check('rules', source('groups: []'))).toEqual([])
  expect(old.skipped()).toContainEqual(expect.objectContaining({ part: 'promtool: some/file' }))
})

const REAL = process.env.PROMTOOL_3
const ifReal = REAL ? test : test.skip
ifReal('a real promtool of Prometheus 3 accepts the key by which it is known', async () => {
  using place = scene()
  symlinkSync(REAL ?? '', join(place.bin, 'promtool'))
  const { check, skipped } = await place.find(place.bin)
  expect(await check('rules', source('groups: [{ name: a, later: 1, rules: [] }]'))).toHaveLength(1)
  expect(skipped().map(({ part }) => part)).toEqual(['flyctl config validate'])
})

test('a configuration is checked by itself: no rule files, no passwords', async () => {
  using place = scene()
  program(place.bin, 'promtool', { exit: 0 })
  const { check } = place.find(place.bin)
  expect(await check('prometheus', source('scrape_configs: []'))).toEqual([])
  expect(place.seen('promtool').argv).toContain('--syntax-only')
})

test('what flyctl refuses, and the keys that it does not know', async () => {
  using place = scene()
  program(place.bin, 'flyctl', {
    exit: 1,
    stdout:
      "Validating fly.toml\nCheck 'x' interval is too short: 1s, minimum is 2 seconds\n\n   \x1b[31m✘\x1b[0minvalid app configuration\n\n\nStrict validation found unrecognised sections or keys:\n  - prometheus\n  - services[0].script_checks\n\n\n",
    stderr: 'Error: App configuration is not valid\n',
  })
  const { check } = place.find(place.bin)
  const found = await check('fly', source('app = "a"'))
  expect(found.map(({ code, severity, message }) => `${severity} ${code} ${message}`)).toEqual([
    "error fly/flyctl flyctl refuses it: Check 'x' interval is too short: 1s, minimum is 2 seconds",
    'warning fly/unknown-key flyctl does not know `prometheus`.',
    'warning fly/unknown-key flyctl does not know `services.script_checks`.',
  ])
})

test('a program sees a copy of one file in a folder of its own, and no credential', async () => {
  using place = scene()
  for (const name of ['promtool', 'flyctl']) program(place.bin, name, { exit: 0 })
  const secrets = {
    FLY_API_TOKEN: 'fm2_secret',
    FLY_ACCESS_TOKEN: 'fm2_other',
    GRAFANA_API_KEY: 'glsa_secret',
    'INPUT_FLY-API-TOKEN': 'fm2_secret',
    HOME: '/home/me',
  }
  const { check } = place.find(place.bin, secrets)
  await check('fly', source('app = "a"'))
  await check('rules', source('groups: []'))
  for (const name of ['promtool', 'flyctl']) {
    const { cwd, env, files } = place.seen(name)
    expect(cwd.startsWith(place.temp)).toBe(true)
    expect(files).toHaveLength(1)
    expect(JSON.stringify(env)).not.toMatch(/secret|other|\/home\/me/)
    expect(env.FLY_API_BASE_URL).toBe('http://127.0.0.1:9')
  }
  expect(readdirSync(place.temp)).toEqual([])
})

test.each([
  ['a machine configuration', 'machine_config = "/etc/passwd.json"', 'machine_config'],
  [
    'one that names files itself',
    'machine_config = \'{"files":[{"local_path":"/etc/passwd"}]}\'',
    'machine_config',
  ],
  ['an experimental one', 'experimental.machine_config = "/etc/passwd"', 'experimental.machine_config'],
  ['a file', '[[files]]\nguest_path = "/x"\nlocal_path = "/etc/passwd"', 'files.local_path'],
  ['a compose file', '[build.compose]\nfile = "/etc/passwd"', 'build.compose'],
  ['an inline one', 'build = { compose = { file = "/dev/zero" } }', 'build.compose'],
  ['a dotted one', 'build.compose.file = "/dev/zero"', 'build.compose'],
  ['an escaped one', '["b\\u0075ild"."compose"]\nfile = "/dev/zero"', 'build.compose'],
  ['one in other letters, which Go takes too', '["Build"."CompoſE"]\nfile = "/dev/zero"', 'build.compose'],
])('flyctl is not given what makes it open others: %s', async (_, text, left) => {
  using place = scene()
  program(place.bin, 'flyctl', { exit: 0 })
  const { check, skipped } = place.find(place.bin)
  expect(await check('fly', source(`app = "a"\nkill_timeout = 5.0\n${text}\n`))).toEqual([])
  const given = place.seen('flyctl').text
  expect(given).not.toMatch(/\/etc|\/dev/)
  expect(given).toContain('app = "a"\nkill_timeout = 5.0\n')
  expect(skipped()).toContainEqual({
    part: 'flyctl config validate: some/file',
    why: `Checked without \`${left}\`: flyctl would open the files that these keys name.`,
    set: 'nothing: a deploy checks it',
  })
})

test('the rest of a file is given as it was read', async () => {
  using place = scene()
  program(place.bin, 'flyctl', { exit: 0 })
  const { check, skipped } = place.find(place.bin)
  const text = 'app = "a"\n\n[env]\ncompose = "x"\n\n[processes]\nfiles = "run"\n'
  await check('fly', source(text))
  expect(place.seen('flyctl').text).toBe(text)
  expect(skipped().map(({ part }) => part)).toEqual(['promtool'])
})

/** What a program does instead of answering. */
test.each([
  [
    'takes all memory',
    'const all = []; for (;;) all.push(Buffer.alloc(2 ** 27, 1))',
    'needed too much memory',
  ],
  ['is killed', "process.kill(process.pid, 'SIGKILL')", 'ended without an answer'],
  ['does not end', "process.on('SIGINT', () => {}); setTimeout(() => {}, 5000)", 'did not end within 2 s'],
])(
  'of a file over which a program %s, it is said that it was not checked',
  async (_, script, why) => {
    using place = scene()
    const file = join(place.bin, 'promtool')
    writeFileSync(file, `#!${process.execPath}\ntry { ${script} } catch { process.exit(2) }\n`)
    chmodSync(file, 0o755)
    const { check, skipped } = place.find(place.bin, {}, 2)
    expect(await check('rules', source('groups: []'))).toEqual([])
    expect(skipped().find(({ part }) => part === 'promtool: some/file')?.why).toContain(why)
  },
  60_000,
)

test('after the time is up no program is asked', async () => {
  using place = scene()
  program(place.bin, 'promtool', { exit: 1, stderr: 'FAILED: rules.yml: 1:1: never' })
  const { check, skipped } = place.find(place.bin, {}, 0)
  expect(await check('rules', source('groups: []'))).toEqual([])
  expect(existsSync(join(place.bin, 'promtool.seen'))).toBe(false)
  expect(skipped().map(({ why }) => why)).toContain('The time was up.')
})

test('a program of the workspace is never started, by whatever path', async () => {
  using place = scene()
  program(place.workspace, 'promtool', { exit: 1, stderr: 'FAILED: owned' })
  symlinkSync(join(place.workspace, 'promtool'), join(place.bin, 'promtool'))
  symlinkSync(place.workspace, join(place.temp, 'way'))
  for (const path of [
    place.workspace,
    place.bin,
    join(place.temp, 'way'),
    '.',
    ['', place.workspace].join(delimiter),
  ]) {
    const { check } = place.find(path)
    expect(await check('rules', source('groups: []'))).toEqual([])
  }
  expect(existsSync(join(place.workspace, 'promtool.seen'))).toBe(false)
})

test('of a file in which a program finds faults without end, the first ones are told', async () => {
  using place = scene()
  const many = (line: string) => Array.from({ length: 50_000 }, (_, i) => `${line}${i}\n`).join('')
  program(place.bin, 'promtool', { exit: 1, stdout: many('  FAILED: rules.yml: group "a", rule ') })
  program(place.bin, 'flyctl', { exit: 1, stderr: `Strict validation found\n${many('- key')}` })
  const validators = place.find(place.bin)
  const rules = await validators.check('rules', source('groups: []'))
  expect(rules[0]?.message).toContain('group "a", rule 0')
  expect(rules.length).toBeLessThan(5_000)
  const keys = await validators.check('fly', source('app = "a"'))
  expect(keys[0]?.message).toContain('key0')
  expect(keys.length).toBeLessThan(20_000)
})
