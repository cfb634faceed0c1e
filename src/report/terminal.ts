import { count, few } from '../lib/text.ts'
import type { ChangeReport } from '../model/change.ts'
import type { Evidence } from '../verify/evidence.ts'
import type { Failure } from '../verify/failure.ts'
import { type ActionItem, actionItems, actionTitle } from './action-items.ts'
import { headline, runOutcome } from './headline.ts'
import { changeReason, factsOf, linksOf } from './overview.ts'
import { plainParts, prose } from './parts.ts'
import { patchLines } from './patch-lines.ts'
import { plannedTitle } from './planned-rows.ts'
import { plannedLines } from './planned-terminal.ts'
import type { RunReport, Timing } from './report.ts'
import {
  alertRows,
  contractRows,
  curlCommand,
  type TargetGroup,
  type TargetRow,
  targetGroups,
  targetRows,
  type WrongRow,
} from './rows.ts'
import {
  bounded,
  columns,
  hanging,
  PLAIN,
  plainText,
  proseText,
  type Screen,
  section,
  type Tone,
} from './terminal-text.ts'

/** Maximum number of rows of a section. */
const MAX_ROWS = 40
/** Maximum number of names on a line. */
const MAX_NAMES = 10

const SIGN = { proven: '✔', done: '✔', unproven: '?', failed: '✖' }
const TONE: Record<ReturnType<typeof runOutcome>, Tone> = {
  proven: 'good',
  done: 'good',
  unproven: 'warn',
  failed: 'bad',
}

/** The report for a terminal: the content of the job summary, with what to do and the verdict last, where the eye is. */
export function renderTerminalReport(report: RunReport, screen: Screen = PLAIN): string {
  const { evidence, changes, skipped, timings, verdict } = report
  const sections = [
    section('What this run did', renderChanges(changes, screen, report.problems), screen),
    section(plannedTitle(report), plannedLines(report, screen), screen),
    section(
      'Skipped',
      skipped.flatMap((part) => skip(part, screen)),
      screen,
    ),
    section('Timings', columns(timings.map(timing), screen), screen),
    section('Metrics and panels', evidence ? contract(evidence, screen) : [], screen),
    section('Alerts', evidence ? alerts(evidence, screen) : [], screen),
    section('Scrape targets', evidence ? targets(evidence, screen) : [], screen),
    section('Accepted although unproven', verdict.failures.flatMap(accepted), screen),
    section('Where to look', links(report, screen), screen),
    section(actionTitle(actionItems(report), report.mode), renderProblems(report, screen), screen),
    conclusion(report, screen),
  ]
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`
}

/** The verdict, and in numbers how far the run came. */
function conclusion(report: RunReport, screen: Screen): string {
  const outcome = runOutcome(report)
  const head = screen.paint(TONE[outcome], `${SIGN[outcome]} ${plainText(headline(report), 300)}`)
  const facts = factsOf(report)
    .map((fact) => plainParts(prose(fact)))
    .join(' · ')
  return [...hanging(head, 2, screen), ...(facts === '' ? [] : hanging(`  ${facts}`, 2, screen))].join('\n')
}

/** What needs action, and how: lines of a section. */
export const renderProblems = (report: RunReport, screen: Screen = PLAIN): string[] =>
  bounded(actionItems(report), MAX_ROWS, (items) => items.flatMap((item) => todo(item, screen)))

const CHANGE = { done: '✔', unchanged: '=', kept: '!', failed: '✖', 'not-run': '–' }

/** Changes with their results: lines of a section. `problems`: what is told elsewhere. */
export const renderChanges = (
  changes: readonly ChangeReport[],
  screen: Screen = PLAIN,
  problems: RunReport['problems'] = [],
): string[] =>
  bounded(changes, MAX_ROWS, (some) =>
    columns(
      some.map((change) => changeCells(change, changeReason(change, problems), screen)),
      screen,
    ),
  )

function changeCells(
  { result, subject, what, seconds }: ChangeReport,
  why: string,
  { paint }: Screen,
): string[] {
  const time = seconds === undefined ? '' : ` (${seconds.toFixed(1)} s)`
  return [
    paint(result === 'failed' ? 'bad' : result === 'done' ? 'good' : 'dim', CHANGE[result]),
    plainText(subject),
    `${plainText(what)}${time}${why === '' ? '' : paint('dim', `: ${plainText(why, 120)}`)}`,
  ]
}

function links(report: RunReport, screen: Screen): string[] {
  const { monitoring, evidence } = report
  const found = linksOf(report).map(({ label, url }) => [
    plainText(label),
    screen.paint('code', plainText(url)),
  ])
  const isUp = monitoring !== undefined && evidence?.mark !== undefined
  return [
    ...columns(found, { ...screen, width: Number.POSITIVE_INFINITY }),
    ...(isUp
      ? [screen.paint('code', plainText(curlCommand(monitoring, '/api/v1/targets?state=active')))]
      : []),
  ]
}

/** A place in a file comes first, so that terminals and editors recognise it. */
function todo(item: ActionItem, screen: Screen): string[] {
  const { severity, outcome, code, subject, at, what, next, patch } = item
  const isOpen = outcome === 'not-checked'
  const sign = isOpen ? '?' : severity === 'error' ? '✖' : '!'
  const tone: Tone = isOpen ? 'dim' : severity === 'error' ? 'bad' : 'warn'
  const about = subject === '' ? '' : `${proseText(subject, screen, 300)}: `
  const name = screen.paint('dim', `[${code}]`)
  const lead = at
    ? `${plainText(subject)}: ${screen.paint(tone, severity)}: `
    : `${screen.paint(tone, sign)} ${about}`
  return [
    ...hanging(`${lead}${proseText(what, screen)} ${name}`, 4, screen),
    ...(next === '' ? [] : hanging(`  → ${proseText(next, screen)}`, 6, screen)),
    ...(patch === undefined ? [] : patchLines(patch)),
  ]
}

const accepted = ({ accepted: by, code, subject }: Failure): string[] =>
  by ? [`${plainText(subject)} [${code}]: ${plainText(by.reason)} (until ${plainText(by.until)})`] : []

const STATE: Record<TargetRow['state'], readonly [string, Tone]> = {
  'no-machine': ['no machine', 'bad'],
  down: ['down', 'bad'],
  unknown: ['not checked', 'warn'],
  up: ['up', 'good'],
  resting: ['resting', 'dim'],
}

function targets(evidence: Evidence, screen: Screen): string[] {
  return bounded(targetGroups(targetRows(evidence)), MAX_ROWS, (some) =>
    columns(
      some.map((group) => target(group, screen)),
      screen,
    ),
  )
}

function target(
  { state, service, machines, region, samples, lost, why }: TargetGroup,
  { paint }: Screen,
): string[] {
  const [text, tone] = STATE[state]
  const where = machines.length === 1 ? machines[0] : count(machines.length, 'machine')
  return [
    paint(tone, text),
    plainText(service),
    plainText(`${where} ${region}`.trimEnd()),
    samples === 0 ? '' : `${count(samples, 'sample')}${lost ? ` (${lost} lost)` : ''}`,
    plainText(why),
  ]
}

function contract(evidence: Evidence, screen: Screen): string[] {
  const { lines, metrics, panels } = contractRows(evidence)
  const sentences = lines.map(
    ({ text, names }) => `${text}${names.length === 0 ? '' : `: ${plainText(few(names, MAX_NAMES))}`}`,
  )
  return [
    ...sentences.flatMap((sentence) => hanging(sentence, 4, screen)),
    ...bounded([...metrics, ...panels], MAX_ROWS, (some) => columns(some.map(wrong), screen)),
  ]
}

const wrong = ({ state, name, of, why }: WrongRow): string[] => [
  state,
  `${plainText(name)} of ${plainText(of)}: ${plainText(why)}`,
]

const alerts = (evidence: Evidence, screen: Screen): string[] =>
  bounded(alertRows(evidence), MAX_ROWS, (some) =>
    columns(
      some.map(({ state, name, summary }) => [
        screen.paint(state === 'firing' ? 'bad' : 'warn', state),
        plainText(name),
        plainText(summary),
      ]),
      screen,
    ),
  )

const skip = ({ part, why, set }: RunReport['skipped'][number], screen: Screen): string[] =>
  hanging(
    `– ${plainText(part)}: ${proseText(why, screen, 300)} To enable it: ${proseText(set, screen).replace(/\.$/, '')}.`,
    4,
    screen,
  )

const timing = ({ step, seconds, note }: Timing): string[] => [
  plainText(step),
  `${seconds.toFixed(1)} s`,
  plainText(note ?? ''),
]
