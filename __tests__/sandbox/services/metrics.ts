import { Counter, Gauge, Histogram, Registry, Summary } from 'prom-client'
import type { Service } from './ports.ts'

/** What one service measures. */
export interface Meter {
  /** The text exposition of every metric that has a value. `without` leaves one out. */
  expose(without?: string): Promise<string>
  /** A little while of live traffic: a handful of events of every kind. */
  traffic(): void
  /** Names of all metrics, in the order of their declaration. */
  names: readonly string[]
}

/** Quantiles of metrics-exporter-prometheus' summaries. */
const QUANTILES = [0, 0.5, 0.9, 0.95, 0.99, 0.999, 1]

type Labels = Record<string, string>

/** Builds the metrics of one service; `event` is what happens again and again. */
type Model = (make: Make) => () => void

interface Make {
  counter(name: string, labels: readonly string[]): (labels: Labels, by?: number) => void
  gauge(name: string): (value: number) => void
  duration(name: string, labels: readonly string[]): (labels: Labels, seconds: number) => void
}

/** What happens in each of Fechatter's services. */
export const MODELS: Readonly<Record<Service, Model>> = {
  fechatter_server: chat,
  notify_server: notify,
  analytics_server: analytics,
  bot_server: bot,
}

const pick = <T>(values: readonly [T, ...T[]]): T =>
  values[Math.floor(Math.random() * values.length)] ?? values[0]
const chance = (probability: number): boolean => Math.random() < probability
/** Few are slow: the square of a uniform number, up to the given seconds. */
const seconds = (most: number): number => Math.random() ** 2 * most
const between = (least: number, most: number): number => Math.round(least + Math.random() * (most - least))

function chat(make: Make): () => void {
  const requests = make.counter('fechatter_http_requests_total', ['method', 'route', 'status'])
  const duration = make.duration('fechatter_http_request_duration_seconds', ['method', 'route'])
  const users = make.gauge('fechatter_active_users')
  const messages = make.counter('fechatter_messages_sent_total', ['chat_type', 'has_files'])
  const sockets = make.gauge('fechatter_websocket_connections')
  const lookups = make.counter('fechatter_cache_operations_total', ['operation'])
  const hits = make.counter('fechatter_cache_hits_total', ['operation'])
  return () => {
    const [method, route] = pick([
      ['GET', '/api/chats'],
      ['GET', '/api/users'],
      ['POST', '/api/chat/{id}/messages'],
    ])
    requests({ method, route, status: chance(0.01) ? '500' : method === 'GET' ? '200' : '201' })
    duration({ method, route }, seconds(0.4))
    messages({ chat_type: pick(['single', 'group', 'public_channel']), has_files: String(chance(0.2)) })
    lookups({ operation: 'get' })
    hits({ operation: 'get' }, chance(0.9) ? 1 : 0)
    users(between(40, 60))
    sockets(between(30, 40))
  }
}

function notify(make: Make): () => void {
  const active = make.gauge('notify_sse_connections_active')
  const connections = make.counter('notify_sse_connections_total', ['status'])
  const sent = make.counter('notify_sse_messages_sent_total', ['event_type'])
  const processed = make.counter('notify_nats_events_processed_total', ['subject', 'status'])
  const online = make.gauge('notify_online_users_gauge')
  return () => {
    connections({ status: pick(['connected', 'disconnected']) })
    sent({ event_type: pick(['NewMessage', 'NewChat', 'UserTyping']) }, between(1, 5))
    processed({ subject: pick(['fechatter.chats.created', 'fechatter.messages.created']), status: 'success' })
    active(between(30, 50))
    online(between(40, 60))
  }
}

function analytics(make: Make): () => void {
  const events = make.counter('analytics_events_processed_total', ['event_type', 'status'])
  const operations = make.counter('analytics_clickhouse_operations_total', ['operation', 'table', 'status'])
  const sessions = make.gauge('analytics_sessions_active')
  const duration = make.duration('analytics_processing_duration_seconds', ['event_type'])
  return () => {
    const event_type = pick(['AppStart', 'MessageSent', 'ChatJoined'])
    events({ event_type, status: 'success' })
    operations({ operation: 'insert', table: 'analytics_events', status: 'success' })
    duration({ event_type }, seconds(0.05))
    sessions(between(20, 30))
  }
}

function bot(make: Make): () => void {
  const events = make.counter('bot_nats_events_processed_total', ['event_type', 'status'])
  const requests = make.counter('bot_ai_agent_requests_total', ['agent', 'status'])
  const embeddings = make.counter('bot_embeddings_generated_total', ['model'])
  const duration = make.duration('bot_processing_duration_seconds', ['event_type'])
  return () => {
    events({ event_type: 'MessageCreated', status: 'success' })
    requests({ agent: pick(['summary', 'translation']), status: 'success' })
    embeddings({ model: 'text-embedding-3-small' })
    duration({ event_type: 'MessageCreated' }, seconds(2))
  }
}

/** The meter of one service; `summaries` says how durations are exposed. */
export function createMeter(model: Model, summaries: boolean): Meter {
  const register = new Registry()
  const names: string[] = []
  const common = (name: string, labelNames: readonly string[] = []) => {
    names.push(name)
    return { name, help: name.replaceAll('_', ' '), labelNames: [...labelNames], registers: [register] }
  }
  const event = model({
    counter: (name, labels) => {
      const metric = new Counter(common(name, labels))
      return (values, by = 1) => metric.inc(values, by)
    },
    gauge: (name) => {
      const metric = new Gauge(common(name))
      return (value) => metric.set(value)
    },
    duration: (name, labels) => {
      const metric = summaries
        ? new Summary({ ...common(name, labels), percentiles: QUANTILES })
        : new Histogram(common(name, labels))
      return (values, took) => metric.observe(values, took)
    },
  })
  return {
    names,
    traffic: () => {
      for (let n = 0; n < 5; n++) event()
    },
    expose: async (without) => {
      const pages = names
        .filter((name) => name !== without)
        .map((name) => register.getSingleMetricAsString(name))
      // A labelled metric without an event is not there at all, in Rust's exporter and ours.
      return (await Promise.all(pages))
        .filter((page) => /^[^#\s]/m.test(page))
        .join('\n')
        .concat('\n')
    },
  }
}
