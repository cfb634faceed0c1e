import { distance } from 'fastest-levenshtein'

/** `Did you mean "x"?` for a near miss, else undefined. */
export function didYouMean(given: string, known: readonly string[]): string | undefined {
  const near = known.map((k) => ({ k, d: distance(given, k) })).toSorted((a, b) => a.d - b.d)[0]
  return near && near.d <= (near.k.length < 4 ? 1 : Math.max(2, Math.floor(near.k.length / 3)))
    ? `Did you mean "${near.k}"?`
    : undefined
}
