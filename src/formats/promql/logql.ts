/** Quoted texts of a query, closed or not, and comments; what is between them is its syntax. */
const QUOTED = /"(?:[^"\\]|\\[\s\S]?)*"?|'(?:[^'\\]|\\[\s\S]?)*'?|`[^`]*`?|#.*/g

/**
 * Whether a query is written in LogQL, the language of Loki: it has a pipe or a line filter (`{app="web"} |= "error"`),
 * which PromQL does not know. A plain selector may be either.
 */
export const isLogQl = (query: string): boolean =>
  /\||\}\s*![=~]\s*""/.test(query.replace(QUOTED, (text) => (text.startsWith('#') ? '' : '""')))
