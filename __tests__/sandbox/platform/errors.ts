/** What accompanies a failure of flyctl, beyond its message. */
export interface FailureDetails {
  /** Shown as `(Request ID: …)`; only answers of the machines API carry one. */
  readonly requestId?: string
  /** HTTP status of the answer, when there was one. */
  readonly status?: number
  /** Printed under the message, followed by an empty line. */
  readonly description?: string
  /** Printed last, followed by an empty line. */
  readonly suggestion?: string
  readonly cause?: unknown
}

/** A failure that flyctl reports as `Error: <message>` with exit code 1. */
export class FlyError extends Error {
  override readonly name = 'FlyError'
  readonly requestId: string | undefined
  readonly status: number | undefined
  readonly description: string | undefined
  readonly suggestion: string | undefined
  constructor(message: string, details: FailureDetails = {}) {
    super(message, { cause: details.cause })
    this.requestId = details.requestId
    this.status = details.status
    this.description = details.description
    this.suggestion = details.suggestion
  }
}

/**
 * The command was ended from outside: `interrupted` by SIGINT or SIGTERM (it still says good-bye, exit code 127),
 * or `gone`, killed without a word (nothing more may happen on its behalf).
 */
export class Stopped extends Error {
  override readonly name = 'Stopped'
  readonly kind: 'interrupted' | 'gone'
  constructor(kind: 'interrupted' | 'gone') {
    super('context canceled')
    this.kind = kind
  }
}

/** As Go's `fmt.Errorf("prefix: %w", err)`: the message grows, the details stay. */
export function wrapped(prefix: string, error: unknown): Error {
  if (!(error instanceof FlyError)) return error instanceof Error ? error : new Error(String(error))
  const { requestId, status, description, suggestion } = error
  return new FlyError(`${prefix}: ${error.message}`, {
    ...(requestId === undefined ? {} : { requestId }),
    ...(status === undefined ? {} : { status }),
    ...(description === undefined ? {} : { description }),
    ...(suggestion === undefined ? {} : { suggestion }),
    cause: error,
  })
}

/** Runs `work` and puts `prefix` before the message of its failure. */
export async function withPrefix<T>(prefix: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw wrapped(prefix, error)
  }
}
