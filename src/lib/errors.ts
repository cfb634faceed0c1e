/** A place in a file that the user wrote. Lines and columns count from 1. */
export interface SourceLocation {
  /** Path as the user would type it, relative to the workspace. */
  file: string
  line: number
  column: number
}

/**
 * One thing that is wrong and what to do about it. `code` is stable across releases. `message` and `hint` may carry
 * text from outside: the code that prints them escapes them for its output.
 */
export interface Diagnostic {
  code: string
  severity: 'error' | 'warning'
  at?: SourceLocation
  message: string
  hint: string
  /** How many more of these there are, which are left out. */
  more?: number
  /** What corrects the file, in unified form, with line breaks: for `git apply`. */
  patch?: string
}

/**
 * A failure the user can act on, made of one or more problems. Any other error that escapes is a bug of this program.
 * `kind` decides the exit code of the command line: `configuration` 2, `platform` 3.
 */
export class ActionError extends Error {
  override readonly name = 'ActionError'
  readonly problems: readonly Diagnostic[]
  readonly kind: 'configuration' | 'platform'

  constructor(
    kind: 'configuration' | 'platform',
    problems: readonly Diagnostic[],
    options?: { cause?: unknown },
  ) {
    super(problems.map((p) => p.message).join('\n'), options)
    this.kind = kind
    this.problems = problems
  }
}

/** Shorthand for the common case: the platform (Fly, Prometheus, Grafana) refused or failed, one problem. */
export function platformError(code: string, message: string, hint: string, cause?: unknown): ActionError {
  return new ActionError('platform', [{ code, severity: 'error', message, hint }], { cause })
}

/** For `catch`: without an answer, the code goes on with undefined. Any other error is a bug, and thrown again. */
export function ignoreRefusal(error: unknown): undefined {
  if (error instanceof ActionError) return undefined
  throw error
}

/** The message of any thrown value, one or more lines, without a stack. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
