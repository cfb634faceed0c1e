import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Activities } from '../../lib/activities.ts'
import { ActionError, platformError } from '../../lib/errors.ts'
import { flyTokens } from '../../lib/fly-token.ts'
import { nestsTooDeep } from '../../lib/json-value.ts'
import type { Log } from '../../lib/log.ts'
import { type ProcessCall, type ProcessResult, runProcess } from '../../lib/process.ts'
import { addSecret } from '../../lib/redact.ts'
import { flyctlEnvironment } from './environment.ts'
import { type ExplainedFailure, explainFailure, notStarted } from './errors.ts'
import { plainOutput, shownOutput, withoutSecrets } from './output.ts'

export interface FlyctlOptions {
  /** Path of the executable. */
  binary: string
  token: string
  /** A folder of this run, outside the workspace; configuration folders and clean working folders go below it. */
  scratch: string
  log: Log
  /** Cancels: running processes are interrupted and waited for, no new one starts. */
  signal?: AbortSignal
  /** When the run has to be over, in milliseconds since the epoch; no call runs much longer. */
  until?: number
  /** Starts of flyctl are added here, so that those of `findFlyctl` can be counted with them. */
  starts?: FlyctlStart[]
  environment?: Readonly<Record<string, string | undefined>>
  /** Names each call while it runs. */
  activities?: Activities
  /** How a program is run and how a pause passes; tests replace the process and the time. */
  run?: (call: ProcessCall) => Promise<ProcessResult>
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>
}

/** One start of flyctl, for the summary's timings and for tests. */
export interface FlyctlStart {
  app: string
  /** The command without its flags, such as `machine list`. */
  command: string
  seconds: number
  exitCode: number | null
}

export interface FlyctlCall {
  /** `machine list`, `deploy`: the words before the flags. */
  command: string
  /** Passed as `-a`; every app has its own configuration folder. */
  app: string
  args?: readonly string[]
  stdin?: string
  cwd?: string
  /** Added to the environment. */
  env?: Readonly<Record<string, string>>
  timeoutMs?: number
  /** Receives each line of the output when it is printed, with secrets in it. */
  onLine?: (line: string) => void
  /** Leaves its input open until it ends. */
  keepsStdin?: true
  /** Ends it, as cancelling the run does. */
  stop?: AbortSignal
  /** Takes a lease of two minutes that flyctl keeps when it is interrupted (measured): it may end by itself. */
  hasLease?: true
  /** Without `-a APP`: for commands that do not accept an app. */
  global?: true
}

export interface FlyctlResult extends ProcessResult {
  /** Why it failed, in words; absent after exit 0. */
  failure?: ExplainedFailure
}

/** Runs flyctl in a clean working folder and environment; its token is passed in the environment only. */
export interface Flyctl {
  /** Runs once; a failure is part of the result. Rejects only when flyctl cannot be started at all. */
  run(call: FlyctlCall): Promise<FlyctlResult>
  /**
   * Runs a command that may be repeated (a read, an idempotent write), and retries it while Fly is busy. Throws
   * ActionError.
   */
  repeatable(call: FlyctlCall): Promise<string>
  /** Waits; rejects when the run is cancelled. */
  pause(ms: number): Promise<void>
  /** Whether the time of the run is up: what is left then is to read what exists. */
  isOver(): boolean
  /** Every start so far. */
  starts(): readonly FlyctlStart[]
  /** A folder of this run for an app's files, made on first use. */
  folder(app: string): Promise<string>
  /** HMAC key material, known only to holders of the token. */
  readonly token: string
}

/**
 * Reads and small writes are ended after this time. It is doubled each time that it was too short: such a command sends up
 * to five requests, each of which takes half a minute when Fly is slow.
 */
const CALL_TIMEOUT_MS = 60_000
const LONGEST_CALL_MS = 240_000

/** Time for reading the machines after the deadline: without it the report could not say what exists. */
const FINAL_READ_MS = 3_000

/** Pauses before each other try, in milliseconds. */
const PAUSES_MS = [500, 1_500, 4_000, 8_000, 12_000]

/** Failures that are tried less often: an error that is not known may be a refusal, and a call that hangs takes long. */
const TRIES: Readonly<Record<string, number>> = { 'fly-failed': 4, 'fly-deadline': 3 }

const sleepFor = (ms: number, signal?: AbortSignal): Promise<void> =>
  sleep(ms, undefined, signal ? { signal } : {})

export function createFlyctl(options: FlyctlOptions): Flyctl {
  for (const token of flyTokens(options.token)) addSecret(token)
  const starts = options.starts ?? []

  let callMs = CALL_TIMEOUT_MS
  async function run(call: FlyctlCall): Promise<FlyctlResult> {
    const timeoutMs = call.timeoutMs ?? callMs
    const result = await runOnce({ ...call, timeoutMs }, options, starts)
    if (result.stopped === 'deadline' && call.timeoutMs === undefined)
      callMs = Math.max(callMs, Math.min(2 * timeoutMs, LONGEST_CALL_MS))
    return result
  }

  // Stretched at random, so that runs that were rejected together do not come back together.
  const pause = (ms: number): Promise<void> =>
    (options.sleep ?? sleepFor)(ms * (1 + Math.random() / 2), options.signal)

  async function repeatable(call: FlyctlCall): Promise<string> {
    for (let attempt = 0; ; attempt++) {
      const result = await run(call)
      if (!result.failure) return result.stdout
      const { retry, problem } = result.failure
      const isEnough = attempt + 1 >= (TRIES[problem.code] ?? Number.POSITIVE_INFINITY)
      const ms = isEnough || !retry ? undefined : PAUSES_MS[attempt]
      if (ms === undefined || Date.now() + ms >= (options.until ?? Number.POSITIVE_INFINITY))
        throw flyctlError(result.failure)
      options.log.debug(`${result.failure.problem.message} Trying again.`)
      await pause(ms)
    }
  }

  return {
    run,
    repeatable,
    pause,
    isOver: () => Date.now() >= (options.until ?? Number.POSITIVE_INFINITY),
    starts: () => starts,
    folder: (app) => appFolder(options.scratch, app),
    token: options.token.trim(),
  }
}

function signalOf(...given: (AbortSignal | undefined)[]): { signal?: AbortSignal } {
  const signals = given.filter((signal) => signal !== undefined)
  return signals.length > 0 ? { signal: AbortSignal.any(signals) } : {}
}

/** One start of flyctl, with its secrets hidden in everything but the answer itself. */
async function runOnce(
  call: FlyctlCall & { timeoutMs: number },
  options: FlyctlOptions,
  starts: FlyctlStart[],
): Promise<FlyctlResult> {
  options.signal?.throwIfAborted()
  const folder = await appFolder(options.scratch, call.global ? 'no-app' : call.app)
  const env = flyctlEnvironment(options.environment ?? process.env, {
    token: options.token.trim(),
    configDir: join(folder, 'flyctl'),
  })
  const left = Math.max(FINAL_READ_MS, (options.until ?? Number.POSITIVE_INFINITY) - Date.now())
  const timeoutMs = Math.min(call.timeoutMs, left)
  const { app, command } = call
  const start = options.run ?? runProcess
  const order: ProcessCall = {
    binary: options.binary,
    argv: [...call.command.split(' '), ...(call.args ?? []), ...(call.global ? [] : ['-a', call.app])],
    env: { ...env, ...call.env },
    // A fly.toml in the working folder is parsed by nearly every command, and a broken one fails it.
    cwd: call.cwd ?? join(folder, 'empty'),
    timeoutMs,
    ...(call.stdin !== undefined && { stdin: call.stdin }),
    ...signalOf(options.signal, call.stop),
    ...(call.keepsStdin && { keepsStdin: true }),
    ...(call.hasLease && { mayFinish: true }),
    ...(call.onLine && { onLine: call.onLine }),
  }
  const going = () =>
    start(order).catch((error: unknown) => {
      throw notStarted(options.binary, error)
    })
  const named = `flyctl ${command}, app ${app}`
  const raw = await (options.activities?.during(named, going, timeoutMs) ?? going())
  const result = withoutSecrets(raw)
  starts.push({ app, command, seconds: raw.seconds, exitCode: raw.exitCode })
  options.log.debug(`flyctl ${command}, app ${app}: exit ${raw.exitCode} after ${raw.seconds.toFixed(2)} s`)
  if (raw.exitCode === 0 && !raw.stopped) return result
  return {
    ...result,
    failure: explainFailure({ command, app, timeoutMs, ...result, stdout: shownOutput(raw.stdout) }),
  }
}

/** The error of a failed call, to be thrown. */
export function flyctlError(failure: ExplainedFailure): ActionError {
  return new ActionError('platform', [failure.problem])
}

/** Parses what a `--json` command printed; an answer of another shape comes from an unsupported flyctl. */
export function parseAnswer<T>(command: string, stdout: string, shape: (json: unknown) => T): T {
  try {
    const json = plainOutput(stdout)
    if (nestsTooDeep(json)) throw new RangeError('nests too deeply')
    return shape(JSON.parse(json))
  } catch (error) {
    throw platformError(
      'fly-answer',
      `flyctl ${command} returned ${whatOf(stdout, error)}.`,
      'Update flyctl, or remove it from PATH so that a tested version is downloaded.',
      error,
    )
  }
}

function whatOf(stdout: string, error: unknown): string {
  if (stdout.trim() === '') return 'no output'
  return error instanceof SyntaxError ? 'output that is not JSON' : 'JSON of an unexpected shape'
}

/** `<scratch>/<app>/empty` as a clean working folder; `<scratch>/<app>/flyctl` is created by flyctl itself. */
async function appFolder(scratch: string, app: string): Promise<string> {
  const folder = join(scratch, app)
  await mkdir(join(folder, 'empty'), { recursive: true, mode: 0o700 })
  return folder
}
