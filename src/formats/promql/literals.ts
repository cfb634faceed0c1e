import { isClassicName } from '../metric-types.ts'

/** A PromQL string literal. */
export const promqlString = (text: string): string => JSON.stringify(text)

/** The selector of a metric: its name, in the quotes of Prometheus 3 where it has dots. */
export const promqlName = (name: string): string => (isClassicName(name) ? name : `{${promqlString(name)}}`)

/** The regular expression of a matcher, quoted, that matches exactly these texts. */
export function promqlAnyOf(texts: Iterable<string>): string {
  const escaped = [...new Set(texts)].map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return promqlString(escaped.join('|'))
}

/** The expression with one more label, to distinguish the parts of a union. */
export const withLabel = (expr: string, name: string, value: string): string =>
  `label_replace(${expr}, ${promqlString(name)}, ${promqlString(value)}, "", "")`
