import { globSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { type ParserOptions, parse } from '@babel/parser'
import { expect, test } from '@jest/globals'

/** The rooms of src, and what each one may import. Read it as the order in which a run walks through them. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  // All that knows a runner, and all that knows a terminal.
  action: ['run', 'watchdog', 'report', 'inputs', 'clients', 'lib'],
  cli: ['run', 'watchdog', 'init', 'report', 'inputs', 'assets', 'lib'],
  // The story, and the one other road.
  run: [
    ...['inputs', 'config', 'lint', 'desired', 'plan', 'apply', 'verify', 'report', 'contract'],
    ...['watchdog', 'clients', 'assets', 'formats', 'model', 'lib'],
  ],
  init: ['inputs', 'config', 'lint', 'desired', 'assets', 'formats', 'model', 'lib'],
  // The stages.
  inputs: ['model', 'lib'],
  config: ['inputs', 'formats', 'model', 'lib'],
  lint: ['config', 'desired', 'formats', 'model', 'lib'],
  desired: ['inputs', 'config', 'assets', 'formats', 'model', 'lib'],
  plan: ['desired', 'clients', 'formats', 'model', 'lib'],
  apply: ['plan', 'desired', 'clients', 'model', 'lib'],
  // Asks through what it is given: it opens no client of its own.
  verify: ['inputs', 'config', 'formats', 'model', 'lib'],
  report: ['verify', 'inputs', 'model', 'lib'],
  // What the services promise, compared with what they expose.
  contract: ['config', 'formats', 'model', 'lib'],
  // Another program that ends a run which cannot end itself.
  watchdog: ['report', 'clients', 'lib'],
  // What the stages stand on.
  clients: ['model', 'lib'],
  model: ['lib'],
  formats: ['lib'],
  assets: [],
  lib: [],
}

/** Files that lie loose in src. `assets` says where the files are that ship beside the code. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  'src/index.ts': ['action', 'cli', 'watchdog', 'lib'],
  'src/post.ts': [],
  'src/assets.ts': [],
}

/** Of a room that is judged by its types alone: the files that may be imported. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  'report → verify': [
    'src/verify/check-areas.ts',
    'src/verify/evidence.ts',
    'src/verify/failure.ts',
    'src/verify/metric-states.ts',
    'src/verify/reason-classes.ts',
  ],
}

/** Packages and parts of Node by which a module reaches the world, and the rooms that may. */
const EFFECTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^@actions\/core$/, ['action']],
  [/^@actions\/github$/, ['clients']],
  [/^@actions\/exec$/, ['clients']],
  [/^undici$/, ['clients', 'run', 'verify', 'lib']],
  [/^node:child_process$/, ['init', 'watchdog', 'lib']],
  [/^node:https?$/, []],
  [/^node:fs/, ['action', 'cli', 'run', 'apply', 'init', 'clients', 'assets', 'lib']],
]

const MAX_LINES = 250
const MAX_FUNCTION_LINES = 50
const MAX_MEDIAN = 8

interface Module {
  path: string
  lines: number
  /** Packages by name, our own files by their path from the root; types count as well. */
  imports: string[]
  exports: string[]
  functions: { name: string; lines: number }[]
}

/** As much of a syntax tree as is looked at here. */
interface Node {
  type: string
  loc: { start: { line: number }; end: { line: number } }
  [key: string]: unknown
}

const root = join(import.meta.dirname, '..', '..')
const OPTIONS: ParserOptions = { sourceType: 'module', plugins: ['typescript'], errorRecovery: false }
function read(path: string): Module {
  const text = readFileSync(join(root, path), 'utf8')
  const module: Module = { path, lines: text.split('\n').length - 1, imports: [], exports: [], functions: [] }
  visit(parse(text, OPTIONS).program as unknown as Node, 'module', module)
  return module
}

function visit(node: Node, name: string, module: Module): void {
  const from = moduleNamedBy(node)
  if (from !== undefined)
    module.imports.push(from.startsWith('.') ? posix.join(dirname(module.path), from) : from)
  module.exports.push(...namesExportedBy(node))
  if (isFunction(node))
    module.functions.push({ name: nameOf(node) ?? name, lines: node.loc.end.line - node.loc.start.line + 1 })
  for (const [key, value] of Object.entries(node))
    for (const child of [value].flat())
      if (isNode(child) && key !== 'loc') visit(child, nameOf(node) ?? name, module)
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** `import`, `export … from`, `import('…')` and the type `import('…')`. */
function moduleNamedBy(node: Node): string | undefined {
  const source = node.source ?? (node.type === 'TSImportType' ? node.argument : undefined)
  const [argument] = isImportCall(node) ? (node.arguments as Node[]) : []
  return [source, argument]
    .filter(isNode)
    .map(({ value, literal }) => String(value ?? (literal as Node).value))[0]
}

const isImportCall = (node: Node): boolean =>
  node.type === 'CallExpression' && isNode(node.callee) && node.callee.type === 'Import'

function namesExportedBy(node: Node): string[] {
  if (node.type === 'ExportDefaultDeclaration') return ['default']
  if (node.type !== 'ExportNamedDeclaration') return []
  const declared = isNode(node.declaration) ? node.declaration : undefined
  const declarators = (declared?.declarations as Node[] | undefined) ?? (declared ? [declared] : [])
  const listed = (node.specifiers as Node[]).map(({ exported }) => exported as Node)
  return [...declarators.map(({ id }) => id as Node), ...listed].map(({ name }) => String(name))
}

const isFunction = ({ type, body }: Node): boolean =>
  /^(?:Function|ArrowFunction|ObjectMethod|ClassMethod)/.test(type) && isNode(body)

const nameOf = ({ id, key }: Node): string | undefined =>
  [id, key].filter(isNode).map(({ name }) => String(name))[0]

const modules = globSync('src/**/*.ts', { cwd: root }).toSorted().map(read)
const roomOf = (path: string): string => (path === 'src/assets.ts' ? 'assets' : (path.split('/')[1] ?? ''))
const known = new Map(modules.map((module) => [module.path, module]))
const own = ({ imports }: Module): string[] =>
  imports.filter((path) => path.includes('/') && !/^(?:@|node:)/.test(path))

test('every file is in a room, or is a door', () => {
  const lost = modules.filter(
    ({ path }) => !(path in DOORS) && (!(roomOf(path) in ROOMS) || path.split('/').length < 3),
  )
  expect(lost.map(({ path }) => path)).toEqual([])
})

test('a room imports what the table allows, and nothing outside of src', () => {
  const against = modules.flatMap((module) => {
    const from = roomOf(module.path)
    const allowed = DOORS[module.path] ?? [from, ...(ROOMS[from] ?? [])]
    return own(module)
      .filter((path) => {
        const to = roomOf(path)
        const few = ONLY[`${from} → ${to}`]
        return !known.has(path) || !allowed.includes(to) || (few !== undefined && !few.includes(path))
      })
      .map((path) => `${module.path} imports ${path}`)
  })
  expect(against).toEqual([])
})

test('the table itself has no circle of rooms', () => {
  expect(circles(new Map(Object.entries(ROOMS)))).toEqual([])
})

test('no file imports itself by way of others', () => {
  expect(circles(new Map(modules.map((module) => [module.path, own(module)])))).toEqual([])
})

test('the world is reached from the rooms that are made for it', () => {
  const reached = modules.flatMap(({ path, imports }) =>
    EFFECTS.flatMap(([what, rooms]) =>
      path in DOORS && path !== 'src/assets.ts'
        ? []
        : rooms.includes(roomOf(path))
          ? []
          : imports.filter((name) => what.test(name)),
    ).map((name) => `${path} imports ${name}`),
  )
  expect(reached).toEqual([])
})

test('an exported name exists once', () => {
  const all = modules.flatMap(({ path, exports }) => exports.map((name) => ({ name, path })))
  const twice = [...Map.groupBy(all, ({ name }) => name)].filter(([, places]) => places.length > 1)
  expect(twice.map(([name, places]) => `${name}: ${places.map(({ path }) => path).join(', ')}`)).toEqual([])
})

test(`a file has at most ${MAX_LINES} lines`, () => {
  expect(
    modules.filter(({ lines }) => lines > MAX_LINES).map(({ path, lines }) => `${path}: ${lines}`),
  ).toEqual([])
})

test(`a function has at most ${MAX_FUNCTION_LINES} lines, and most are far shorter`, () => {
  const all = modules.flatMap(({ path, functions }) => functions.map((one) => ({ ...one, path })))
  const long = all.filter(({ lines }) => lines > MAX_FUNCTION_LINES)
  expect(long.map(({ path, name, lines }) => `${path} ${name}: ${lines}`)).toEqual([])
  const sorted = all.map(({ lines }) => lines).toSorted((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(MAX_MEDIAN)
})

/** Groups of nodes that lead to each other, each sorted; by Tarjan. */
function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const connect = (node: string): void => {
    index.set(node, index.size)
    low.set(node, index.size - 1)
    stack.push(node)
    for (const next of edges.get(node) ?? []) {
      if (!edges.has(next)) continue
      if (!index.has(next)) connect(next)
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0))
    }
    if (low.get(node) !== index.get(node)) return
    const group = stack.splice(stack.indexOf(node))
    if (group.length > 1 || edges.get(node)?.includes(node)) found.push(group.toSorted())
  }
  for (const node of edges.keys()) if (!index.has(node)) connect(node)
  return found
}
