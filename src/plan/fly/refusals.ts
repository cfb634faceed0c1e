import type { Flyctl } from '../../clients/flyctl/client.ts'
import { checkApp } from '../../clients/flyctl/commands.ts'
import { ActionError, type Diagnostic } from '../../lib/errors.ts'

/** Whether a problem of the error has one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof ActionError && error.problems.some((problem) => codes.includes(problem.code))
}

/**
 * Failures that are no answer of Fly to the request itself: it may have been carried out or not, and the same call may
 * succeed a moment later. The texts of such failures vary, so an unknown one belongs to them.
 */
const UNDECIDED = [
  ...['fly-api', 'fly-network', 'fly-rate-limited', 'fly-release', 'fly-builder', 'fly-failed'],
  ...['fly-deadline', 'fly-answer'],
]

/** Whether it is not known if the call was carried out. */
export const isUndecided = (error: unknown): boolean => hasCode(error, ...UNDECIDED)

/**
 * The machines API answers `unauthorized` for an invalid token, for an app of another organization and for an app that
 * does not exist; a GraphQL query for the app distinguishes them. Any other error is returned unchanged.
 */
export async function sharpenRefusal(error: unknown, app: string, flyctl: Flyctl): Promise<unknown> {
  if (!hasCode(error, 'fly-token-too-narrow')) return error
  return checkApp(flyctl, app).then(
    () => error,
    (sharper: unknown) => sharper,
  )
}

/** The problems of an error. An error that does not come from outside the program is a bug and is thrown again. */
export function problemsOf(error: unknown): readonly Diagnostic[] {
  if (error instanceof ActionError) return error.problems
  if (error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name))
    return [
      {
        code: 'fly-interrupted',
        severity: 'error',
        message: 'The run was cancelled or reached its `timeout` before this step.',
        hint: 'Run again: what exists already is used, nothing is created twice.',
      },
    ]
  throw error
}
