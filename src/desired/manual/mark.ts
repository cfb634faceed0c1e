/** How a written file says where it comes from; the digest tells whether somebody changed it since. */
const MARK =
  /^# Written by deploy-monitoring init(?<from> from (?<source>\S+))?[.:;].* \[(?<digest>[0-9a-f]{16})\]$/m

/** A file that `init` wrote, as it is now. */
export interface InitMark {
  /** The configuration that it was made from; undefined for files that are only a start. */
  source: string | undefined
  /** Whether anything in it was changed since. */
  changed: boolean
}

/** Puts the mark on the first line, below an interpreter's. `source`: it is made from that file, and made again. */
export function withInitMark(text: string, source: string | undefined): string {
  const says =
    source === undefined
      ? '# Written by deploy-monitoring init: it is yours to change.'
      : `# Written by deploy-monitoring init from ${source}; change that file and run init again.`
  const lines = text.split('\n')
  const at = text.startsWith('#!') ? 1 : 0
  const marked = [...lines.slice(0, at), `${says} [${BLANK}]`, ...lines.slice(at)].join('\n')
  return marked.replace(`[${BLANK}]`, `[${digestOf(marked)}]`)
}

/** The mark of a file, or undefined when `init` did not write it. */
export function initMarkOf(text: string): InitMark | undefined {
  const found = MARK.exec(text.replaceAll('\r\n', '\n').slice(0, MAX_HEAD))?.groups
  if (!found?.digest) return undefined
  return { source: found.source, changed: digestOf(text.replace(found.digest, BLANK)) !== found.digest }
}

const BLANK = '0'.repeat(16)
/** The mark is at the top; a file that only speaks of one further down has none. */
const MAX_HEAD = 500

/** Git may turn the ends of lines on checkout; that is no change of anybody's. */
function digestOf(text: string): string {
  // Only a file with a mark needs it; loading it would cost every plan 5 ms.
  const { hash } = process.getBuiltinModule('node:crypto')
  return hash('sha256', text.replaceAll('\r\n', '\n'), 'hex').slice(0, 16)
}
