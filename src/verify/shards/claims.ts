import { capitalised, count, few, list } from '../../lib/text.ts'
import { nameOfShard, shardGroup } from '../../model/shards.ts'
import { claimAbout } from '../claim.ts'
import type { CheckEvidence, TargetEvidence } from '../evidence.ts'
import type { Reached, Replica } from '../replicas/reach.ts'
import { nameOfReplica } from '../replicas/reach.ts'
import type { Coverage } from './coverage.ts'

const claim = claimAbout('shards')

/** The machine of a shard, and whether it answers. */
export interface ReachedShard {
  shard: number
  /** Undefined: the shard has no machine. */
  machine: Pick<Replica, 'id' | 'region' | 'state'> | undefined
  reached: Reached | { kind: 'missing' }
  /** It answered by its name, and no more when it was asked last. */
  isSilent: boolean
  /** It does not answer, and no sample of it has reached the store for longer than a scrape takes: since when, as known. */
  unsent?: { since: number | undefined }
}

/** What the claims are about: the app, and how many shards there are to be. */
export interface ShardedApp {
  app: string
  shards: number
}

/** Whether a shard scrapes, as far as it can be asked. */
export const isLive = ({ reached, isSilent }: ReachedShard): boolean => reached.kind === 'named' && !isSilent

/** Whether a shard answers by its name, and what is missing while it does not. */
export function judgeShard(one: ReachedShard, coverage: Coverage, of: ShardedApp): CheckEvidence {
  const subject = nameOfShard(one.shard, of.shards)
  if (!isLive(one)) {
    const why = `${capitalised(subject)} ${whyNot(one)} ${lostWith(one, coverage)}`
    return claim(subject, 'broken', why, { next: nextFor(one, of) })
  }
  const { of: all, up } = coverage.own.get(one.shard) ?? { of: 0, up: 0 }
  const own =
    all === 0
      ? 'No expected target belongs to it by its address.'
      : `${up} of ${count(all, 'expected target')} that ${all === 1 ? 'belongs' : 'belong'} to it by address ${up === 1 ? 'is' : 'are'} up.`
  const name = one.machine ? `Machine ${nameOfReplica(one.machine)}` : 'It'
  return claim(subject, 'holds', `${name} answers by its name. ${own}`)
}

/** The targets that are not scraped because of a shard. */
function lostWith(one: ReachedShard, { nowhere }: Coverage): string {
  const lost = nowhere.get(one.shard) ?? []
  if (lost.length === 0) return 'No expected target is missing because of it.'
  const what = lost.length === 1 ? 'Its target' : `Its ${lost.length} targets`
  const verb = lost.length === 1 ? 'is' : 'are'
  const lack = isDown(one) ? `${verb} not scraped` : 'cannot be proven to be scraped'
  return `${what} ${lack}: ${few(lost.map(nameOf))}.`
}

/** Whether it certainly does not scrape, and does not only fail to answer. */
const isDown = ({ reached: { kind }, unsent }: ReachedShard): boolean =>
  kind === 'missing' || kind === 'stopped' || unsent !== undefined

function whyNot({ shard, machine, reached, unsent }: ReachedShard): string {
  const name = machine ? nameOfReplica(machine) : ''
  const message =
    (reached.kind === 'unreached' && reached.problems[0]?.message) || 'there was no answer in time.'
  if (unsent)
    return `is not running: machine ${name} does not answer, and the store has no sample of it ${unsent.since === undefined ? 'from the last minutes' : `since ${new Date(unsent.since).toISOString().slice(11, 19)} UTC`} (${message.replace(/\.$/, '')}).`
  switch (reached.kind) {
    case 'missing':
      return `is not running: process group ${shardGroup(shard)} has no machine.`
    case 'stopped':
      return `is not running: machine ${name} is ${machine?.state}. It was not asked, because that could start it.`
    case 'other':
      return reached.answered === undefined
        ? `does not say which shard it is: machine ${name} runs another configuration.`
        : `was asked by its name (machine ${name}), and ${reached.answered} answered.`
    case 'unreached':
      return `does not answer (machine ${name}): ${message}`
    case 'named':
      return `does not answer any more: machine ${name} stopped answering during the verification.`
  }
}

function nextFor({ machine, reached }: ReachedShard, { app }: ShardedApp): string {
  const logs = `See \`flyctl logs -a ${app}${machine ? ` --machine ${machine.id}` : ''}\`.`
  if (reached.kind === 'missing') return 'Deploy the monitoring app again: a deploy makes the machine.'
  if (reached.kind === 'stopped')
    return `Start it: \`flyctl machine start ${machine?.id} -a ${app}\`. ${logs}`
  if (reached.kind !== 'other') return logs
  return reached.answered === undefined
    ? 'Deploy the monitoring app again.'
    : "Only Fly's proxy passes requests with `fly-force-instance-id` to one machine: do not set `prometheus-url` to another proxy."
}

const counted = (n: number): string => `${count(n, 'target')} ${n === 1 ? 'is' : 'are'}`

/** The subject of the claim about all shards together. */
export const ALL_SHARDS = 'targets of all shards'

/** Whether the shards together have every expected target, each of them once. */
export function judgeCoverage(
  { expected, twice, nowhere }: Coverage,
  reached: readonly ReachedShard[],
  { app, shards }: ShardedApp,
): CheckEvidence[] {
  const live = new Set(reached.filter(isLive).map(({ shard }) => shard))
  const shardsOf = (ids: readonly string[]) =>
    list(ids.map((id) => `shard ${reached.find(({ machine }) => machine?.id === id)?.shard} (${id})`))
  const orphans = [...nowhere].flatMap(([shard, targets]) =>
    live.has(shard) ? targets.map((target) => `${nameOf(target)} (${nameOfShard(shard, shards)})`) : [],
  )
  const doubled =
    twice.length > 0 &&
    `${counted(twice.length)} scraped by more than one shard, so that the store gets their samples twice: ${few(twice.map(({ name, machines }) => `${name} by ${shardsOf(machines)}`))}.`
  const missing = orphans.length > 0 && `${counted(orphans.length)} scraped by no shard: ${few(orphans)}.`
  if (doubled || missing)
    return [
      claim(ALL_SHARDS, 'broken', [doubled, missing].filter(Boolean).join(' '), {
        next: doubled
          ? 'Deploy the monitoring app again: its machines do not share the targets as the configuration says.'
          : `Compare the running configuration of the shard with the app's name and port, and look for "Error refreshing DNS targets" in \`flyctl logs -a ${app}\`.`,
      }),
    ]
  if (live.size < shards) return []
  return [
    claim(
      ALL_SHARDS,
      'holds',
      `Each of ${count(expected, 'expected target')} is a target of exactly one of ${shards} shards.`,
    ),
  ]
}

const nameOf = ({ service, machine, address }: TargetEvidence): string =>
  machine === '' ? `${service} at ${address}` : `${service} on machine ${machine}`

/** The evidence of the targets, those that no shard has with the shard to which they belong. */
export function explainWithShards(
  targets: readonly TargetEvidence[],
  { nowhere }: Coverage,
  reached: readonly ReachedShard[],
  { app, shards }: ShardedApp,
): TargetEvidence[] {
  const live = new Set(reached.filter(isLive).map(({ shard }) => shard))
  const down = new Set(reached.filter(isDown).map(({ shard }) => shard))
  const explained = new Map(
    [...nowhere].flatMap(([shard, some]) => {
      const name = nameOfShard(shard, shards)
      const but = live.has(shard)
        ? 'which answers, and does not have'
        : `which ${down.has(shard) ? 'is not running' : 'does not answer'}; no other shard has`
      const next = live.has(shard)
        ? `Look for "Error refreshing DNS targets" in \`flyctl logs -a ${app}\`, and deploy the monitoring app again.`
        : `See what the report says about ${name}.`
      const words = (several: boolean) =>
        several
          ? `By their addresses these targets belong to ${name}, ${but} them.`
          : `By its address this target belongs to ${name}, ${but} it.`
      return some.map((target) => [target, { shard, next, words, several: some.length > 1 }] as const)
    }),
  )
  return targets.map((target) => {
    const found = explained.get(target)
    if (!found || !target.reason) return target
    const { shard, next, words, several } = found
    const reason = { ...target.reason, why: words(false), next, certainty: 'proven' as const }
    const { shared: _, ...rest } = target
    return {
      ...rest,
      ...{ shard, reason, why: reason.why, certainty: reason.certainty },
      ...(several && { shared: { ...reason, why: words(true) } }),
    }
  })
}
