import { count, list } from '../../lib/text.ts'
import type { Claim, TargetEvidence } from '../evidence.ts'
import { ageText } from '../fly-metrics/judge.ts'
import type { Circumstances } from '../targets/circumstances.ts'
import { type ExplainedTarget, explainTargets, type FailedTarget } from '../targets/reasons.ts'
import type { ScrapeRecord } from '../targets/steadiness.ts'
import { lagOf } from './pulse.ts'
import type { MachineState, UnknownCause } from './state.ts'
import type { WatchedMachine } from './watch.ts'

/** The evidence for each expected target. `verifyStart`: on the clock of Fly's API, in milliseconds. */
export function flyTargetEvidence(
  machines: readonly WatchedMachine[],
  verifyStart: number,
  organization: string,
): TargetEvidence[] {
  const failures = machines.map(({ seen, state }): FailedTarget | undefined =>
    state.kind === 'failed'
      ? { kind: state.class, circumstances: circumstancesOf({ seen, state }) }
      : undefined,
  )
  const explained = explainTargets(failures.filter((one) => one !== undefined))
  return machines.map((one, i) => {
    const failure = failures[i]
    return {
      ...factsOf(one),
      ...claimOf(one, failure && explained.get(failure), { verifyStart, organization }),
    }
  })
}

function circumstancesOf({
  seen: { expected, wanted },
  state,
}: {
  seen: WatchedMachine['seen']
  state: Extract<MachineState, { kind: 'failed' }>
}): Circumstances {
  const { service, app, machine, address, path, credentials } = expected
  return {
    ...{ service, app, path, credentials, port: wanted.port, isOnFly: true },
    fly: { told: machine?.metrics },
    machines: machine ? [machine.id] : [],
    machineState: machine?.state ?? '',
    addresses: [address],
    lastError: '',
    siblingUp: false,
    lost: 0,
    checksPass: machine?.checksPass,
    record: state.record,
  }
}

function factsOf({ seen: { expected, pulse } }: WatchedMachine) {
  const { service, app, machine, address } = expected
  const { scrapes = [] } = pulse.machines.get(machine?.id ?? '') ?? {}
  const last = scrapes.at(-1)
  const lastGood = scrapes.findLast(({ up }) => up)
  return {
    ...{ service, app, machine: machine?.id ?? '', region: machine?.region ?? '', address },
    ...(last && { lastScrape: new Date(last.at).toISOString() }),
    ...(last?.sent !== undefined && { samples: last.sent }),
    ...(lastGood && lastGood !== last && { lastHeld: new Date(lastGood.at).toISOString() }),
  }
}

type TargetClaim = Pick<
  TargetEvidence,
  'state' | 'certainty' | 'why' | 'reason' | 'shared' | 'next' | 'history'
>

function claimOf(
  { seen, state }: WatchedMachine,
  explained: ExplainedTarget | undefined,
  about: { verifyStart: number; organization: string },
): TargetClaim {
  switch (state.kind) {
    case 'up':
      return { state: 'up', ...upClaim(state, about.verifyStart), history: historyOf(state.record) }
    case 'resting':
      return {
        ...{ state: 'resting', certainty: 'not checked' },
        why: `The machine is ${seen.expected.machine?.state}, which is allowed.`,
      }
    case 'failed':
      return {
        state: 'down',
        ...(explained ?? {}),
        certainty: explained?.reason.certainty ?? 'inferred',
        why: explained?.reason.why ?? '',
      }
    case 'waiting':
      return notChecked('No new sample arrived before time ran out.', 'Increase `timeout`, or verify again.')
    case 'unknown':
      return notChecked(...UNKNOWN[state.cause](seen, about.organization))
  }
}

const notChecked = (why: string, next: string): TargetClaim => ({
  ...{ state: 'unknown', certainty: 'not checked', why, next },
})

const LATER = 'Verify again later: it says nothing about the machine.'

const UNKNOWN: Readonly<
  Record<UnknownCause, (seen: WatchedMachine['seen'], organization: string) => [why: string, next: string]>
> = {
  behind: ({ pulse }) => [`Fly's Prometheus is ${ageText(lagOf(pulse) ?? 0)} behind.`, LATER],
  'no-data': ({ expected }, organization) => [
    `Fly's Prometheus has no sample of ${expected.app} from the last hour, and none of another app that is newer.`,
    `Compare \`monitoring.organization\` (${organization}) with \`flyctl status -a ${expected.app}\`. If it is right, Fly's Prometheus is behind: verify again later.`,
  ],
  clock: () => [
    "The samples of Fly's Prometheus are newer than the clock of its own answers: how old they are is not known.",
    'Verify again; if it stays, a proxy changes the header `Date` of the answers.',
  ],
  'before-start': ({ pulse }) => [
    `Fly's Prometheus is ${ageText(lagOf(pulse) ?? 0)} behind, and has nothing from after the start of the machine yet.`,
    LATER,
  ],
  'nothing-promised': ({ expected: { service } }) => [
    `Fly's scraper gets an answer (\`up\` is 1), and no sample of a metric comes with it. That is normal where every metric of ${service} is declared as \`expect: after-traffic\`; a web page looks the same.`,
    `Declare one metric of ${service} that always exists, such as \`process_start_time_seconds: gauge\`, or cause an event and verify again.`,
  ],
}

function upClaim(
  { at, certainty, record }: Extract<MachineState, { kind: 'up' }>,
  verifyStart: number,
): Claim {
  if (certainty === 'proven') {
    const seconds = ((at - verifyStart) / 1000).toFixed(1)
    const why = `Fly scraped it ${seconds} s after verification began and stored samples of its own.`
    return { certainty, why: `${why}${troubleOf(record)}` }
  }
  return {
    certainty,
    why: `Fly scraped it after the start of the machine and stored samples of its own; that was ${ageText(verifyStart - at)} before verification began, and nothing newer has arrived.`,
  }
}

function troubleOf({ failed, scrapes, restarts }: ScrapeRecord): string {
  const parts = [
    ...(failed > 0 ? [`${failed} of ${count(scrapes, 'scrape')} since then failed`] : []),
    ...(restarts > 0 ? [`its process started again ${count(restarts, 'time')} since then`] : []),
  ]
  return parts.length > 0 ? ` But ${list(parts)}.` : ''
}

const historyOf = ({ scrapes, failed, restarts, before }: ScrapeRecord) => ({
  ...{ scrapes, failed, restarts, restartsBefore: before.restarts },
})
