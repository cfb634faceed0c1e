import { quoted } from '../lib/quote.ts'
import { didYouMean } from '../lib/similar-name.ts'

/** Why Prometheus does not accept a template, and where in the text; `hint` where the right name is obvious. */
export interface TemplateError {
  message: string
  from: number
  hint?: string | undefined
}

/** What a rule's label or annotation has; the scope of variables that it declares itself is not checked. */
const VARIABLES = ['$', '$labels', '$value', '$externalLabels', '$externalURL']

/** Those of Go's text/template, then those of Prometheus 3.14 (measured: it refuses a rule with any other). */
const FUNCTIONS = [
  ...['and', 'call', 'html', 'index', 'slice', 'js', 'len', 'not', 'or', 'print', 'printf', 'println'],
  ...['urlquery', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'true', 'false', 'nil'],
  ...['query', 'first', 'label', 'value', 'strvalue', 'args', 'reReplaceAll', 'safeHtml', 'match', 'title'],
  ...['toUpper', 'toLower', 'graphLink', 'tableLink', 'sortByLabel', 'stripPort', 'stripDomain', 'humanize'],
  ...['humanize1024', 'humanizeDuration', 'humanizePercentage', 'humanizeTimestamp', 'toTime', 'toDuration'],
  ...['now', 'pathPrefix', 'externalURL', 'parseDuration', 'urlQueryEscape', 'tmpl'],
]
const OPENING = ['if', 'range', 'with', 'define', 'block']
const KEYWORDS = [...OPENING, 'else', 'end', 'template', 'break', 'continue']

const TOKEN =
  /\s+|-?\}\}|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)+'|\$[\p{L}\d_]*|\.[\p{L}\d_]*|[\p{L}_][\p{L}\d_]*|[+-]?\d[\d\w.]*|:?=|[|(),]/uy
const COMMENT = /\{\{(?:-\s+)?\/\*/y

interface Token {
  text: string
  from: number
}

/** The first mistake for which Prometheus would refuse a template; undefined for one that it accepts. Linear. */
export function templateError(text: string): TemplateError | undefined {
  const scope: Scope = { open: [], variables: new Set(VARIABLES) }
  let from = text.indexOf('{{')
  while (from !== -1) {
    COMMENT.lastIndex = from
    const isComment = COMMENT.test(text)
    const read = isComment ? commentFrom(text, from) : actionFrom(text, from)
    if ('message' in read) return read
    const error = isComment ? undefined : checkAction(read.tokens, from, scope)
    if (error) return error
    from = text.indexOf('{{', read.end)
  }
  const last = scope.open.at(-1)
  return last && { message: `\`{{ ${last.text} }}\` has no \`{{ end }}\``, from: last.from }
}

interface Scope {
  /** The blocks that are open. */
  open: Token[]
  variables: Set<string>
}

type Action = { tokens: Token[]; end: number }

function commentFrom(text: string, from: number): Action | TemplateError {
  const end = text.indexOf('*/', from)
  const closed = end === -1 ? null : /^\*\/(?:\s+-)?\}\}/.exec(text.slice(end, end + 100))
  return closed
    ? { tokens: [], end: end + closed[0].length }
    : { message: 'The comment `{{/*` is not closed with `*/}}`', from }
}

function actionFrom(text: string, from: number): Action | TemplateError {
  const tokens: Token[] = []
  let at = from + (/^\{\{-\s/.test(text.slice(from, from + 4)) ? 3 : 2)
  while (at < text.length) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)?.[0]
    if (found === undefined)
      return {
        message: `${quoted(text.charAt(at))} is not valid in \`{{ … }}\`, or its \`}}\` is missing`,
        from: at,
      }
    at += found.length
    if (found.endsWith('}}')) return { tokens, end: at }
    if (/\S/.test(found)) tokens.push({ text: found, from: at - found.length })
  }
  return { message: '`{{` is not closed with `}}`', from }
}

function checkAction(tokens: readonly Token[], from: number, scope: Scope): TemplateError | undefined {
  const [first] = tokens
  if (!first) return { message: '`{{ }}` is empty', from }
  const { text } = first
  const isOutside =
    ((text === 'end' || text === 'else') && scope.open.length === 0) ||
    ((text === 'break' || text === 'continue') && scope.open.every((one) => one.text !== 'range'))
  if (isOutside) return { message: `\`{{ ${text} }}\` is outside of a block`, from: first.from }
  if (text === 'end') scope.open.pop()
  if (OPENING.includes(text)) scope.open.push(first)
  for (const [i, token] of tokens.entries()) {
    const error = token.text.startsWith('$') ? checkVariable(token, tokens[i + 1], scope) : checkWord(token)
    if (error) return error
  }
  return undefined
}

function checkVariable(
  { text, from }: Token,
  next: Token | undefined,
  { variables }: Scope,
): TemplateError | undefined {
  if (next?.text === ':=' || next?.text === ',') variables.add(text)
  return variables.has(text)
    ? undefined
    : { message: `The variable \`${text}\` does not exist`, from, hint: didYouMean(text, [...variables]) }
}

const checkWord = ({ text, from }: Token): TemplateError | undefined =>
  !/^[\p{L}_]/u.test(text) || KEYWORDS.includes(text) || FUNCTIONS.includes(text)
    ? undefined
    : { message: `The function ${quoted(text)} does not exist`, from, hint: didYouMean(text, FUNCTIONS) }
