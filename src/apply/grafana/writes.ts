import type { Grafana } from '../../clients/grafana/client.ts'
import { isTaken, isUnavailable, mayHaveSucceeded } from '../../clients/grafana/errors.ts'
import { type Attempt, attempt } from '../../lib/attempt.ts'
import { ActionError, type Diagnostic } from '../../lib/errors.ts'
import type { GrafanaDesired } from '../../model/grafana.ts'
import { isSilent, notAttempted } from '../../plan/grafana/attempt.ts'

/** What all writes to one Grafana share. */
export interface GrafanaSession {
  grafana: Grafana
  /** Holds the password of the data source, which plans do not. Absent where no data source is written. */
  dataSource?: GrafanaDesired['dataSource']
  signal?: AbortSignal
  /** Set once Grafana does not answer any more: the rest is not attempted, so that an outage costs its time once. */
  unavailable?: Diagnostic
  /** Set once rules have come back without the contact point that they name. */
  ignoresReceivers?: boolean
}

/** Carries out one write; a refusal is returned as a problem. Any other error is thrown again. */
export async function attemptWrite<T>(
  session: GrafanaSession,
  operation: () => Promise<T>,
): Promise<Attempt<T>> {
  if (session.unavailable) return { ok: false, problem: notAttempted(session.unavailable) }
  return attempt(operation, async (error, problem) => {
    if (isUnavailable(error) || (await isSilent(session.grafana, error))) session.unavailable = problem
  })
}

/**
 * Writes once; when the answer is lost, checks whether the write succeeded before it is repeated. Of two runs at once, the
 * second finds that the first has written the same.
 */
export async function writeOnce(
  write: () => Promise<unknown>,
  isDone: () => Promise<boolean>,
): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    if (isTaken(error) && (await isDone())) return
    if (!mayHaveSucceeded(error)) throw error
    if (!(await isDone())) await write()
  }
}
