import type { Grafana } from '../../clients/grafana/client.ts'
import { isUnanswered, makesAllHopeless } from '../../clients/grafana/errors.ts'
import { type Attempt, attempt } from '../../lib/attempt.ts'
import type { ActionError, Diagnostic } from '../../lib/errors.ts'

/**
 * A read before the first write: an error that makes all further requests useless is thrown, so that nothing is written.
 * For one object among many, `isFatal` accepts fewer errors.
 */
export function attemptRead<T>(
  grafana: Grafana,
  operation: () => Promise<T>,
  isFatal: (error: ActionError) => boolean = makesAllHopeless,
): Promise<Attempt<T>> {
  return attempt(operation, async (error) => {
    if (isFatal(error) || (await isSilent(grafana, error))) throw error
  })
}

/** Whether Grafana answers nothing at all: as long as it answers anything, only the object without an answer fails. */
export const isSilent = async (grafana: Grafana, error: ActionError): Promise<boolean> =>
  isUnanswered(error) && !(await grafana.answers())

/** The problem of an object that is not written because something that it needs failed. */
export function notAttempted(because: Diagnostic | undefined): Diagnostic {
  return {
    code: 'grafana-not-tried',
    severity: 'error',
    message: `Not attempted, because something that it needs failed${because ? `: ${because.message}` : '.'}`,
    hint: because?.hint ?? 'Correct that and run again.',
  }
}
