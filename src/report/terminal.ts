import { count, few } from '../lib/text.ts'
import type { ChangeReport } from '../model/change.ts'
import type { Evidence } from '../verify/evidence.ts'
import type { Failure } from '../verify/failure.ts'
import { type ActionItem, actionItems } from './action-items.ts'
import { headline, runOutcome } from './headline.ts'
import { plannedTitle } from './planned-rows.ts'
import { plannedLines } from './planned-terminal.ts'
import type { RunReport, Timing } from './report.ts'
import { alertRows, contractRows, curlCommand, type TargetRow, targetRows, type WrongRow } from './rows.ts'
import { columns, plainText, section } from './terminal-text.ts'

/** Maximum number of rows of a section. */
const MAX_ROWS = 100
/** Maximum number of names on a line. */
const MAX_NAMES = 10

const SIGN = { proven: '✔', done: '✔', unproven: '?', failed: '✖' }

/** The report for a terminal: the content of the job summary, without Markdown. */
export function renderTerminalReport(report: RunReport): string {
  const fromEvidence = (render: (evidence: Evidence) => string[]) =>
    report.evidence ? render(report.evidence) : []
  const sections = [
    `${SIGN[runOutcome(report)]} ${headline(report)}`,
    report.mode === 'plan' ? section(plannedTitle(report), plannedLines(report)) : '',
    section('Where to look', links(report)),
    section('What to do', renderProblems(report)),
    section('Accepted although unproven', report.verdict.failures.flatMap(accepted)),
    section('Scrape targets', fromEvidence(targets)),
    section('Metrics and panels', fromEvidence(contract)),
    section('Alerts', fromEvidence(alerts)),
    section('What this run did', renderChanges(report.changes)),
    report.mode === 'plan' ? '' : section(plannedTitle(report), plannedLines(report)),
    section('Skipped', report.skipped.map(skip)),
    section('Timings', columns(report.timings.map(timing))),
  ]
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`
}

/** What needs action, and how: lines of a section. */
export const renderProblems = (report: RunReport): string[] => bounded(actionItems(report)).flatMap(todo)

/** Changes with their results: lines of a section. */
export const renderChanges = (changes: readonly ChangeReport[]): string[] => columns(changes.map(change))

function links({ monitoring, health, dashboards, commit }: RunReport): string[] {
  return [
    ...columns([
      ...(monitoring ? [['Prometheus', plainText(monitoring.url)]] : []),
      ...health.map((url) => ['health', plainText(url)]),
      ...dashboards
        .filter(({ url }) => url !== '')
        .map(({ title, url }) => [plainText(title), plainText(url)]),
      ...(commit === undefined ? [] : [['commit', plainText(commit)]]),
    ]),
    ...(monitoring ? [plainText(curlCommand(monitoring, '/api/v1/targets?state=active'))] : []),
  ]
}

/** A place in a file comes first, so that terminals and editors recognise it. */
function todo({ severity, outcome, code, subject, at, what, next }: ActionItem): string[] {
  const sign = outcome === 'not-checked' ? '?' : severity === 'error' ? '✖' : '!'
  const about = subject === '' ? '' : `${plainText(subject)}: `
  return [
    at
      ? `${plainText(subject)}: ${severity}: ${plainText(what, 1_000)} [${code}]`
      : `${sign} ${about}${plainText(what, 1_000)} [${code}]`,
    ...(next === '' ? [] : [`  → ${plainText(next, 1_000)}`]),
  ]
}

const accepted = ({ accepted: by, code, subject }: Failure): string[] =>
  by ? [`${plainText(subject)} [${code}]: ${plainText(by.reason)} (until ${plainText(by.until)})`] : []

const STATE: Partial<Record<TargetRow['state'], string>> = {
  'no-machine': 'no machine',
  unknown: 'not checked',
}

const targets = (evidence: Evidence): string[] => columns(bounded(targetRows(evidence)).map(target))

const target = ({ state, service, machine, region, samples, lost, why }: TargetRow): string[] => [
  STATE[state] ?? state,
  plainText(service),
  plainText(`${machine} ${region}`.trimEnd()),
  samples === undefined ? '' : `${count(samples, 'sample')}${lost ? ` (${lost} lost)` : ''}`,
  plainText(why),
]

function contract(evidence: Evidence): string[] {
  const { lines, metrics, panels } = contractRows(evidence)
  return [
    ...lines.map(
      ({ text, names }) => `${text}${names.length === 0 ? '' : `: ${plainText(few(names, MAX_NAMES))}`}`,
    ),
    ...columns(bounded([...metrics, ...panels]).map(wrong)),
  ]
}

const wrong = ({ state, name, of, why }: WrongRow): string[] => [
  state,
  plainText(name),
  plainText(of),
  plainText(why),
]

const alerts = (evidence: Evidence): string[] =>
  columns(
    bounded(alertRows(evidence)).map(({ state, name, summary }) => [
      state,
      plainText(name),
      plainText(summary),
    ]),
  )

const RESULT = { done: '✔', unchanged: '=', kept: '!', failed: '✖', 'not-run': '–' }

const change = ({ result, subject, what, seconds, why }: ChangeReport): string[] => [
  RESULT[result],
  plainText(subject),
  plainText(what),
  seconds === undefined ? '' : `${seconds.toFixed(1)} s`,
  plainText(why, 120),
]

const skip = ({ part, why, set }: RunReport['skipped'][number]): string =>
  `– ${plainText(part)}: ${plainText(why)} To enable it: ${plainText(set, 1_000).replace(/\.$/, '')}.`

const timing = ({ step, seconds, note }: Timing): string[] => [
  plainText(step),
  `${seconds.toFixed(1)} s`,
  plainText(note ?? ''),
]

const bounded = <T>(rows: readonly T[]): readonly T[] => rows.slice(0, MAX_ROWS)
