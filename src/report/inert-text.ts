import { oneLine } from '../lib/text.ts'

/** A mention, an issue, a link of SARIF, and the beginning of an address. */
const CALLS = /[@#](?=\w)|\bgh-(?=\d)|\](?=\()|:(?=\/\/)|\bwww(?=\.)/gi

/**
 * Foreign text for places of GitHub that are not Markdown (titles, annotations, SARIF), where it looks for mentions,
 * issues and addresses nevertheless: one line, in which an invisible space separates what it would find.
 */
export const inertText = (text: string, limit?: number): string =>
  oneLine(text, limit).replace(CALLS, '$&\u200b')
