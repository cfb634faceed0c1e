import type { Screen, Tone } from '../report/terminal-text.ts'
import { paint, type TerminalStream } from './log.ts'

const STYLES: Record<Tone, Parameters<typeof paint>[0]> = {
  good: ['bold', 'green'],
  bad: ['bold', 'red'],
  warn: 'yellow',
  dim: 'dim',
  code: 'cyan',
  title: 'bold',
}

/** The screen behind a stream: its width and its colours, or none of them when it is a pipe. */
export function terminalScreen(stream: TerminalStream): Screen {
  return {
    width: stream.isTTY ? (stream.columns ?? 80) : Number.POSITIVE_INFINITY,
    colours: paint('bold', 'x', stream) !== 'x',
    paint: (tone, text) => (text === '' ? '' : paint(STYLES[tone], text, stream)),
  }
}
