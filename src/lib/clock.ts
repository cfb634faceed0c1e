/** Milliseconds on a clock that never goes back. Node's `performance` has one too, which takes a millisecond to load. */
export const steadyMs = (): number => process.uptime() * 1_000
