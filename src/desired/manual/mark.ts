/**
 * The comment that names the origin of a written file; the digest shows whether the file was changed since. JSON has no
 * comments: in a dashboard it is a key like those of Grafana's exports, which an import leaves out.
 */
const MARK =
  /^(?:# | {2}"__init": ")Written by deploy-monitoring init(?<from> from (?<source>\S+))?[.:;].* \[(?<digest>[0-9a-f]{16})\](?:",)?$/m

/** What the mark says about a file that `init` wrote. */
export interface InitMark {
  /** The configuration that it was generated from; undefined for starter files, which a team changes. */
  source: string | undefined
  /** Whether the file was changed since. */
  changed: boolean
}

/**
 * Adds the mark as the first line, after the line of an interpreter or the brace of a dashboard.
 * `source`: the configuration that the file is generated from by every `init`.
 */
export function withInitMark(text: string, source: string | undefined): string {
  const origin =
    source === undefined
      ? 'Written by deploy-monitoring init: it is yours to change.'
      : `Written by deploy-monitoring init from ${source}; change that file and run init again.`
  const isJson = text.startsWith('{')
  const mark = isJson ? `  "__init": "${origin} [${BLANK}]",` : `# ${origin} [${BLANK}]`
  const lines = text.split('\n')
  const at = isJson || text.startsWith('#!') ? 1 : 0
  const marked = [...lines.slice(0, at), mark, ...lines.slice(at)].join('\n')
  return marked.replace(`[${BLANK}]`, `[${digestOf(marked)}]`)
}

/** The mark of a file, or undefined when `init` did not write it. */
export function initMarkOf(text: string): InitMark | undefined {
  const found = MARK.exec(text.replaceAll('\r\n', '\n').slice(0, MAX_HEAD))?.groups
  if (!found?.digest) return undefined
  return { source: found.source, changed: digestOf(text.replace(found.digest, BLANK)) !== found.digest }
}

const BLANK = '0'.repeat(16)
/** The mark is at the top; a similar text further down is not a mark. */
const MAX_HEAD = 500

/** Git may convert line endings on checkout; that is not a change. */
function digestOf(text: string): string {
  // Only a file with a mark needs it; loading it would cost every run of plan 5 ms.
  const { hash } = process.getBuiltinModule('node:crypto')
  return hash('sha256', text.replaceAll('\r\n', '\n'), 'hex').slice(0, 16)
}
