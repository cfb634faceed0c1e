import type { CheckArea } from '../check-areas.ts'
import type { CheckEvidence, Claim, Evidence, TargetEvidence } from '../evidence.ts'
import { nameOfReplica, type Replica } from './reach.ts'

/** What one replica said. */
export interface ReplicaEvidence {
  replica: Pick<Replica, 'id' | 'region'>
  evidence: Evidence
}

type Several = readonly [ReplicaEvidence, ...ReplicaEvidence[]]

/** The evidence of all replicas as one, and what they disagree about, in words. */
export interface MergedEvidence {
  evidence: Evidence
  differences: ReplicaDifference[]
}

/** A claim that does not hold on one replica only. */
export interface ReplicaDifference {
  what: string
  /** Name of the replica. */
  replica: string
}

/**
 * One evidence of that of several replicas. A claim holds when it holds on each of them; where it does not, the replica is
 * named. What was asked only once, such as panels, is that of the first.
 */
export function mergeEvidence(all: Several): MergedEvidence {
  const [{ evidence: first }] = all
  const differences: ReplicaDifference[] = []
  const merge = <T extends Claim>(part: Part<T>): T[] =>
    mergeClaims(all, part, (what, replica) => differences.push({ what, replica }))
  const targets = merge(TARGETS)
  const metrics = merge(METRICS)
  const rules = merge(RULES)
  const checks = mergeChecks(all, differences)
  const cutShort = all.map(({ evidence }) => evidence.cutShort).find((one) => one !== undefined)
  return {
    evidence: {
      ...first,
      targets,
      metrics,
      rules,
      checks,
      unexpected: unique(all, 'unexpected', ({ service, address }) => `${service} ${address}`),
      alerts: unique(all, 'alerts', ({ name, labels }) => JSON.stringify([name, labels])),
      ...(cutShort && { cutShort }),
    },
    differences,
  }
}

/** How the claims of one kind are compared. */
interface Part<T> {
  of: (evidence: Evidence) => readonly T[]
  keyOf: (claim: T) => string
  nameOf: (claim: T) => string
  isGood: (claim: T) => boolean
  /** The claim with the sentence that names its replica before its reason. */
  explain?: (claim: T, note: string) => T
}

const TARGETS: Part<TargetEvidence> = {
  of: ({ targets }) => targets,
  keyOf: ({ service, address }) => `${service} ${address}`,
  nameOf: ({ service, address }) => `${service} at ${address}`,
  isGood: ({ state }) => state === 'up' || state === 'resting',
  explain: (target, note) => ({
    ...target,
    why: note + target.why,
    ...(target.reason && { reason: { ...target.reason, why: note + target.reason.why } }),
    ...(target.shared && { shared: { ...target.shared, why: note + target.shared.why } }),
  }),
}

const METRICS: Part<Evidence['metrics'][number]> = {
  of: ({ metrics }) => metrics,
  keyOf: ({ service, name }) => `${service} ${name}`,
  nameOf: ({ service, name }) => `${name} of ${service}`,
  isGood: ({ state }) => state === 'present' || state === 'waiting',
}

const RULES: Part<Evidence['rules'][number]> = {
  of: ({ rules }) => rules,
  keyOf: ({ group, name, kind }) => `${group} ${name} ${kind}`,
  nameOf: ({ name }) => `the rule ${name}`,
  isGood: ({ state }) => state === 'ok',
}

type Found<T> = Pick<ReplicaEvidence, 'replica'> & { claim: T }

/** The claims of all replicas, those about the same together. */
function groupsOf<T>(
  all: readonly ReplicaEvidence[],
  { of, keyOf }: Pick<Part<T>, 'of' | 'keyOf'>,
): Found<T>[][] {
  const found = all.flatMap(({ replica, evidence }) => of(evidence).map((claim) => ({ replica, claim })))
  return [...Map.groupBy(found, ({ claim }) => keyOf(claim)).values()]
}

/** Each claim once: as all replicas have it, or as the replica has it on which it does not hold. */
function mergeClaims<T extends Claim>(
  all: readonly ReplicaEvidence[],
  part: Part<T>,
  differs: (what: string, replica: string) => void,
): T[] {
  return groupsOf(all, part).flatMap((group) => {
    const bad = group.find(({ claim }) => !part.isGood(claim))
    const good = group.filter(({ claim }) => part.isGood(claim))
    if (!bad || good.length === 0) return group.slice(0, 1).map(({ claim }) => claim)
    const name = nameOfReplica(bad.replica)
    differs(part.nameOf(bad.claim), name)
    const note = `On replica ${name}, not on ${good.map((one) => nameOfReplica(one.replica)).join(', ')}: `
    return [part.explain?.(bad.claim, note) ?? { ...bad.claim, why: note + bad.claim.why }]
  })
}

/** What each replica is asked about itself; other checks are about something that all share. */
const OF_EACH: readonly CheckArea[] = [
  ...(['configuration', 'reload', 'retention', 'self-scrape', 'uptime', 'storage'] as const),
  ...(['scrapes', 'rules', 'slo', 'remote-write', 'fly-metrics', 'delivery'] as const),
]

const isOfEach = ({ area }: CheckEvidence): boolean => OF_EACH.includes(area)

const CHECKS: Pick<Part<CheckEvidence>, 'of' | 'keyOf'> = {
  of: ({ checks }) => checks.filter(isOfEach),
  keyOf: ({ area, subject }) => `${area} ${subject}`,
}

/** Checks of each replica: one where all have the same good answer, else those that differ, with their replicas. */
function mergeChecks(all: Several, differences: ReplicaDifference[]): CheckEvidence[] {
  const [first] = all
  const own = groupsOf(all, CHECKS).flatMap((group) => {
    const isSame = group.length === all.length && new Set(group.map(({ claim }) => claim.outcome)).size === 1
    const bad = group.find(({ claim }) => !isFine(claim))
    // One that only the first has was asked once for all replicas.
    const isShared = group.length === 1 && group[0]?.replica === first.replica
    if (isShared || (isSame && !bad)) return group.slice(0, 1).map(({ claim }) => claim)
    if (!isSame && bad)
      differences.push({
        what: `${bad.claim.area} (${bad.claim.subject})`,
        replica: nameOfReplica(bad.replica),
      })
    return group.map(({ replica, claim }) => ({
      ...claim,
      subject: `${claim.subject} on replica ${nameOfReplica(replica)}`,
    }))
  })
  return [...first.evidence.checks.filter((check) => !isOfEach(check)), ...own]
}

const isFine = ({ outcome }: CheckEvidence): boolean =>
  outcome === 'holds' || outcome === 'nothing-to-check' || outcome === 'warning'

function unique<K extends 'unexpected' | 'alerts'>(
  all: readonly ReplicaEvidence[],
  key: K,
  keyOf: (one: Evidence[K][number]) => string,
): Evidence[K] {
  const known = new Map<string, Evidence[K][number]>()
  for (const { evidence } of all)
    for (const one of evidence[key]) if (!known.has(keyOf(one))) known.set(keyOf(one), one)
  return [...known.values()] as Evidence[K]
}
