import { ActionError, messageOf, type Problem } from '../lib/errors.ts'
import { createLister } from './machines.ts'
import type { Limits } from './pace.ts'
import { poll } from './pace.ts'
import { patience } from './reach.ts'
import { recordedBy } from './rules.ts'
import { isSelfCertain } from './self-scrape.ts'
import { openTargets } from './tell.ts'
import type { VerifyRequest } from './verify.ts'
import { type Contents, type ContentsOptions, watchContents } from './watch-contents.ts'
import { type TargetsNow, type WatchOptions, watchTargets } from './watch-targets.ts'

export interface Watched {
  /** The last look at the targets; undefined when there was none. */
  now: TargetsNow | undefined
  contents: Contents
  /** Waiting longer would have changed nothing. */
  certain: boolean
  /** Why Prometheus could not be asked at the end; empty when it could. */
  problems: readonly Problem[]
}

/** When the targets take longer than this, what they expose is asked for anyway. */
const CONTENTS_MS = 30_000

/** Watches targets, metrics and panels until all of them are certain or time is up. */
export async function watchAll(
  request: VerifyRequest,
  tools: Pick<WatchOptions, 'mark' | 'prometheus' | 'log'> &
    Pick<ContentsOptions, 'markedAt'> & { limits: Limits },
): Promise<Watched> {
  const { config, dashboards = [] } = request
  const { prometheus, log, limits } = tools
  const lister = createLister(request.machines, request.refreshMachines, log)
  const recorded = once(async () => recordedBy(await prometheus.rules()))
  const look = watchTargets({ ...tools, config, lister, recorded })
  const contents = watchContents({
    ...tools,
    config,
    dashboards,
    recorded,
    source: request.dashboardSource ?? prometheus,
  })
  const hopeless = patience()
  let now: TargetsNow | undefined
  const watched = (certain: boolean, problems: readonly Problem[]): Watched => ({
    now,
    contents: contents.contents(),
    certain,
    problems,
  })
  try {
    return await poll(async () => {
      try {
        now = await look()
        const known = (now.certain || now.elapsed >= CONTENTS_MS) && (await contents.step(now))
        const certain = now.certain && known && isSelfCertain(now)
        const waitsFor = openTargets(now) ?? (known ? "Prometheus' scrape of itself" : contents.open())
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

/** Asks until there is an answer, and not again after that. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: { value: T } | undefined
  return async () => {
    answer ??= { value: await ask() }
    return answer.value
  }
}
