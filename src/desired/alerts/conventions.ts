import { type DeclaredMetric, declaredMetrics } from '../../config/declared-metrics.ts'
import type { Config, ServiceConfig } from '../../config/schema.ts'

/** What the names and types of a service's metrics say by the conventions of Prometheus and of its client libraries. */
export interface ServiceSignals {
  /** Counts the requests: a counter, or the `_count` of a histogram or summary of their durations. */
  requests: string | undefined
  /** The matcher of the requests that failed; undefined when the contract names no label for their status. */
  failed: string | undefined
  /** A histogram or summary of the durations of the requests, in seconds. */
  duration: DeclaredMetric | undefined
}

/** `http_requests_total`, `grpc_server_handled_total`, `http_server_requests_seconds_count`. */
const REQUESTS = /(?:^|_)(?:requests?|handled)(?:_total)?$/
const DURATION = /(?:request|response|http|grpc|rpc|handling).*(?:duration|latency|time)?.*_seconds$/

/** Requests that a service sends, and those of Prometheus itself, which Go's library counts. */
const NOT_SERVED = /^promhttp_|(?:^|_)(?:client|outgoing|outbound|upstream|external)_/

/** Labels that libraries give to the status of a request, with the values of those that the server failed. */
const STATUS_LABELS: readonly (readonly [label: string, matcher: string])[] = [
  ['status', 'status=~"5.."'],
  ['code', 'code=~"5.."'],
  ['status_code', 'status_code=~"5.."'],
  ['http_status_code', 'http_status_code=~"5.."'],
  ['http_response_status_code', 'http_response_status_code=~"5.."'],
  ['grpc_code', 'grpc_code=~"Unknown|DeadlineExceeded|Unimplemented|Internal|Unavailable|DataLoss"'],
]

/** The signals of a service, as far as its contract has them. */
export function signalsOf(service: ServiceConfig): ServiceSignals {
  const metrics = declaredMetrics(service).filter(({ name }) => !NOT_SERVED.test(name))
  const duration = metrics.find(
    ({ name, type }) => (type === 'histogram' || type === 'summary') && DURATION.test(name),
  )
  const counter = metrics.find(({ name, type }) => type === 'counter' && REQUESTS.test(name))
  const counted = counter ?? duration
  return {
    requests: counter?.name ?? (duration && `${duration.name}_count`),
    failed: STATUS_LABELS.find(([label]) => counted?.labels.includes(label))?.[1],
    duration,
  }
}

/** Counters of failures alone: `jobs_failed_total`, `errors_total`. */
export const countsFailures = (name: string): boolean =>
  /(?:^|_)(?:errors?|failures?|failed|exceptions?|panics?)(?:_total)?$/.test(name)

/** Labels by which requests are told apart; a label that a service does not have is simply empty. */
export const STATUS = STATUS_LABELS.map(([label]) => label)

/** Which signals of a service have an objective: it replaces the rules that are made from the contract. */
export function objectivesOn(
  { slos }: Config,
  { name }: ServiceConfig,
): { errors: boolean; latency: boolean } {
  const own = slos.filter(({ service }) => service === name)
  return {
    errors: own.some(({ errors }) => errors !== undefined),
    latency: own.some((one) => one.slower_than !== undefined),
  }
}

/** The names of the alerts about a service. */
export function alertsAbout(config: Config, service: ServiceConfig): { errors: string[]; latency: string[] } {
  const objectives = objectivesOn(config, service)
  const slo = ['SloBurnsFast', 'SloBurnsSlowly']
  return {
    errors: objectives.errors ? slo : ['RequestErrorsHigh', 'RequestErrorsElevated'],
    latency: objectives.latency ? slo : ['RequestLatencyHigh'],
  }
}
