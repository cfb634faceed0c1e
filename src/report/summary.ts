import { findingUrl } from '../content/links.ts'
import type { Located } from '../lib/errors.ts'
import { list } from '../lib/text.ts'
import { alerts, checks, contract, targets } from './evidence.ts'
import { headline, outcome } from './headline.ts'
import { code, details, fenced, link, plain, table } from './markdown.ts'
import type { ChangeReport, Report } from './report.ts'
import { curl } from './rows.ts'
import { type Todo, todos } from './todo.ts'

/** GitHub drops a step's summary beyond 1 MiB without a word to the reader. */
const MAX_BYTES = 1_000_000
const MAX_TODOS = 50

const ICON = { proven: '✅', done: '☑️', failed: '❌' }

/**
 * The job summary as Markdown: the verdict, what to do, then the tables. `source`: where the files of this commit can
 * be seen, as a URL that their paths are added to.
 */
export function summary(report: Report, source?: string): string {
  const sections = [
    `# ${ICON[outcome(report)]} ${headline(report)}`,
    links(report),
    whatToDo(todos(report), { isPlan: report.mode === 'plan', source }),
    targets(report),
    contract(report.evidence),
    alerts(report.evidence),
    changes(report.changes),
    skipped(report),
    byHand(report),
    checks(report.evidence),
    timings(report),
  ]
  return fitting(sections.filter((section) => section !== ''))
}

function links({ monitoring, health, dashboards: shown }: Report): string {
  if (!monitoring) return ''
  const parts = [
    link('Prometheus', monitoring.url),
    link('its targets', `${monitoring.url}/targets`),
    ...health.map((url) => link(URL.parse(url)?.host ?? url, url)),
    ...shown.filter((d) => d.url !== '').map((d) => link(d.title, d.url)),
  ]
  return parts.join(' · ')
}

interface Place {
  isPlan: boolean
  source: string | undefined
}

function whatToDo(todo: readonly Todo[], { isPlan, source }: Place): string {
  if (todo.length === 0) return ''
  const items = todo.slice(0, MAX_TODOS).map(({ severity, subject, at, code: finding, what, next }) => {
    const url = at && source !== undefined ? fileUrl(source, at) : ''
    const lead = `${severity === 'error' ? '🔴' : '🟡'} ${subject === '' ? '' : `**${link(subject, url)}**: `}`
    // A finding is silenced by its code.
    const name = isPlan ? ` ${link(finding, findingUrl(finding))}` : ''
    return `- ${lead}${plain(what, 1_000)}${name}${next === '' ? '' : `<br>→ ${plain(next, 1_000)}`}`
  })
  const more = todo.length > MAX_TODOS ? [`- … and ${todo.length - MAX_TODOS} more, see the tables.`] : []
  return ['## What to do', ...items, ...more].join('\n')
}

const fileUrl = (source: string, { file, line }: Located): string =>
  `${source}/${file.split('/').map(encodeURIComponent).join('/')}#L${line}`

const RESULT = { done: '✔', unchanged: '=', kept: '✋', failed: '✖', 'not-run': '–' }

function changes(all: readonly ChangeReport[]): string {
  if (all.length === 0) return ''
  const rows = all.map(({ result, subject, what, why, seconds }) => [
    RESULT[result],
    code(subject),
    plain(what),
    plain(why, 200),
    seconds === undefined ? '' : `${seconds.toFixed(1)}&nbsp;s`,
  ])
  return `## What this run did\n\n${table(['', 'on', 'what', 'why', ''], rows)}`
}

function skipped({ skipped: parts }: Report): string {
  if (parts.length === 0) return ''
  const rows = parts.map(({ part, why, set }) => [plain(part), plain(why), plain(set)])
  return `## Skipped\n\n${table(['part', 'why', 'to have it, set'], rows)}`
}

/** The lines that show the same by hand. */
function byHand({ monitoring }: Report): string {
  if (!monitoring) return ''
  const lines = ['/-/healthy', '/api/v1/targets?state=active'].map((path) => curl(monitoring, path))
  return details('See for yourself', fenced(lines, 'sh'))
}

function timings({ timings: all }: Report): string {
  if (all.length === 0) return ''
  const rows = all.map(({ step, seconds, note }) => [
    plain(step),
    `${seconds.toFixed(1)}&nbsp;s`,
    plain(note ?? ''),
  ])
  return details('Timings', table(['step', '', ''], rows))
}

/** Sections from the top as long as they fit; what does not is named, never cut in the middle. */
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
