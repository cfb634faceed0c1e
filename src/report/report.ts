import type { Mode } from '../inputs.ts'
import type { Problem } from '../lib/errors.ts'
import type { Evidence } from '../verify/evidence.ts'
import type { Verdict } from '../verify/judge.ts'

/** One thing that this run did, or saw no need to do. */
export interface ChangeReport {
  /** What it was done to: an app, a dashboard, a data source. */
  subject: string
  /** In a few words: `deployed`, `volume created`, `nothing to do`. */
  what: string
  result: 'done' | 'unchanged' | 'kept' | 'failed' | 'not-run'
  /** The reason for doing it, or for leaving it. */
  why: string
  seconds?: number
}

/** A part that did not take place, and what would make it take place. */
export interface Skip {
  part: string
  why: string
  /** The input or key to set. */
  set: string
}

export interface Timing {
  step: string
  seconds: number
  /** Programs started or requests sent on the way. */
  note?: string
}

/** A main app after the run. */
export interface AppReport {
  app: string
  deployed: boolean
  machines: number
}

/** A dashboard in Grafana after the run. */
export interface DashboardReport {
  title: string
  url: string
  /** `created`, `updated`, `unchanged`, `kept` (edited by hand) or `failed`. */
  result: string
}

/** Everything that a run found out and did: what the summary, the outputs and the exit code are made from. */
export interface Report {
  /** Undefined when the inputs were not understood. */
  mode: Mode | undefined
  verdict: Verdict
  /** Inputs or files were wrong, so nothing was begun. */
  refused: boolean
  /** Undefined when the run ended before the configuration was understood. */
  monitoring: { app: string; url: string; password: boolean } | undefined
  apps: AppReport[]
  /** Public health endpoints of the main apps. */
  health: string[]
  changes: ChangeReport[]
  dashboards: DashboardReport[]
  evidence: Evidence | undefined
  /** Errors and warnings of every stage, in the order they came up. */
  problems: Problem[]
  skipped: Skip[]
  /** Mode `plan`: how many files of each kind were checked. */
  checked: Readonly<Record<string, number>> | undefined
  timings: Timing[]
}
