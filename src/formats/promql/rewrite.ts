import { parser } from '@prometheus-io/lezer-promql'
import { parsePromql } from './parse.ts'
import type { Selector } from './types.ts'

/** A variable of Grafana where a duration is, as in `[$__rate_interval]`. */
const DURATION_VARIABLE = /\$\{?__\w+\}?/g

/** A duration of the same length, so that places in the query stay the same. */
const asDuration = (variable: string): string => `${'1'.repeat(variable.length - 1)}s`

/** Every selector of a query, also of one with Grafana's variables for durations; undefined when it cannot be read. */
export function selectorsOf(query: string): readonly Selector[] | undefined {
  const { ok, selectors } = parsePromql(query.replace(DURATION_VARIABLE, asDuration))
  return ok || selectors.length > 0 ? selectors : undefined
}

/** The query in which each selector is replaced by a text. `range`: the range after it, such as `5m`, is replaced too. */
export function replaceSelectors(
  query: string,
  replace: (selector: Selector, text: string) => { text: string; range?: string },
): string {
  let done = 0
  const parts = (selectorsOf(query) ?? []).map((selector) => {
    const before = query.slice(done, selector.from)
    const { text, range } = replace(selector, query.slice(selector.from, selector.to))
    done = range === undefined ? selector.to : query.indexOf(']', selector.to) + 1
    return before + text + (range === undefined ? '' : `[${range}]`)
  })
  return parts.join('') + query.slice(done)
}

/** The query with these matchers in each of its selectors. */
export const withMatchers = (query: string, matchers: readonly string[]): string =>
  matchers.length === 0
    ? query
    : replaceSelectors(query, (_, text) => ({ text: withMore(text, matchers.join(',')) }))

function withMore(selector: string, more: string): string {
  if (!selector.endsWith('}')) return `${selector}{${more}}`
  const open = selector.slice(0, -1).trimEnd()
  return `${open}${/[{,]$/.test(open) ? '' : ','}${more}}`
}

/** The query in which labels that group or match series (`by`, `without`, `on`, `ignoring`) have another name, each once. */
export function renameGrouping(query: string, from: readonly string[], to: string): string {
  const edits: { from: number; to: number; text: string }[] = []
  parser.parse(query.replace(DURATION_VARIABLE, asDuration)).iterate({
    enter: ({ name, from: start, to: end }) => {
      if (name !== 'GroupingLabels') return
      const labels = query
        .slice(start + 1, end - 1)
        .split(',')
        .map((label) => label.trim())
        .filter((label) => label !== '')
      if (!labels.some((label) => from.includes(label))) return
      const renamed = new Set(labels.map((label) => (from.includes(label) ? to : label)))
      edits.push({ from: start, to: end, text: `(${[...renamed].join(', ')})` })
    },
  })
  return edits
    .toReversed()
    .reduce((text, one) => text.slice(0, one.from) + one.text + text.slice(one.to), query)
}
