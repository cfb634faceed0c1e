import type { Problem } from '../lib/errors.ts'
import { count, list } from '../lib/text.ts'
import { DIGEST_VARIABLE } from '../render/fly-toml.ts'
import type { MonitoringApp } from '../render/monitoring.ts'
import { chain, type Image, type Link, type Step } from './fly-steps.ts'

/** What the plan looks at on a machine; the client's `Machine` has it all. */
export interface SeenMachine {
  id: string
  region: string
  state: string
  env: Readonly<Record<string, string>>
  image: { ref: string; repository: string; tag: string; digest: string }
  checks: readonly { name: string; status: string; output: string }[]
  mounts: readonly { volume: string; name: string }[]
  standby: boolean
}

/** The monitoring app as it is at Fly. */
export interface FlyState {
  machines: readonly SeenMachine[]
  volumes: readonly { id: string; name: string; region: string; sizeGb: number; machine?: string }[]
  /** Names and Fly's own digests of the secrets that are set. Absent: not asked, as there is no machine to compare. */
  secrets?: readonly { name: string; digest: string }[]
  /** Absent: not asked, because nothing else has changed, or because a first deploy brings them along. */
  addresses?: readonly { address: string; kind: 'public' | 'private' | 'egress'; version: 4 | 6 }[]
}

/** What this run wants, next to the rendered app. */
export interface Wanted {
  app: MonitoringApp
  /** Keyed digest of the secrets' values: tells whether ours have changed without telling them. */
  secretsDigest: string
  /** Digest of the Dockerfile and what it copies; only for an image that is built. */
  buildDigest: string
}

export type Plan =
  | { kind: 'steps'; steps: readonly Step[]; warnings: readonly Problem[] }
  | { kind: 'impossible'; problems: readonly Problem[] }

/** Variables that our deploys leave on the machine, so that the next run can compare. */
export const RECORD = {
  digest: DIGEST_VARIABLE,
  secrets: 'DEPLOY_MONITORING_STAGED',
  build: 'DEPLOY_MONITORING_BUILD',
} as const

type Secrets = NonNullable<FlyState['secrets']>

/** Digests of the secrets as they are at Fly, together; changes when somebody changes one of ours by hand. */
function remoteDigest(names: readonly string[], secrets: Secrets): string {
  return names.map((name) => secrets.find((s) => s.name === name)?.digest ?? 'unset').join('.')
}

/** What is recorded on the machine about its secrets: our own digest of what was written, and Fly's after that. */
export function secretsRecord(wanted: Wanted, secrets: Secrets): string {
  const names = wanted.app.secrets.map((s) => s.name)
  return names.length === 0 ? '' : `${wanted.secretsDigest}:${remoteDigest(names, secrets)}`
}

/**
 * From what is wanted and what is there (undefined: no such app) to the steps between them. Nothing to do is no step.
 * What cannot be reached by any step, such as a volume in another region, is a problem that says so.
 */
export function planMonitoring(wanted: Wanted, state: FlyState | undefined): Plan {
  const seen: FlyState = state ?? { machines: [], volumes: [] }
  const problems = [...machineProblems(wanted, seen), ...volumeProblems(wanted, seen)]
  if (problems.length > 0) return { kind: 'impossible', problems }
  const before = [
    ...(state ? [] : [createApp(wanted)]),
    ...volumeSteps(wanted, seen),
    ...(seen.addresses ? addressLinks(wanted.app.app, seen.addresses) : []),
    ...secretSteps(wanted, seen),
  ]
  const links = [...before, ...machineSteps(wanted, seen, before)]
  return { kind: 'steps', steps: chain(wanted.app.app, links), warnings: volumeWarnings(wanted, seen) }
}

function createApp({ app }: Wanted): Link {
  const { organization } = app
  return { reason: 'The app does not exist yet.', action: { kind: 'create-app', app: app.app, organization } }
}

function ours({ app }: Wanted, { volumes }: FlyState): FlyState['volumes'] {
  return volumes.filter((volume) => volume.name === app.volume.name)
}

function machineProblems({ app }: Wanted, { machines }: FlyState): Problem[] {
  if (machines.length < 2) return []
  const ids = machines.map((m) => `${m.id} (${m.state}, ${m.mounts[0]?.volume ?? 'no volume'})`)
  return [
    {
      code: 'fly-two-machines',
      severity: 'error',
      message: `App ${app.app} has ${machines.length} machines: ${list(ids)}. One Prometheus needs exactly one; with two its data is split.`,
      hint: `Keep the one whose volume has the data and destroy the other: \`flyctl machine destroy ID -a ${app.app}\`.`,
    },
  ]
}

function volumeProblems(wanted: Wanted, seen: FlyState): Problem[] {
  const { app, region, volume } = wanted.app
  const error = (code: string, message: string, hint: string): Problem[] => [
    { code, severity: 'error', message, hint },
  ]
  const held = seen.machines
    .flatMap((m) => m.mounts)
    .find((mount) => mount.name !== '' && mount.name !== volume.name)
  if (held)
    return error(
      'fly-volume-renamed',
      `The machine of ${app} holds the volume ${held.volume} named ${held.name}, not ${volume.name}, and flyctl cannot swap the volume of a machine.`,
      `Set \`monitoring.volume.name: ${held.name}\`, or destroy the machine by hand.`,
    )
  const [first, ...more] = ours(wanted, seen)
  if (!first) return []
  if (more.length > 0) return error('fly-two-volumes', twoVolumes(wanted, seen), twoVolumesHint(wanted, seen))
  if (first.region !== region)
    return error(
      'fly-volume-region',
      `The volume ${first.id} (${volume.name}) of ${app} is in region ${first.region}, not ${region}; a volume cannot move.`,
      `Set \`monitoring.region: ${first.region}\`. To move for good, start with an empty volume: destroy the machine and the volume by hand, then deploy again.`,
    )
  return []
}

function twoVolumes(wanted: Wanted, seen: FlyState): string {
  const all = ours(wanted, seen).map((v) => {
    const holder = holderOf(v, seen)
    return `${v.id} (${v.region}, ${v.sizeGb} GB, ${holder ? `held by machine ${holder}` : 'not attached'})`
  })
  return `App ${wanted.app.app} has ${all.length} volumes named ${wanted.app.volume.name}: ${list(all)}. A machine would take either.`
}

function twoVolumesHint(wanted: Wanted, seen: FlyState): string {
  const spare = ours(wanted, seen).find((v) => !holderOf(v, seen))
  const which = spare?.id ?? 'ID'
  return `Keep the one with the data and destroy the other: \`flyctl volumes destroy ${which} -a ${wanted.app.app}\`.`
}

function holderOf(volume: FlyState['volumes'][number], seen: FlyState): string | undefined {
  return volume.machine ?? seen.machines.find((m) => m.mounts.some((mount) => mount.volume === volume.id))?.id
}

function volumeSteps(wanted: Wanted, seen: FlyState): Link[] {
  const { app, region, volume } = wanted.app
  const [there] = ours(wanted, seen)
  if (!there)
    return [
      {
        reason: `There is no volume ${volume.name} yet.`,
        action: { kind: 'create-volume', app, name: volume.name, region, sizeGb: volume.sizeGb },
      },
    ]
  if (there.sizeGb >= volume.sizeGb) return []
  return [
    {
      reason: `The volume has ${there.sizeGb} GB, ${volume.sizeGb} GB are asked for.`,
      action: { kind: 'extend-volume', app, id: there.id, sizeGb: volume.sizeGb },
    },
  ]
}

function volumeWarnings(wanted: Wanted, seen: FlyState): Problem[] {
  const [there] = ours(wanted, seen)
  const { app, volume } = wanted.app
  if (!there || there.sizeGb <= volume.sizeGb) return []
  return [
    {
      code: 'fly-volume-larger',
      severity: 'warning',
      message: `The volume of ${app} has ${there.sizeGb} GB, the configuration says ${volume.sizeGb}; volumes never shrink.`,
      hint: `Set \`monitoring.volume.size_gb: ${there.sizeGb}\`, and the retention makes use of it.`,
    },
  ]
}

/** Steps towards the addresses of the app once it is deployed; `after` is the step that deployed it. */
export function planAddresses(app: string, addresses: Addresses, after: readonly Step[]): Step[] {
  return chain(app, addressLinks(app, addresses), after)
}

type Addresses = NonNullable<FlyState['addresses']>

function addressLinks(app: string, addresses: Addresses): Link[] {
  const open = addresses.filter((a) => a.kind === 'public')
  const missing = (version: 4 | 6) => !open.some((a) => a.version === version)
  const allocate = (address: 'shared-v4' | 'v6'): Link => ({
    reason: `Prometheus is to be reached over public HTTPS and has no public IPv${address === 'v6' ? 6 : 4} address.`,
    action: { kind: 'allocate-address', app, address },
  })
  return [...(missing(4) ? [allocate('shared-v4')] : []), ...(missing(6) ? [allocate('v6')] : [])]
}

function secretSteps(wanted: Wanted, seen: FlyState): Link[] {
  const names = wanted.app.secrets.map((s) => s.name)
  if (names.length === 0) return []
  const reason = secretsReason(wanted, seen)
  return reason ? [{ reason, action: { kind: 'stage-secrets', app: wanted.app.app, names } }] : []
}

function secretsReason(wanted: Wanted, seen: FlyState): string | undefined {
  const names = wanted.app.secrets.map((s) => s.name)
  if (!seen.secrets) return `The machine needs ${count(names.length, 'secret')}.`
  const { secrets } = seen
  const unset = names.filter((name) => !secrets.some((s) => s.name === name))
  if (unset.length > 0) return `${count(unset.length, 'secret')} not set yet: ${list(unset)}.`
  const recorded = seen.machines[0]?.env[RECORD.secrets]
  if (recorded === undefined) return 'It is not known what the secrets hold.'
  if (recorded === secretsRecord(wanted, secrets)) return undefined
  return recorded.startsWith(`${wanted.secretsDigest}:`)
    ? 'A secret was changed at Fly since our last deploy.'
    : 'The value of a secret has changed.'
}

function machineSteps(wanted: Wanted, seen: FlyState, before: readonly Link[]): Link[] {
  const machine = seen.machines[0]
  const reason = deployReason(wanted, machine, before)
  const { app } = wanted.app
  if (reason) return [{ reason, action: { kind: 'deploy', app, image: imageFor(wanted, machine) } }]
  if (!machine || machine.state === 'started') return []
  return [
    {
      reason: `Machine ${machine.id} is ${machine.state}.`,
      action: { kind: 'start-machines', app, machines: [machine.id] },
    },
  ]
}

function deployReason(
  wanted: Wanted,
  machine: SeenMachine | undefined,
  before: readonly Link[],
): string | undefined {
  if (!machine) return 'There is no machine yet.'
  const { digest } = wanted.app
  const recorded = machine.env[RECORD.digest]
  if (recorded === undefined) return `Machine ${machine.id} was not deployed by deploy-monitoring.`
  if (recorded !== digest) return 'The configuration has changed since the last deploy.'
  if (!wanted.app.image && machine.env[RECORD.build] !== wanted.buildDigest)
    return 'The Dockerfile has changed since the image was built.'
  if (before.some((link) => link.action.kind === 'stage-secrets'))
    return 'New secrets reach a machine by a deploy.'
  if (machine.mounts.length === 0) return `Machine ${machine.id} holds no volume.`
  const bad = machine.checks.filter((check) => check.status !== 'passing')
  if (machine.state === 'started' && bad.length > 0)
    return `Machine ${machine.id} is not healthy: ${list(bad.map((c) => `check ${c.name} is ${c.status}`))}.`
  return undefined
}

/** An image that was built is used again, by its digest, until what it is built from changes. */
function imageFor(wanted: Wanted, machine: SeenMachine | undefined): Image {
  if (wanted.app.image) return { from: 'reference', reference: wanted.app.image }
  const built = machine?.env[RECORD.build] === wanted.buildDigest ? machine : undefined
  const reference = built && pinned(built.image)
  return reference ? { from: 'reference', reference } : { from: 'dockerfile', path: 'Dockerfile.monitoring' }
}

/** `name:tag@digest` as flyctl takes it, or undefined when the machine does not say what it runs. */
function pinned(image: SeenMachine['image']): string | undefined {
  if (image.ref === '') return undefined
  if (image.ref.includes('@') || image.digest === '') return image.ref
  return `${image.ref}@${image.digest}`
}
