import type { Flyctl } from '../../clients/flyctl/client.ts'
import { checkApp } from '../../clients/flyctl/commands.ts'
import { ActionError, type Diagnostic } from '../../lib/errors.ts'

/** Whether an error is one of these, by the code of its problem. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof ActionError && error.problems.some((problem) => codes.includes(problem.code))
}

/**
 * The machines API answers `unauthorized` for a bad token, for an app elsewhere and for none; asked for the app,
 * GraphQL tells them apart. Any other error is returned as it is.
 */
export async function sharpenRefusal(error: unknown, app: string, flyctl: Flyctl): Promise<unknown> {
  if (!hasCode(error, 'fly-token-too-narrow')) return error
  return checkApp(flyctl, app).then(
    () => error,
    (sharper: unknown) => sharper,
  )
}

/** What went wrong, as problems. An error that is not about the world outside is a bug and goes on. */
export function problemsOf(error: unknown): readonly Diagnostic[] {
  if (error instanceof ActionError) return error.problems
  if (error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name))
    return [
      {
        code: 'fly-interrupted',
        severity: 'error',
        message: 'The run was cancelled, or its time was over, before this step.',
        hint: 'Run again: what is there is used, nothing is made twice.',
      },
    ]
  throw error
}
