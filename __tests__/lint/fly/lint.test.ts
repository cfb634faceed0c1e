import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parseConfig } from '../../../src/config/load.ts'
import { presetConfig } from '../../../src/config/preset.ts'
import { readToml } from '../../../src/formats/toml.ts'
import { goDuration, goSize } from '../../../src/lint/fly/go.ts'
import { lintFlyToml } from '../../../src/lint/fly/lint.ts'
import { looksSecret } from '../../../src/lint/secrets.ts'
import { fc } from '../../support/property.ts'

const { services } = parseConfig(presetConfig({}))
const lint = (text: string, role: 'app' | 'monitoring' = 'app') =>
  lintFlyToml(text, 'fly.toml', {
    app: role === 'app' ? 'fechatter' : 'fechatter-monitoring',
    services,
    role,
  })
/** The same, for an app that this action deploys. */
const ofOurs = (text: string) =>
  lintFlyToml(text, 'fly.toml', { app: 'fechatter', services, role: 'app', ours: true }).map(
    ({ code }) => code,
  )
const told = (text: string, role?: 'monitoring') =>
  lint(text, role).map(({ severity, code, at }) => `${at?.line}:${at?.column} ${severity} ${code}`)

const REAL = join(import.meta.dirname, '../../../../shared/fixtures/fechatter')
const real = existsSync(REAL)
  ? test
  : (name: string, run: () => void) => test.skip(`${name} (its files are not in this clone)`, run)

real("Fechatter's own fly.toml: exactly the two errors that flyctl has, and every trap", () => {
  const text = readFileSync(join(REAL, 'fly.toml'), 'utf8')
  expect(told(text)).toEqual([
    '2:1 warning fly/app-name',
    '23:1 warning fly/secret-in-env',
    '33:1 error fly/service-processes',
    '36:1 warning fly/scale-to-zero',
    '58:1 warning fly/check-limits',
    '116:1 warning fly/metrics-coverage',
    '121:1 error fly/check-type',
  ])
  const corrected = text
    .replace('[checks.health]', '[checks.health]\ntype = "http"')
    .replace('[http_service]', '[http_service]\nprocesses = ["app"]')
  expect(told(corrected).filter((line) => line.includes('error'))).toEqual([])
  // Windows line ends change nothing.
  expect(told(text.replaceAll('\n', '\r\n'))).toEqual(told(text))
})

real("Fechatter's own fly.monitoring.toml is valid, with unknown keys and too little room", () => {
  expect(told(readFileSync(join(REAL, 'fly.monitoring.toml'), 'utf8'), 'monitoring')).toEqual([
    '1:1 warning fly/memory',
    '11:3 warning fly/retention-size',
    '15:3 warning fly/unknown-key',
    '18:1 warning fly/volume-size',
    '25:3 warning fly/open-prometheus',
  ])
})

/** What flyctl v0.4.88 says about one section; `[http_service]` and a check stand before it. */
test.each<[string, 'accepted' | 'refused' | 'left to flyctl']>([
  ['app = "chat"', 'accepted'],
  ['app = 3', 'refused'],
  ['kill_timeout = 5', 'accepted'],
  ['kill_timeout = "5s"', 'accepted'],
  ['kill_timeout = "5 s"', 'refused'],
  ['kill_timeout = ["app"]', 'accepted'],
  ['swap_size_mb = 512.0', 'accepted'],
  ['swap_size_mb = 512.5', 'refused'],
  ['[env]\nA = nan\nB = 1979-05-27\nC = [1]', 'accepted'],
  ['env = "A"', 'refused'],
  ['[restart]\npolicy = "always"', 'refused'],
  ['[[restart]]\npolicy = "always"', 'accepted'],
  ['[mounts]\nsource = "a"\ninitial_size = 10', 'accepted'],
  ['[mounts]\ninitial_size = "500mb"', 'left to flyctl'],
  ['[mounts]\ninitial_size = "1gib"', 'accepted'],
  ['[mounts]\nauto_extend_size_threshold = 80', 'left to flyctl'],
  ['[mounts]\nauto_extend_size_threshold = 80\nauto_extend_size_increment = "1gb"', 'accepted'],
  ['[services]\ninternal_port = "80"\nconcurrency = "20,25"', 'accepted'],
  ['[services]\nconcurrency = "20"', 'refused'],
  ['[services]\nauto_stop_machines = "maybe"', 'refused'],
  ['[services]\nprocesses = ["app"]', 'accepted'],
  ['[services]\nprocesses = ["web"]', 'left to flyctl'],
  ['[[services.http_checks]]\nheaders = [{ name = "a", value = "b" }]', 'accepted'],
  ['[[services.http_checks]]\nheaders = [{ value = "b" }]', 'refused'],
  ['[checks.a]\ntype = "udp"', 'refused'],
  ['[checks.a]\ntype = "tcp"\nport = 1\ninterval = "1s"', 'left to flyctl'],
  ['[checks.a]\ntype = "tcp"\nport = 1\ninterval = 1500', 'left to flyctl'],
  ['[checks.a]\ntype = "tcp"\nport = 1\ntimeout = "1m1s"', 'left to flyctl'],
  ['[processes]\napp = "run \'it"', 'left to flyctl'],
  ['[build]\ncompression_level = 10', 'left to flyctl'],
  ['[experimental]\ncmd = "a"\nkill_timeout = "x"', 'refused'],
  ['[experimental]\nprivate_network = true', 'accepted'],
  ['[deploy]\nstrategy = "canary"', 'accepted'],
  ['[[statics]]\nguest_path = "/a"\nurl_prefix = "/b"', 'accepted'],
  ['[statics]\nguest_path = "/a"', 'left to flyctl'],
])('%j: %s', (text, verdict) => {
  const errors = lint(`${text}\n`).filter(({ severity }) => severity === 'error')
  expect(errors.length > 0).toBe(verdict === 'refused')
})

test('durations and sizes are those of Go', () => {
  expect(['1h30m', '1.5s', '.5ms', '0', '-2s', '1µs'].map(goDuration)).toEqual([
    5_400_000, 1500, 0.5, 0, -2000, 0.001,
  ])
  expect(['', '5', '1d', '5 s', 's', '1h-2m'].map(goDuration)).toEqual(Array(6).fill(undefined))
  expect(['10', '10gb', '10 GB', '1gib', '1.5t', '999mb'].map((text) => goSize(text, 'GB'))).toEqual([
    10, 10, 10, 1, 1500, 0,
  ])
  expect(['', 'gb', '10xb', '10 parsecs'].map((text) => goSize(text, 'GB'))).toEqual(Array(4).fill(undefined))
  expect(goSize('1gb', 'MiB')).toBe(1024)
})

test('a long number takes no time', () => {
  const digits = '1'.repeat(300_000)
  expect([goDuration(digits), goSize(`${digits}x`, 'GB')]).toEqual([undefined, undefined])
  expect(looksSecret('X', 'a'.repeat(1_000_000))).toBe(false)
})

test.each<[string, string, boolean]>([
  ['FLY_API_TOKEN', 'FlyV1 fm2_lJPECAAAAAAAAABCDEFGHIJKLMNOPQRSTUVWXYZ', true],
  ['X', 'fo1_abcdefghijklmnopqrstuvwxyz', true],
  ['STRIPE', `sk_live_${'a1'.repeat(12)}`, true],
  ['BOT', `123456789:AA${'bC3'.repeat(12)}`, true],
  ['DATABASE_URL', 'postgres://chat:hunter2@db.internal/chat', true],
  ['SESSION_SECRET', 'correct horse battery staple', true],
  ['adminPassword', 'hunter2', true],
  ['SUPABASE_SERVICE_ROLE_KEY', 'eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYSJ9.abcdefghijkl', true],
  ['NEXT_PUBLIC_API_KEY', 'AIzaSyA-1234567890abcdefghijklmnopqrs', false],
  ['FIREBASE_API_KEY', 'AIzaSyA-1234567890abcdefghijklmnopqrs', false],
  ['VITE_SUPABASE_KEY', 'eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYW5vbiJ9.abcdefghijkl', false],
  ['SUPABASE_ANON_KEY', 'eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYW5vbiJ9.abcdefghijkl', false],
  ['CLERK_PUBLISHABLE_KEY', 'pk_live_abcdefghijklmnop', false],
  ['VAPID_PUBLIC_KEY', 'BEl62iUYgUivxIkv69yViEuiBIa', false],
  ['SENTRY_DSN', 'https://0123456789abcdef@o1.ingest.sentry.io/1', false],
  ['MAX_TOKEN', '4096', false],
  ['JWT_ACCESS_TOKEN', '15m', false],
  ['API_TOKEN', 'your-api-token-here', false],
  ['OPENAI_API_KEY', 'sk-xxxxxxxxxxxxxxxxxxxxxxxx', false],
  ['DB_PASSWORD', 'DATABASE_PASSWORD', false],
  ['DB_PASSWORD', 'op://vault/db/password', false],
  ['SECRET', '/run/secrets/app', false],
  ['SECRET_KEY', 'ci-test-secret-key-not-for-production', false],
  ['METRICS_TOKEN', 'dev-only-metrics-token', false],
  ['API_TOKEN', 'test-api-token', false],
  ['REQUIRED_SECRETS', 'FLY_API_TOKEN,RESTIC_PASSWORD', false],
  ['JWT_SECRET', 'anything-testing-only', false],
  ['API_TOKEN', 'contest-api-token', true],
  ['AUTH_TOKEN', 'https://auth.example/token', false],
  ['PASSWORD_MIN_LENGTH', '12', false],
  ['APP_PASSWORD', '{YOUR_PASSWORD}', false],
  ['APP_PASSWORD', '__PASSWORD__', false],
  ['CREDENTIALS', '{"type":"service_account","id":"1"}', true],
  ['AWS_SECRET', 'arn:aws:secretsmanager:eu:1:secret:x', false],
])('%s = %s: a secret is %s', (name, value, expected) => {
  expect(looksSecret(name, value)).toBe(expected)
})

test('a comment does not protect Prometheus, its command does', () => {
  const open = '[[services]]\ninternal_port = 9090\n[[services.ports]]\nport = 443\n'
  const isOpen = (more: string) =>
    lintFlyToml(`${more}\n${open}`, 'f.toml', { app: 'mon', role: 'monitoring', services: [] }).some(
      ({ code }) => code === 'fly/open-prometheus',
    )
  expect(isOpen('')).toBe(true)
  expect(isOpen('# TODO: web-config, PROMETHEUS_ACCESS')).toBe(true)
  expect(isOpen('[env]\nPROMETHEUS_ACCESS = "password"')).toBe(false)
  expect(isOpen('[experimental]\ncmd = ["--web.config.file=/etc/web.yml"]')).toBe(false)
  expect(isOpen('[processes]\napp = "prometheus --web.config.file=/etc/web.yml"')).toBe(false)
  const build = {
    file: 'mon/Dockerfile',
    text: 'FROM alpine\nCOPY mon/start.sh /app/start.sh\nCMD /app/start.sh\n',
  }
  const isOpenWith = (script: string) =>
    lintFlyToml(open, 'mon/fly.toml', {
      app: 'mon',
      role: 'monitoring',
      services: [],
      build,
      textOf: (path) => ({ [build.file]: build.text, 'mon/start.sh': script })[path],
    }).some(({ code }) => code === 'fly/open-prometheus')
  expect(isOpenWith('exec prometheus \\\n  --web.config.file=/run/web.yml\n')).toBe(false)
  expect(isOpenWith('# --web.config.file=/run/web.yml\nexec prometheus\n')).toBe(true)
  expect(isOpen(`[${Array(150).fill('a').join('.')}]`)).toBe(true)
})

test('secrets are distinguished from placeholders and empty values', () => {
  const secret: [string, string][] = [
    ['DB_PASSWORD', 'hunter2'],
    ['API_KEY', 'abc'],
    ['URL', 'redis://:pw@host:6379'],
    ['X', `glsa_${'a'.repeat(20)}`],
    ['KEY', '-----BEGIN PRIVATE KEY-----'],
  ]
  const open: [string, string][] = [
    ['DB_PASSWORD', ''],
    ['DB_PASSWORD', `\${DB_PASSWORD}`],
    ['PASSWORD_FILE', '/run/secrets/x'],
    ['TOKEN_TTL', '3600'],
    ['MAX_TOKENS', '4096'],
    ['URL', 'redis://host:6379'],
    ['URL', 'https://user@host/path'],
    ['PASSWORD_MIN_LENGTH', '8'],
    ['SECRET', 'changeme'],
  ]
  expect(secret.filter(([name, value]) => !looksSecret(name, value))).toEqual([])
  expect(open.filter(([name, value]) => looksSecret(name, value))).toEqual([])
})

/** Lines of TOML that are often right. */
const lines = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '[a]',
        '[[a]]',
        '[a.b]',
        '[[services]]',
        '[[services.ports]]',
        '[checks.x]',
        '[processes]',
        '__proto__ = 1',
      ),
      fc.constantFrom(
        'a = 1',
        'a.b = "x"',
        'processes = ["app"]',
        'type = "tcp"',
        'a = {b = [1, {c = 2}]}',
        '"" = 1',
        'constructor.x = 1',
      ),
      fc
        .tuple(fc.constantFrom('app', 'env', 'services', 'mounts', 'checks', 'http_service'), fc.json())
        .map(([key, value]) => `${key} = ${value}`),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 25 },
  )
  .map((all) => all.join('\n'))

test('whatever the file holds, there are findings at places of it and nothing else', () => {
  fc.assert(
    fc.property(lines, (text) => {
      const rows = text.split('\n').length
      for (const { at } of lint(text)) {
        expect(at?.line).toBeGreaterThanOrEqual(1)
        expect(at?.line).toBeLessThanOrEqual(rows)
        expect(at?.column).toBeGreaterThanOrEqual(1)
      }
      expect(({} as Record<string, unknown>).x).toBeUndefined()
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['a duplicate key', 'app = "a"\napp = "b"\n', '2:1 error fly/syntax'],
  ['a table that is there twice', '[env]\n[env]\n', '2:2 error fly/syntax'],
  ['a byte order mark, which flyctl refuses too', '\uFEFFapp = "fechatter"\n', '1:1 error fly/syntax'],
  ['deep nesting', `a = ${'['.repeat(20_000)}`, '1:20005 error fly/syntax'],
  ['deep tables', `[${'a.'.repeat(5_000)}a]\n`, '1:1 error fly/syntax'],
])('%s is one clear finding', (_, text, first) => {
  expect(told(text)).toContain(first)
})

test('keys of prototypes are keys like any others', () => {
  const read = readToml('__proto__.polluted = 1\n[constructor]\nx = 2\n')
  expect(read).toMatchObject({ ok: true })
  if (read.ok) expect([...read.table.entries.keys()]).toEqual(['__proto__', 'constructor'])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

const keyHints = (build: string, dockerfile?: string) =>
  lintFlyToml(`app = "chat"\n[build]\n${build}\n`, 'fly.toml', {
    ...{ app: 'chat', role: 'app', services: [] },
    build: dockerfile === undefined ? undefined : { file: 'api/Dockerfile', text: dockerfile },
  }).flatMap(({ code, hint }) => (code === 'fly/unknown-key' ? hint : []))

test('a key without the name of its section is recognized', () => {
  for (const dockerfile of [undefined, 'FROM node AS Web\n', 'FROM node AS web\nFROM scratch\n'])
    expect(keyHints('target = "web"', dockerfile)).toEqual(['Did you mean "build-target"?'])
  expect(keyHints('target = "0"', 'FROM node\n')).toEqual(['Did you mean "build-target"?'])
})

test('the right name of a key is no hint where it would make a build fail: the Dockerfile has no such stage', () => {
  const stages = 'FROM node AS builder\nFROM node AS web_final\n'
  const hint = 'api/Dockerfile has no stage "web": as `build-target`, it would make the build fail.'
  for (const key of ['target', 'build-targe'])
    expect(keyHints(`${key} = "web"`, stages)).toEqual([
      `Remove it, or set \`build-target\` to one of its stages: builder, web_final. ${hint}`,
    ])
  expect(keyHints('target = "web"', 'FROM node\n')).toEqual([`Remove it. ${hint}`])
  expect(keyHints('dockerfil = "web"', stages)).toEqual(['Did you mean "dockerfile"?'])
})

test('a key of the file itself that is in a table belongs to the top, and is not another key of that table', () => {
  const hints = lint('app = "chat"\n[deploy]\nkill_timeout = "60s"\n').flatMap(({ code, hint }) =>
    code === 'fly/unknown-key' ? hint : [],
  )
  expect(hints).toEqual([expect.stringContaining('Move it to the top of the file')])
})

test('keys that older versions of flyctl wrote, and that it accepts with --strict, are not reported', () => {
  const found = (keys: string) =>
    lint(`app = "chat"
[[services]]
internal_port = 8080
${keys}
[[services.ports]]
port = 443
[[services.tcp_checks]]
interval = "15s"
restart_limit = 0
[[services.http_checks]]
interval = "15s"
restart_limit = 6
`).flatMap(({ code, message }) => (code === 'fly/unknown-key' ? message : []))
  expect(found('script_checks = []')).toEqual([])
  // A check that never runs is a loss.
  expect(found('[[services.script_checks]]\ncommand = "true"')).toEqual([
    'flyctl does not know `services.script_checks`.',
  ])
})

test('the size of a volume concerns Prometheus only: other apps often need no more than the default', () => {
  const text = 'app = "fechatter"\n[[mounts]]\nsource = "data"\ndestination = "/data"\n'
  expect(ofOurs(text)).not.toContain('fly/volume-size')
  expect(told(text).join()).not.toContain('fly/volume-size')
})

test('keys that belong to the top of the file have one and the same thing to do: they become one line', () => {
  const found = lintFlyToml(
    'app = "chat"\n[[vm]]\nkill_signal = "SIGTERM"\nkill_timeout = "10s"\n',
    'fly.toml',
    {
      app: 'chat',
      services: [],
    },
  ).filter(({ code }) => code === 'fly/unknown-key')
  expect(found.map(({ message }) => message)).toEqual([
    'flyctl does not know `vm.kill_signal`.',
    'flyctl does not know `vm.kill_timeout`.',
  ])
  expect(new Set(found.map(({ hint }) => hint)).size).toBe(1)
})

/** The ports that the command has and the service has not. */
function startedPorts(fly: string, dockerfile?: string): string[] {
  const build = dockerfile === undefined ? {} : { build: { file: 'Dockerfile', text: dockerfile } }
  return lintFlyToml(`app = "chat"\n${fly}`, 'fly.toml', { app: 'chat', services: [], ...build }).flatMap(
    ({ code, message }) => (code === 'fly/started-port' ? [message] : []),
  )
}
const SITE = '[http_service]\ninternal_port = 8080\n'
const image = (command: string, more = '') => `FROM debian:12\n${more}\nCMD ${command}\n`

test.each([
  [
    'a known server',
    SITE,
    image('["gunicorn", "-b", "0.0.0.0:8000", "app:app"]'),
    'CMD in Dockerfile:3',
    8000,
  ],
  ['a server of files', SITE, image('["serve", "-s", "dist", "-l", "3000"]'), 'CMD in Dockerfile:3', 3000],
  [
    'what runs after a step',
    SITE,
    image('sh -c "alembic upgrade head && uvicorn a:b --port=8000"'),
    'CMD in Dockerfile:3',
    8000,
  ],
  [
    'a program with its address',
    SITE,
    image('/chat --host 0.0.0.0 --port 3100'),
    'CMD in Dockerfile:3',
    3100,
  ],
  [
    'arguments of the entry point',
    `${SITE}[env]\nPORT = "8080"\n`,
    image('["--port", "3100"]', 'ENTRYPOINT ["/chat"]\nEXPOSE 3100/tcp'),
    'CMD in Dockerfile:4',
    3100,
  ],
  [
    'a process group',
    `[processes]\nweb = "next start -p 3000"\njobs = "jobs --port 9000"\n${SITE}processes = ["web"]\n`,
    undefined,
    'web',
    3000,
  ],
])('a server is started on another port than Fly asks: %s', (_, fly, dockerfile, where, port) => {
  expect(startedPorts(fly, dockerfile)).toEqual([
    `${where} starts the server on port ${port}, and [http_service] sends requests to port 8080.`,
  ])
})

test.each([
  ['the same port', SITE, image('uvicorn a:b --port 8080')],
  ['a variable', SITE, image('sh -c "uvicorn a:b --port ${PORT:-8000}"')],
  ['several ports', SITE, image('/chat --host :: --port 9000 --grpc-port 9001')],
  ['the port of something else', SITE, image('/chat --db-host db --port 5432')],
  ['a program behind a script', SITE, image('["/docker-entrypoint.sh", "uvicorn", "a:b", "--port", "8000"]')],
  ['a server beside another one', SITE, image('sh -c "uvicorn a:b --port 8000 & ./front"')],
  ['a port that the Dockerfile names', SITE, image('uvicorn a:b --port 8000', 'EXPOSE 8080 8000')],
  ['a port of another variable', `${SITE}[env]\nFRONT_PORT = "8080"\n`, image('uvicorn a:b --port 8000')],
  [
    'a port that another service asks',
    `${SITE}[[services]]\ninternal_port = 8000\n`,
    image('uvicorn a:b --port 8000'),
  ],
  ['the port of a check', `${SITE}[checks.a]\ntype = "tcp"\nport = 8000\n`, image('uvicorn a:b --port 8000')],
  [
    'another process group',
    `[processes]\nweb = "chat"\njobs = "flower --host :: --port 5555"\n${SITE}processes = ["web"]\n`,
    undefined,
  ],
  ['no service', '', image('uvicorn a:b --port 8000')],
])('a server may be reached: %s', (_, fly, dockerfile) => {
  expect(startedPorts(fly, dockerfile)).toEqual([])
})

/** The codes of an app that is built with this Dockerfile. */
const codesOf = (fly: string, dockerfile?: string): string[] =>
  lintFlyToml(`app = "chat"\n${fly}`, 'fly.toml', {
    ...{ app: 'chat', services: [] },
    ...(dockerfile !== undefined && { build: { file: 'Dockerfile', text: dockerfile } }),
  }).map(({ code }) => code)

const TWICE = `[env]\nPORT = "9000"\n${SITE}[[services]]\ninternal_port = 8080\n`

test.each<[string, string, string, boolean]>([
  ['two services of one port', TWICE, image('serve'), true],
  ['services of two ports', TWICE.replace(/8080\n$/, '9000\n'), image('serve'), false],
  [
    'the PORT of the image',
    TWICE,
    image('serve', 'ENV A=1 PORT=8080\nEXPOSE 8080\nHEALTHCHECK CMD curl :8080'),
    true,
  ],
  ['a port that only the image names', TWICE, image('serve', 'EXPOSE 8080'), false],
  ['another variable', TWICE, image('serve', 'ENV PORT=8080 HTTP=8080'), false],
  ['the command', TWICE, image('serve -p 8080', 'ENV PORT=8080'), false],
])('PORT in [env], which replaces that of the image: %s', (_, fly, dockerfile, isFound) => {
  expect(codesOf(fly, dockerfile).includes('fly/port-variable')).toBe(isFound)
})

test.each<[string, boolean]>([
  ['# No tcp_checks here: the probe would fill the log.', true],
  ['# Runs without health checks: it only reads a queue.', true],
  ['# Checks are left out on purpose.', true],
  ['# TODO: no health checks yet', false],
  ['# Do not check in secrets.', false],
  ['#   [[http_service.checks]]', false],
])('a comment may say that an app has no checks on purpose: %s', (comment, isMeant) => {
  expect(codesOf(`${SITE}\n  ${comment}\n`).includes('fly/no-checks')).toBe(!isMeant)
})

test('the advice to add a check holds as well for an app that answers nothing', () => {
  const hints = (fly: string) =>
    lint(fly)
      .filter(({ code }) => code === 'fly/no-checks')
      .map(({ hint }) => hint)
  expect(hints(`app = "fechatter"\n${SITE}`)).toEqual([expect.stringContaining('remove [http_service]')])
  expect(hints('app = "fechatter"\n[[services]]\ninternal_port = 1\n')).toEqual([
    expect.stringContaining('remove [[services]]'),
  ])
})

/** What is said about the image of an app that has a service. */
const brokenImages = (dockerfile: string, fly = '') =>
  lintFlyToml(`${fly}${SITE}`, 'fly.toml', {
    app: 'chat',
    services: [],
    build: { file: 'Dockerfile', text: dockerfile },
  }).flatMap(({ code, message }) => (code === 'fly/broken-image' ? message : []))

test.each([
  ['COPY a.json ./ 2>/dev/null || true', 'Dockerfile:2 has "2>/dev/null" after COPY'],
  ['ADD a.json ./ || :', 'Dockerfile:2 has "||" after ADD'],
])('a shell is not asked about what is copied: %s', (copy, said) => {
  const [message, ...more] = brokenImages(`FROM node:22\n${copy}\nCMD ["node"]\n`)
  expect(message).toContain(said)
  expect(more).toEqual([])
})

test.each([
  ['FROM node:22-alpine\nENV A=1\n', '"node:22-alpine" starts no server'],
  ['FROM docker.io/library/golang AS build\nFROM scratch\nCOPY --from=build /a /a\n', '"scratch" starts no'],
])('an image without a command starts nothing: %s', (dockerfile, said) => {
  expect(brokenImages(dockerfile).join()).toContain(said)
  expect(brokenImages(dockerfile, '[processes]\napp = "/a"\n')).toEqual([])
  expect(brokenImages(dockerfile, '[build]\nbuild-target = "build"\n')).toEqual([])
})

test.each([
  ['a server', 'FROM nginx\nCOPY a /usr/share/nginx/html\n'],
  ['the image of a team', 'FROM shop/node:22\n'],
  ['a command of an earlier stage', 'FROM node:22 AS base\nCMD ["node", "a.js"]\nFROM base\nRUN true\n'],
  ['a stage that a deploy may choose', 'FROM node:22 AS live\nCMD ["node", "a.js"]\nFROM node:22 AS dev\n'],
  ['a here-document', 'FROM node:22\nCOPY <<EOF /a.js\nEOF\nCMD ["node", "/a.js"]\n'],
])('an image may start a server: %s', (_, dockerfile) => {
  expect(brokenImages(dockerfile)).toEqual([])
})
