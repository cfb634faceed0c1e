import { posix } from 'node:path'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { type Binding, bindingsIn } from './bindings.ts'
import { constantsIn, type Mount, mountsIn, prefixByName } from './mounts.ts'
import { blocksAround, functionAround, joinedPath, type Receiver, receiverOf } from './routers.ts'

/** A place where routes are registered: the object, and the line of the call. */
export interface RoutePlace {
  file: string
  line: number
  on: string
}

/** How the routes of a program are put together. */
export interface RouteGraph {
  /**
   * The prefix that a route at a place has; undefined where the code does not say it: it is mounted nowhere that was found, in
   * several ways, or under something that is not a text. `isRouter`: then, something must mount it.
   */
  prefixOf(place: RoutePlace): { prefix: string | undefined; isRouter: boolean }
  /** A place, and those where what it registers on is mounted, directly or not. */
  placesOf(place: RoutePlace): readonly RoutePlace[]
}

/** The files that an import means. */
export type ResolveImport = (module: string, from: string) => readonly TextFile[]

interface Graph {
  files: ReadonlyMap<string, TextFile>
  bindings: (file: TextFile) => ReadonlyMap<string, Binding>
  constant: (name: string) => string | undefined
  mounts: readonly Mount[]
  resolve: ResolveImport
  /** Is given each place on the way. */
  visit?: (place: RoutePlace) => void
}

/** Follows routers to what mounts them, through imports, groups, blocks and functions that register routes. */
export function routeGraph(files: readonly TextFile[], resolve: ResolveImport): RouteGraph {
  const constant = constantsIn(files)
  const known = new Map<TextFile, ReadonlyMap<string, Binding>>()
  const graph: Graph = {
    files: new Map(files.map((one) => [one.file, one])),
    bindings: (file) => {
      const found = known.get(file) ?? bindingsIn(file)
      known.set(file, found)
      return found
    },
    constant,
    mounts: files.flatMap((file) => mountsIn(file, constant)),
    resolve,
  }
  return {
    placesOf: (place) => {
      const places: RoutePlace[] = []
      prefixOf(place, { ...graph, visit: (one) => void places.push(one) }, MOST_STEPS)
      return places
    },
    prefixOf: (place) => {
      const followed = prefixOf(place, graph, MOST_STEPS)
      if (followed !== undefined) return { prefix: followed, isRouter: false }
      const receiver = receiverOf(place.on, graph.files.get(place.file)?.text ?? '', constant)
      // A router of the repository itself need not be mounted.
      const isOwn = files.some(({ text }) => /\bclass Router\b/.test(text))
      const isRouter = receiver?.kind === 'router' && !isOwn
      const source = graph.files.get(place.file)
      // What mounts it is here, and says something else than a text.
      if (source && mountsOf(source, place.on, graph).length > 0) return { prefix: undefined, isRouter: true }
      const own = isRouter ? (receiver.prefix ?? '') : ''
      return { prefix: below(prefixByName(place.file, graph.mounts), own), isRouter }
    },
  }
}

/** Longer chains are circles. */
const MOST_STEPS = 8

function prefixOf(place: RoutePlace, graph: Graph, steps: number): string | undefined {
  const source = graph.files.get(place.file)
  if (!source || steps === 0) return undefined
  graph.visit?.(place)
  const lines = source.text.split('\n')
  const around = blocksAround(lines, place.line - 1)
  if (around?.on !== undefined)
    return below(prefixOf({ ...place, line: around.line, on: around.on }, graph, steps - 1), around.prefix)
  // The routes of this file of Laravel are below /api.
  const inside = joinedPath(/(?:^|\/)routes\/api\.php$/.test(place.file) ? '/api' : '', around?.prefix ?? '')
  const receiver = receiverOf(place.on, source.text, graph.constant)
  return below(prefixOfReceiver(receiver, { place, source, lines, inside }, { graph, steps }), inside)
}

const below = (prefix: string | undefined, path: string): string | undefined =>
  prefix === undefined ? undefined : joinedPath(prefix, path)

interface Placed {
  place: RoutePlace
  source: TextFile
  lines: readonly string[]
  /** The prefix of the blocks around it. */
  inside: string
}

function prefixOfReceiver(
  receiver: Receiver | undefined,
  { place, source, lines, inside }: Placed,
  { graph, steps }: { graph: Graph; steps: number },
): string | undefined {
  if (receiver?.kind === 'group') {
    const { of, prefix, line } = receiver
    if (prefix === undefined) return undefined
    return below(prefixOf({ file: place.file, line, on: of }, graph, steps - 1), prefix)
  }
  const name = receiver ? place.on : functionAround(lines, place.line - 1, place.on)
  const own = receiver?.kind === 'router' ? receiver.prefix : ''
  const mounts = mountsOf(source, name, graph)
  if (mounts.length > 0 && own !== undefined)
    return agreed(
      mounts.map(({ prefix, ...mount }) =>
        prefix === undefined ? undefined : below(prefixOf(mount, graph, steps - 1), joinedPath(prefix, own)),
      ),
    )
  if (receiver) return receiver.kind === 'root' ? '' : undefined
  const calls = name === undefined ? [] : callsOf(name, source, graph)
  if (calls.length > 0) return agreed(calls.map((call) => prefixOf(call, graph, steps - 1)))
  // Nothing says that there is more.
  return steps === MOST_STEPS && inside === '' ? undefined : ''
}

/** One answer of all; undefined when they differ, or one of them is not known. */
function agreed(values: readonly (string | undefined)[]): string | undefined {
  const [only, ...more] = new Set(values)
  return more.length === 0 ? only : undefined
}

/** The mounts of a router, or of a function that registers routes: in its file, or where its file is imported. */
function mountsOf(source: TextFile, name: string | undefined, graph: Graph): Mount[] {
  const last = name?.split('.').at(-1)
  return graph.mounts.filter((mount) => {
    if (mount.file === source.file)
      return (
        last !== undefined && mount.on !== name && mount.names.some((one) => one === name || one === last)
      )
    const from = graph.files.get(mount.file)
    if (!from) return false
    // In Rust, a path names the module: `.nest("/api", routes::metrics::router())`.
    if (source.file.endsWith('.rs') && mount.file.endsWith('.rs'))
      return (
        mount.names.includes(moduleName(source.file)) && (name === undefined || mount.names.includes(name))
      )
    return (
      mount.modules.some((module) => graph.resolve(module, mount.file).includes(source)) ||
      mount.names.some((one) => isFrom(one, { from, source, last }, graph))
    )
  })
}

const moduleName = (file: string): string =>
  posix.basename(file) === 'mod.rs' ? posix.basename(posix.dirname(file)) : posix.basename(file, '.rs')

interface Meaning {
  from: TextFile
  source: TextFile
  /** The router or the function in the other file. */
  last: string | undefined
}

/** Whether a name in one file stands for the router of another one: `metrics.router`, `metricsRoutes`. */
function isFrom(name: string, { from, source, last }: Meaning, graph: Graph, depth = 0): boolean {
  const [first = '', ...members] = name.split('.')
  if (depth > MOST_NAMES) return false
  const binding = graph.bindings(from).get(first)
  if (!binding) {
    const made = madeBy(first, from)
    return made !== undefined && made !== first && isFrom(made, { from, source, last }, graph, depth + 1)
  }
  const inside =
    binding.name === undefined ? [] : graph.resolve(posix.join(binding.module, binding.name), from.file)
  const files = [...inside, ...graph.resolve(binding.module, from.file)]
  const wanted = [binding.name, ...members]
  if (files.includes(source)) return isMeant(wanted, source, last)
  // A file that hands on what others have: `export { default as metrics } from '../metrics'`.
  return files.some((file) =>
    [...graph.bindings(file).keys()].some(
      (key) =>
        wanted.includes(key) && file !== from && isFrom(key, { from: file, source, last }, graph, depth + 1),
    ),
  )
}

/** Names are handed on a few times. */
const MOST_NAMES = 2

/** The function that makes a value of a file: `const { app: routes } = createRoutes()`. */
const madeBy = (name: string, { text }: TextFile): string | undefined =>
  new RegExp(`\\b${name}\\b[^=;\\n]{0,60}:?=\\s*(?:await\\s+)?(?:new\\s+)?(\\w[\\w.]*)\\(`).exec(text)?.[1]

const CREATES = /\b(\w+)\s*(?::\s*[^=\n]{1,80})?:?=\s*(?:\w+\.)?(?:Router|APIRouter|Blueprint)\(/g

/** Of a file with several routers, the one with the name is meant. */
function isMeant(
  wanted: readonly (string | undefined)[],
  { text }: TextFile,
  last: string | undefined,
): boolean {
  const routers = [...text.matchAll(CREATES)].map(([, name]) => name)
  return (
    routers.length < 2 ||
    last === undefined ||
    !routers.some((one) => wanted.includes(one)) ||
    wanted.includes(last)
  )
}

/** The calls of a function that gets what its routes are registered on: `registerMetrics(app)`. */
function callsOf(name: string, source: TextFile, graph: Graph): RoutePlace[] {
  const pattern = new RegExp(`(?<!function |def |func |fn |\\w)${name}\\(\\s*([\\w.]+)`, 'g')
  const found: RoutePlace[] = []
  for (const file of graph.files.values()) {
    const calls = file.text.includes(name) ? [...file.text.matchAll(pattern)] : []
    if (calls.length === 0 || !mayCall(file, source, graph)) continue
    for (const call of calls) {
      const before = file.text.slice(Math.max(0, call.index - 60), call.index)
      if (/(?:function\s*\*?|def|fn|func(?:\s*\([^)\n]{0,80}\))?)\s*$/.test(before)) continue
      found.push({ file: file.file, line: lineAt(file.text, call.index), on: call[1] ?? '' })
    }
  }
  return found
}

/** Whether a file has the function of another one: in its folder, or by an import. */
function mayCall(file: TextFile, source: TextFile, graph: Graph): boolean {
  const isNear = file === source || posix.dirname(file.file) === posix.dirname(source.file)
  return (
    isNear ||
    [...graph.bindings(file).values()].some(({ module }) => graph.resolve(module, file.file).includes(source))
  )
}
