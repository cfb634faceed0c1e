import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import type { Ruler } from './terminal-text.ts'

/** For any text. Loading it takes longer than a small plan: its patterns for emoji are compiled then. */
export const UNICODE: Ruler = {
  width: (text) => stringWidth(text),
  wrap: (text, columns) => wrapAnsi(text, columns, { hard: true }).split('\n'),
}
