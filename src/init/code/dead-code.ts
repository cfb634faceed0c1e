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
  // A method may be called through an interface of others, unless it wants a router: that is handed to it here.
  [
    /\.go$/,
    /^func\s+(?:\([^)\n]{1,80}\)\s+(?=\w+\([^)\n]{0,200}\b(?:\w*Router|ServeMux|Engine|Echo|Mux|\w*Group)\b))?(\w+)\(/,
  ],
]

/** From a function to those that call it, as far as their own callers are asked for. */
const MOST_STEPS = 3
/** What is used in more places is used. */
const MOST_USES = 8

/**
 * Whether nothing uses the function or the class that a line is in: a middleware that is never added, a server that is never
 * started. In a file that is run as a whole, or in another language, that is not said. `starts`: the files that are started, when
 * `files` are all that those reach: what uses it must be used itself, unless it is in one of them.
 */
export function isDead(
  at: SourceLocation,
  files: readonly TextFile[],
  { starts, steps = MOST_STEPS }: { starts?: readonly string[]; steps?: number } = {},
): boolean {
  const uses = usesAround(at, files)
  if (!uses || !starts || steps === 0 || uses.length > MOST_USES) return uses?.length === 0
  return uses.every((use) => !starts.includes(use.file) && isDead(use, files, { starts, steps: steps - 1 }))
}

/** Where the function or the class is used that a line is in; undefined where that is not said. */
export function usesAround(
  { file, line }: SourceLocation,
  files: readonly TextFile[],
): SourceLocation[] | undefined {
  const lines = files.find((one) => one.file === file)?.text.split('\n') ?? []
  const top = opening(lines, ancestorPlaces(lines, line - 1).at(-1) ?? -1)
  const [, ...found] = NAMES.find(([language]) => language.test(file))?.[1].exec(lines[top] ?? '') ?? []
  const name = found.find((one) => one !== undefined)
  // A decorator hands it to what calls it.
  const isDecorated = lines[opening(lines, top - 1)]?.startsWith('@') === true
  if (name === undefined || BY_NAME.test(name) || isDecorated) return undefined
  return files.flatMap((one) => (one.text.includes(name) ? usesIn(one, name, one.file === file) : []))
}

/**
 * Whether what is started runs a line, `found` being the files that it reaches: that one of them is imported for something else
 * does not call what is in it.
 */
export function isRunBy(
  at: SourceLocation,
  found: ReadonlySet<string> | undefined,
  { files, starts }: { files: readonly TextFile[]; starts: readonly string[] },
): boolean {
  const isIn = ({ file }: { file: string }) => found?.has(file) === true
  return isIn(at) && !isDead(at, files.filter(isIn), { starts })
}

/** The line that begins what ends in a line: a signature or a decorator of several lines. */
function opening(lines: readonly string[], at: number): number {
  let first = at
  if (/^[)\]}]/.test(lines[at] ?? '')) while (first > 0 && !/^[^\s)\]}]/.test(lines[first] ?? '')) first--
  return first
}

/** Without what documents it, on the same lines. */
const codeOf = (text: string): string =>
  text.includes('"""') || text.includes("'''")
    ? text.replace(/"""[\s\S]*?"""|'''[\s\S]*?'''/g, (all) => all.replace(/[^\n]/g, ''))
    : text

/** Lines that only hand a name on, define it, or talk about it. */
const NO_USE =
  /^\s*(?:from\s|import\s|export\s+[{*]|\/\/|#|\*|\w+,?\s*$|["']\w+["'],?\s*$)|\b(?:def|class|func(?:\s*\([^)\n]{0,80}\))?|function\s*\*?)\s+NAME\b|\b(?:const|let|var)\s+NAME\b|__all__|module\.exports\s*=\s*\{/

/** Under another name it may be used anywhere. */
const RENAMED = /\bNAME\s+as\s|\bexport\s+default\s/

/** Another file with a function of the name uses its own one, unless it says whose it means: `monitoring.start()`. */
const OWN = /^(?:export\s+)?(?:async\s+)?(?:def|class|func|function\s*\*?)\s+NAME\b/m

function usesIn({ file, text }: TextFile, name: string, isDefined: boolean): SourceLocation[] {
  const hasOwn = !isDefined && new RegExp(OWN.source.replace('NAME', name), 'm').test(text)
  const [word, noUse, renamed] = [hasOwn ? '\\.NAME\\b' : '\\bNAME\\b', NO_USE.source, RENAMED.source].map(
    (source) => new RegExp(source.replaceAll('NAME', name)),
  )
  return codeOf(text)
    .split('\n')
    .flatMap((line, i) =>
      line.includes(name) && word?.test(line) && (renamed?.test(line) || !noUse?.test(line))
        ? { file, line: i + 1, column: 1 }
        : [],
    )
}
