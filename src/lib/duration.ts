/** Milliseconds in each unit of Prometheus' duration syntax (a year is 365 days, a week 7). */
const UNITS: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
  y: 365 * 86_400_000,
}

/** Prometheus' own grammar: descending units, each at most once (`1h30m`, `15s`, `15d`). */
export const DURATION = /^(?=\d)(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$/

/** Milliseconds of a duration in Prometheus' syntax, or undefined when it is not one. */
export function parseDuration(text: string): number | undefined {
  if (!DURATION.test(text)) return undefined
  let total = 0
  for (const [, amount, unit] of text.matchAll(/(\d+)(ms|[smhdwy])/g))
    total += Number(amount) * (UNITS[unit ?? ''] ?? 0)
  return total
}
