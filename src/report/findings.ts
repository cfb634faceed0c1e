import { findingUrl } from '../lib/documentation.ts'
import { count, few } from '../lib/text.ts'
import { type ActionItem, countItems, itemsByKind } from './action-items.ts'
import { codeBlock, details, escapeMarkdown, inlineCode, markdownLink, proseMarkdown } from './markdown.ts'
import { sourceLine } from './overview.ts'
import { patchLines } from './patch-lines.ts'

const MAX_TODOS = 50
/** More places of one finding than this are folded. */
const FEW_PLACES = 5
const MAX_PLACES = 100

/** White: nothing is known to be broken, and nothing is known to hold. */
const signOf = ({ severity, outcome }: ActionItem): string =>
  outcome === 'not-checked' ? '⚪' : severity === 'error' ? '🔴' : '🟡'

/** What to do, worst first. `source`: the base URL of the files of this commit. */
export function whatToDo(todo: readonly ActionItem[], source: string | undefined): string {
  const list = (some: readonly ActionItem[]) => some.map((item) => itemOf(item, source)).join('\n')
  const kinds = itemsByKind(todo.slice(0, MAX_TODOS)).map(({ first, rest, title }) => {
    const [next] = rest
    return next ? `${list(first)}\n\n${details(`${signOf(next)} ${title}`, list(rest))}\n` : list(first)
  })
  const more = todo.length > MAX_TODOS ? [`- … and ${todo.length - MAX_TODOS} more, see the tables.`] : []
  return [...kinds, ...more].join('\n')
}

function itemOf(item: ActionItem, source: string | undefined): string {
  const { subject, code, outcome, what, next } = item
  const label = subject === '' ? '' : `**${labelOf(item, source)}**: `
  // The code is needed to accept a claim.
  const name = outcome ? ` ${inlineCode(code)}` : ''
  return `- ${signOf(item)} ${label}${proseMarkdown(what)}${name}${remedy(next)}${patchBlock(item)}`
}

/** In an item of a list, a block is indented. */
const patchBlock = ({ patch }: ActionItem): string =>
  patch === undefined ? '' : `\n\n${codeBlock(patchLines(patch), 'diff').replace(/^/gm, '  ')}\n`

const remedy = (next: string): string => (next === '' ? '' : `<br>→ ${proseMarkdown(next)}`)

/** Findings of a plan: each code once, with what to do and its places by file. */
export function findings(todo: readonly ActionItem[], source: string | undefined): string {
  const groups = [...Map.groupBy(todo, ({ code }) => code)]
  return groups.map(([code, items]) => findingGroup(code, items, source)).join('\n\n')
}

function findingGroup(code: string, items: readonly ActionItem[], source: string | undefined): string {
  const [first] = items
  if (!first) return ''
  const title = `${signOf(first)} ${markdownLink(code, findingUrl(code))}`
  if (items.length === 1) return `${title}\n${placeOf(first, source, true)}`
  const files = [...new Set(items.flatMap(({ at }) => at?.file ?? []))]
  const where = files.length === 0 ? '' : ` in ${few(files.map((file) => inlineCode(file)))}`
  const hints = new Set(items.map(({ next }) => next))
  const isShared = hints.size === 1
  const places = items
    .toSorted((a, b) => files.indexOf(a.at?.file ?? '') - files.indexOf(b.at?.file ?? ''))
    .slice(0, MAX_PLACES)
    .map((item) => placeOf(item, source, !isShared))
  const more = items.length > MAX_PLACES ? [`- … and ${items.length - MAX_PLACES} more`] : []
  const body = [...places, ...more].join('\n')
  const all = count(countItems(items), 'place')
  const head = `${title}: ${all}${where}${isShared ? remedy(first.next) : ''}`
  if (items.length <= FEW_PLACES) return `${head}\n${body}`
  return `${head}\n\n${details(all, body)}`
}

function placeOf(item: ActionItem, source: string | undefined, withRemedy: boolean): string {
  const { subject, what, next } = item
  const label = subject === '' ? '' : `${labelOf(item, source)}: `
  return `- ${label}${proseMarkdown(what)}${withRemedy ? remedy(next) : ''}${patchBlock(item)}`
}

/** A place in a file is a link to it, in code font. */
const labelOf = ({ subject, at }: ActionItem, source: string | undefined): string =>
  at ? markdownLink(subject, source ? sourceLine(source, at) : '', inlineCode) : escapeMarkdown(subject, 200)
