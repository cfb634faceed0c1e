import { SELF_JOB } from '../config/check.ts'
import { type Config, declaredMetrics } from '../config/schema.ts'
import { parseDuration } from '../lib/duration.ts'
import { count } from '../lib/text.ts'
import type { Prometheus } from './answers.ts'
import { type Asked, askPanels, isOpen, questions, type Source } from './ask-panels.ts'
import { afterTrafficNames, type Contract, namesOfDown, readContract } from './contract.ts'
import type { Dashboard } from './dashboards.ts'
import type { MetricEvidence, PanelEvidence, UndeclaredMetrics } from './evidence.ts'
import { judgeContract, UNKNOWN } from './metrics.ts'
import { FIRST_TARGETS_MS } from './pace.ts'
import { isMadeByRules, type Window } from './presence.ts'
import type { Recorded } from './rules.ts'
import { expectedKey, scrapedAt, targetKey } from './targets.ts'
import type { TargetsNow } from './watch-targets.ts'

export interface ContentsOptions {
  config: Config
  dashboards: readonly Dashboard[]
  /** On Prometheus' clock, in milliseconds, and the same moment on ours. */
  mark: number
  markedAt: number
  prometheus: Prometheus
  recorded: () => Promise<Recorded>
  /** Where the dashboards' queries are answered. */
  source: Source
}

export interface Contents {
  metrics: MetricEvidence[]
  undeclared: UndeclaredMetrics[]
  panels: PanelEvidence[]
}

/** Rounds of questions come at these distances, in milliseconds, as long as something has no good answer. */
const AGAIN_MS = [500, 1_000, 2_000, 4_000]

/** Rules are evaluated once in their interval, and take a moment; groups that take longer are not waited for. */
const RULES_MS = { moment: 1_000, most: 60_000 }

/** Metrics and panels: asked as soon as the targets are known, and again while scrapes may still bring something. */
export function watchContents(options: ContentsOptions) {
  const { config } = options
  const asked = questions(options.dashboards)
  const askAll = asker(options, asked)
  let contract: Contract | undefined
  let rounds = 0
  let due = 0
  let ripeSince: number | undefined
  /** The targets that were up when everything was asked for the last time. */
  let finalFor: string | undefined

  const isGood = (): boolean => contract?.metrics.every(isThere) === true && !asked.some(isOpen)

  return {
    /** Asks again if that may change something; true when nothing will change any more. */
    async step(now: TargetsNow): Promise<boolean> {
      const upNow = upKeys(now)
      ripeSince = isRipe(now) ? (ripeSince ?? now.elapsed) : undefined
      const { intervalMs } = await options.recorded()
      const rules = waitsForRules(asked) ? Math.min(intervalMs + RULES_MS.moment, RULES_MS.most) : 0
      const last = ripeSince !== undefined && now.elapsed - ripeSince >= rules
      if (finalFor !== upNow && (last || now.elapsed >= due)) {
        contract = await askAll(now, last)
        due = now.elapsed + (AGAIN_MS[Math.min(rounds++, AGAIN_MS.length - 1)] ?? 0)
        if (last || isGood()) finalFor = upNow
      }
      return finalFor === upNow
    },
    /** What has no good answer yet. */
    open(): string {
      const metrics = contract?.metrics.filter((metric) => !isThere(metric)).length ?? 0
      const panels = asked.filter(isOpen).length
      return `the next scrapes: ${count(metrics, 'metric')} and ${count(panels, 'panel query', 'panel queries')} have no samples yet`
    },
    contents(): Contents {
      return {
        metrics: contract?.metrics ?? config.services.flatMap((service) => judgeContract(service, UNKNOWN)),
        undeclared: contract?.undeclared ?? [],
        panels: asked.map(({ evidence }) => (finalFor === undefined ? early(evidence) : evidence)),
      }
    },
  }
}

/** Asks for everything once: the metrics, and the panels that have no good answer yet. */
function asker(
  { config, mark, markedAt, prometheus, source, recorded }: ContentsOptions,
  asked: readonly Asked[],
): (now: TargetsNow, last: boolean) => Promise<Contract> {
  const { services } = config
  const promised = {
    declared: new Set(services.flatMap((service) => declaredMetrics(service).map(({ name }) => name))),
    afterTraffic: afterTrafficNames(services),
    scrapeIntervalMs: parseDuration(config.monitoring.scrape_interval) ?? 15_000,
  }
  return async (now, last) => {
    const window = windowOf(now, mark, Date.now() - markedAt)
    const written = { prometheus, window, recorded: (await recorded()).names }
    const contract = await readContract(services, now.sights, written)
    const world = { ...promised, downService: namesOfDown(services, now.sights), names: contract.names }
    await askPanels(asked, { source, window, world, last })
    return contract
  }
}

const isThere = ({ state }: MetricEvidence): boolean => state === 'present' || state === 'waiting'

/** What is empty or old before the last round may still fill up. */
const early = (panel: PanelEvidence): PanelEvidence =>
  panel.state === 'no-data' || panel.state === 'waiting' || panel.state === 'stale'
    ? {
        ...panel,
        state: 'too-early',
        certainty: 'not checked',
        why: `Nothing new when time was up. ${panel.why}`,
      }
    : panel

const upKeys = ({ sights }: TargetsNow): string =>
  sights
    .filter(({ state }) => state === 'up')
    .map(({ expected }) => expectedKey(expected.service, expected.address))
    .join('\n')

/**
 * Every target that is up, and Prometheus itself unless it fails, was scraped twice since the mark: rates have what
 * they need. A Prometheus without any target has not begun yet.
 */
function isRipe({ sights, seen, scrapes, elapsed }: TargetsNow): boolean {
  if (seen.length === 0) return elapsed >= FIRST_TARGETS_MS
  const up = sights.flatMap(({ state, seen: target }) => (state === 'up' && target ? target : []))
  const own = seen.filter(({ labels, health }) => labels.job === SELF_JOB && health !== 'down')
  return [...up, ...own].every((target) => (scrapes.get(targetKey(target.labels))?.times ?? 0) >= 2)
}

const waitsForRules = (asked: readonly Asked[]): boolean =>
  asked.some((one) => isOpen(one) && (one.query.expr.match(/[a-zA-Z_][\w:]*/g) ?? []).some(isMadeByRules))

/** Where the clock of Prometheus may be behind what we reckon, so that its last sample is in. */
const AHEAD_MS = 250
/** Sample times are aligned with the interval by a few milliseconds. */
const ALIGNMENT_MS = 50

/** A window that holds the last scrape of every target that is up, and nothing from before the mark. */
function windowOf({ seen }: TargetsNow, mark: number, sinceMark: number): Window {
  const times = seen.filter(({ health }) => health === 'up').map(scrapedAt)
  const fresh = times.filter((time) => time > mark)
  const at = Math.max(mark + sinceMark, ...fresh) + AHEAD_MS
  const from = Math.max(mark, Math.min(...fresh) - ALIGNMENT_MS)
  return { at, scrapedMs: at - (fresh.length > 0 ? from : mark), rulesMs: at - mark }
}
