import { shellWords } from './dockerfile.ts'
import type { Table, TextPosition, Tree } from './tree.ts'

/** The parts of a Fly configuration that are checked, with places; a value of the wrong type counts as missing. */
export interface FlyToml {
  app: Text | undefined
  primaryRegion: Text | undefined
  /** Names of the process groups; without [processes] there is one, which flyctl calls `app`. */
  groups: readonly string[]
  /** Commands of [processes], by group. */
  processes: readonly EnvEntry[]
  env: readonly EnvEntry[]
  deploy: { at: TextPosition; strategy: Text | undefined; releaseCommand: Text | undefined } | undefined
  /** [experimental] replaces the entry point or the command of the image. */
  override: { entrypoint: Words | undefined; cmd: Words | undefined }
  services: readonly Service[]
  /** [checks.NAME]. */
  checks: readonly FlyTomlCheck[]
  mounts: readonly Section[]
  metrics: readonly Section[]
  restarts: readonly Section[]
  machines: readonly Section[]
  files: readonly Section[]
  build: Section | undefined
  buildArgs: ReadonlyMap<string, string>
  /** Every key and every text at any depth, without comments. */
  words: readonly string[]
}

export interface Text {
  at: TextPosition
  value: string
}

/** A command as a list of words, or as one text. */
export interface Words {
  at: TextPosition
  words: readonly string[]
}

export interface EnvEntry extends Text {
  key: string
}

/** A table that may belong to process groups; `text`, `number` and `written` (either of the two) read one of its keys. */
export interface Section {
  at: TextPosition
  /** Empty when it names none. */
  processes: readonly Text[]
  text(key: string): Text | undefined
  number(key: string): { at: TextPosition; value: number } | undefined
  written(key: string): Text | undefined
  /** A key that is true or false. */
  is(key: string): { at: TextPosition; value: boolean } | undefined
  has(key: string): boolean
}

export interface FlyTomlCheck extends Section {
  name: string
  kind: 'http' | 'tcp' | undefined
}

export interface Service extends Section {
  /** [http_service] rather than [[services]]. */
  http: boolean
  ports: readonly Port[]
  checks: readonly FlyTomlCheck[]
  /** Undefined when the key is missing, which means no. */
  autostop: { at: TextPosition; stops: boolean } | undefined
  /** Whether Fly's proxy starts a stopped machine; undefined when the key is missing, which means yes. */
  autostart: { at: TextPosition; starts: boolean } | undefined
}

export interface Port {
  at: TextPosition
  from: number
  to: number
  handlers: readonly string[]
}

/** Reads every part that has the expected type. */
export function flyTomlModel(root: Table): FlyToml {
  const deploy = root.entries.get('deploy')
  const processes = namedEntries(root.entries.get('processes'))
  const names = processes.map((entry) => entry.key)
  const build = root.entries.get('build')
  return {
    app: text(root.entries.get('app')),
    primaryRegion: text(root.entries.get('primary_region')),
    groups: names.length > 0 ? names : ['app'],
    processes,
    env: tables(root.entries.get('env')).flatMap(entries),
    deploy: deploy && {
      at: deploy.at,
      strategy: text(get(deploy, 'strategy')),
      releaseCommand: text(get(deploy, 'release_command')),
    },
    override: {
      entrypoint: command(get(root.entries.get('experimental'), 'entrypoint')),
      cmd: command(get(root.entries.get('experimental'), 'cmd')),
    },
    services: [
      ...tables(root.entries.get('http_service')).map((table) => service(table, true)),
      ...tables(root.entries.get('services')).map((table) => service(table, false)),
    ],
    checks: topLevelChecks(root.entries.get('checks')),
    mounts: sections(root, 'mount', 'mounts'),
    metrics: sections(root, 'metric', 'metrics'),
    restarts: sections(root, 'restart'),
    machines: sections(root, 'compute', 'computes', 'vm'),
    files: sections(root, 'files'),
    build: build?.kind === 'table' ? section(build) : undefined,
    buildArgs: new Map(
      tables(get(build, 'args'))
        .flatMap(entries)
        .map(({ key, value }) => [key, value]),
    ),
    words: wordsOf(root),
  }
}

/** Without recursion: a key with many dots nests deeper than the stack. */
function wordsOf(root: Table): string[] {
  const words: string[] = []
  const open: Tree[] = [root]
  for (let node = open.pop(); node; node = open.pop())
    if (node.kind === 'list') for (const item of node.items) open.push(item)
    else if (node.kind === 'value') words.push(...(typeof node.value === 'string' ? [node.value] : []))
    else
      for (const [key, value] of node.entries) {
        words.push(key)
        open.push(value)
      }
  return words
}

const get = (node: Tree | undefined, key: string): Tree | undefined =>
  node?.kind === 'table' ? node.entries.get(key) : undefined

function text(node: Tree | undefined): Text | undefined {
  return node?.kind === 'value' && typeof node.value === 'string'
    ? { at: node.at, value: node.value }
    : undefined
}

/** Sizes and ports may be written with or without quotes. */
function number(node: Tree | undefined): { at: TextPosition; value: number } | undefined {
  if (node?.kind !== 'value') return undefined
  const value = typeof node.value === 'string' ? Number(node.value || Number.NaN) : node.value
  return typeof value === 'number' && Number.isFinite(value) ? { at: node.at, value } : undefined
}

function written(node: Tree | undefined): Text | undefined {
  const value = text(node) ?? number(node)
  return value && { at: value.at, value: String(value.value) }
}

/** The tables of a section that may exist once or several times. */
function tables(node: Tree | undefined): Table[] {
  if (node?.kind === 'list') return node.items.filter((item) => item.kind === 'table')
  return node?.kind === 'table' ? [node] : []
}

const sections = (root: Table, ...keys: string[]): Section[] =>
  keys.flatMap((key) => tables(root.entries.get(key)).map(section))

function section(table: Table): Section {
  return {
    at: table.at,
    processes: texts(get(table, 'processes')),
    text: (key) => text(get(table, key)),
    number: (key) => number(get(table, key)),
    written: (key) => written(get(table, key)),
    is: (key) => {
      const node = get(table, key)
      return node?.kind === 'value' && typeof node.value === 'boolean'
        ? { at: node.at, value: node.value }
        : undefined
    },
    has: (key) => table.entries.has(key),
  }
}

function texts(node: Tree | undefined): Text[] {
  return node?.kind === 'list' ? node.items.flatMap((item) => text(item) ?? []) : []
}

function command(node: Tree | undefined): Words | undefined {
  const single = text(node)
  if (single) return { at: single.at, words: shellWords(single.value) }
  return node?.kind === 'list' ? { at: node.at, words: texts(node).map(({ value }) => value) } : undefined
}

function entries(node: Table): EnvEntry[] {
  return [...node.entries].flatMap(([key, value]) =>
    value.kind === 'value' ? [{ key, at: value.at, value: String(value.value) }] : [],
  )
}

/** `[processes]`, or its old form: a list of tables with name and command. */
function namedEntries(node: Tree | undefined): EnvEntry[] {
  if (node?.kind !== 'list') return node?.kind === 'table' ? entries(node) : []
  return tables(node).flatMap((table) => {
    const name = text(get(table, 'name'))
    return name ? [{ key: name.value, at: table.at, value: text(get(table, 'command'))?.value ?? '' }] : []
  })
}

function topLevelChecks(node: Tree | undefined): FlyTomlCheck[] {
  const named: [string, Tree][] =
    node?.kind === 'table'
      ? [...node.entries]
      : tables(node).map((table) => [text(get(table, 'name'))?.value ?? '', table])
  return named.flatMap(([name, table]) => (table.kind === 'table' ? [check(table, name, undefined)] : []))
}

function check(table: Table, name: string, known: 'http' | 'tcp' | undefined): FlyTomlCheck {
  const type = text(get(table, 'type'))?.value
  return { ...section(table), name, kind: known ?? (type === 'http' || type === 'tcp' ? type : undefined) }
}

function service(table: Table, http: boolean): Service {
  const stop = get(table, 'auto_stop_machines')
  const value = stop?.kind === 'value' ? stop.value : undefined
  const start = get(table, 'auto_start_machines')
  const kinds = http ? ({ checks: 'http' } as const) : ({ http_checks: 'http', tcp_checks: 'tcp' } as const)
  return {
    ...section(table),
    http,
    ports: tables(get(table, 'ports')).map(port),
    checks: Object.entries(kinds).flatMap(([key, kind]) =>
      tables(get(table, key)).map((item) => check(item, '', kind)),
    ),
    autostop: stop && {
      at: stop.at,
      stops: value === true || value === 'stop' || value === 'suspend',
    },
    autostart: start && { at: start.at, starts: !(start.kind === 'value' && start.value === false) },
  }
}

function port(table: Table): Port {
  const single = number(get(table, 'port'))?.value
  return {
    at: table.at,
    from: single ?? number(get(table, 'start_port'))?.value ?? 0,
    to: single ?? number(get(table, 'end_port'))?.value ?? 65535,
    handlers: texts(get(table, 'handlers')).map((handler) => handler.value),
  }
}
