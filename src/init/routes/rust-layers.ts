import { indentOf } from './definitions.ts'

/** What Rust puts around the routes that a chain has so far. */
const LAYER =
  /\.(?:route_layer|layer|wrap)\(\s*(?:\w+::)*(?:from_fn(?:_with_state)?\(\s*(?:[\w.&]+(?:\(\))?,\s*)?)?(?:\w+::)*(\w+)/
/** A router is merged into another one, and that into the one of the program. */
const MOST_MERGES = 2

/** The layers below a line in its chain, and in the chains that its variable is merged into, with their lines from 1. */
export function layersAround(
  lines: readonly string[],
  at: number,
  most = MOST_MERGES,
): { name: string; line: number }[] {
  const indent = indentOf(lines[at] ?? '')
  const length = lines.slice(at).findIndex((line) => /[;}]\s*$/.test(line) && indentOf(line) <= indent)
  const end = length < 0 ? lines.length : at + length + 1
  const own = lines.slice(at, end).flatMap((line, i) => {
    const name = LAYER.exec(line)?.[1]
    return name === undefined ? [] : [{ name, line: at + i + 1 }]
  })
  const start = lines.slice(0, at + 1).findLast((line) => /^\s*let\s/.test(line))
  const variable = /^\s*let\s+(?:mut\s+)?(\w+)/.exec(start ?? '')?.[1]
  const merges = new RegExp(`\\.(?:merge|nest)\\([^\\n]{0,100}\\b${variable}\\b`)
  const merged = variable === undefined ? -1 : lines.findIndex((line, i) => i >= end && merges.test(line))
  return merged < 0 || most === 0 ? own : [...own, ...layersAround(lines, merged, most - 1)]
}
