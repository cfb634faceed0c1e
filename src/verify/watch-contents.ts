import { declaredMetrics } from '../config/declared-metrics.ts'
import type { Config } from '../config/schema.ts'
import { longestInterval, scrapeTimes } from '../config/scrape-options.ts'
import { parseDuration } from '../lib/duration.ts'
import { count } from '../lib/text.ts'
import { type Prometheus, SELF_JOB } from '../model/prometheus.ts'
import type { MetricEvidence, PanelEvidence, UndeclaredMetrics } from './evidence.ts'
import { afterTrafficNames, namesOfDown, type ObservedContract, readContract } from './metrics/contract.ts'
import { judgeContract, NOTHING_EXPOSED, SERIES_SUFFIXES } from './metrics/judge.ts'
import { askPanels } from './panels/ask.ts'
import type { LibraryPanels } from './panels/library-panels.ts'
import type { WrittenDashboard } from './panels/panel-queries.ts'
import { isMadeByRules, type TimeWindow } from './panels/presence.ts'
import type { QuerySource } from './panels/query-source.ts'
import { needsAnswer, type PanelQuestion, panelQuestions } from './panels/questions.ts'
import { FIRST_TARGETS_MS } from './poll.ts'
import { type RecordedSeries, RULES_MS } from './rules/judge.ts'
import { expectedKey, scrapedAt } from './targets/observe.ts'
import { ALIGNMENT_MS } from './targets/scrape-history.ts'
import type { TargetsNow } from './targets/snapshot.ts'
import { targetKey } from './targets/target-key.ts'

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
}

export interface ContentEvidence {
  metrics: MetricEvidence[]
  undeclared: UndeclaredMetrics[]
  panels: PanelEvidence[]
}

/** Pauses between rounds of queries, in milliseconds, while something has no final answer. */
const ROUNDS_MS = [500, 1_000, 2_000, 4_000]

/** How long the evaluation of a rule group takes at most. */
const EVALUATION_MS = 1_000

/** Metrics and panels: queried as soon as the targets are known, and again while further scrapes may add samples. */
export function watchContents(options: ContentsOptions) {
  const { config } = options
  const asked = panelQuestions(options.dashboards, options.libraryPanels)
  const askAll = asker(options, asked)
  const isPatient = createUnansweredPatience()
  /** Asking again because of queries without an answer. */
  let isRepeating = false
  let contract: ObservedContract | undefined
  let rounds = 0
  let due = 0
  let ripeSince: number | undefined
  /** The targets that were up when everything was queried for the last time. */
  let finalFor: string | undefined

  const isGood = (): boolean => contract?.metrics.every(isThere) === true && !asked.some(needsAnswer)

  return {
    /** Queries again if that may change something; true when the result is final. */
    async step(now: TargetsNow): Promise<boolean> {
      const upNow = upKeys(now)
      ripeSince = isRipe(now) ? (ripeSince ?? now.elapsed) : undefined
      const { intervalMs } = await options.recorded()
      const rules = waitsForRules(asked) ? Math.min(intervalMs + EVALUATION_MS, RULES_MS) : 0
      const last = ripeSince !== undefined && now.elapsed - ripeSince >= rules
      if (finalFor !== upNow && ((last && !isRepeating) || now.elapsed >= due)) {
        const found = await askAll(now, last)
        contract = found.contract
        due = now.elapsed + (ROUNDS_MS[Math.min(rounds++, ROUNDS_MS.length - 1)] ?? 0)
        isRepeating = last && isPatient(found.unanswered, now.elapsed)
        if ((last && !isRepeating) || isGood()) finalFor = upNow
      }
      return finalFor === upNow
    },
    /** What has no good answer yet, for the log. */
    open: (): string => describeOpen(contract, asked),
    contents(): ContentEvidence {
      return {
        metrics:
          contract?.metrics ??
          config.services
            .flatMap((service) => judgeContract(service, NOTHING_EXPOSED))
            .map((metric) => ({ ...metric, why: 'Time ran out before its metrics were looked at.' })),
        undeclared: contract?.undeclared ?? [],
        panels: asked.map(({ evidence }) => (finalFor === undefined ? early(evidence) : evidence)),
      }
    },
  }
}

/** What waits for the next scrapes, for the log. */
function describeOpen(contract: ObservedContract | undefined, asked: readonly PanelQuestion[]): string {
  const metrics = contract?.metrics.filter((metric) => !isThere(metric)).length ?? 0
  const panels = asked.filter(needsAnswer).length
  return `the next scrapes: ${count(metrics, 'metric')} and ${count(panels, 'panel query', 'panel queries')} have no samples yet`
}

/** Queries everything once: the metrics, and the panels that have no good answer yet. */
function asker(
  { config, verifyStart, localStart, prometheus, source, recorded }: ContentsOptions,
  asked: readonly PanelQuestion[],
): (now: TargetsNow, last: boolean) => Promise<{ contract: ObservedContract; unanswered: number }> {
  const { services } = config
  const promised = {
    declared: new Set(services.flatMap((service) => declaredMetrics(service).map(({ name }) => name))),
    afterTraffic: afterTrafficNames(services),
    scrapeIntervalMs: parseDuration(longestInterval(config)) ?? 15_000,
    intervalOf: intervalsOf(config),
  }
  return async (now, last) => {
    const window = windowOf(now, verifyStart, Date.now() - localStart)
    const rules = await recorded()
    const written = { prometheus, window, recorded: rules.names }
    const contract = await readContract(services, now.observations, written)
    const context = {
      ...promised,
      downService: namesOfDown(services, now.observations),
      names: contract.names,
      targetLabels: new Set(now.seen.flatMap(({ labels }) => Object.keys(labels))),
      ...{ recorded: rules.queries, alerts: rules.alerts },
    }
    const unanswered = await askPanels(asked, { source, window, context, last })
    return { contract, unanswered }
  }
}

/** The scrape interval of each declared series; of others the one of most services. */
function intervalsOf({ services, monitoring }: Config): (metric: string | undefined) => number {
  const intervals = new Map(
    services.flatMap((service) => {
      const { interval } = scrapeTimes(service, monitoring)
      const ms = parseDuration(interval) ?? 15_000
      return declaredMetrics(service).flatMap(({ name }) =>
        SERIES_SUFFIXES.map((part) => [`${name}${part}`, ms] as const),
      )
    }),
  )
  const usual = parseDuration(monitoring.scrape_interval) ?? 15_000
  return (metric) => intervals.get(metric ?? '') ?? usual
}

/** How long queries are repeated at the end that got no answer. */
const UNANSWERED_MS = 30_000

/** Whether to ask again because of queries without an answer. */
function createUnansweredPatience(): (unanswered: number, elapsed: number) => boolean {
  let since: number | undefined
  return (unanswered, elapsed) => {
    since = unanswered === 0 ? undefined : (since ?? elapsed)
    return since !== undefined && elapsed - since < UNANSWERED_MS
  }
}

const isThere = ({ state }: MetricEvidence): boolean => state === 'present' || state === 'waiting'

/** A result that is empty or old before the last round may still change. */
const early = (panel: PanelEvidence): PanelEvidence =>
  panel.state === 'no-data' || panel.state === 'waiting' || panel.state === 'stale'
    ? {
        ...panel,
        state: 'too-early',
        certainty: 'not checked',
        why: `No new sample before time ran out. ${panel.why}`,
      }
    : panel

const upKeys = ({ observations }: TargetsNow): string =>
  observations
    .filter(({ state }) => state === 'up')
    .map(({ expected }) => expectedKey(expected.service, expected.address))
    .join('\n')

/**
 * Every target that is up, and Prometheus itself unless it fails, was scraped twice since verification began: rates
 * have what they need. A Prometheus without a target has not started scraping yet.
 */
function isRipe({ observations, seen, scrapes, emptyFor }: TargetsNow): boolean {
  if (emptyFor !== undefined) return emptyFor >= FIRST_TARGETS_MS
  const up = observations.flatMap(({ state, seen: target }) => (state === 'up' && target ? target : []))
  const own = seen.filter(({ labels, health }) => labels.job === SELF_JOB && health !== 'down')
  return [...up, ...own].every((target) => (scrapes.get(targetKey(target.labels))?.times ?? 0) >= 2)
}

const waitsForRules = (asked: readonly PanelQuestion[]): boolean =>
  asked.some(
    (one) => needsAnswer(one) && (one.query.expr.match(/[a-zA-Z_][\w:]*/g) ?? []).some(isMadeByRules),
  )

/** How far Prometheus' clock may be behind the estimate; the window must include its last sample. */
const AHEAD_MS = 250

/** A time window with the last scrape of every target that is up, and nothing from before verification began. */
function windowOf({ seen }: TargetsNow, verifyStart: number, sinceStart: number): TimeWindow {
  const times = seen.filter(({ health }) => health === 'up').map(scrapedAt)
  const fresh = times.filter((time) => time > verifyStart)
  const at = Math.max(verifyStart + sinceStart, ...fresh) + AHEAD_MS
  const from = Math.max(verifyStart, Math.min(...fresh) - ALIGNMENT_MS)
  return { at, scrapedMs: at - (fresh.length > 0 ? from : verifyStart), rulesMs: at - verifyStart }
}
