/**
 * What one target may send in one scrape, so that a service that grows without end is refused before Prometheus runs
 * out of memory. Measured on a machine of 512 MB: 100,000 series take 195 MB, 200,000 take 341 MB; a target of 10,240
 * series leaves room for fourteen like it. An answer is held in memory whole while it is read.
 */
export const SAMPLES_PER_MB = 20

const MB_PER_BODY_MB = 32
/** No text of metrics that is wanted is bigger. */
const MOST_BODY_MB = 64

/** Limits of a scrape job for a machine with so much memory. */
export function scrapeLimits(memoryMb: number): { samples: number; bodyMb: number } {
  return {
    samples: SAMPLES_PER_MB * memoryMb,
    bodyMb: Math.min(Math.floor(memoryMb / MB_PER_BODY_MB), MOST_BODY_MB),
  }
}
