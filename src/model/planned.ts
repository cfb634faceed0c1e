/**
 * What a deploy would change, for people and for programs. Texts may come from Fly, Grafana and files: each is on one
 * line, without secrets and bounded; the code that prints them must escape them for the destination.
 */
export interface PlannedDeploy {
  /** What was read and compared: `Fly`, `Grafana`. */
  compared: string[]
  /** In the order in which a deploy carries them out, per platform. */
  changes: PlannedChange[]
  /** What the deploy interrupts, if anything. */
  downtime?: string
  /** About how much the monitoring app costs, with date and source. */
  price?: string
  /** New and changed alerts, on the data of the last days. */
  backtest: RuleBacktest[]
  /** What limits the backtest; absent when nothing does. */
  backtestNote?: string
}

export interface PlannedChange {
  platform: 'Fly' | 'Grafana'
  effect: 'add' | 'change' | 'remove'
  /** Of the object: `app`, `volume`, `secrets`, `machine`, `dashboard`, `rule group` … */
  kind: string
  /** The app, the dashboard, the rule group. */
  subject: string
  /** In a few words that begin with a verb. */
  what: string
  reason: string
  /** Every deploy makes it, whatever has changed: a release of a main app, an annotation. */
  routine: boolean
  /** False: whether there is a difference is not known, and the reason says why. */
  certain: boolean
  details: ChangeDetail[]
}

/** A part of a change, such as one file. */
export interface ChangeDetail {
  title: string
  /** Each begins with `+`, `-`, `~`, a space, or `@@` before a place in a file. */
  lines: string[]
}

/** How often an alert would have fired. */
export interface RuleBacktest {
  alert: string
  change: 'new' | 'changed'
  /** Absent when it could not be tried. */
  fired?: number
  /** For how long in all, in seconds. */
  firingSeconds?: number
  /** How much of the last seven days has data: `7 days`, `2 days`. */
  period?: string
  /** Whether it would fire now. */
  firingNow?: boolean
  /** What limits the result, or why there is none; may be empty. */
  note: string
}
