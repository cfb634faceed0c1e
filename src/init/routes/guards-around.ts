import { posix } from 'node:path'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { appGuards } from './app-guards.ts'
import { ancestorPlaces, bodyOf } from './definitions.ts'
import type { GuardAround } from './guard.ts'
import { guards, textsIn } from './guards.ts'
import { hostGuard } from './host-guards.ts'
import { railsGuard } from './rails-guards.ts'
import type { RoutePlace } from './route-graph.ts'
import { layersAround } from './rust-layers.ts'

/** A route, from the place that registers it to those that mount it. */
export interface GuardedRoute {
  path: string
  places: readonly RoutePlace[]
}

/** What is in front of a route, if anything. */
export type GuardOf = (route: GuardedRoute) => GuardAround | undefined

/** A place that may put something in front of routes: the names in its code, or the lines of a function there. */
interface Candidate extends GuardAround {
  code: string
}

/** Finds what refuses requests in front of a route of a program, unless it lets the path of the route through. */
export function guardsIn(files: readonly TextFile[]): GuardOf {
  let everywhere: Candidate[] | undefined
  const textOf = textsIn(files)
  const known = new Map<string, boolean>()
  return (route) => {
    everywhere ??= [
      ...files.flatMap((source) => aroundAll(source)),
      ...appGuards(files).map((one) => ({ ...one, code: one.name })),
    ]
    const near = route.places.flatMap((place) => {
      const source = files.find(({ file }) => file === place.file)
      return source
        ? [...before(place, route, source), ...aroundPlace(place, source), ...wrapping(place, files)]
        : []
    })
    const found = [...near, ...everywhere].find(({ name, code, file }) => {
      const key = JSON.stringify([name, code, file, route.path])
      const isGuard = known.get(key) ?? guards({ name, code }, route.path, (one) => textOf(one, file))
      known.set(key, isGuard)
      return isGuard
    })
    return found
      ? { name: found.name, file: found.file, line: found.line }
      : (inRails(route, files) ?? hostGuard(files))
  }
}

function inRails({ places }: GuardedRoute, files: readonly TextFile[]): GuardAround | undefined {
  const [place] = places
  const source = files.find(({ file }) => file === place?.file && file.endsWith('routes.rb'))
  return source && place && railsGuard(source.text.split('\n')[place.line - 1] ?? '', files)
}

/** Calls that put a function before what is registered on the same object later: Express, Koa, Hono, Fastify, Go, Flask. */
const BEFORE =
  /\.(?:use|Use|UseMiddleware|addHook|before_request)\(\s*(?:["'`](?<path>\/[^"'`\n]{0,80}|\*|onRequest|preHandler|preValidation)["'`]\s*,\s*)?/g

/** What is put before a place in its file, in a block that is around it. */
function before(place: RoutePlace, route: GuardedRoute, { file, text }: TextFile): Candidate[] {
  const on = place.on.replace(/[^\w.]/g, '')
  if (on === '') return []
  const lines = text.split('\n')
  const around = new Set(ancestorPlaces(lines, place.line - 1))
  return [...text.matchAll(BEFORE)].flatMap((found): Candidate[] => {
    const { 0: call, index, groups } = found
    const line = lineAt(text, index)
    const [parent] = ancestorPlaces(lines, line - 1)
    const isAround = line < place.line && (parent === undefined || around.has(parent))
    const path = groups?.path?.replace(/\/?\*.*$/, '') ?? ''
    // Other hooks of Fastify run when the answer is there.
    const isForPath =
      path === '' ? !call.includes('addHook') : !path.startsWith('/') || route.path.startsWith(path)
    if (!isAround || !isForPath || !text.slice(0, index).endsWith(on)) return []
    const body = bodyOf(lines, line - 1).body.join('\n')
    const code = `${text.slice(index + call.length).split('\n', 1)[0]}\n${body}`
    return [{ name: nameIn(code) ?? `${on}${call.slice(0, call.indexOf('('))}`, file, line, code }]
  })
}

/** The first name in a call that is a function, as far as its line says it. */
const nameIn = (code: string): string | undefined =>
  /^(?!async\b|function\b|func\b|require\()(?:\w+\.){0,3}(\w{2,60})/.exec(code)?.[1]

/** A block or a call that has a guard: `authenticate :user do`, `Route::middleware('auth')`, `include_router(x, dependencies=…)`. */
const IN_BLOCK =
  /^\s*(authenticate\w*)\b[^\n]{0,80}\bdo\b|\b(middleware)\b['"]?\s*(?:\(|=>)\s*\[?\s*["']auth\b|\bpipe_through\b[^\n]{0,80}:(\w*auth\w*)/
const DEPENDENCIES = /\bdependencies\s*=\s*(\[[^\]]{0,200}\]|\w+)/

/** What a place has in its blocks, in its own call where it mounts something, and in the rest of a chain of Rust. */
function aroundPlace(place: RoutePlace, { file, text }: TextFile): Candidate[] {
  const lines = text.split('\n')
  const at = place.line - 1
  const found: Candidate[] = []
  for (const i of [at, ...ancestorPlaces(lines, at)]) {
    // A pipeline of Phoenix is in the block, before the route.
    const piped = lines.findIndex(
      (line, k) => k > i && k < at && /\bpipe_through\b/.test(line) && ancestorPlaces(lines, k)[0] === i,
    )
    for (const k of [i, piped]) {
      const name = IN_BLOCK.exec(lines[k] ?? '')
        ?.slice(1)
        .find((one) => one !== undefined)
      if (name !== undefined) found.push({ name, file, line: k + 1, code: KNOWN_GUARD })
    }
  }
  const call = [lines[at] ?? '', ...bodyOf(lines, at).body].join('\n')
  const given = DEPENDENCIES.exec(call)?.[1]
  const mounted =
    /\.(?:use|mount|Mount|nest|route)\(\s*["'`][^"'`\n]{0,100}["'`]\s*,\s*([^\n]{1,200}),\s*[^,\n]{1,100}$/.exec(
      lines[at] ?? '',
    )?.[1]
  const code = given ?? mounted
  if (code !== undefined)
    found.push({
      name: nameIn(code.replace(/^\[\s*(?:Depends|Security)\(\s*/, '')) ?? code,
      file,
      line: place.line,
      code,
    })
  const layers = file.endsWith('.rs') ? layersAround(lines, at) : []
  return [...found, ...layers.map(({ name, line }) => ({ name, file, line, code: name }))]
}

const KNOWN_GUARD = 'basicAuth'

/** A function with a name about credentials that is given what has the routes: `requireAuth(mux)`. */
function wrapping({ file, on }: RoutePlace, files: readonly TextFile[]): Candidate[] {
  const name = on.replace(/[^\w.]/g, '').replaceAll('.', '\\.')
  if (name === '') return []
  const pattern = new RegExp(`\\b(\\w*[aA]uth\\w*)\\(\\s*${name}\\s*\\)`, 'g')
  return files
    .filter((one) => posix.dirname(one.file) === posix.dirname(file))
    .flatMap((source) => matchesIn(source, pattern))
}

/** What is in front of all routes of a program, wherever those are. */
const AROUND_ALL: readonly RegExp[] = [
  /\bFastAPI\([^()]{0,300}?\bdependencies\s*=\s*(?:\[\s*(?:Depends|Security)\(\s*)?(\w+)/g,
  /\badd_middleware\(\s*(\w+)/g,
  /\.middleware\(\s*["']http["']\s*\)\(\s*(\w+)/g,
  /@\w+\.(?:middleware\(\s*["']http["']\s*\)|before_request(?:\(\))?)\s*\n\s*(?:async\s+)?def\s+(\w+)/g,
  /\bMiddleware\(\s*(\w+)/g,
  /\bprovide:\s*APP_GUARD,\s*useClass:\s*(\w+)/g,
  /\buseGlobalGuards\(\s*new\s+(\w+)/g,
]

const aroundAll = (source: TextFile): Candidate[] =>
  AROUND_ALL.flatMap((pattern) => matchesIn(source, pattern))

const matchesIn = ({ file, text }: TextFile, pattern: RegExp): Candidate[] =>
  [...text.matchAll(pattern)].map(({ 1: name = '', index }) => ({
    ...{ name, code: name, file, line: lineAt(text, index) },
  }))
