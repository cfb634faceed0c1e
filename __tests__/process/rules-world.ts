/** Series in promtool's notation, by name and labels: `values` is one sample a minute. */
export type World = Readonly<Record<string, string>>

/** Stands for as long as the test looks. */
export const FOREVER = 'x∞'

const steady = (value: number): string => `${value}${FOREVER}`
/** A counter that grows by this much a minute. */
export const growing = (perMinute: number, from = 0): string => `${from}+${perMinute}${FOREVER}`
/** One value until a minute, then another. */
export const step = (before: number, minute: number, after: number): string =>
  `${before}x${minute - 1} ${after}${FOREVER}`
/** There until a minute, then gone, as after a machine has left the private DNS. */
export const gone = (value: number, minute: number): string => `${value}x${minute - 1} stale`

const labels = (service: string, app: string) =>
  `app="${app}",instance="[fdaa:0:1::2]:9090",job="${service}",service="${service}"`

/** `metric{…}` of a service, with the labels that a scrape gives it. */
export const of = (service: string, metric: string, own = ''): string =>
  `${metric}{${labels(service, service === 'prometheus' ? 'fechatter-monitoring' : 'fechatter')}${own && `,${own}`}}`

/** The same series of a second machine. */
export const onSecondMachine = (series: string): string => series.replace('fdaa:0:1::2', 'fdaa:0:1::3')

/** A quiet afternoon: every service up, ten requests a second, nothing fails, nothing is slow. */
export function healthy(): Record<string, string> {
  const world: Record<string, string> = {}
  for (const service of [
    'fechatter_server',
    'notify_server',
    'analytics_server',
    'bot_server',
    'prometheus',
  ]) {
    world[of(service, 'up')] = steady(1)
    world[of(service, 'scrape_samples_scraped')] = steady(60)
    world[of(service, 'scrape_duration_seconds')] = steady(0.05)
  }
  const fechatter = (metric: string, values: string, own?: string) => {
    world[of('fechatter_server', metric, own)] = values
  }
  fechatter('fechatter_http_requests_total', growing(600), 'status="200"')
  fechatter('fechatter_http_request_duration_seconds_bucket', growing(540), 'le="0.1"')
  fechatter('fechatter_http_request_duration_seconds_bucket', growing(594), 'le="0.25"')
  fechatter('fechatter_http_request_duration_seconds_bucket', growing(600), 'le="2.5"')
  fechatter('fechatter_http_request_duration_seconds_bucket', growing(600), 'le="+Inf"')
  fechatter('fechatter_active_users', steady(100))
  fechatter('fechatter_websocket_connections', steady(50))
  fechatter('fechatter_messages_sent_total', growing(60))
  fechatter('fechatter_cache_operations_total', growing(600))
  fechatter('fechatter_cache_hits_total', growing(540))
  world[of('notify_server', 'notify_sse_connections_active')] = steady(200)
  world[of('notify_server', 'notify_online_users_gauge')] = steady(150)
  world[of('notify_server', 'notify_sse_messages_sent_total')] = growing(600)
  world[of('notify_server', 'notify_nats_events_processed_total')] = growing(60)
  world[of('analytics_server', 'analytics_events_processed_total')] = growing(120)
  world[of('analytics_server', 'analytics_clickhouse_operations_total', 'status="success"')] = growing(60)
  world[of('analytics_server', 'analytics_sessions_active')] = steady(30)
  world[of('bot_server', 'bot_nats_events_processed_total')] = growing(60)
  world[of('bot_server', 'bot_ai_agent_requests_total', 'status="success"')] = growing(6)
  return { ...world, ...self() }
}

function self(): World {
  const metric = (name: string, own?: string) => of('prometheus', name, own)
  const queue = 'remote_name="abc",url="https://prom.example/api/prom/push"'
  return {
    [metric('prometheus_tsdb_storage_blocks_bytes')]: steady(2e9),
    [metric('prometheus_tsdb_wal_storage_size_bytes')]: steady(5e8),
    [metric('prometheus_tsdb_head_chunks_storage_size_bytes')]: steady(1e8),
    [metric('prometheus_config_last_reload_successful')]: steady(1),
    [metric('prometheus_rule_evaluation_failures_total', 'rule_group="targets"')]: steady(0),
    [metric('prometheus_remote_storage_shards', queue)]: steady(1),
    [metric('prometheus_remote_storage_highest_timestamp_in_seconds')]: growing(60),
    [metric('prometheus_remote_storage_queue_highest_timestamp_seconds', queue)]: growing(60),
    [metric('prometheus_remote_storage_queue_highest_sent_timestamp_seconds', queue)]: growing(60),
    [metric('prometheus_remote_storage_samples_failed_total', queue)]: steady(0),
    [metric('prometheus_remote_storage_samples_dropped_total', `${queue},reason="dropped_series"`)]:
      growing(600),
  }
}

/** The world without the series whose text matches. */
export const without = (world: World, pattern: RegExp): Record<string, string> =>
  Object.fromEntries(Object.entries(world).filter(([series]) => !pattern.test(series)))

/** The world with the matching series gone from a minute on, counters too. */
export const losing = (world: World, pattern: RegExp, minute: number): Record<string, string> =>
  Object.fromEntries(
    Object.entries(world).map(([series, values]) => [
      series,
      pattern.test(series) ? values.replace(FOREVER, `x${minute - 1} stale`) : values,
    ]),
  )
