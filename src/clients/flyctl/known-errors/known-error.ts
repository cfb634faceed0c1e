/** One known failure: how it is recognised, what it means, what to do. */
export interface KnownError {
  code: string
  /** Matched against the error text, or with `anywhere` against everything that flyctl wrote. */
  when: RegExp
  anywhere?: true
  retry?: true
  what: (found: RegExpExecArray, app: string) => string
  hint: string | ((found: RegExpExecArray, app: string) => string)
}

/** The hint for failures that a second deploy at the same time causes. */
export const ONE_DEPLOY =
  'Let only one deploy run at a time (`concurrency:` in the workflow) and run again: existing resources are reused, nothing is created twice.'
