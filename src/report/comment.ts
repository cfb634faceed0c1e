import { keyOf, type Publication, renderPublished } from './publication.ts'
import type { RunReport } from './report.ts'

/** What every comment of this mode and configuration begins with: it is found by it, and by nothing that is shown. */
export const commentMarker = (publication: Publication): string =>
  `<!-- deploy-monitoring comment ${keyOf(publication)} `

/** The comment on a pull request. */
export function renderComment(report: RunReport, publication: Publication): string {
  return renderPublished(report, publication, `${commentMarker(publication)}run ${publication.runId} -->`)
}

/** The run that has written a comment; 0 when it does not say so. */
export const runOfComment = (body: string): number =>
  Number(/^<!-- deploy-monitoring comment [0-9a-f]+ run (\d{1,15}) -->/.exec(body)?.[1] ?? 0)
