import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { orgsList, version, whoami } from './commands/account.ts'
import { appsCreate, appsDestroy, releases, status } from './commands/apps.ts'
import type { Command } from './commands/command.ts'
import { configShow, configValidate } from './commands/config.ts'
import { ipsAllocateV4, ipsAllocateV6, ipsList, ipsRelease } from './commands/ips.ts'
import { logs } from './commands/logs.ts'
import { machineClone } from './commands/machine-clone.ts'
import {
  checksList,
  machineDestroy,
  machineList,
  machineStart,
  machineStatus,
  machineStop,
} from './commands/machines.ts'
import { secretsImport, secretsList, secretsSet } from './commands/secrets.ts'
import { volumesCreate, volumesDestroy, volumesExtend, volumesList } from './commands/volumes.ts'
import { findConfig } from './context.ts'
import { deploy } from './deploy/deploy.ts'
import { FlyError, Stopped } from './errors.ts'
import { type Arguments, flagSpecs, parseArguments } from './flags.ts'
import { configDirectory } from './minimumVersions.ts'
import type { Internals, Session } from './session.ts'
import type { Terminal } from './terminal.ts'
import { identify, type Scope, tokenOf } from './tokens.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  version,
  'auth whoami': whoami,
  'orgs list': orgsList,
  'apps create': appsCreate,
  'apps destroy': appsDestroy,
  status,
  releases,
  'volumes list': volumesList,
  'volumes create': volumesCreate,
  'volumes extend': volumesExtend,
  'volumes destroy': volumesDestroy,
  'secrets import': secretsImport,
  'secrets set': secretsSet,
  'secrets list': secretsList,
  'ips list': ipsList,
  'ips allocate-v4': ipsAllocateV4,
  'ips allocate-v6': ipsAllocateV6,
  'ips release': ipsRelease,
  'config show': configShow,
  'config validate': configValidate,
  'machine list': machineList,
  'machine start': machineStart,
  'machine status': machineStatus,
  'machine stop': machineStop,
  'machine clone': machineClone,
  'machine destroy': machineDestroy,
  'checks list': checksList,
  logs,
  deploy,
}
const GROUPS: Readonly<Record<string, string>> = {
  machines: 'machine',
  m: 'machine',
  volume: 'volumes',
  vol: 'volumes',
}
const GLOBAL_FLAGS = flagSpecs('access-token,t verbose! debug! help,h!')

/** Exit codes of flyctl (measured); a killed process has none of its own. */
const EXIT = { ok: 0, failed: 1, interrupted: 127, killed: 137 }

/** Runs one `flyctl` from argv to exit code. */
export async function runFlyctl(
  platform: Internals,
  terminal: Terminal,
  tokens: Readonly<Record<string, Scope>>,
): Promise<number> {
  const session: Session = { platform, terminal, identity: { scopes: [] }, flapsRequests: 0, hooks: 0 }
  terminal.signal.addEventListener('abort', () => {
    if (stopKind(terminal) === 'interrupted') terminal.err('\n'.repeat(session.hooks))
  })
  try {
    await runCommand(session, tokens)
    return EXIT.ok
  } catch (error) {
    const kind = error instanceof Stopped ? error.kind : undefined
    if (kind !== undefined) return kind === 'interrupted' ? EXIT.interrupted : EXIT.killed
    report(terminal, error)
    return EXIT.failed
  }
}

async function runCommand(session: Session, tokens: Readonly<Record<string, Scope>>): Promise<void> {
  const { terminal } = session
  const { command, words, rest } = findCommand(terminal)
  const args = parsed(terminal, { command, words, rest })
  const directory = configDirectory(session)
  const problem = await terminal.ensureDirectory(directory)
  if (problem !== undefined) {
    terminal.out(`Error accessing config directory at ${directory} mkdir ${directory}: ${problem}\n`)
    throw new FlyError(`failed creating config directory: mkdir ${directory}: ${problem}`)
  }
  const token = args.text('access-token') ?? tokenOf(terminal.env)
  if (command.session && token === undefined) {
    throw new FlyError("no access token available. Please login with 'flyctl auth login'")
  }
  const identity = identify(token ?? '', tokens)
  const known = Object.assign(session, { identity })
  const cwd = command.directoryArgument ? await changedDirectory(terminal, args) : terminal.cwd
  const config = command.readsConfig ? await findConfig(known, args, cwd) : undefined
  await command.run({ session: known, args, cwd, config, out: terminal.out, err: terminal.err })
}

/** `deploy DIR` works there. */
async function changedDirectory(terminal: Terminal, { positional: [directory] }: Arguments): Promise<string> {
  if (directory === undefined) return terminal.cwd
  const cwd = resolve(terminal.cwd, directory)
  const answer = await terminal.readFile(cwd)
  if (answer.kind === 'failed' && answer.reason === 'is a directory') return cwd
  const reason = answer.kind === 'failed' ? answer.reason : 'not a directory'
  throw new FlyError(`failed changing working directory: chdir ${cwd}: ${reason}`)
}

function findCommand(terminal: Terminal): { command: Command; words: string; rest: readonly string[] } {
  const [given = '', second = ''] = terminal.argv
  const first = GROUPS[given] ?? given
  const action = second === 'ls' ? 'list' : second
  for (const [words, length] of [
    [`${first} ${action}`, 2],
    [first, 1],
  ] as const) {
    const command = COMMANDS[words]
    if (command !== undefined) return { command, words, rest: terminal.argv.slice(length) }
  }
  if (Object.keys(COMMANDS).some((words) => words.startsWith(`${first} `))) {
    throw new FlyError(`the sandbox's flyctl does not know "${first} ${second}"`)
  }
  terminal.out("Run 'flyctl --help' for usage.\n\n")
  throw new FlyError(`unknown command "${given}" for "flyctl"`)
}

function parsed(
  terminal: Terminal,
  { command, words, rest }: { command: Command; words: string; rest: readonly string[] },
): Arguments {
  try {
    const args = parseArguments(rest, [...command.flags, ...GLOBAL_FLAGS])
    const count = args.positional.length
    if (command.directoryArgument && count > 1)
      throw new FlyError(`accepts at most 1 arg(s), received ${count}`)
    return args
  } catch (error) {
    terminal.out(words === 'deploy' ? deployUsage() : `Usage:\n  flyctl ${words} [flags]\n\n`)
    throw error
  }
}

const deployUsage = (): string => readFileSync(new URL('deployUsage.txt', import.meta.url), 'utf8')

/** As flyctl ends: the annotation when asked for, `Error: …`, then what it suggests. */
function report(terminal: Terminal, error: unknown): void {
  const failure = error instanceof FlyError ? error : new FlyError(`panic: ${describe(error)}`)
  const request = failure.requestId === undefined ? '' : ` (Request ID: ${failure.requestId})`
  const traced = terminal.argv[0] === 'deploy' && request !== ''
  const trace = traced ? ` (Trace ID: ${randomBytes(16).toString('hex')})` : ''
  if (terminal.env.GITHUB_ACTIONS === 'true' && truthy(terminal.env.FLY_GHA_ERROR_ANNOTATION)) {
    terminal.out(`::error title=flyctl error::${(failure.message + request).replaceAll('\n', '⏎')}\n`)
  }
  terminal.err(`Error: ${failure.message}${request}${trace}\n`)
  if (failure.description !== undefined) terminal.err(`${failure.description}\n\n`)
  if (failure.suggestion !== undefined) terminal.err(`${failure.suggestion}\n\n`)
}

const truthy = (value: string | undefined): boolean => /^(1|t|true)$/i.test(value ?? '')

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

function stopKind({ signal }: Terminal): Stopped['kind'] | undefined {
  return signal.reason instanceof Stopped ? signal.reason.kind : undefined
}
