import { ActionError, type Diagnostic, messageOf } from '../lib/errors.ts'
import { type PollLimits, poll } from './poll.ts'
import type { VerifyRequest } from './request.ts'
import { recordedSeriesOf } from './rules/judge.ts'
import { createPatience } from './server/reach.ts'
import { isSelfCertain } from './server/self-scrape.ts'
import { createMachineLister } from './targets/machine-list.ts'
import { describeOpenTargets } from './targets/progress.ts'
import type { TargetsNow } from './targets/snapshot.ts'
import { type WatchOptions, watchTargets } from './targets/watch.ts'
import { type ContentEvidence, type ContentsOptions, watchContents } from './watch-contents.ts'

export interface WatchResult {
  /** The last observation of the targets; undefined when there was none. */
  now: TargetsNow | undefined
  contents: ContentEvidence
  /** Waiting longer would not have changed the result. */
  certain: boolean
  /** Why Prometheus could not be asked at the end; empty when it could. */
  problems: readonly Diagnostic[]
}

/** When the targets take longer than this, their metrics are checked anyway. */
const CONTENTS_MS = 30_000

/** Watches targets, metrics and panels until all of them are certain or time is up. */
export async function watchAll(
  request: VerifyRequest,
  tools: Pick<WatchOptions, 'verifyStart' | 'prometheus' | 'log'> &
    Pick<ContentsOptions, 'localStart' | 'libraryPanels'> & { limits: PollLimits },
): Promise<WatchResult> {
  const { config, dashboards = [] } = request
  const { prometheus, log, limits } = tools
  const lister = createMachineLister(request.machines, request.refreshMachines, log)
  const recorded = once(async () => recordedSeriesOf(await prometheus.rules()))
  const observe = watchTargets({ ...tools, config, lister, recorded })
  const contents = watchContents({
    ...tools,
    config,
    dashboards,
    recorded,
    source: request.dashboardSource ?? prometheus,
  })
  const hopeless = createPatience()
  let now: TargetsNow | undefined
  const watched = (certain: boolean, problems: readonly Diagnostic[]): WatchResult => ({
    now,
    contents: contents.contents(),
    certain,
    problems,
  })
  try {
    return await poll(async () => {
      try {
        now = await observe()
        const known = (now.certain || now.elapsed >= CONTENTS_MS) && (await contents.step(now))
        const certain = now.certain && known && isSelfCertain(now)
        const waitsFor =
          describeOpenTargets(now) ?? (known ? "Prometheus' scrape of itself" : contents.open())
        return { done: certain, value: watched(certain, []), waitsFor }
      } catch (error) {
        if (!(error instanceof ActionError)) throw error
        const waitsFor = `Prometheus: ${messageOf(error)}`
        return { done: hopeless(error), value: watched(false, error.problems), waitsFor }
      }
    }, limits)
  } finally {
    await lister.close()
  }
}

/** Caches the first successful answer. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: { value: T } | undefined
  return async () => {
    answer ??= { value: await ask() }
    return answer.value
  }
}
