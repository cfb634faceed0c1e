import type { EmittedRelease, FlySecret, FlyVolume, IpAddress, Machine, Release } from '../../model/fly.ts'
import * as shapes from './answers.ts'
import { type Flyctl, type FlyctlCall, type FlyctlResult, flyctlError, parseAnswer } from './client.ts'
import { plainOutput } from './output.ts'
import { type SecretValue, secretLines } from './secrets.ts'

/** Runs a `--json` read and returns its typed answer. */
export async function ask<T>(flyctl: Flyctl, call: FlyctlCall, shape: (json: unknown) => T): Promise<T> {
  const args = [...(call.args ?? []), '--json']
  return parseAnswer(call.command, await flyctl.repeatable({ ...call, args }), shape)
}

/** A write that must not be repeated before the state was read. */
async function once(flyctl: Flyctl, call: FlyctlCall): Promise<string> {
  const result = await flyctl.run(call)
  if (!result.failure) return result.stdout
  throw flyctlError(result.failure)
}

/** The machines of an app; throws `fly-app-missing` or `fly-token-too-narrow` like every command on an app. */
export function listMachines(flyctl: Flyctl, app: string): Promise<Machine[]> {
  return ask(flyctl, { command: 'machine list', app }, (json) => shapes.parseMachines(json, app))
}

/** The same, and the machines that flyctl has made for itself. */
export function listAllMachines(flyctl: Flyctl, app: string): Promise<shapes.AllMachines> {
  return ask(flyctl, { command: 'machine list', app }, (json) => shapes.parseAllMachines(json, app))
}

export function listVolumes(flyctl: Flyctl, app: string): Promise<FlyVolume[]> {
  return ask(flyctl, { command: 'volumes list', app }, shapes.parseVolumes)
}

export function listSecrets(flyctl: Flyctl, app: string): Promise<FlySecret[]> {
  return ask(flyctl, { command: 'secrets list', app }, shapes.parseSecrets)
}

export function listAddresses(flyctl: Flyctl, app: string): Promise<IpAddress[]> {
  return ask(flyctl, { command: 'ips list', app }, shapes.parseAddresses)
}

export function listReleases(flyctl: Flyctl, app: string): Promise<Release[]> {
  return ask(flyctl, { command: 'releases', app }, shapes.parseReleases)
}

/**
 * Asks GraphQL for the app; unlike `machine list`, it distinguishes an unknown app from a token that is not accepted.
 */
export async function checkApp(flyctl: Flyctl, app: string): Promise<void> {
  await flyctl.repeatable({ command: 'status', app, args: ['--json'] })
}

export async function createApp(flyctl: Flyctl, app: string, organization: string): Promise<void> {
  await once(flyctl, {
    command: `apps create ${app}`,
    app,
    args: ['--org', organization, '--json'],
    global: true,
  })
}

export async function createVolume(
  flyctl: Flyctl,
  app: string,
  wanted: { name: string; region: string; sizeGb: number },
): Promise<FlyVolume> {
  const command = `volumes create ${wanted.name}`
  const args = ['--region', wanted.region, '--size', String(wanted.sizeGb), '--yes', '--json']
  return parseAnswer(command, await once(flyctl, { command, app, args }), shapes.parseVolume)
}

export async function extendVolume(
  flyctl: Flyctl,
  app: string,
  wanted: { id: string; sizeGb: number },
): Promise<void> {
  const args = ['--size', String(wanted.sizeGb), '--yes', '--json']
  await flyctl.repeatable({ command: `volumes extend ${wanted.id}`, app, args })
}

/** Destroys a volume. Fly refuses when a machine uses it; its snapshots are kept for some days. */
export async function destroyVolume(flyctl: Flyctl, app: string, id: string): Promise<void> {
  await once(flyctl, { command: `volumes destroy ${id}`, app, args: ['--yes'] })
}

/** Stops a machine as its kill signal says, so that its program can end what it has begun; waits for that. */
export async function stopMachine(flyctl: Flyctl, app: string, id: string): Promise<void> {
  const args = ['--signal', 'SIGTERM', '--wait-timeout', '40s']
  await flyctl.repeatable({ command: `machine stop ${id}`, app, args, hasLease: true })
}

/** Destroys a machine, also one that runs. */
export async function destroyMachine(flyctl: Flyctl, app: string, id: string): Promise<void> {
  await once(flyctl, { command: `machine destroy ${id}`, app, args: ['--force'], hasLease: true })
}

/** Makes a copy of a machine, its files included, that uses a volume of its own, in the region of the volume. */
export async function cloneMachine(
  flyctl: Flyctl,
  app: string,
  { id, volume }: { id: string; volume: string },
): Promise<void> {
  await once(flyctl, { command: `machine clone ${id}`, app, args: ['--attach-volume', volume, '--detach'] })
}

/** flyctl waits for ever when there are no lines (measured). */
const LOGS_MS = 5_000

/** The lines that a machine wrote, oldest first, with secrets in them; none when they could not be read in time. */
export async function readLogLines(flyctl: Flyctl, app: string, machine: string): Promise<string[]> {
  const args = ['--no-tail', '--json', '--instance', machine]
  const { stdout } = await flyctl.run({ command: 'logs', app, args, timeoutMs: LOGS_MS })
  return shapes.parseLogLines(plainOutput(stdout))
}

/** A shared IPv4 address is free of charge and routed by host name; an IPv6 address is the app's own. */
export async function allocateAddress(flyctl: Flyctl, app: string, kind: 'shared-v4' | 'v6'): Promise<void> {
  if (kind === 'shared-v4') await once(flyctl, { command: 'ips allocate-v4', app, args: ['--shared'] })
  else await once(flyctl, { command: 'ips allocate-v6', app })
}

export async function releaseAddress(flyctl: Flyctl, app: string, address: string): Promise<void> {
  await once(flyctl, { command: `ips release ${address}`, app })
}

/** flyctl's output about a Fly configuration that it does not accept; empty when it accepts it. No request is made. */
export async function validateFlyConfig(
  flyctl: Flyctl,
  { app, config, folder }: Pick<DeployRequest, 'app' | 'config' | 'folder'>,
): Promise<string> {
  const args = ['--strict', '--config', config]
  const { failure, output } = await flyctl.run({ command: 'config validate', app, args, cwd: folder })
  // Any other failure is reported by the deploy.
  return failure?.problem.code === 'fly-config-invalid' ? plainOutput(output) : ''
}

/** Destroys an app with its machines, volumes, secrets and addresses. */
export async function destroyApp(flyctl: Flyctl, app: string): Promise<void> {
  await once(flyctl, { command: `apps destroy ${app}`, app, args: ['--yes'], global: true })
}

/** Stores secrets for the next deploy; machines are not touched. */
export async function stageSecrets(
  flyctl: Flyctl,
  app: string,
  secrets: readonly SecretValue[],
): Promise<void> {
  await flyctl.repeatable({ command: 'secrets import', app, args: ['--stage'], stdin: secretLines(secrets) })
}

export async function startMachines(flyctl: Flyctl, app: string, ids: readonly string[]): Promise<void> {
  await flyctl.repeatable({ command: 'machine start', app, args: ids, hasLease: true })
}

export interface DeployRequest {
  app: string
  /** Working folder: build context, and the base of `local_path` in [[files]]. */
  folder: string
  /** Path of the Fly configuration. */
  config: string
  /** Deploy this image; without it the configuration's image, or a build. */
  image?: string
  /** Build from this file at Fly. */
  dockerfile?: string
  /** Build arguments; they are visible in the image, so never secrets. */
  buildArgs?: Readonly<Record<string, string>>
  /** Added to the machine's environment. */
  env?: Readonly<Record<string, string>>
  /** Only these machines; without it, all. */
  only?: readonly string[]
  /** Only these process groups: machines of others stay, which flyctl otherwise destroys when the configuration lacks them. */
  processGroups?: readonly string[]
  /** Only one machine per process group on a first deploy. */
  single?: boolean
  /** Leaves out the release command of the configuration. */
  skipReleaseCommand?: true
  /** Leaves out the smoke checks, which also see crashes from before the deploy. */
  skipSmokeChecks?: true
  /** How long flyctl may wait for one machine, in milliseconds. */
  waitMs: number
  /** Milliseconds after which flyctl is ended. */
  timeoutMs: number
  /** Receives each line of the output when it is printed. */
  onLine?: (line: string) => void
}

/**
 * `flyctl deploy`. Neither exit code 0 nor 1 says what runs afterwards: read the machines. The release that flyctl
 * reports on success is in `release`.
 */
export async function runDeploy(
  flyctl: Flyctl,
  request: DeployRequest,
): Promise<FlyctlResult & { release?: EmittedRelease }> {
  const args = [
    '--config',
    request.config,
    ...(request.image ? ['--image', request.image] : []),
    ...(request.dockerfile ? ['--dockerfile', request.dockerfile] : []),
    ...Object.entries(request.buildArgs ?? {}).flatMap(([name, value]) => [
      '--build-arg',
      `${name}=${value}`,
    ]),
    ...Object.entries(request.env ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    '--yes',
    ...(request.single ? ['--ha=false'] : []),
    ...(request.only ? ['--only-machines', request.only.join(',')] : []),
    ...(request.processGroups ? ['--process-groups', request.processGroups.join(',')] : []),
    ...(request.skipReleaseCommand ? ['--skip-release-command'] : []),
    ...(request.skipSmokeChecks ? ['--smoke-checks=false'] : []),
    '--remote-only',
    '--dns-checks=false',
    '--wait-timeout',
    `${Math.max(1, Math.round(request.waitMs / 1000))}s`,
  ]
  const result = await flyctl.run({
    command: 'deploy',
    app: request.app,
    args,
    cwd: request.folder,
    env: { FLY_EMIT_RELEASE_JSON: '1' },
    timeoutMs: request.timeoutMs,
    ...(request.onLine && { onLine: request.onLine }),
  })
  const release = shapes.parseEmittedRelease(plainOutput(result.stdout))
  return { ...result, ...(release && { release }) }
}
