import { isAbsolute, resolve } from 'node:path'
import type { Context } from '../context.ts'
import { goDuration, parseGoDuration } from '../duration.ts'
import { FlyError, withPrefix } from '../errors.ts'
import type { Arguments } from '../flags.ts'
import type { FlyToml } from '../flyToml.ts'
import type { Guest, MachineFile } from '../machineConfig.ts'
import { INFO, WARN } from '../marks.ts'
import { toGuest } from '../toMachine.ts'

/** Durations in milliseconds. */
export interface DeployOptions {
  readonly waitTimeout: number
  readonly leaseTimeout: number
  readonly releaseTimeout: number
  readonly smokeChecks: boolean
  readonly healthChecks: boolean
  readonly dnsChecks: boolean
  readonly spares: boolean
  readonly updateOnly: boolean
  readonly releaseCommand: boolean
  readonly addresses: 'public' | 'private' | 'none'
  readonly guest: Guest
  readonly volumeSizeGb: number | undefined
}

const DEFAULT_WAIT = 300_000
const DEFAULT_LEASE = 13_000

export function deployOptions(args: Arguments, config: FlyToml): DeployOptions {
  const detach = args.bool('detach', false)
  const fromToml = (text: string | undefined): number => (text && parseGoDuration(text)) || DEFAULT_WAIT
  const size = args.text('volume-initial-size')
  const memory = args.text('vm-memory')
  const cpus = args.text('vm-cpus')
  return {
    waitTimeout: durationFlag(args, 'wait-timeout') ?? fromToml(config.deploy?.wait_timeout),
    leaseTimeout: durationFlag(args, 'lease-timeout') ?? DEFAULT_LEASE,
    releaseTimeout:
      durationFlag(args, 'release-command-timeout') ?? fromToml(config.deploy?.release_command_timeout),
    smokeChecks: !detach && args.bool('smoke-checks', true),
    healthChecks: !detach,
    dnsChecks: !detach && args.bool('dns-checks', true),
    spares: args.bool('ha', true),
    updateOnly: args.bool('update-only', false),
    releaseCommand: !args.bool('skip-release-command', false),
    addresses: args.bool('flycast', false)
      ? 'private'
      : args.bool('no-public-ips', false)
        ? 'none'
        : 'public',
    guest: toGuest({
      size: args.text('vm-size') ?? 'shared-cpu-1x',
      ...(memory === undefined ? {} : { memory }),
      ...(cpus === undefined ? {} : { cpus: Number(cpus) }),
    }),
    volumeSizeGb: size === undefined ? undefined : Number(size),
  }
}

/** flyctl mentions its timeouts when they are not the usual ones. */
export function timeoutsNote({ waitTimeout, leaseTimeout }: DeployOptions): string {
  if (waitTimeout === DEFAULT_WAIT && leaseTimeout === DEFAULT_LEASE) return ''
  const refresh = goDuration((leaseTimeout - 1000) / 3)
  const times = `wait timeout: ${goDuration(waitTimeout)} lease timeout: ${goDuration(leaseTimeout)}`
  return `${INFO} Using ${times} delay between lease refreshes: ${refresh}\n\n`
}

/** `5m`, `30` (seconds) or `none`. */
function durationFlag(args: Arguments, name: string): number | undefined {
  const text = args.text(name)
  if (text === undefined) return undefined
  if (text === 'none') return Number.POSITIVE_INFINITY
  const value = /^[0-9]+$/.test(text) ? Number(text) * 1000 : parseGoDuration(text)
  if (value !== undefined) return value
  throw new FlyError(
    `invalid duration value ${text} used for --${name} flag: valid options are a number of seconds, number with time unit (i.e.: 5m, 180s) or 'none'`,
  )
}

/** The configuration with what the flags change in it. */
export function applyFlags(args: Arguments, config: FlyToml, app: string): FlyToml {
  const env = { ...config.env }
  for (const pair of args.list('env')) {
    const at = pair.indexOf('=')
    if (at === -1)
      throw new FlyError(`failed parsing environment: '${pair}': must be in the format NAME=VALUE`)
    env[pair.slice(0, at)] = pair.slice(at + 1)
  }
  const region = args.text('primary-region')
  return {
    ...config,
    app,
    env,
    ...(region === undefined ? {} : { primary_region: region }),
  }
}

/** `--strategy` counts only after the configuration was found valid without it (measured). */
export const withStrategy = (config: FlyToml, strategy: string | undefined): FlyToml =>
  strategy === undefined || strategy === '' ? config : { ...config, deploy: { ...config.deploy, strategy } }

const SECRET_WORDS = ['KEY', 'PRIVATE', 'DATABASE_URL', 'PASSWORD', 'SECRET']
const HARMLESS = ['AWS_ACCESS_KEY_ID', 'TIGRIS_ACCESS_KEY_ID']

/** What flyctl says about `[env]` names that look like secrets. */
export function secretWarnings(config: FlyToml): string {
  return Object.keys(config.env ?? {})
    .filter((name) => !HARMLESS.includes(name) && SECRET_WORDS.some((word) => name.includes(word)))
    .map(
      (name) =>
        `${WARN} ${name} may be a potentially sensitive environment variable. Consider setting it as a secret, and removing it from the [env] section: https://fly.io/docs/apps/secrets/\n\n`,
    )
    .join('')
}

/** `[[files]]`, then the files of flags; `local_path` is read relative to the working directory (measured). */
export async function machineFiles(context: Context, config: FlyToml): Promise<MachineFile[]> {
  const files: MachineFile[] = []
  for (const { guest_path = '', local_path, secret_name, raw_value } of config.files ?? []) {
    if (local_path) files.push({ guest_path, raw_value: await readLocal(context, local_path) })
    else if (secret_name) files.push({ guest_path, secret_name })
    else files.push({ guest_path, raw_value: Buffer.from(raw_value ?? '').toString('base64') })
  }
  for (const file of await flagFiles(context)) {
    const index = files.findIndex((known) => known.guest_path === file.guest_path)
    if (index === -1) files.push(file)
    else files[index] = file
  }
  return files
}

async function flagFiles(context: Context): Promise<MachineFile[]> {
  const { args } = context
  const pairs = (name: string): [string, string][] => args.list(name).map((pair) => splitFile(name, pair))
  const local = pairs('file-local').map(async ([guest_path, path]) => ({
    guest_path,
    raw_value: await withPrefix('failed to read file-local', readLocal(context, path)),
  }))
  return [
    ...(await Promise.all(local)),
    ...pairs('file-literal').map(([guest_path, text]) => ({
      guest_path,
      raw_value: Buffer.from(text).toString('base64'),
    })),
    ...pairs('file-secret').map(([guest_path, secret_name]) => ({ guest_path, secret_name })),
  ]
}

function splitFile(flag: string, pair: string): [string, string] {
  const at = pair.indexOf('=')
  if (at === -1) throw new FlyError(`invalid ${flag} argument ${pair}`)
  const guest = pair.slice(0, at)
  if (!isAbsolute(guest)) throw new FlyError(`guest path, ${guest}, must be absolute`)
  return [guest, pair.slice(at + 1)]
}

async function readLocal({ session, cwd }: Context, path: string): Promise<string> {
  const answer = await session.terminal.readFile(resolve(cwd, path))
  if (answer.kind === 'content') return answer.content.toString('base64')
  throw new FlyError(`could not read file ${path}: open ${path}: ${answer.reason}`)
}
