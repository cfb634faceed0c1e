import type { FlyVolume } from '../../model/fly.ts'
import type { CheckEvidence, Evidence } from '../evidence.ts'
import type { VerifyRequest, VerifyTools } from '../request.ts'
import { serviceEvidence } from '../targets/evidence.ts'
import { verify } from '../verify.ts'
import { judgeAgreement, judgeReplica, judgeVolumes, type WantedReplicas } from './claims.ts'
import { mergeEvidence, type ReplicaEvidence } from './merge.ts'
import { type Replica, reachReplica } from './reach.ts'

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
  const asked = await Promise.all(
    replicas.map(async (replica) => ({ replica, reached: await reachReplica(replica, limits) })),
  )
  const named = asked.filter(({ reached }) => reached.kind === 'named')
  const found = await Promise.all(
    named.map(async ({ replica }, i): Promise<ReplicaEvidence> => {
      const own = requestOf(replica, i === 0 ? request : furtherReplica(request))
      return { replica, evidence: await verify(own, { ...tools, prometheus: replica.prometheus }) }
    }),
  )
  const answered = found.filter(({ evidence }) => evidence.problems.length === 0)
  const [first, ...others] = answered
  const merged = first && mergeEvidence([first, ...others])
  const evidenceOf = ({ id }: Replica) => found.find(({ replica }) => replica.id === id)?.evidence
  const own: CheckEvidence[] = [
    ...asked.map(({ replica, reached }) => judgeReplica(replica, reached, evidenceOf(replica), wanted.app)),
    judgeVolumes(wanted, replicas, await reading),
    ...judgeAgreement(merged?.differences ?? [], answered.length),
  ]
  const evidence = merged?.evidence ?? found[0]?.evidence ?? (await verify(request, tools))
  return {
    ...evidence,
    services: serviceEvidence(request.config.services, evidence.targets),
    checks: [...own, ...evidence.checks],
  }
}

/** The samples that this replica sends are read back by its label. */
const requestOf = ({ id }: Replica, request: VerifyRequest): VerifyRequest => ({
  ...request,
  ...(request.remoteWrite && { remoteWrite: request.remoteWrite.map((one) => ({ ...one, replica: id })) }),
})

/** Without what is asked once for all replicas. */
const furtherReplica = (request: VerifyRequest): VerifyRequest => ({
  ...request,
  ...{ dashboards: [], grafanaDelivery: async () => [], isNobodyNotified: false, isFurtherReplica: true },
})
