import type { FlyVolume } from '../../model/fly.ts'
import type { CheckEvidence, Evidence } from '../evidence.ts'
import type { VerifyRequest, VerifyTools } from '../request.ts'
import { serviceEvidence } from '../targets/evidence.ts'
import { verify } from '../verify.ts'
import { judgeAgreement, judgeReplica, judgeVolumes, type WantedReplicas } from './claims.ts'
import { mergeEvidence, type ReplicaEvidence } from './merge.ts'
import { type Reached, type Replica, reachReplica } from './reach.ts'

/** What is known about the replicas before they are asked. */
export interface ReplicasRequest {
  wanted: WantedReplicas
  replicas: readonly Replica[]
  /** Reads the volumes at Fly; undefined where they cannot be read. */
  readVolumes: () => Promise<readonly FlyVolume[] | undefined>
}

/**
 * Checks each replica of Prometheus by its name, and whether they agree. What needs no second answer, such as panels and
 * the public addresses, is asked once.
 */
export async function verifyReplicas(
  request: VerifyRequest,
  tools: VerifyTools,
  { wanted, replicas, readVolumes }: ReplicasRequest,
): Promise<Evidence> {
  const limits = {
    deadline: request.deadline,
    signal: tools.signal,
    log: (line: string) => tools.log.info(line),
  }
  const reading = readVolumes()
  const reached = await Promise.all(replicas.map((replica) => reachReplica(replica, limits)))
  const named = replicas.filter((_, i) => reached[i]?.kind === 'named')
  const [first, ...others] = await Promise.all(
    named.map(async (replica, i): Promise<ReplicaEvidence> => {
      const { remoteWrite } = request
      const asked = {
        ...(i === 0 ? request : furtherReplica(request)),
        ...(remoteWrite && { remoteWrite: remoteWrite.map((one) => ({ ...one, replica: replica.id })) }),
      }
      return { replica, evidence: await verify(asked, { ...tools, prometheus: replica.prometheus }) }
    }),
  )
  const answered = [...(first ? [first] : []), ...others].filter(
    ({ evidence }) => evidence.problems.length === 0,
  )
  const [one, ...more] = answered
  const merged = one && mergeEvidence([one, ...more])
  const own: CheckEvidence[] = [
    ...replicas.map((replica, i) =>
      judgeReplica(replica, reachedOf(reached, i), evidenceOf(replica, [first, ...others]), wanted.app),
    ),
    judgeVolumes(wanted, replicas, await reading),
    ...judgeAgreement(merged?.differences ?? [], answered.length),
  ]
  const evidence = merged?.evidence ?? first?.evidence ?? (await verify(request, tools))
  return {
    ...evidence,
    services: serviceEvidence(request.config.services, evidence.targets),
    checks: [...own, ...evidence.checks],
  }
}

const reachedOf = (all: readonly Reached[], i: number): Reached => all[i] ?? { kind: 'stopped' }

const evidenceOf = ({ id }: Replica, all: readonly (ReplicaEvidence | undefined)[]): Evidence | undefined =>
  all.find((one) => one?.replica.id === id)?.evidence

/** Without what is asked once for all replicas. */
function furtherReplica(request: VerifyRequest): VerifyRequest {
  const {
    dashboards: _,
    dashboardSource: __,
    readLibraryPanel: ___,
    grafanaDelivery: ____,
    isNobodyNotified: _____,
    ...rest
  } = request
  return { ...rest, isFurtherReplica: true }
}
