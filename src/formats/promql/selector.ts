import { matches, patternFault } from './patterns.ts'
import { unquote } from './strings.ts'
import { addError, children, type SyntaxNode, sourceText, type Walk } from './syntax.ts'
import type { EnclosingCall, Matcher } from './types.ts'

/** Collects a vector selector with all of its matchers. */
export function readSelector(
  node: SyntaxNode,
  about: { within: readonly EnclosingCall[]; range: string | undefined },
  walk: Walk,
): void {
  const parts = children(node)
  const written = parts.find((part) => part.name === 'Identifier')
  const matchers = parts
    .filter((part) => part.name === 'LabelMatchers')
    .flatMap((part) => children(part).flatMap((matcher) => readMatcher(matcher, walk)))
  const named = matchers.filter((matcher) => matcher.label === '__name__' && matcher.op === '=')
  const names = [...(written ? [sourceText(walk, written)] : []), ...named.map((matcher) => matcher.value)]
  if (written && matchers.some((matcher) => matcher.label === '__name__'))
    addError(walk, node, 'The metric is named twice')
  for (const matcher of matchers) {
    const fault = matcher.op.endsWith('~') ? patternFault(matcher.value) : undefined
    if (fault !== undefined)
      walk.errors.push({ kind: 'syntax', message: fault, from: matcher.from, to: matcher.to })
  }
  if (!written && matchers.every((matcher) => matches(matcher, '')))
    addError(walk, node, 'A selector needs a metric or one matcher that does not match everything')
  walk.selectors.push({
    metric: names[0],
    matchers: matchers.filter((matcher) => matcher !== named[0]),
    within: about.within,
    range: about.range,
    from: node.from,
    to: node.to,
  })
}

function readMatcher(node: SyntaxNode, walk: Walk): Matcher[] {
  const place = { from: node.from, to: node.to }
  if (node.name === 'QuotedLabelName')
    return [{ label: '__name__', op: '=', value: quotedText(node, walk), ...place }]
  const [label, op, value] = children(node)
  if (!label || !op || !value) return []
  const name = label.name === 'QuotedLabelName' ? quotedText(label, walk) : sourceText(walk, label)
  return [
    { label: name, op: sourceText(walk, op) as Matcher['op'], value: quotedText(value, walk), ...place },
  ]
}

/** The value of a quoted text; an error in it is collected. */
export function quotedText(node: SyntaxNode, walk: Walk): string {
  const read = unquote(sourceText(walk, node))
  if (read.ok) return read.value
  addError(walk, node, read.error)
  return ''
}
