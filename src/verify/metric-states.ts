/**
 * `present`: with samples and the declared type. `waiting`: absent, which is normal before the first event.
 * `missing`: no sample of it. `wrong-type`: exposed as `actualType`. `wrong-labels`: with series that lack a declared
 * label. `partial`: not on every machine that is up, or not
 * in every scrape. `inconsistent`: its values go up and down between scrapes because several processes answer in turn.
 * `unknown`: could not be determined.
 */
export const METRIC_STATES = [
  'present',
  'waiting',
  'missing',
  'wrong-type',
  'wrong-labels',
  'partial',
  'inconsistent',
  'unknown',
] as const
export type MetricState = (typeof METRIC_STATES)[number]
