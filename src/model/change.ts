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
