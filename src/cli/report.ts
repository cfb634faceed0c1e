import { count } from '../lib/text.ts'
import type { Change, Report, Timing } from '../report/report.ts'
import { headline } from '../report/summary.ts'
import { emptyPanels, type Todo, todos } from '../report/todo.ts'
import type { Evidence, TargetEvidence } from '../verify/evidence.ts'
import { columns, plain, section } from './text.ts'

/** Rows of one section before the rest is only counted. */
const MAX_ROWS = 100

/** The report for people at a terminal: what the job summary tells, without Markdown. */
export function reportText(report: Report): string {
  const sections = [
    `${mark(report)} ${headline(report)}`,
    section('Where to look', links(report)),
    section('What to do', bounded(todos(report)).flatMap(todo)),
    section('Scrape targets', targets(report.evidence)),
    section('Metrics and panels', contract(report.evidence)),
    section('Alerts', alerts(report.evidence)),
    section('What this run did', columns(report.changes.map(change))),
    section('Skipped', report.skipped.map(skip)),
    section('Timings', columns(report.timings.map(timing))),
  ]
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`
}

function mark({ verdict, problems }: Report): string {
  if (verdict.kind === 'proven') return '✔'
  const isGood = verdict.kind === 'unproven' && verdict.failures.length === 0
  return isGood && problems.every(({ severity }) => severity === 'warning') ? '✔' : '✖'
}

function links({ monitoring, health, dashboards }: Report): string[] {
  const user = monitoring?.password ? '-u "prometheus:$PROMETHEUS_PASSWORD" ' : ''
  return [
    ...columns([
      ...(monitoring ? [['Prometheus', monitoring.url]] : []),
      ...health.map((url) => ['health', url]),
      ...dashboards.filter(({ url }) => url !== '').map(({ title, url }) => [plain(title), plain(url)]),
    ]),
    ...(monitoring ? [`curl ${user}"${monitoring.url}/api/v1/targets?state=active"`] : []),
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

function targets(evidence: Evidence | undefined): string[] {
  if (!evidence) return []
  const order = { down: 0, unknown: 1, up: 2, resting: 3 }
  const rows = evidence.targets.toSorted((a, b) => order[a.state] - order[b.state]).map(target)
  const none = evidence.services.flatMap(({ service, reason }) =>
    reason ? [['no machine', plain(service), '', '', plain(reason.why)]] : [],
  )
  return columns(bounded([...none, ...rows]))
}

const target = (seen: TargetEvidence): string[] => [
  seen.state,
  plain(seen.service),
  `${plain(seen.machine)} ${plain(seen.region)}`,
  seen.samples === undefined ? '' : count(seen.samples, 'sample'),
  seen.state === 'up' ? '' : plain(seen.reason?.why ?? seen.why),
]

function contract(evidence: Evidence | undefined): string[] {
  if (!evidence) return []
  const { metrics, panels } = evidence
  const bad = metrics.filter(({ state }) => state !== 'present' && state !== 'waiting')
  const waiting = metrics.filter(({ state }) => state === 'waiting')
  const empty = emptyPanels(panels)
  const unasked = panels.filter(({ state }) => state === 'not-checked').length
  return [
    ...(metrics.length > 0
      ? [
          `${metrics.length - bad.length - waiting.length} of ${count(metrics.length, 'declared metric')} there`,
        ]
      : []),
    ...(waiting.length > 0 ? [`${count(waiting.length, 'metric')} waiting for traffic`] : []),
    ...(panels.length > 0
      ? [
          `${panels.length - empty.length - unasked} of ${count(panels.length, 'panel query', 'panel queries')} with data`,
        ]
      : []),
    ...columns(
      bounded([
        ...bad.map(({ state, name, service, why }) => [state, plain(name), plain(service), plain(why)]),
        ...empty.map(({ state, panel, dashboard, why }) => [
          state,
          plain(panel.title),
          plain(dashboard.title),
          plain(why),
        ]),
      ]),
    ),
  ]
}

/** A watchdog always fires: it proves that alerting works and asks nothing of anybody. */
function alerts(evidence: Evidence | undefined): string[] {
  const active = (evidence?.alerts ?? []).filter(({ labels }) => labels.severity !== 'none')
  return columns(bounded(active.map(({ state, name, summary }) => [state, plain(name), plain(summary)])))
}

const RESULT = { done: '✔', unchanged: '=', kept: '!', failed: '✖', 'not-run': '–' }

const change = ({ result, subject, what, seconds, why }: Change): string[] => [
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
