import { posix } from 'node:path'
import type { TextFile } from '../../lib/workspace.ts'

/** What a name of a file stands for: something that another module has. */
export interface Binding {
  /** The module as imports write it: `./routes/metrics`, `app/routers/metrics`. */
  module: string
  /** What it is called there; undefined: the module itself, or its default. */
  name?: string
}

/** The names that a file imports; several with one name are rare, and the last one counts. */
export function bindingsIn({ file, text }: TextFile): Map<string, Binding> {
  if (file.endsWith('.py')) return pythonBindings(text)
  if (file.endsWith('.go')) return goBindings(text)
  return /\.[cm]?[jt]sx?$/.test(file) ? scriptBindings(text) : new Map()
}

const IMPORT =
  /\b(?:import|export)\s+(?:type\s+)?(?:(\w+)\s*,?\s*)?(?:\*\s*(?:as\s+(\w+)\s*)?|\{([^}]{0,2000})\}\s*)?from\s*["']([^"'\n]{1,200})["']/g
const REQUIRE =
  /\b(?:const|let|var)\s+(?:(\w+)|\{([^}]{0,500})\})\s*=\s*(?:await\s+)?(?:require|import)\(\s*["']([^"'\n]{1,200})["']\s*\)/g

function scriptBindings(text: string): Map<string, Binding> {
  const found = new Map<string, Binding>()
  for (const [, main, all, some, module = ''] of text.matchAll(IMPORT)) {
    for (const name of [main, all]) if (name !== undefined) found.set(name, { module })
    for (const [name, alias] of pairs(some, /\s+as\s+/))
      found.set(alias ?? name, name === 'default' ? { module } : { module, name })
  }
  for (const [, main, some, module = ''] of text.matchAll(REQUIRE)) {
    if (main !== undefined) found.set(main, { module })
    for (const [name, alias] of pairs(some, /\s*:\s*/)) found.set(alias ?? name, { module, name })
  }
  return found
}

/** `a as b, c` is `[a, b]` and `[c]`. */
const pairs = (list: string | undefined, between: RegExp): [name: string, alias?: string][] =>
  (list ?? '').split(',').flatMap((one) => {
    const [name = '', alias] = one
      .trim()
      .replace(/^type\s+/, '')
      .split(between)
    return name === '' ? [] : [alias === undefined ? [name] : [name, alias]]
  })

/** `from .a.b import c, d` of Python: the module as a path, `./a/b`, and the text with the names. */
export const fromImports = (text: string): { module: string; names: string }[] =>
  [...text.matchAll(/^[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+(\([^)]{0,4000}\)|[^\n]*)/gm)].map(
    ([, dots = '', module = '', names = '']) => ({
      module: `${dots && `./${'../'.repeat(dots.length - 1)}`}${module.replaceAll('.', '/')}`,
      names,
    }),
  )

function pythonBindings(text: string): Map<string, Binding> {
  const found = new Map<string, Binding>()
  for (const { module, names } of fromImports(text)) {
    const list = names.replace(/#[^\n]*/g, '').replace(/[()\\]/g, '')
    for (const [name, alias] of pairs(list, /\s+as\s+/)) found.set(alias ?? name, { module, name })
  }
  for (const [, module = '', alias] of text.matchAll(/^[ \t]*import[ \t]+([\w.]+)(?:[ \t]+as[ \t]+(\w+))?/gm))
    found.set(alias ?? module, { module: module.replaceAll('.', '/') })
  return found
}

/** A package of Go has the name of its folder, unless the import gives it another one. */
const goBindings = (text: string): Map<string, Binding> =>
  new Map(
    [...text.matchAll(/^[ \t]*(?:import[ \t]+)?(?:(\w+)[ \t]+)?"([\w.-]+(?:\/[\w.-]+)+)"/gm)].map(
      ([, alias, module = '']) => [alias ?? posix.basename(module), { module }],
    ),
  )
