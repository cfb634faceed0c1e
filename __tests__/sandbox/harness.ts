import { type ChildProcess, spawn } from 'node:child_process'
import type { SerialFault } from './calls.ts'
import type { GrafanaStandin } from './grafana/server.ts'
import { connect, type Link } from './link.ts'
import type { Fault } from './platform/faults.ts'
import type { MachineView, Platform } from './platform/platform.ts'
import { projectRoot } from './project.ts'
import {
  type Command,
  type Exit,
  type FetchRequest,
  type FetchResponse,
  type Ready,
  type Stream,
  SUPERVISOR_STARTED,
  type WorldSettings,
} from './protocol.ts'
import { findRequirements } from './requirements.ts'
import { type ActionJob, type ActionOptions, type ActionResult, startAction } from './runner.ts'

export interface WorldOptions {
  /** Absolute path of the Prometheus to run in monitoring machines. Without it: the one on PATH. */
  prometheus?: string
  /** How Fly's stand-in differs from its defaults, e.g. `{ smokeSeconds: 0 }` for quick deploys. */
  platform?: WorldSettings['platform']
  /** How long the world may take to be ready, in milliseconds. */
  startMs?: number
}

export interface RunOptions {
  command: string
  args?: readonly string[]
  env?: Readonly<Record<string, string>>
  cwd?: string
  input?: string
  onOutput?(text: string, stream: Stream): void
}

export interface Result extends Exit {
  stdout: string
  stderr: string
}

/** A program under way inside a world. */
export interface Job {
  /** Sends a signal; false when it had ended. */
  signal(signal: NodeJS.Signals): Promise<boolean>
  readonly done: Promise<Result>
}

/** A running world, seen from the process that started it. */
export interface World extends AsyncDisposable {
  readonly ready: Ready
  /** Starts a program inside the world. */
  start(options: RunOptions): Job
  /** Runs a program inside the world to its end. */
  run(options: RunOptions): Promise<Result>
  /** Runs the shipped action in the world, as the runner runs it, to its end. */
  action(options: ActionOptions): Promise<ActionResult>
  /** The same, under way: to be cancelled, or watched meanwhile. */
  startAction(options: ActionOptions): Promise<ActionJob>
  /** One HTTP request from inside the world; redirects are not followed. */
  fetch(url: string, options?: Omit<FetchRequest, 'url'>): Promise<FetchResponse>
  /** Every name that was looked up in this world, in order. */
  lookups(): Promise<readonly string[]>
  readonly platform: {
    calls(): Promise<ReturnType<Platform['calls']>>
    machines(): Promise<readonly MachineView[]>
    fault(rule: Fault): Promise<void>
    clearFaults(): Promise<void>
    /** Kills the processes of a machine whose command line holds the text; resolves with how many. */
    kill(machine: string, text: string): Promise<number>
  }
  readonly grafana: {
    requests(): Promise<ReturnType<GrafanaStandin['requests']>>
    fault(fault: SerialFault): Promise<void>
  }
  /** What the world's parts have said so far. */
  log(): string
}

const SUPERVISOR = `${projectRoot}__tests__/sandbox/world.ts`
const NAMESPACES = ['unshare', '--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc']

/** A world stands within a second; a machine that is very busy gets this much. */
const START_MS = 90_000

/** The command that makes a world: plainly as root, else through sudo where that asks for no password. */
function supervisorCommand(): readonly string[] {
  const plain = [...NAMESPACES, process.execPath, SUPERVISOR]
  return process.getuid?.() === 0 ? plain : ['sudo', '-n', ...plain]
}

/** Starts a world and resolves once everything in it stands. Rejects with what to do when it can not. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const [command = '', ...args] = supervisorCommand()
  const settings: WorldSettings = {
    ...findRequirements(options.prometheus),
    platform: options.platform ?? {},
    ...(process.getuid?.() !== 0 && { user: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 } }),
  }
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text
  })
  child.stdin.on('error', () => undefined).write(`${JSON.stringify(settings)}\n`)
  let isOverdue = false
  const link = connect(child, (reason) => (isOverdue ? late(log) : lost(reason, log)))
  // The supervisor ends with its stdin, and its end rejects `ready`.
  const overdue = setTimeout(() => {
    isOverdue = true
    child.stdin.end()
  }, options.startMs ?? START_MS)
  const ready = await link.ready.finally(() => clearTimeout(overdue))
  return createView({ link, ready, child, log: () => log })
}

/** Why a world that was started in order is not there. */
const late = (log: string): Error =>
  new Error(
    `The sandbox's world was not ready in time and was ended. The machine is too busy, or a part of the world hangs; what its parts said:\n${log}`,
  )

/** Why there is no world any more. Silence of the supervisor means that the namespaces were refused. */
function lost(reason: string, log: string): Error {
  if (log.includes(SUPERVISOR_STARTED)) return new Error(`The sandbox's world ended early. ${reason}\n${log}`)
  const command = supervisorCommand().slice(0, -2).concat('true').join(' ')
  return new Error(
    'The sandbox needs network, mount and process namespaces of its own. As this user, this command must work: ' +
      `${command}\n(In a container, start it with --privileged; as a user without sudo rights, run npm as root.)\n` +
      `${reason}\n${log}`,
  )
}

interface ViewOptions {
  link: Link
  ready: Ready
  child: ChildProcess
  log(): string
}

function createView({ link, ready, child, log }: ViewOptions): World {
  const ask = async <T>(method: string, params: unknown = {}): Promise<T> =>
    (await link.call(method, params).result) as T

  const start = (options: RunOptions): Job => {
    const { command, args = [], env = {}, cwd = projectRoot, input } = options
    const seen = { stdout: '', stderr: '' }
    const params: Command = { command, args, env, cwd, ...(input !== undefined && { input }) }
    const { id, result } = link.call('run', params, (reply) => {
      if (!('stream' in reply)) return
      seen[reply.stream] += reply.text
      options.onOutput?.(reply.text, reply.stream)
    })
    const done = result.then((exit) => ({ ...(exit as Exit), ...seen }))
    // Whoever awaits it hears of a failure; nobody has to await a program that ends with its world.
    done.catch(() => undefined)
    return { signal: (signal) => ask('signal', { id, signal }), done }
  }

  const world: World = {
    ready,
    start,
    run: (options) => start(options).done,
    action: async (options) => (await startAction(world, options)).done,
    startAction: (options) => startAction(world, options),
    fetch: (url, options = {}) => ask('fetch', { url, ...options }),
    lookups: () => ask('lookups'),
    platform: {
      calls: () => ask('platformCalls'),
      machines: () => ask('platformMachines'),
      fault: (rule) => ask('platformFault', rule),
      clearFaults: () => ask('platformClearFaults'),
      kill: (machine, text) => ask('kill', { machine, text }),
    },
    grafana: { requests: () => ask('grafanaRequests'), fault: (fault) => ask('grafanaFault', fault) },
    log,
    [Symbol.asyncDispose]: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve))
      if (child.exitCode !== null || child.signalCode !== null) return
      child.stdin?.end()
      await ended
    },
  }
  return world
}
