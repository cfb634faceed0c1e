/**
 * What one target may send in one scrape, so that a service that grows without limit is refused before Prometheus runs
 * out of memory. Measured on a machine of 512 MB: 100,000 series take 195 MB, 200,000 take 341 MB; a target of 10,240
 * series leaves room for fourteen like it. A response is held in memory completely while it is read.
 */
export const SAMPLES_PER_MB = 20

const MB_PER_BODY_MB = 32
/** No exposition that is worth scraping is larger. */
const MOST_BODY_MB = 64

/** The limits of a scrape job on a machine with this much memory. */
export function scrapeLimits(memoryMb: number): { samples: number; bodyMb: number } {
  return {
    samples: SAMPLES_PER_MB * memoryMb,
    bodyMb: Math.min(Math.floor(memoryMb / MB_PER_BODY_MB), MOST_BODY_MB),
  }
}
