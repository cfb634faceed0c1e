import { PRESET_APP, type PresetNames } from '../inputs/types.ts'
import type { Config } from './schema.ts'

const afterTraffic = <T extends 'counter' | 'histogram'>(type: T) => ({
  type,
  expect: 'after-traffic' as const,
})

/**
 * Fechatter's four services, which apply without a configuration file. Labelled counters and histograms do not
 * exist before the first event, hence `after-traffic`.
 */
const SERVICES: Record<string, { port: number; metrics: Config['services'][number]['metrics'] }> = {
  fechatter_server: {
    port: 9090,
    metrics: {
      fechatter_http_requests_total: afterTraffic('counter'),
      fechatter_http_request_duration_seconds: afterTraffic('histogram'),
      fechatter_active_users: 'gauge',
      fechatter_messages_sent_total: afterTraffic('counter'),
      fechatter_websocket_connections: 'gauge',
      fechatter_cache_operations_total: afterTraffic('counter'),
      fechatter_cache_hits_total: afterTraffic('counter'),
    },
  },
  notify_server: {
    port: 9091,
    metrics: {
      notify_sse_connections_active: 'gauge',
      notify_sse_connections_total: afterTraffic('counter'),
      notify_sse_messages_sent_total: afterTraffic('counter'),
      notify_nats_events_processed_total: afterTraffic('counter'),
      notify_online_users_gauge: 'gauge',
    },
  },
  analytics_server: {
    port: 7778,
    metrics: {
      analytics_events_processed_total: afterTraffic('counter'),
      analytics_clickhouse_operations_total: afterTraffic('counter'),
      analytics_sessions_active: 'gauge',
      analytics_processing_duration_seconds: afterTraffic('histogram'),
    },
  },
  bot_server: {
    port: 9092,
    metrics: {
      bot_nats_events_processed_total: afterTraffic('counter'),
      bot_ai_agent_requests_total: afterTraffic('counter'),
      bot_embeddings_generated_total: afterTraffic('counter'),
      bot_processing_duration_seconds: afterTraffic('histogram'),
    },
  },
}

/** The preset in the form of a configuration file, before validation fills in the defaults. */
export function presetConfig(names: PresetNames): unknown {
  const app = names.app ?? PRESET_APP
  return {
    monitoring: {
      app: names.monitoringApp ?? `${app}-monitoring`,
      ...(names.organization !== undefined && { organization: names.organization }),
      ...(names.region !== undefined && { region: names.region }),
    },
    apps: [{ app, config: 'fly.toml', dockerfile: 'docker/Dockerfile.fly', health: '/health' }],
    services: Object.entries(SERVICES).map(([name, service]) => ({ name, app, ...service })),
    grafana: { folder: 'Fechatter' },
  }
}
