/** A variable of the environment with the port of the metrics, in quotes. */
const VARIABLE =
  /["'`](?:\w{1,40}_)?(?:METRICS|PROM(?:ETHEUS)?|EXPORTER)_(?:[A-Z]{1,20}_){0,2}(?:PORT|ADDR|ADDRESS|BIND|LISTEN)["'`]/
/** The default at the end of a chain of calls: `.unwrap_or(9000)`, `.unwrap_or_else(|_| "9000".into())`. */
const CHAINED = /\.unwrap_or(?:_else)?\([^\d\n]{0,40}?(?:[\d.]{7,15}:|:)?(\d{4,5})\b/
/** The variable that a value is kept in: `port := os.Getenv(…)`. */
const KEPT = /\b(\w{1,40})\s*(?:,\s*\w{1,20}\s*)?:?=\s/
const NUMBER = '["\'`]?[^\\s"\'`]{0,20}?:?(\\d{4,5})\\b'
/** A chain or a condition goes on for a few lines. */
const MOST_LINES = 6

/** The port that code takes when the variable of a line is not set, from the lines that follow; undefined when none says it. */
export function defaultPort(lines: readonly string[], at: number): number | undefined {
  const line = lines[at] ?? ''
  if (!VARIABLE.test(line)) return undefined
  const following = lines.slice(at + 1, at + 1 + MOST_LINES).map((one) => one.slice(0, 200))
  const chain = [line, ...following.slice(0, lengthOfChain(following))]
  const chained = chain.map((one) => CHAINED.exec(one)?.[1]).find((port) => port !== undefined)
  const name = KEPT.exec(line)?.[1]
  const set = name === undefined ? undefined : new RegExp(`\\b${name}\\s*=(?!=)\\s*${NUMBER}`)
  const port = Number(chained ?? following.map((one) => set?.exec(one)?.[1]).find((one) => one !== undefined))
  return port > 0 && port < 65_536 ? port : undefined
}

const lengthOfChain = (lines: readonly string[]): number => {
  const end = lines.findIndex((line) => !/^\s*[.)]/.test(line))
  return end < 0 ? lines.length : end
}
