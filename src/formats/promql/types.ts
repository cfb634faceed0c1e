export interface Matcher {
  label: string
  op: '=' | '!=' | '=~' | '!~'
  /** The value without quotes and escapes. */
  value: string
  /** Offsets of the whole matcher in the query. */
  from: number
  to: number
}

/** One vector selector: `name{label="value"}`. */
export interface Selector {
  /** The metric's name, wherever it is written; undefined when the selector names none (or only a pattern). */
  metric: string | undefined
  /** All matchers except the one that names the metric. */
  matchers: readonly Matcher[]
  /** The functions and aggregations around it, innermost first: rate, sum. */
  within: readonly EnclosingCall[]
  /** The source text of the range, without brackets: `5m`; undefined for an instant selector. */
  range: string | undefined
  from: number
  to: number
}

/** A function or an aggregation, with the labels that an aggregation groups by. */
export interface EnclosingCall {
  name: string
  labels?: { kind: 'by' | 'without'; names: readonly string[] }
}

/** `on (…) group_left (…)`: by which labels an operation matches the series of its sides. */
export interface Matching {
  kind: 'on' | 'ignoring'
  names: readonly string[]
  /** The side of which several series may match one of the other; undefined: one series of each. */
  many: 'left' | 'right' | undefined
  /** The labels that the result has from the other side. */
  included: readonly string[]
}

export interface PromqlError {
  /** `limit`: too long or too deep to be checked, which is not a mistake. */
  kind: 'syntax' | 'limit'
  message: string
  from: number
  to: number
}

export interface ParsedQuery {
  /** Whether Prometheus would accept the query. */
  ok: boolean
  errors: readonly PromqlError[]
  /** Every vector selector, in the order of the text; empty when the text could not be parsed. */
  selectors: readonly Selector[]
  /** Functions and modifiers that Prometheus accepts only with a feature flag. */
  experimental: readonly { name: string; from: number; to: number }[]
  /** Numbers that functions and aggregations get as their first argument: quantiles, and how many series. */
  parameters: readonly { name: string; value: number; from: number }[]
  /** Comparisons that no value fulfils, as a text. */
  emptyRanges: readonly { text: string; from: number }[]
  type: PromqlType | undefined
}

export type PromqlType = 'vector' | 'matrix' | 'scalar' | 'string'
