/** One of `values` below which the given share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [low = Number.NaN, high = low] = sorted.slice(Math.floor(at), Math.floor(at) + 2)
  return low + (high - low) * (at - Math.floor(at))
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Median of the ratios of runs that were neighbours: what the machine did meanwhile weighs on both alike. */
export function ratio(of: readonly number[], to: readonly number[]): number {
  return median(of.map((value, i) => value / (to[i] ?? Number.NaN)))
}

/** `min / median / p90 / max`, in the unit of the values. */
export function spread(values: readonly number[], digits = 0): string {
  return [0, 0.5, 0.9, 1].map((share) => quantile(values, share).toFixed(digits)).join(' / ')
}

/** Every contender once per round, each round beginning with another one. */
export async function interleaved<Name extends string, T>(
  rounds: number,
  contenders: Readonly<Record<Name, () => Promise<T>>>,
): Promise<Record<Name, T[]>> {
  const names = Object.keys(contenders) as Name[]
  const results = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<Name, T[]>
  for (let round = 0; round < rounds; round++)
    for (let i = 0; i < names.length; i++) {
      const name = names[(round + i) % names.length] as Name
      results[name].push(await contenders[name]())
    }
  return results
}

/** Rows as text, in columns. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length)
  return rows
    .map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd())
    .join('\n')
}

/** Whether a bound of ours holds, in words. */
export const bound = (value: number, most: number, unit = ''): string =>
  `at most ${most}${unit}: ${value <= most ? 'holds' : 'BROKEN'}`
