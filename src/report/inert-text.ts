import { cut, oneLine } from '../lib/text.ts'

/** A mention, an issue, a link of SARIF, and the beginning of an address. */
const CALLS = /[@#](?=\w)|\bgh-(?=\d)|\](?=\()|:(?=\/\/)|\bwww(?=\.)/gi

/**
 * Foreign text for places of GitHub that are not Markdown (titles, annotations, SARIF), where it looks for mentions,
 * issues and addresses nevertheless: one line, in which an invisible space separates what it would find.
 */
export function inertText(text: string, limit = 500): string {
  const inert = oneLine(text, limit).replace(CALLS, '$&\u200b')
  // GitHub refuses a title that is too long, and counts what is not seen.
  return inert.length <= limit ? inert : `${cut(inert, limit - 1)}…`
}
