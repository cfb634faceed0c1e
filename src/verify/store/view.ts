import { promqlString } from '../../formats/promql/literals.ts'
import { selectorsOf, withMatchers } from '../../formats/promql/rewrite.ts'
import { ActionError, platformError } from '../../lib/errors.ts'
import {
  MONITOR_LABEL,
  type Prometheus,
  type QueryAnswer,
  REPLICA_LABEL,
  type ScrapeTarget,
} from '../../model/prometheus.ts'
import type { PollLimits } from '../poll.ts'
import { createHorizon, type Horizon } from './horizon.ts'
import { type StoreQuestions, type Unread, watchLoss } from './loss.ts'
import { type StoreState, storeError } from './state.ts'

/** A Prometheus that only scrapes, and the server that has its samples. */
export interface StoreViewParts {
  /** Knows its targets, their metadata, its configuration and itself. */
  agent: Prometheus
  /** Has the samples, and answers queries. */
  store: StoreQuestions
  /** Name of the store, for messages. */
  name: string
  /** The name of the monitoring app, which is a label of every sample: others may write to the same store. */
  monitor: string
  /** A query without the series that no one records. */
  inline?: (promql: string) => string
  /** Milliseconds between two scrapes, and until a batch of samples is sent. */
  intervalMs: number
  batchMs: number
}

/** Both as one Prometheus, which is as far behind as the store. */
export interface StoreView extends Prometheus {
  /**
   * Waits until it is known how far the store is behind, and until there are answers from so long ago; or until nothing can
   * be expected from it. `verifyStart`: on the clock of the agent, now.
   */
  settle(verifyStart: number, limits: PollLimits): Promise<StoreState>
  /** Why it has not answered for a while, after it was ready; undefined while it does. */
  lost(): Unread | undefined
  /** Limits another way to ask the same store, such as Grafana's, to this deployment. */
  limited(source: Pick<Prometheus, 'query' | 'labelNames'>): Pick<Prometheus, 'query' | 'labelNames'>
}

/**
 * Targets are those of the agent, and samples are those of the store. A sample is in the store later than it is scraped, so
 * that the targets of now would be compared with the samples of before: everything is answered as of so long ago.
 */
export function createStoreView(parts: StoreViewParts): StoreView {
  const { agent } = parts
  const past = createPast()
  const horizon = createHorizon(parts)
  const limits = limitedTo(parts, horizon)
  const loss = watchLoss()
  const { seriesNames, ...asked } = loss.watched(limits(inItsWords(parts)))
  const keep = async () => {
    const now = await agent.targets()
    past.keep(now, horizon.lagMs())
    return now
  }
  return {
    ...agent,
    ...UNANSWERED,
    ...{ ...asked, seriesNames },
    limited: (source) => limits({ ...source, seriesNames }),
    now: async () => latest(await agent.now(), await agent.targets()),
    lost: () => loss.why(),
    lagMs: () => horizon.lagMs(),
    async targets() {
      const now = await keep()
      return horizon.lagMs() === 0 ? now : withDown(past.before(horizon.lagMs()), now)
    },
    settle: (verifyStart, pollLimits) =>
      horizon.measure(verifyStart, pollLimits, async () => {
        await keep()
        return past.age()
      }),
  }
}

/**
 * The clock of an agent is that of a header, which a proxy may have written: a scrape that is known is not later than now, and
 * is not one of after now.
 */
const latest = (now: number, targets: readonly ScrapeTarget[]): number =>
  targets.reduce((newest, { lastScrape }) => Math.max(newest, Date.parse(lastScrape) || 0), now)

/** A target that is down now has no samples to wait for. */
function withDown(past: readonly ScrapeTarget[], now: readonly ScrapeTarget[]): readonly ScrapeTarget[] {
  const keyOf = ({ scrapePool, scrapeUrl }: ScrapeTarget) => `${scrapePool} ${scrapeUrl}`
  const down = new Map(now.filter(({ health }) => health === 'down').map((one) => [keyOf(one), one]))
  return down.size === 0 ? past : past.map((one) => down.get(keyOf(one)) ?? one)
}

/** Ways to ask the store that only see this deployment, and nothing before it can be read. */
function limitedTo({ monitor, inline = (promql) => promql }: StoreViewParts, horizon: Horizon) {
  const matcher = `${MONITOR_LABEL}=${promqlString(monitor)}`
  const seriesOf = (selector: string | undefined) =>
    selector === undefined ? `{${matcher}}` : withMatcher(selector, matcher)
  return ({ query, labelNames, seriesNames }: StoreQuestions): StoreQuestions => ({
    async query(promql, at = horizon.now()) {
      await horizon.reach(at)
      return withoutExternal(await query(withMatcher(inline(promql), matcher), at))
    },
    async labelNames(selector, from) {
      await horizon.reach(undefined)
      return (await labelNames(seriesOf(selector), from)).filter(isOwnLabel)
    },
    async seriesNames(selector, from) {
      await horizon.reach(undefined)
      return seriesNames(seriesOf(selector), from)
    },
  })
}

/** The store with its errors in its own terms. */
function inItsWords({ store, name }: StoreViewParts): StoreQuestions {
  async function asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask()
    } catch (error) {
      throw error instanceof ActionError ? storeError(name, error) : error
    }
  }
  return {
    query: (promql, at) => asked(() => store.query(promql, at)),
    labelNames: (selector, from) => asked(() => store.labelNames(selector, from)),
    seriesNames: (selector, from) => asked(() => store.seriesNames(selector, from)),
  }
}

const isOwnLabel = (name: string): boolean => name !== MONITOR_LABEL && name !== REPLICA_LABEL

/** A query that cannot be read could be answered with the samples of others. */
function withMatcher(promql: string, matcher: string): string {
  if (selectorsOf(promql) !== undefined) return withMatchers(promql, [matcher])
  throw platformError(
    'store-unlimited',
    'This query could not be limited to the samples of this deployment, because it is not PromQL as Prometheus knows it.',
    'Write it so that Prometheus accepts it: the store may have the same metrics of others.',
  )
}

/** Without external labels, which targets and their metadata do not have. NaN is how VictoriaMetrics shows the end of a series. */
function withoutExternal(answer: QueryAnswer): QueryAnswer {
  const { result } = answer
  const own = (metric: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(metric).filter(([name]) => isOwnLabel(name)))
  if (result.resultType === 'vector')
    return {
      ...answer,
      result: { ...result, result: result.result.map((row) => ({ ...row, metric: own(row.metric) })) },
    }
  if (result.resultType !== 'matrix') return answer
  const rows = result.result.map((row) => ({
    ...row,
    metric: own(row.metric),
    values: row.values.filter(([, value]) => value !== 'NaN'),
  }))
  return { ...answer, result: { ...result, result: rows } }
}

const noRules = async (): Promise<never> => {
  throw platformError(
    'prometheus-agent',
    'An agent evaluates no rules.',
    'Grafana evaluates the alerts of this deployment: set grafana-url and grafana-api-key.',
  )
}

/** An empty list would say that there are none. */
const UNANSWERED = { rules: noRules, alerts: noRules, alertmanagers: noRules, knock: noRules }

/** An answer is kept so often; with a long lag less often, because thousands of targets are large. */
const KEEP_MS = 1_000
const MOST_KEPT = 60

/** The targets of the last minutes, so that those of so long ago can be returned. */
function createPast() {
  const answers: { at: number; targets: readonly ScrapeTarget[] }[] = []
  return {
    keep(targets: readonly ScrapeTarget[], lagMs: number): void {
      const at = performance.now()
      const last = answers.at(-1)
      if (last && at - last.at < Math.max(KEEP_MS, lagMs / MOST_KEPT)) return
      answers.push({ at, targets })
      // Until the lag is known, any of them may be needed.
      while (lagMs > 0 && (answers[1]?.at ?? at) < at - lagMs) answers.shift()
    },
    /** How old the oldest one is. */
    age: (): number => performance.now() - (answers[0]?.at ?? performance.now()),
    before(lagMs: number): readonly ScrapeTarget[] {
      const until = performance.now() - lagMs
      return (answers.findLast(({ at }) => at <= until) ?? answers[0])?.targets ?? []
    },
  }
}
