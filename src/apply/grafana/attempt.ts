import { type Grafana, isGone, isUnsure } from '../../clients/grafana.ts'
import { ActionError, type Problem } from '../../lib/errors.ts'
import { type Attempt, attempt, isSilent, notTried } from '../../plan/grafana/attempt.ts'
import type { GrafanaDesired } from '../../plan/grafana.ts'

/** What all writes into one Grafana share. */
export interface GrafanaWork {
  grafana: Grafana
  /** Holds the password of the data source, which plans do not. */
  desired: GrafanaDesired
  signal?: AbortSignal
  /** Set once nobody answers any more: what is left is not tried, so that an outage costs its time once. */
  gone?: Problem
  /** Set once rules have come back without the contact point that they name. */
  ignoresReceivers?: boolean
}

/** Carries out one write; a refusal becomes its problem. Anything but a refusal is thrown on. */
export async function attemptWrite<T>(work: GrafanaWork, piece: () => Promise<T>): Promise<Attempt<T>> {
  if (work.gone) return { ok: false, problem: notTried(work.gone) }
  return attempt(piece, async (error, problem) => {
    if (isGone(error) || (await isSilent(work.grafana, error))) work.gone = problem
  })
}

/** Writes once; when the answer is lost, looks whether it is done before it is done again. */
export async function writeOnce(
  write: () => Promise<unknown>,
  isDone: () => Promise<boolean>,
): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (!(error instanceof ActionError) || !isUnsure(error)) throw error
    if (!(await isDone())) await write()
  }
}
