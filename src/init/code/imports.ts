import { posix } from 'node:path'
import { foldersAbove } from '../../lib/folders.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { Package } from '../build/packages.ts'
import { fromImports } from '../routes/bindings.ts'

/** What a file imports, as its language writes it; undefined: the imports of its language do not say which file is meant. */
function importsIn({ file, text }: TextFile): string[] | undefined {
  if (/\.[cm]?[jt]sx?$/.test(file)) return matches(text, JAVASCRIPT)
  if (file.endsWith('.go')) return matches(text, /"([\w.-]+(?:\/[\w.-]+)+)"/g)
  if (file.endsWith('.py')) return pythonImports(text)
  return file.endsWith('.rs') ? rustImports(text) : undefined
}

const JAVASCRIPT = /(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*["'`]([^"'`\n]{1,200})["'`]/g

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, ...found]) => found.find((one) => one !== undefined) ?? '')

/** As paths: `from .a.b import c` is `./a/b/c`, `uvicorn.run("app.main:app")` is `app/main`. */
function pythonImports(text: string): string[] {
  const from = fromImports(text).flatMap(({ module, names }) =>
    matches(names, /(\w+)(?:\s+as\s+\w+)?/g).map((name) => `${module.replace(/\/$/, '')}/${name}`),
  )
  const plain = matches(text, /^[ \t]*import[ \t]+([\w.]+)/gm)
  const named = matches(text, /["']((?:\w+\.)*\w+):\w+["']/g)
  return [...from, ...[...plain, ...named].map((one) => one.replaceAll('.', '/'))]
}

/** `mod a;` is `./a`, `use crate::a::{b, c}` is `crate/a/b` and `crate/a/c`. */
function rustImports(text: string): string[] {
  const modules = matches(text, /^[ \t]*(?:pub(?:\([\w: ]{0,40}\))?[ \t]+)?mod[ \t]+(\w+)[ \t]*;/gm).map(
    (name) => `./${name}`,
  )
  const groups = [...text.matchAll(/\b((?:\w+::){1,12})\{([^;]{1,2000}?)\}\s*;/g)].flatMap(
    ([, base = '', inside = '']) => matches(inside, /([\w:]+)/g).map((name) => `${base}${name}`),
  )
  const paths = matches(text, /\b((?:[a-z_]\w*::)+\w+)/g)
  return [...modules, ...[...groups, ...paths].map((path) => path.replaceAll('::', '/'))]
}

/** The path of a file as imports write it. */
export const withoutExtension = (file: string): string => file.replace(/\.(?:d\.)?\w+$/, '')

/** Files by the path that imports name them with: without their extension, and of `index.ts` that of the folder. */
function modulesOf(files: readonly TextFile[]): Map<string, TextFile> {
  const modules = new Map<string, TextFile>()
  for (const one of files) {
    const path = withoutExtension(one.file)
    modules.set(path, one)
    if (/(?:^|\/)(?:index|mod|__init__)$/.test(path)) modules.set(posix.dirname(path), one)
  }
  return modules
}

/**
 * The files that programs consist of: those that start them, and what they import, directly or not. Undefined when the imports
 * of the language do not say it.
 */
export function reachable(
  entries: readonly string[],
  files: readonly TextFile[],
  packages: readonly Package[],
): ReadonlySet<string> | undefined {
  const modules = modulesOf(files)
  const folders = Map.groupBy(files, ({ file }) => posix.dirname(file))
  const found = new Set<string>()
  const waiting = files.filter(({ file }) => entries.includes(file))
  if (waiting.some((one) => importsIn(one) === undefined)) return undefined
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (found.has(one.file)) continue
    found.add(one.file)
    // A package of Go is a folder.
    if (one.file.endsWith('.go')) waiting.push(...(folders.get(posix.dirname(one.file)) ?? []))
    for (const name of importsIn(one) ?? [])
      waiting.push(...imported(name, one.file, { modules, folders, packages }))
  }
  return found.size === 0 ? undefined : found
}

/** What some entries reach next to others: what another program does when it is started is not done where it is only imported. */
export function reachedFrom(
  own: readonly string[],
  entries: readonly string[],
  { files, packages }: { files: readonly TextFile[]; packages: readonly Package[] },
): ReadonlySet<string> | undefined {
  const found = reachable(own, files, packages)
  return found && new Set([...found].filter((file) => own.includes(file) || !entries.includes(file)))
}

/** The files that an import in a file means. */
export function importsOf(
  files: readonly TextFile[],
  packages: readonly Package[],
): (module: string, from: string) => readonly TextFile[] {
  const context = {
    modules: modulesOf(files),
    folders: Map.groupBy(files, ({ file }) => posix.dirname(file)),
    packages,
  }
  return (module, from) => imported(module, from, context)
}

interface Resolving {
  modules: ReadonlyMap<string, TextFile>
  folders: ReadonlyMap<string, readonly TextFile[]>
  packages: readonly Package[]
}

/** The files that an import means. */
function imported(name: string, from: string, context: Resolving): readonly TextFile[] {
  const { modules, folders, packages } = context
  if (name.length > 200) return []
  const path = name.replace(/\.(?:[cm]?[jt]sx?)$/, '')
  // A crate `a-b` is `a_b` in Rust.
  const forms = from.endsWith('.rs') ? [path, path.replaceAll('_', '-')] : [path]
  const isOf = (one: string) => forms.some((it) => it === one || it.startsWith(`${one}/`))
  const owner = packages.find(({ names }) => names.some(isOf))
  const inside = owner ? path.slice(owner.names.find(isOf)?.length).replace(/^\//, '') : ''
  if (from.endsWith('.go')) return owner ? (folders.get(posix.join(owner.folder, inside)) ?? []) : []
  if (/^\.{1,2}(?:\/|$)/.test(path)) {
    const bases = from.endsWith('.rs') ? [withoutExtension(from), posix.dirname(from)] : [posix.dirname(from)]
    // `mod a;` of `src/main.rs` is `src/a.rs`: the folder of a path is only meant where the path is nowhere.
    return [path, posix.dirname(path)].flatMap((one) => firstModule(bases, [one], modules)).slice(0, 1)
  }
  const own = owner
    ? firstModule([owner.folder], [...prefixes(inside), 'index', 'src/index', 'src/lib'], modules)
    : []
  return own.length > 0
    ? own
    : firstModule(
        foldersAbove(from),
        prefixes(path.replace(/^(?:[@~#]|(?:crate|self|super)(?=\/))\/?(?=\w)/, '')),
        modules,
      )
}

/** The paths that `a/b/c` may be: the last parts may be names in a file. */
const prefixes = (path: string): string[] => {
  const parts = path === '' ? [] : path.split('/')
  return parts.flatMap((_, i) => {
    const one = parts.slice(0, parts.length - i).join('/')
    return [one, `src/${one}`]
  })
}

function firstModule(
  bases: readonly string[],
  paths: readonly string[],
  modules: ReadonlyMap<string, TextFile>,
): readonly TextFile[] {
  for (const base of bases)
    for (const path of paths) {
      const found = modules.get(posix.join(base, path))
      if (found) return [found]
    }
  return []
}
