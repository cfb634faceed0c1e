import { GitHubRefusal } from '../../clients/github/refusal.ts'
import { type Diagnostic, messageOf } from '../../lib/errors.ts'
import { list, oneLine } from '../../lib/text.ts'

/** What is reported to GitHub, and what it needs. */
export interface ReportedPart {
  /** As the subject of a sentence: `The comment on pull request #5`. */
  name: string
  /** The line of the workflow that permits it. */
  permission: string
  /** The line of the step that does without it. */
  without: string
}

/** A part that could not be written, and why. */
export interface UnwrittenPart {
  part: ReportedPart
  error: unknown
}

/**
 * Parts that could not be written: what happened, why, what to do. One cause is one warning; a permission that is missing
 * is a cause of its own. No verdict changes.
 */
export function notWritten(all: readonly UnwrittenPart[]): Diagnostic[] {
  const found = all.map(({ part, error }) => ({ part, ...explain(part, error) }))
  const causes = Map.groupBy(found, ({ why, hint }) => `${why}\n${hint}`)
  return [...causes.values()].map((group) => {
    const [{ why = '', hint = '' } = {}] = group
    return warning(`${namesOf(group.map(({ part }) => part))} not written: ${why}.`, hint)
  })
}

function explain({ permission, without }: ReportedPart, error: unknown): { why: string; hint: string } {
  const inSummary = 'The result is in the job summary.'
  if (!(error instanceof GitHubRefusal)) return { why: oneLine(messageOf(error), 300), hint: inSummary }
  const add = `Add \`${permission}\` to \`permissions\` of the job, or \`${without}\` to the step.`
  const hints: Record<GitHubRefusal['kind'], string> = {
    permission: add,
    // What a token may not even read does not exist for it.
    missing: add,
    credentials: `Set \`github-token\` to a token that is valid; by default it is \`\${{ github.token }}\`.`,
    busy: 'This token or account has sent too many requests. The next run reports again.',
    unclear: `The next run reports again. ${inSummary}`,
    refused: inSummary,
  }
  return { why: error.message, hint: hints[error.kind] }
}

/** The pull request is from a fork. */
export function readOnlyToken(parts: readonly ReportedPart[]): Diagnostic {
  const expression = `\${{ !github.event.pull_request.head.repo.fork }}`
  const lines = parts.map(({ without }) => `\`${without.replace('false', expression)}\``)
  return warning(
    `${namesOf(parts)} not written: the token of a pull request from a fork may only read.`,
    `The result is in the job summary. To write it only for other pull requests, add ${list(lines)} to the step.`,
  )
}

/** The input is empty. */
export const emptyToken = (parts: readonly ReportedPart[]): Diagnostic =>
  warning(
    `${namesOf(parts)} not written: \`github-token\` is empty.`,
    `Remove the input to use the token of the workflow (\`github-token: \${{ github.token }}\`).`,
  )

const namesOf = (parts: readonly ReportedPart[]): string =>
  `${parts.map(({ name }, i) => (i === 0 ? name : name.replace(/^The/, 'the'))).join(' and ')} ${parts.length === 1 ? 'was' : 'were'}`

const warning = (message: string, hint: string): Diagnostic => ({
  code: 'github-not-reported',
  severity: 'warning',
  message,
  hint,
})
