import { oneLine } from '../lib/text.ts'

const MAX_LINES = 200
const MAX_WIDTH = 500

/** The lines of a patch, safe for a log: sign and indentation are kept, everything else is as in any other text. */
export const patchLines = (patch: string): string[] =>
  patch
    .trimEnd()
    .split('\n', MAX_LINES)
    .map((line) => {
      const [lead = ''] = /^[-+ ]?[ \t]{0,60}/.exec(line) ?? []
      return lead + oneLine(line.slice(lead.length), MAX_WIDTH)
    })
