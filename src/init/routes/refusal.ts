import type { SourceLocation } from '../../lib/errors.ts'
import { EXPOSITION } from './answers.ts'
import { type Definition, indentOf } from './definitions.ts'
import { type ConditionSetting, type SourceContext, settingOf } from './setting.ts'

/** A condition in a handler under which it answers without the metrics. */
export interface HandlerRefusal {
  at: SourceLocation
  /** It asks for credentials; else it does not answer at all. */
  isGuard: boolean
  /** The setting that it depends on. */
  setting?: ConditionSetting
}

/** It refuses who is not known. */
const REFUSES = /\b40[13]\b|[uU]nauthorized|[fF]orbidden|UNAUTHORIZED|FORBIDDEN/
/** It says that there is nothing. */
const HIDES = /\b404\b|[nN]ot_?[fF]ound|NOT_FOUND/
const CONDITION = /^\s*(?:\}?\s*(?:else\s+)?if\b|elif\b|unless\b)/
/** A condition about the request as such decides which route answers. */
const ABOUT_ROUTE = /\b(?:url|path|pathname|[mM]ethod|req_path|originalUrl)\b/
/** A function that is given the answer, and is false when it has answered by itself. */
const HANDS_OVER = /(?:!|\bnot\s)\s*\(?\s*(?:await\s+)?(?:\w{1,40}\.){0,5}(\w{1,60})\(([^()]{0,200})\)/
const ANSWER = /\b(?:reply|res|response|w|rw|ctx|c)\b/
const ONLY_RETURNS = /^[\s{(]*return(?:\s+(?:None|undefined|nil|reply|res))?\s*;?\s*\}?\s*$/
/** A statement that only calls a function, which throws when it refuses. */
const STATEMENT =
  /^\s*(?:(?:const|let|var)\s+[\w{}, ]{1,60}=\s*|\w{1,40}\s*=\s*)?(?:await\s+)?(?:\w+\.)?(\w+)\(([^\n]{0,200})\)\s*;?\s*$/
const REQUEST = /\b(?:req|request|ctx|c|context|headers|conn)\b/

/** What a handler refuses by itself, in the lines of its function. */
export function refusalIn(
  handler: Definition,
  context: Pick<SourceContext, 'definitionOf' | 'files'>,
): HandlerRefusal | undefined {
  const lines = handler.text.split('\n')
  for (const [i, line] of lines.entries()) {
    const at = { file: handler.file, line: handler.line + i, column: 1 }
    // The first line is that of the route, or of the function.
    const found = i === 0 ? undefined : refusalAt(lines, i, { ...context, ...at })
    if (found) return { at, ...found }
    if (i > 0 && throwsFor(line, context)) return { at, isGuard: true }
  }
  return undefined
}

function refusalAt(
  lines: readonly string[],
  i: number,
  context: SourceContext,
): Omit<HandlerRefusal, 'at'> | undefined {
  if (!CONDITION.test(lines[i] ?? '')) return undefined
  const { condition, block, after } = conditionAt(lines, i)
  if (ABOUT_ROUTE.test(condition)) return undefined
  const isInverse = EXPOSITION.test(block) && !REFUSES.test(block) && !HIDES.test(block)
  const answer = isInverse ? after : block
  const isGuard =
    REFUSES.test(answer) || (block.length < 200 && ONLY_RETURNS.test(block) && handsOver(condition, context))
  if (!isGuard && (!HIDES.test(answer) || isDecidedWithin(answer))) return undefined
  const unset = isGuard ? undefined : unsetBefore(lines, i, context)
  if (unset) return { isGuard, setting: unset }
  const found = settingOf(condition, context)
  // What is not there for another reason than a setting is no question of the configuration.
  if (!found) return isGuard && !isInverse ? { isGuard } : undefined
  const { holdsWhen, ...plain } = found
  return {
    isGuard,
    setting: { ...plain, ...(holdsWhen !== undefined && { holdsWhen: holdsWhen !== isInverse }) },
  }
}

/** Whether another condition in a block decides that there is nothing. */
function isDecidedWithin(block: string): boolean {
  const lines = block.split('\n')
  const first = lines.findIndex((line) => HIDES.test(line))
  return lines.slice(0, first).some((line) => CONDITION.test(line))
}

const IS_ELSE = /^\s*\}?\s*(?:else\s+if|elif)\b/
/** A condition that only asks whether something is set. */
const IS_SET =
  /^\(?\s*[\w.?]{1,80}(?:\s*(?:!==?\s*(?:undefined|null|nil|''|""|``)|is\s+not\s+None))?\s*\)?\s*$/

/** The setting whose being set is asked for before an `else if`: that branch is only for where it is not set. */
function unsetBefore(
  lines: readonly string[],
  at: number,
  context: SourceContext,
): ConditionSetting | undefined {
  if (!IS_ELSE.test(lines[at] ?? '')) return undefined
  const indent = indentOf(lines[at] ?? '')
  const before = lines.slice(0, at).findLastIndex((line) => CONDITION.test(line) && indentOf(line) === indent)
  if (before < 0) return undefined
  const { condition } = conditionAt(lines, before)
  const found = IS_SET.test(condition) ? settingOf(condition, context) : undefined
  return found ? { name: found.name, isPresence: true } : unsetBefore(lines, before, context)
}

/** The text of a condition, what is done when it holds, and what follows in the same block. */
function conditionAt(
  lines: readonly string[],
  at: number,
): { condition: string; block: string; after: string } {
  const indent = indentOf(lines[at] ?? '')
  const length = lines.slice(at + 1).findIndex((line) => line.trim() !== '' && indentOf(line) <= indent)
  const end = length < 0 ? lines.length : at + 1 + length
  const whole = lines.slice(at, end).join('\n')
  const start = /\b(?:if|unless)\b\s*/.exec(whole)?.[0] ?? 'elif '
  const from = whole.indexOf(start) + start.length
  const to =
    whole[from] === '('
      ? closingOf(whole, from)
      : from + whole.slice(from).search(/[{:]\s*(?:\n|$)|\bthen\b|$/)
  return { condition: whole.slice(from, to), block: whole.slice(to + 1), after: lines.slice(end).join('\n') }
}

/** The index of the parenthesis that closes the one at an index. */
function closingOf(text: string, from: number): number {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    if (text[i] === '(') depth++
    if (text[i] === ')' && --depth === 0) return i + 1
  }
  return text.length
}

const MOST_CALLS = 10

/** Whether a condition asks a function that refuses by itself. */
function handsOver(condition: string, { definitionOf }: Pick<SourceContext, 'definitionOf'>): boolean {
  const [, name = '', args = ''] = HANDS_OVER.exec(condition) ?? []
  if (name === '' || !ANSWER.test(args)) return false
  const definition = definitionOf(name)
  if (!definition) return /[aA]uth(?!or\b)/.test(name)
  const called = [...definition.text.matchAll(/\b(\w{2,60})\(/g)].slice(0, MOST_CALLS)
  return [definition, ...called.map(([, other = '']) => definitionOf(other))].some(
    (one) => one !== undefined && REFUSES.test(one.text),
  )
}

function throwsFor(line: string, { definitionOf }: Pick<SourceContext, 'definitionOf'>): boolean {
  const [, name, args = ''] = STATEMENT.exec(line) ?? []
  if (name === undefined || !REQUEST.test(args)) return false
  const definition = definitionOf(name)
  return (
    definition !== undefined &&
    /\b(?:throw|raise|abort\()/.test(definition.text) &&
    REFUSES.test(definition.text)
  )
}
