import { FlyError } from './errors.ts'

/** A longer line ends the reading: it and everything after are lost, without an error (measured). */
const LONGEST_LINE = 65_536

/** flyctl's own reader of `secrets import`, with all that it loses. */
export function parseSecrets(text: string): Map<string, string> {
  const secrets = new Map<string, string>()
  let open: { name: string; value: string } | undefined
  for (const line of readableLines(text)) {
    if (open !== undefined) {
      if (line.endsWith('"""')) {
        secrets.set(open.name, open.value + line.slice(0, -3))
        open = undefined
      } else {
        open.value += `${line}\n`
      }
      continue
    }
    if (line.startsWith('#') || line.trim() === '') continue
    const { name, value } = splitPair(line)
    if (value.startsWith('"""') && !(value.endsWith('"""') && value.length >= 6)) {
      open = { name, value: `${value.slice(3)}\n` }
    } else {
      secrets.set(name, unquoted(value))
    }
  }
  return secrets
}

function readableLines(text: string): string[] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const tooLong = lines.findIndex((line) => Buffer.byteLength(line) >= LONGEST_LINE)
  return (tooLong === -1 ? lines : lines.slice(0, tooLong)).map((line) => line.replace(/\r$/, ''))
}

function splitPair(line: string): { name: string; value: string } {
  const at = line.indexOf('=')
  if (at === -1) throw new FlyError(`Secrets must be provided as NAME=VALUE pairs (${line} is invalid)`)
  const value = line.slice(at + 1).replace(/^ +/, '')
  const comment = value.indexOf('#')
  const before = value.slice(0, comment)
  const cut = comment !== -1 && before.split('"').length % 2 === 1
  return { name: line.slice(0, at).trim(), value: cut ? before.replace(/ +$/, '') : value }
}

function unquoted(value: string): string {
  if (value.startsWith('"""')) return value.slice(3, -3)
  const quote = value.charAt(0)
  const quoted = (quote === '"' || quote === "'") && value.endsWith(quote)
  return quoted ? value.slice(1, -1) : value
}
