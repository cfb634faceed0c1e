import type { TextFile } from '../../lib/workspace.ts'
import { bodyOf, definitionIn } from './definitions.ts'

/** It asks who somebody is. */
const UNAUTHORIZED =
  /\b401\b|HTTP_401|StatusUnauthorized|UNAUTHORIZED|\bUnauthorized(?:Exception|Error)?\b|\bAuthGuard\(|\bHTTPBearer\(|\bHTTPBasic\(|\bOAuth2PasswordBearer\(|\bAPIKeyHeader\(/
/** It refuses, perhaps for another reason, such as the browser. */
const FORBIDDEN = /\b403\b|HTTP_403|StatusForbidden|FORBIDDEN|\bForbidden(?:Exception|Error)?\b/
const OTHER_REASON = /user[-_]?agent|rate[-_]?limit|\bblock(?:ed|list)/i
/** Functions of libraries that refuse. */
const KNOWN =
  /\b(?:[bB]asicAuth|[bB]earerAuth|HttpAuthentication|ValidateRequestHeaderLayer)\b|\bpassport\.authenticate\(/
/** Names of what asks for credentials. */
const ASKS = /auth(?!or\b)|user|token|key|guard|protect|require|verify|session|login|credential/i
const DEPENDS = /\b(?:Depends|Security)\(/
/** What is called, or holds what is compared: functions, those of the same object, dependencies, constants and lists. */
const NAME =
  /\b(?:Depends|Security)\(\s*(\w{3,60})|(?<![\w.])(?:(?:self|this|cls|\w)\.)?(?!(?:func|function|def|async|return|if|for|while|switch|catch)\b)([A-Za-z_]\w{2,60})(?=\(|\[|\.(?:has|includes|contains|some|indexOf)\b)|\bin\s+(?:self\.)?(\w{3,60})|\b([A-Z][A-Z\d_]{2,60})\b/g
/** It is about requests that write: `if request.method in {"POST", "PUT"}`, or lets those pass that read. */
const WRITES =
  /\b[mM]ethod\b[^\n]{0,40}["'](?:GET|HEAD|POST|PUT|PATCH|DELETE)["']|\bsafe_?methods\b|^[^\n]*[cx]srf/i
/** A status that is only compared: `response.status_code in (401, 403)`. */
const COMPARED = /(?:[=!]==?|>=?|\bin)\s*[([{]?\s*\d{3}(?:\s*,\s*\d{3})*|\bcase\s+\d{3}/g
/** It only asks for paths below some prefix: `if (!req.path.startsWith('/api')) return next()`. */
const ONLY_BELOW =
  /(?:!|\bnot\s+)[\w.()]{0,60}(?:path|url)\w{0,20}(?:\(\))?\.starts_?[wW]ith\(\s*["'`](\/[^"'`\n]{1,80})["'`]|\bHasPrefix\([\w.]{1,60}Path,\s*"(\/[^"\n]{1,80})"\)/
/** A middleware calls a few functions, and reads a few lists. */
const MOST_NAMES = 40

/** Whether what some code names, or does by itself, refuses who has no credentials, and nothing in it knows the path. */
export function guards(
  { name, code }: { name: string; code: string },
  path: string,
  textOf: (name: string) => string | undefined,
): boolean {
  if (KNOWN.test(code)) return true
  const isInline = code.includes('\n') && /^(?:async\b|function\b|func\b|\()/.test(code)
  const own = isInline
    ? [code]
    : (code.split('\n', 1)[0]?.match(/[A-Za-z_]\w{2,60}/g) ?? [])
        .slice(0, MOST_NAMES)
        .flatMap((one) => textOf(one) ?? [])
  const behind = (texts: readonly string[]) => namesIn(texts.join('\n')).flatMap((one) => textOf(one) ?? [])
  // A dependency has others that ask for credentials.
  const isDeep = ASKS.test(name) || DEPENDS.test(code + own.join(''))
  if (own.length === 0 || !(isRefusing(own) || isDeep)) return false
  const first = behind(own)
  const all = isRefusing([...own, ...first]) ? [...own, ...first] : [...own, ...first, ...behind(first)]
  const below = ONLY_BELOW.exec(all.join('\n'))
  const isOther = below !== null && !path.startsWith(below[1] ?? below[2] ?? '')
  return isRefusing(all) && !isOther && !all.some((text) => text.includes(path.replace(/\/$/, '')))
}

const isRefusing = (texts: readonly string[]): boolean =>
  texts.some((text) => {
    const plain = text.replace(COMPARED, '')
    const isRefusal = UNAUTHORIZED.test(plain) || (FORBIDDEN.test(plain) && !OTHER_REASON.test(plain))
    return isRefusal && !WRITES.test(text)
  })

const namesIn = (text: string): string[] =>
  [
    ...new Set(
      [...text.matchAll(NAME)].flatMap(([, ...found]) => found.find((one) => one !== undefined) ?? []),
    ),
  ].slice(0, MOST_NAMES)

const MOST_LINES = 120

/** The texts of the functions, classes and lists that a name stands for in a file; each is searched once. */
export function textsIn(files: readonly TextFile[]): (name: string, file: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (name, file) => {
    const key = `${file} ${name}`
    if (!known.has(key))
      known.set(
        key,
        (/^[A-Z]/.test(name) ? classText(name, files) : undefined) ?? definitionIn(files, file)(name)?.text,
      )
    return known.get(key)
  }
}

/** The text of a class with a name. */
function classText(name: string, files: readonly TextFile[]): string | undefined {
  const start = new RegExp(`^(?:export\\s+)?(?:default\\s+)?class\\s+${name}\\b`)
  for (const { text } of files) {
    const lines = text.includes(`class ${name}`) ? text.split('\n') : []
    const at = lines.findIndex((line) => start.test(line))
    if (at >= 0) return [lines[at], ...bodyOf(lines, at, MOST_LINES).body].join('\n')
  }
  return undefined
}
