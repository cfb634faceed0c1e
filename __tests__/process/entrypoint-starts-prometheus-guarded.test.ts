import { expect, test } from '@jest/globals'
import { hashSync } from 'bcryptjs'
import { stringify } from 'yaml'
import { type FlyImage, flyImage } from '../support/fly-image.ts'

const SHELLS = ['dash', 'busybox'] as const

/** What `init` writes for use by hand, with a scrape every second. */
const TEMPLATE = `
global:
  scrape_interval: 1s
  external_labels:
    monitor: \${FLY_APP_NAME}
    region: "\${FLY_REGION}"
    shard: \${SHARD}
    hash: \${SHARD_HASH}
scrape_configs:
  - job_name: prometheus
    basic_auth:
      username: prometheus
      password_file: /etc/prometheus/self-password
    static_configs:
      - targets: ['localhost:9090']
    metric_relabel_configs:
      - source_labels: [__name__]
        regex: (.*)
        replacement: \${1}
        target_label: __name__
remote_write:
  # by hand: \${GRAFANA_PROMETHEUS_URL}
  - url: \${GRAFANA_PROMETHEUS_URL}
    basic_auth:
      username: '\${GRAFANA_PROMETHEUS_USER}'
      password_file: /etc/prometheus/remote-write-key
`
const FILES = { 'prometheus-fly.yml': TEMPLATE }
const FLY = { FLY_APP_NAME: 'chat-monitoring', FLY_REGION: 'nrt' }

const webConfig = (password: string): string =>
  Buffer.from(stringify({ basic_auth_users: { prometheus: hashSync(password, 4) } })).toString('base64')

const access = (password: string) => ({
  ...FLY,
  PROMETHEUS_PASSWORD: password,
  PROMETHEUS_WEB_CONFIG: webConfig(password),
})

async function flags(machine: FlyImage, auth?: string): Promise<Record<string, string>> {
  const { text } = await machine.get('/api/v1/status/flags', auth)
  return (JSON.parse(text) as { data: Record<string, string> }).data
}

async function runningConfig(machine: FlyImage, auth: string): Promise<string> {
  const { text } = await machine.get('/api/v1/status/config', auth)
  return (JSON.parse(text) as { data: { yaml: string } }).data.yaml
}

/** The value of an instant query once it has one. */
async function value(machine: FlyImage, query: string, auth: string): Promise<number> {
  const deadline = Date.now() + 40_000
  while (Date.now() < deadline) {
    const { text } = await machine.get(`/api/v1/query?query=${encodeURIComponent(query)}`, auth)
    const { data } = JSON.parse(text) as { data: { result: { value: [number, string] }[] } }
    const found = data.result[0]?.value[1]
    if (found !== undefined) return Number(found)
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`no value of ${query}`)
}

for (const shell of SHELLS) {
  test(`${shell}: by hand it boots behind its password, scrapes, stops in time and keeps its data`, async () => {
    await using machine = flyImage(shell, FILES)
    const password = `it's "50%" $HOME \\n #1`
    const auth = `prometheus:${password}`
    await machine.start({ env: access(password) })
    expect((await machine.get('/-/healthy')).status).toBe(401)
    expect((await machine.get('/-/healthy', auth)).status).toBe(200)
    // Prometheus reaches itself with the password: it arrived byte for byte.
    expect(await value(machine, 'up{job="prometheus"} == 1', auth)).toBe(1)
    const firstSample = await value(machine, 'min_over_time(timestamp(up)[1h:1s])', auth)
    expect(await machine.sh('stat -c %u /prometheus /prometheus/wal /etc/prometheus/self-password')).toBe(
      '65534\n65534\n65534\n',
    )
    expect(
      // A process may end between two looks at it.
      await machine.sh(
        "for p in /proc/[0-9]*; do { tr '\\0' ' ' <$p/cmdline && stat -c ' uid=%u' $p; } 2>/dev/null || :; done",
      ),
    ).toMatch(/--config\.file=\S+completed\.yml .* uid=65534\n/)
    const stopped = await machine.stop()
    expect(stopped.code).toBe(0)
    expect(stopped.seconds).toBeLessThan(5)
    await machine.start({ env: access(password) })
    expect(await value(machine, 'min_over_time(timestamp(up)[1h:1s])', auth)).toBe(firstSample)
    await machine.stop()
  }, 90_000)

  test(`${shell}: listens on every address, keeps less than the volume holds, expands only its own names`, async () => {
    await using machine = flyImage(shell, FILES)
    await machine.start({
      env: {
        ...access('longenough'),
        ...{ PROMETHEUS_RETENTION_TIME: '3d', PROMETHEUS_RETENTION_SIZE: '10GB' },
        FLY_PROCESS_GROUP: 'shard12',
      },
    })
    const auth = 'prometheus:longenough'
    const running = await flags(machine, auth)
    expect(running['web.listen-address']).toBe('[::]:9090')
    expect(running['storage.tsdb.retention.time']).toBe('3d')
    // The volume has 64 MB.
    expect(running['storage.tsdb.retention.size']).toBe('48MiB')
    expect(await machine.output()).toContain('10GB is too large for this volume; 48MB is used')
    const config = await runningConfig(machine, auth)
    expect(config).toContain('monitor: chat-monitoring')
    expect(config).toContain('region: nrt')
    expect(config).toContain('shard: "12"')
    expect(config).toContain('hash: "11"')
    expect(config).toContain(`replacement: \${1}`)
    expect(config).not.toContain('remote_write')
    await machine.stop()
  }, 60_000)

  test(`${shell}: an agent starts as one, with a log of its own on the volume`, async () => {
    await using machine = flyImage(shell, FILES)
    await machine.start({ env: { ...OPEN, ...RW, PROMETHEUS_ENGINE: 'agent' } })
    const auth = 'prometheus:hunter2hunter2'
    expect((await machine.get('/-/ready', auth)).text).toContain('Prometheus Agent is Ready')
    expect((await flags(machine, auth))['storage.agent.path']).toBe('/prometheus/agent')
    expect((await machine.get('/api/v1/query?query=up', auth)).status).toBe(422)
    await machine.stop()
  }, 60_000)

  test(`${shell}: remote write arrives as it was given`, async () => {
    await using machine = flyImage(shell, FILES)
    const key = `glc_'"\\$(id)\`#%s{{x}} ü`
    await machine.start({
      env: {
        ...access('longenough'),
        GRAFANA_PROMETHEUS_URL: 'https://prom.example/api/push?a=\'b\'&c="d"#e',
        GRAFANA_PROMETHEUS_USER: `o'brien: "1" #x & \\1`,
        GRAFANA_PROMETHEUS_API_KEY: key,
      },
    })
    const config = await runningConfig(machine, 'prometheus:longenough')
    expect(config).toContain('url: https://prom.example/api/push?a=\'b\'&c="d"#e')
    expect(config).toContain(`username: 'o''brien: "1" #x & \\1'`)
    expect(await machine.sh('cat /etc/prometheus/remote-write-key')).toBe(key)
    expect(config + (await machine.output())).not.toContain('glc_')
    await machine.stop('SIGKILL')
  }, 60_000)

  test(`${shell}: targets of the configuration stay, with and without the one of the variables`, async () => {
    const other = `  - url: http://vm.internal:8428/api/v1/write
    name: long-term
    write_relabel_configs:
      - source_labels: [__name__]
        regex: up|web_.*
        action: keep
  - name: cloud
    url: https://mimir.example/api/v1/push
    basic_auth:
      username: "17"
      password_file: /etc/prometheus/secrets/MIMIR_KEY
tracing:
  endpoint: localhost:4317
`
    await using machine = flyImage(shell, { 'prometheus-fly.yml': TEMPLATE + other })
    const auth = 'prometheus:longenough'
    const urls = async () => (await runningConfig(machine, auth)).match(/(?<=- url: ).*|endpoint: .*/g)
    await machine.start({ env: { ...access('longenough'), MIMIR_KEY: 'geheim' } })
    expect(await urls()).toEqual([
      'endpoint: localhost:4317',
      'http://vm.internal:8428/api/v1/write',
      'https://mimir.example/api/v1/push',
    ])
    expect(await machine.sh('cat /etc/prometheus/secrets/MIMIR_KEY')).toBe('geheim')
    await machine.stop('SIGKILL')
    await machine.start({ env: { ...access('longenough'), MIMIR_KEY: 'geheim', ...RW } })
    expect(await urls()).toEqual([
      'endpoint: localhost:4317',
      'https://prom.example/push',
      'http://vm.internal:8428/api/v1/write',
      'https://mimir.example/api/v1/push',
    ])
    await machine.stop('SIGKILL')
  }, 60_000)

  test(`${shell}: flags that name a configuration are taken as they are`, async () => {
    await using machine = flyImage(shell, { 'prometheus.yml': 'global: {scrape_interval: 7s}\n' })
    await machine.sh('mkdir /prometheus/wal; touch /prometheus/wal/old')
    await machine.start({
      args: [
        '--config.file=/etc/prometheus/prometheus.yml',
        '--storage.tsdb.path=/prometheus',
        '--web.listen-address=[::]:9090',
      ],
    })
    expect(await runningConfig(machine, 'x:y')).toContain('scrape_interval: 7s')
    expect(await machine.sh('stat -c %u /prometheus/wal/old')).toBe('65534\n')
    const stopped = await machine.stop('SIGINT')
    expect(stopped.code).toBe(0)
  }, 60_000)

  test(`${shell}: every allowed password arrives byte for byte`, async () => {
    await using machine = flyImage(shell, FILES)
    for (const password of PASSWORDS) {
      await machine.start({ env: access(password) })
      expect((await machine.get('/-/healthy', `prometheus:${password}`)).status).toBe(200)
      expect(await machine.sh('cat /etc/prometheus/self-password')).toBe(password)
      await machine.stop('SIGKILL')
    }
  }, 90_000)

  test(`${shell}: whatever form names a user closes Prometheus, and weak ones are told`, async () => {
    await using machine = flyImage(shell, FILES)
    for (const text of CLOSING) {
      await machine.start({ env: { ...OPEN, PROMETHEUS_WEB_CONFIG: btoa(text) } })
      expect([text, (await machine.get('/-/healthy')).status]).toEqual([text, 401])
      expect((await machine.get('/-/healthy', 'prometheus:hunter2hunter2')).status).toBe(200)
      expect(await machine.output()).toContain('warning: a bcrypt hash in PROMETHEUS_WEB_CONFIG has cost 04')
      await machine.stop('SIGKILL')
    }
    await machine.start({ env: access('short') })
    expect((await machine.get('/-/healthy')).status).toBe(401)
    expect(await machine.output()).toContain('warning: PROMETHEUS_PASSWORD is shorter than 12 characters')
    await machine.stop('SIGKILL')
  }, 90_000)

  test(`${shell}: only the word public opens Prometheus, whichever way its web configuration comes`, async () => {
    const opening = Object.fromEntries(OPENING.map((text, i) => [`open-${i}.yml`, text]))
    await using machine = flyImage(shell, { ...FILES, ...opening, 'prometheus.yml': 'global: {}\n' })
    for (const [i, text] of OPENING.entries()) {
      for (const word of ['password', 'private', ''])
        await refuses(machine, { ...OPEN, PROMETHEUS_ACCESS: word, PROMETHEUS_WEB_CONFIG: btoa(text) })
      const named = `/etc/prometheus/open-${i}.yml`
      await machine.start({
        args: ['--config.file=/etc/prometheus/prometheus.yml', `--web.config.file=${named}`],
      })
      const { code, output } = await ended(machine)
      expect([text, code]).toEqual([text, 1])
      expect(output).toMatch(new RegExp(`${named} does not have a user|promtool rejects ${named}`))
    }
    await machine.start({
      env: { ...FLY, PROMETHEUS_PASSWORD: 'hunter2hunter2', PROMETHEUS_ACCESS: 'public' },
    })
    expect((await machine.get('/-/healthy')).status).toBe(200)
    await machine.stop('SIGKILL')
  }, 180_000)

  test(`${shell}: a retention is never without an end`, async () => {
    await using machine = flyImage(shell, FILES)
    for (const size of SIZES)
      await refuses(machine, { ...OPEN, PROMETHEUS_RETENTION_SIZE: size }, 'PROMETHEUS_RETENTION_SIZE')
    for (const time of TIMES)
      await refuses(machine, { ...OPEN, PROMETHEUS_RETENTION_TIME: time }, 'PROMETHEUS_RETENTION_TIME')
    for (const [size, time, running] of [
      ['99999999999999999999GB', '100y', '48MiB'],
      ['16EB', '2h', '48MiB'],
      ['0.5GiB', '1y2w3d', '48MiB'],
      ['1.5MB', '15d', '1MiB'],
      ['20480KB', '120m', '20MiB'],
      ['', '', '48MiB'],
    ] as const) {
      await machine.start({
        env: { ...OPEN, PROMETHEUS_RETENTION_SIZE: size, PROMETHEUS_RETENTION_TIME: time },
      })
      const found = await flags(machine, 'prometheus:hunter2hunter2')
      expect([size, found['storage.tsdb.retention.size']]).toEqual([size, running])
      await machine.stop('SIGKILL')
    }
  }, 90_000)

  test(`${shell}: bad settings are refused with a reason, and no secret in it`, async () => {
    await using machine = flyImage(shell, FILES)
    for (const { env, says } of REFUSED) await refuses(machine, env, says)
  }, 90_000)
}

const PASSWORDS = [
  'correct horse battery staple',
  `'"\`$(id)\${HOME}\\x00%s%n#!`,
  'p'.repeat(72),
  'zwei\nZeilen\tund Tab',
  'パスワード🔑 ümläut',
  '-n -e --',
]

const RW = {
  GRAFANA_PROMETHEUS_URL: 'https://prom.example/push',
  GRAFANA_PROMETHEUS_USER: '12345',
  GRAFANA_PROMETHEUS_API_KEY: 'glc_secret',
}
const OPEN = access('hunter2hunter2')

const REFUSED: { env: Record<string, string>; says: string }[] = [
  { env: {}, says: 'PROMETHEUS_WEB_CONFIG is not set' },
  { env: { PROMETHEUS_ACCESS: 'opne' }, says: 'use password, public or private' },
  { env: { ...OPEN, PROMETHEUS_WEB_CONFIG: '%%%' }, says: 'PROMETHEUS_WEB_CONFIG' },
  { env: { ...OPEN, PROMETHEUS_WEB_CONFIG: ' ' }, says: 'PROMETHEUS_WEB_CONFIG' },
  { env: { PROMETHEUS_ACCESS: 'private' }, says: 'PROMETHEUS_WEB_CONFIG is not set' },
  { env: { ...OPEN, PROMETHEUS_ACCESS: 'Public' }, says: 'use password, public or private' },
  { env: { ...OPEN, PROMETHEUS_PASSWORD: '' }, says: 'PROMETHEUS_PASSWORD is not set' },
  { env: { ...OPEN, PROMETHEUS_PASSWORD: ' hunter2' }, says: 'white space' },
  { env: { ...OPEN, PROMETHEUS_PASSWORD: 'hunter2\n' }, says: 'white space' },
  { env: { ...OPEN, PROMETHEUS_PASSWORD: `hunter2${'ü'.repeat(33)}` }, says: 'longer than 72 bytes' },
  { env: { ...OPEN, ...RW, GRAFANA_PROMETHEUS_USER: '' }, says: 'not set: GRAFANA_PROMETHEUS_USER' },
  {
    env: { ...OPEN, GRAFANA_PROMETHEUS_API_KEY: 'glc_secret' },
    says: 'not set: GRAFANA_PROMETHEUS_URL GRAFANA_PROMETHEUS_USER',
  },
  { env: { ...OPEN, ...RW, GRAFANA_PROMETHEUS_URL: 'prom.example' }, says: 'not an http or https URL' },
  { env: { ...OPEN, ...RW, GRAFANA_PROMETHEUS_API_KEY: 'glc_secret\nx: y' }, says: 'control character' },
  { env: { ...OPEN, PROMETHEUS_RETENTION_SIZE: 'much' }, says: 'use a size such as 7GB' },
  { env: { ...OPEN, FLY_REGION: '' }, says: 'FLY_REGION is not set' },
  { env: { ...OPEN, PROMETHEUS_ENGINE: 'agnet' }, says: 'use server or agent' },
  { env: { ...OPEN, PROMETHEUS_ENGINE: 'agent' }, says: 'remote_write has no target' },
]

const HASH = hashSync('hunter2hunter2', 4)

const CLOSING = [
  `basic_auth_users:\n  prometheus: ${HASH}\n`,
  `basic_auth_users:\r\n  prometheus: "${HASH}"\r\n`,
  `---\n# who may read\nbasic_auth_users: # here\n\n  # the team\n      prometheus: '${HASH}' # all`,
  `http_server_config:\n  http2: false\nbasic_auth_users:\n  other: ${hashSync('x', 10)}\n  prometheus: ${HASH}\n`,
  `basic_auth_users: { prometheus: '${HASH}' }`,
  `http_server_config: # it's "here\n  headers:\n    Content-Security-Policy: "default-src 'self'"\nbasic_auth_users:\n  prometheus: ${HASH}\n`,
]

/** Prometheus itself takes most of these, and then answers everybody. */
const OPENING = [
  '{}',
  '# basic_auth_users:\n#   prometheus: x\n',
  'basic_auth_users:\n',
  'basic_auth_users: {}\n',
  'basic_auth_users: null\n',
  'basic_auth_users: ~\n',
  `basic_auth_users:\n  # prometheus: ${HASH}\n`,
  `basic_auth_users: { # prometheus: ${HASH} }\n}\n`,
  `basic_auth_users: {} # prometheus: ${HASH}\n`,
  'http_server_config:\n  http2: false\n',
  `http_server_config:\n  http2: false\n---\nbasic_auth_users:\n  prometheus: ${HASH}\n`,
  // A text that goes on where its line ends.
  ...['"', "'", '"\\" #'].map(
    (quote) =>
      `http_server_config:\n  headers:\n    Content-Security-Policy: ${quote}\nbasic_auth_users:\n  prometheus: ${HASH}\n${quote[0]}\n`,
  ),
  // These it refuses.
  'basic_auth_users: [hunter2]\n',
  'basic_auth_users:\n  - hunter2\n',
  'basic_auth_users: hunter2\n',
  'basic_auth_users:\n  prometheus:\n',
  'basic_auth_users:\n  prometheus: ""\n',
  'basic_auth_users:\n  prometheus: hunter2\n',
  'basic_auth_users:\n  prometheus: $2b$10$hunter2\n',
  'basic_auth_users:\n  prometheus: $apr1$x$hunter2\n',
  `basic_auth_users:\nprometheus: ${HASH}\n`,
  `  basic_auth_users:\nprometheus: ${HASH}\n`,
  `basic_auth_user:\n  prometheus: ${HASH}\n`,
  `basic_auth_users:\n\tprometheus: ${HASH}\n`,
]

const SIZES = [
  ...['0', '0B', '0MB', '0GB', '0.0GB', '1KB', '1023KB', '-1GB', '+1GB', '1e9GB', 'MB', '512'],
  ...[
    ' ',
    ' 7GB',
    '7GB ',
    '7GB\n',
    '7GB\n0MB',
    '7 GB',
    '7gb',
    '7G',
    '.5GB',
    '1.GB',
    '1.2.3GB',
    '7GB;',
    '7ZB',
  ],
]
const TIMES = [
  '0',
  '0d',
  '1s',
  '119m',
  '101y',
  '99999999999999999999y',
  '-1d',
  '15',
  '15 d',
  ' 15d',
  '15d\n',
  '1h1d',
  '1d1d',
  '1.5d',
  '15D',
  'd',
  ' ',
]

/** How it ends; one that answers instead is at fault. */
async function ended(machine: FlyImage): Promise<{ code: number | null; output: string }> {
  const answer = await machine.get('/-/healthy').catch(() => undefined)
  expect(answer).toBeUndefined()
  return { ...(await machine.exited()), output: await machine.output() }
}

/** It ends before anything is done, says why, and shows no secret. */
async function refuses(machine: FlyImage, env: Record<string, string>, says = ''): Promise<void> {
  await machine.start({ env: { ...FLY, ...env } })
  const { code, output } = await ended(machine)
  expect({ env, code, output }).toEqual({ env, code: 1, output: expect.stringContaining(says) })
  expect(output).not.toMatch(/hunter2|glc_secret|\$2[aby]\$/)
  expect(await machine.sh('ls /prometheus')).toBe('lost+found\n')
}

const CONFIGURATIONS: { files: Record<string, string>; env?: Record<string, string>; says: string }[] = [
  { files: {}, says: 'There is no configuration' },
  {
    files: { 'prometheus-fly.yml': 'global: {scrape_interval: soon}\n' },
    says: 'promtool rejects the configuration',
  },
  {
    files: { 'prometheus-fly.yml': `global: {external_labels: {a: x-\${FLY_REGION}}}\n` },
    says: 'is not a whole value',
  },
  { files: { 'prometheus-fly.yml': 'global: {}\n' }, env: RW, says: 'has no remote_write' },
]

for (const { files, env, says } of CONFIGURATIONS)
  test(`dash: a configuration is refused: ${says}`, async () => {
    await using machine = flyImage('dash', files)
    await machine.start({ env: { ...FLY, PROMETHEUS_ACCESS: 'public', ...env } })
    expect((await machine.exited()).code).toBe(1)
    expect(await machine.output()).toContain(says)
  })

const WITH_SECRETS = `scrape_configs:
  - job_name: web
    authorization:
      type: Bearer
      credentials_file: /etc/prometheus/secrets/WEB_TOKEN
    static_configs:
      - targets: ['localhost:1']
  - job_name: fly
    authorization:
      type: FlyV1
      credentials_file: /etc/prometheus/secrets/FLY_METRICS_TOKEN
    static_configs:
      - targets: ['localhost:1']
`

for (const shell of SHELLS) {
  test(`${shell}: the variables that scrapes need become files, and leave the environment`, async () => {
    await using machine = flyImage(shell, { 'prometheus-fly.yml': WITH_SECRETS })
    const env = { ...FLY, PROMETHEUS_ACCESS: 'public', WEB_TOKEN: `it's "50%" $HOME` }
    // As flyctl prints it.
    await machine.start({ env: { ...env, FLY_METRICS_TOKEN: 'FlyV1 fm2_a,fm2_b' } })
    expect((await machine.get('/-/healthy')).status).toBe(200)
    expect(await machine.sh('cat /etc/prometheus/secrets/WEB_TOKEN')).toBe(env.WEB_TOKEN)
    expect(await machine.sh('cat /etc/prometheus/secrets/FLY_METRICS_TOKEN')).toBe('fm2_a,fm2_b')
    expect(await machine.sh('stat -c %u /etc/prometheus/secrets/WEB_TOKEN')).toBe('65534\n')
    expect(await machine.sh('cat /proc/[0-9]*/environ | grep -c 50% || :')).toBe('0\n')
    await machine.stop()
  })
}
