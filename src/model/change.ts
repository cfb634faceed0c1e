/** One change that this run made, or found unnecessary. */
export interface ChangeReport {
  /** The object of the change: an app, a dashboard, a data source. */
  subject: string
  /** In a few words: `deployed`, `volume created`, `nothing to do`. */
  what: string
  result: 'done' | 'unchanged' | 'kept' | 'failed' | 'not-run'
  /** The reason for the change, or for not making it. */
  why: string
  seconds?: number
}

/** A part of the run that was skipped, and the setting that enables it. */
export interface SkippedPart {
  part: string
  why: string
  /** The input or key to set. */
  set: string
}

/** A dashboard in Grafana after the run. */
export interface DashboardReport {
  title: string
  url: string
  /** `created`, `updated`, `unchanged`, `kept` (edited by hand) or `failed`. */
  result: string
}
