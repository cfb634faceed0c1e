import { findingUrl } from '../lib/documentation.ts'
import type { SourceLocation } from '../lib/errors.ts'
import { list } from '../lib/text.ts'
import type { ChangeReport } from '../model/change.ts'
import { type ActionItem, actionItems } from './action-items.ts'
import {
  acceptedSection,
  alertSection,
  checkSection,
  contractSection,
  sloSection,
  targetSection,
} from './evidence-tables.ts'
import { headline, runOutcome } from './headline.ts'
import { details, escapeMarkdown, fenced, inlineCode, markdownLink, table } from './markdown.ts'
import type { RunReport } from './report.ts'
import { curlCommand } from './rows.ts'

/** GitHub drops a step summary of more than 1 MiB without a message to the reader. */
const MAX_BYTES = 1_000_000
const MAX_TODOS = 50

const ICON = { proven: '✅', unproven: '⚠️', done: '☑️', failed: '❌' }

/**
 * The job summary as Markdown: the verdict, what to do, then the tables. `source`: the base URL of the files of this
 * commit; their paths are appended to it.
 */
export function renderSummary(report: RunReport, source?: string): string {
  const sections = [
    `# ${ICON[runOutcome(report)]} ${headline(report)}`,
    links(report),
    silenceLine(report),
    whatToDo(actionItems(report), { isPlan: report.mode === 'plan', source }),
    acceptedSection(report.verdict.failures),
    targetSection(report),
    contractSection(report.evidence),
    sloSection(report.evidence),
    alertSection(report.evidence),
    changes(report.changes),
    skipped(report),
    byHand(report),
    checkSection(report.evidence),
    timings(report),
  ]
  return fitting(sections.filter((section) => section !== ''))
}

function links({ monitoring, health, dashboards: shown, commit }: RunReport): string {
  if (!monitoring) return ''
  const parts = [
    markdownLink('Prometheus', monitoring.url),
    markdownLink('its targets', `${monitoring.url}/targets`),
    ...health.map((url) => markdownLink(URL.parse(url)?.host ?? url, url)),
    ...shown.filter((d) => d.url !== '').map((d) => markdownLink(d.title, d.url)),
    ...(commit === undefined ? [] : [`commit ${inlineCode(commit.slice(0, 7))}`]),
  ]
  return parts.join(' · ')
}

/** How to silence an alert at night, in one line. */
function silenceLine({ monitoring }: RunReport): string {
  const silence = monitoring?.silence
  if (silence === undefined) return ''
  const isLink = /^https?:/.test(silence)
  return `Silence an alert (here \`TargetDown\`, for 8 h): ${isLink ? markdownLink('in Grafana', silence) : inlineCode(silence)}`
}

interface Place {
  isPlan: boolean
  source: string | undefined
}

function whatToDo(todo: readonly ActionItem[], { isPlan, source }: Place): string {
  if (todo.length === 0) return ''
  const items = todo.slice(0, MAX_TODOS).map((item) => {
    const { subject, at, code: finding, what, next } = item
    const url = at && source !== undefined ? fileUrl(source, at) : ''
    const lead = `${signOf(item)} ${subject === '' ? '' : `**${markdownLink(subject, url)}**: `}`
    // The code is needed to silence a diagnostic, and to accept a claim.
    const code = isPlan ? markdownLink(finding, findingUrl(finding)) : item.outcome && inlineCode(finding)
    const name = code === undefined ? '' : ` ${code}`
    return `- ${lead}${escapeMarkdown(what, 1_000)}${name}${next === '' ? '' : `<br>→ ${escapeMarkdown(next, 1_000)}`}`
  })
  const more = todo.length > MAX_TODOS ? [`- … and ${todo.length - MAX_TODOS} more, see the tables.`] : []
  return ['## What to do', ...items, ...more].join('\n')
}

/** White: nothing is known to be broken, and nothing is known to hold. */
const signOf = ({ severity, outcome }: ActionItem): string =>
  outcome === 'not-checked' ? '⚪' : severity === 'error' ? '🔴' : '🟡'

const fileUrl = (source: string, { file, line }: SourceLocation): string =>
  `${source}/${file.split('/').map(encodeURIComponent).join('/')}#L${line}`

const RESULT = { done: '✔', unchanged: '=', kept: '✋', failed: '✖', 'not-run': '–' }

function changes(all: readonly ChangeReport[]): string {
  if (all.length === 0) return ''
  const rows = all.map(({ result, subject, what, why, seconds }) => [
    RESULT[result],
    inlineCode(subject),
    escapeMarkdown(what),
    escapeMarkdown(why, 200),
    seconds === undefined ? '' : `${seconds.toFixed(1)}&nbsp;s`,
  ])
  return `## What this run did\n\n${table(['', 'on', 'what', 'why', ''], rows)}`
}

function skipped({ skipped: parts }: RunReport): string {
  if (parts.length === 0) return ''
  const rows = parts.map(({ part, why, set }) => [
    escapeMarkdown(part),
    escapeMarkdown(why),
    escapeMarkdown(set),
  ])
  return `## Skipped\n\n${table(['part', 'why', 'to enable it, set'], rows)}`
}

/** Commands that show the same result. */
function byHand({ monitoring }: RunReport): string {
  if (!monitoring) return ''
  const lines = ['/-/healthy', '/api/v1/targets?state=active'].map((path) => curlCommand(monitoring, path))
  return details('Check it yourself', fenced(lines, 'sh'))
}

function timings({ timings: all }: RunReport): string {
  if (all.length === 0) return ''
  const rows = all.map(({ step, seconds, note }) => [
    escapeMarkdown(step),
    `${seconds.toFixed(1)}&nbsp;s`,
    escapeMarkdown(note ?? ''),
  ])
  return details('Timings', table(['step', '', ''], rows))
}

/** Sections from the top as long as they fit; the others are named, a section is never cut. */
function fitting(sections: readonly string[]): string {
  const kept: string[] = []
  const dropped: string[] = []
  let size = 0
  for (const section of sections) {
    size += Buffer.byteLength(section) + 2
    if (size < MAX_BYTES) kept.push(section)
    else dropped.push(section.match(/^## (.*)/)?.[1] ?? 'details')
  }
  if (dropped.length > 0) kept.push(`Left out because GitHub shows 1 MiB at most: ${list(dropped)}.`)
  return `${kept.join('\n\n')}\n`
}
