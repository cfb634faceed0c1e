import type { Grafana } from '../../clients/grafana/client.ts'
import { isUnanswered, makesAllHopeless } from '../../clients/grafana/errors.ts'
import { ActionError, type Diagnostic } from '../../lib/errors.ts'

/** What a question or a write came to. */
export type Attempt<T> = { ok: true; value: T } | { ok: false; problem: Diagnostic }

/** Runs one piece of work; a refusal becomes its problem. Anything but a refusal is thrown on. */
export async function attempt<T>(
  piece: () => Promise<T>,
  onRefusal?: (error: ActionError, problem: Diagnostic) => Promise<void>,
): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await piece() }
  } catch (error) {
    const problem = error instanceof ActionError ? error.problems[0] : undefined
    if (!(error instanceof ActionError) || !problem) throw error
    await onRefusal?.(error, problem)
    return { ok: false, problem }
  }
}

/**
 * A read before the first write: what makes all further work hopeless is thrown, so that nothing is written. Of one
 * object among many, `isFatal` is less.
 */
export function attemptRead<T>(
  grafana: Grafana,
  piece: () => Promise<T>,
  isFatal: (error: ActionError) => boolean = makesAllHopeless,
): Promise<Attempt<T>> {
  return attempt(piece, async (error) => {
    if (isFatal(error) || (await isSilent(grafana, error))) throw error
  })
}

/** One object that gets no answer is given up alone, as long as Grafana answers anything at all. */
export const isSilent = async (grafana: Grafana, error: ActionError): Promise<boolean> =>
  isUnanswered(error) && !(await grafana.answers())

/** Not written because of something that failed before. */
export function notAttempted(because: Diagnostic | undefined): Diagnostic {
  return {
    code: 'grafana-not-tried',
    severity: 'error',
    message: `Not tried, because something it needs failed${because ? `: ${because.message}` : '.'}`,
    hint: because?.hint ?? 'Put that right and run again.',
  }
}
