import { ActionError, messageOf } from '../../lib/errors.ts'
import { oneLine } from '../../lib/text.ts'

/**
 * Why GitHub did not do what was asked. `permission`: the token may not do it. `missing`: it does not exist, or the
 * token may not even read it. `busy`: a rate limit. `refused`: for another reason, which GitHub's message says.
 * `unclear`: no answer or one of a broken server, so that it may have been done.
 */
export type RefusalKind = 'permission' | 'credentials' | 'missing' | 'busy' | 'refused' | 'unclear'

/** A request to GitHub that failed. The message is one line that completes "because …", without secrets. */
export class GitHubRefusal extends Error {
  override readonly name = 'GitHubRefusal'
  readonly kind: RefusalKind

  constructor(kind: RefusalKind, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.kind = kind
  }
}

/** What a request of octokit throws: its RequestError, or one of our own in `cause` when there was no answer. */
interface OctokitFailure {
  status?: number
  cause?: unknown
  response?: { data?: unknown; headers?: Readonly<Record<string, unknown>> }
}

/** The refusal for anything that a request of octokit throws. */
export function refusalOf(error: unknown): GitHubRefusal {
  if (error instanceof GitHubRefusal) return error
  const { status, cause, response } = (error ?? {}) as OctokitFailure
  if (cause instanceof GitHubRefusal) return cause
  if (status === undefined || response === undefined) return unclear(cause ?? error)
  const { message } = (response.data ?? {}) as { message?: unknown }
  const said =
    typeof message === 'string' && message !== '' ? `: ${oneLine(message, 300).replace(/\.$/, '')}` : ''
  return new GitHubRefusal(kindOf(status, said, response.headers), `GitHub answers ${status}${said}`, {
    cause: error,
  })
}

function kindOf(
  status: number,
  said: string,
  headers: Readonly<Record<string, unknown>> | undefined,
): RefusalKind {
  if (isRateLimit(status, said, headers)) return 'busy'
  if (status === 401) return 'credentials'
  // A conversation that is locked, or a repository that is archived, does not need another permission.
  if (status === 403) return /\block|archived/i.test(said) ? 'refused' : 'permission'
  if (status === 404) return 'missing'
  return status >= 500 ? 'unclear' : 'refused'
}

/** The primary limit ends with a remaining count of 0; a secondary one is known by its header or its message. */
export const isRateLimit = (
  status: number,
  text: string,
  headers: Readonly<Record<string, unknown>> = {},
): boolean =>
  status === 429 ||
  (status === 403 &&
    (headers['retry-after'] !== undefined ||
      headers['x-ratelimit-remaining'] === '0' ||
      /rate limit|abuse detection/i.test(text)))

function unclear(cause: unknown): GitHubRefusal {
  const isLate = cause instanceof Error && /^(?:Abort|Timeout)Error$/.test(cause.name)
  const why = isLate ? 'GitHub does not answer in time' : oneLine(messageOf(cause), 300)
  const isOurs = cause instanceof ActionError || isLate
  return new GitHubRefusal('unclear', isOurs ? why : `GitHub cannot be reached: ${why}`, { cause })
}
