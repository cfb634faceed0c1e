import { count, oneLine } from '../../lib/text.ts'
import { type Part, prose, verbatim } from '../parts.ts'

/** A piece of HTML that is safe to insert. Only the functions of this file make one, so that foreign text is escaped. */
export interface Html {
  readonly html: string
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? '')

type Value = Html | string | number | readonly (Html | string)[]

const rendered = (value: Value): string =>
  typeof value === 'string'
    ? escaped(value)
    : typeof value === 'number'
      ? String(value)
      : Array.isArray(value)
        ? value.map((one: Html | string) => rendered(one)).join('')
        : (value as Html).html

/** HTML with values in it: text is escaped, for elements and for attributes in quotation marks; HTML stays. */
export const markup = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: parts.map((part, i) => part + (i < values.length ? rendered(values[i] ?? '') : '')).join(''),
})

export const NOTHING: Html = { html: '' }

/** A text whose lines are kept, for `<pre>`: of this program, or JSON. */
export const preformatted = (text: string): Html => ({ html: escaped(text) })

/** CSS of this program. */
export const stylesheet = (css: string): Html => ({ html: `<style>${css}</style>` })

const partsHtml = (parts: readonly Part[]): Html => ({
  html: parts.map(({ text, code }) => (code ? `<code>${escaped(text)}</code>` : escaped(text))).join(''),
})

/** One of our own texts, with its code spans. */
export const proseHtml = (text: string, limit = 1_000): Html => partsHtml(prose(text, limit))

/** Foreign text on one line. */
export const foreignHtml = (text: string, limit = 500): Html => partsHtml(verbatim(text, limit))

/** Foreign text on one line, all of it in one font. */
export const lineHtml = (text: string, limit = 500): Html => markup`${oneLine(text, limit)}`

/** A name or a command. */
export const codeHtml = (text: string, limit = 500): Html =>
  text === '' ? NOTHING : markup`<code>${oneLine(text, limit)}</code>`

/** A link to an http(s) URL; for any other address, the label alone. */
export function linkHtml(label: Html, address: string): Html {
  const url = URL.parse(address)
  return url && ['http:', 'https:'].includes(url.protocol)
    ? markup`<a href="${url.href}" rel="noreferrer noopener">${label}</a>`
    : label
}

/** A table of cells that are HTML already; the first cell of a row is its header when `hasRowHeaders`. */
export function tableHtml(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Html[])[],
): Html {
  if (rows.length === 0) return NOTHING
  const heads = head.map((name) => markup`<th scope="col">${name}</th>`)
  const body = rows.map((cells) => markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`)
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${heads}</tr></thead><tbody>\n${body}</tbody></table></div>`
}

/** How many there are besides those that are shown, in words; nothing when these are all. */
export const moreHtml = (n: number, noun: string, plural?: string): Html =>
  n > 0 ? markup`<p>… and ${count(n, noun, plural)}.</p>` : NOTHING

/** A block that is folded until it is opened. */
export const foldedHtml = (title: string, body: Html): Html =>
  body.html === '' ? NOTHING : markup`<details><summary>${title}</summary>${body}</details>\n`

/** A block with a heading; absent without a body. */
export const sectionHtml = (title: string, body: Html): Html =>
  body.html === '' ? NOTHING : markup`<section><h2>${title}</h2>\n${body}</section>\n`
