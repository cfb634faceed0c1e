import { createHash } from 'node:crypto'

export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** Deeper than any dashboard; recursion below stays far from the end of the stack. */
const MAX_DEPTH = 100

/** Whether a value is nested deeper than a dashboard can be. Does not recurse itself. */
export function tooDeep(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((v) => (v !== null && typeof v === 'object' ? Object.values(v) : []))
  }
  return false
}

/** JSON with the keys of every object sorted: equal values give equal texts, whoever serialised them. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) =>
    isObject(v) ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1))) : v,
  )
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A copy with every string passed through `change`, keys left alone. */
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, mapStrings(v, change)]))
}
