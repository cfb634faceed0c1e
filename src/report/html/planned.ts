import { capitalised, count } from '../../lib/text.ts'
import type { ChangeDetail, PlannedChange, PlannedDeploy } from '../../model/planned.ts'
import {
  backtestNoteText,
  backtestText,
  comparedText,
  countChanges,
  plannedTitle,
  priceText,
  routineText,
} from '../planned-rows.ts'
import type { RunReport } from '../report.ts'
import {
  codeHtml,
  foldedHtml,
  type Html,
  lineHtml,
  markup,
  moreHtml,
  NOTHING,
  proseHtml,
  sectionHtml,
  tableHtml,
} from './markup.ts'

const MOST_CHANGES = 500
/** Lines of one detail; the result as JSON has all of them. */
const MOST_LINES = 1_000

/** What a deploy would change, or what this one set out to change, each with its differences. */
export function plannedHtml(report: RunReport): Html {
  const { mode, planned } = report
  if (!planned) return NOTHING
  const changes = planned.changes.filter(({ routine }) => !routine)
  const body = markup`${mode === 'plan' ? resultOf(planned) : NOTHING}
${paragraph(planned.downtime ?? '')}
${changes.slice(0, MOST_CHANGES).map(changeHtml)}${moreHtml(changes.length - MOST_CHANGES, 'more change')}
${backtests(planned)}
${paragraph(priceText(planned))}`
  return mode === 'plan' ? sectionHtml(plannedTitle(report), body) : foldedHtml(plannedTitle(report), body)
}

function resultOf(planned: PlannedDeploy): Html {
  const first = `${capitalised(countChanges(planned.changes))}.`
  return markup`<p><strong>${first}</strong> ${routineText(planned)} ${comparedText(planned)}</p>`
}

const KIND = { add: 'good', change: 'warn', remove: 'bad' }

function changeHtml({ effect, certain, platform, subject, what, reason, details }: PlannedChange): Html {
  const tag = certain
    ? markup`<span class="tag ${KIND[effect]}">${effect}</span>`
    : markup`<span class="tag">not known</span>`
  const line = markup`${tag} ${platform}: ${codeHtml(subject, 200)}: ${proseHtml(what, 300)}. <span class="dim">${proseHtml(reason, 300)}</span>`
  if (details.length === 0) return markup`<p>${line}</p>\n`
  return markup`<details><summary>${line}</summary>${details.map(detailHtml)}</details>\n`
}

function detailHtml({ title, lines }: ChangeDetail): Html {
  const more = lines.length - MOST_LINES
  const rest = more > 0 ? markup`… and ${count(more, 'more line')}` : NOTHING
  return markup`<p>${codeHtml(title, 200)}</p><pre class="diff" tabindex="0">${lines.slice(0, MOST_LINES).map(diffLine)}${rest}</pre>`
}

const SIGNS: Readonly<Record<string, string>> = { '+': 'add', '-': 'remove', '~': 'change' }

/** One line, with the spaces after its sign, which are the indentation of a file. */
function diffLine(line: string): Html {
  const [start = ''] = /^[-+~ ]? */.exec(line) ?? []
  const text = markup`${start}${lineHtml(line.slice(start.length), 500)}`
  const kind = SIGNS[line.slice(0, 1)]
  return kind === undefined ? markup`${text}\n` : markup`<span class="${kind}">${text}</span>\n`
}

const paragraph = (text: string): Html => (text === '' ? NOTHING : markup`<p>${proseHtml(text, 600)}</p>`)

function backtests(planned: PlannedDeploy): Html {
  const table = tableHtml(
    'New and changed alerts, tried on the data of the last 7 days',
    ['alert', 'change', 'result'],
    planned.backtest.map((one) => [codeHtml(one.alert), markup`${one.change}`, proseHtml(backtestText(one))]),
  )
  return markup`${table}${paragraph(backtestNoteText(planned))}`
}
