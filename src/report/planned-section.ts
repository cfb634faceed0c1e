import { oneLine } from '../lib/text.ts'
import type { ChangeDetail, PlannedChange, PlannedDeploy } from '../model/planned.ts'
import { inertHtml, inertHtmlCode } from './inert.ts'
import { codeBlock, escapeMarkdown, folded, inlineCode, proseMarkdown } from './markdown.ts'
import { prose } from './parts.ts'
import {
  backtestNoteText,
  backtestText,
  comparedText,
  countChanges,
  plannedTitle,
  priceText,
  routineText,
} from './planned-rows.ts'
import type { RunReport } from './report.ts'
import { joined, type SummarySection } from './sections.ts'

/** More changes are counted, so that the section leaves room for the others. */
const MAX_CHANGES = 60
/** Characters of all differences together; details beyond it are named without their lines. */
const MAX_DETAILS = 250_000

const SIGN = { add: '🟢', change: '🟡', remove: '🔴' }

/** What a deploy would change: counts and a line for each change, with its differences folded. */
export function plannedSection(report: RunReport): SummarySection {
  const { mode, planned } = report
  const isPlan = mode === 'plan'
  const section = { title: plannedTitle(report), isOpen: isPlan }
  if (!planned) return { ...section, body: '' }
  // What a deploy did is in the table of what it did.
  const shown = planned.changes.filter(
    ({ routine, details: parts }) => !routine && (isPlan || parts.length > 0),
  )
  const body = joined(
    isPlan ? resultLine(planned) : '',
    planned.downtime === undefined ? '' : `⏸️ ${proseMarkdown(planned.downtime, 600)}`,
    ...changeLists(shown),
    backtests(planned),
    planned.price === undefined ? '' : `💲 ${escapeMarkdown(priceText(planned), 400)}`,
  )
  return { ...section, body }
}

function resultLine(planned: PlannedDeploy): string {
  const counts = countChanges(planned.changes)
  const result = counts === 'no changes' ? '**No changes.**' : `**${counts}.**`
  const routine = routineText(planned)
  return [result, ...(routine === '' ? [] : [escapeMarkdown(routine)]), comparedText(planned)].join(' ')
}

/** The changes at each platform, in the order in which they are carried out. */
function changeLists(changes: readonly PlannedChange[]): string[] {
  const shown = changes.slice(0, MAX_CHANGES)
  const more = changes.length - shown.length
  let room = MAX_DETAILS
  const line = (change: PlannedChange): string => {
    const differences = differencesOf(change)
    room -= differences.length
    return changeLine(change, room > 0 ? differences : TOO_MUCH)
  }
  const lists = [...Map.groupBy(shown, ({ platform }) => platform)].flatMap(([platform, all]) => [
    `**${platform}**`,
    ...all.map(line),
  ])
  return [...lists, ...(more > 0 ? [`… and ${more} more.`] : [])]
}

const TOO_MUCH = 'There are too many differences to be shown: the result as JSON has them.'

/** One change on a line of its own, folded over its differences. */
function changeLine(change: PlannedChange, differences: string): string {
  const { subject, what, details: parts } = change
  const text = `${what}. ${reasonOf(change)}`
  if (parts.length === 0) return `${signOf(change)} ${inlineCode(subject, 100)}: ${proseMarkdown(text, 600)}`
  return folded(
    `${signOf(change)} ${htmlCode(subject)}: ${htmlProse(`${text} ${tally(parts)}`)}`,
    differences,
  )
}

const signOf = ({ certain, effect }: PlannedChange): string =>
  certain ? `${SIGN[effect]} ${effect}&nbsp;` : '⚪ not known&nbsp;'

/** Empty where the sign says it already. */
const reasonOf = ({ effect, reason }: PlannedChange): string =>
  effect === 'add' && /does not exist yet\.?$/.test(reason) ? '' : reason

const htmlCode = (text: string): string => inertHtmlCode(oneLine(text, 100))

const htmlProse = (text: string): string =>
  prose(text, 600)
    .map((part) => (part.code ? inertHtmlCode(part.text) : inertHtml(part.text)))
    .join('')

/** Settings, rules and panels are shown at once, the texts of files are folded again. */
const differencesOf = ({ details: parts }: PlannedChange): string =>
  parts
    .map((part) =>
      part.title.startsWith('/')
        ? folded(`${htmlCode(part.title)} ${inertHtml(tally([part]))}`, diffBlock(part.lines))
        : [escapeMarkdown(`${part.title}:`), diffBlock(part.lines)].join('\n\n'),
    )
    .join('\n\n')

/** How many lines of each sign there are: `(+3 −1 ~2)`. */
function tally(parts: readonly ChangeDetail[]): string {
  const lines = parts.flatMap((part) => part.lines)
  const counts = [['+', '+'] as const, ['-', '−'] as const, ['~', '~'] as const].flatMap(([sign, shown]) => {
    const n = lines.filter((line) => line.startsWith(sign)).length
    return n > 0 ? [`${shown}${n}`] : []
  })
  return `(${counts.join(' ')})`
}

/** Differences as a code block that GitHub colours. */
const diffBlock = (lines: readonly string[]): string => codeBlock(lines.map(coloured), 'diff')

/** GitHub colours a line with `!` as changed. The indentation of the line is kept. */
function coloured(line: string): string {
  const [, sign = '', indent = ''] = /^([-+~ ]?)( *)/.exec(line) ?? []
  const rest = oneLine(line.slice(sign.length + indent.length), 500)
  return `${sign === '~' ? '!' : sign}${indent}${rest}`
}

function backtests(planned: PlannedDeploy): string {
  const note = proseMarkdown(backtestNoteText(planned), 400)
  if (planned.backtest.length === 0) return note
  const items = planned.backtest.map(
    (one) => `- ${inlineCode(one.alert, 100)} (${one.change}): ${proseMarkdown(backtestText(one), 300)}`,
  )
  const lead = '**New and changed alerts, tried on the data of the last 7 days:**'
  return joined(lead, items.join('\n'), note)
}
