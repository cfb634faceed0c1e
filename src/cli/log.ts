import { styleText } from 'node:util'
import type { Diagnostic } from '../lib/errors.ts'
import type { Log } from '../lib/log.ts'
import { oneLine } from '../lib/text.ts'
import { breakCommands } from '../lib/workflow-commands.ts'

/** Where a terminal log writes: the standard error, and in tests any other stream. */
export type TerminalStream = NodeJS.WritableStream & { isTTY?: boolean; columns?: number }

export interface TerminalOptions {
  /** Whether debug lines are shown. */
  debug: boolean
}

/** A log for people; `end` removes the progress line. */
export interface TerminalLog extends Log {
  end(): void
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const FRAME_MS = 100
const CLEAR_LINE = '\r\u001b[2K'

type Style = Parameters<typeof styleText>[0]

/** Text in colours where the stream is a terminal that supports them (NO_COLOR, FORCE_COLOR and TERM are respected). */
export function paint(style: Style, text: string, stream: TerminalStream): string {
  return styleText(style, text, { stream: stream as NodeJS.WriteStream })
}

/**
 * The log of the command line. In a terminal, a line at the bottom shows that the run is in progress, and for how long;
 * elsewhere there are only lines.
 */
export function terminalLog(stream: TerminalStream, options: TerminalOptions): TerminalLog {
  const progress = stream.isTTY === true ? createProgress(stream) : undefined
  const line = (text: string, style?: Style, indent = ''): void => {
    const safe = breakCommands(indent + oneLine(text, 2_000))
    const printed = style === undefined ? safe : paint(style, safe, stream)
    if (progress) progress.above(`${printed}\n`)
    else stream.write(`${printed}\n`)
  }
  return {
    info: (text) => line(text),
    debug: (text) => {
      if (options.debug) line(text, 'dim')
    },
    problem: ({ severity, at, message, hint }: Diagnostic) => {
      const place = at ? `${at.file}:${at.line}:${at.column}: ` : ''
      line(`${place}${severity}: ${message}`, severity === 'error' ? 'red' : 'yellow')
      if (hint !== '') line(`→ ${hint}`, undefined, '  ')
    },
    block: (title, lines) => {
      line(title)
      for (const text of lines) line(text, 'dim', '  ')
    },
    progress: (describe) => progress?.describe(describe),
    end: () => progress?.end(),
  }
}

/** The progress line: redrawn in place below the lines, removed at the end. */
function createProgress(stream: TerminalStream) {
  const began = performance.now()
  let frame = 0
  let describe = (): string => ''
  const draw = (): void => {
    const seconds = Math.floor((performance.now() - began) / 1000)
    const what = describe().replaceAll('`', '')
    const text = `${FRAMES[frame++ % FRAMES.length]} ${seconds} s${what === '' ? '' : ` · ${what}`}`
    // A line that is broken could not be cleared.
    const shown = oneLine(text, Math.max(10, (stream.columns ?? 80) - 1))
    stream.write(`${CLEAR_LINE}${paint('dim', shown, stream)}`)
  }
  const timer = setInterval(draw, FRAME_MS).unref()
  let isOver = false
  return {
    describe: (from: () => string) => {
      describe = from
    },
    above: (text: string) => {
      stream.write(CLEAR_LINE + text)
      if (!isOver) draw()
    },
    end: () => {
      if (isOver) return
      isOver = true
      clearInterval(timer)
      stream.write(CLEAR_LINE)
    },
  }
}
