import type { DeployRequest } from '../../clients/flyctl/commands.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { RepeatReason } from './repeated-deploy.ts'
import type { MachineWait } from './wait-for-machines.ts'

/** How long flyctl waits for one machine: its own default. */
export const WAIT_MS = 5 * 60_000

export interface DeployOrder extends Omit<DeployRequest, 'waitMs' | 'timeoutMs' | 'onLine'> {
  mayStop: boolean
  /** The release before this deploy, where it is known. */
  before?: number
  /** Whether the app has no machine yet, as far as is known. */
  isFirst: boolean
  /** The process groups of the app. */
  groups: readonly string[]
  /** Whether the variables of the order identify what runs: any release that has them is right. */
  isIdentified: boolean
  /** flyctl does not watch the machines for crashes: with strategy `immediate`. */
  isUnwatched?: boolean
  /** Whether this run has made sure that the volume exists. */
  isVolumeOurs: boolean
}

/** The machines after a deploy; `problem` is set when they are not as expected. */
export interface DeployOutcome extends MachineWait {
  warnings: readonly Diagnostic[]
  /** The release that the deploy made, if it is known. */
  release?: number
  /** Process groups that had no machine when flyctl looked: it has made the one that they have. */
  newGroups?: readonly string[]
  /** The names of volumes of which flyctl found none that is free, and made one: another run may have done so as well. */
  madeVolumes?: readonly string[]
}

/** What a single try of a deploy came to; `again`: it did not do its work, and nothing speaks against another one. */
export type DeployAttempt = DeployOutcome & { again?: RepeatReason }
