import type { GitHub } from '../../clients/github/client.ts'
import { GitHubRefusal } from '../../clients/github/refusal.ts'
import type { GitHubText } from '../../clients/github/texts.ts'
import {
  causesOf,
  type IssueState,
  issueMarker,
  renderIssue,
  renderIssueNews,
  stateOfIssue,
} from '../../report/issue.ts'
import type { Publication } from '../../report/publication.ts'
import type { RunReport } from '../../report/report.ts'
import { ownTexts } from './own-texts.ts'

/** The label of the issue. */
const ISSUE_LABEL = 'deploy-monitoring'

/** People are reminded of an issue that stays the same once a day. */
const REMIND_SECONDS = 86_400

/** The result of a verification. */
export interface VerifyResult {
  report: RunReport
  publication: Publication
  isFailed: boolean
  /** Seconds since the epoch. */
  now: number
}

/**
 * Keeps one open issue as long as the verification fails: opened by the first failure; changed, and commented on, when
 * the causes change or a day has passed; closed by the first proof. A run that is neither changes its text silently.
 * Returns what was done; undefined when there was nothing to do.
 * @throws GitHubRefusal
 */
export async function keepIssue(github: GitHub, result: VerifyResult): Promise<string | undefined> {
  const { report, publication, isFailed } = result
  const [issue, ...doubles] = await openOnes(github, publication)
  if (report.verdict.kind === 'proven') return issue && closeAll(github, [issue, ...doubles], result)
  for (const { id } of doubles) await github.closeIssue(id, 'not_planned')
  if (issue) return update(github, issue, result)
  return isFailed ? open(github, result) : undefined
}

async function open(github: GitHub, result: VerifyResult): Promise<string> {
  const { report, publication, now } = result
  const state = { causes: causesOf(report, true), notified: now }
  const created = await github.createIssue(renderIssue(report, publication, state), ISSUE_LABEL)
  // Another run may have opened one at the same time. Not worth a failure: the next run looks again.
  const [kept, ...doubles] = await openOnes(github, publication).catch(() => [created])
  if (doubles.some(({ id }) => id === created.id)) await github.closeIssue(created.id, 'not_planned')
  return `was opened: ${(kept ?? created).url}`
}

async function update(github: GitHub, issue: GitHubText, result: VerifyResult): Promise<string | undefined> {
  const { report, publication, isFailed, now } = result
  const before: IssueState = stateOfIssue(issue.body) ?? { causes: '', notified: 0 }
  const causes = causesOf(report, isFailed)
  const isChanged = causes !== before.causes
  const isNews = isFailed && (isChanged || now - before.notified >= REMIND_SECONDS)
  if (!isChanged && !isNews) return undefined
  const notified = isNews ? now : before.notified
  await github.updateIssue(issue.id, renderIssue(report, publication, { causes, notified }))
  const news = isChanged ? 'The causes have changed.' : 'Still failing.'
  const left = isNews ? await tell(github, issue, renderIssueNews(report, publication, news)) : ''
  return `was updated: ${issue.url}${left}`
}

/** Comments on an issue; returns why that was refused, for the log: one that is locked can still be changed and closed. */
async function tell(github: GitHub, { id }: GitHubText, text: string): Promise<string> {
  try {
    await github.comment(id, text)
    return ''
  } catch (error) {
    if (!(error instanceof GitHubRefusal) || error.kind !== 'refused') throw error
    return ` (without a comment: ${error.message})`
  }
}

async function closeAll(
  github: GitHub,
  issues: readonly GitHubText[],
  { report, publication }: VerifyResult,
): Promise<string> {
  const [first] = issues
  const news = renderIssueNews(report, publication, 'All is well again.')
  const left = first ? await tell(github, first, news) : ''
  for (const { id } of issues) await github.closeIssue(id, 'completed')
  return `was closed: ${first?.url}${left}`
}

/**
 * The open issues that this token has written for this configuration, oldest first. A person may have removed the label, and
 * of a token that may not label, GitHub drops it without a word.
 */
async function openOnes(github: GitHub, publication: Publication): Promise<GitHubText[]> {
  const ours = async (label?: string) =>
    ownTexts(github, await github.openIssues(label), issueMarker(publication))
  const labelled = await ours(ISSUE_LABEL)
  return labelled.length > 0 ? labelled : ours()
}
