import { capitalised, list } from '../../lib/text.ts'
import { nameOfShard, shardOfGroup } from '../../model/shards.ts'
import { type FlyChange, flyChange } from './actions.ts'
import { imageFor } from './image.ts'
import type { Place } from './replicas.ts'
import {
  type DesiredMonitoring,
  type FlyState,
  hasRecord,
  isSharded,
  isWell,
  type MonitoringMachine,
  RECORD_VARIABLES,
  replicasRecord,
  secretsRecord,
} from './state.ts'

/** Deploys and starts of the machines that exist, or of the first one. */
export function machineChanges(
  wanted: DesiredMonitoring,
  seen: FlyState,
  before: readonly FlyChange[],
  hasOthers: boolean,
): FlyChange[] {
  const { machines } = seen
  // Without its groups, a deploy would destroy machines of other ones, before there is another machine.
  const groups = hasOthers && { groups: [...new Set(wanted.app.groups)] }
  if (machines.length === 0)
    return [deployChange(wanted, undefined, 'There is no machine yet.', groups || {})]
  const isOnly = wanted.app.regions.length === 1 && !hasOthers
  // What does not scrape is replaced first: a replica that scrapes is taken away only while another one does.
  const ordered = machines.toSorted((a, b) => Number(isWell(a)) - Number(isWell(b)))
  return ordered.flatMap((machine) => {
    const reason = deployReason(wanted, seen, machine, before) ?? unhealthy(machine, seen.readAt)
    if (reason) return [deployChange(wanted, machine, reason, isOnly ? {} : { machine: idOf(machine) })]
    if (machine.state === 'started') return []
    const start = { kind: 'start-machines', app: wanted.app.app, machines: [machine.id] } as const
    return [flyChange(start, `Machine ${machine.id} is ${machine.state}.`, { owner: 'ours' })]
  })
}

const idOf = ({ id, region }: MonitoringMachine) => ({ id, region })

function deployChange(
  wanted: DesiredMonitoring,
  machine: MonitoringMachine | undefined,
  reason: string,
  only: { machine?: { id: string; region: string }; groups?: readonly string[] } = {},
): FlyChange {
  const owner = machine && { owner: hasRecord(machine) ? ('ours' as const) : ('unmanaged' as const) }
  const { app } = wanted.app
  return flyChange(
    { kind: 'deploy', app, image: imageFor(wanted, machine ? [machine] : []), ...only },
    reason,
    owner,
  )
}

function deployReason(
  wanted: DesiredMonitoring,
  { secrets }: FlyState,
  machine: MonitoringMachine,
  before: readonly FlyChange[],
): string | undefined {
  const { digest } = wanted.app
  const { env } = machine
  const recorded = env[RECORD_VARIABLES.digest]
  if (recorded === undefined) return `Machine ${machine.id} was not deployed by deploy-monitoring.`
  if (recorded !== digest) return 'The configuration has changed since the last deploy.'
  if (env[RECORD_VARIABLES.replicas] !== replicasRecord(wanted))
    return `The ${isSharded(wanted.app) ? 'shards' : 'replicas'} have changed.`
  if (!wanted.app.image && env[RECORD_VARIABLES.build] !== wanted.buildDigest)
    return 'The Dockerfile has changed since the image was built.'
  const isBehind = secrets && env[RECORD_VARIABLES.secrets] !== secretsRecord(wanted, secrets)
  if (isBehind || before.some(({ action }) => action.kind === 'stage-secrets'))
    return 'A machine gets new secrets only by a deploy.'
  if (machine.mounts.length === 0) return `Machine ${machine.id} has no volume.`
  return undefined
}

/** A machine that another run has just started gets so long for its first checks. */
const STARTING_MS = 2 * 60_000

function unhealthy(machine: MonitoringMachine, readAt = Number.POSITIVE_INFINITY): string | undefined {
  const bad = machine.checks.filter((check) => check.status !== 'passing')
  const isStarting = readAt - Date.parse(machine.updatedAt) < STARTING_MS
  if (machine.state !== 'started' || bad.length === 0 || isStarting) return undefined
  return `Machine ${machine.id} is not healthy: ${list(bad.map((c) => `check ${c.name} is ${c.status}`))}.`
}

/**
 * One deploy for all shards that need it, which also makes the machines that are missing: flyctl replaces the machines of
 * different process groups at the same time, so that a target that moves to another shard is not scraped for seconds only.
 */
export function shardChanges(
  wanted: DesiredMonitoring,
  seen: FlyState,
  before: readonly FlyChange[],
  missing: readonly Place[],
): FlyChange[] {
  const due = seen.machines.flatMap((machine) => {
    const reason = deployReason(wanted, seen, machine, before) ?? unhealthy(machine, seen.readAt)
    return reason === undefined ? [] : [{ machine, reason }]
  })
  const groups = wanted.app.groups.filter(
    (group) =>
      missing.some((one) => one.group === group) ||
      due.some(({ machine }) => shardOfGroup(machine.processGroup) === shardOfGroup(group)),
  )
  const [first] = due
  const reason = first?.reason ?? noMachine(wanted, missing)
  const deployed = groups.length > 0 ? [deployChange(wanted, first?.machine, reason, { groups })] : []
  const started = seen.machines
    .filter((machine) => machine.state !== 'started' && due.every((one) => one.machine !== machine))
    .map(({ id, state }) =>
      flyChange(
        { kind: 'start-machines', app: wanted.app.app, machines: [id] },
        `Machine ${id} is ${state}.`,
        {
          owner: 'ours',
        },
      ),
    )
  return [...deployed, ...started]
}

const noMachine = ({ app: { groups } }: DesiredMonitoring, missing: readonly Place[]): string =>
  missing.length === groups.length
    ? 'There is no machine yet.'
    : `${list(missing.map(({ group }) => capitalised(nameOfShard(shardOfGroup(group), groups.length))))} ${missing.length === 1 ? 'has' : 'have'} no machine.`
