import { read } from './reading.ts'

/**
 * Finds secrets by their pieces: text that shares enough consecutive characters with a known secret is a piece of it,
 * wherever it is. So a secret is found whole, truncated at either end, and within other text.
 */

/** Consecutive characters that reveal a secret. */
const TELLING = 8
/** The same for what may be ordinary words or a number, where they end as words do: a password may hold such words. */
const ORDINARY = 12
/** So many are never a coincidence, whatever they are and wherever they end. */
const CERTAIN = 16
/** A secret that is shorter would hide everything. */
export const SHORTEST = 4

/** Words, numbers and the separators between them, starting anywhere in a word. */
const WORDS = /^(?:[A-Z]?[a-z]*|[A-Z]+|\d+)(?:[ /.:,](?:[A-Z]?[a-z]*|[A-Z]+|\d+))*$/

/** A part of a text, from its first character to behind its last one. */
export type Span = [start: number, end: number]

export interface Pieces {
  /**
   * Adds a reading of a secret. `coarse`: of an encoding with few characters, such as hex, where eight reveal little.
   */
  add(reading: string, coarse?: boolean): void
  /** Where pieces of the added secrets are in a text, in order and disjoint. Linear in the text, whatever was added. */
  find(text: string, isPublic: (piece: string) => boolean): Span[]
}

export function createPieces(): Pieces {
  const all: OfLength[] = []
  const addPiece = (piece: string, isSure: boolean): void => {
    const hash = hashOf(piece)
    const { length } = piece
    const known = all.find((one) => one.length === length && one.isSure === isSure)
    const own = known ?? ofLength(length, isSure)
    if (!known) all.push(own)
    own.filter[slot(hash)] = 1
    own.pieces.set(hash, (own.pieces.get(hash) ?? new Set()).add(piece))
  }
  return {
    add(reading, coarse = false) {
      if (reading.length < SHORTEST) return
      if (reading.length <= CERTAIN) addPiece(reading, true)
      for (const piece of windows(reading, CERTAIN)) addPiece(piece, true)
      for (const piece of windows(reading, ORDINARY)) addPiece(piece, coarse)
      if (coarse) return
      for (const piece of windows(reading, TELLING)) if (!WORDS.test(piece)) addPiece(piece, true)
    },
    find: (text, isPublic) => (all.length === 0 ? [] : search(text, all, isPublic)),
  }
}

/** All pieces of one length by their hash, after a faster filter. */
interface OfLength {
  length: number
  /** They are hidden wherever they end. */
  isSure: boolean
  /** BASE to the power of `length`. */
  power: number
  pieces: Map<number, Set<string>>
  filter: Uint8Array
}

function ofLength(length: number, isSure: boolean): OfLength {
  const power = Array.from({ length }).reduce<number>((product) => imul(product, BASE), 1)
  return { length, isSure, power, pieces: new Map(), filter: new Uint8Array(1 << 16) }
}

const { imul } = Math
const BASE = 0x01000193

/** A hash that rolls: adding a character to a piece and taking its first one away gives that of the next piece. */
function hashOf(piece: string): number {
  let hash = 0
  for (let i = 0; i < piece.length; i++) hash = rolled(hash, piece.charCodeAt(i))
  return hash
}

const rolled = (hash: number, code: number): number => (imul(hash, BASE) + code) | 0

const slot = (hash: number): number => imul(hash, 0x9e3779b1) >>> 16

/** The number of last characters that are kept: a power of two, longer than the longest piece. */
const KEPT = 32

function search(text: string, all: readonly OfLength[], isPublic: (piece: string) => boolean): Span[] {
  const [sure, likely]: [Span[], Span[]] = [[], []]
  const [codes, starts] = [new Uint16Array(KEPT), new Uint32Array(KEPT)]
  const hashes = all.map(() => 0)
  let count = 0
  const at = (back: number): number => (count - back) & (KEPT - 1)
  const check = ({ length, pieces, isSure }: OfLength, hash: number, end: number): void => {
    const alike = pieces.get(hash)
    if (!alike) return
    let piece = ''
    for (let back = length; back > 0; back--) piece += String.fromCharCode(codes[at(back)] ?? 0)
    if (alike.has(piece) && !isPublic(piece)) mark(isSure ? sure : likely, [starts[at(length)] ?? 0, end])
  }
  read(text, (code, start, end) => {
    codes[at(0)] = code
    starts[at(0)] = start
    count++
    // For every character of every text: no iterator, and no allocation.
    for (let i = 0; i < all.length; i++) {
      const one = all[i] as OfLength
      const leaving = count > one.length ? (codes[at(one.length + 1)] ?? 0) : 0
      const hash = (rolled(hashes[i] ?? 0, code) - imul(leaving, one.power)) | 0
      hashes[i] = hash
      if (count >= one.length && one.filter[slot(hash)] !== 0) check(one, hash, end)
    }
  })
  const spans = [...sure, ...likely.filter((span) => endsAsWordsDo(text, span))]
  return spans.toSorted(([a], [b]) => a - b).reduce<Span[]>(mark, [])
}

/** A truncated secret ends where a text or a quotation ends; words that two texts share end anywhere. */
const endsAsWordsDo = (text: string, [start, end]: Span): boolean =>
  !/[A-Za-z0-9]/.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`)

const windows = (text: string, length: number): string[] =>
  Array.from({ length: Math.max(0, text.length - length + 1) }, (_, i) => text.slice(i, i + length))

/** Adds a span to those before it; what overlaps or touches is one. Spans may come in any order of their beginnings. */
function mark(spans: Span[], [start, end]: Span): Span[] {
  let [from, to] = [start, end]
  for (let last = spans.at(-1); last && last[1] >= from; last = spans.at(-1)) {
    from = Math.min(from, last[0])
    to = Math.max(to, last[1])
    spans.pop()
  }
  spans.push([from, to])
  return spans
}
