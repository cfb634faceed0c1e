/**
 * Colours of lines, the same on every dashboard. They are told apart on Grafana's dark and light background and by people
 * who see no red or no green (a test computes both). Green, orange and red are left to what is good, at risk and bad.
 */
export const SERVICE_COLORS = ['#309AD4', '#C68219', '#AA4695', '#6741FD', '#5A76E6'] as const

/** A colour of these for each name, in their order. */
export const colorsFor = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name, i) => [name, SERVICE_COLORS[i % SERVICE_COLORS.length] ?? '']))

/** What belongs to Prometheus itself. */
export const SELF_COLOR = '#8E8E8E'

/** Requests, samples or scrapes that failed. */
export const BAD = '#E02F44'
/** What may still become good: retried samples. */
export const AT_RISK = '#E0882A'

/** The colours of Fechatter's services. */
export const FECHATTER_COLORS = {
  fechatter_server: SERVICE_COLORS[0],
  notify_server: SERVICE_COLORS[1],
  analytics_server: SERVICE_COLORS[2],
  bot_server: SERVICE_COLORS[3],
  prometheus: SELF_COLOR,
} as const
