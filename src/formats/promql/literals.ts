/** A PromQL string literal. */
export const promqlString = (text: string): string => JSON.stringify(text)

/** A matcher's regular expression, quoted, that matches exactly these texts. */
export function promqlAnyOf(texts: Iterable<string>): string {
  const escaped = [...new Set(texts)].map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return promqlString(escaped.join('|'))
}

/** The expression with one more label, to tell the parts of a union apart. */
export const withLabel = (expr: string, name: string, value: string): string =>
  `label_replace(${expr}, ${promqlString(name)}, ${promqlString(value)}, "", "")`
