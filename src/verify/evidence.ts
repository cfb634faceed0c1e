import type { Diagnostic } from '../lib/errors.ts'

/**
 * What a verification found out: flat and serialisable (times are ISO texts), for the report and for machines.
 * Text that came from Prometheus or from targets is foreign: whoever prints it escapes it for the place it goes to.
 */
export interface Evidence {
  /** Prometheus' own clock when verification began; only what was scraped after it counts. Absent: it never answered. */
  mark?: string
  /** When verification began and ended on our clock. */
  began: string
  ended: string
  /** Why verification ended before everything was certain; absent when it did not. */
  cutShort?: 'deadline' | 'cancelled'
  /** Version of the server that answered. */
  prometheus?: string
  /** One entry per machine and service that must be there, in the order of the configuration. */
  targets: TargetEvidence[]
  /** One entry per service, also for those without any machine. */
  services: ServiceEvidence[]
  metrics: MetricEvidence[]
  /** What services expose beyond their contract. */
  undeclared: UndeclaredMetrics[]
  panels: PanelEvidence[]
  rules: RuleEvidence[]
  /** Alerts that are pending or firing now: shown, never a failure of the deployment. */
  alerts: AlertEvidence[]
  /** Everything else that was looked at, one claim each. */
  checks: CheckEvidence[]
  /** Why verification could not be done, or not to the end. */
  problems: Diagnostic[]
}

/**
 * How sure we are of what an entry says, good or bad. `proven`: seen in an answer of the running system.
 * `inferred`: follows from signs that usually, not always, mean it. `not checked`: we know nothing about it.
 */
export type Certainty = 'proven' | 'inferred' | 'not checked'

/** Every claim carries its certainty, and why it is no more and no less. */
export interface Claim {
  certainty: Certainty
  why: string
}

/** Why a target counts as failed: a closed set, so that reports and tests can rely on it. */
export const REASON_CLASSES = [
  // The machine, before any scrape.
  'no-machines',
  'stopped',
  // Discovery, before any answer.
  'not-discovered',
  'not-scraped',
  'stale',
  // No connection.
  'dns',
  'refused',
  'unreachable',
  'timeout',
  'reset',
  'not-http',
  'tls',
  'scheme',
  // An answer, but not the one we need.
  'auth',
  'not-found',
  'server-error',
  'http-status',
  'redirect',
  'html',
  'content-type',
  'encoding',
  'truncated',
  'parse',
  'limit',
  // Prometheus' own fault.
  'local-config',
  // Up, and still wrong.
  'empty',
  'samples-lost',
  'unknown',
] as const
export type ReasonClass = (typeof REASON_CLASSES)[number]

/** Why something is wrong, in the platform's terms, and what to do next. */
export interface Reason {
  class: ReasonClass
  /** What happened, as a sentence. */
  why: string
  /** The next thing to do, as a sentence. */
  next: string
  /** Whether the class follows from the evidence beyond doubt; the remedy may still be a guess among several. */
  certainty: Certainty
  /** What Prometheus said, word for word, at most 500 characters; empty when it said nothing. */
  detail: string
}

export interface TargetEvidence extends Claim {
  service: string
  app: string
  machine: string
  region: string
  /** Address and port that Prometheus scrapes, as `[fdaa:…]:9090`. */
  address: string
  /**
   * `up`: scraped after the mark, with samples. `down`: it is not, for `reason`, and waiting would not change it or
   * the time was up. `resting`: stopped, and it may be. `unknown`: Prometheus could not be asked about it.
   */
  state: 'up' | 'down' | 'resting' | 'unknown'
  /** For `down` always, otherwise never. */
  reason?: Reason
  /** The same reason, told once for all targets that share cause and remedy; absent when there is no other. */
  shared?: Reason
  /** Start of the last scrape on Prometheus' clock, also when it was before the mark. */
  lastScrape?: string
  /** Samples of the last scrape, as the target sent them. */
  samples?: number
  /** Samples of the last scrape that Prometheus did not store. */
  lost?: number
}

export interface ServiceEvidence {
  service: string
  app: string
  /** Machines that must be up, and how many of them are. */
  expected: number
  up: number
  resting: number
  /** There for a service of which no machine exists: 0 of 0 proves nothing. */
  reason?: Reason
}

export interface MetricEvidence extends Claim {
  service: string
  name: string
  /** As declared in the contract. */
  type: string
  /**
   * `present`: with samples and the declared type. `waiting`: absent, as it may be before the first event.
   * `missing`: no sample of it. `wrong-type`: exposed as `actualType`. `partial`: not on every machine that is up.
   * `unknown`: nothing could be found out.
   */
  state: 'present' | 'waiting' | 'missing' | 'wrong-type' | 'partial' | 'unknown'
  /** Type that the service declares; absent when it declares none. */
  actualType?: string
  /** A metric that the service does expose and that may be meant. */
  nearMiss?: string
  /** Machines that expose it, out of those that are up. */
  machines: { with: number; of: number }
  /** What to do about it; absent where nothing is wrong. */
  next?: string
}

export interface UndeclaredMetrics {
  service: string
  /** Names of metric families, sorted. */
  names: string[]
}

/**
 * What a query of a panel came to. Only `data` is good; `warning` is data with a remark of Prometheus.
 * `waiting`: no data, as it may be before the first traffic. `too-early`: time was up before there could be any.
 * `stale`: only samples from before this verification. `nan`: values, none of them a number.
 */
export const PANEL_STATES = [
  'data',
  'warning',
  'no-data',
  'waiting',
  'too-early',
  'stale',
  'nan',
  'error',
  'not-checked',
] as const
export type PanelState = (typeof PANEL_STATES)[number]

/** One query of one panel of one dashboard. */
export interface PanelEvidence extends Claim {
  dashboard: { uid: string; title: string }
  panel: { id: number; title: string }
  refId: string
  /** As written in the dashboard. */
  expr: string
  /** As executed, with variables and macros filled in. */
  query: string
  state: PanelState
  /** Series that came back. */
  series: number
  /** One of the values, as Prometheus writes it. */
  value?: string
  /** Metric or label selection that has no data, where that is the cause. */
  absent: string[]
  /** The service that exposes it and has no target that is up, where that is the cause. */
  down?: string
  next?: string
}

export interface RuleEvidence extends Claim {
  group: string
  name: string
  kind: 'alerting' | 'recording'
  /** `missing`: shipped, but not loaded. */
  state: 'ok' | 'error' | 'not-evaluated' | 'missing'
  /** Prometheus' words; empty when all is well. */
  detail: string
}

export interface AlertEvidence {
  name: string
  state: 'pending' | 'firing'
  labels: Record<string, string>
  summary: string
  since: string
}

export const CHECK_AREAS = [
  'configuration',
  'reload',
  'retention',
  'self-scrape',
  'rules',
  'remote-write',
  'access',
  'health',
  'metrics-exposure',
] as const
export type CheckArea = (typeof CHECK_AREAS)[number]

/** One thing that was looked at beside targets, metrics, panels and rules. */
export interface CheckEvidence extends Claim {
  area: CheckArea
  /** What it is about: an app, a URL, a file. */
  subject: string
  outcome: 'holds' | 'warning' | 'broken' | 'not-checked'
  /** What to do; absent where nothing is wrong. */
  next?: string
}
