/** The result of a run as a check of its commit; `text` and `summary` are Markdown, everything else is plain text. */
export interface CheckRun {
  name: string
  conclusion: 'success' | 'failure' | 'neutral'
  title: string
  summary: string
  text: string
  annotations: readonly CheckAnnotation[]
}

/** A finding at a line of a file. */
export interface CheckAnnotation {
  path: string
  line: number
  column: number
  level: 'failure' | 'warning'
  title: string
  message: string
}
