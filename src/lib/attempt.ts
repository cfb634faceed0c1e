import { ActionError, type Diagnostic } from './errors.ts'

/** The result of a read or a write. */
export type Attempt<T> = { ok: true; value: T } | { ok: false; problem: Diagnostic }

/** Runs one operation; a refusal is returned as a problem. Any other error is thrown again. */
export async function attempt<T>(
  operation: () => Promise<T>,
  onRefusal?: (error: ActionError, problem: Diagnostic) => Promise<void>,
): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await operation() }
  } catch (error) {
    const problem = error instanceof ActionError ? error.problems[0] : undefined
    if (!(error instanceof ActionError) || !problem) throw error
    await onRefusal?.(error, problem)
    return { ok: false, problem }
  }
}
