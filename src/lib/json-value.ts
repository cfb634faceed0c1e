import { createHash } from 'node:crypto'

export type JsonObject = Readonly<Record<string, unknown>>

export const isJsonObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** The objects of a list; none for anything else. */
export const objectsIn = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isJsonObject) : []

/** The string, or an empty one for any other value. */
export const stringIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The value of a JSON text; undefined for any other text, an empty one included. */
export function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Deeper than any dashboard; recursion below stays far from the end of the stack. */
const MAX_DEPTH = 100

/** Whether a value is nested deeper than a dashboard can be. */
export function tooDeep(value: unknown, depth = 0): boolean {
  if (value === null || typeof value !== 'object') return false
  if (depth > MAX_DEPTH) return true
  if (Array.isArray(value)) {
    for (const item of value) if (tooDeep(item, depth + 1)) return true
  } else for (const key in value) if (tooDeep((value as JsonObject)[key], depth + 1)) return true
  return false
}

/** Deeper than any answer; what reads one then judges the depth that it takes. */
const MAX_LEVELS = 1_000

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
  0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
]

/**
 * Whether a JSON text nests deeper than any answer. Told before it is parsed: each of millions of levels costs a
 * hundred times its characters, in time and in memory. Linear.
 */
export function nestsTooDeep(json: string): boolean {
  let levels = 0
  let isInString = false
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i)
    if (isInString) {
      if (code === BACKSLASH) i++
      else if (code === QUOTE) isInString = false
    } else if (code === QUOTE) isInString = true
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) levels--
    else if ((code === OPEN_LIST || code === OPEN_OBJECT) && ++levels > MAX_LEVELS) return true
  }
  return false
}

/** JSON with the keys of every object sorted: equal values have equal texts, whatever serialized them. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isJsonObject(value)) return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]))
}

/** Whether two JSON values are equal, in whatever order their keys are. Much cheaper than comparing their texts. */
export function equalJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false
    for (let i = 0; i < a.length; i++) if (!equalJson(a[i], b[i])) return false
    return true
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false
  let more = 0
  for (const _ in b) more += 1
  for (const key in a) {
    if (!Object.hasOwn(b, key) || !equalJson(a[key], b[key])) return false
    more -= 1
  }
  return more === 0
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Returns the new value of a member of an object, or of an item of an array, which has no key. */
export type MemberChange<Context> = (member: unknown, context: Context, key?: string) => unknown

/**
 * The value with each direct member changed. Shared with the original, not copied, where nothing changes. Data for the
 * change is passed as `context`: closures created for every object would take most of the time.
 */
export function mapMembers<Context>(value: object, change: MemberChange<Context>, context: Context): object {
  if (Array.isArray(value)) return mapItems(value, change, context)
  let copy: Record<string, unknown> | undefined
  for (const key in value) {
    const member = (value as JsonObject)[key]
    const changed = change(member, context, key)
    if (changed === member) continue
    copy ??= { ...value }
    copy[key] = changed
  }
  return copy ?? value
}

function mapItems<Context>(items: unknown[], change: MemberChange<Context>, context: Context): unknown[] {
  let copy: unknown[] | undefined
  for (let i = 0; i < items.length; i++) {
    const changed = change(items[i], context)
    if (changed === items[i]) continue
    copy ??= [...items]
    copy[i] = changed
  }
  return copy ?? items
}

/** The value with every string in it passed through `change`, keys left alone. */
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  return value !== null && typeof value === 'object' ? mapMembers(value, mapStrings, change) : value
}
