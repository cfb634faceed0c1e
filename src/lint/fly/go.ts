/** Durations and sizes as the Go libraries of flyctl parse them. */

const UNITS: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1e3,
  m: 6e4,
  h: 3.6e6,
}
const DURATION = /^[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/

/** Milliseconds of Go's duration syntax (`1m30s`, `1.5h`), undefined when it is not one. There are no days. */
export function goDuration(text: string): number | undefined {
  if (/^[-+]?0$/.test(text)) return 0
  if (!DURATION.test(text)) return undefined
  const parts = text.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)
  const sum = [...parts].reduce(
    (total, [, amount, unit]) => total + Number(amount) * (UNITS[unit ?? ''] ?? 0),
    0,
  )
  return text.startsWith('-') ? -sum : sum
}

/** Whole gigabytes (or mebibytes) of a size such as `10gb`, `512 MiB` or a plain number; undefined when it is not a size. */
export function goSize(text: string, of: 'GB' | 'MiB'): number | undefined {
  if (/^[-+]?\d+$/.test(text)) return Number(text)
  const match = /^(\d*(?:\.\d*)?) ?([bkmgtp]?)(i?b)?$/i.exec(text)
  if (!match?.[1] || match[1] === '.') return undefined
  const [, amount, prefix = '', suffix = ''] = match
  if ((prefix === '' && suffix !== '') || (/b/i.test(prefix) && suffix !== '')) return undefined
  const base = of === 'GB' ? 1000 : 1024
  const power = 'bkmgtp'.indexOf(prefix.toLowerCase() || 'b')
  return Math.floor((Number(amount) * base ** power) / (of === 'GB' ? 1e9 : 1024 ** 2))
}
