import { styleText } from 'node:util'
import type { Problem } from './errors.ts'
import type { Log } from './log.ts'
import { guardLine, type Redactor } from './redact.ts'
import { oneLine } from './text.ts'

/** Where a terminal log writes: the standard error, or what a test gives. */
export interface TerminalStream {
  write(text: string): unknown
  isTTY?: boolean
  columns?: number
}

export interface TerminalOptions {
  redactor: Redactor
  /** Whether debug lines are shown. */
  debug: boolean
}

/** A log for people; `end` takes the progress line away. */
export interface TerminalLog extends Log {
  end(): void
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const FRAME_MS = 100
const CLEAR_LINE = '\r\u001b[2K'
const DEFAULT_COLUMNS = 80

type Style = Parameters<typeof styleText>[0]

/** Text in colours where the stream is a terminal that wants them (NO_COLOR, FORCE_COLOR and TERM are heard). */
export function paint(style: Style, text: string, stream: TerminalStream): string {
  return styleText(style, text, { stream: stream as NodeJS.WriteStream })
}

/**
 * The log of the command line. No runner masks here, so known secrets are taken out of every line. In a terminal, a
 * line at the bottom tells that something is going on, and for how long; elsewhere there are only lines.
 */
export function terminalLog(stream: TerminalStream, options: TerminalOptions): TerminalLog {
  const progress = stream.isTTY === true ? createProgress(stream) : undefined
  const line = (text: string, style?: Style, indent = ''): void => {
    const safe = guardLine(indent + options.redactor.hide(oneLine(text, 2_000)))
    const printed = style === undefined ? safe : paint(style, safe, stream)
    if (progress) progress.above(`${printed}\n`)
    else stream.write(`${printed}\n`)
  }
  return {
    info: (text) => {
      line(text)
      progress?.tell(options.redactor.hide(oneLine(text)))
    },
    debug: (text) => {
      if (options.debug) line(text, 'dim')
    },
    problem: ({ severity, at, message, hint }: Problem) => {
      const place = at ? `${at.file}:${at.line}:${at.column}: ` : ''
      line(`${place}${severity}: ${message}`, severity === 'error' ? 'red' : 'yellow')
      if (hint !== '') line(`→ ${hint}`, undefined, '  ')
    },
    block: (title, lines) => {
      line(title)
      for (const text of lines) line(text, 'dim', '  ')
    },
    secret: (value) => options.redactor.add(value),
    end: () => progress?.end(),
  }
}

/** The last line said, with the time since it was: redrawn in place, gone when the run ends. */
function createProgress(stream: TerminalStream) {
  let said: { text: string; since: number } | undefined
  let frame = 0
  const draw = (): void => {
    if (!said) return
    const seconds = Math.floor((performance.now() - said.since) / 1000)
    const text = `${FRAMES[frame++ % FRAMES.length]} ${seconds} s  ${said.text}`
    const width = (stream.columns ?? DEFAULT_COLUMNS) - 1
    stream.write(
      CLEAR_LINE + paint('dim', text.length > width ? `${text.slice(0, width - 1)}…` : text, stream),
    )
  }
  const timer = setInterval(draw, FRAME_MS).unref()
  return {
    above: (text: string) => {
      stream.write(CLEAR_LINE + text)
      draw()
    },
    tell: (text: string) => {
      said = { text, since: performance.now() }
    },
    end: () => {
      clearInterval(timer)
      said = undefined
      stream.write(CLEAR_LINE)
    },
  }
}
