import type { getOctokit } from '@actions/github'
import { isJsonObject, type JsonObject, objectsIn, stringIn } from '../../lib/json-value.ts'
import { GitHubRefusal, refusalOf } from './refusal.ts'
import type { RepositoryName } from './request.ts'

/** A comment, or an issue with its number as `id`. Text and author come from GitHub. */
export interface GitHubText {
  id: number
  /** The account that wrote it. */
  author: string
  body: string
  url: string
}

/** An issue's title and text. */
export interface IssueText {
  title: string
  body: string
}

/** Comments and issues. */
export interface TextRequests {
  /** Whether this token has written it. */
  wrote(text: GitHubText): Promise<boolean>
  /** All comments of an issue or pull request. */
  comments(number: number): Promise<GitHubText[]>
  comment(number: number, body: string): Promise<GitHubText>
  updateComment(id: number, body: string): Promise<void>
  deleteComment(id: number): Promise<void>
  /** All open issues with this label, or all that the account of this token has written. */
  openIssues(label?: string): Promise<GitHubText[]>
  createIssue(issue: IssueText, label: string): Promise<GitHubText>
  updateIssue(number: number, issue: IssueText): Promise<void>
  closeIssue(number: number, reason: 'completed' | 'not_planned'): Promise<void>
}

type Octokit = ReturnType<typeof getOctokit>

/** More than any list of comments that GitHub allows; a link to the next page could lead in a circle. */
const MAX_PAGES = 100
const PER_PAGE = 100

/** The author of what the token of a workflow writes. */
const WORKFLOW_AUTHOR = 'github-actions[bot]'

/** Comments and issues of a repository. */
export function textRequests(octokit: Octokit, repository: RepositoryName): TextRequests {
  const { issues } = octokit.rest
  const { iterator } = octokit.paginate
  let viewer: Promise<string> | undefined
  const account = () => {
    viewer ??= authorOf(octokit)
    return viewer
  }
  return {
    wrote: async ({ author }) => {
      const login = await account()
      return author === login || author === `${login}[bot]`
    },
    comments: async (issue_number) => {
      const asked = { ...repository, issue_number, per_page: PER_PAGE }
      return (await all(iterator(issues.listComments, asked))).map(textWith('id'))
    },
    comment: async (issue_number, body) =>
      textWith('id')(await data(issues.createComment({ ...repository, issue_number, body }))),
    updateComment: async (comment_id, body) => {
      await data(issues.updateComment({ ...repository, comment_id, body }))
    },
    deleteComment: async (comment_id) => {
      await data(issues.deleteComment({ ...repository, comment_id }))
    },
    openIssues: async (labels) => {
      const which = labels === undefined ? { creator: await account() } : { labels }
      const asked = { ...repository, ...which, state: 'open', per_page: PER_PAGE } as const
      const found = await all(iterator(issues.listForRepo, asked))
      return found.filter((one) => one.pull_request === undefined).map(textWith('number'))
    },
    createIssue: async (issue, label) =>
      textWith('number')(await data(issues.create({ ...repository, ...issue, labels: [label] }))),
    updateIssue: async (issue_number, issue) => {
      await data(issues.update({ ...repository, issue_number, ...issue }))
    },
    closeIssue: async (issue_number, state_reason) => {
      await data(issues.update({ ...repository, issue_number, state: 'closed', state_reason }))
    },
  }
}

/** The answer to a request. */
async function data(answer: Promise<{ data?: unknown }>): Promise<unknown> {
  try {
    return (await answer).data
  } catch (error) {
    throw refusalOf(error)
  }
}

/** The objects of all pages. */
async function all(pages: AsyncIterable<{ data: unknown }>): Promise<JsonObject[]> {
  const found: JsonObject[] = []
  let count = 0
  try {
    for await (const page of pages) {
      if (!Array.isArray(page.data)) throw new GitHubRefusal('unclear', 'the answer of GitHub is not a list')
      found.push(...objectsIn(page.data))
      if (++count === MAX_PAGES) break
    }
  } catch (error) {
    throw refusalOf(error)
  }
  return found
}

/** A comment or an issue, by the name of its number. */
const textWith =
  (id: 'id' | 'number') =>
  (answer: unknown): GitHubText => {
    if (!isJsonObject(answer) || typeof answer[id] !== 'number')
      throw new GitHubRefusal('unclear', `the answer of GitHub has no \`${id}\``)
    const { user, body, html_url: url } = answer
    return {
      id: answer[id],
      author: isJsonObject(user) ? stringIn(user.login) : '',
      body: stringIn(body),
      url: stringIn(url),
    }
  }

/**
 * The account of the token. A query answers for every kind of token; where it does not (an old server), `/user` answers
 * for a person's token; what is left is the token of a workflow.
 */
async function authorOf(octokit: Octokit): Promise<string> {
  const byQuery = async () => octokit.graphql<unknown>('query { viewer { login } }')
  const answer = await byQuery().catch(() => undefined)
  const viewer = isJsonObject(answer) && isJsonObject(answer.viewer) ? stringIn(answer.viewer.login) : ''
  if (viewer !== '') return viewer
  const user = await octokit.rest.users.getAuthenticated().catch(() => undefined)
  return (isJsonObject(user?.data) && stringIn(user.data.login)) || WORKFLOW_AUTHOR
}
