import { setTimeout as sleep } from 'node:timers/promises'
import type { GitHub } from '../../clients/github/client.ts'
import { GitHubRefusal } from '../../clients/github/refusal.ts'
import type { GitHubText } from '../../clients/github/texts.ts'
import { runOfComment } from '../../report/comment.ts'
import { ownTexts } from './own-texts.ts'

/** The comment of a run. */
export interface PublishedComment {
  /** Number of the pull request. */
  number: number
  /** Its beginning, by which it is found again. */
  marker: string
  body: string
  runId: number
}

const TRIES = 3
const PAUSE_MS = 1_000

/**
 * Keeps one comment on a pull request: the oldest one of this author with this marker, updated in place. Returns what was
 * done.
 * @throws GitHubRefusal
 */
export async function keepComment(github: GitHub, comment: PublishedComment): Promise<string> {
  for (let tried = 1; ; tried++) {
    try {
      return await keepOnce(github, comment)
    } catch (error) {
      if (!(error instanceof LookAgain) || tried === TRIES)
        throw error instanceof LookAgain ? error.cause : error
      await sleep(PAUSE_MS)
    }
  }
}

/** A request has failed in a way that only a look at the comments clears up. */
class LookAgain extends Error {}

/** Of a request: the kind of refusal after which it is not known what there is. */
async function lookAgainAfter<T>(kind: GitHubRefusal['kind'], request: Promise<T>): Promise<T> {
  return request.catch((cause: unknown) => {
    throw cause instanceof GitHubRefusal && cause.kind === kind ? new LookAgain('', { cause }) : cause
  })
}

async function keepOnce(github: GitHub, comment: PublishedComment): Promise<string> {
  const { body, runId } = comment
  const all = await ours(github, comment)
  const [kept, ...doubles] = all
  if (!kept) return create(github, comment)
  const newer = all.find((one) => isOfNewerRun(one, runId))
  if (newer) return hasNewer(newer)
  // Someone may have removed it a moment ago.
  await lookAgainAfter('missing', github.updateComment(kept.id, body))
  await remove(github, doubles)
  return `was updated: ${kept.url}`
}

/** Runs may end in another order than they have begun. */
const isOfNewerRun = ({ body }: GitHubText, runId: number): boolean => runOfComment(body) > runId

const hasNewer = ({ url }: GitHubText): string => `has the result of a newer run: ${url}`

/** Another job may create one at the same time, so that they are looked for again. */
async function create(github: GitHub, comment: PublishedComment): Promise<string> {
  // A server that fails may have created it nevertheless.
  const created = await lookAgainAfter('unclear', github.comment(comment.number, comment.body))
  // Not worth a failure: the next run looks again.
  const [kept = created, ...doubles] = await ours(github, comment).catch(() => [created])
  await remove(github, doubles)
  if (isOfNewerRun(kept, comment.runId)) return hasNewer(kept)
  if (kept.id !== created.id) await github.updateComment(kept.id, comment.body)
  return `was written: ${kept.url}`
}

/** The comments that this token has written for this report, oldest first. */
const ours = async (github: GitHub, { number, marker }: PublishedComment): Promise<GitHubText[]> =>
  ownTexts(github, await github.comments(number), marker)

/** Not worth a failure either: another job may be removing them too, and the next run does. */
async function remove(github: GitHub, doubles: readonly GitHubText[]): Promise<void> {
  for (const { id } of doubles) await github.deleteComment(id).catch(() => undefined)
}
