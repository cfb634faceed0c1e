import type { AddInputError, InputValue } from './access.ts'
import { flagInput } from './flag.ts'

/** What is reported to GitHub, in addition to the job summary. */
export interface GitHubInputs {
  /** One comment on the pull request. */
  comment: boolean
  /** A check run on the commit. */
  checkRun: boolean
  /** Mode `verify`: an issue as long as the verification fails. */
  issue: boolean
  /** A secret; undefined when it is empty. */
  token: string | undefined
}

/** The inputs that only have an effect on a runner. */
export function githubInputs(value: InputValue, addError: AddInputError): GitHubInputs {
  const flag = (name: 'comment' | 'check-run' | 'issue', byDefault: boolean) =>
    flagInput(name, value(name), byDefault, addError)
  return {
    comment: flag('comment', true),
    checkRun: flag('check-run', false),
    issue: flag('issue', false),
    token: value('github-token'),
  }
}
