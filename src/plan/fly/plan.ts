import type { Flyctl } from '../../clients/flyctl/client.ts'
import { keyedDigest } from '../../desired/derived-password.ts'
import type { MonitoringApp } from '../../desired/monitoring-app.ts'
import { publicHost } from '../../model/fly-names.ts'
import { diffMonitoring, type MonitoringDiff } from './diff.ts'
import { type ObservedMonitoring, observeAddresses, observeMonitoring } from './observe.ts'
import { problemsOf } from './refusals.ts'
import type { DesiredMonitoring } from './state.ts'

export interface MonitoringOrder {
  desired: MonitoringApp
  /** The folder `templates/` of this action. */
  templates: string
  /** Digest of what the image is built from. */
  buildDigest: string
}

/** What a deploy of the monitoring app would change, and the state that this was computed from. */
export interface MonitoringPlan extends MonitoringDiff {
  wanted: DesiredMonitoring
  /** Undefined: the app does not exist, or it could not be read. */
  state: ObservedMonitoring | undefined
}

export interface PlanTools {
  flyctl: Flyctl
  /** Whether a public name resolves. */
  resolves: (host: string) => Promise<boolean>
}

/**
 * Reads the state of the monitoring app and compares it with the desired one; nothing is written. A refusal by Fly is
 * among the problems, never thrown.
 */
export async function planMonitoring(
  order: MonitoringOrder,
  { flyctl, resolves }: PlanTools,
): Promise<MonitoringPlan> {
  const { desired, buildDigest } = order
  const values = desired.secrets.flatMap((s) => [s.name, s.value])
  const secretsDigest = keyedDigest(flyctl.token, ['secrets', ...values])
  const wanted = { app: desired, secretsDigest, buildDigest }
  try {
    const state = await observeMonitoring(desired, flyctl)
    const first = diffMonitoring(wanted, state)
    if (!state || state.machines.length === 0 || first.problems.length > 0) return { wanted, state, ...first }
    const isReachable = async () =>
      (await resolves(publicHost(desired.app))) === (desired.access !== 'private')
    if (!needsAddresses(first) && (await isReachable())) return { wanted, state, ...first }
    const complete = await observeAddresses(state, desired, flyctl)
    return { wanted, state: complete, ...diffMonitoring(wanted, complete) }
  } catch (error) {
    return { wanted, state: undefined, changes: [], warnings: [], problems: problemsOf(error) }
  }
}

/**
 * Addresses are read only when existing machines need more than a start, or when the public name does not resolve: it
 * costs one more start of flyctl.
 */
const needsAddresses = ({ changes }: MonitoringDiff): boolean =>
  changes.some(({ action }) => action.kind !== 'start-machines')
