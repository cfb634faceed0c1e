import { count, few } from '../lib/text.ts'
import { headline, outcome } from '../report/headline.ts'
import type { ChangeReport, Report, Timing } from '../report/report.ts'
import { alertRows, contractRows, curl, type TargetRow, targetRows, type WrongRow } from '../report/rows.ts'
import { type Todo, todos } from '../report/todo.ts'
import type { Evidence } from '../verify/evidence.ts'
import { columns, plain, section } from './text.ts'

/** Rows of one section before the rest is only counted. */
const MAX_ROWS = 100
/** Names of one line. */
const MAX_NAMES = 10

/** The report for people at a terminal: what the job summary tells, without Markdown. */
export function reportText(report: Report): string {
  const about = (tell: (evidence: Evidence) => string[]) => (report.evidence ? tell(report.evidence) : [])
  const sections = [
    `${outcome(report) === 'failed' ? '✖' : '✔'} ${headline(report)}`,
    section('Where to look', links(report)),
    section('What to do', bounded(todos(report)).flatMap(todo)),
    section('Scrape targets', about(targets)),
    section('Metrics and panels', about(contract)),
    section('Alerts', about(alerts)),
    section('What this run did', columns(report.changes.map(change))),
    section('Skipped', report.skipped.map(skip)),
    section('Timings', columns(report.timings.map(timing))),
  ]
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`
}

function links({ monitoring, health, dashboards }: Report): string[] {
  return [
    ...columns([
      ...(monitoring ? [['Prometheus', plain(monitoring.url)]] : []),
      ...health.map((url) => ['health', plain(url)]),
      ...dashboards.filter(({ url }) => url !== '').map(({ title, url }) => [plain(title), plain(url)]),
    ]),
    ...(monitoring ? [plain(curl(monitoring, '/api/v1/targets?state=active'))] : []),
  ]
}

/** A place in a file stands first and alone, so that terminals and editors find it. */
function todo({ severity, code, subject, at, what, next }: Todo): string[] {
  const sign = severity === 'error' ? '✖' : '!'
  const about = subject === '' ? '' : `${plain(subject)}: `
  return [
    at
      ? `${plain(subject)}: ${severity}: ${plain(what, 1_000)} [${code}]`
      : `${sign} ${about}${plain(what, 1_000)} [${code}]`,
    ...(next === '' ? [] : [`  → ${plain(next, 1_000)}`]),
  ]
}

const STATE: Partial<Record<TargetRow['state'], string>> = {
  'no-machine': 'no machine',
  unknown: 'not checked',
}

const targets = (evidence: Evidence): string[] => columns(bounded(targetRows(evidence)).map(target))

const target = ({ state, service, machine, region, samples, lost, why }: TargetRow): string[] => [
  STATE[state] ?? state,
  plain(service),
  plain(`${machine} ${region}`),
  samples === undefined ? '' : `${count(samples, 'sample')}${lost ? ` (${lost} lost)` : ''}`,
  plain(why),
]

function contract(evidence: Evidence): string[] {
  const { lines, metrics, panels } = contractRows(evidence)
  return [
    ...lines.map(
      ({ text, names }) => `${text}${names.length === 0 ? '' : `: ${plain(few(names, MAX_NAMES))}`}`,
    ),
    ...columns(bounded([...metrics, ...panels]).map(wrong)),
  ]
}

const wrong = ({ state, name, of, why }: WrongRow): string[] => [state, plain(name), plain(of), plain(why)]

const alerts = (evidence: Evidence): string[] =>
  columns(
    bounded(alertRows(evidence)).map(({ state, name, summary }) => [state, plain(name), plain(summary)]),
  )

const RESULT = { done: '✔', unchanged: '=', kept: '!', failed: '✖', 'not-run': '–' }

const change = ({ result, subject, what, seconds, why }: ChangeReport): string[] => [
  RESULT[result],
  plain(subject),
  plain(what),
  seconds === undefined ? '' : `${seconds.toFixed(1)} s`,
  plain(why, 120),
]

const skip = ({ part, why, set }: Report['skipped'][number]): string =>
  `– ${plain(part)}: ${plain(why)} To have it: ${plain(set, 1_000).replace(/\.$/, '')}.`

const timing = ({ step, seconds, note }: Timing): string[] => [
  plain(step),
  `${seconds.toFixed(1)} s`,
  plain(note ?? ''),
]

const bounded = <T>(rows: readonly T[]): readonly T[] => rows.slice(0, MAX_ROWS)
