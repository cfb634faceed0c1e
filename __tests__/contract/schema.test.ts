import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema'
import { stringify } from 'yaml'
import { queryUrlOf } from '../../src/config/query-url.ts'
import { configSchema } from '../../src/config/schema.ts'
import { readProject } from '../../src/config/sources/project.ts'
import { desiredState } from '../../src/desired/desired.ts'
import { readInputs } from '../../src/inputs/read.ts'
import { run } from '../../src/run/run.ts'
import { acceptance } from '../../src/verify/accept.ts'
import { expectTargets, type ServiceMachine } from '../../src/verify/targets/expect.ts'
import { judge } from '../../src/verify/verdict.ts'
import { evidence } from '../support/report.ts'
import { scratchFolder } from '../support/scratch.ts'

/** A value for every key that differs from the one in `base`: the test fails when the difference changes nothing. */
const OTHER: Record<string, unknown> = {
  'monitoring.app': 'other-monitoring',
  'monitoring.organization': 'acme',
  'monitoring.region': 'fra',
  'monitoring.engine': 'agent',
  'monitoring.replicas': 2,
  'monitoring.regions.*': 'fra',
  'monitoring.shards': 2,
  'monitoring.access': 'password',
  'monitoring.scrape_interval': '30s',
  'monitoring.retention': '30d',
  'monitoring.volume.name': 'other_data',
  'monitoring.volume.size_gb': 20,
  'monitoring.vm.size': 'shared-cpu-2x',
  'monitoring.vm.memory_mb': 2048,
  'monitoring.image': 'registry.fly.io/other:v3.13.0',
  'monitoring.fly_metrics': true,
  'apps.*.app': 'other',
  'apps.*.config': 'fly.other.toml',
  'apps.*.context': 'boards',
  'apps.*.dockerfile': 'Dockerfile.other',
  'apps.*.build_args.*': 'yes',
  'apps.*.image': 'registry.fly.io/chat:v2',
  'apps.*.deploy': false,
  'apps.*.rollback_on_failure': true,
  'apps.*.health': '/healthz',
  'services.*.name': 'api',
  'services.*.app': 'second',
  'services.*.port': 9999,
  'services.*.path': '/other',
  'services.*.process': 'worker',
  'services.*.may_stop': true,
  'services.*.discovery': 'static',
  'services.*.addresses.*': 'db.example.com:9999',
  'services.*.authorization.type': 'Token',
  'services.*.authorization.credentials_env': 'OTHER_TOKEN',
  'services.*.basic_auth.username': 'other',
  'services.*.basic_auth.password_env': 'OTHER_TOKEN',
  'services.*.metrics.*.labels.*': 'code',
  'services.*.scheme': 'http',
  'services.*.tls_config.server_name': 'web.example',
  'services.*.tls_config.insecure_skip_verify': true,
  'services.*.labels.*': 'core',
  'services.*.scrape_interval': '20s',
  'services.*.scrape_timeout': '5s',
  'services.*.sample_limit': 77,
  'services.*.keep.*': '.*_.*|m',
  'services.*.drop.*': 'go_.*',
  'services.*.metrics.*': 'counter',
  'services.*.metrics.*.type': 'counter',
  'services.*.metrics.*.expect': 'after-traffic',
  'grafana.folder': 'Other',
  'grafana.datasource': 'theirs',
  'grafana.dashboards.*': 'boards/b.json',
  'grafana.overwrite': 'always',
  'alerts.receiver': 'on-call',
  'alerts.rules.*': 'rules/a.yml',
  'alerts.notify.slack.severities.*': 'critical',
  'alerts.notify.discord.severities.*': 'critical',
  'alerts.notify.telegram.chat_id': 5,
  'alerts.notify.telegram.severities.*': 'critical',
  'alerts.notify.ntfy.severities.*': 'critical',
  'alerts.notify.pagerduty.severities.*': 'critical',
  'alerts.notify.email.to.*': 'a@example.com',
  'alerts.notify.email.from': 'b@example.com',
  'alerts.notify.email.smarthost': 'mail.example.com:465',
  'alerts.notify.email.username': 'user',
  'alerts.notify.email.severities.*': 'critical',
  'alerts.notify.webhook.severities.*': 'critical',
  'alerts.error_budget': 0.01,
  'alerts.latency_p95': '2s',
  'alerts.min_request_rate': 3,
  'alerts.traffic_lost': 0.7,
  'alerts.min_message_rate': 3,
  'alerts.cache_hit_ratio': 0.7,
  'alerts.sse_connections_lost': 0.7,
  'alerts.sse_connections_min': 7,
  'alerts.nats_processed_ratio': 0.7,
  'alerts.clickhouse_failure_ratio': 0.7,
  'alerts.bot_failure_ratio': 0.7,
  'alerts.slow_scrape': '7s',
  'alerts.remote_write_delay': '7m',
  'alerts.volume_used_ratio': 0.7,
  'remote_write.*.name': 'other',
  'remote_write.*.url': 'https://other.example/api/v1/write',
  'remote_write.*.user': 'other',
  'remote_write.*.password_env': 'OTHER_TOKEN',
  'remote_write.*.keep.*': 'other_.*',
  'remote_write.*.drop.*': 'other_.*',
  'remote_write.*.queue_config.capacity': 77,
  'remote_write.*.queue_config.min_shards': 2,
  'remote_write.*.queue_config.max_shards': 7,
  'remote_write.*.queue_config.max_samples_per_send': 77,
  'remote_write.*.queue_config.batch_send_deadline': '7s',
  'remote_write.*.queue_config.min_backoff': '7ms',
  'remote_write.*.queue_config.max_backoff': '7s',
  'remote_write.*.queue_config.retry_on_http_429': true,
  'remote_write.*.query_url': 'https://other.example',
  'slos.*.name': 'other',
  'slos.*.service': 'api',
  'slos.*.of': 'fechatter_cache_operations_total',
  'slos.*.errors': 'code="500"',
  'slos.*.slower_than': '2s',
  'slos.*.objective': 99.9,
  'lint.ignore.*.code': 'fly/secret-in-env',
  'lint.ignore.*.file': 'fly.toml',
  'lint.ignore.*.reason': 'other',
  'verify.accept.*.code': 'metric-partial',
  'verify.accept.*.subject': 'other of web',
  'verify.accept.*.reason': 'other',
  'verify.accept.*.until': '2999-02-28',
}

const METRICS = [
  'fechatter_http_requests_total',
  'fechatter_http_request_duration_seconds_count',
  'fechatter_messages_sent_total',
  'fechatter_cache_operations_total',
  'fechatter_cache_hits_total',
  'notify_sse_connections_active',
  'notify_sse_messages_sent_total',
  'notify_nats_events_processed_total',
  'analytics_clickhouse_operations_total',
  'analytics_events_processed_total',
  'bot_ai_agent_requests_total',
]

/** A receiver for some severities, of which a test changes the first. */
const LIMITED = { severities: ['warning'] }

const base = () => ({
  // Without a password there is no bcrypt to compute.
  monitoring: { app: 'chat-monitoring', image: 'registry.fly.io/mon:v3.13.0', access: 'public' },
  apps: [{ app: 'chat' }, { app: 'second', deploy: false }],
  services: [
    {
      name: 'web',
      app: 'chat',
      port: 9090,
      scheme: 'https',
      authorization: { credentials_env: 'WEB_TOKEN' },
      metrics: {
        m: { type: 'gauge' },
        ...Object.fromEntries(
          METRICS.map((name) => [name, { type: name.endsWith('_total') ? 'counter' : 'gauge' }]),
        ),
        fechatter_http_request_duration_seconds: { type: 'histogram' },
      },
    },
    {
      name: 'db',
      discovery: 'static',
      addresses: ['db.example.com:9187'],
      scheme: 'https',
      basic_auth: { username: 'ops', password_env: 'DB_PASSWORD' },
    },
  ],
  grafana: { dashboards: ['boards/a.json'] },
  alerts: {
    rules: ['rules/b.yml'],
    notify: {
      ...Object.fromEntries(
        ['slack', 'discord', 'ntfy', 'pagerduty', 'webhook'].map((kind) => [kind, LIMITED]),
      ),
      telegram: { ...LIMITED, chat_id: 1 },
      email: { ...LIMITED, to: ['x@example.com'], from: 'y@example.com', smarthost: 'mail.example.com:587' },
    } as Record<string, object> | undefined,
  },
  slos: [{ service: 'web', errors: 'status=~"5.."', of: 'fechatter_http_requests_total', objective: 99 }],
  remote_write: [
    {
      ...{ name: 'store', url: 'https://store.example/api/v1/write', user: '1', password_env: 'WEB_TOKEN' },
      ...{ keep: ['web_.*'], drop: ['go_.*'], queue_config: {} },
    },
  ],
  lint: { ignore: [{ code: 'fly/scale-to-zero', file: 'fly.other.toml', reason: 'it is fine' }] },
  verify: { accept: [{ code: 'metric-missing', subject: 'm of web', reason: 'Soon.', until: '2999-01-31' }] },
})

/** Every key of the schema, as paths; `*` is any entry of a list or a map. */
function keys(schema: JsonSchema, path: readonly string[] = []): string[] {
  const inner = [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, value]) =>
      keys(value as JsonSchema, [...path, name]),
    ),
    ...[schema.items, schema.additionalProperties]
      .filter((value) => typeof value === 'object' && !Array.isArray(value))
      .flatMap((value) => keys(value as JsonSchema, [...path, '*'])),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((value) => keys(value as JsonSchema, path)),
  ]
  return inner.length > 0 ? inner : [path.join('.')]
}

const LISTS: ReadonlySet<string> = new Set([
  'keep',
  'drop',
  'addresses',
  'severities',
  'to',
  'rules',
  'regions',
])

/** Grafana's contact point notifies only where no Alertmanager does. */
const withoutNotify = () => ({ ...base(), alerts: { rules: ['rules/b.yml'] } })

/** What another value of a key is compared with: an agent has no Alertmanager, and a store that gets every series. */
function basisOf(path: string) {
  if (path === 'alerts.receiver') return withoutNotify()
  if (path !== 'monitoring.engine' && path !== 'monitoring.shards') return base()
  const { keep: _, drop: __, ...target } = base().remote_write[0] ?? {}
  const basis = { ...withoutNotify(), remote_write: [target] }
  if (path === 'monitoring.engine') return basis
  return { ...basis, monitoring: { ...basis.monitoring, engine: 'agent' } }
}

function changed(path: string): object {
  const config = structuredClone(basisOf(path)) as Record<string, unknown>
  // The labels of a metric are a list, those of a service a map.
  const isList = (part: string) => LISTS.has(part) || (part === 'labels' && path.includes('.metrics.'))
  const keys: Record<string, string> = {
    metrics: 'm',
    build_args: 'ARG',
    ...(!isList('labels') && { labels: 'team' }),
  }
  const service = /\.(?:addresses|basic_auth)\./.test(path) ? 1 : 0
  const parts = path
    .split('.')
    .map((part, i, all) =>
      part !== '*' ? part : all[i - 1] === 'services' ? service : (keys[all[i - 1] ?? ''] ?? 0),
    )
  const parent = parts.slice(0, -1).reduce<Record<PropertyKey, unknown>>((at, part) => {
    at[part] ??= isList(String(part)) ? [] : {}
    return at[part] as Record<PropertyKey, unknown>
  }, config)
  parent[parts.at(-1) ?? ''] = OTHER[path]
  const services = config.services as Record<string, unknown>[]
  if (path === 'apps.*.app') Object.assign(services[0] ?? {}, { app: 'other' })
  if (path === 'services.*.discovery')
    services[0] = {
      ...{ name: 'web', discovery: OTHER[path], addresses: ['web.example.com:9090'] },
      metrics: services[0]?.metrics,
    }
  const slo = (config.slos as Record<string, unknown>[])[0] ?? {}
  const [web] = services
  // An objective belongs to a service of the file, and is about failed events or about slow ones.
  if (path === 'services.*.name') slo.service = web?.name
  if (path === 'slos.*.service' && web) web.name = slo.service
  if (path === 'slos.*.slower_than') {
    delete slo.errors
    slo.of = 'fechatter_http_request_duration_seconds'
  }
  return config
}

const MACHINES = (['app', 'worker'] as const).flatMap((processGroup, i): ServiceMachine[] =>
  ['chat', 'second', 'other'].map((app) => ({
    id: `${app}${i}`,
    app,
    region: 'nrt',
    state: i === 0 ? 'started' : 'stopped',
    privateIp: `fdaa::${i}`,
    processGroup,
  })),
)

const digest = (seen: object, folder: string): string =>
  createHash('sha256').update(JSON.stringify(seen).replaceAll(folder, '')).digest('hex')

/** A repository with this configuration, and a flyctl that only writes down how it is called. */
function prepare(folder: string, config: object) {
  const workspace = join(folder, 'repository')
  mkdirSync(join(workspace, 'boards'), { recursive: true })
  for (const name of ['a', 'b'])
    writeFileSync(
      join(workspace, 'boards', `${name}.json`),
      JSON.stringify({ uid: name, title: name, panels: [] }),
    )
  for (const name of ['fly.toml', 'fly.other.toml'])
    writeFileSync(join(workspace, name), 'app = "chat"\n[env]\nAPI_TOKEN = "0123456789abcdef0123"\n')
  mkdirSync(join(workspace, 'rules'))
  for (const name of ['a', 'b'])
    writeFileSync(
      join(workspace, 'rules', `${name}.yml`),
      `groups: [{ name: g, rules: [{ alert: Own${name}, expr: up == 0, for: 1m, labels: { severity: page } }] }]\n`,
    )
  writeFileSync(join(workspace, 'Dockerfile.other'), 'FROM scratch\n')
  writeFileSync(join(workspace, 'monitoring.yml'), stringify(config))
  for (const name of ['bin', 'record', 'scratch']) mkdirSync(join(folder, name))
  copyFileSync(join(import.meta.dirname, '../support/flyctl-recorder.sh'), join(folder, 'bin/flyctl'))
  return {
    'INPUT_FLY-API-TOKEN': 'token',
    'INPUT_GRAFANA-URL': 'http://127.0.0.1:1',
    'INPUT_GRAFANA-API-KEY': 'glsa_x',
    SLACK_WEBHOOK_URL: 'https://hooks.example/1',
    DISCORD_WEBHOOK_URL: 'https://hooks.example/2',
    TELEGRAM_BOT_TOKEN: '1:abcdefghijklmno',
    NTFY_URL: 'https://ntfy.example/topic',
    PAGERDUTY_ROUTING_KEY: 'a'.repeat(32),
    SMTP_PASSWORD: 'password',
    NOTIFY_WEBHOOK_URL: 'https://hooks.example/3',
    'INPUT_GRAFANA-PROMETHEUS-URL': 'https://prom.example/push',
    'INPUT_GRAFANA-PROMETHEUS-USER': '1',
    'INPUT_GRAFANA-PROMETHEUS-API-KEY': 'key',
    WEB_TOKEN: 'secret of web',
    DB_PASSWORD: 'secret of db',
    OTHER_TOKEN: 'another secret',
    FLY_METRICS_TOKEN: 'FlyV1 fm2_read-only',
    GITHUB_WORKSPACE: workspace,
    PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
    FLY_RECORD: join(folder, 'record'),
  }
}

/** What verification finds where the metric of `base` is missing. */
const WITHOUT_M = evidence({
  metrics: [
    {
      service: 'web',
      name: 'm',
      type: 'gauge',
      state: 'missing',
      machines: { with: 0, of: 1 },
      certainty: 'proven',
      why: 'It is missing.',
    },
  ],
})

const log = { info: () => {}, debug: () => {}, problem: () => {}, block: () => {} }

/** Digest of all that the outside would notice of a deploy: flyctl's calls and the files they took along, Grafana's objects, expected targets. */
async function deployed(config: object): Promise<string> {
  using folder = scratchFolder()
  const env = prepare(folder.path, config)
  await run({ env, log, signal: new AbortController().signal, scratch: join(folder.path, 'scratch') })
  const { project } = readProject(readInputs(env), env.GITHUB_WORKSPACE)
  const { grafana, health } = desiredState(project, readInputs(env), {
    commit: undefined,
    needAddresses: new Set(),
    groups: new Map(),
    scrapes: new Map(),
  })
  const machines = new Map(
    ['chat', 'second', 'other'].map((app) => [app, MACHINES.filter((machine) => machine.app === app)]),
  )
  const calls = readdirSync(env.FLY_RECORD)
    .map((name) => readFileSync(join(env.FLY_RECORD, name), 'utf8'))
    .toSorted()
  const expected = expectTargets(project.config, machines)
  const promised = project.config.services.map((service) => service.metrics)
  const judged = judge(WITHOUT_M, 'panels', acceptance(project.config.verify.accept, new Date()))
  const asked = project.config.remote_write.map(queryUrlOf)
  return digest({ calls, grafana, health, expected, promised, judged, asked }, folder.path)
}

/** Digest of what mode plan tells without access to Fly or Grafana. */
async function planned(config: object): Promise<string> {
  using folder = scratchFolder()
  const none = { 'INPUT_FLY-API-TOKEN': '', 'INPUT_GRAFANA-URL': '', 'INPUT_GRAFANA-API-KEY': '' }
  const env = { ...prepare(folder.path, config), ...none, INPUT_MODE: 'plan' }
  const { problems, skipped } = await run({
    env,
    log,
    signal: new AbortController().signal,
    scratch: join(folder.path, 'scratch'),
  })
  return digest({ problems, skipped }, folder.path)
}

/** Only inside of a test may a module be loaded. */
const plain: { deployed: string; planned: string } = { deployed: '', planned: '' }
beforeAll(async () => {
  plain.deployed = await deployed(base())
  plain.planned = await planned(base())
})

test('every key of the schema is in the table of this test', () => {
  const schema = toJsonSchema(configSchema, {
    typeMode: 'input',
    ignoreActions: ['check', 'finite', 'transform'],
  })
  expect([...new Set(keys(schema))].toSorted()).toEqual(Object.keys(OTHER).toSorted())
})

const isForPlan = (path: string) => path.startsWith('lint.')

test.each(Object.keys(OTHER).filter((path) => !isForPlan(path)))(
  '%s changes what the outside sees',
  async (path) => {
    const isOwn = ['alerts.receiver', 'monitoring.engine', 'monitoring.shards'].includes(path)
    const before = isOwn ? await deployed(basisOf(path)) : plain.deployed
    expect(await deployed(changed(path))).not.toBe(before)
  },
)

test.each(Object.keys(OTHER).filter(isForPlan))('%s changes what mode plan tells', async (path) => {
  expect(await planned(changed(path))).not.toBe(plain.planned)
})

test('nothing but keys makes a difference', async () => {
  expect(await deployed(base())).toBe(plain.deployed)
  expect(await planned(base())).toBe(plain.planned)
})
