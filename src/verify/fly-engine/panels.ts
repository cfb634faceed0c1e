import { declaredMetrics } from '../../config/declared-metrics.ts'
import type { Config } from '../../config/schema.ts'
import {
  FLY_INTERVAL_MS,
  FLY_LABELS,
  FLY_LAG_MS,
  FLY_SERIES,
  type FlyMetrics,
} from '../../model/fly-series.ts'
import type { PanelEvidence } from '../evidence.ts'
import { afterTrafficNames } from '../metrics/contract.ts'
import { seriesOfMetric } from '../metrics/names.ts'
import type { PanelContext } from '../panels/absent.ts'
import { askPanels } from '../panels/ask.ts'
import type { LibraryPanels } from '../panels/library-panels.ts'
import type { WrittenDashboard } from '../panels/panel-queries.ts'
import type { TimeWindow } from '../panels/presence.ts'
import type { QuerySource } from '../panels/query-source.ts'
import { needsAnswer, panelQuestions, tooEarlyIfEmpty } from '../panels/questions.ts'
import { type PollLimits, poll } from '../poll.ts'
import { lagOf } from './pulse.ts'
import type { FlyWatch } from './watch.ts'

export interface FlyPanelScope {
  config: Config
  dashboards: readonly WrittenDashboard[]
  libraryPanels: LibraryPanels | undefined
  /** Where the queries are sent: Grafana's data source, or Fly's Prometheus itself. */
  source: QuerySource
  fly: FlyMetrics
  watch: FlyWatch
  /** Names that the services expose. */
  names: readonly string[]
  limits: PollLimits
  verifyStart: number
  /** The start of verification on the local clock. */
  localStart: number
}

/** What VictoriaMetrics hides from every query with a function: `-search.latencyOffset`, 30 s by default. */
const HIDDEN_MS = 30_000
const EVERY_MS = 3_000

/** Fly writes them of each machine at its own time; the others only with traffic or an exit. */
const isOfEachMachine = (name: string): boolean => /^fly_instance_(?!exit_)/.test(name)

/**
 * Runs the queries of the dashboards until each has data, or is empty as in a healthy service. A rate needs two samples that
 * are no longer hidden; only then is any other empty answer final.
 */
export async function judgeFlyPanels(scope: FlyPanelScope): Promise<PanelEvidence[]> {
  const { dashboards, libraryPanels, limits, watch, source } = scope
  const asked = panelQuestions(dashboards, libraryPanels)
  if (asked.length === 0) return []
  const lags = [...watch.pulses.values()].map((pulse) => Math.min(lagOf(pulse) ?? 0, FLY_LAG_MS))
  const arrivesMs = Math.max(0, ...lags) + 2 * FLY_INTERVAL_MS
  const hiddenMs = HIDDEN_MS + arrivesMs
  const context = contextOf(scope)
  const began = performance.now() - (watch.clock - scope.verifyStart)
  const isComplete = await poll(
    async () => {
      const window = windowOf(scope, hiddenMs)
      const unanswered = await askPanels(asked, { source, context, window, last: true })
      const elapsed = performance.now() - began
      const isFinal = ({ state, absent }: PanelEvidence) =>
        state === 'waiting' && (elapsed > arrivesMs || !absent.some(isOfEachMachine))
      const open = asked.filter((one) => needsAnswer(one) && !isFinal(one.evidence)).length
      const done = open === 0 || (elapsed > hiddenMs && unanswered === 0)
      const waitsFor = `samples for ${open} panel queries, the newest of which Fly's Prometheus hides for a while`
      return { done, value: done, waitsFor }
    },
    { ...limits, everyMs: EVERY_MS },
  )
  return asked.map(({ evidence }) => (isComplete ? evidence : tooEarlyIfEmpty(evidence)))
}

/** From the start of verification until now. */
function windowOf({ verifyStart, localStart }: FlyPanelScope, hiddenMs: number): TimeWindow {
  const elapsed = Math.max(1_000, Date.now() - localStart)
  return { at: verifyStart + elapsed, scrapedMs: elapsed, rulesMs: elapsed, hiddenMs }
}

function contextOf({ config, watch, names }: FlyPanelScope): PanelContext {
  const { services } = config
  const up = new Set(
    watch.machines.flatMap(({ seen, state }) => (state.kind === 'up' ? seen.expected.service : [])),
  )
  const down = services.filter(({ name }) => !up.has(name))
  return {
    declared: new Set(services.flatMap((service) => declaredMetrics(service).map(({ name }) => name))),
    // Which of its own series Fly has of a machine, and from when on, is not promised.
    afterTraffic: new Set([...afterTrafficNames(services), ...FLY_SERIES]),
    downService: new Map(
      down.flatMap((service) =>
        declaredMetrics(service).flatMap(({ name }) =>
          seriesOfMetric(name).map((series) => [series, service.name] as const),
        ),
      ),
    ),
    names,
    targetLabels: new Set(FLY_LABELS),
    ...{ recorded: new Map(), alerts: new Set(), isWithoutRules: true },
    ...{ scrapeIntervalMs: FLY_INTERVAL_MS, intervalOf: () => FLY_INTERVAL_MS },
  }
}
