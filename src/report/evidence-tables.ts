import { count, few } from '../lib/text.ts'
import type { Evidence } from '../verify/evidence.ts'
import type { Failure } from '../verify/failure.ts'
import { details, escapeMarkdown, inlineCode, table } from './markdown.ts'
import type { RunReport } from './report.ts'
import { alertRows, contractRows, type TargetRow, targetRows, type WrongRow } from './rows.ts'

const STATE: Record<TargetRow['state'], string> = {
  'no-machine': '🔴&nbsp;no machine',
  down: '🔴&nbsp;down',
  unknown: '⚪&nbsp;not checked',
  up: '🟢&nbsp;up',
  resting: '⚪&nbsp;resting',
}

/** Every expected target, failures first. */
export function targetSection({ mode, evidence }: RunReport): string {
  if (!evidence) return ''
  const rows = targetRows(evidence)
  if (rows.length === 0) return ''
  const time = mode === 'verify' ? 'when this check began' : 'when the last deploy ended'
  const note = `Only scrapes after ${clock(evidence.mark)} on Prometheus' clock count, the time ${time}.`
  return ['## Scrape targets', ...targetTables(rows), ...(evidence.mark ? [note] : [])].join('\n\n')
}

/** With more targets than this, those without a failure are collapsed. */
const FEW_TARGETS = 20

function targetTables(rows: readonly TargetRow[]): string[] {
  const inTable = (some: readonly TargetRow[]) =>
    table(['', 'service', 'machine', 'last scrape', 'samples', 'reason'], some.map(target))
  if (rows.length <= FEW_TARGETS) return [inTable(rows)]
  const { well = [], wrong = [] } = Object.groupBy(rows, ({ state }) =>
    state === 'up' || state === 'resting' ? 'well' : 'wrong',
  )
  const folded = details(
    `${count(well.length, 'target')} that are up or allowed to be stopped`,
    inTable(well),
  )
  return [...(wrong.length > 0 ? [inTable(wrong)] : []), ...(well.length > 0 ? [folded] : [])]
}

const target = ({ state, service, machine, region, lastScrape, samples, lost, why }: TargetRow): string[] => [
  STATE[state],
  escapeMarkdown(service),
  machine === '' ? '' : `${inlineCode(machine)}${region === '' ? '' : `&nbsp;${escapeMarkdown(region)}`}`,
  clock(lastScrape),
  `${samples ?? ''}${lost ? ` (${lost} lost)` : ''}`,
  escapeMarkdown(why, 300),
]

/** Maximum number of names on a line; the rest is counted. */
const MAX_NAMES = 20

/** Metrics and panels: one line for what is in order, tables of the failures. */
export function contractSection(evidence: Evidence | undefined): string {
  const { lines, metrics, panels } = evidence
    ? contractRows(evidence)
    : { lines: [], metrics: [], panels: [] }
  if (lines.length === 0) return ''
  const items = lines.map(({ text, names }) => {
    const about = few(
      names.map((name) => inlineCode(name)),
      MAX_NAMES,
    )
    return `- ${text}${about === '' ? '' : `: ${about}`}`
  })
  return [
    `## Metrics and panels\n\n${items.join('\n')}`,
    wrong(['', 'metric', 'service', 'what is wrong'], metrics, inlineCode),
    wrong(['', 'panel', 'dashboard', 'what is wrong'], panels, escapeMarkdown),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function wrong(head: readonly string[], rows: readonly WrongRow[], show: (name: string) => string): string {
  if (rows.length === 0) return ''
  return table(
    head,
    rows.map(({ state, name, of, why }) => [
      escapeMarkdown(state),
      show(name),
      escapeMarkdown(of),
      escapeMarkdown(why, 300),
    ]),
  )
}

/** The claims that the configuration accepts although they are unproven, and why. */
export function acceptedSection(failures: readonly Failure[]): string {
  const rows = failures.flatMap(({ accepted, code, subject }) =>
    accepted
      ? [[inlineCode(code), escapeMarkdown(subject), escapeMarkdown(accepted.reason, 300), accepted.until]]
      : [],
  )
  if (rows.length === 0) return ''
  return `## Accepted although unproven\n\n${table(['claim', 'of', 'reason', 'until'], rows)}`
}

/** Alerts that are firing or pending: shown, not judged. */
export function alertSection(evidence: Evidence | undefined): string {
  const rows = (evidence ? alertRows(evidence) : []).map(({ state, name, summary: text, since }) => [
    state === 'firing' ? '🔥 firing' : '⏳ pending',
    escapeMarkdown(name),
    escapeMarkdown(text),
    clock(since),
  ])
  return rows.length === 0 ? '' : `## Alerts\n\n${table(['', 'alert', 'summary', 'since'], rows)}`
}

/** How much of the error budget of each objective is left. */
export function sloSection(evidence: Evidence | undefined): string {
  const sign = { holds: '', warning: '⚠', broken: '🔴', 'not-checked': '⚪', 'nothing-to-check': '⚪' }
  const rows = (evidence?.checks ?? []).flatMap(({ area, subject, outcome, why }) =>
    area === 'slo' ? [[sign[outcome], escapeMarkdown(subject), escapeMarkdown(why, 300)]] : [],
  )
  return rows.length === 0 ? '' : `## Objectives\n\n${table(['', 'objective', 'error budget'], rows)}`
}

/** All other checks with their certainty: an incomplete run must not look like a proof. */
export function checkSection(evidence: Evidence | undefined): string {
  if (!evidence || evidence.checks.length === 0) return ''
  const sign = { holds: '✔', warning: '⚠', broken: '✖', 'not-checked': '?', 'nothing-to-check': '–' }
  const rows = evidence.checks.map(({ outcome, area, subject, certainty, why }) => [
    sign[outcome],
    escapeMarkdown(area),
    escapeMarkdown(subject),
    escapeMarkdown(certainty),
    escapeMarkdown(why, 300),
  ])
  return details('What else was checked', table(['', 'what', 'of', 'certainty', 'why'], rows))
}

/** The time of day of an ISO time. */
const clock = (iso: string | undefined): string =>
  iso ? `${escapeMarkdown(iso.slice(11, 19))}&nbsp;UTC` : ''
