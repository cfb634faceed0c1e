import type { TextFile } from '../../lib/workspace.ts'
import { answerOf, type RouteAnswer } from './answers.ts'
import { ancestorPlaces, bodyOf, type Definition, definitionIn, indentOf } from './definitions.ts'
import { type HandlerRefusal, refusalIn } from './refusal.ts'

/** What a route answers with, and on what that depends, as far as the lines of its handler say it. */
export interface Handler extends RouteAnswer {
  /** What asks for credentials before it answers. */
  guard?: string
  /** What answers, without texts: equal for two names of one endpoint. */
  text?: string
  /** A setting without which it does not answer, or is not registered. */
  condition?: string
  /** What the function checks before it answers. */
  refusal?: HandlerRefusal
}

/** A middleware or a dependency that asks who somebody is. */
const GUARD =
  /\b(?:\w*(?:[aA]uth(?!or\b)|[aA]dmin|[gG]uard)\w*(?!\w*\.\w*[mM]atchers)|has(?:Any)?(?:Role|Authority)|login_required|Depends\(\s*_?(?:(?:require|verify|current)_\w+|get_\w*(?:current|user|principal|auth|token|key)\w*)|before_action\s+:authenticate\w*)\b/

/** What a handler checks by itself: it refuses, and names the secret. */
const REFUSES = /\b40[13]\b|HTTP_40[13]|[uU]nauthorized|[fF]orbidden|UNAUTHORIZED|FORBIDDEN/
const SECRET = /\b\w*(?:METRICS|PROM(?:ETHEUS)?|SCRAPE)\w*_(?:TOKEN|SECRET|KEY|PASSWORD|USER|AUTH)\w*\b/i

/** A setting that turns metrics on. */
const SETTING =
  /\b[\w.]*(?:METRICS?|PROM(?:ETHEUS)?|OBSERVABILITY|TELEMETRY)[_.]?\w*(?:ENABLED?|DISABLED?)\b|\b[\w.]*(?:ENABLE|DISABLE)_?\w*(?:METRICS?|PROM(?:ETHEUS)?|OBSERVABILITY|TELEMETRY)\w*\b/i

/** The lines of a route and of the function that answers it. */
export function handlerAt(at: number, source: TextFile, files: readonly TextFile[]): Handler {
  const lines = source.text.split('\n')
  const definitionOf = definitionIn(files, source.file)
  const { signature, body } = OTHER_PATH.test(lines[at] ?? '')
    ? { signature: [lines[at] ?? ''], body: restOf(lines, at) }
    : bodyOf(lines, at)
  const own: Definition = { file: source.file, line: at + 1, text: [...signature, ...body].join('\n') }
  const name = body.length === 0 ? handlerName(own.text) : undefined
  const other = name === undefined ? undefined : definitionOf(name)
  const code = `${own.text}\n${other?.text ?? ''}`
  const guard = guardIn([callOf(lines, at), signatureBelow(lines, at)]) ?? secretIn(code)
  const refusal = guard === undefined ? refusalIn(other ?? own, { definitionOf, files }) : undefined
  const condition = settingIn([...ancestorPlaces(lines, at).map((i) => lines[i] ?? ''), code])
  return {
    ...answerOf(code),
    text: code.replace(/(["'`])[^\n]*?\1|\s+/g, ''),
    ...(guard !== undefined && { guard }),
    ...(condition !== undefined && { condition }),
    ...(refusal && { refusal }),
  }
}

/** Requests of another path end here: what follows in the function is about this one. */
const OTHER_PATH = /!==?\s*["'`]\/[\w./-]{1,80}["'`]\)?\s*\)?\s*(?:\{\s*)?return\b/
const MOST_REST = 60

/** The lines of a block below a line. */
function restOf(lines: readonly string[], at: number): string[] {
  const indent = indentOf(lines[at] ?? '')
  const below = lines.slice(at + 1, at + 1 + MOST_REST)
  const end = below.findIndex((line) => line.trim() !== '' && indentOf(line) < indent)
  return end < 0 ? below : below.slice(0, end)
}

/** The signature below a decorator, which has each parameter on a line of its own in Python: `def metrics(` … `)`. */
function signatureBelow(lines: readonly string[], at: number): string {
  const first = lines[at + 1] ?? ''
  if (!/^\s*(?:async\s+)?def\s+\w+\($/.test(first)) return first
  const below = lines.slice(at + 1, at + 2 + MOST_LINES)
  const end = below.findIndex((line) => /^\s*\)/.test(line))
  return end < 0 ? first : below.slice(0, end).join('\n')
}

/** The last name in a call that is not followed by arguments of its own: that of the handler. */
const handlerName = (line: string): string | undefined =>
  /([A-Za-z_]\w*)(?:\(\))?[^\w"'`]*$/.exec(
    line.replace(/\.(?:Methods|name|Name|methods|bind)\([^)]{0,100}\)[^\n]{0,40}$/, ''),
  )?.[1]

const MOST_LINES = 8

/** The line of a route, behind those of the call that it continues: `r.With(requireAdmin(users),` … `).Handle("/metrics", page)`. */
function callOf(lines: readonly string[], at: number): string {
  const end = lines[at] ?? ''
  const indent = end.search(/\S/)
  if (!/^\s*\)?\./.test(end)) return end
  const before = lines.slice(Math.max(0, at - MOST_LINES), at)
  const first = before.findLastIndex(
    (line) => line.search(/\S/) === indent && /\w/.test(line) && !/^\s*[.)]/.test(line),
  )
  return first < 0 ? end : [...before.slice(first), end].join('\n')
}

/** The guard in the first lines of a route: its middleware, or the parameters of its function. */
function guardIn([route = '', next = '']: readonly string[]): string | undefined {
  if (/permitAll\(/.test(route + next)) return undefined
  const isSignature =
    /^\s*(?:async\s+)?(?:def|function|public|private)\b/.test(next) || /[mM]atchers\(/.test(route)
  const code = `${route}\n${isSignature ? next : ''}`
    .replace(/(?:\/\/|#).*$/gm, '')
    .replace(/(["'`]).*?\1/g, '')
  return GUARD.exec(code)?.[0].replace(/^Depends\(\s*/, '')
}

const secretIn = (code: string): string | undefined =>
  REFUSES.test(code) ? SECRET.exec(code)?.[0] : undefined

/** The setting that turns metrics on or off and that a condition in some lines asks for. */
export function settingIn(texts: readonly string[]): string | undefined {
  const asking = texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.length < 300 && /\b(?:if|unless|when)\b|&&|\?/.test(line))
  return asking.map((line) => SETTING.exec(line)?.[0]).find((one) => one !== undefined)
}
