import { count, few } from '../lib/text.ts'
import type { Evidence } from '../verify/evidence.ts'
import type { Failure } from '../verify/failure.ts'
import { escapeMarkdown, inlineCode, proseMarkdown, table } from './markdown.ts'
import type { RunReport } from './report.ts'
import {
  alertRows,
  contractRows,
  FEW_TARGETS,
  type TargetGroup,
  type TargetRow,
  targetGroups,
  targetRows,
  type WrongRow,
} from './rows.ts'
import { joined, type SummarySection } from './sections.ts'

const STATE: Record<TargetRow['state'], string> = {
  'no-machine': '🔴&nbsp;no machine',
  down: '🔴&nbsp;down',
  unknown: '⚪&nbsp;not checked',
  up: '🟢&nbsp;up',
  resting: '⚪&nbsp;resting',
}

/** Every expected target, failures first; those that are well are folded. */
export function targetSections({ mode, evidence }: RunReport): SummarySection[] {
  if (!evidence) return []
  const rows = targetRows(evidence)
  const { well = [], wrong = [] } = Object.groupBy(rows, ({ state }) =>
    state === 'up' || state === 'resting' ? 'well' : 'wrong',
  )
  const time = mode === 'verify' ? 'when this check began' : 'when the last deploy ended'
  const note = evidence.mark
    ? `Only scrapes after ${clock(evidence.mark)} on Prometheus' clock count, the time ${time}.`
    : ''
  const up = well.filter(({ state }) => state === 'up').length
  const resting = well.length - up
  const healthy = `🟢 ${count(up, 'target')} up${resting > 0 ? `, ${resting} allowed to be stopped` : ''}`
  return [
    {
      title: 'Scrape targets',
      body: wrong.length > 0 ? joined(targetTable(wrong, FEW_WRONG, rows), note) : '',
      isOpen: true,
    },
    {
      title: healthy,
      body: well.length > 0 ? joined(targetTable(well, FEW_TARGETS, rows), wrong.length > 0 ? '' : note) : '',
      isOpen: false,
    },
  ]
}

/** As FEW_TARGETS, of targets that are not well: one cause is told once. */
const FEW_WRONG = 3

function targetTable(rows: readonly TargetRow[], most: number, all: readonly TargetRow[]): string {
  const groups = targetGroups(rows, most, all)
  const columns = ['', 'service', rows.length > most ? 'machines' : 'machine', 'last scrape', 'samples']
  const hasReasons = groups.some(({ why }) => why !== '')
  return table(
    hasReasons ? [...columns, 'what Prometheus says'] : columns,
    groups.map((group) => [...targetCells(group), ...(hasReasons ? [escapeMarkdown(group.why, 300)] : [])]),
  )
}

const targetCells = ({
  state,
  service,
  machines,
  region,
  lastScrape,
  samples,
  lost,
}: TargetGroup): string[] => {
  const [only = ''] = machines
  const where = region === '' ? '' : `&nbsp;${escapeMarkdown(region)}`
  const some =
    machines.length > 3 ? `${machines.length}` : machines.map((name) => inlineCode(name)).join(', ')
  return [
    STATE[state],
    escapeMarkdown(service),
    only === '' ? '' : `${some}${where}`,
    clock(lastScrape),
    `${samples || ''}${lost ? ` (${lost} lost)` : ''}`,
  ]
}

/** Maximum number of names on a line; the rest is counted. */
const MAX_NAMES = 20

/** Metrics and panels: one line for what is in order, tables of the failures; open when one has a cause of its own. */
export function contractSection({ evidence, verdict }: RunReport): SummarySection {
  const { lines, metrics, panels } = evidence
    ? contractRows(evidence)
    : { lines: [], metrics: [], panels: [] }
  const isOpen = verdict.failures.some(
    ({ area, because, accepted }) => /^(?:metrics|panels)$/.test(area) && because === undefined && !accepted,
  )
  const items = lines.map(({ text, names }) => {
    const about = few(
      names.map((name) => inlineCode(name)),
      MAX_NAMES,
    )
    return `- ${text}${about === '' ? '' : `: ${about}`}`
  })
  const body = joined(
    items.join('\n'),
    wrong(['', 'metric', 'service', 'what is wrong'], metrics, inlineCode),
    wrong(['', 'panel', 'dashboard', 'what is wrong'], panels, escapeMarkdown),
  )
  const sign = metrics.length + panels.length === 0 ? '🟢 ' : ''
  return { title: `${sign}Metrics and panels`, body, isOpen }
}

function wrong(head: readonly string[], rows: readonly WrongRow[], show: (name: string) => string): string {
  return table(
    head,
    rows.map(({ state, name, of, why }) => [
      escapeMarkdown(state),
      show(name),
      escapeMarkdown(of),
      proseMarkdown(why, 300),
    ]),
  )
}

/** The claims that the configuration accepts although they are unproven, and why. */
export function acceptedSection(failures: readonly Failure[]): SummarySection {
  const rows = failures.flatMap(({ accepted, code, subject }) =>
    accepted
      ? [[inlineCode(code), escapeMarkdown(subject), escapeMarkdown(accepted.reason, 300), accepted.until]]
      : [],
  )
  const body = table(['claim', 'of', 'reason', 'until'], rows)
  return { title: `Accepted although unproven: ${count(rows.length, 'claim')}`, body, isOpen: false }
}

/** Alerts that are firing or pending: shown, not judged. */
export function alertSection(evidence: Evidence | undefined): SummarySection {
  const all = evidence ? alertRows(evidence) : []
  const rows = all.map(({ state, name, summary: text, since }) => [
    state === 'firing' ? '🔥 firing' : '⏳ pending',
    escapeMarkdown(name),
    escapeMarkdown(text),
    sinceText(since, evidence?.ended ?? ''),
  ])
  return {
    title: 'Alerts',
    body: table(['', 'alert', 'summary', 'since'], rows),
    isOpen: all.some(({ state }) => state === 'firing'),
  }
}

/** How much of the error budget of each objective is left. */
export function sloSection(evidence: Evidence | undefined): SummarySection {
  const sign = { holds: '🟢', warning: '🟡', broken: '🔴', 'not-checked': '⚪', 'nothing-to-check': '⚪' }
  const rows = (evidence?.checks ?? []).flatMap(({ area, subject, outcome, why }) =>
    area === 'slo' ? [[sign[outcome], escapeMarkdown(subject), escapeMarkdown(why, 300)]] : [],
  )
  return {
    title: 'Objectives',
    body: table(['', 'objective', 'error budget'], rows),
    isOpen: rows.some(([state]) => state !== '🟢'),
  }
}

/** All other checks with their certainty: an incomplete run must not look like a proof. */
export function checkSection(evidence: Evidence | undefined): SummarySection {
  const sign = { holds: '✔', warning: '⚠', broken: '✖', 'not-checked': '?', 'nothing-to-check': '–' }
  const rows = (evidence?.checks ?? []).map(({ outcome, area, subject, certainty, why }) => [
    sign[outcome],
    escapeMarkdown(area),
    escapeMarkdown(subject),
    escapeMarkdown(certainty),
    proseMarkdown(why, 300),
  ])
  return {
    title: 'What else was checked',
    body: table(['', 'what', 'of', 'certainty', 'why'], rows),
    isOpen: false,
  }
}

/** The time of day, with the date where it is another one than that of the report. */
const sinceText = (since: string, now: string): string =>
  since.slice(0, 10) === now.slice(0, 10)
    ? clock(since)
    : `${escapeMarkdown(since.slice(0, 10))} ${clock(since)}`

/** The time of day of an ISO time. */
const clock = (iso: string | undefined): string =>
  iso ? `${escapeMarkdown(iso.slice(11, 19))}&nbsp;UTC` : ''
