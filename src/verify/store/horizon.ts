import { promqlString } from '../../formats/promql/literals.ts'
import { ActionError, ignoreRefusal } from '../../lib/errors.ts'
import { ARRIVAL_METRIC, MONITOR_LABEL, type Prometheus, SELF_JOB } from '../../model/prometheus.ts'
import { type PollAnswer, type PollLimits, poll } from '../poll.ts'
import { newestArrival } from '../remote-write/read-back.ts'
import { createStoreLook } from './look.ts'
import { duration, type StoreState, storeError, unreadError, whyUnread } from './state.ts'

export interface HorizonParts {
  store: Pick<Prometheus, 'query'>
  name: string
  monitor: string
  intervalMs: number
  batchMs: number
}

/** Up to which time the samples of a deployment can be read from its store. */
export interface Horizon {
  /** How old answers have to be, so that every series of a scrape can be read: 0 until that is known. */
  lagMs(): number
  /** The time that answers are about; undefined: now, as the store knows it. */
  now(): number | undefined
  /** Waits until the lag is known, and `past` says that there are answers from so long ago, in milliseconds. */
  measure(verifyStart: number, limits: PollLimits, past: () => Promise<number>): Promise<StoreState>
  /**
   * Returns when samples up to a time can be read.
   * @throws ActionError `store-unread` when they cannot
   */
  reach(at: number | undefined): Promise<void>
}

/** In addition to a scrape and a batch: how long it may take until a sample can be read. */
const ARRIVAL_MS = 45_000
/** Batches of different series are not sent at the same moment. */
const SPARE_MS = 1_000
/** So often it is asked how far the store is. */
const EVERY_MS = 500
const AGAIN_MS = 2_000
/** The newest sample is as old as a scrape interval just before the next one arrives; a busy store adds to that. */
const SLACK_MS = 10_000

/**
 * Found from the samples of the agent's scrape of itself: they are always there, and sent with all others. They are the newest
 * when they appear, so that the time until then is how far the store is behind.
 */
export function createHorizon({ store, name, monitor, intervalMs, batchMs }: HorizonParts): Horizon {
  const self = `${ARRIVAL_METRIC}{${MONITOR_LABEL}=${promqlString(monitor)},job=${promqlString(SELF_JOB)}}`
  const newest = async () => newestArrival(await store.query(`max(timestamp(${self}))`))
  const newestNow = rarely(() => newest().catch(inItsWords(name)))
  let began: { verifyStart: number; at: number } | undefined
  let state: StoreState | undefined

  /** Now, on the clock of the agent. */
  const clock = () => (began ? began.verifyStart + performance.now() - began.at : Date.now())
  const waitedMs = () => clock() - (began?.verifyStart ?? clock())
  const lagMs = () => (state?.kind === 'ready' ? state.lagMs + batchMs + SPARE_MS : 0)

  return {
    lagMs,
    now: () => (began ? clock() - lagMs() : undefined),
    measure(verifyStart, limits, past) {
      began = { verifyStart, at: performance.now() }
      const look = createStoreLook(newest, { name, clock, patienceMs: intervalMs + batchMs + ARRIVAL_MS })
      const ask = async (): Promise<PollAnswer<StoreState>> => {
        const age = (await past().catch(ignoreRefusal)) ?? 0
        state ??= await look(waitedMs())
        const value: StoreState = state ?? { kind: 'stuck', newest: undefined, waitedMs: waitedMs() }
        const rest = state && `, in ${duration(Math.max(0, lagMs() - age))}`
        const waitsFor = `samples to arrive at ${name}${rest ?? ''}`
        return { done: state !== undefined && age >= lagMs(), value, waitsFor }
      }
      return poll(ask, { ...limits, everyMs: EVERY_MS })
    },
    async reach(at) {
      const unread = state && whyUnread(name, state)
      if (unread) throw unreadError(unread)
      if (at === undefined || state?.kind !== 'ready') return
      const found = await newestNow()
      if (found !== undefined && found >= at - intervalMs - SLACK_MS) return
      const stuck = whyUnread(name, { kind: 'stuck', newest: found, waitedMs: waitedMs() })
      if (stuck) throw unreadError(stuck)
    },
  }
}

/** Throws an error of the store in its own terms. */
const inItsWords = (name: string) => (error: unknown) => {
  throw error instanceof ActionError ? storeError(name, error) : error
}

/** Asks again only after a while. */
function rarely<T>(ask: () => Promise<T>): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | undefined
  return () => {
    if (!last || performance.now() - last.at >= AGAIN_MS) last = { at: performance.now(), answer: ask() }
    return last.answer
  }
}
