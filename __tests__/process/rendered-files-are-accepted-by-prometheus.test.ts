import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { compareSync } from 'bcryptjs'
import { parse as parseToml } from 'smol-toml'
import { parse } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { presetConfig } from '../../src/config/preset.ts'
import { renderMonitoring } from '../../src/desired/monitoring-app.ts'
import { scratchFolder } from '../support/scratch.ts'

const REMOTE_WRITE = { url: 'https://prom.example/api/prom/push', user: "o'brien: 1", key: 'k"#\'$1' }
const RULES = 'groups:\n  - name: all\n    rules:\n      - { alert: Down, expr: up == 0 }\n'

/** Every setting of a scrape job that a service may have of its own. */
const SCRAPE_OPTIONS = {
  scheme: 'https',
  tls_config: { server_name: 'analytics.internal', insecure_skip_verify: true },
  labels: { team: "o'hara: $1", tier: 'true' },
  scrape_interval: '30s',
  scrape_timeout: '12s',
  sample_limit: 700,
  keep: ['http_.*', 'analytics_.+'],
  drop: ['http_debug_\\d+'],
}

const DATABASE = {
  name: 'db',
  discovery: 'static',
  addresses: ['db.example.com:9187', '[2001:db8::1]:9100'],
  scheme: 'https',
  basic_auth: { username: "o'brien", password_env: 'DB_PASSWORD' },
}

const SCRAPES = new Map([
  ['BOT_TOKEN', 't0k3n: #1'],
  ['DB_PASSWORD', 'pass"word'],
])

interface Options {
  version: '2.42' | '3.13'
  access: 'password' | 'public'
  remoteWrite: boolean
  rules: boolean
  interval: string
}

function render(options: Options, token = 'FlyV1 fm2_token', password?: string) {
  const base = presetConfig({}) as { monitoring: object; services: object[] }
  const config = parseConfig({
    ...base,
    monitoring: {
      ...base.monitoring,
      access: options.access,
      scrape_interval: options.interval,
      ...(options.version === '2.42' && { image: 'registry.fly.io/mon:v2.42.0' }),
    },
    services: [...base.services, DATABASE].map((service, i) =>
      i === 1
        ? { ...service, process: 'notify', path: '/internal/metrics?x=1' }
        : i === 2
          ? { ...service, ...SCRAPE_OPTIONS }
          : i === 3
            ? { ...service, authorization: { credentials_env: 'BOT_TOKEN' } }
            : service,
    ),
  })
  const secrets = {
    flyToken: token,
    password,
    remoteWrite: options.remoteWrite ? REMOTE_WRITE : undefined,
    receivers: {},
    scrapes: SCRAPES,
  }
  return renderMonitoring(config, secrets, { rules: options.rules ? RULES : '', own: [] })
}

/** The file as promtool would find it on the machine: every file that it names is there. */
function promtool(program: string, app: ReturnType<typeof render>) {
  using folder = scratchFolder()
  const here = (text: string) => text.replaceAll('/etc/prometheus/', `${folder.path}/`)
  for (const file of app.files) writeFileSync(here(file.guestPath), here(file.content))
  const guests = parseToml(app.flyToml).files as { guest_path: string; secret_name?: string }[]
  for (const guest of guests)
    if (guest.secret_name) {
      mkdirSync(dirname(here(guest.guest_path)), { recursive: true })
      writeFileSync(
        here(guest.guest_path),
        app.secrets.find((s) => s.name === guest.secret_name)?.value ?? '',
      )
    }
  const check = spawnSync(program, ['check', 'config', join(folder.path, 'prometheus.yml')], {
    encoding: 'utf8',
  })
  const web = guests.some((guest) => guest.guest_path.endsWith('web.yml'))
    ? spawnSync(program, ['check', 'web-config', join(folder.path, 'web.yml')], { encoding: 'utf8' })
    : undefined
  return { code: check.status, output: check.stdout + check.stderr, web: web?.status ?? 0 }
}

const combinations = (['2.42', '3.13'] as const).flatMap((version) =>
  (['password', 'public'] as const).flatMap((access) =>
    [true, false].flatMap((remoteWrite) =>
      [true, false].flatMap((rules) =>
        ['1s', '15s', '1m30s'].map(
          (interval): Options => ({ version, access, remoteWrite, rules, interval }),
        ),
      ),
    ),
  ),
)

// Debian carries Prometheus 2.42; a promtool of the 3.x line is used where the environment names one.
const PROGRAMS = { '2.42': 'promtool', '3.13': process.env.PROMTOOL_3 }

for (const [version, program] of Object.entries(PROGRAMS)) {
  const name = `promtool of ${version} accepts every combination of options`
  if (!program) test.skip(`${name} (set PROMTOOL_3 to a promtool of the 3.x line)`, () => {})
  else
    test.each(combinations.filter((c) => c.version === version))(`${name}: %j`, (options) => {
      expect(promtool(program, render(options))).toMatchObject({
        code: 0,
        web: 0,
        output: expect.stringContaining('SUCCESS'),
      })
    })
}

test('what 2.42 does not know is left out for it, and only for it', () => {
  const options = { access: 'password', remoteWrite: true, rules: true, interval: '15s' } as const
  const old = render({ ...options, version: '2.42' }).files[0]?.content
  const current = render({ ...options, version: '3.13' }).files[0]?.content
  expect(current).toContain('fallback_scrape_protocol')
  expect(current?.replaceAll('    fallback_scrape_protocol: PrometheusText0.0.4\n', '')).toBe(old)
})

test('one job per service and one for itself, discovered by AAAA, every 15 s', () => {
  const config = parse(
    render({ version: '3.13', access: 'password', remoteWrite: false, rules: false, interval: '15s' })
      .files[0]?.content ?? '',
  )
  expect(config.global.scrape_interval).toBe('15s')
  expect(config.remote_write).toBeUndefined()
  const discovery = config.scrape_configs.map(
    (job: { job_name: string; dns_sd_configs?: [{ names: string[]; type: string; port: number }] }) => {
      const dns = job.dns_sd_configs?.[0]
      return `${job.job_name} ${dns ? `${dns.type} ${dns.names.join()}:${dns.port}` : 'static'}`
    },
  )
  expect(discovery).toEqual([
    'fechatter_server AAAA fechatter.internal:9090',
    'notify_server AAAA notify.process.fechatter.internal:9091',
    'analytics_server AAAA fechatter.internal:7778',
    'bot_server AAAA fechatter.internal:9092',
    'db static',
    'prometheus static',
  ])
})

test.each([
  [256, '8MB', 5_120],
  [512, '16MB', 10_240],
  [8_192, '64MB', 163_840],
])(
  'with %d MB of memory a target may send %s and %d samples, and nobody is led elsewhere',
  (memory, body, samples) => {
    const config = parseConfig({
      monitoring: { app: 'm', vm: { memory_mb: memory } },
      apps: [{ app: 'chat' }],
      services: [{ name: 'web', app: 'chat', port: 9090 }],
    })
    const secrets = { flyToken: 't', password: 'correct horse', remoteWrite: REMOTE_WRITE, receivers: {} }
    const file = parse(renderMonitoring(config, secrets, { rules: '', own: [] }).files[0]?.content ?? '')
    expect(file.scrape_configs[0]).toMatchObject({ body_size_limit: body, sample_limit: samples })
    const credentialed = [...file.scrape_configs, ...file.remote_write]
    expect(credentialed.map((one: { follow_redirects: boolean }) => one.follow_redirects)).toEqual([
      false,
      false,
      false,
    ])
  },
)

test('the key of remote write and the password are in no file, only in secrets', () => {
  const app = render(
    { version: '3.13', access: 'password', remoteWrite: true, rules: true, interval: '15s' },
    't',
    'correct horse',
  )
  const files = [app.flyToml, ...app.files.map((file) => file.content)].join('\n')
  expect(files).not.toContain('correct horse')
  expect(files).not.toContain(REMOTE_WRITE.key)
  const secrets = Object.fromEntries(app.secrets.map((s) => [s.name, s.value]))
  expect(secrets).toMatchObject({
    MONITORING_SELF_PASSWORD: 'correct horse',
    MONITORING_REMOTE_WRITE_KEY: REMOTE_WRITE.key,
  })
  expect(
    compareSync('correct horse', parse(secrets.PROMETHEUS_WEB_CONFIG ?? '').basic_auth_users.prometheus),
  ).toBe(true)
})

test('equal input renders equal files; every change shows in the digest', () => {
  const options: Options = {
    version: '3.13',
    access: 'password',
    remoteWrite: true,
    rules: true,
    interval: '15s',
  }
  const first = render(options)
  expect(render(options)).toEqual(first)
  // The same token with and without its scheme, as flyctl takes both.
  expect(render(options, 'fm2_token ').password).toBe(first.password)
  const others = [
    render(options, 'fm2_other'),
    render(options, undefined, 'a password'),
    render({ ...options, remoteWrite: false }),
    render({ ...options, rules: false }),
    render({ ...options, interval: '30s' }),
    render({ ...options, access: 'public' }),
  ]
  expect(new Set([first, ...others].map((app) => app.digest)).size).toBe(7)
  expect(first.flyToml).toContain(first.digest)
})

test('public access ships no web configuration and no password', () => {
  const app = render({ version: '3.13', access: 'public', remoteWrite: false, rules: false, interval: '15s' })
  expect(app.secrets.map(({ name }) => name)).toEqual([
    'MONITORING_SCRAPE_BOT_TOKEN',
    'MONITORING_SCRAPE_DB_PASSWORD',
  ])
  expect(app.flyToml).not.toContain('web.config')
  expect(app.files[0]?.content).not.toContain('self-password')
})

test("a service's own scrape settings are those of its job", () => {
  const options = { access: 'public', remoteWrite: false, rules: false, interval: '15s' } as const
  const file = parse(render({ ...options, version: '3.13' }).files[0]?.content ?? '')
  const { keep, drop, labels, ...same } = SCRAPE_OPTIONS
  expect(file.scrape_configs[2]).toMatchObject({
    ...same,
    relabel_configs: expect.arrayContaining([
      // In a replacement "$" refers to a group; Prometheus stores "$$1" as "$1".
      { target_label: 'team', replacement: "o'hara: $$1" },
      { target_label: 'tier', replacement: 'true' },
    ]),
    metric_relabel_configs: [
      { source_labels: ['__name__'], regex: keep.join('|'), action: 'keep' },
      { source_labels: ['__name__'], regex: drop.join('|'), action: 'drop' },
    ],
  })
  expect(file.scrape_configs[0].scrape_interval).toBeUndefined()
})

test.each(['2.42', '3.13'])(
  '%s: the job for the series of Fly asks for those of the apps alone',
  (version) => {
    const monitoring = { app: 'shop-monitoring', organization: 'acme', fly_metrics: true, access: 'public' }
    const withFly = parseConfig({
      monitoring: { ...monitoring, image: `registry.fly.io/mon:v${version}.0` },
      apps: [{ app: 'shop' }],
      services: [{ name: 'web', app: 'shop', port: 9090 }],
    })
    const scrapes = new Map([['FLY_METRICS_TOKEN', 'fm2_secret']])
    const secrets = { flyToken: 'fm2_x', password: undefined, remoteWrite: undefined, receivers: {}, scrapes }
    const app = renderMonitoring(withFly, secrets, { rules: '', own: [] })
    const text = app.files[0]?.content ?? ''
    const { scrape_configs: jobs } = parse(text) as { scrape_configs: Record<string, unknown>[] }
    expect(jobs.at(-1)).toMatchObject({
      ...{ job_name: 'fly', honor_labels: true, honor_timestamps: true, scheme: 'https' },
      metrics_path: '/prometheus/acme/federate',
      params: { 'match[]': [expect.stringMatching(/fly_instance_up\|.*,app=~"shop\|shop-monitoring"\}$/)] },
      authorization: { type: 'FlyV1', credentials_file: '/etc/prometheus/secrets/FLY_METRICS_TOKEN' },
      follow_redirects: false,
      static_configs: [{ targets: ['api.fly.io'], labels: { service: 'fly', app: 'shop-monitoring' } }],
    })
    expect(jobs.at(-1)?.scrape_interval).toBeUndefined()
    expect(app.secrets).toEqual([{ name: 'MONITORING_SCRAPE_FLY_METRICS_TOKEN', value: 'fm2_secret' }])
    expect(JSON.stringify([app.flyToml, app.files])).not.toContain('fm2_secret')
    if (version !== '2.42') return
    using folder = scratchFolder()
    const file = join(folder.path, 'prometheus.yml')
    writeFileSync(file, text.replace('/etc/prometheus/secrets/FLY_METRICS_TOKEN', file))
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'config', file], { encoding: 'utf8' })
    expect({ status, output: stdout + stderr }).toMatchObject({ status: 0 })
  },
)

test('a service outside of Fly is a static job, and the secrets of scrapes are files of Fly secrets', () => {
  const options = {
    version: '3.13',
    access: 'public',
    remoteWrite: false,
    rules: false,
    interval: '15s',
  } as const
  const app = render(options)
  const jobs = (parse(app.files[0]?.content ?? '') as { scrape_configs: { job_name: string }[] })
    .scrape_configs
  expect(jobs.find(({ job_name }) => job_name === 'db')).toMatchObject({
    scheme: 'https',
    follow_redirects: false,
    basic_auth: { username: "o'brien", password_file: '/etc/prometheus/secrets/DB_PASSWORD' },
    static_configs: [{ targets: ['db.example.com:9187', '[2001:db8::1]:9100'] }],
    relabel_configs: [
      { target_label: 'service', replacement: 'db' },
      { target_label: 'app', replacement: 'db' },
    ],
  })
  expect(jobs.find(({ job_name }) => job_name === 'bot_server')).toMatchObject({
    authorization: { type: 'Bearer', credentials_file: '/etc/prometheus/secrets/BOT_TOKEN' },
  })
  expect(app.secrets).toEqual([
    { name: 'MONITORING_SCRAPE_BOT_TOKEN', value: 't0k3n: #1' },
    { name: 'MONITORING_SCRAPE_DB_PASSWORD', value: 'pass"word' },
  ])
  expect(JSON.stringify([app.flyToml, app.files])).not.toMatch(/t0k3n|pass.{1,3}word/)
  SCRAPES.set('DB_PASSWORD', 'another')
  expect(render(options).digest).not.toBe(app.digest)
  SCRAPES.set('DB_PASSWORD', 'pass"word')
})
