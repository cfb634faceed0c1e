import { type MonitoringApp, WEB_CONFIG_SECRET } from '../../desired/monitoring-app.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { count, list } from '../../lib/text.ts'
import { type FlyChange, flyChange, type ImageSource } from './actions.ts'
import { missingAddresses } from './addresses.ts'
import { doubleMachines, doubleVolumes } from './doubles.ts'
import { obstacles, volumeWarnings } from './obstacles.ts'
import {
  type DesiredMonitoring,
  type FlyState,
  type MonitoringMachine,
  RECORD_VARIABLES,
  secretsRecord,
  volumesOf,
} from './state.ts'

export interface MonitoringDiff {
  /** In the order in which they are carried out; each needs those before it. */
  changes: readonly FlyChange[]
  warnings: readonly Diagnostic[]
  /** Why no change leads to the desired state; `changes` is empty then. */
  problems: readonly Diagnostic[]
}

/**
 * The changes between the desired state and the current one (undefined: the app does not exist); empty when there is
 * nothing to do. What no change can reach, such as a volume in another region, is reported as a problem.
 */
export function diffMonitoring(wanted: DesiredMonitoring, state: FlyState | undefined): MonitoringDiff {
  const { seen, removals } = withoutDoubles(wanted, state ?? { machines: [], volumes: [] })
  const problems = obstacles(wanted, seen)
  if (problems.length > 0) return { changes: [], warnings: [], problems }
  const before = [
    ...(state ? [] : [createApp(wanted)]),
    ...removals,
    ...volumeChanges(wanted, seen),
    ...(seen.addresses ? addressChanges(wanted.app, seen.addresses) : []),
    ...secretChanges(wanted, seen),
  ]
  const changes = [...before, ...machineChanges(wanted, seen, before), ...firstAddresses(wanted, seen)]
  return { changes, warnings: volumeWarnings(wanted, seen), problems }
}

const createApp = ({ app: { app, organization } }: DesiredMonitoring): FlyChange =>
  flyChange({ kind: 'create-app', app, organization }, 'The app does not exist yet.')

/** The state as it is after the removal of what was made twice. */
function withoutDoubles(
  wanted: DesiredMonitoring,
  state: FlyState,
): { seen: FlyState; removals: readonly FlyChange[] } {
  const { app } = wanted.app
  const machines = doubleMachines(state.machines, ({ env }) => env[RECORD_VARIABLES.digest] !== undefined)
  const theirs = machines.flatMap((m) => m.mounts.map((mount) => mount.volume))
  const named = volumesOf(wanted, state).filter(({ id }) => !theirs.includes(id))
  const mayHoldData = state.machines.length === 0 && state.wasDeployed !== false
  const spare = mayHoldData ? [] : doubleVolumes(named).map(({ id }) => id)
  const volumes = [...theirs, ...spare]
  const isLeft = ({ id }: { id: string }) => !volumes.includes(id) && machines.every((m) => m.id !== id)
  const since = 'A repeated request or two runs at once made it; Prometheus needs exactly one.'
  return {
    seen: {
      ...state,
      machines: state.machines.filter(isLeft),
      volumes: state.volumes.filter(isLeft),
    },
    removals: [
      ...machines.map(({ id }) => flyChange({ kind: 'remove-machine', app, id }, since, { owner: 'ours' })),
      ...volumes.map((id) => flyChange({ kind: 'remove-volume', app, id }, since, { owner: 'ours' })),
    ],
  }
}

function volumeChanges(wanted: DesiredMonitoring, seen: FlyState): FlyChange[] {
  const { app, region, volume } = wanted.app
  const { name, sizeGb } = volume
  const [existing] = volumesOf(wanted, seen)
  if (!existing)
    return [
      flyChange(
        { kind: 'create-volume', app, name, region, sizeGb },
        `The volume ${name} does not exist yet.`,
      ),
    ]
  if (existing.sizeGb >= sizeGb) return []
  const reason = `The volume has ${existing.sizeGb} GB; the configuration asks for ${sizeGb} GB.`
  return [flyChange({ kind: 'extend-volume', app, id: existing.id, sizeGb }, reason, { owner: 'ours' })]
}

type Addresses = NonNullable<FlyState['addresses']>

function addressChanges({ app, access }: MonitoringApp, addresses: Addresses): FlyChange[] {
  if (access === 'private')
    return addresses
      .filter(({ kind }) => kind === 'public')
      .map(({ address }) =>
        flyChange(
          { kind: 'release-address', app, address },
          '`monitoring.access` is private: Prometheus must not have a public address.',
        ),
      )
  const why = (version: 4 | 6) =>
    `Prometheus must be reachable over public HTTPS, but the app has no public IPv${version} address.`
  return missingAddresses(addresses).map((address) =>
    flyChange({ kind: 'allocate-address', app, address }, why(address === 'v6' ? 6 : 4)),
  )
}

function firstAddresses({ app: { app, access } }: DesiredMonitoring, { machines }: FlyState): FlyChange[] {
  if (machines.length > 0 || access === 'private') return []
  const reason = 'flyctl allocates them on the first deploy, but does not report when that fails.'
  return [flyChange({ kind: 'ensure-addresses', app }, reason)]
}

function secretChanges(wanted: DesiredMonitoring, seen: FlyState): FlyChange[] {
  const names = wanted.app.secrets.map((s) => s.name)
  const reason = names.length > 0 ? secretsReason(wanted, seen) : undefined
  if (reason === undefined) return []
  const owner = seen.secrets && { owner: 'ours' as const }
  return [flyChange({ kind: 'stage-secrets', app: wanted.app.app, names }, reason, owner)]
}

/** An app that is taken over, and was open or had another password. */
const NEW_PASSWORD =
  ' Prometheus runs without this password so far: what reads it, such as a data source in Grafana, needs the user `prometheus` and the password from now on.'

function secretsReason(wanted: DesiredMonitoring, seen: FlyState): string | undefined {
  const names = wanted.app.secrets.map((s) => s.name)
  if (!seen.secrets) return `The machine needs ${count(names.length, 'secret')}.`
  const { secrets } = seen
  const unset = names.filter((name) => !secrets.some((s) => s.name === name))
  const isOpen = seen.machines.length > 0 && unset.includes(WEB_CONFIG_SECRET)
  if (unset.length > 0)
    return `${count(unset.length, 'secret')} not set at Fly yet: ${list(unset)}.${isOpen ? NEW_PASSWORD : ''}`
  const recorded = seen.machines[0]?.env[RECORD_VARIABLES.secrets]
  if (recorded === undefined) return 'The machine has no record of the values of the secrets.'
  if (recorded === secretsRecord(wanted, secrets)) return undefined
  return recorded.startsWith(`${wanted.secretsDigest}:`)
    ? 'A secret was changed at Fly since the last deploy by this action.'
    : 'The value of a secret has changed.'
}

function machineChanges(
  wanted: DesiredMonitoring,
  seen: FlyState,
  before: readonly FlyChange[],
): FlyChange[] {
  const machine = seen.machines[0]
  const reason = deployReason(wanted, machine, before) ?? (machine && unhealthy(machine, seen.readAt))
  const { app } = wanted.app
  if (reason) {
    const recorded = machine && machine.env[RECORD_VARIABLES.digest] !== undefined
    const owner = machine && { owner: recorded ? ('ours' as const) : ('unmanaged' as const) }
    return [flyChange({ kind: 'deploy', app, image: imageFor(wanted, machine) }, reason, owner)]
  }
  if (!machine || machine.state === 'started') return []
  const start = { kind: 'start-machines', app, machines: [machine.id] } as const
  return [flyChange(start, `Machine ${machine.id} is ${machine.state}.`, { owner: 'ours' })]
}

function deployReason(
  wanted: DesiredMonitoring,
  machine: MonitoringMachine | undefined,
  before: readonly FlyChange[],
): string | undefined {
  if (!machine) return 'There is no machine yet.'
  const { digest } = wanted.app
  const recorded = machine.env[RECORD_VARIABLES.digest]
  if (recorded === undefined) return `Machine ${machine.id} was not deployed by deploy-monitoring.`
  if (recorded !== digest) return 'The configuration has changed since the last deploy.'
  if (!wanted.app.image && machine.env[RECORD_VARIABLES.build] !== wanted.buildDigest)
    return 'The Dockerfile has changed since the image was built.'
  if (before.some(({ action }) => action.kind === 'stage-secrets'))
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

/** An image that was built is used again, by its digest, until its build files change. */
function imageFor(wanted: DesiredMonitoring, machine: MonitoringMachine | undefined): ImageSource {
  if (wanted.app.image) return { from: 'reference', reference: wanted.app.image }
  const built = machine?.env[RECORD_VARIABLES.build] === wanted.buildDigest ? machine : undefined
  const reference = built && pinned(built.image)
  return reference ? { from: 'reference', reference } : { from: 'dockerfile', path: 'Dockerfile.monitoring' }
}

/** `name:tag@digest` as flyctl accepts it, or undefined when the machine does not report its image. */
function pinned(image: MonitoringMachine['image']): string | undefined {
  if (image.ref === '') return undefined
  if (image.ref.includes('@') || image.digest === '') return image.ref
  return `${image.ref}@${image.digest}`
}
