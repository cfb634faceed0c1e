import type { TargetsNow } from './targets/snapshot.ts'

/** Pauses between rounds of queries, in milliseconds, while something has no final answer. */
const ROUNDS_MS = [500, 1_000, 2_000, 4_000]

/** Pauses between rounds; the first one that may be the last is not put off. */
export function createRoundPace() {
  let rounds = 0
  let due = 0
  let isRepeated = false
  return {
    isDue: ({ elapsed }: TargetsNow, last: boolean): boolean => elapsed >= due || (last && !isRepeated),
    asked({ elapsed }: TargetsNow, last: boolean): void {
      due = elapsed + (ROUNDS_MS[Math.min(rounds++, ROUNDS_MS.length - 1)] ?? 0)
      isRepeated = last
    },
  }
}

/** Returns a function that reports whether something has been open, but for less than a time. */
export function createTimer(ms: number): (isOpen: boolean, elapsed: number) => boolean {
  let since: number | undefined
  return (isOpen, elapsed) => {
    since = isOpen ? (since ?? elapsed) : undefined
    return since !== undefined && elapsed - since < ms
  }
}
