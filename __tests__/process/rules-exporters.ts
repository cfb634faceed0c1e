import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Counter, Gauge, Histogram, Registry, Summary } from 'prom-client'

export const SERVICES = ['fechatter_server', 'notify_server', 'analytics_server', 'bot_server']

/** `idle`: no event has happened yet, so only gauges are there. `dead`: nobody listens. */
export const KINDS = ['histograms', 'summaries', 'idle', 'dead'] as const
export type Kind = (typeof KINDS)[number]

/** What one scrape adds: twenty requests, one of them failed; ten cache lookups, nine of them hits. */
function metrics(service: string, kind: Kind): { registry: Registry; scraped: () => void } {
  const registry = new Registry()
  const registers = [registry]
  const gauge = (name: string, value: number) => new Gauge({ name, help: name, registers }).set(value)
  const count = (name: string, labelled: Record<string, string>, each: number) => {
    if (kind === 'idle') return
    const known = registry.getSingleMetric(name) as Counter | undefined
    const counter = known ?? new Counter({ name, help: name, labelNames: Object.keys(labelled), registers })
    counter.inc(labelled, 0)
    perScrape.push(() => counter.inc(labelled, each))
  }
  const perScrape: (() => void)[] = []
  const duration = (name: string) => {
    if (kind === 'idle') return
    const metric =
      kind === 'summaries'
        ? new Summary({ name, help: name, registers, percentiles: [0.5, 0.95, 0.99] })
        : new Histogram({ name, help: name, registers, buckets: [0.1, 0.2, 0.4] })
    perScrape.push(() => metric.observe(0.15))
  }
  if (service === 'fechatter_server') {
    count('fechatter_http_requests_total', { status: '200' }, 19)
    count('fechatter_http_requests_total', { status: '500' }, 1)
    duration('fechatter_http_request_duration_seconds')
    gauge('fechatter_active_users', 7)
    gauge('fechatter_websocket_connections', 3)
    count('fechatter_messages_sent_total', { chat_type: 'group' }, 2)
    count('fechatter_cache_operations_total', { operation: 'get' }, 10)
    count('fechatter_cache_hits_total', { operation: 'get' }, 9)
  } else if (service === 'notify_server') {
    gauge('notify_sse_connections_active', 11)
    gauge('notify_online_users_gauge', 5)
    count('notify_sse_messages_sent_total', { event_type: 'message' }, 8)
    count('notify_nats_events_processed_total', { status: 'success' }, 2)
  } else if (service === 'analytics_server') {
    gauge('analytics_sessions_active', 4)
    count('analytics_events_processed_total', { status: 'success' }, 5)
    count('analytics_clickhouse_operations_total', { status: 'success' }, 1)
  } else {
    gauge('bot_up', 1)
    count('bot_nats_events_processed_total', { status: 'success' }, 1)
    count('bot_ai_agent_requests_total', { status: 'success' }, 1)
  }
  return {
    registry,
    scraped: () => {
      for (const step of perScrape) step()
    },
  }
}

/** One machine's metrics endpoint, on a port of its own. */
export async function exporter(service: string, kind: Kind): Promise<Server> {
  const { registry, scraped } = metrics(service, kind)
  const server = createServer((_, response) => {
    scraped()
    void registry.metrics().then((text) => response.setHeader('content-type', registry.contentType).end(text))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return server
}

export const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port
