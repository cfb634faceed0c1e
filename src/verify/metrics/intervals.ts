import { declaredMetrics } from '../../config/declared-metrics.ts'
import type { Config } from '../../config/schema.ts'
import { scrapeTimes } from '../../config/scrape-options.ts'
import { parseDuration } from '../../lib/duration.ts'
import { seriesOfMetric } from './names.ts'

/** The scrape interval of each declared series; of others the one of most services. */
export function intervalsOf({ services, monitoring }: Config): (metric: string | undefined) => number {
  const intervals = new Map(
    services.flatMap((service) => {
      const { interval } = scrapeTimes(service, monitoring)
      const ms = parseDuration(interval) ?? 15_000
      return declaredMetrics(service).flatMap(({ name }) =>
        seriesOfMetric(name).map((series) => [series, ms] as const),
      )
    }),
  )
  const usual = parseDuration(monitoring.scrape_interval) ?? 15_000
  return (metric) => intervals.get(metric ?? '') ?? usual
}
