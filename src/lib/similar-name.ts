import { distance } from 'fastest-levenshtein'

/** Below this, two names have nothing to do with each other. */
const LIKELY = 0.6

/**
 * The name that was probably meant: spelt almost alike (`…_gauge` for `…_count`), or made of almost the same words
 * in another order (`active_sessions` for `sessions_active`). Undefined when none is near.
 */
export function similarMetricName(name: string, known: Iterable<string>): string | undefined {
  let best: { name: string; score: number } | undefined
  for (const other of known) {
    if (other === name) continue
    const score = likeness(name, other)
    if (score >= LIKELY && score > (best?.score ?? 0)) best = { name: other, score }
  }
  return best?.name
}

function likeness(a: string, b: string): number {
  const spelling = 1 - distance(a, b) / Math.max(a.length, b.length)
  const [left, right] = [a.split('_'), b.split('_')]
  const words = left.filter((word) => right.includes(word)).length / new Set([...left, ...right]).size
  // The first word is the service's prefix: names of different services are no near misses of each other.
  return left[0] === right[0] ? Math.max(spelling, words) : spelling - 0.2
}

/** `Did you mean "x"?` for a near miss, else undefined. */
export function didYouMean(given: string, known: readonly string[]): string | undefined {
  const near = known.map((k) => ({ k, d: distance(given, k) })).toSorted((a, b) => a.d - b.d)[0]
  return near && near.d <= (near.k.length < 4 ? 1 : Math.max(2, Math.floor(near.k.length / 3)))
    ? `Did you mean "${near.k}"?`
    : undefined
}
