import type { Grafana } from '../../clients/grafana/client.ts'
import { isUnavailable, mayHaveSucceeded } from '../../clients/grafana/errors.ts'
import { ActionError, type Diagnostic } from '../../lib/errors.ts'
import type { GrafanaDesired } from '../../model/grafana.ts'
import { type Attempt, attempt, isSilent, notAttempted } from '../../plan/grafana/attempt.ts'

/** What all writes into one Grafana share. */
export interface GrafanaSession {
  grafana: Grafana
  /** Holds the password of the data source, which plans do not. */
  desired: GrafanaDesired
  signal?: AbortSignal
  /** Set once nobody answers any more: what is left is not tried, so that an outage costs its time once. */
  gone?: Diagnostic
  /** Set once rules have come back without the contact point that they name. */
  ignoresReceivers?: boolean
}

/** Carries out one write; a refusal becomes its problem. Anything but a refusal is thrown on. */
export async function attemptWrite<T>(work: GrafanaSession, piece: () => Promise<T>): Promise<Attempt<T>> {
  if (work.gone) return { ok: false, problem: notAttempted(work.gone) }
  return attempt(piece, async (error, problem) => {
    if (isUnavailable(error) || (await isSilent(work.grafana, error))) work.gone = problem
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
    if (!(error instanceof ActionError) || !mayHaveSucceeded(error)) throw error
    if (!(await isDone())) await write()
  }
}
