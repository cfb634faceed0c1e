import { lineAt } from '../../lib/text.ts'
import { ancestorPlaces } from './definitions.ts'

/** What a name stands for in a file, as far as routes are registered on it. */
export type Receiver =
  /** What the app serves: no prefix, unless another one mounts it. */
  | { kind: 'root' }
  /** It has no path of its own until something mounts it. `prefix`: undefined where it is not a text in the code. */
  | { kind: 'router'; prefix: string | undefined }
  /** A part of another one. */
  | { kind: 'group'; of: string; prefix: string | undefined; line: number }

const ROOT =
  /^(?:await\s+)?(?:(?:\w+\.)?(?:express|[fF]astify|FastAPI|Flask|Starlette|Quart|Sanic|Bottle|Litestar|Robyn|polka|createServer|Application|createApp)|gin\.(?:New|Default)|echo\.New|fiber\.New|chi\.New(?:Router|Mux)|mux\.NewRouter|http\.NewServeMux|httprouter\.New|new\s+(?:Hono|OpenAPIHono|Elysia|Koa))\s*(?:<[^>\n]{0,100}>)?\(/
const ROUTER =
  /^(?:new\s+)?(?:\w+\.)?(?:(?:Koa)?Router|APIRouter|Blueprint|SimpleRouter|OpenAPIHono|Hono|Elysia)\s*(?:<[^>\n]{0,100}>)?\(/
const GROUP =
  /^([\w.]+)\.(?:[gG]roup|PathPrefix|Party|MapGroup|basePath|Route|route)\(\s*(?:["'`]([^"'`\n]{0,100})["'`])?/
/** A prefix that a router is created with: FastAPI, Flask, Elysia, koa-router, Hono. */
const OWN =
  /\b(?:url_)?prefix\s*[=:]\s*(?:["'`]([^"'`\n]{0,100})["'`]|(\w[\w.]*))|\.basePath\(\s*["'`]([^"'`\n]{0,100})["'`]/

const escaped = (name: string): string => name.replace(/[^\w]/g, '\\$&')

/** What a name stands for, from the code that creates it; undefined when that is not in the file. */
export function receiverOf(
  name: string,
  text: string,
  constant: (name: string) => string | undefined,
): Receiver | undefined {
  const last = name.split('.').at(-1) ?? ''
  if (last === '') return undefined
  const assigned = new RegExp(
    `\\b${escaped(last)}\\b\\s*(?::\\s*[^=\\n]{1,80})?:?=\\s*([^\\n=][^;]{0,400})`,
    'g',
  )
  for (const found of text.matchAll(assigned)) {
    const [, value = ''] = found
    const line = lineAt(text, found.index)
    const group = GROUP.exec(value)
    if (group?.[1] !== undefined && group[1] !== last)
      return { kind: 'group', of: group[1], prefix: group[2], line }
    const args = argumentsOf(value)
    const [, written, variable, based] = OWN.exec(args) ?? []
    const prefix = written ?? based ?? (variable === undefined ? '' : constant(variable))
    // A root with a prefix of its own, or one that files export, is mounted like a router.
    if (ROOT.test(value) && prefix === '') return { kind: 'root' }
    if (ROUTER.test(value)) return { kind: 'router', prefix }
  }
  return undefined
}

/** The call at the start of a value, with the calls in the same line: `Router({ prefix: '/x' })`. */
function argumentsOf(value: string): string {
  let depth = 0
  for (let i = 0; i < value.length; i++) {
    if (value[i] === '(') depth++
    if (value[i] === ')') depth--
    if (depth === 0 && value[i] === '\n') return value.slice(0, i)
  }
  return value
}

/** Blocks that routes are in: `r.Route("/api", func(r chi.Router) {`, `scope "/api" do`, `Route::prefix('api')`. */
const BLOCKS: readonly RegExp[] = [
  /(?:([\w.]+)\.)(?:Route|route|[gG]roup|PathPrefix)\(\s*["'`](?<path>\/[^"'`\n]{0,100})["'`]\s*,\s*(?:func|async|function|fn|\(|\w+\s*=>)/,
  /^\s*scope\s*\(?\s*["'](?<path>\/[^"'\n]{0,100})["']/,
  /^\s*scope\s*\(?\s*(?:path:|:path\s*=>)\s*["'](?<path>[^"'\n]{0,100})["']/,
  /^\s*namespace\s*\(?\s*:(?<path>\w+)/,
  /\bRoute::(?:\w+\([^)\n]{0,100}\)->)?prefix\(\s*["'](?<path>[^"'\n]{0,100})["']/,
  /\bweb::scope\(\s*"(?<path>\/[^"\n]{0,100})"/,
]
const REGISTERS = /([\w.]+)\.register\(\s*(?:async\s*)?(?:\(|function)/
const CLOSING = /prefix:\s*["'`](\/[^"'`\n]{1,100})["'`]/
/** The path of all routes of a class: Spring, NestJS. */
const CLASS =
  /@(?:RequestMapping|Controller)\(\s*\{?\s*(?:(?:value|path)\s*[=:]\s*)?\{?\s*["'`](\/?[\w/.-]{1,100})["'`]/

/** The prefix of the blocks that a line is in, and what the outermost one with a name is called on. */
export function blocksAround(
  lines: readonly string[],
  at: number,
): { prefix: string; on?: string; line: number } | undefined {
  let found: { prefix: string; on?: string; line: number } | undefined
  for (const i of ancestorPlaces(lines, at)) {
    const line = lines[i] ?? ''
    const block = BLOCKS.map((pattern) => pattern.exec(line)).find((one) => one)
    const registers = block ? null : REGISTERS.exec(line)
    const own = block?.groups?.path ?? (registers ? closingPrefix(lines, i) : classPrefix(lines, i))
    if (own === undefined) continue
    const on = block?.[1] ?? registers?.[1]
    found = { prefix: joinedPath(own, found?.prefix ?? ''), ...(on !== undefined && { on }), line: i + 1 }
  }
  return found
}

/** The options after a function that registers routes: `}, { prefix: '/api' })`. */
function closingPrefix(lines: readonly string[], at: number): string | undefined {
  const indent = /^\s*/.exec(lines[at] ?? '')?.[0] ?? ''
  const end = lines
    .slice(at + 1)
    .find((line) => line.startsWith(`${indent}}`) || line.startsWith(`${indent})`))
  return CLOSING.exec(end ?? '')?.[1]
}

function classPrefix(lines: readonly string[], at: number): string | undefined {
  if (!/\bclass\b/.test(lines[at] ?? '')) return undefined
  return CLASS.exec(lines.slice(Math.max(0, at - 6), at).join('\n'))?.[1]
}

/** Two parts of a path, with one slash between them. */
export function joinedPath(a: string, b: string): string {
  const parts = [a, b].map((one) => one.replace(/^\/+|\/+$/g, '')).filter((one) => one !== '')
  return parts.length === 0 ? '' : `/${parts.join('/')}`
}

/** The name of the function that a line is in, when it gets what routes are registered on: `register(app)`. */
export function functionAround(lines: readonly string[], at: number, name: string): string | undefined {
  // A chain of calls has no name in Rust, and neither needs its function an argument.
  const last = escaped(name.split('.')[0] ?? name)
  for (const i of ancestorPlaces(lines, at)) {
    const line = `${lines[i] ?? ''} ${lines[i + 1] ?? ''}`
    const found =
      /\b(?:function\s*\*?|def|fn|func(?:\s*\([^)\n]{0,80}\))?|fun)\s+(\w+)\s*(?:<[^>\n]{0,80}>)?\(/.exec(
        line,
      )?.[1] ??
      /\b(?:const|let|var)\s+(\w+)\s*(?::[^=\n]{1,80})?=\s*(?:async\s*)?(?:\(|\w+\s*=>|function)/.exec(
        line,
      )?.[1] ??
      /^\s*(?:(?:public|private|static|async)\s+)*(\w+)\s*\([^)\n]{0,200}\)[^;{\n]{0,60}\{/.exec(line)?.[1]
    if (found === undefined) continue
    if (name === '' || new RegExp(`[(,*\\s]${last}\\b`).test(line.slice(line.indexOf(found)))) return found
  }
  return undefined
}
