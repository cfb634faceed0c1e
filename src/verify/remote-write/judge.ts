import type { CheckEvidence } from '../evidence.ts'
import { CHECK_LIMITS, explainAnswer } from './answer.ts'
import type { RemoteWriteProgress } from './queue.ts'
import type { Unreadable } from './read-back.ts'

const COMPARE_KEY =
  'Compare user and key with those of the server, and check its limits; `flyctl logs` of the monitoring app shows the HTTP status.'

export interface RemoteWriteFacts {
  /** A sample that was scraped after verification began was read back. */
  arrived: boolean
  /** How long after its scrape that sample could be read, in milliseconds. */
  delayMs: number
  /** Why nothing can be read back; undefined when the server answers such questions. */
  unreadable: Unreadable | undefined
  /** How often it answered that it has no such sample, while samples were being sent. */
  foundNothing: number
  /** From the counters of Prometheus, over the whole time; undefined when it has no queue to this URL. */
  progress: RemoteWriteProgress | undefined
  /** Samples that were dropped, over the whole time, restarts of Prometheus included. */
  refused: number
  /** The HTTP status that the server answers to an empty request, where it was asked. */
  answer?: number | 'none'
  /** A target of monitoring.yml, from which samples are read back: what cannot be read back is not checked. */
  isNamed: boolean
}

/** The claim about remote write, from the sample that was read back and from the counters. */
export function judgeRemoteWrite(subject: string, facts: RemoteWriteFacts): CheckEvidence {
  return { area: 'remote-write', subject, ...claimOf(facts) }
}

type Claimed = Omit<CheckEvidence, 'area' | 'subject'>

/** What arrived never outweighs what was refused. */
function claimOf(facts: RemoteWriteFacts): Claimed {
  const { arrived, unreadable, foundNothing, progress, refused } = facts
  const said = explainAnswer(facts.answer)
  if (refused > 0)
    return broken(
      'proven',
      `The server rejects ${arrived ? 'a part of the' : 'the'} samples: Prometheus dropped ${refused} of them since verification began.${said.why}`,
      said.next ?? (arrived ? CHECK_LIMITS : COMPARE_KEY),
    )
  if (arrived) return arrivedAfter(facts.delayMs)
  if (progress?.kind === 'sent' && foundNothing > 0)
    return broken(
      'inferred',
      `${progress.samples} samples were sent and the server accepted them, but none of them can be read back: it answered ${foundNothing} times that it has no sample of this deployment from after verification began.`,
      'Compare the tenant or instance that the key writes to with the one that it reads from, and look for rules on the server that drop samples or the label `monitor`.',
    )
  if (progress?.kind === 'sent' && unreadable && facts.isNamed) return unread(progress.samples, unreadable)
  const unreadText = unreadable === undefined ? '' : ` Samples could not be read back: ${unreadable.why}`
  const claim = countersSay(progress, unreadText)
  return claim.outcome === 'broken'
    ? { ...claim, why: `${claim.why}${said.why}`, ...(said.next !== undefined && { next: said.next }) }
    : claim
}

/** Counters only say that the server accepted the samples, not that they are stored where people look for them. */
const unread = (samples: number, { why, next }: Unreadable): Claimed => ({
  outcome: 'not-checked',
  certainty: 'not checked',
  why: `${samples} samples were sent and none was rejected since verification began, but they could not be read back: ${why}`,
  next,
})

/** A batch is sent after seconds; what takes longer is the server. */
const LATE_MS = 20_000

const arrivedAfter = (delayMs: number): Claimed => ({
  outcome: 'holds',
  certainty: 'proven',
  why: `A sample that was scraped after verification began was read back from the server, and none was rejected.${
    delayMs > LATE_MS
      ? ` It could be read only ${Math.round(delayMs / 1000)} s after its scrape: queries to this server are that late.`
      : ''
  }`,
})

const CHECK_URL = 'Check the remote-write URL, and whether the server answers.'

/** The claim from the counters alone, when nothing was read back; `unread` says why. */
function countersSay(progress: RemoteWriteProgress | undefined, unread: string): Claimed {
  switch (progress?.kind) {
    case 'refused':
      return broken(
        'proven',
        `The server rejects the samples: Prometheus dropped ${progress.failed} of them since verification began.`,
        COMPARE_KEY,
      )
    case 'sent':
      return {
        outcome: 'holds',
        certainty: 'inferred',
        why: `${progress.samples} samples were sent and none was rejected since verification began.${unread}`,
      }
    case 'retrying':
      return broken(
        'proven',
        `The server cannot be reached or fails: ${progress.retried} samples are being retried, none was delivered.`,
        CHECK_URL,
      )
    case 'nothing':
      return broken(
        'inferred',
        `No sample was delivered since verification began: the server does not answer.${unread}`,
        CHECK_URL,
      )
    default:
      return broken(
        'proven',
        'Prometheus has no remote-write queue to this URL.',
        'Deploy the monitoring app again, so that its configuration contains `remote_write`.',
      )
  }
}

const broken = (certainty: Claimed['certainty'], why: string, next: string): Claimed => ({
  outcome: 'broken',
  certainty,
  why,
  next,
})
