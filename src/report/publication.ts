import { posix } from 'node:path'
import { sha256 } from '../lib/json-value.ts'
import { cutMarkdown } from './cut-markdown.ts'
import { escapeMarkdown, inlineCode, markdownLink } from './markdown.ts'
import type { RunReport } from './report.ts'
import { renderSummary } from './summary.ts'

/** By what a report is told from those of other modes and configurations. */
export interface ReportIdentity {
  mode: string
  /** Path of the configuration file, and the folder that it is relative to. */
  config: string
  folder: string
  /** Names that inputs set for a run without a configuration file. */
  names: readonly string[]
}

/** Where a report is published, and what it is about. */
export interface Publication extends ReportIdentity {
  /** The commit that the report is about. */
  commit: string
  /** Page of the run, and its number, which grows from run to run. */
  runUrl: string
  runId: number
  /** Base URL of the files of the commit. */
  source: string | undefined
}

/** The configuration of a repository that has only one, in the folder that a runner starts in. */
const USUAL = 'monitoring.yml'

/** The path of the configuration from the root of the repository; empty for the usual one. */
export function otherConfiguration({ config, folder }: ReportIdentity): string {
  const path = posix.join(folder || '.', config || USUAL)
  return path === USUAL ? '' : path
}

/** Identifies a report among those of other modes and configurations: hexadecimal digits only. */
export function keyOf(report: ReportIdentity): string {
  const { mode, names } = report
  const identity = JSON.stringify([mode, otherConfiguration(report), ...names])
  return sha256(identity).slice(0, 16)
}

/** GitHub accepts 65,535 characters as the text of a check run, and one more in comments and issues. */
const MAX_BYTES = 65_535

const CUT = '_The rest is in the job summary of the run, which has no such limit._'

/** The report with a line about its run below it; `marker`: a line that goes first. */
export function renderPublished(report: RunReport, publication: Publication, marker?: string): string {
  const { mode, commit, runUrl, source } = publication
  const config = otherConfiguration(publication)
  const about = [
    `mode ${inlineCode(mode)}`,
    ...(config === '' ? [] : [inlineCode(config)]),
    ...(commit === '' ? [] : [`commit ${inlineCode(commit.slice(0, 7))}`]),
    ...(runUrl === '' ? [] : [markdownLink('run', runUrl)]),
  ]
  const head = marker === undefined ? '' : `${marker}\n`
  const foot = `\n<sub>${about.join(' · ')}</sub>\n`
  const room = MAX_BYTES - Buffer.byteLength(head + foot)
  // The line about the run names the commit: of a pull request its head, not the merge that was checked out.
  const summary = renderSummary({ ...report, commit: undefined }, source)
  return head + cutMarkdown(summary, room, CUT) + foot
}

/** One line of a report about a list of subjects, for short messages. */
export const item = (code: string, subject: string): string =>
  `- ${inlineCode(code)}${subject === '' ? '' : ` ${escapeMarkdown(subject, 200)}`}`
