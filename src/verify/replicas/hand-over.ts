import { ActionError, type Diagnostic, messageOf, platformError } from '../../lib/errors.ts'
import { count, few } from '../../lib/text.ts'
import { ALERTMANAGER_JOB, type Prometheus, type ScrapeTarget, SELF_JOB } from '../../model/prometheus.ts'
import { endingWithin, type PollLimits, poll } from '../poll.ts'

/** A machine of Prometheus that is about to stop, and the others. */
export interface HandOver {
  app: string
  machine: string
  from: Pick<Prometheus, 'targets'>
  others: readonly Pick<Prometheus, 'targets'>[]
  /** Whether the machine must not stop while the others scrape nothing of it. */
  isRequired: boolean
}

/** A Prometheus that has just started finds its targets within 5 s, and scrapes each one within an interval of 2 min at most. */
const MOST_MS = 150_000
/** One that will be removed scrapes already, or never. */
const OPTIONAL_MS = 5_000
const EVERY_MS = 500
/** So many questions in a row without an answer. */
const UNANSWERED = 10

/**
 * What the others do not scrape: targets that are up, and targets that are not up either, of which they do not know that yet.
 * `error`: none of them could be asked.
 */
type Gap = { missing: readonly string[]; of: number; untried: number } | { error: string }

const NO_GAP: Gap = { missing: [], of: 0, untried: 0 }

/**
 * Waits until others scrape every target that a replica of Prometheus scrapes, so that its stop leaves no gap. Targets that
 * they cannot reach do not hold up a deploy: they are returned as a warning.
 * @throws ActionError `fly-replica-not-scraping` when the others scrape nothing of it
 */
export async function waitForHandOver(
  { app, machine, from, others, isRequired }: HandOver,
  limits: PollLimits,
): Promise<Diagnostic | undefined> {
  let unanswered = 0
  const gap = await poll<Gap>(
    async () => {
      const wanted = await targetsOf(from)
      unanswered = 'error' in wanted ? unanswered + 1 : 0
      // What does not answer again and again scrapes nothing that could be missed.
      if ('error' in wanted)
        return { done: unanswered >= UNANSWERED, value: NO_GAP, waitsFor: `machine ${machine} of ${app}` }
      const value = await gapOf(wanted.targets, others)
      const done = !('error' in value) && value.missing.length + value.untried === 0
      return { done, value, waitsFor: `the other machines of ${app}: ${describeGap(value)}` }
    },
    { ...endingWithin(limits, isRequired ? MOST_MS : OPTIONAL_MS), everyMs: EVERY_MS },
  )
  // What is up for neither of them is no reason to wait for ever.
  if (!('error' in gap) && gap.missing.length === 0) return undefined
  const isNothing = 'error' in gap || (gap.of > 0 && gap.missing.length === gap.of)
  if (isRequired && isNothing) throw notScraping(app, machine, describeGap(gap))
  return {
    code: 'fly-replica-hand-over',
    severity: 'warning',
    message: `While machine ${machine} of ${app} was stopped, ${describeGap(gap)}: there is a gap in their samples.`,
    hint: 'The verification names what cannot be reached, and why.',
  }
}

const describeGap = (gap: Gap): string =>
  'error' in gap
    ? gap.error
    : gap.missing.length === 0
      ? `${count(gap.untried, 'target')} not tried by it yet`
      : `${gap.missing.length} of ${count(gap.of, 'target')} not scraped by it (${few(gap.missing, 3)})`

async function gapOf(wanted: Health, others: HandOver['others']): Promise<Gap> {
  const answers = await Promise.all(others.map(targetsOf))
  const known = answers.flatMap((one) => ('error' in one ? [] : [one.targets]))
  const [failed] = answers.flatMap((one) => ('error' in one ? [one] : []))
  if (failed && known.length === 0) return failed
  const has = (target: string, ...states: string[]) =>
    known.some((targets) => states.includes(targets.get(target) ?? ''))
  const all = [...wanted]
  const up = all.flatMap(([target, health]) => (health === 'up' ? [target] : []))
  return {
    missing: up.filter((target) => !has(target, 'up')),
    of: up.length,
    // What is down for this one now, such as an app that is being deployed, is up again in a moment.
    untried: all.filter(([target, health]) => health !== 'up' && !has(target, 'up', 'down')).length,
  }
}

/** The health of each target, as `job at URL`, without those that each replica has for itself. */
type Health = ReadonlyMap<string, ScrapeTarget['health']>

async function targetsOf({ targets }: HandOver['from']): Promise<{ targets: Health } | { error: string }> {
  try {
    const isShared = ({ labels }: ScrapeTarget) => labels.job !== SELF_JOB && labels.job !== ALERTMANAGER_JOB
    const all = (await targets()).filter(isShared)
    return { targets: new Map(all.map((one) => [`${one.labels.job} at ${one.scrapeUrl}`, one.health])) }
  } catch (error) {
    if (error instanceof ActionError) return { error: messageOf(error) }
    throw error
  }
}

const notScraping = (app: string, machine: string, why: string): ActionError =>
  platformError(
    'fly-replica-not-scraping',
    `Machine ${machine} of ${app} was left as it is: it scrapes, and the other machines of Prometheus do not (${why}). Stopping it would leave a gap.`,
    `See \`flyctl logs -a ${app}\` for the other machine, then run again: the deploy continues where it stopped. If the other replica cannot be repaired, \`monitoring.replicas: 1\` with the \`region\` of this one removes it.`,
  )
