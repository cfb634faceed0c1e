/** A safety question of a script: `read -p "Deploy to production? (y/n)"`, `[ "$CONFIRM" != "1" ]`, `ifndef CONFIRM`. */
const QUESTION =
  /(?:\bread[ \t][^\n]{0,60}-\w*p|\bRead-Host|\bset[ \t]+\/p)[^\n]{0,200}\b(?:prod(?:uction)?|deploy\w*)\b[^\n]{0,200}(?:\?|\b(?:y(?:es)?\/n|yes)\b)|\$[({]?CONFIRM\w*(?::?-\w*)?[)}]?["']?[ \t]*(?:!=|=|-ne)|\bif(?:n?def|n?eq)[ \t]+\(?(?:\$[({])?CONFIRM/i

/** The line, from 1, where a script asks a person before a line of it; undefined: it does not ask. */
export function questionBefore(text: string, line: number): number | undefined {
  const lines = text.split('\n').slice(0, line)
  const at = lines.findLastIndex((one) => !/^\s*#/.test(one) && QUESTION.test(one))
  return at === -1 ? undefined : at + 1
}
