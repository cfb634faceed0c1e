import { sha256 } from '../lib/json-value.ts'
import { actionItems } from './action-items.ts'
import { headline } from './headline.ts'
import { inertText } from './inert-text.ts'
import { markdownLink, proseMarkdown } from './markdown.ts'
import { item, keyOf, type Publication, renderPublished } from './publication.ts'
import type { RunReport } from './report.ts'

/** What an issue remembers of the last run that changed it. */
export interface IssueState {
  /** Identifies the causes: hexadecimal digits; `none` for a run that does not fail. */
  causes: string
  /** When people were notified last, in seconds since the epoch. */
  notified: number
}

/** What every issue of this mode and configuration begins with. */
export const issueMarker = (publication: Publication): string =>
  `<!-- deploy-monitoring issue ${keyOf(publication)} `

const STATE = /^<!-- deploy-monitoring issue [0-9a-f]+ causes ([0-9a-f]{1,64}|none) notified (\d{1,12}) -->/

/** The state in the text of an issue; undefined when someone has changed it. */
export function stateOfIssue(body: string): IssueState | undefined {
  const [, causes, notified] = STATE.exec(body) ?? []
  return causes === undefined ? undefined : { causes, notified: Number(notified) }
}

/** The issue of a run, with its state. */
export function renderIssue(
  report: RunReport,
  publication: Publication,
  { causes, notified }: IssueState,
): { title: string; body: string } {
  const marker = `${issueMarker(publication)}causes ${causes} notified ${notified} -->`
  const app = report.monitoring?.app
  return {
    title: `${app === undefined ? 'Monitoring' : inertText(app, 70)}: ${inertText(headline(report), 150)}`,
    body: renderPublished(report, publication, marker),
  }
}

/** The codes and subjects of what makes a run fail: without texts, numbers and machines, which change from run to run. */
export function causesOf(report: RunReport, isFailed: boolean): string {
  if (!isFailed) return 'none'
  const causes = new Set(errorsOf(report).map(({ code, subject }) => `${code} ${withoutMachines(subject)}`))
  return sha256(JSON.stringify([...causes].toSorted())).slice(0, 16)
}

/** Machines fail in turn, and a deploy replaces them: no news, as long as their service fails for the same reason. */
const withoutMachines = (subject: string): string =>
  subject
    .replace(/\b(?=[a-f]*\d)[\da-f]{10,}\b/g, '#')
    .replace(/\d+/g, '')
    .replace(/#(?:(?:,| and) #)*(?: and {1,2}more)?/g, '#')
    .replace(/# \([a-z]{3}\)/g, '#')

const MAX_ITEMS = 20

/** A comment on the issue, which notifies people: one line, the causes, and where the report is. */
export function renderIssueNews(report: RunReport, { runUrl }: Publication, news: string): string {
  const errors = errorsOf(report)
  const more = errors.length > MAX_ITEMS ? [`- … and ${errors.length - MAX_ITEMS} more`] : []
  const run = runUrl === '' ? '' : ` (${markdownLink('run', runUrl)})`
  return [
    `${news} ${proseMarkdown(headline(report), 500)}${run}`,
    '',
    ...errors.slice(0, MAX_ITEMS).map(({ code, subject }) => item(code, subject)),
    ...more,
  ]
    .join('\n')
    .trimEnd()
}

const errorsOf = (report: RunReport) => actionItems(report).filter(({ severity }) => severity === 'error')
