import { styleText } from 'node:util'
import type { Stream } from './protocol.ts'

type Style = Parameters<typeof styleText>[0]

export interface RunnerConsole {
  /** Takes output of the action as it comes, whole lines or parts of them. */
  write(text: string, stream: Stream): void
  /** Prints what is left of the last lines. */
  end(): void
}

const ANNOTATIONS: Readonly<Record<string, { mark: string; style: Style }>> = {
  error: { mark: '✗ Error:', style: 'red' },
  warning: { mark: '! Warning:', style: 'yellow' },
  notice: { mark: 'i Notice:', style: 'cyan' },
}

/** Shows an action's output as the runner's log would: groups, annotations, masks; colours where `colour` is true. */
export function createRunnerConsole(print: (text: string) => void, colour: boolean): RunnerConsole {
  const masks: string[] = []
  const rest: Record<Stream, string> = { stdout: '', stderr: '' }
  let indent = ''
  const paint = (style: Style, text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text
  const show = (text: string, style?: Style): void => {
    const masked = masks.reduce((shown, mask) => shown.replaceAll(mask, '***'), text)
    for (const line of masked.split('\n')) print(`${indent}${style ? paint(style, line) : line}\n`)
  }

  const command = (name: string, properties: Readonly<Record<string, string>>, message: string): void => {
    const annotation = ANNOTATIONS[name]
    if (annotation) show(`${annotation.mark} ${annotated(properties, message)}`, annotation.style)
    if (name === 'add-mask' && message.trim() !== '') masks.push(message)
    if (name === 'group') {
      show(`▼ ${message}`, 'bold')
      indent = '  '
    }
    if (name === 'endgroup') indent = ''
  }

  const line = (text: string): void => {
    const [, name, properties, message] = /^::([a-z-]+)(?: (.*?))?::(.*)$/s.exec(text) ?? []
    if (name !== undefined) command(name, propertiesOf(properties ?? ''), unescaped(message ?? ''))
    else if (text.startsWith('[command]')) show(text.slice('[command]'.length), 'blue')
    else show(text)
  }

  return {
    write: (text, stream) => {
      const lines = (rest[stream] + text).split('\n')
      rest[stream] = lines.pop() ?? ''
      for (const whole of lines) line(whole.replace(/\r$/, ''))
    },
    end: () => {
      for (const left of Object.values(rest)) if (left !== '') line(left)
    },
  }
}

function annotated(properties: Readonly<Record<string, string>>, message: string): string {
  const { title, file, line, col } = properties
  const place = [file, line, col].filter((part) => part !== undefined).join(':')
  return [title, place, message].filter((part) => part !== undefined && part !== '').join(': ')
}

const propertiesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(',')
      .map((pair) => /^\s*([^=]+)=(.*)$/s.exec(pair) ?? [])
      .filter(([, name]) => name !== undefined)
      .map(([, name = '', value = '']) => [name, unescaped(value)]),
  )

const ESCAPES: Readonly<Record<string, string>> = {
  '%0D': '\r',
  '%0A': '\n',
  '%3A': ':',
  '%2C': ',',
  '%25': '%',
}
const unescaped = (text: string): string =>
  text.replace(/%(?:0D|0A|3A|2C|25)/gi, (code) => ESCAPES[code.toUpperCase()] ?? code)
