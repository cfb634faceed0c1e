import { parseYaml } from '../../formats/yaml-value.ts'
import { ActionError, type Diagnostic } from '../../lib/errors.ts'
import { isJsonObject } from '../../lib/json-value.ts'
import { type Prometheus, REPLICA_LABEL } from '../../model/prometheus.ts'
import { endingWithin, type PollLimits } from '../poll.ts'
import { waitUntilReady } from '../server/reach.ts'

/** One machine of Prometheus, and the way to ask it and no other one. */
export interface Replica {
  /** Id of the machine. */
  id: string
  region: string
  /** As reported by Fly: `started`, `stopped`, … */
  state: string
  /** The volumes that it mounts. */
  volumes: readonly string[]
  prometheus: Prometheus
}

/** A replica in words. */
export const nameOfReplica = ({ id, region }: Pick<Replica, 'id' | 'region'>): string => `${id} (${region})`

/**
 * Whether a replica answers by its name. `other`: another machine answers in its place, or the one that answers does not say
 * which it is (undefined). `stopped`: it was not asked, because a request would start it.
 */
export type Reached =
  | { kind: 'named' }
  | { kind: 'other'; answered: string | undefined }
  | { kind: 'unreached'; problems: readonly Diagnostic[] }
  | { kind: 'stopped' }

/** A replica that was just added is ready within seconds, one that replays its log within a minute. */
const PATIENCE_MS = 60_000

/**
 * Asks a machine by its name, and whether the one that answers has that name in its configuration.
 * @param name the name to expect, and how it is read from a running configuration: of a replica its id
 */
export async function reachReplica(
  { id, state, prometheus }: Pick<Replica, 'id' | 'state' | 'prometheus'>,
  limits: PollLimits,
  name: { is: string; read: (yaml: string) => string | undefined } = { is: id, read: replicaOf },
): Promise<Reached> {
  if (state !== 'started') return { kind: 'stopped' }
  const ready = await waitUntilReady(prometheus, endingWithin(limits, PATIENCE_MS))
  if (ready.kind === 'unreached') return ready
  try {
    const answered = name.read(await prometheus.config())
    return answered === name.is ? { kind: 'named' } : { kind: 'other', answered }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return { kind: 'unreached', problems: error.problems }
  }
}

/** The machine that a running configuration names; undefined where it names none. */
export function replicaOf(yaml: string): string | undefined {
  const config = parseYaml(yaml)
  const global = isJsonObject(config) ? config.global : undefined
  const labels = isJsonObject(global) ? global.external_labels : undefined
  const replica = isJsonObject(labels) ? labels[REPLICA_LABEL] : undefined
  return typeof replica === 'string' ? replica : undefined
}
