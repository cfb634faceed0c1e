/** The ownership of an existing object: as the last run left it, edited manually since, or not managed by this action. */
export type Owner = 'ours' | 'edited' | 'unmanaged'

/**
 * One change of a run, with its reason. Mode `plan` shows the changes that `deploy` carries out: both come from the same
 * diff. `Action` is a closed union per platform and plain data, so that a plan can be shown, stored and compared; it never
 * holds the value of a secret.
 */
export interface Change<Action extends { kind: string }> {
  /** The object that changes: an app, a data source, a dashboard. */
  subject: string
  /** In a few words that begin with a verb: `create the volume prometheus_data, 10 GB in nrt`. */
  what: string
  reason: string
  /** The differences, where they are cheap to compute. Each line begins with `+`, `-` or `~`. */
  diff?: string
  /** Absent for an object that does not exist yet. */
  owner?: Owner
  action: Action
}
