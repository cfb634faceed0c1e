import type { TextFile } from '../../lib/workspace.ts'

/** A line that gives a setting for the port of metrics its value: `metrics_port: int = 9100`, `const METRICS_PORT = …`. */
const SETTING =
  /^\s*(?:(?:export|pub|public|private|static|final|readonly|const|let|var|val)\s+){0,3}(?:\w+\.)?(\w*(?:metrics|prom(?:etheus)?|exporter)_?(?:http_?)?port)\s*(?::\s*[\w<>[\]?| .]{1,40}?)?\s*(?::=|[=:](?![=:]))/i
/** Calls that write a value for people. */
const LOG = /(?:console|log(?:ger|ging)?|slog|print(?:ln|f)?|tracing)\b/
const TALKS = new RegExp(`\\b${LOG.source}`, 'i')
const LOGS = new RegExp(`^\\s*(?:await\\s+)?(?:self\\.|this\\.|fmt\\.)?${LOG.source}[!.\\w]*\\(`, 'i')

/** Code without the lines that are comments, and what documents a module of Python. */
const withoutDocumentation = (text: string): string =>
  (/"""|'''/.test(text) ? text.replace(/"""[\s\S]*?"""|'''[\s\S]*?'''/g, '') : text).replace(
    /^[ \t]*(?:\/\/|#(?!\[)|\*).*$/gm,
    '',
  )

const withoutTexts = (text: string): string => text.replace(/"[^"\n]{0,200}"|'[^'\n]{0,200}'/g, '""')

const plain = (name: string): string => name.toLowerCase().replaceAll('_', '')

/**
 * Whether a line of code sets the port of metrics under a name that nothing in the code reads: such a setting is left over, and
 * opens no port.
 */
export function isUnusedSetting(line: string, files: readonly TextFile[]): boolean {
  const name = SETTING.exec(line)?.[1]
  if (name === undefined) return false
  const wanted = plain(name)
  const having = files.filter(({ text }) => plain(text).includes(wanted))
  return having.every(({ text }) =>
    withoutTexts(withoutDocumentation(text))
      .split('\n')
      .every((one) => !uses(one, wanted)),
  )
}

/** The lines of a file that may open a port: not those that only talk about it, and not settings that nothing reads. */
export const usedCode = ({ text }: TextFile, files: readonly TextFile[]): string =>
  withoutDocumentation(text)
    .split('\n')
    .filter((line) => !LOGS.test(line) && !isUnusedSetting(line, files))
    .join('\n')

/** Whether a line reads a setting: one that gives it its value from the environment does not. */
function uses(line: string, wanted: string): boolean {
  if (line.length > 500 || !plain(line).includes(wanted) || TALKS.test(line)) return false
  const set = SETTING.exec(line)?.[1]
  if (set === undefined || plain(set) !== wanted) return true
  const value = line.slice(line.indexOf(set) + set.length)
  return [...value.matchAll(/(\w*)\.(\w+)/g)].some(
    ([, of = '', member = '']) => plain(member) === wanted && !/^(?:env|environ)$/i.test(of),
  )
}
