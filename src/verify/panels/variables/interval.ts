import { parseDuration } from '../../../lib/duration.ts'
import { isJsonObject, type JsonObject, stringIn } from '../../../lib/json-value.ts'

/** Upper limits and the round intervals that Grafana takes below them, in milliseconds. */
const ROUND: readonly (readonly [below: number, interval: number])[] = [
  [10, 1],
  [15, 10],
  [35, 20],
  [75, 50],
  [150, 100],
  [350, 200],
  [750, 500],
  [1_500, 1_000],
  [3_500, 2_000],
  [7_500, 5_000],
  [12_500, 10_000],
  [17_500, 15_000],
  [25_000, 20_000],
  [45_000, 30_000],
  [90_000, 60_000],
  [210_000, 120_000],
  [450_000, 300_000],
  [750_000, 600_000],
  [1_050_000, 900_000],
  [1_500_000, 1_200_000],
  [2_700_000, 1_800_000],
  [5_400_000, 3_600_000],
  [9_000_000, 7_200_000],
  [16_200_000, 10_800_000],
  [32_400_000, 21_600_000],
  [86_400_000, 43_200_000],
  [604_800_000, 86_400_000],
  [1_814_400_000, 604_800_000],
]

/** The interval of a time range in this many points, rounded as Grafana rounds it, and at least `least`. */
export function calculateInterval(rangeMs: number, points: number, least: number): number {
  const exact = rangeMs / points
  const rounded = ROUND.find(([below]) => exact < below)?.[1] ?? 2_592_000_000
  return Math.max(least, rounded)
}

const AUTO = /^\$__auto/

/** The value of an interval variable: the saved one, else the first; `auto` depends on the time range. */
export function intervalValue(variable: JsonObject, query: string, rangeMs: number): string {
  const saved = isJsonObject(variable.current) ? stringIn(variable.current.value) : ''
  const [first = ''] = query.split(',').map((one) => one.trim())
  const value = saved || first
  if (!AUTO.test(value)) return value
  const points = Number(variable.auto_count) > 0 ? Number(variable.auto_count) : 30
  const least = parseDuration(stringIn(variable.auto_min)) ?? 10_000
  return `${Math.max(1, Math.round(calculateInterval(rangeMs, points, least) / 1000))}s`
}
