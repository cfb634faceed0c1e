import type { FlyContext } from '../apply/fly/run-changes.ts'
import { listVolumes } from '../clients/flyctl/commands.ts'
import { createPrometheus } from '../clients/prometheus/client.ts'
import { isAgent } from '../config/engine.ts'
import { hasReplicas, replicaRegions } from '../config/replicas.ts'
import { prometheusCredentials } from '../desired/prometheus-access.ts'
import { attempt } from '../lib/attempt.ts'
import type { Machine } from '../model/fly.ts'
import type { Prometheus } from '../model/prometheus.ts'
import { waitForHandOver } from '../verify/replicas/hand-over.ts'
import type { ReplicasRequest } from '../verify/replicas/verify.ts'
import type { ShardMachine, ShardsRequest } from '../verify/shards/verify.ts'
import type { Session } from './session.ts'

/** Prometheus on one machine of the monitoring app. */
function prometheusOn(
  { desired, project, prometheusUrl: url, pool, signal }: Session,
  machine: string,
): Prometheus {
  const credentials = prometheusCredentials(desired.monitoring.password)
  const kind = isAgent(project.config.monitoring) ? ('agent' as const) : undefined
  return createPrometheus({ url, credentials, pool, signal, machine, ...(kind && { kind }) })
}

/** Prometheus, or one replica of it that runs: for questions that only one of them may be asked. */
export function prometheusOfOne(session: Session, machines: readonly Machine[]): Prometheus {
  const running = machines.find(({ state }) => state === 'started')
  return running && hasReplicas(session.project.config.monitoring)
    ? prometheusOn(session, running.id)
    : session.prometheus
}

/** What verification needs to ask each replica; undefined where only one machine runs Prometheus. */
export function replicasOf(session: Session, machines: readonly Machine[]): ReplicasRequest | undefined {
  const { monitoring } = session.project.config
  if (!hasReplicas(monitoring)) return undefined
  const { app, volume } = monitoring
  return {
    wanted: { app, regions: replicaRegions(monitoring), volume: volume.name },
    ...askable(session, machines),
  }
}

/** What verification needs to ask each shard. */
export function shardsOf(
  session: Session,
  machines: readonly Machine[],
): Omit<ShardsRequest, 'shippedConfig' | 'view'> {
  const { monitoring } = session.project.config
  const { replicas, readVolumes } = askable(session, machines)
  return {
    ...{ app: monitoring.app, regions: replicaRegions(monitoring), volume: monitoring.volume.name },
    ...{ machines: replicas, readVolumes },
  }
}

/** The machines of Prometheus with the way to ask each one, and their volumes. */
function askable(session: Session, machines: readonly Machine[]) {
  return {
    replicas: machines
      .filter(({ standby }) => !standby)
      .map(
        ({ id, region, state, mounts, processGroup }): ShardMachine => ({
          ...{ id, region, state, volumes: mounts.map((mount) => mount.volume), group: processGroup },
          prometheus: prometheusOn(session, id),
        }),
      ),
    readVolumes: async () => {
      const found = await attempt(() => listVolumes(session.fly.flyctl, session.desired.monitoring.app))
      return found.ok ? found.value : undefined
    },
  }
}

/** Before a machine of Prometheus is stopped: waits until the others scrape what it scrapes. */
export const handOverOf =
  (session: Session): FlyContext['handOver'] =>
  async (machine, others, isRequired) => {
    if (others.length === 0) return undefined
    const { fly, signal, desired } = session
    return waitForHandOver(
      {
        ...{ app: desired.monitoring.app, machine, from: prometheusOn(session, machine), isRequired },
        others: others.map((id) => prometheusOn(session, id)),
      },
      { deadline: new Date(fly.until), signal, log: fly.log.info },
    )
  }
