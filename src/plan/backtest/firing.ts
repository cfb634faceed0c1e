/** A series of a range query: times in seconds, in ascending order. */
export type ActiveTimes = readonly number[]

export interface Firing {
  /** How often an alert began to fire, over all series. */
  fired: number
  seconds: number
  /** Whether one of them fires at the end. */
  now: boolean
}

/**
 * When an alert would have fired: an expression that returned a series at every step for at least `forSeconds`. A step
 * without the series ends the activity. Times are those of the steps, so activity between two steps is not seen.
 */
export function firingOf(
  series: readonly ActiveTimes[],
  { forSeconds, step, end }: { forSeconds: number; step: number; end: number },
): Firing {
  const spans = series.flatMap((times) => activeSpans(times, step))
  const firing = spans.filter(({ from, to }) => to - from >= forSeconds)
  return {
    fired: firing.length,
    seconds: firing.reduce((sum, { from, to }) => sum + (to - from) - forSeconds, 0),
    now: firing.some(({ to }) => end - to <= step),
  }
}

interface Span {
  from: number
  to: number
}

/** The parts of a series without a gap. */
function activeSpans(times: ActiveTimes, step: number): Span[] {
  const spans: Span[] = []
  for (const time of times) {
    const last = spans.at(-1)
    if (last && time - last.to <= step * 1.5) last.to = time
    else spans.push({ from: time, to: time })
  }
  return spans
}
