import { list } from '../lib/text.ts'
import type { ChangeDetail, PlannedChange, PlannedDeploy } from '../model/planned.ts'
import { backtestText, countChanges, routineText } from './planned-rows.ts'
import type { RunReport } from './report.ts'
import { plainText } from './terminal-text.ts'

const MAX_CHANGES = 100
/** Lines of one detail; the result as JSON has all of them. */
const MAX_LINES = 40

const SIGN = { add: '+', change: '~', remove: '-' }

/** What a deploy would change, with the differences below each change. */
export function plannedLines({ mode, planned }: RunReport): string[] {
  if (!planned) return []
  const shown = planned.changes.filter(({ routine }) => !routine)
  const more = shown.length - MAX_CHANGES
  return [
    ...(mode === 'plan' ? [resultText(planned)] : []),
    ...shown.slice(0, MAX_CHANGES).flatMap(changeLines),
    ...(more > 0 ? [`… and ${more} more`] : []),
    ...(planned.downtime === undefined ? [] : [plainText(planned.downtime, 600)]),
    ...planned.backtest.map(
      (one) => `${one.change} alert ${plainText(one.alert, 100)} ${plainText(backtestText(one))}`,
    ),
    ...(planned.backtestNote === undefined
      ? []
      : [`New and changed alerts were not tried on past data: ${plainText(planned.backtestNote)}`]),
    ...(planned.price === undefined ? [] : [plainText(planned.price, 400)]),
  ]
}

function resultText(planned: PlannedDeploy): string {
  const counts = countChanges(planned.changes)
  const routine = routineText(planned)
  return [
    `${counts.slice(0, 1).toUpperCase()}${counts.slice(1)}.`,
    ...(routine === '' ? [] : [plainText(routine)]),
    `Compared with ${list(planned.compared)}; nothing was written.`,
  ].join(' ')
}

const changeLines = ({
  effect,
  certain,
  platform,
  subject,
  what,
  reason,
  details,
}: PlannedChange): string[] => [
  `${certain ? SIGN[effect] : '?'} ${platform}, ${plainText(subject, 100)}: ${plainText(what)}. ${plainText(reason)}`,
  ...details.flatMap(detailLines),
]

function detailLines({ title, lines }: ChangeDetail): string[] {
  const more = lines.length - MAX_LINES
  return [
    `    ${plainText(title, 200)}`,
    ...lines.slice(0, MAX_LINES).map((line) => `      ${indented(line)}`),
    ...(more > 0 ? [`      … and ${more} more lines`] : []),
  ]
}

/** The line with the spaces after its sign, which are the indentation of a file. */
function indented(line: string): string {
  const [start = ''] = /^[-+~ ]? */.exec(line) ?? []
  return `${start}${plainText(line.slice(start.length), 300)}`
}
