import { count } from '../lib/text.ts'
import type { Evidence, TargetEvidence } from '../verify/evidence.ts'
import { code, details, plain, table } from './markdown.ts'
import type { Report } from './report.ts'
import { emptyPanels } from './todo.ts'

const STATE = {
  up: '🟢&nbsp;up',
  down: '🔴&nbsp;down',
  resting: '⚪&nbsp;resting',
  unknown: '⚪&nbsp;not checked',
}

/** Every expected target, what is wrong first. */
export function targets({ mode, evidence }: Report): string {
  if (!evidence) return ''
  const order = { down: 0, unknown: 1, up: 2, resting: 3 }
  const rows = evidence.targets
    .toSorted((a, b) => order[a.state] - order[b.state])
    .map((target) => [
      STATE[target.state],
      plain(target.service),
      `${code(target.machine)} ${plain(target.region)}`,
      clock(target.lastScrape),
      samples(target),
      target.state === 'up' ? '' : plain(target.reason?.why ?? target.why, 300),
    ])
  const none = evidence.services
    .filter(({ reason }) => reason !== undefined)
    .map(({ service, reason }) => [
      '🔴 no machine',
      plain(service),
      '',
      '',
      '',
      plain(reason?.why ?? '', 300),
    ])
  if (rows.length + none.length === 0) return ''
  const moment = mode === 'verify' ? 'when this check began' : 'when every deploy had ended'
  const mark = evidence.mark
    ? `\n\nCounted is what Prometheus scraped after ${clock(evidence.mark)} on its own clock, the moment ${moment}.`
    : ''
  return `## Scrape targets\n\n${table(['', 'service', 'machine', 'last scrape', 'samples', 'reason'], [...none, ...rows])}${mark}`
}

function samples({ samples: all, lost }: TargetEvidence): string {
  if (all === undefined) return ''
  return lost ? `${all} (${lost} lost)` : String(all)
}

/** Metrics and panels: one line when all is well, tables of what is not. */
export function contract(evidence: Evidence | undefined): string {
  if (!evidence || evidence.metrics.length + evidence.panels.length === 0) return ''
  const { metrics, panels } = evidence
  const bad = metrics.filter(({ state }) => state !== 'present' && state !== 'waiting')
  const empty = emptyPanels(panels)
  const waiting = metrics.filter(({ state }) => state === 'waiting').map(({ name }) => name)
  const undeclared = evidence.undeclared.reduce((sum, { names }) => sum + names.length, 0)
  const notChecked = panels.filter(({ state }) => state === 'not-checked').length
  const lines = [
    metrics.length > 0
      ? `- ${metrics.length - bad.length - waiting.length} of ${count(metrics.length, 'declared metric')} there with the declared type`
      : '',
    waiting.length > 0
      ? `- ${count(waiting.length, 'metric')} waiting for traffic: ${waiting.map((name) => code(name)).join(', ')}`
      : '',
    panels.length > 0
      ? `- ${panels.length - empty.length - notChecked} of ${count(panels.length, 'panel query', 'panel queries')} with data`
      : '',
    undeclared > 0 ? `- ${count(undeclared, 'more metric')} exposed without being declared` : '',
  ].filter((line) => line !== '')
  const metricRows = bad.map(({ state, service, name, why }) => [
    plain(state),
    code(name),
    plain(service),
    plain(why, 300),
  ])
  const panelRows = empty.map(({ state, panel, dashboard, why }) => [
    plain(state),
    plain(panel.title),
    plain(dashboard.title),
    plain(why, 300),
  ])
  return [
    `## Metrics and panels\n\n${lines.join('\n')}`,
    metricRows.length > 0 ? table(['', 'metric', 'service', 'what is wrong'], metricRows) : '',
    panelRows.length > 0 ? table(['', 'panel', 'dashboard', 'what is wrong'], panelRows) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** Alerts that are firing or about to: shown, not judged. */
export function alerts(evidence: Evidence | undefined): string {
  // A watchdog always fires: it proves that alerting works and asks nothing of anybody.
  const active = (evidence?.alerts ?? []).filter(({ labels }) => labels.severity !== 'none')
  if (active.length === 0) return ''
  const rows = active.map(({ state, name, summary: text, since }) => [
    state === 'firing' ? '🔥 firing' : '⏳ pending',
    plain(name),
    plain(text),
    clock(since),
  ])
  return `## Alerts\n\n${table(['', 'alert', 'summary', 'since'], rows)}`
}

/** What else was looked at, with how sure we are: a degraded run must not read as proof. */
export function checks(evidence: Evidence | undefined): string {
  if (!evidence || evidence.checks.length === 0) return ''
  const sign = { holds: '✔', warning: '⚠', broken: '✖', 'not-checked': '–' }
  const rows = evidence.checks.map(({ outcome, area, subject, certainty, why }) => [
    sign[outcome],
    plain(area),
    plain(subject),
    plain(certainty),
    plain(why, 300),
  ])
  return details('What else was checked', table(['', 'what', 'of', 'how sure', 'why'], rows))
}

/** The time of day of an ISO time. */
const clock = (iso: string | undefined): string => (iso ? `${plain(iso.slice(11, 19))} UTC` : '')
