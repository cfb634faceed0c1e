import type { SourceLocation } from '../../lib/errors.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { ancestorPlaces } from '../routes/definitions.ts'

/** Functions that a framework calls by their names: routes of a file, hooks of a server, what a platform starts. */
const BY_NAME =
  /^(?:main|__init__|start|run|init|ready|default|handler|handle|fetch|loader|action|app|application|create_app|setup|startup|lifespan|register|Command|GET|POST|when_ready|on_starting|post_fork|post_worker_init|child_exit)$/

/** How the outermost function or class around a line says its name, in languages that say who uses it. */
const NAMES: readonly (readonly [RegExp, RegExp])[] = [
  // A framework finds the configuration of an application and its commands by itself.
  [/\.py$/, /^(?:async\s+)?(?:def|class)\s+(\w+)(?!.*\b(?:AppConfig|BaseCommand)\b)/],
  [
    /\.[cm]?[jt]sx?$/,
    /^(?:export\s+)?(?:(?:async\s+)?function\s*\*?\s*(\w+)|(?:const|let|var)\s+(\w+)\s*(?::[^=\n]{1,100})?=\s*(?:async\s*)?(?:\(|function\b|\w+\s*=>))/,
  ],
  [/\.go$/, /^func\s+(\w+)\(/],
]

/**
 * Whether nothing uses the function or the class that a line is in: a middleware that is never added, a server that is never
 * started. In a file that is run as a whole, or in another language, that is not said.
 */
export function isDead({ file, line }: SourceLocation, files: readonly TextFile[]): boolean {
  const lines = files.find((one) => one.file === file)?.text.split('\n') ?? []
  const top = ancestorPlaces(lines, line - 1).at(-1) ?? -1
  const [, ...found] = NAMES.find(([language]) => language.test(file))?.[1].exec(lines[top] ?? '') ?? []
  const name = found.find((one) => one !== undefined)
  // A decorator hands it to what calls it.
  const isDecorated = /^\s*(?:@|\))/.test(lines[top - 1] ?? '')
  if (name === undefined || BY_NAME.test(name) || isDecorated) return false
  return files.every(({ text }) => !text.includes(name) || !isUsedIn(codeOf(text), name))
}

/** Without what documents it. */
const codeOf = (text: string): string =>
  text.includes('"""') || text.includes("'''") ? text.replace(/"""[\s\S]*?"""|'''[\s\S]*?'''/g, '') : text

/** Lines that only hand a name on, define it, or talk about it. */
const NO_USE =
  /^\s*(?:from\s|import\s|export\s+[{*]|\/\/|#|\*|\w+,?\s*$|["']\w+["'],?\s*$)|\b(?:def|class|func|function\s*\*?)\s+NAME\b|\b(?:const|let|var)\s+NAME\b|__all__|module\.exports\s*=\s*\{/

/** Under another name it may be used anywhere. */
const RENAMED = /\bNAME\s+as\s|\bexport\s+default\s/

function isUsedIn(text: string, name: string): boolean {
  const [word, noUse, renamed] = ['\\bNAME\\b', NO_USE.source, RENAMED.source].map(
    (source) => new RegExp(source.replaceAll('NAME', name)),
  )
  return text
    .split('\n')
    .some((line) => line.includes(name) && word?.test(line) && (renamed?.test(line) || !noUse?.test(line)))
}
