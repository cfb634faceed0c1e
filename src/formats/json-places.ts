import type { Place } from './tree.ts'

export type Path = readonly (string | number)[]

/** What is asked for below some value. */
interface Wanted {
  /** Indexes of the paths that end here. */
  here: number[]
  below: Map<string | number, Wanted>
}

/**
 * Where the values of these paths start in a JSON text, in one pass; a path that is not there gets the place of its
 * nearest ancestor. Only for texts that JSON.parse has taken.
 */
export function jsonPlaces(text: string, paths: readonly Path[]): Place[] {
  const offsets = new Array<number>(paths.length).fill(0)
  const root: Wanted = { here: [], below: new Map() }
  paths.forEach((path, i) => {
    let node = root
    for (const part of path) {
      const next = node.below.get(part) ?? { here: [], below: new Map() }
      node.below.set(part, next)
      node = next
    }
    node.here.push(i)
  })
  visit(text, skipSpace(text, 0), { wanted: root, offsets })
  return toPlaces(text, offsets)
}

interface Visit {
  wanted: Wanted
  offsets: number[]
}

/** Notes the value that starts at `at` for all that is wanted in it, and returns the offset behind it. */
function visit(text: string, at: number, { wanted, offsets }: Visit): number {
  mark(wanted, at, offsets)
  if (wanted.below.size === 0) return skipValue(text, at)
  const open = text.charAt(at)
  if (open !== '{' && open !== '[') return skipValue(text, at)
  let next = skipSpace(text, at + 1)
  for (let index = 0; next < text.length && !'}]'.includes(text.charAt(next)); index++) {
    let key: string | number = index
    if (open === '{') {
      const end = skipText(text, next)
      key = JSON.parse(text.slice(next, end)) as string
      next = skipSpace(text, skipSpace(text, end) + 1)
    }
    const inner = wanted.below.get(key)
    next = skipSpace(text, inner ? visit(text, next, { wanted: inner, offsets }) : skipValue(text, next))
    if (text.charAt(next) === ',') next = skipSpace(text, next + 1)
  }
  return next + 1
}

function mark(wanted: Wanted, at: number, offsets: number[]): void {
  for (const i of wanted.here) offsets[i] = at
  for (const below of wanted.below.values()) mark(below, at, offsets)
}

function skipSpace(text: string, at: number): number {
  let next = at
  while (next < text.length && text.charCodeAt(next) <= 32) next++
  return next
}

/** Behind the text that starts at `at`. */
function skipText(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charAt(end - 1 - slashes) === '\\') slashes++
    if (slashes % 2 === 0) return end + 1
  }
  return text.length
}

const STRUCTURE = /["{}[\],]/g

/** Behind the value that starts at `at`, however deep it nests. */
function skipValue(text: string, at: number): number {
  let depth = 0
  STRUCTURE.lastIndex = at
  for (let match = STRUCTURE.exec(text); match; match = STRUCTURE.exec(text)) {
    const { index } = match
    if (match[0] === '"') STRUCTURE.lastIndex = skipText(text, index)
    else if (match[0] === '{' || match[0] === '[') depth++
    else if (depth === 0) return index
    else if (match[0] !== ',') depth--
    if (depth === 0 && match[0] !== ',') return STRUCTURE.lastIndex
  }
  return text.length
}

function toPlaces(text: string, offsets: readonly number[]): Place[] {
  const order = [...offsets.keys()].toSorted((a, b) => (offsets[a] ?? 0) - (offsets[b] ?? 0))
  const places = new Array<Place>(offsets.length)
  let line = 1
  let start = 0
  let end = text.indexOf('\n')
  for (const i of order) {
    const offset = offsets[i] ?? 0
    while (end >= 0 && end < offset) {
      line++
      start = end + 1
      end = text.indexOf('\n', start)
    }
    places[i] = { line, column: offset - start + 1 }
  }
  return places
}
