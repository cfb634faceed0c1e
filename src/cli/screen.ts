import type { RunReport } from '../report/report.ts'
import { BY_CHARACTERS, type Screen, type Tone } from '../report/terminal-text.ts'
import { paint, type TerminalStream } from './log.ts'

const STYLES: Record<Tone, Parameters<typeof paint>[0]> = {
  good: ['bold', 'green'],
  bad: ['bold', 'red'],
  warn: 'yellow',
  dim: 'dim',
  code: 'cyan',
  title: 'bold',
}

/** The screen behind a stream, for a report: its width and its colours, or none of them when it is a pipe. */
export async function terminalScreen(stream: TerminalStream, report: RunReport): Promise<Screen> {
  const width = stream.isTTY ? (stream.columns ?? 80) : Number.POSITIVE_INFINITY
  const colours = paint('bold', 'x', stream) !== 'x'
  const isPlain = width === Number.POSITIVE_INFINITY && !colours && !MAYBE_WIDE.test(JSON.stringify(report))
  return {
    ruler: isPlain ? BY_CHARACTERS : (await import('../report/unicode-ruler.ts')).UNICODE,
    width,
    colours,
    paint: (tone, text) => (text === '' ? '' : paint(STYLES[tone], text, stream)),
  }
}

/** Everything but ASCII and the signs of our own texts, each of which takes one column. */
const MAYBE_WIDE = /[^\x20-\x7e–—…·→✔✖×−≥°]/
