import type { SourceLocation } from '../lib/errors.ts'
import type { TextFile } from '../lib/workspace.ts'
import { ancestorPlaces } from './handler.ts'

/** Functions that something else than the code of the team calls by their names. */
const BY_NAME = /^(?:main|__init__|start|run|init|default|handler|app|application|create_app|setup|register)$/

/** How the outermost function or class around a line says its name, in languages that say who uses it. */
const NAMES: readonly (readonly [RegExp, RegExp])[] = [
  [/\.py$/, /^(?:async\s+)?(?:def|class)\s+(\w+)/],
  [/\.[cm]?[jt]sx?$/, /^(?:export\s+)?(?:async\s+)?(?:function\s*\*?\s*|(?:const|let|var)\s+)(\w+)/],
  [/\.go$/, /^func\s+(\w+)\(/],
]

/**
 * Whether nothing uses the function or the class that a line is in: a middleware that is never added, a server that is never
 * started. In a file that is run as a whole, or in another language, that is not said.
 */
export function isDead({ file, line }: SourceLocation, files: readonly TextFile[]): boolean {
  const lines = files.find((one) => one.file === file)?.text.split('\n') ?? []
  const outermost = lines[ancestorPlaces(lines, line - 1).at(-1) ?? -1]
  const name = NAMES.find(([language]) => language.test(file))?.[1].exec(outermost ?? '')?.[1]
  if (name === undefined || BY_NAME.test(name)) return false
  return files.every(({ text }) => !text.includes(name) || !isUsedIn(codeOf(text), name))
}

/** Without what documents it. */
const codeOf = (text: string): string =>
  text.includes('"""') || text.includes("'''") ? text.replace(/"""[\s\S]*?"""|'''[\s\S]*?'''/g, '') : text

/** Lines that only hand a name on, define it, or talk about it. */
const NO_USE =
  /^\s*(?:from\s|import\s|export\s+(?:\{|\*|default\s+\w+;?\s*$)|\/\/|#|\*|\w+,?\s*$|["']\w+["'],?\s*$)|\b(?:def|class|func|function\s*\*?)\s+NAME\b|\b(?:const|let|var)\s+NAME\b|__all__|module\.exports/

function isUsedIn(text: string, name: string): boolean {
  const word = new RegExp(`\\b${name}\\b`)
  const noUse = new RegExp(NO_USE.source.replaceAll('NAME', name))
  return text.split('\n').some((line) => line.includes(name) && word.test(line) && !noUse.test(line))
}
