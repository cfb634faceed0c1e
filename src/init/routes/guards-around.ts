import { posix } from 'node:path'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { bodyOf, definitionIn } from './definitions.ts'

/** A middleware that asks all requests for credentials, and where it is put around the routes. */
export interface GuardAround {
  name: string
  file: string
  line: number
}

interface GuardedRoute {
  file: string
  /** Its line, from 1. */
  line: number
  path: string
  /** What it is registered on. */
  on: string
}

/** Puts a middleware around everything: before the routes that follow, around what has them, or as a dependency of the app. */
const AROUND: readonly { pattern: (on: string) => RegExp; isBefore: boolean; isNear: boolean }[] = [
  {
    pattern: (on) =>
      new RegExp(
        `\\b${on}\\.(?:use|Use|addHook|before_request)\\(\\s*(?:["'](?:\\/?\\*|\\/|onRequest|preHandler)["']\\s*,\\s*)?(?:\\w+\\.){0,2}(\\w+)(?:\\([^()\\n]{0,80}\\))?\\s*\\)`,
        'g',
      ),
    isBefore: true,
    isNear: true,
  },
  {
    pattern: (on) => new RegExp(`\\b(\\w*[aA]uth\\w*)\\(\\s*${on}\\s*\\)`, 'g'),
    isBefore: false,
    isNear: true,
  },
  {
    pattern: () =>
      /\b(?:FastAPI|APIRouter)\([^()]{0,300}?\bdependencies\s*=\s*\[\s*(?:Depends|Security)\(\s*(\w+)/g,
    isBefore: false,
    isNear: false,
  },
  {
    pattern: () => /\badd_middleware\(\s*(\w*(?:Auth|Token|ApiKey|APIKey)\w*)/g,
    isBefore: false,
    isNear: false,
  },
]

const REFUSES = /\b40[13]\b|HTTP_40[13]|StatusUnauthorized|StatusForbidden|UNAUTHORIZED|FORBIDDEN/
/** Functions of libraries that refuse. */
const KNOWN = /^(?:basicAuth|bearerAuth|BasicAuth)$/

/** The middleware around a route that refuses requests without credentials, unless it lets the path of the route through. */
export const guardAround = (route: GuardedRoute, files: readonly TextFile[]): GuardAround | undefined =>
  AROUND.flatMap((way) => files.flatMap((source) => putAround(route, source, way))).find(({ name, file }) =>
    refuses(name, route.path, { file, files }),
  )

/** What a file puts around the routes of a place, in one of the ways. */
function putAround(
  route: GuardedRoute,
  { file, text }: TextFile,
  { pattern, isBefore, isNear }: (typeof AROUND)[number],
): GuardAround[] {
  const on = route.on.replace(/[^\w.]/g, '').replaceAll('.', '\\.')
  const isInFolder = !isNear || (on !== '' && posix.dirname(file) === posix.dirname(route.file))
  if (!isInFolder || (isBefore && file !== route.file)) return []
  const found = [...text.matchAll(pattern(on))].map(({ 1: name = '', index }) => ({
    ...{ name, file, line: lineAt(text, index) },
  }))
  return found.filter(({ line }) => !isBefore || line < route.line)
}

/** A name in code, other than a word of the language that a definition may begin with. */
const NAME = /\b(?!(?:func|function|def|async|return|if|for|while|switch|catch)\b)[A-Za-z_]\w{2,60}\b/g

/** Whether a function or a class answers 401 or 403, and nothing that it calls knows the path. */
function refuses(
  name: string,
  path: string,
  { file, files }: { file: string; files: readonly TextFile[] },
): boolean {
  if (KNOWN.test(name)) return true
  const definitionOf = definitionIn(files, file)
  const text = definitionOf(name)?.text ?? classText(name, files)
  if (text === undefined || !REFUSES.test(text)) return false
  const names = new Set(text.match(NAME))
  const around = [...names].slice(0, MOST_NAMES).map((one) => definitionOf(one)?.text ?? '')
  const isExempt = [text, ...around].some((one) => one.includes(path.replace(/\/$/, '')))
  return !isExempt
}

/** A middleware calls a few functions, and reads a few lists. */
const MOST_NAMES = 60

/** The text of a class of Python with a name. */
function classText(name: string, files: readonly TextFile[]): string | undefined {
  const start = new RegExp(`^class\\s+${name}\\b`)
  for (const { text } of files) {
    const lines = text.includes(`class ${name}`) ? text.split('\n') : []
    const at = lines.findIndex((line) => start.test(line))
    if (at >= 0) return [lines[at], ...bodyOf(lines, at).body].join('\n')
  }
  return undefined
}
