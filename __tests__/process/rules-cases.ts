import {
  gone,
  growing,
  healthy,
  losing,
  of,
  onSecondMachine,
  step,
  type World,
  without,
} from './rules-world.ts'

export interface Case {
  /** What happens. */
  name: string
  world: World
  /** Minutes after the start at which one looks. */
  at: number
  /** All alerts that fire step, besides the Watchdog. */
  firing: Firing[]
}

export interface Firing {
  alert: string
  /** Besides alertname. */
  labels: Record<string, string>
  /** What the templates make of `$value`. */
  value?: string
}

const fechatter = (metric: string, own?: string) => of('fechatter_server', metric, own)
const notify = (metric: string, own?: string) => of('notify_server', metric, own)
const self = (metric: string, own?: string) => of('prometheus', metric, own)
const QUEUE = 'remote_name="abc",url="https://prom.example/api/prom/push"'

const critical = (service: string, more: Record<string, string> = {}) => ({
  severity: 'critical',
  service,
  ...more,
})
const warning = (service: string, more: Record<string, string> = {}) => ({
  severity: 'warning',
  service,
  ...more,
})
const silent = (name: string, world: World, at: number): Case => ({ name, world, at, firing: [] })

const targets = (): Case[] => [
  {
    name: 'one of two machines of notify_server stops answering',
    world: { ...healthy(), [onSecondMachine(notify('up'))]: step(1, 10, 0) },
    at: 13,
    firing: [{ alert: 'TargetDown', labels: critical('notify_server', { app: 'fechatter' }), value: '1' }],
  },
  silent('a machine misses one scrape', { ...healthy(), [notify('up')]: '1x9 0x0 1x30' }, 12),
  {
    name: 'the password of the self-scrape is wrong',
    world: { ...healthy(), [self('up')]: step(1, 10, 0) },
    at: 13,
    firing: [
      { alert: 'TargetDown', labels: critical('prometheus', { app: 'fechatter-monitoring' }), value: '1' },
    ],
  },
  {
    name: 'every machine of analytics_server is stopped and leaves the DNS',
    world: losing(healthy(), /service="analytics_server"/, 10),
    at: 15,
    firing: [{ alert: 'ServiceAbsent', labels: critical('analytics_server') }],
  },
  {
    name: 'bot_server answers with an empty page',
    world: {
      ...losing(healthy(), /^bot_/, 10),
      [of('bot_server', 'scrape_samples_scraped')]: step(60, 10, 0),
    },
    at: 25,
    firing: [{ alert: 'EmptyExposition', labels: warning('bot_server', { app: 'fechatter' }), value: '1' }],
  },
  {
    name: 'notify_server loses a promised gauge',
    world: losing(healthy(), /notify_online_users_gauge/, 10),
    at: 30,
    firing: [
      {
        alert: 'MetricAbsent',
        labels: warning('notify_server', { metric: 'notify_online_users_gauge' }),
      },
    ],
  },
  silent(
    'a counter that only comes with traffic is not there',
    without(healthy(), /bot_ai_agent_requests_total|analytics_clickhouse/),
    60,
  ),
  {
    name: 'scrapes of fechatter_server take seven seconds',
    world: { ...healthy(), [fechatter('scrape_duration_seconds')]: step(0.1, 10, 7) },
    at: 25,
    firing: [{ alert: 'ScrapeSlow', labels: warning('fechatter_server', { app: 'fechatter' }), value: '7s' }],
  },
]

const sent = self('prometheus_remote_storage_queue_highest_sent_timestamp_seconds', QUEUE)

const monitoring = (): Case[] => [
  {
    name: 'remote write stops getting through',
    world: { ...healthy(), [sent]: '0+60x10 600x100' },
    at: 20,
    firing: [{ alert: 'RemoteWriteBehind', labels: { severity: 'warning' }, value: '10m 0s' }],
  },
  {
    name: 'on 2.42 the URL is wrong from the start: nothing was ever sent',
    world: without(healthy(), /queue_highest_|samples_dropped/),
    at: 10,
    firing: [{ alert: 'RemoteWriteBehind', labels: { severity: 'warning' }, value: '10m 0s' }],
  },
  silent('remote write is off', without(healthy(), /remote_storage/), 60),
  {
    name: 'the key of remote write is wrong: samples fail and time goes on',
    world: {
      ...healthy(),
      [self('prometheus_remote_storage_samples_failed_total', QUEUE)]: growing(120),
    },
    at: 20,
    firing: [{ alert: 'RemoteWriteFailing', labels: { severity: 'critical' }, value: '2' }],
  },
  {
    name: 'the volume fills',
    world: { ...healthy(), [self('prometheus_tsdb_storage_blocks_bytes')]: step(2e9, 10, 8e9) },
    at: 30,
    firing: [{ alert: 'VolumeFilling', labels: { severity: 'warning' }, value: '86%' }],
  },
  {
    name: 'the volume fills, on 2.42, which only knows its blocks',
    world: {
      ...without(healthy(), /wal_storage|head_chunks/),
      [self('prometheus_tsdb_storage_blocks_bytes')]: step(2e9, 10, 9e9),
    },
    at: 30,
    firing: [{ alert: 'VolumeFilling', labels: { severity: 'warning' }, value: '90%' }],
  },
  {
    name: 'Prometheus refuses its new configuration',
    world: { ...healthy(), [self('prometheus_config_last_reload_successful')]: step(1, 10, 0) },
    at: 20,
    firing: [
      { alert: 'ConfigReloadFailed', labels: critical('prometheus', { app: 'fechatter-monitoring' }) },
    ],
  },
  {
    name: 'rules cannot be evaluated',
    world: {
      ...healthy(),
      [self('prometheus_rule_evaluation_failures_total', 'rule_group="targets"')]: growing(4),
    },
    at: 20,
    firing: [
      {
        alert: 'RuleFailures',
        labels: critical('prometheus', { app: 'fechatter-monitoring', rule_group: 'targets' }),
      },
    ],
  },
]

const failures = fechatter('fechatter_http_requests_total', 'status="500"')
const requests = fechatter('fechatter_http_requests_total', 'status="200"')
const summary = (quantile: string) =>
  fechatter('fechatter_http_request_duration_seconds', `quantile="${quantile}"`)

const http = (): Case[] => [
  {
    name: 'one request in twenty fails',
    world: { ...healthy(), [requests]: growing(570), [failures]: growing(30) },
    at: 12,
    firing: [{ alert: 'ErrorBudgetBurnFast', labels: critical('fechatter_server'), value: '5%' }],
  },
  {
    name: 'one request in a hundred fails, for hours',
    world: { ...healthy(), [requests]: growing(594), [failures]: growing(6) },
    at: 60,
    firing: [{ alert: 'ErrorBudgetBurnSlow', labels: warning('fechatter_server'), value: '1%' }],
  },
  silent(
    'requests failed ten minutes ago and do not any more',
    { ...healthy(), [failures]: '0x300 0+60x8 480x100' },
    320,
  ),
  silent(
    'one request fails on a quiet night',
    { ...healthy(), [requests]: growing(1), [failures]: step(0, 10, 1) },
    14,
  ),
  silent('no request at all', without(healthy(), /fechatter_http|analytics_events/), 60),
  {
    name: 'the slowest tenth takes seconds, told by a histogram',
    world: {
      ...healthy(),
      [fechatter('fechatter_http_request_duration_seconds_bucket', 'le="0.25"')]: growing(540),
      [fechatter('fechatter_http_request_duration_seconds_bucket', 'le="0.1"')]: growing(300),
    },
    at: 20,
    firing: [{ alert: 'LatencyHigh', labels: warning('fechatter_server'), value: '1.375s' }],
  },
  {
    name: 'the slowest tenth takes seconds, told by a summary',
    world: {
      ...without(healthy(), /duration_seconds_bucket/),
      [summary('0.95')]: '0.8x60',
      [summary('0.5')]: '0.1x60',
    },
    at: 20,
    firing: [{ alert: 'LatencyHigh', labels: warning('fechatter_server'), value: '800ms' }],
  },
  silent(
    'a slow request now and step, in a summary that never forgets',
    {
      ...without(healthy(), /duration_seconds_bucket|analytics_events/),
      [requests]: growing(6),
      [summary('0.95')]: '8x60',
    },
    20,
  ),
  {
    name: 'the cache is empty',
    world: without(healthy(), /cache_hits/),
    at: 30,
    firing: [{ alert: 'CacheHitRatioLow', labels: warning('fechatter_server'), value: '0%' }],
  },
  silent('nobody asks the cache', without(healthy(), /fechatter_cache/), 30),
]

const connections = notify('notify_sse_connections_active')

const delivery = (): Case[] => [
  {
    name: 'three quarters of the SSE connections go away',
    world: { ...healthy(), [connections]: step(200, 45, 50) },
    at: 50,
    firing: [{ alert: 'NotifySSEConnectionsDropped', labels: critical('notify_server'), value: '50' }],
  },
  silent(
    'a deployment moves all SSE connections to another machine',
    {
      ...healthy(),
      [connections]: gone(200, 45),
      [onSecondMachine(connections)]: '_x44 200x60',
    },
    60,
  ),
  silent('the last few people go home', { ...healthy(), [connections]: step(15, 45, 2) }, 52),
  {
    name: 'messages are sent and none is delivered',
    world: { ...healthy(), [notify('notify_sse_messages_sent_total')]: '0+600x10 6000x60' },
    at: 25,
    firing: [{ alert: 'NotifyFanoutStalled', labels: critical('notify_server'), value: '200' }],
  },
  {
    name: 'not one message was ever delivered',
    world: without(healthy(), /notify_sse_messages_sent_total/),
    at: 15,
    firing: [{ alert: 'NotifyFanoutStalled', labels: critical('notify_server'), value: '200' }],
  },
  silent(
    'nobody is connected, so nothing is delivered',
    { ...without(healthy(), /notify_sse_messages_sent_total/), [connections]: '0x60' },
    30,
  ),
  {
    name: 'notify_server takes a third of the messages from NATS',
    world: { ...healthy(), [notify('notify_nats_events_processed_total')]: growing(18) },
    at: 30,
    firing: [{ alert: 'NatsConsumerLagging', labels: warning('notify_server'), value: '300m' }],
  },
  {
    name: 'notify_server takes nothing from NATS',
    world: without(healthy(), /notify_nats_events_processed_total/),
    at: 30,
    firing: [{ alert: 'NatsConsumerLagging', labels: warning('notify_server'), value: '0' }],
  },
]

const clickhouse = (status: string) =>
  of('analytics_server', 'analytics_clickhouse_operations_total', `status="${status}"`)
const agent = (status: string) => of('bot_server', 'bot_ai_agent_requests_total', `status="${status}"`)

const workers = (): Case[] => [
  {
    name: 'analytics_server takes in nothing while there is traffic',
    world: without(healthy(), /analytics_events_processed_total/),
    at: 40,
    firing: [{ alert: 'AnalyticsIngestStalled', labels: warning('analytics_server') }],
  },
  {
    name: 'one ClickHouse write in four fails',
    world: { ...healthy(), [clickhouse('success')]: growing(45), [clickhouse('failed')]: growing(15) },
    at: 25,
    firing: [{ alert: 'ClickHouseWritesFailing', labels: critical('analytics_server'), value: '25%' }],
  },
  {
    name: 'half of the AI requests fail',
    world: { ...healthy(), [agent('success')]: growing(3), [agent('failed')]: growing(3) },
    at: 25,
    firing: [{ alert: 'BotAgentErrors', labels: warning('bot_server'), value: '50%' }],
  },
  silent(
    'two AI requests fail',
    { ...healthy(), [agent('success')]: '2x60', [agent('failed')]: '0 1 2x60' },
    30,
  ),
]

export const cases = (): Case[] => [
  silent('a quiet afternoon', healthy(), 400),
  ...targets(),
  ...monitoring(),
  ...http(),
  ...delivery(),
  ...workers(),
]
