import type { Diagnostic } from '../lib/errors.ts'
import type { PanelSeries } from '../model/panel-series.ts'
import type { CheckArea } from './check-areas.ts'
import type { MetricState } from './metric-states.ts'
import type { ReasonClass } from './reason-classes.ts'

/**
 * The result of a verification: flat and serialisable (times are ISO strings), for the report and for programs. Text
 * from Prometheus or from targets is not trusted: the code that prints it must escape it for the destination.
 */
export interface Evidence {
  /** Start of verification on Prometheus' clock; only later scrapes count. Absent: Prometheus never answered. */
  mark?: string
  /** When the deploy of this run began, on Prometheus' clock; absent when the run only verifies. */
  deployBegan?: string
  /** When verification began and ended, on the local clock. */
  began: string
  ended: string
  /** Why verification ended before every result was certain; absent when it was complete. */
  cutShort?: 'deadline' | 'cancelled'
  /** Version of the server that answered. */
  prometheus?: string
  /** One entry per expected machine and service, in the order of the configuration. */
  targets: TargetEvidence[]
  /** Targets of the services' jobs that belong to no machine of their apps; empty in the good case. */
  unexpected: UnexpectedEvidence[]
  /** One entry per service, including services without a machine. */
  services: ServiceEvidence[]
  metrics: MetricEvidence[]
  /** Metrics that services expose in addition to the declared ones. */
  undeclared: UndeclaredMetrics[]
  panels: PanelEvidence[]
  rules: RuleEvidence[]
  /** Alerts that are pending or firing now: shown, but never a failure of the deployment. */
  alerts: AlertEvidence[]
  /** All other checks, one claim each. */
  checks: CheckEvidence[]
  /** Only the receivers of alerts were asked: mode `drill`. */
  isDrill?: true
  /** Why verification could not be done or completed. */
  problems: Diagnostic[]
}

/**
 * How certain an entry is, good or bad. `proven`: seen in an answer of the running system. `inferred`: follows from
 * signs that usually, but not always, mean it. `not checked`: nothing is known about it.
 */
export type Certainty = 'proven' | 'inferred' | 'not checked'

/** Every claim has a certainty and the reason for it. */
export interface Claim {
  certainty: Certainty
  why: string
}

/** Why something is wrong, in the platform's terms, and what to do next. */
export interface Reason {
  class: ReasonClass
  /** What happened, as a sentence. */
  why: string
  /** What to do next, as a sentence. */
  next: string
  /** How certainly the class follows from the evidence; the remedy may still be one of several possibilities. */
  certainty: Certainty
  /** The error message of Prometheus, unchanged, at most 500 characters; empty when there is none. */
  detail: string
}

export interface TargetEvidence extends Claim {
  service: string
  app: string
  /** Id of the machine, and its region; both empty for a static address, which is not on Fly. */
  machine: string
  region: string
  /** Address and port that Prometheus scrapes, as `[fdaa:…]:9090`. */
  address: string
  /**
   * `up`: scraped after verification began, with samples. `down`: not up because of `reason`, and either waiting would
   * not change that or time ran out. `resting`: stopped, which is allowed. `unknown`: Prometheus could not be asked.
   */
  state: 'up' | 'down' | 'resting' | 'unknown'
  /** Present exactly when the state is `down`. */
  reason?: Reason
  /** The same reason, worded for all targets that share cause and remedy; absent when it applies to one target only. */
  shared?: Reason
  /** Of a target that no shard scrapes: the shard to which it belongs. */
  shard?: number
  /** Start of the last scrape on Prometheus' clock, even if it was before verification began. */
  lastScrape?: string
  /** Of a target that is down: its last good scrape before, about; `null`: none in two days; absent: not known. */
  lastHeld?: string | null
  /** Samples of the last scrape, as the target sent them. */
  samples?: number
  /** Samples of the last scrape that Prometheus did not store. */
  lost?: number
  /** Its scrapes since verification began, from the first successful one on; absent when there was none. */
  history?: ScrapeHistoryEvidence
  /** What to do where the state is `unknown` and the reason calls for it. */
  next?: string
}

/** What the scrapes of a target say together. */
export interface ScrapeHistoryEvidence {
  scrapes: number
  /** Of these, how many failed. */
  failed: number
  /** How often its process started again: since verification began, and in the minutes before. */
  restarts: number
  restartsBefore: number
}

/** A target that Prometheus scrapes for a service, on an address that `flyctl machine list` does not know. */
export interface UnexpectedEvidence extends Claim {
  service: string
  app: string
  /** As `[fdaa:…]:9090`. */
  address: string
  health: 'up' | 'down' | 'unknown'
  /** The error message of Prometheus; empty when there is none. */
  detail: string
  next: string
}

export interface ServiceEvidence {
  service: string
  app: string
  /** Machines that must be up, and how many of them are. */
  expected: number
  up: number
  resting: number
  /** Present when the service has no machine: 0 of 0 proves nothing. */
  reason?: Reason
}

export interface MetricEvidence extends Claim {
  service: string
  name: string
  /** As declared in the configuration. */
  type: string
  state: MetricState
  /** Type that the service exposes; absent when it sends no `# TYPE` line. */
  actualType?: string
  /** When a missing metric last had samples, as for targets. */
  lastHeld?: string | null
  /** The name under which the service exposes it, certainly or probably. */
  nearMiss?: string
  /** Machines that expose it, out of those that are up. */
  machines: { with: number; of: number }
  /** What to do; absent when nothing is wrong. */
  next?: string
}

export interface UndeclaredMetrics {
  service: string
  /** Names of metric families, sorted. */
  names: string[]
}

/**
 * The result of a panel query. `data` is good; `warning`: data from a fallback, with gaps, or with a warning of Prometheus.
 * `waiting`: no data (or only NaN), as in a healthy service: no traffic, no failure, a condition that nothing fulfils.
 * `too-early`: data only later (`dataFrom`), or time ran out. `stale`: only samples from before this verification.
 * `nan`: values, none of them a number. `not-checked`: promised, and could not be judged. `other-source`: not promised.
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
  'other-source',
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
  /** Number of series in the answer. */
  series: number
  /** One of the values, as Prometheus writes it. */
  value?: string
  /** Metrics or selectors without data, when they are the cause. */
  absent: string[]
  /** The service that exposes the metric and has no target that is up, when that is the cause. */
  down?: string
  /** What it returned over the last hour; only for a report with charts. */
  samples?: PanelSeries[]
  /** When there will be data, as far as that is known: the query looks further back than there are samples. */
  dataFrom?: string
  next?: string
}

export interface RuleEvidence extends Claim {
  group: string
  name: string
  kind: 'alerting' | 'recording'
  /** `missing`: deployed, but not loaded. `not-checked`: Prometheus did not return it, or did not answer its query. */
  state: 'ok' | 'error' | 'not-evaluated' | 'missing' | 'not-checked'
  /** The error message of Prometheus; empty when there is no error. */
  detail: string
}

export interface AlertEvidence {
  name: string
  state: 'pending' | 'firing'
  labels: Record<string, string>
  summary: string
  since: string
}

/** The subject of the check that says that no one is notified of alerts: it is shown before everything else. */
export const NO_ONE_NOTIFIED = 'alerts'

/** Another check. `not-checked` leaves a promise open; with `nothing-to-check` nothing was promised in this run. */
export interface CheckEvidence extends Claim {
  area: CheckArea
  /** The subject of the check: an app, a URL, a file. */
  subject: string
  outcome: 'holds' | 'warning' | 'broken' | 'not-checked' | 'nothing-to-check'
  /** What to do; absent when nothing is wrong. */
  next?: string
}
