import type { Config } from '../config/schema.ts'
import { scrapeTimes } from '../config/scrape-options.ts'
import { parseDuration } from '../lib/duration.ts'
import { MEASURED_INTERVAL_MS, type ScrapeLoad } from '../plan/fly/capacity.ts'

/**
 * What Prometheus has to scrape. `machines`: on how many machines a service runs; apps that were not read are left out, so
 * that it may be more.
 */
export function scrapeLoad(
  { services, monitoring }: Config,
  machines: (service: Config['services'][number]) => number,
): ScrapeLoad {
  const load = { targets: 0, asMeasured: 0 }
  for (const service of services) {
    const interval = parseDuration(scrapeTimes(service, monitoring).interval) ?? MEASURED_INTERVAL_MS
    const targets = machines(service)
    load.targets += targets
    load.asMeasured += (targets * MEASURED_INTERVAL_MS) / interval
  }
  return load
}
