/** One known failure: how it is recognised, what it means, what to do. */
export interface KnownError {
  code: string
  /** Held against the error text, or with `anywhere` against all that flyctl wrote. */
  when: RegExp
  anywhere?: true
  retry?: true
  what: (found: RegExpExecArray, app: string) => string
  hint: string | ((found: RegExpExecArray, app: string) => string)
}
