import type { Problem } from '../lib/errors.ts'
import { type Code, FINDINGS, finding, shown } from './catalog.ts'

/** An exception of the configuration: `lint: { ignore: [{ code, file, reason }] }`. */
export interface Ignore {
  code: string
  /** Only in this file. */
  file?: string | undefined
  reason: string
}

/** What a finding is silenced by, and whether there was anything to silence. */
interface Silencer {
  codes: readonly string[]
  file: string
  /** The line of the comment, and the line that it speaks of. */
  line: number
  about: number
  reason: string
  used: boolean
}

const COMMENT =
  /#\s*deploy-monitoring\s+ignore\s+(?<codes>[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\s*(?::(?<reason>.*))?$/is

/** Findings that no exception hides: nothing else was checked in the file. */
const isFatal = (code: string): boolean => {
  const entry = Object.hasOwn(FINDINGS, code) ? FINDINGS[code as Code] : undefined
  return entry !== undefined && 'fatal' in entry
}

/**
 * Leaves out what comments of the file silence: `# deploy-monitoring ignore CODE: reason`, at the end of the line or
 * on one of its own above it. A comment without a reason, or without effect, is a finding itself.
 */
export function silenceByComments(problems: readonly Problem[], text: string, file: string): Problem[] {
  if (!text.includes('deploy-monitoring')) return [...problems]
  const silencers = comments(text, file)
  const rest = unsilenced(problems, silencers)
  return [...rest, ...silencers.filter(({ codes }) => !codes.every(isTheirs)).flatMap(complaint)]
}

/**
 * The same for what other programs find. A comment about them is never one too many: they are not there everywhere.
 */
export function silenceTheirs(problems: readonly Problem[], text: string, file: string): Problem[] {
  return unsilenced(problems, comments(text, file))
}

const isTheirs = (code: string): boolean => code === 'promtool' || code === 'flyctl'

function unsilenced(problems: readonly Problem[], silencers: readonly Silencer[]): Problem[] {
  return problems.filter((problem) => {
    const by = silencers.find(
      ({ codes, about, reason }) =>
        reason !== '' && codes.includes(problem.code) && about === problem.at?.line,
    )
    if (!by || isFatal(problem.code)) return true
    by.used = true
    return false
  })
}

function comments(text: string, file: string): Silencer[] {
  const lines = text.split('\n')
  const below = nextLines(lines)
  return lines.flatMap((line, i) => {
    const groups = COMMENT.exec(line.trimEnd())?.groups
    if (!groups) return []
    const isAlone = /^\s*#/.test(line)
    return [
      {
        codes: (groups.codes ?? '').split(',').map((code) => code.trim()),
        file,
        line: i + 1,
        about: isAlone ? (below[i] ?? 0) : i + 1,
        reason: groups.reason?.trim() ?? '',
        used: false,
      },
    ]
  })
}

/** Of each line, the number of the next one that is neither empty nor a comment; 0 when there is none. */
function nextLines(lines: readonly string[]): number[] {
  let next = 0
  return lines
    .toReversed()
    .map((line, i) => {
      const own = next
      if (/^\s*[^\s#]/.test(line)) next = lines.length - i
      return own
    })
    .reverse()
}

function complaint({ codes, file, line, reason, used }: Silencer): Problem[] {
  const at = { file, line, column: 1 }
  if (reason === '')
    return [
      finding(
        'ignore-no-reason',
        at,
        'The exception says no reason, and silences nothing.',
        'Write it behind a colon.',
      ),
    ]
  if (used) return []
  const message = `There is no ${codes.join(' or ')} to ignore here.`
  return [finding('ignore-unused', at, message, 'Remove the comment, or correct the code.')]
}

/** Leaves out what the configuration silences; exceptions without effect are findings at `at`. */
export function silenceByConfig(
  problems: readonly Problem[],
  ignores: readonly Ignore[],
  at: { file: string; line: number; column: number } | undefined,
): Problem[] {
  const used = new Set<Ignore>()
  const rest = problems.filter((problem) => {
    const by = ignores.find(
      ({ code, file }) => code === problem.code && (file === undefined || file === problem.at?.file),
    )
    if (!by || isFatal(problem.code)) return true
    used.add(by)
    return false
  })
  const unused = ignores.filter((ignore) => !used.has(ignore))
  return [
    ...rest,
    ...unused.map(({ code, file }): Problem => {
      const message = `lint.ignore names ${shown(code)}${file === undefined ? '' : ` in ${file}`}, which is not there.`
      return finding('ignore-unused', at, message, 'Remove the entry, or correct it.')
    }),
  ]
}
