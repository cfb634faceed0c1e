import { posix } from 'node:path'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'

/** A call that puts the routes of something else under a prefix: `app.use('/api', routes)`. */
export interface Mount {
  file: string
  /** Its line, from 1. */
  line: number
  /** What it is called on: `app`. */
  on: string
  /** Undefined: there is one, but not as a text in the code. */
  prefix: string | undefined
  /** The names in the call: `metrics.router`, `routes`; and the modules that it imports itself. */
  names: readonly string[]
  modules: readonly string[]
}

const CALL =
  /\.(use|route|mount|Mount|nest|nest_service|register|include_router|register_blueprint|merge|addRoutes)\(/g
const MOST_LENGTH = 400
const NAMED_PREFIX = /\b(?:url_)?prefix\s*[=:]\s*(?:f?["'`]([^"'`\n]{0,100})["'`]|([\w.]+))/
const TEXT = /^\s*f?["'`]([^"'`\n]{0,100})["'`]/
/** A first argument that is a path by its name. */
const PATH_NAME = /^\s*([\w.]*(?:[pP]refix|PREFIX|[pP]ath|PATH|BASE|API_V\d\w*|_STR))\s*,/

/** `path("api/", include("monitoring.urls"))` of Django. */
const INCLUDE = /\b(?:re_)?path\(\s*r?["']\^?([\w/-]{0,100})["']\s*,\s*include\(\s*["']([\w.]{1,200})["']/g

/** The mounts in a file. `constant`: the text of a name, as far as the code has one. */
export function mountsIn({ file, text }: TextFile, constant: (name: string) => string | undefined): Mount[] {
  const included = file.endsWith('urls.py') ? [...text.matchAll(INCLUDE)] : []
  const called = [...text.matchAll(CALL)].flatMap((found): Mount[] => {
    const on = /([\w$.]+)\s*(?:\([^()\n]{0,40}\))?\s*$/.exec(
      text.slice(Math.max(0, found.index - 80), found.index),
    )?.[1]
    const args = argumentsAt(text, found.index + found[0].length)
    if (args === undefined) return []
    const named = NAMED_PREFIX.exec(args)
    const first = TEXT.exec(args)?.[1]
    const variable = named?.[2] ?? (first === undefined ? PATH_NAME.exec(args)?.[1] : undefined)
    const written = named?.[1] ?? first
    const prefix =
      written === undefined ? (variable === undefined ? '' : constant(variable)) : filled(written, constant)
    const rest = args.replace(/["'`][^"'`\n]{0,100}["'`]/g, '')
    return [
      {
        file,
        line: lineAt(text, found.index),
        on: on ?? '',
        prefix,
        names: rest.match(/[A-Za-z_][\w.]*/g) ?? [],
        modules: [...args.matchAll(/(?:require|import)\(\s*["']([^"'\n]{1,200})["']/g)].map(
          ([, one = '']) => one,
        ),
      },
    ]
  })
  return [
    ...called,
    ...included.map(({ index, 1: prefix = '', 2: module = '' }) => ({
      ...{ file, line: lineAt(text, index), on: '', names: [] },
      prefix,
      modules: [module.replaceAll('.', '/')],
    })),
  ]
}

/** The arguments of a call up to its closing parenthesis; undefined when it is longer than a mount is. */
function argumentsAt(text: string, start: number): string | undefined {
  let depth = 1
  const end = Math.min(text.length, start + MOST_LENGTH)
  for (let i = start; i < end; i++) {
    if (text[i] === '(') depth++
    if (text[i] === ')' && --depth === 0) return text.slice(start, i)
  }
  return undefined
}

/** A text with its variables: `${API_PREFIX}/admin`, `{settings.API_V1_STR}/admin`. */
function filled(text: string, constant: (name: string) => string | undefined): string | undefined {
  let isWhole = true
  const whole = text.replace(/\$?\{\s*([\w.]+)\s*\}/g, (_, name: string) => {
    const value = constant(name)
    isWhole &&= value !== undefined
    return value ?? ''
  })
  // A larger expression in it was not read as a whole.
  return isWhole && !/[{}]/.test(whole) ? whole : undefined
}

/** The texts that names stand for, where all of the code agrees: `API_V1_STR: str = "/api/v1"`. */
export function constantsIn(files: readonly TextFile[]): (name: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (name) => {
    const last = name.split('.').at(-1) ?? name
    if (!/^\w{2,60}$/.test(last)) return undefined
    if (!known.has(last)) known.set(last, constantOf(last, files))
    return known.get(last)
  }
}

function constantOf(name: string, files: readonly TextFile[]): string | undefined {
  const pattern = new RegExp(
    `\\b${name}\\b["']?\\]?\\s*(?::\\s*\\w{1,20}\\s*)?[:=]\\s*(?:[^"'\`\\n]{0,80}(?:\\|\\||\\?\\?|,)\\s*)?["'\`](\\/[\\w/.-]{0,100}|)["'\`]`,
    'g',
  )
  const [only, ...more] = new Set(
    files.flatMap(({ text }) =>
      text.includes(name) ? [...text.matchAll(pattern)].map(([, value = '']) => value) : [],
    ),
  )
  return more.length === 0 ? only : undefined
}

/** Names that say nothing about the routes of a file: any call that mounts may have them. */
const GENERIC = /^(?:index|mod|__init__|main|routers?|routes|app|server|http|src|lib|internal|pkg|cmd)$/

/** Where the imports do not say it: the prefix of the mount that has the name of the file, or of its folder. */
export function prefixByName(file: string, mounts: readonly Mount[]): string | undefined {
  const base = posix.basename(file).replace(/\..*$/, '')
  const name = GENERIC.test(base) ? posix.basename(posix.dirname(file)) : base
  const word = plain(name)
  if (word.length < 3 || GENERIC.test(name)) return undefined
  return mounts.find(
    (one) =>
      one.file !== file &&
      one.prefix !== undefined &&
      one.prefix !== '' &&
      one.names.some((other) => other.split('.').some((part) => plain(part).startsWith(word))),
  )?.prefix
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')
