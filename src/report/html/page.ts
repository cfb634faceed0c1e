import { createHash } from 'node:crypto'
import { findingUrl } from '../../lib/documentation.ts'
import { jsonText } from '../../lib/json-text.ts'
import { type ActionItem, actionItems, actionTitle, itemsByKind } from '../action-items.ts'
import { headline, runOutcome } from '../headline.ts'
import { commandsOf, factsOf, linksOf, sourceLine } from '../overview.ts'
import { plainParts, prose } from '../parts.ts'
import type { RunReport } from '../report.ts'
import { toResult } from '../result.ts'
import { evidenceTables } from './evidence.ts'
import {
  codeHtml,
  foldedHtml,
  foreignHtml,
  type Html,
  lineHtml,
  linkHtml,
  markup,
  moreHtml,
  NOTHING,
  preformatted,
  proseHtml,
  sectionHtml,
  stylesheet,
} from './markup.ts'
import { panelCharts } from './panels.ts'
import { plannedHtml } from './planned.ts'
import { STYLE } from './style.ts'
import { targetTables } from './targets.ts'

const ICON = { proven: '✔', unproven: '?', done: '✔', failed: '✖' }
const STATE = { proven: 'Proven', unproven: 'Not proven', done: 'Done', failed: 'Failed' }
const MOST_ITEMS = 500

/** No script, no request: what is in the page is all there is. */
const policy = (css: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'; base-uri 'none'; form-action 'none'`

/**
 * The report as one HTML file without a script and without a network: the summary, charts, targets by machine and region,
 * the evidence, and the result for programs. `source`: the base URL of the files of this commit.
 */
export function renderHtmlReport(report: RunReport, source?: string): string {
  const title = plainParts(prose(headline(report), 200))
  const items = actionItems(report)
  const toDo = sectionHtml(actionTitle(items, report.mode), todo(items, report, source))
  const planned = plannedHtml(report)
  const isPlanFirst = report.mode === 'plan' && report.verdict.kind !== 'failed'
  const body = markup`${head(report)}
<main>
${isPlanFirst ? [planned, toDo] : [toDo, planned]}
${sectionHtml('Scrape targets', targetTables(report.evidence))}
${sectionHtml('Panels', panelCharts(report.evidence))}
${evidenceTables(report)}
${foldedHtml('Check it yourself', commands(report))}
${foldedHtml('Result as JSON', markup`<pre id="result" tabindex="0">${preformatted(jsonText(toResult(report), 2))}</pre>`)}
</main>
<footer>Written by deploy-monitoring. Times are in UTC.</footer>`
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(STYLE)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${stylesheet(STYLE)}
</head>
<body>
${body}
</body>
</html>
`.html
}

function head(report: RunReport): Html {
  const outcome = runOutcome(report)
  const facts = factsOf(report).map((fact) => proseHtml(fact))
  const links = linksOf(report).map(({ label, url }) => linkHtml(lineHtml(label, 100), url))
  return markup`<header class="${outcome}"><p class="state">${ICON[outcome]} ${STATE[outcome]}</p><h1>${proseHtml(headline(report), 300)}</h1>${listOf('facts', facts)}${listOf('links', links)}</header>`
}

const listOf = (name: string, items: readonly Html[]): Html =>
  items.length === 0
    ? NOTHING
    : markup`<ul class="${name}">${items.map((item) => markup`<li>${item}</li>`)}</ul>`

function todo(all: readonly ActionItem[], { mode }: RunReport, source: string | undefined): Html {
  if (all.length === 0) return NOTHING
  const list = (some: readonly ActionItem[]) =>
    markup`<ul class="todo">${some.map((item) => todoItem(item, mode === 'plan', source))}</ul>`
  const kinds = itemsByKind(all.slice(0, MOST_ITEMS)).map(
    ({ first, rest, title }) =>
      markup`${list(first)}${rest.length > 0 ? foldedHtml(title, list(rest)) : NOTHING}`,
  )
  return markup`${kinds}${moreHtml(all.length - MOST_ITEMS, 'more item')}`
}

function todoItem(item: ActionItem, isPlan: boolean, source: string | undefined): Html {
  const { severity, outcome, subject, at, code, what, next } = item
  const kind = outcome === 'not-checked' ? 'unknown' : severity
  const sign = kind === 'error' ? '✖' : kind === 'warning' ? '!' : '?'
  const place = at
    ? linkHtml(codeHtml(subject), source ? sourceLine(source, at) : '')
    : foreignHtml(subject, 200)
  const name = isPlan ? linkHtml(codeHtml(code), findingUrl(code)) : codeHtml(code)
  return markup`<li class="${kind}"><p><span aria-hidden="true">${sign}</span> <span class="tag ${kind === 'error' ? 'bad' : 'warn'}">${kind === 'unknown' ? 'not checked' : kind}</span> <strong>${place}</strong> ${name}</p><p>${proseHtml(what)}</p>${next === '' ? NOTHING : markup`<p class="next">→ ${proseHtml(next)}</p>`}</li>\n`
}

function commands({ mode, monitoring }: RunReport): Html {
  if (!monitoring || mode === 'plan') return NOTHING
  const { checks, silence } = commandsOf(monitoring)
  return markup`<pre tabindex="0">${preformatted([...checks, ...silence].join('\n'))}</pre>`
}
