/** Whose an object is that exists already: as our last run left it, edited by hand since, or somebody else's. */
export type Owner = 'ours' | 'edited' | 'unmanaged'

/**
 * One thing that a run does, and why. What mode `plan` shows is what `deploy` carries out: both come from the same diff.
 * `Action` is a closed union per platform and plain data, so that a plan can be shown, stored and compared; it never
 * holds a secret's value.
 */
export interface Change<Action extends { kind: string }> {
  /** What it is done to: an app, a data source, a dashboard. */
  subject: string
  /** In a few words that begin with a verb: `create the volume prometheus_data, 10 GB in nrt`. */
  what: string
  reason: string
  /** What becomes different, where that is cheap to say. Each line begins with `+`, `-` or `~`. */
  diff?: string
  /** Absent for an object that does not exist yet. */
  owner?: Owner
  action: Action
}
