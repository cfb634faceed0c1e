import { capitalised } from '../lib/text.ts'
import type { ChangeDetail, PlannedChange, PlannedDeploy } from '../model/planned.ts'
import {
  backtestNoteText,
  backtestText,
  comparedText,
  countChanges,
  priceText,
  routineText,
} from './planned-rows.ts'
import type { RunReport } from './report.ts'
import { bounded, hanging, plainText, proseText, type Screen, type Tone } from './terminal-text.ts'

const MAX_CHANGES = 100
/** Lines of one detail; the result as JSON has all of them. */
const MAX_LINES = 40

const SIGN = { add: '+', change: '~', remove: '-' }
const TONE: Record<string, Tone> = { '+': 'good', '-': 'bad', '~': 'warn', '@': 'dim' }

/** What a deploy would change, with the differences below each change. */
export function plannedLines({ mode, planned }: RunReport, screen: Screen): string[] {
  if (!planned) return []
  const shown = planned.changes.filter(({ routine }) => !routine)
  const { downtime } = planned
  const texts = [
    ...(downtime === undefined ? [] : [downtime]),
    ...planned.backtest.map((one) => `Alert ${one.alert} (${one.change}): ${backtestText(one)}`),
    ...[backtestNoteText(planned), priceText(planned)].filter((text) => text !== ''),
  ]
  return [
    ...(mode === 'plan' ? hanging(resultText(planned), 2, screen) : []),
    ...bounded(shown, MAX_CHANGES, (some) => some.flatMap((change) => changeLines(change, screen))),
    ...texts.flatMap((text) => hanging(proseText(text, screen, 600), 2, screen)),
  ]
}

function resultText(planned: PlannedDeploy): string {
  const routine = routineText(planned)
  return [
    `${capitalised(countChanges(planned.changes))}.`,
    ...(routine === '' ? [] : [plainText(routine)]),
    comparedText(planned),
  ].join(' ')
}

function changeLines(change: PlannedChange, screen: Screen): string[] {
  const { effect, certain, platform, subject, what, reason, details } = change
  const sign = certain ? SIGN[effect] : '?'
  const text = `${plainText(platform)}, ${plainText(subject, 100)}: ${proseText(`${what}. ${reason}`, screen, 600)}`
  return [
    ...hanging(`${screen.paint(TONE[sign] ?? 'warn', sign)} ${text}`, 2, screen),
    ...details.flatMap((detail) => detailLines(detail, screen)),
  ]
}

function detailLines({ title, lines }: ChangeDetail, screen: Screen): string[] {
  const more = lines.length - MAX_LINES
  return [
    `    ${plainText(title, 200)}`,
    ...lines.slice(0, MAX_LINES).flatMap((line) => differenceLines(line, screen)),
    ...(more > 0 ? [`      … and ${more} more lines`] : []),
  ]
}

/** The line with the spaces after its sign, which are the indentation of a file; in its colour. */
function differenceLines(line: string, screen: Screen): string[] {
  const [start = ''] = /^[-+~ ]? */.exec(line) ?? []
  const text = `${start}${plainText(line.slice(start.length), 300)}`
  const tone = TONE[text.slice(0, 1)]
  return hanging(`      ${text}`, 10, screen).map((one) => (tone ? screen.paint(tone, one) : one))
}
