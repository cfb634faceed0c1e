import { count, few, list } from '../../lib/text.ts'
import type { FlyVolume } from '../../model/fly.ts'
import { claimAbout } from '../claim.ts'
import type { CheckEvidence, Evidence } from '../evidence.ts'
import type { ReplicaDifference } from './merge.ts'
import { nameOfReplica, type Reached, type Replica } from './reach.ts'

/** What the replicas of Prometheus are to be. */
export interface WantedReplicas {
  /** Shards share the targets, replicas all have the same. */
  kind?: 'shard'
  app: string
  /** The region of each one. */
  regions: readonly string[]
  volume: string
}

const claim = claimAbout('replicas')

/** Whether a replica answers by its name, and what it scrapes. */
export function judgeReplica(
  replica: Replica,
  reached: Reached,
  evidence: Evidence | undefined,
  app: string,
): CheckEvidence {
  const subject = `replica ${nameOfReplica(replica)}`
  const logs = `See \`flyctl logs -a ${app} --machine ${replica.id}\``
  if (reached.kind === 'stopped')
    return claim(
      subject,
      'broken',
      `Machine ${replica.id} is ${replica.state}: this replica scrapes nothing. It was not asked, because that could start it.`,
      { next: `Start it: \`flyctl machine start ${replica.id} -a ${app}\`. ${logs}.` },
    )
  if (reached.kind === 'other')
    return claim(
      subject,
      'not-checked',
      reached.answered === undefined
        ? 'The Prometheus that answers does not say which replica it is: it does not run the configuration of replicas.'
        : `It was asked by its name, and machine ${reached.answered} answered.`,
      {
        next:
          reached.answered === undefined
            ? 'Deploy the monitoring app again.'
            : "Only Fly's proxy passes requests with `fly-force-instance-id` to one machine: do not set `prometheus-url` to another proxy.",
      },
    )
  const problems = reached.kind === 'unreached' ? reached.problems : (evidence?.problems ?? [])
  const [problem] = problems
  if (problem || !evidence)
    return claim(
      subject,
      'broken',
      `This replica does not answer: ${problem?.message ?? 'there was no answer in time.'}`,
      { next: `${problem?.hint ?? ''} ${logs}.`.trim() },
    )
  const up = evidence.targets.filter(({ state }) => state === 'up').length
  const expected = evidence.targets.filter(({ state }) => state !== 'resting').length
  return claim(
    subject,
    'holds',
    `It answers by its name, and scrapes ${up} of ${count(expected, 'expected target')}.`,
  )
}

/** Whether there are as many machines as replicas, each with a volume of its own in its region. */
export function judgeVolumes(
  { kind, app, regions, volume }: WantedReplicas,
  replicas: readonly Pick<Replica, 'id' | 'region' | 'volumes'>[],
  volumes: readonly FlyVolume[] | undefined,
): CheckEvidence {
  const noun = kind ?? 'replica'
  const claim = claimAbout(`${noun}s`)
  const subject = 'machines and volumes'
  const again = { next: 'Deploy the monitoring app again.' }
  const found = replicas.map(nameOfReplica)
  if (replicas.length !== regions.length)
    return claim(
      subject,
      'broken',
      `${count(replicas.length, 'machine')} for ${regions.length} ${noun}s: ${list(found) || 'none'}.`,
      again,
    )
  const [here, there] = [regions.toSorted(), replicas.map(({ region }) => region).toSorted()]
  if (here.join() !== there.join())
    return claim(subject, 'broken', `The ${noun}s are in ${list(there)}, not in ${list(here)}.`, again)
  if (!volumes)
    return claim(subject, 'not-checked', 'The volumes could not be listed at Fly.', { next: 'Verify again.' })
  const named = volumes.filter(({ name }) => name === volume)
  const isUsed = (one: FlyVolume) => replicas.some((replica) => replica.volumes.includes(one.id))
  const used = named.filter(isUsed)
  const without = replicas.filter((replica) => !used.some(({ id }) => replica.volumes.includes(id)))
  if (without.length > 0 || used.length !== regions.length)
    return claim(
      subject,
      'broken',
      `${count(used.length, 'volume')} named ${volume} ${used.length === 1 ? 'is' : 'are'} used by ${regions.length} ${noun}s${without.length > 0 ? `; without one: ${list(without.map(nameOfReplica))}` : ''}.`,
      { next: `${again.next} \`flyctl volumes list -a ${app}\` shows them.` },
    )
  const words = used.map(({ id, region }) => `${id} (${region})`)
  const free = named.filter((one) => !isUsed(one)).map(({ id, region }) => `${id} (${region})`)
  if (free.length > 0)
    return claim(
      subject,
      'warning',
      `Each ${noun} has its own volume: ${list(words)}. No machine uses ${list(free)}, which Fly charges for.`,
      { next: `Destroy it if its samples are not needed: \`flyctl volumes destroy ID -a ${app}\`.` },
    )
  return claim(
    subject,
    'holds',
    `${regions.length} machines and exactly as many volumes, one each: ${list(words)}.`,
  )
}

/** Whether the replicas say the same. */
export function judgeAgreement(differences: readonly ReplicaDifference[], asked: number): CheckEvidence[] {
  if (asked < 2) return []
  if (differences.length === 0)
    return [claim('agreement', 'holds', `${asked} replicas were asked, and say the same about every claim.`)]
  const groups = [...Map.groupBy(differences, ({ replica }) => replica)]
  const words = groups.map(
    ([replica, some]) =>
      `on replica ${replica}: ${few(
        some.map(({ what }) => what),
        MOST_SHOWN,
      )}`,
  )
  return [
    claim(
      'agreement',
      'warning',
      `The replicas disagree; what does not hold ${words.join('; ')}. Grafana asks either of them, so that panels change from one request to the next.`,
      { next: 'Each difference is listed with its replica.' },
    ),
  ]
}

const MOST_SHOWN = 3
