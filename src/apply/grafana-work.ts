import { type Grafana, isGone, isHopeless, isUnanswered } from '../clients/grafana.ts'
import { ActionError, type Problem } from '../lib/errors.ts'
import type { GrafanaDesired } from '../plan/grafana.ts'

/** What every part of the work on one Grafana shares. */
export interface GrafanaWork {
  grafana: Grafana
  desired: GrafanaDesired
  signal?: AbortSignal
  /** Set once nobody answers any more: what is left is not tried, so that an outage costs its time once. */
  gone?: Problem
  /** Set once rules have come back without the contact point that they name. */
  ignoresReceivers?: boolean
}

export type Attempt<T> = { ok: true; value: T } | { ok: false; problem: Problem }

/** Runs one piece of work; a refusal becomes its problem. Anything but a refusal is thrown on. */
export async function attempt<T>(work: GrafanaWork, piece: () => Promise<T>): Promise<Attempt<T>> {
  if (work.gone) return { ok: false, problem: notTried(work.gone) }
  return settled(piece, async (error, problem) => {
    if (isGone(error) || (await isSilent(work.grafana, error))) work.gone = problem
  })
}

/** The same for a question whose failure says nothing about Grafana itself. */
export async function settled<T>(
  piece: () => Promise<T>,
  noted?: (error: ActionError, problem: Problem) => Promise<void>,
): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await piece() }
  } catch (error) {
    const problem = error instanceof ActionError ? error.problems[0] : undefined
    if (!(error instanceof ActionError) || !problem) throw error
    await noted?.(error, problem)
    return { ok: false, problem }
  }
}

/**
 * A read before the first write: what makes all further work hopeless is thrown, so that nothing is written. Of one
 * object among many, `isFatal` is less.
 */
export function observe<T>(
  grafana: Grafana,
  piece: () => Promise<T>,
  isFatal: (error: ActionError) => boolean = isHopeless,
): Promise<Attempt<T>> {
  return settled(piece, async (error) => {
    if (isFatal(error) || (await isSilent(grafana, error))) throw error
  })
}

/** One object that gets no answer is given up alone, as long as Grafana answers anything at all. */
const isSilent = async (grafana: Grafana, error: ActionError): Promise<boolean> =>
  isUnanswered(error) && !(await grafana.answers())

/** Not written because of something that failed before. */
export function notTried(because: Problem | undefined): Problem {
  return {
    code: 'grafana-not-tried',
    severity: 'error',
    message: `Not tried, because something it needs failed${because ? `: ${because.message}` : '.'}`,
    hint: because?.hint ?? 'Put that right and run again.',
  }
}

/** Measured: Grafana 12.4 saves no faster with more, and then loses permissions without a word. */
export const WRITES_AT_ONCE = 2
export const READS_AT_ONCE = 6
