import type { Diagnostic, SourceLocation } from '../lib/errors.ts'
import { quoted } from '../lib/quote.ts'
import { isSilenceable } from '../model/diagnostic-codes.ts'
import { currentCode, isRetired, OLD_CODES, REMOVED, REPLACED } from '../model/old-diagnostic-codes.ts'
import { ignoreNoReason, ignoreRenamed, ignoreUnused } from './ignore/entries.ts'
import { diagnostic } from './rule.ts'

/** An exception of the configuration: `lint: { ignore: [{ code, file, reason }] }`. */
export interface Ignore {
  code: string
  /** Only in this file. */
  file?: string | undefined
  reason: string
}

/** A comment that silences findings, and whether it had an effect. */
interface Silencer {
  /** As in the comment, old codes included. */
  codes: readonly string[]
  file: string
  /** The line of the comment, and the line that it is about. */
  line: number
  about: number
  reason: string
  used: boolean
}

const COMMENT =
  /#\s*deploy-monitoring\s+ignore\s+(?<codes>[a-z0-9-]+(?:\/[a-z0-9-]+)?(?:\s*,\s*[a-z0-9-]+(?:\/[a-z0-9-]+)?)*)\s*(?::(?<reason>.*))?$/is

/**
 * Removes the findings that comments of the file silence: `# deploy-monitoring ignore CODE: reason`, at the end of the
 * line or alone on a line above it. A comment without a reason, without effect or with an old code is itself a finding.
 */
export function silenceByComments(problems: readonly Diagnostic[], text: string, file: string): Diagnostic[] {
  if (!text.includes('deploy-monitoring')) return [...problems]
  const silencers = comments(text, file)
  const rest = unsilenced(problems, silencers)
  return [...rest, ...silencers.flatMap(complaints)]
}

/**
 * The same for the findings of other programs. A comment about them is never reported as unused: the programs are not
 * installed everywhere.
 */
export function silenceExternal(problems: readonly Diagnostic[], text: string, file: string): Diagnostic[] {
  return unsilenced(problems, comments(text, file))
}

const isExternal = (code: string): boolean =>
  ['prometheus/promtool', 'fly/flyctl'].includes(currentCode(code))

function unsilenced(problems: readonly Diagnostic[], silencers: readonly Silencer[]): Diagnostic[] {
  const byLine = Map.groupBy(silencers, ({ about }) => about)
  return problems.filter((problem) => {
    const by = byLine
      .get(problem.at?.line ?? 0)
      ?.find(({ codes, reason }) => reason !== '' && codes.some((code) => currentCode(code) === problem.code))
    if (!by || !isSilenceable(problem.code)) return true
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

/** For each line, the number of the next one that is neither empty nor a comment; 0 when there is no such line. */
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

function complaints({ codes, file, line, reason, used }: Silencer): Diagnostic[] {
  const at = { file, line, column: 1 }
  if (reason === '')
    return [
      diagnostic(
        ignoreNoReason,
        at,
        'The exception has no reason and therefore no effect.',
        'Write the reason after a colon.',
      ),
    ]
  const old = codes.flatMap((code) => oldName(code, at) ?? [])
  if (used || codes.every(isExternal) || codes.some(isRetired)) return old
  const message = `The exception for ${codes.join(', ')} does not match any finding here.`
  return [...old, diagnostic(ignoreUnused, at, message, 'Remove the comment, or correct the code.')]
}

/** The diagnostic for an exception with an old code. */
function oldName(code: string, at: SourceLocation | undefined): Diagnostic | undefined {
  if (!OLD_CODES.includes(code)) return undefined
  const program = Object.hasOwn(REPLACED, code) ? REPLACED[code] : undefined
  const removed = Object.hasOwn(REMOVED, code) ? REMOVED[code] : undefined
  if (removed !== undefined) {
    const message = `The code ${code} no longer exists: ${removed}.`
    return diagnostic(ignoreRenamed, at, message, 'Remove the exception.')
  }
  return program === undefined
    ? diagnostic(ignoreRenamed, at, `The code ${code} is now ${currentCode(code)}.`, 'Use the new code.')
    : diagnostic(
        ignoreRenamed,
        at,
        `The code ${code} no longer exists: its findings are reported as ${program}.`,
        `Remove the exception, or use ${program}.`,
      )
}

/** The exception of the configuration that silences a finding. */
const ignoredBy = ({ code, at }: Diagnostic, ignores: readonly Ignore[]): Ignore | undefined =>
  isSilenceable(code)
    ? ignores.find(
        (one) => currentCode(one.code) === code && (one.file === undefined || one.file === at?.file),
      )
    : undefined

/** Removes the findings that the configuration silences. */
export const withoutIgnored = (problems: readonly Diagnostic[], ignores: readonly Ignore[]): Diagnostic[] =>
  problems.filter((problem) => !ignoredBy(problem, ignores))

/** The same; exceptions without effect or with an old code are findings at `at`. */
export function silenceByConfig(
  problems: readonly Diagnostic[],
  ignores: readonly Ignore[],
  at: SourceLocation | undefined,
): Diagnostic[] {
  const used = new Set(problems.flatMap((problem) => ignoredBy(problem, ignores) ?? []))
  const rest = withoutIgnored(problems, ignores)
  const old = ignores.flatMap(({ code }) => oldName(code, at) ?? [])
  const unused = ignores.filter((ignore) => !used.has(ignore) && !isRetired(ignore.code))
  return [
    ...rest,
    ...old,
    ...unused.map(({ code, file }): Diagnostic => {
      const message = `lint.ignore names ${quoted(code)}${file === undefined ? '' : ` in ${file}`}, which does not match any finding.`
      return diagnostic(ignoreUnused, at, message, 'Remove the entry, or correct it.')
    }),
  ]
}
