import type { Sources } from '../config/sources/source-files.ts'
import type { Pace } from '../lib/pace.ts'
import { metricsInDashboard } from './dashboard/metrics.ts'
import { losesSeries, type SeriesNames, type UsedMetrics } from './query/metrics.ts'
import { metricsInRules } from './rules/metrics.ts'

/** A panel or a rule, and where it is. */
interface MetricUse extends UsedMetrics {
  file: string
}

/** What the panels and rules of a repository read. */
export async function usesOf({ rules, dashboards }: Sources, pace: Pace): Promise<MetricUse[]> {
  const uses: MetricUse[] = []
  await pace.each(rules, ({ file, text }) => {
    for (const use of metricsInRules(text)) uses.push({ ...use, file })
  })
  await pace.each(dashboards, ({ file, text }) => {
    for (const use of metricsInDashboard(text() ?? '')) uses.push({ ...use, file })
  })
  return uses
}

/** What loses series, with what reads a series that one of these rules records. */
export function losses(uses: readonly MetricUse[], { gone, kept }: SeriesNames): string[] {
  const names = new Set(gone)
  const through = new Map<MetricUse, string | undefined>()
  const isLost = (use: MetricUse, all: ReadonlySet<string>) =>
    use.queries.some((query) => losesSeries(query, { gone: all, kept }))
  for (const use of uses) if (isLost(use, names)) through.set(use, undefined)
  for (const { records } of through.keys()) {
    // Another rule of that name still records it.
    const others = uses.some((use) => use.records === records && !through.has(use))
    if (records === undefined || names.has(records) || others) continue
    names.add(records)
    // A map yields what is added to it meanwhile.
    for (const use of uses) if (!through.has(use) && isLost(use, names)) through.set(use, records)
  }
  return [...through].map(([{ what, file, line }, record]) =>
    record === undefined ? `${what} (${file}:${line})` : `${what} (${file}:${line}, by ${record})`,
  )
}
