import type { Rule } from '../rule.ts'
import { bucketOfSummary } from './bucket-of-summary.ts'
import { experimentalInPanel } from './experimental.ts'
import { queryLimit } from './limit.ts'
import { literalPattern } from './literal-pattern.ts'
import { maybeSummary } from './maybe-summary.ts'
import { neverMatches } from './never-matches.ts'
import { lostBuckets } from './no-le.ts'
import { noSuchSeries } from './no-such-series.ts'
import { quantileRange } from './quantile.ts'
import { rateOfGauge } from './rate-of-gauge.ts'
import { rateOfSum } from './rate-of-sum.ts'
import { ratioOfItself } from './ratio-of-itself.ts'
import { rawCounter } from './raw-counter.ts'
import { shortRange } from './short-range.ts'
import { sparseRange } from './sparse-range.ts'
import type { Offset, Query } from './subject.ts'
import { querySyntax } from './syntax.ts'
import { undeclaredMetric } from './undeclared-metric.ts'
import { unrecordedMetric } from './unrecorded-metric.ts'

/** Every check of a query, in a dashboard or in a rule. */
export const queryRules: readonly Rule<Query, Offset>[] = [
  querySyntax,
  bucketOfSummary,
  noSuchSeries,
  neverMatches,
  shortRange,
  quantileRange,
  lostBuckets,
  undeclaredMetric,
  unrecordedMetric,
  maybeSummary,
  rawCounter,
  rateOfGauge,
  rateOfSum,
  ratioOfItself,
  literalPattern,
  sparseRange,
  experimentalInPanel,
  queryLimit,
]
