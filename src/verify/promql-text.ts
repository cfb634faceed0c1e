/** A PromQL string literal. */
export const literal = (text: string): string => JSON.stringify(text)

/** A matcher's regular expression, quoted, that matches exactly these texts. */
export function anyOf(texts: Iterable<string>): string {
  const escaped = [...new Set(texts)].map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return literal(escaped.join('|'))
}

/** The expression with one more label, to tell the parts of a union apart. */
export const label = (expr: string, name: string, value: string): string =>
  `label_replace(${expr}, ${literal(name)}, ${literal(value)}, "", "")`
