import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { MEDIA_TYPE } from './media-type.ts'

/** What a route answers with, and on what that depends, as far as the lines of its handler say it. */
export interface Handler {
  answers?: 'exposition' | 'json'
  /** It writes the metrics of a library, or in the text format by itself. */
  isCertain?: true
  /** What asks for credentials before it answers. */
  guard?: string
  /** What answers, without texts: equal for two names of one endpoint. */
  text?: string
  /** A setting without which it does not answer, or is not registered. */
  condition?: string
}

/** Code that answers with metrics in the text format of Prometheus. */
const EXPOSITION =
  /generate_latest|make_(?:asgi|wsgi)_app|promhttp\.|CONTENT_TYPE_LATEST|\b(?:\w*[rR]egist(?:er|ry)|\w*[cC]lient|prom\w*)\s*\.\s*(?:metrics|contentType)\b|TextEncoder::new|encode_to_string|\.gather\(|\.render\(\)|text\/plain;\s*version=0\.0\.4|# (?:HELP|TYPE) |prometheus_text|(?:to|as|in|format|render|export|encode|get|generate|build|serialize)_?prometheus|prometheus_?(?:text|format|handle|export|render|output|string|page)|exposition|WritePrometheus|RenderTextFormat|getMetricsHandler|getMetricsRequestHandler|PlainTextResponse|["']text\/plain/i

/** Of that, code which can be nothing else. */
const CERTAIN = new RegExp(
  `\\bgenerate_latest\\(|\\bpromhttp\\.|\\b\\w*[rR]egist(?:er|ry)\\s*\\.\\s*metrics\\(|["'\`]# (?:HELP|TYPE) |${MEDIA_TYPE}`,
)

/** Code that answers with JSON. */
const JSON_ANSWER =
  /\bres(?:ponse)?(?:\s*\.\s*status\(\w+\))?\s*\.\s*json\(|\b(?:c|ctx|context)\.(?:json|JSON|IndentedJSON)\(|\bjsonify\(|\bJ(?:SON|son)Response\(|\bresponse_model\s*=|\breturn\s*\{|->\s*(?:dict|Dict|JSONResponse)\b|\bJson\(|\bjson!\(|render json:|\bjson\(conn|JSON\.stringify\(|json\.dumps\(|json\.NewEncoder\(|Promise<\w*Json|\breply\.send\(\{/

/** A middleware or a dependency that asks who somebody is. */
const GUARD =
  /\b(?:\w*(?:[aA]uth(?!or\b)|[aA]dmin|[gG]uard)\w*(?!\w*\.\w*[mM]atchers)|has(?:Any)?(?:Role|Authority)|login_required|Depends\(\s*(?:get|require|verify|current)_\w+|before_action\s+:authenticate\w*)\b/

/** What a handler checks by itself: it refuses, and names the secret. */
const REFUSES = /\b40[13]\b|HTTP_40[13]|[uU]nauthorized|[fF]orbidden|UNAUTHORIZED|FORBIDDEN/
const SECRET = /\b\w*(?:METRICS|PROM(?:ETHEUS)?|SCRAPE)\w*_(?:TOKEN|SECRET|KEY|PASSWORD|USER|AUTH)\w*\b/i

/** A setting that turns metrics on. */
const SETTING =
  /\b[\w.]*(?:METRICS?|PROM(?:ETHEUS)?|OBSERVABILITY|TELEMETRY)_?\w*(?:ENABLED?|DISABLED?)\b|\b[\w.]*(?:ENABLE|DISABLE)_?\w*(?:METRICS?|PROM(?:ETHEUS)?|OBSERVABILITY|TELEMETRY)\w*\b/i

/** The lines of a route and of the function that answers it. */
export function handlerAt(
  lines: readonly string[],
  at: number,
  definitionOf: (name: string) => string | undefined,
): Handler {
  const { signature, body } = bodyOf(lines, at)
  const own = [...signature, ...body].join('\n')
  const name = body.length === 0 ? handlerName(own) : undefined
  const code = `${own}\n${(name !== undefined && definitionOf(name)) || ''}`
  const guard = guardIn(lines.slice(at, at + 2)) ?? refusalIn(code)
  const condition = settingIn([...ancestorPlaces(lines, at).map((i) => lines[i] ?? ''), code])
  return {
    ...answerOf(code),
    text: code.replace(/(["'`])[^\n]*?\1|\s+/g, ''),
    ...(guard !== undefined && { guard }),
    ...(condition !== undefined && { condition }),
  }
}

/** An answer with JSON is often one about an error, next to that with the metrics. */
function answerOf(code: string): Pick<Handler, 'answers' | 'isCertain'> {
  if (CERTAIN.test(code)) return { answers: 'exposition', isCertain: true }
  if (EXPOSITION.test(code)) return { answers: 'exposition' }
  return JSON_ANSWER.test(code) ? { answers: 'json' } : {}
}

const MOST_LINES = 40
const indentOf = (line: string): number => line.length - line.trimStart().length

/** The lines of a registration, and those of a function after it: by their indentation. */
function bodyOf(lines: readonly string[], at: number): { signature: string[]; body: string[] } {
  const first = lines[at] ?? ''
  const indent = indentOf(first)
  const isDecorator = /^\s*(?:@|#\[|\[)/.test(first)
  const isWhole = first.split(/[({]/).length === first.split(/[)}]/).length && !/\bdo\b|=>\s*$/.test(first)
  if (isWhole && !isDecorator) return { signature: [first], body: [] }
  const body: string[] = []
  let isInside = !isDecorator
  for (const line of lines.slice(at + 1, at + MOST_LINES)) {
    const isOut = line.trim() !== '' && indentOf(line) <= indent
    if (isOut && isInside && !/^\s*[)\]}]\s*(?:->|:|,|=>|\))/.test(line)) break
    // Decorators, and the signature, are at the indentation of the function.
    if (isOut && !/^\s*(?:@|#\[|\[|\))/.test(line)) isInside = true
    body.push(line)
  }
  return { signature: [first], body }
}

/** The last name in a call that is not followed by arguments of its own: that of the handler. */
const handlerName = (line: string): string | undefined =>
  /([A-Za-z_]\w*)(?:\(\))?[^\w"'`]*$/.exec(
    line.replace(/\.(?:Methods|name|Name|methods|bind)\([^)]{0,100}\)[^\n]{0,40}$/, ''),
  )?.[1]

/** The guard in the first lines of a route: its middleware, or the parameters of its function. */
function guardIn([route = '', next = '']: readonly string[]): string | undefined {
  if (/permitAll\(/.test(route + next)) return undefined
  const isSignature =
    /^\s*(?:async\s+)?(?:def|function|public|private)\b/.test(next) || /[mM]atchers\(/.test(route)
  const code = `${route}\n${isSignature ? next : ''}`
    .replace(/(?:\/\/|#).*$/gm, '')
    .replace(/(["'`]).*?\1/g, '')
  return GUARD.exec(code)?.[0]
}

const refusalIn = (code: string): string | undefined =>
  REFUSES.test(code) ? SECRET.exec(code)?.[0] : undefined

/** The setting that a condition asks for. */
function settingIn(texts: readonly string[]): string | undefined {
  const asking = texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.length < 300 && /\b(?:if|unless|when)\b|&&|\?/.test(line))
  return asking.map((line) => SETTING.exec(line)?.[0]).find((one) => one !== undefined)
}

/** The numbers of the lines that a line is inside of, the nearest first: by their indentation. */
export function ancestorPlaces(lines: readonly string[], at: number): number[] {
  const found: number[] = []
  let indent = indentOf(lines[at] ?? '')
  for (let i = at - 1; i >= 0 && indent > 0; i--) {
    const line = lines[i] ?? ''
    if (line.trim() === '' || indentOf(line) >= indent) continue
    indent = indentOf(line)
    found.push(i)
  }
  return found
}

/** The text of the function or the variable with a name; undefined when there is none, or several. */
export function definitionIn(files: readonly TextFile[], near: string): (name: string) => string | undefined {
  return (name) => {
    const pattern = new RegExp(
      `\\b(?:function\\s*\\*?|def|fn|fun|sub)\\s+${name}\\b|\\bfunc\\s+(?:\\([^)\\n]{0,80}\\)\\s*)?${name}\\(|\\b${name}\\b\\s*(?::[^=\\n]{1,80})?:?=(?![=>])|^[ \\t]*(?:(?:public|private|static|async|export)\\s+)*${name}\\s*\\([^)\\n]{0,200}\\)[^;{\\n]{0,100}\\{`,
      'm',
    )
    const having = files.filter(({ text }) => text.includes(name) && pattern.test(text))
    const own = having.find(({ file }) => file === near)
    const found = own ?? (having.length === 1 ? having[0] : undefined)
    if (!found) return undefined
    const start = lineAt(found.text, pattern.exec(found.text)?.index ?? 0) - 1
    const lines = found.text.split('\n')
    return [lines[start] ?? '', ...bodyOf(lines, start).body].join('\n')
  }
}
