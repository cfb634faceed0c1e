import { createHash } from 'node:crypto'

export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** Deeper than any dashboard; recursion below stays far from the end of the stack. */
const MAX_DEPTH = 100

/** Whether a value is nested deeper than a dashboard can be. */
export function tooDeep(value: unknown, depth = 0): boolean {
  if (value === null || typeof value !== 'object') return false
  if (depth > MAX_DEPTH) return true
  for (const inner of Object.values(value)) if (tooDeep(inner, depth + 1)) return true
  return false
}

/** JSON with the keys of every object sorted: equal values give equal texts, whoever serialised them. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]))
}

/** Whether two JSON values are equal, in whatever order their keys are. Much cheaper than comparing their texts. */
export function equalJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  for (const key of keys)
    if (!Object.hasOwn(b, key) || !equalJson((a as Json)[key], (b as Json)[key])) return false
  return true
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The value with each direct member changed. Shared with the original, not copied, where nothing changes. */
export function mapMembers<T>(value: T, change: (member: unknown, key: string) => unknown): T {
  if (value === null || typeof value !== 'object') return value
  let copy: Record<string, unknown> | undefined
  for (const key of Object.keys(value)) {
    const member = (value as Json)[key]
    const changed = change(member, key)
    if (changed === member) continue
    copy ??= (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>
    copy[key] = changed
  }
  return (copy as T | undefined) ?? value
}

/** The value with every string in it passed through `change`, keys left alone. */
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  return mapMembers(value, (member) => mapStrings(member, change))
}
