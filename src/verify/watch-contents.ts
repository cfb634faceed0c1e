import { declaredMetrics } from '../config/declared-metrics.ts'
import type { Config } from '../config/schema.ts'
import { longestInterval } from '../config/scrape-options.ts'
import { parseDuration } from '../lib/duration.ts'
import { count } from '../lib/text.ts'
import { FLY_LAG_MS, FLY_SERIES, FLY_SERIES_OF_EVENTS } from '../model/fly-series.ts'
import type { Prometheus } from '../model/prometheus.ts'
import type { MetricEvidence, PanelEvidence, UndeclaredMetrics } from './evidence.ts'
import {
  afterTrafficNames,
  namesOfDown,
  type ObservedContract,
  uncheckedContract,
  watchContract,
} from './metrics/contract.ts'
import { readEveryScrape } from './metrics/every-scrape.ts'
import { intervalsOf } from './metrics/intervals.ts'
import { askPanels } from './panels/ask.ts'
import type { LibraryPanels } from './panels/library-panels.ts'
import type { WrittenDashboard } from './panels/panel-queries.ts'
import { isMadeByRules } from './panels/presence.ts'
import type { QuerySource } from './panels/query-source.ts'
import {
  needsAnswer,
  type PanelQuestion,
  panelQuestions,
  reopen,
  tooEarlyIfEmpty,
} from './panels/questions.ts'
import { isRipe, upKeys, windowOf } from './readiness.ts'
import { createRoundPace, createTimer } from './round-pace.ts'
import { type RecordedSeries, RULES_MS } from './rules/judge.ts'
import type { StoreFacts } from './store/state.ts'
import { shortestIntervalMs } from './targets/history-feed.ts'
import type { TargetsNow } from './targets/snapshot.ts'

export interface ContentsOptions {
  config: Config
  dashboards: readonly WrittenDashboard[]
  /** The library panels to which the dashboards refer. */
  libraryPanels?: LibraryPanels | undefined
  /** Start of verification on Prometheus' clock, in milliseconds, and the same moment on the local clock. */
  verifyStart: number
  localStart: number
  prometheus: Prometheus
  recorded: () => Promise<RecordedSeries>
  /** Where the dashboards' queries are answered. */
  source: QuerySource
  /** The server that has the samples, where it is not Prometheus itself. */
  store?: StoreFacts | undefined
}

export interface ContentEvidence {
  metrics: MetricEvidence[]
  undeclared: UndeclaredMetrics[]
  panels: PanelEvidence[]
}

/** Metrics and panels over a verification. */
export interface ContentsWatch {
  /** Queries again if that may change something; true when the result is final. */
  step(now: TargetsNow): Promise<boolean>
  /** What is still waited for, for the log. */
  open(): string
  contents(): ContentEvidence
}

const UNSEEN = 'Time ran out before its metrics were looked at.'

function contentsOf(
  { metrics, undeclared }: ObservedContract,
  asked: readonly PanelQuestion[],
  isFinal: boolean,
): ContentEvidence {
  const panels = asked.map(({ evidence }) => (isFinal ? evidence : tooEarlyIfEmpty(evidence)))
  return { metrics, undeclared, panels }
}

const isGood = ({ metrics }: ObservedContract, asked: readonly PanelQuestion[]): boolean =>
  metrics.every(isThere) && !asked.some(needsAnswer)

/** How long the evaluation of a rule group takes at most. */
const EVALUATION_MS = 1_000

/**
 * Metrics and panels: queried as soon as the targets are known, and again while further scrapes may add samples. At the
 * end, every scrape of the running processes is looked at.
 */
export function watchContents(options: ContentsOptions): ContentsWatch {
  const { config } = options
  const asked = panelQuestions(options.dashboards, options.libraryPanels)
  const { ask, askHistory } = asker(options, asked)
  const askScrapes = everyScrapeAsker(askHistory)
  const pace = createRoundPace()
  const mayChange = createPatience(config)
  let contract: ObservedContract | undefined
  let ripeSince: number | undefined
  /** The targets that were up when the last scrape was final, and when all scrapes were. */
  let finalFor: string | undefined
  let watchedFor: string | undefined

  /** The last scrape of every target. */
  async function askOnce(now: TargetsNow): Promise<void> {
    if (finalFor !== undefined) asked.forEach(reopen)
    finalFor = undefined
    ripeSince = isRipe(now) ? (ripeSince ?? now.elapsed) : undefined
    const { intervalMs } = await options.recorded()
    const rules = waitsForRules(asked) ? Math.min(intervalMs + EVALUATION_MS, RULES_MS) : 0
    const last = ripeSince !== undefined && now.elapsed - ripeSince >= rules
    if (!pace.isDue(now, last)) return
    const found = await ask(now, last)
    contract = found.contract
    pace.asked(now, last)
    if ((!mayChange(found, now) && last) || isGood(found.contract, asked)) finalFor = upKeys(now)
  }

  return {
    async step(now) {
      const upNow = upKeys(now)
      if (finalFor !== upNow) await askOnce(now)
      // All scrapes are looked at once no more of them are waited for.
      const watched =
        finalFor === upNow && watchedFor !== upNow && now.certain && contract
          ? await askScrapes(now, contract)
          : undefined
      if (watched) {
        contract = watched
        watchedFor = upNow
      }
      return finalFor === upNow && watchedFor === upNow
    },
    open: () => describeOpen(contract, asked),
    contents: () =>
      contentsOf(contract ?? uncheckedContract(config.services, UNSEEN), asked, finalFor !== undefined),
  }
}

/** What has no good answer yet, for the log. */
function describeOpen(contract: ObservedContract | undefined, asked: readonly PanelQuestion[]): string {
  const metrics = contract?.metrics.filter((metric) => !isThere(metric)).length ?? 0
  const panels = asked.filter(needsAnswer).length
  return metrics + panels === 0 && contract
    ? 'the next scrapes: a counter went back, or a question about earlier scrapes was not answered'
    : `the next scrapes: ${count(metrics, 'metric')} and ${count(panels, 'panel query', 'panel queries')} have no samples yet`
}

/** Queries everything once: the metrics, and the panels that have no good answer yet. */
function asker(
  { config, verifyStart, localStart, prometheus, source, recorded, store }: ContentsOptions,
  asked: readonly PanelQuestion[],
) {
  const { services } = config
  const hasFly = config.monitoring.fly_metrics === true
  // How old they are is a claim of its own.
  const ofFly = hasFly ? FLY_SERIES.map((name) => [name, FLY_LAG_MS] as const) : []
  const promised = {
    declared: new Set(services.flatMap((service) => declaredMetrics(service).map(({ name }) => name))),
    afterTraffic: new Set([...afterTrafficNames(services), ...(hasFly ? FLY_SERIES_OF_EVENTS : [])]),
    scrapeIntervalMs: parseDuration(longestInterval(config)) ?? 15_000,
    intervalOf: intervalsOf(config),
  }
  const intervalMs = shortestIntervalMs(config)
  const watch = watchContract({ services, prometheus, verifyStart, store: store?.name })
  const roundOf = async (now: TargetsNow) => ({
    window: windowOf(now, verifyStart, Date.now() - localStart - prometheus.lagMs()),
    observations: now.observations,
    rules: await recorded(),
  })
  return {
    async ask(now: TargetsNow, last: boolean) {
      const { window, observations, rules } = await roundOf(now)
      // Samples of other metrics in panels may carry timestamps of their own, too.
      const names = asked.filter(needsAnswer).flatMap(({ evidence }) => evidence.absent.map(metricOf))
      const contract = await watch.ask({ observations, recorded: rules.names, at: window.at, names })
      const context = {
        ...promised,
        downService: namesOfDown(services, now.observations),
        names: contract.names,
        targetLabels: new Set(now.seen.flatMap(({ labels }) => Object.keys(labels))),
        ...{ recorded: rules.queries, alerts: rules.alerts },
      }
      const unanswered = await askPanels(asked, {
        ...{ source, context, last },
        window: { ...window, delayed: new Map([...contract.delayed, ...ofFly]) },
      })
      return { contract, unanswered: unanswered + (contract.isUnanswered ? 1 : 0) }
    },
    async askHistory(now: TargetsNow, contract: ObservedContract) {
      const { window, observations } = await roundOf(now)
      const scope = { prometheus, observations, verifyStart, at: window.at, intervalMs }
      const { metrics, ...rest } = await readEveryScrape(contract.metrics, scope)
      return { contract: { ...contract, metrics }, ...rest }
    },
  }
}

/** How long queries are repeated at the end that got no answer. */
const UNANSWERED_MS = 30_000

/** How long to wait for the scrapes that tell why a counter went back; see `isSteady`. */
const UNCLEAR_MS = 60_000

/** How late a scrape may be stored. */
const LATE_MS = 1_000

/** Whether to ask again at the end: for lost answers, and for old samples, which the next scrape may follow. */
function createPatience(config: Config) {
  const isLost = createTimer(UNANSWERED_MS)
  const isOld = createTimer((parseDuration(longestInterval(config)) ?? 15_000) + LATE_MS)
  return (
    { unanswered, contract }: { unanswered: number; contract: ObservedContract },
    { elapsed }: TargetsNow,
  ): boolean => [isLost(unanswered > 0, elapsed), isOld(contract.mayAdvance, elapsed)].includes(true)
}

/** Asks for all scrapes; again for lost answers, and where further scrapes tell why a counter went back. */
function everyScrapeAsker(ask: ReturnType<typeof asker>['askHistory']) {
  const pace = createRoundPace()
  const isUnclear = createTimer(UNCLEAR_MS)
  const isUnread = createTimer(UNANSWERED_MS)
  return async (now: TargetsNow, current: ObservedContract): Promise<ObservedContract | undefined> => {
    if (!pace.isDue(now, false)) return undefined
    const { contract, unclear, unanswered } = await ask(now, current)
    pace.asked(now, false)
    const isOpen = [isUnclear(unclear, now.elapsed), isUnread(unanswered, now.elapsed)].includes(true)
    return isOpen ? undefined : contract
  }
}

/** The metric of a selector in short form: `metric{label="value"}`. */
const metricOf = (selector: string): string => selector.split('{')[0] ?? ''

const isThere = ({ state }: MetricEvidence): boolean => state === 'present' || state === 'waiting'

const waitsForRules = (asked: readonly PanelQuestion[]): boolean =>
  asked.some(
    (one) => needsAnswer(one) && (one.query.expr.match(/[a-zA-Z_][\w:]*/g) ?? []).some(isMadeByRules),
  )
