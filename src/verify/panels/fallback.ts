import { type Expression, selectorsIn } from '../../formats/promql/expression.ts'
import type { Selector } from '../../formats/promql/types.ts'
import { sameSelector } from './presence.ts'

/**
 * The selectors without samples that a query hides: what it shows comes from a fallback (`or vector(0)`) or from
 * `absent()`. `isPresent`: whether a selector has samples. Of real alternatives (`old_name or new_name`), one is enough.
 */
export function hiddenSelectors(part: Expression, isPresent: (selector: Selector) => boolean): Selector[] {
  switch (part.kind) {
    case 'constant':
    case 'selector':
      return []
    case 'shifted':
    case 'subquery':
      return hiddenSelectors(part.inner, isPresent)
    case 'call':
      return isAbsent(part)
        ? part.args.flatMap(selectorsIn).filter((one) => !isPresent(one))
        : part.args.flatMap((argument) => hiddenSelectors(argument, isPresent))
    case 'binary': {
      const { op, left, right } = part
      const inside = [left, right].flatMap((side) => hiddenSelectors(side, isPresent))
      if (op !== 'or' || !isFallback(right)) return inside
      return [...inside, ...deadSelectors(left, isPresent)].filter(
        (one, i, all) => all.findIndex((other) => sameSelector(one, other)) === i,
      )
    }
  }
}

const isAbsent = (part: Expression): boolean =>
  part.kind === 'call' && (part.name === 'absent' || part.name === 'absent_over_time')

/** The selectors because of which a part is empty; none when an alternative has samples. */
function deadSelectors(part: Expression, isPresent: (selector: Selector) => boolean): Selector[] {
  if (part.kind === 'binary' && part.op === 'or') {
    const [left, right] = [deadSelectors(part.left, isPresent), deadSelectors(part.right, isPresent)]
    return left.length > 0 && right.length > 0 ? [...left, ...right] : []
  }
  if (part.kind === 'binary' && part.op === 'unless') return deadSelectors(part.left, isPresent)
  if (part.kind === 'binary')
    return [...deadSelectors(part.left, isPresent), ...deadSelectors(part.right, isPresent)]
  if (part.kind === 'call') return part.args.flatMap((argument) => deadSelectors(argument, isPresent))
  return selectorsIn(part).filter((one) => !isPresent(one))
}

/** A value that does not depend on samples: a number, or something else times zero. */
function isFallback(part: Expression): boolean {
  if (isAbsent(part) || selectorsIn(part).length === 0) return true
  if (part.kind === 'call') return part.args.every((argument) => isFallback(argument))
  if (part.kind !== 'binary') return false
  if (part.op === '*') return isZero(part.left) || isZero(part.right)
  return part.op === 'or' && isFallback(part.left) && isFallback(part.right)
}

const isZero = (part: Expression): boolean => part.kind === 'constant' && Number(part.text) === 0
