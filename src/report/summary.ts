import { count, list } from '../lib/text.ts'
import { actionItems, actionTitle } from './action-items.ts'
import {
  acceptedSection,
  alertSection,
  checkSection,
  contractSection,
  sloSection,
  targetSections,
} from './evidence-tables.ts'
import { findings, whatToDo } from './findings.ts'
import { headline, runOutcome } from './headline.ts'
import { escapeMarkdown, fenced, inlineCode, markdownLink, proseMarkdown, table } from './markdown.ts'
import { changeReason, commandsOf, factsOf, linksOf } from './overview.ts'
import { plannedSection } from './planned-section.ts'
import type { RunReport } from './report.ts'
import { joined, renderSection, type SummarySection } from './sections.ts'

/** GitHub drops a step summary of more than 1 MiB without a message to the reader. */
const MAX_BYTES = 1_000_000

const ICON = { proven: '✅', unproven: '⚠️', done: '✅', failed: '❌' }

/**
 * The job summary as Markdown: what is wrong and what to do, then the evidence; what is well is folded. `source`: the
 * base URL of the files of this commit; their paths are appended to it.
 */
export function renderSummary(report: RunReport, source?: string): string {
  const items = actionItems(report)
  const list = report.mode === 'plan' ? findings(items, source) : whatToDo(items, source)
  const toDo = { title: actionTitle(items, report.mode), body: list, isOpen: true }
  const plan = report.mode === 'plan' ? [plannedSection(report)] : []
  const sections: SummarySection[] = [
    ...(report.verdict.kind === 'failed' ? [toDo, ...plan] : [...plan, toDo]),
    acceptedSection(report.verdict.failures),
    ...targetSections(report),
    alertSection(report.evidence),
    sloSection(report.evidence),
    contractSection(report),
    changes(report),
    ...(report.mode === 'plan' ? [] : [plannedSection(report)]),
    checkSection(report.evidence),
    skipped(report),
    byHand(report),
    timings(report),
  ]
  const head = `# ${ICON[runOutcome(report)]} ${proseMarkdown(headline(report), 300)}`
  return fitting(
    [joined(head, facts(report), links(report)), ...sections.map(renderSection)].filter(
      (part) => part !== '',
    ),
  )
}

const facts = (report: RunReport): string =>
  factsOf(report)
    .map((fact) => proseMarkdown(fact))
    .join(' · ')

const links = (report: RunReport): string =>
  linksOf(report)
    .map(({ label, url }) => markdownLink(label, url))
    .join(' · ')

const RESULT = { done: '✔', unchanged: '=', kept: '✋', failed: '❌', 'not-run': '–' }

/** What was done; open when a part of it failed. */
function changes({ changes: all, problems }: RunReport): SummarySection {
  const rows = all.map((change) => [
    RESULT[change.result],
    inlineCode(change.subject),
    proseMarkdown(change.what, 200),
    proseMarkdown(changeReason(change, problems), 200),
    change.seconds === undefined ? '' : `${change.seconds.toFixed(1)}&nbsp;s`,
  ])
  const failed = all.filter(({ result }) => result === 'failed' || result === 'not-run').length
  const done = all.filter(({ result }) => result === 'done').length
  return {
    title: `What this run did: ${failed > 0 ? `${failed} of ${count(all.length, 'step')} failed or not run` : `${count(done, 'change')}`}`,
    body: table(['', 'on', 'what', 'why', ''], rows),
    isOpen: failed > 0,
  }
}

function skipped({ skipped: parts }: RunReport): SummarySection {
  const rows = parts.map(({ part, why, set }) => [
    proseMarkdown(part),
    proseMarkdown(why),
    proseMarkdown(set),
  ])
  const body = table(['part', 'why', 'to enable it, set'], rows)
  return { title: `Skipped: ${count(rows.length, 'part')}`, body, isOpen: false }
}

function byHand({ mode, monitoring }: RunReport): SummarySection {
  // A plan says nothing about what runs.
  const { checks, silence } =
    monitoring && mode !== 'plan' ? commandsOf(monitoring) : { checks: [], silence: [] }
  const lines = [...checks, ...silence.flatMap((command) => ['# Silence TargetDown for 8 h:', command])]
  return { title: 'Check it yourself', body: lines.length === 0 ? '' : fenced(lines, 'sh'), isOpen: false }
}

function timings({ timings: all }: RunReport): SummarySection {
  const rows = all.map(({ step, seconds, note }) => [
    escapeMarkdown(step),
    `${seconds.toFixed(1)}&nbsp;s`,
    escapeMarkdown(note ?? ''),
  ])
  return { title: 'Timings', body: table(['step', '', ''], rows), isOpen: false }
}

/** Sections from the top as long as they fit; the others are named, a section is never cut. */
function fitting(sections: readonly string[]): string {
  const kept: string[] = []
  const dropped: string[] = []
  let size = 0
  for (const section of sections) {
    size += Buffer.byteLength(section) + 2
    if (size < MAX_BYTES) kept.push(section)
    else dropped.push(section.match(/^(?:## |<details><summary>)([^<\n]*)/)?.[1] ?? 'details')
  }
  if (dropped.length > 0) kept.push(`Left out because GitHub shows 1 MiB at most: ${list(dropped)}.`)
  return `${kept.join('\n\n')}\n`
}
