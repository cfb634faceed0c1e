import { distance } from 'fastest-levenshtein'

/** Below this score, two metric names have nothing to do with each other. */
const LIKELY = 0.6

/** From this score on, two metric names are those of one metric before and after a change. */
const NEARLY_SAME = 0.85

/** Units that exporters append to a name. */
const UNIT = /^(?:seconds|milliseconds|bytes|ratio|percent)$/

/**
 * The metric name that was probably meant: spelled almost alike (`…_gauge` for `…_count`), or made of almost the same
 * words in another order (`active_sessions` for `sessions_active`), or with a prefix or a unit (`…_duration_seconds`).
 * Undefined when no name is similar. `nearly-same`: only names that differ by a letter or two, a prefix or a unit.
 */
export function similarMetricName(
  name: string,
  known: Iterable<string>,
  least: 'similar' | 'nearly-same' = 'similar',
): string | undefined {
  const best = closest(name, known, likeness)
  return best && best.score >= (least === 'similar' ? LIKELY : NEARLY_SAME) ? best.name : undefined
}

/** `Did you mean "x"?` when a known name is spelled almost alike, or has almost the same words; else undefined. */
export function didYouMean(given: string, known: readonly string[]): string | undefined {
  const best = closest(given, known, (a, b) => -Math.min(distance(a, b), distance(inOrder(a), inOrder(b))))
  if (!best) return undefined
  const { length } = best.name
  const mostTypos = length < 4 ? 1 : Math.max(2, Math.floor(length / 3))
  return -best.score <= mostTypos ? `Did you mean "${best.name}"?` : undefined
}

/**
 * The same for the names of metrics, of which long ones have much in common without being meant: a few letters differ, or
 * the words are in another order.
 */
export function didYouMeanMetric(given: string, known: readonly string[]): string | undefined {
  const best = closest(given, known, (a, b) => -Math.min(distance(a, b), distance(inOrder(a), inOrder(b))))
  const mostTypos = Math.max(1, Math.min(3, Math.floor(given.length / 5)))
  return best && -best.score <= mostTypos ? `Did you mean "${best.name}"?` : undefined
}

/** The words of a name in a fixed order: `auto_machine_stop` and `auto_stop_machine` are alike. */
const inOrder = (name: string): string => name.split('_').toSorted().join('_')

/** The known name with the highest score, the first of several; undefined when there are no names. */
function closest(
  name: string,
  known: Iterable<string>,
  score: (name: string, other: string) => number,
): { name: string; score: number } | undefined {
  let best: { name: string; score: number } | undefined
  for (const other of known) {
    const own = score(name, other)
    if (!best || own > best.score) best = { name: other, score: own }
  }
  return best
}

/** From 0 to 1. A name is not similar to itself: the caller looks for another one. */
function likeness(a: string, b: string): number {
  if (a === b) return 0
  if (isExtended(a, b) || isExtended(b, a)) return NEARLY_SAME
  const spelling = 1 - distance(a, b) / Math.max(a.length, b.length)
  const [left, right] = [wordsOf(a), wordsOf(b)]
  const words = left.filter((word) => right.includes(word)).length / new Set([...left, ...right]).size
  // The first word is the service's prefix: names of different services are not near misses of each other.
  return left[0] === right[0] ? Math.max(spelling, words) : spelling - 0.2
}

/** Words of a metric name: OpenTelemetry separates them with dots. */
const wordsOf = (name: string): string[] => name.split(/[_./]/)

/** Whether a name is another one of several words, with words in front of it or with a unit. */
function isExtended(long: string, short: string): boolean {
  const [all, words] = [wordsOf(long), wordsOf(short)]
  if (words.length < 2 || all.length <= words.length) return false
  const isUnit = all.length === words.length + 1 && UNIT.test(all.at(-1) ?? '')
  return (
    all.slice(-words.length).join() === words.join() || (isUnit && all.slice(0, -1).join() === words.join())
  )
}
