import { isHopeless } from '../../clients/grafana.ts'
import { ActionError, type Problem } from '../../lib/errors.ts'

/** What a question or a write came to. */
export type Attempt<T> = { ok: true; value: T } | { ok: false; problem: Problem }

/** Runs one piece of work; a refusal becomes its problem. Anything but a refusal is thrown on. */
export async function attempt<T>(
  piece: () => Promise<T>,
  onRefusal?: (error: ActionError, problem: Problem) => void,
): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await piece() }
  } catch (error) {
    const problem = error instanceof ActionError ? error.problems[0] : undefined
    if (!(error instanceof ActionError) || !problem) throw error
    onRefusal?.(error, problem)
    return { ok: false, problem }
  }
}

/** A read before the first write: what makes all further work hopeless is thrown, so that nothing is written. */
export function attemptRead<T>(piece: () => Promise<T>): Promise<Attempt<T>> {
  return attempt(piece, (error) => {
    if (isHopeless(error)) throw error
  })
}

/** Not written because of something that failed before. */
export function notTried(because: Problem | undefined): Problem {
  return {
    code: 'grafana-not-tried',
    severity: 'error',
    message: `Not tried, because something it needs failed${because ? `: ${because.message}` : '.'}`,
    hint: because?.hint ?? 'Put that right and run again.',
  }
}
