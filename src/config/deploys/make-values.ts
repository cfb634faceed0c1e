import { posix } from 'node:path'

/** `NAME := value` of make and just, at the start of a line. */
const ASSIGNMENT = /^(?:(?:export|override)[ \t]+)?([\w.-]+)[ \t]*(?:::?:?|\?)?=[ \t]*([^\n#]*)/gm
/** A variable; one with two dollar signs is for the shell. */
const VARIABLE = /(?<!\$)\$[({]([\w.-]+)[)}]|\{\{[ \t]*([\w-]+)[ \t]*\}\}/g
const PATH = /\$\((?:abspath|realpath)[ \t]+([\w./*-]+)\)/g
const OWN = /\$\(dir \$\((?:abspath|realpath) \$\((?:lastword|firstword) \$\(MAKEFILE_LIST\)\)\)\)/g
const MAX_DEPTH = 5
const MAX_VALUE = 500

/**
 * A build file, or a recipe of it, with the values of the variables that the file sets once: what a caller passes to it
 * (`given`) replaces them. `folder`: that of the file, from the root of the repository. What only a run knows stays as it is.
 */
export function withMakeValues(
  recipe: string,
  { text, folder, given = new Map() }: { text: string; folder: string; given?: ReadonlyMap<string, string> },
): string {
  const set = Map.groupBy(text.matchAll(ASSIGNMENT), ([, name]) => name)
  const filled = (written: string, depth: number): string =>
    written
      .replace(OWN, () => posix.join('/', folder, '/'))
      .replace(VARIABLE, (all, make?: string, just?: string) => known(make ?? just ?? '', depth) ?? all)
      .replace(PATH, (_, path: string) => posix.resolve('/', folder, path))
  const known = (name: string, depth: number): string | undefined => {
    const [[, , written] = [], ...more] = set.get(name) ?? []
    if (name === 'CURDIR') return posix.join('/', folder)
    if (given.has(name)) return given.get(name)
    if (written === undefined || more.length > 0 || depth > MAX_DEPTH) return undefined
    const value = filled(written.trim(), depth + 1)
    // What a function of make results in is not known, and one of just has operators.
    return value.length > MAX_VALUE || /\$\([^)]*[ \t]|[+`]|\n/.test(value)
      ? undefined
      : value.replace(/^(["'])(.*)\1$/, '$2')
  }
  return filled(recipe, 0).replaceAll('$$', () => '$')
}
