import type { ServiceConfig } from '../config/schema.ts'
import { ActionError, type Diagnostic, messageOf } from '../lib/errors.ts'
import type { Prometheus } from '../model/prometheus.ts'
import { type PollLimits, poll } from './poll.ts'
import type { VerifyRequest } from './request.ts'
import { type RecordedSeries, recordedSeriesOf } from './rules/judge.ts'
import { createPatience } from './server/reach.ts'
import { isSelfCertain } from './server/self-scrape.ts'
import type { ServerWatch } from './server/servers.ts'
import { createMachineLister } from './targets/machine-list.ts'
import { describeOpenTargets } from './targets/progress.ts'
import type { TargetsNow } from './targets/snapshot.ts'
import { type WatchOptions, watchTargets } from './targets/watch.ts'
import { unreadContents } from './unread-contents.ts'
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
  tools: Pick<WatchOptions, 'verifyStart' | 'prometheus' | 'log' | 'store'> &
    Pick<ContentsOptions, 'localStart' | 'libraryPanels'> & { servers: ServerWatch; limits: PollLimits },
): Promise<WatchResult> {
  const { config, dashboards = [], isUnscraped } = request
  const { prometheus, log, limits } = tools
  const lister = createMachineLister(request.machines, request.refreshMachines, log)
  const recorded = createRecorded(prometheus)
  const promised = dashboards.length > 0 || config.services.some(declaresMetrics)
  const isDeployed = request.deployBegan !== undefined
  const observe = watchTargets({ ...tools, config, lister, recorded, promised, isDeployed, isUnscraped })
  const options = {
    ...tools,
    config,
    dashboards,
    recorded,
    source: request.dashboardSource ?? prometheus,
  }
  const unread = tools.store?.unread()
  const contents = unread === undefined ? watchContents(options) : unreadContents(options, unread)
  const hopeless = createPatience()
  const began = performance.now()
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
        const [observed] = await Promise.all([observe(), tools.servers.look(performance.now() - began)])
        now = observed
        const known = (isReady(now) || now.elapsed >= CONTENTS_MS) && (await contents.step(now))
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

const declaresMetrics = ({ metrics }: ServiceConfig): boolean => Object.keys(metrics).length > 0

/** A target that is up, and only to be seen again, has everything that metrics and panels need. */
const isReady = ({ certain, absent, open }: TargetsNow): boolean =>
  certain || (absent.length === 0 && open.every(({ state }) => state === 'up'))

/** After a refused or lost answer, how long until the rules are asked for again. */
const RULES_AGAIN_MS = 5_000

/**
 * The series that rules record, asked for once. They only refine other answers, so that a proxy that does not let this
 * question through must not keep targets from being judged: until there is an answer, there are none.
 */
function createRecorded(prometheus: Pick<Prometheus, 'rules'>): () => Promise<RecordedSeries> {
  let answer: RecordedSeries | undefined
  let due = 0
  return async () => {
    if (answer || performance.now() < due) return answer ?? recordedSeriesOf([])
    try {
      answer = recordedSeriesOf(await prometheus.rules())
    } catch (error) {
      if (!(error instanceof ActionError)) throw error
      due = performance.now() + RULES_AGAIN_MS
    }
    return answer ?? recordedSeriesOf([])
  }
}
