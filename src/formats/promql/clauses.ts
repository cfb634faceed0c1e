import type { Signature } from './functions.ts'
import { quotedText } from './selector.ts'
import { addError, children, type SyntaxNode, sourceText, type Walk } from './syntax.ts'
import type { EnclosingCall, Matching } from './types.ts'

/** By which labels an operation matches the series of its sides, as its clause says. */
export function matchingOf(clause: SyntaxNode, walk: Walk): Matching {
  const parts = children(clause)
  const [names = [], included = []] = parts
    .filter(({ name }) => name === 'GroupingLabels')
    .map((part) => labelNames(part, walk))
  const has = (word: string) => parts.some(({ name }) => name === word)
  const many = has('GroupLeft') ? 'left' : has('GroupRight') ? 'right' : undefined
  return { kind: has('On') ? 'on' : 'ignoring', names, many, included }
}

export function checkMatching(
  clause: SyntaxNode,
  about: { set: boolean; vectors: boolean },
  walk: Walk,
): void {
  const parts = children(clause)
  const [on, include] = parts
    .filter((part) => part.name === 'GroupingLabels')
    .map((part) => labelNames(part, walk))
  const group = parts.find((part) => part.name === 'GroupLeft' || part.name === 'GroupRight')
  if (!about.vectors) {
    if (on && on.length > 0)
      addError(walk, clause, `${sourceText(walk, clause)} needs instant vectors on both sides`)
  } else if (group && about.set)
    addError(walk, group, `${sourceText(walk, group)} cannot be combined with and, or, unless`)
  const both = parts[0]?.name === 'On' ? include?.find((label) => on?.includes(label)) : undefined
  if (both !== undefined)
    addError(walk, clause, `Label ${JSON.stringify(both)} is both in on and in the group clause`)
}

function labelNames(node: SyntaxNode, walk: Walk): string[] {
  return children(node).map((label) => {
    const name = label.name === 'QuotedLabelName' ? quotedText(label, walk) : sourceText(walk, label)
    if (name === '') addError(walk, label, 'A label needs a name')
    return name
  })
}

/** The labels that an aggregation keeps or drops. Without a clause it drops all labels. */
export function grouping(modifier: SyntaxNode | undefined, walk: Walk): NonNullable<EnclosingCall['labels']> {
  const [kind, list] = modifier ? children(modifier) : []
  return { kind: kind?.name === 'Without' ? 'without' : 'by', names: list ? labelNames(list, walk) : [] }
}

/** `1 argument`, `2 arguments`. */
export const argumentCount = (n: number): string => `${n} argument${n === 1 ? '' : 's'}`

/** How many arguments a function accepts, in words. */
export function argumentRange({ takes: { length }, optional, repeat }: Signature): string {
  if (repeat > 0) return `at least ${argumentCount(length - optional)}`
  return optional > 0 ? `${length - optional} or ${argumentCount(length)}` : argumentCount(length)
}

/** A range or resolution that is a plain number or duration must be positive; a calculated one cannot be checked here. */
export function checkDuration(node: SyntaxNode, walk: Walk): void {
  if (
    /^(?:-.*|\+?\s*(?:0[a-z]*)+)$/i.test(sourceText(walk, node)) &&
    !/[-+*/%^(]/.test(sourceText(walk, node).slice(1))
  )
    addError(walk, node, 'A range must be longer than 0')
}
