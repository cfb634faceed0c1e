import { count } from '../../lib/text.ts'
import type { CheckEvidence, Evidence } from '../../verify/evidence.ts'
import { changeReason } from '../overview.ts'
import type { RunReport } from '../report.ts'
import { alertRows, contractRows } from '../rows.ts'
import {
  codeHtml,
  foldedHtml,
  foreignHtml,
  type Html,
  linkHtml,
  markup,
  moreHtml,
  NOTHING,
  proseHtml,
  sectionHtml,
  tableHtml,
} from './markup.ts'

const MOST_ROWS = 1_000

/** Tables of everything else that is known: what needs attention is open, the rest is folded. */
export function evidenceTables(report: RunReport): Html {
  const { evidence, skipped, timings, dashboards } = report
  return markup`${sectionHtml('Alerts that are firing or pending', alerts(evidence))}
${sectionHtml('Metrics', metrics(evidence))}
${changes(report)}
${foldedHtml('Accepted although unproven', accepted(report))}
${foldedHtml('What else was checked', checks(evidence))}
${foldedHtml('Rules', rules(evidence))}
${foldedHtml(
  'Dashboards',
  rowsOf(
    'Dashboards',
    ['dashboard', 'result'],
    dashboards.map(({ title, url, result }) => [linkHtml(foreignHtml(title), url), foreignHtml(result)]),
  ),
)}
${foldedHtml(
  'Skipped',
  rowsOf(
    'Skipped',
    ['part', 'why', 'to enable it, set'],
    skipped.map(({ part, why, set }) => [proseHtml(part), proseHtml(why), proseHtml(set)]),
  ),
)}
${foldedHtml(
  'Timings',
  rowsOf(
    'Timings',
    ['step', 'seconds', 'note'],
    timings.map(({ step, seconds, note }) => [
      foreignHtml(step),
      foreignHtml(seconds.toFixed(1)),
      foreignHtml(note ?? ''),
    ]),
  ),
)}`
}

const rowsOf = (caption: string, head: readonly string[], rows: readonly (readonly Html[])[]): Html =>
  markup`${tableHtml(caption, head, rows.slice(0, MOST_ROWS))}${moreHtml(rows.length - MOST_ROWS, 'more row')}`

const alerts = (evidence: Evidence | undefined): Html =>
  rowsOf(
    'Alerts',
    ['state', 'alert', 'summary', 'since'],
    (evidence ? alertRows(evidence) : []).map(({ state, name, summary, since }) => [
      markup`<span class="tag ${state === 'firing' ? 'bad' : 'warn'}">${state}</span>`,
      foreignHtml(name),
      foreignHtml(summary),
      foreignHtml(since.slice(0, 19).replace('T', ' ')),
    ]),
  )

function metrics(evidence: Evidence | undefined): Html {
  if (!evidence) return NOTHING
  const { lines, metrics: wrong } = contractRows(evidence)
  if (lines.length === 0) return NOTHING
  const all = evidence.metrics.map(({ service, name, type, state, why }) => [
    markup`<span class="tag ${state === 'present' ? 'good' : state === 'waiting' || state === 'unknown' ? '' : 'bad'}">${state}</span>`,
    codeHtml(name, 200),
    foreignHtml(type),
    codeHtml(service, 100),
    proseHtml(why, 300),
  ])
  const summary = lines.map(({ text }) => markup`<li>${text}</li>`)
  const table = rowsOf(
    'Metrics that are not as declared',
    ['state', 'metric', 'service', 'why'],
    wrong.map(({ state, name, of, why }) => [
      foreignHtml(state),
      codeHtml(name, 300),
      codeHtml(of, 100),
      proseHtml(why, 300),
    ]),
  )
  return markup`<ul>${summary}</ul>${table}${foldedHtml(`All ${count(all.length, 'declared metric')}`, rowsOf('Declared metrics', ['state', 'metric', 'type', 'service', 'why'], all))}`
}

const RESULT = {
  done: '✔ done',
  unchanged: '= unchanged',
  kept: '! kept',
  failed: '✖ failed',
  'not-run': '– not run',
}

/** What the run did; open when a part of it failed. */
function changes({ changes: all, problems }: RunReport): Html {
  const rows = all.map((change) => [
    markup`<span class="tag ${change.result === 'failed' ? 'bad' : change.result === 'done' ? 'good' : ''}">${RESULT[change.result]}</span>`,
    codeHtml(change.subject, 200),
    proseHtml(change.what, 300),
    proseHtml(changeReason(change, problems), 300),
    foreignHtml(change.seconds === undefined ? '' : `${change.seconds.toFixed(1)} s`),
  ])
  const table = rowsOf('Changes', ['result', 'on', 'what', 'why', 'time'], rows)
  return all.some(({ result }) => result === 'failed' || result === 'not-run')
    ? sectionHtml('What this run did', table)
    : foldedHtml(
        `What this run did: ${count(all.filter(({ result }) => result === 'done').length, 'change')}`,
        table,
      )
}

const accepted = ({ verdict }: RunReport): Html =>
  rowsOf(
    'Accepted although unproven',
    ['claim', 'of', 'reason', 'until'],
    verdict.failures.flatMap(({ accepted: by, code, subject }) =>
      by ? [[codeHtml(code), foreignHtml(subject), foreignHtml(by.reason), foreignHtml(by.until)]] : [],
    ),
  )

const OUTCOME: Record<CheckEvidence['outcome'], string> = {
  holds: '✔ holds',
  warning: '! warning',
  broken: '✖ broken',
  'not-checked': '? not checked',
  'nothing-to-check': '– nothing to check',
}

const checks = (evidence: Evidence | undefined): Html =>
  rowsOf(
    'Checks',
    ['outcome', 'what', 'of', 'certainty', 'why'],
    (evidence?.checks ?? []).map(({ outcome, area, subject, certainty, why }) => [
      markup`${OUTCOME[outcome]}`,
      foreignHtml(area),
      foreignHtml(subject),
      foreignHtml(certainty),
      proseHtml(why, 500),
    ]),
  )

const rules = (evidence: Evidence | undefined): Html =>
  rowsOf(
    'Rules',
    ['state', 'rule', 'group', 'kind', 'why'],
    (evidence?.rules ?? []).map(({ state, name, group, kind, why, detail }) => [
      markup`<span class="tag ${state === 'ok' ? 'good' : state === 'error' || state === 'missing' ? 'bad' : ''}">${state}</span>`,
      foreignHtml(name),
      foreignHtml(group),
      foreignHtml(kind),
      proseHtml(`${why} ${detail}`.trim(), 500),
    ]),
  )
