import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ActionError, messageOf, platformError } from '../../lib/errors.ts'
import { flyTokens } from '../../lib/fly-token.ts'
import type { Log } from '../../lib/log.ts'
import { type ProcessResult, runProcess } from '../../lib/process.ts'
import { addSecret, hide } from '../../lib/redact.ts'
import { oneLine } from '../../lib/text.ts'
import { flyctlEnvironment } from './environment.ts'
import { type ExplainedFailure, explainFailure } from './errors.ts'
import { plainOutput } from './output.ts'

export interface FlyctlOptions {
  /** Path of the executable. */
  binary: string
  token: string
  /** A folder of this run, outside the workspace; configuration folders and clean working folders go below it. */
  scratch: string
  log: Log
  /** Cancels: running processes are interrupted and waited for, no new one starts. */
  signal?: AbortSignal
  /** When the run has to be over, in milliseconds since the epoch; no call goes on for long after it. */
  until?: number
  /** Starts of flyctl are added here, so that those of `findFlyctl` can be counted with them. */
  starts?: FlyctlStart[]
  environment?: Readonly<Record<string, string | undefined>>
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
  /** Goes behind `-a`; every app has a configuration folder of its own. */
  app: string
  args?: readonly string[]
  stdin?: string
  cwd?: string
  /** Added to the environment. */
  env?: Readonly<Record<string, string>>
  timeoutMs?: number
  /** Without `-a APP`: for commands that know no app. */
  global?: true
}

export interface FlyctlResult extends ProcessResult {
  /** Why it failed, in words; absent after exit 0. */
  failure?: ExplainedFailure
}

/** A way to run flyctl in a clean room, with its token in the environment only. */
export interface Flyctl {
  /** Runs once; a failure is part of the result. Rejects only when flyctl cannot be started at all. */
  run(call: FlyctlCall): Promise<FlyctlResult>
  /** Runs something that may be repeated (a read, an idempotent write): tried again while Fly is busy. Throws ActionError. */
  repeatable(call: FlyctlCall): Promise<string>
  /** Every start so far. */
  starts(): readonly FlyctlStart[]
  /** A folder of this run for an app's files, made on first use. */
  folder(app: string): Promise<string>
  /** HMAC key material that only who holds the token has. */
  readonly token: string
}

/** Reads and small writes end within this time or are given up. */
const CALL_TIMEOUT_MS = 60_000

/** What is left for a look at the machines when time is up: without it nobody could tell what is there. */
const LAST_LOOK_MS = 3_000

/** Pauses before the second, third and fourth try, in milliseconds; each is stretched by up to a half at random. */
const PAUSES_MS = [500, 1_500, 4_000]

export function createFlyctl(options: FlyctlOptions): Flyctl {
  for (const token of flyTokens(options.token)) addSecret(token)
  const starts = options.starts ?? []

  async function run(call: FlyctlCall): Promise<FlyctlResult> {
    options.signal?.throwIfAborted()
    const folder = await appFolder(options.scratch, call.global ? 'no-app' : call.app)
    const env = flyctlEnvironment(options.environment ?? process.env, {
      token: options.token.trim(),
      configDir: join(folder, 'flyctl'),
    })
    const left = Math.max(LAST_LOOK_MS, (options.until ?? Number.POSITIVE_INFINITY) - Date.now())
    const timeoutMs = Math.min(call.timeoutMs ?? CALL_TIMEOUT_MS, left)
    const raw = await runProcess({
      binary: options.binary,
      argv: [...call.command.split(' '), ...(call.args ?? []), ...(call.global ? [] : ['-a', call.app])],
      env: { ...env, ...call.env },
      // A fly.toml in the working folder is parsed by nearly every command, and a broken one fails it.
      cwd: call.cwd ?? join(folder, 'empty'),
      timeoutMs,
      ...(call.stdin !== undefined && { stdin: call.stdin }),
      ...(options.signal && { signal: options.signal }),
    }).catch((error: unknown) => {
      throw notStarted(options.binary, error)
    })
    // An answer is read as it came, and hidden where it is shown: a name in it may be a part of a secret too.
    const result = { ...raw, stderr: hide(raw.stderr), output: hide(raw.output) }
    const { app, command } = call
    starts.push({ app, command, seconds: raw.seconds, exitCode: raw.exitCode })
    options.log.debug(`flyctl ${command}, app ${app}: exit ${raw.exitCode} after ${raw.seconds.toFixed(2)} s`)
    if (raw.exitCode === 0 && !raw.stopped) return result
    return {
      ...result,
      failure: explainFailure({ command, app, timeoutMs, ...result, stdout: hide(raw.stdout) }),
    }
  }

  async function repeatable(call: FlyctlCall): Promise<string> {
    for (let attempt = 0; ; attempt++) {
      const result = await run(call)
      if (!result.failure) return result.stdout
      const pause = PAUSES_MS[attempt]
      if (!result.failure.retry || pause === undefined) throw flyctlError(result.failure)
      options.log.debug(`${result.failure.problem.message} Trying again.`)
      await sleep(
        pause * (1 + Math.random() / 2),
        undefined,
        options.signal ? { signal: options.signal } : {},
      )
    }
  }

  return {
    run,
    repeatable,
    starts: () => starts,
    folder: (app) => appFolder(options.scratch, app),
    token: options.token.trim(),
  }
}

/** The error of a failed call, to be thrown. */
export function flyctlError(failure: ExplainedFailure): ActionError {
  return new ActionError('platform', [failure.problem])
}

/** Parses what a `--json` command printed; an answer of another shape is a flyctl that is not understood. */
export function parseAnswer<T>(command: string, stdout: string, shape: (json: unknown) => T): T {
  try {
    return shape(JSON.parse(plainOutput(stdout)))
  } catch (error) {
    throw platformError(
      'fly-answer',
      `flyctl ${command} answered ${error instanceof SyntaxError ? 'something that is no JSON' : 'JSON of another shape than ours'}.`,
      'Update flyctl, or take it off PATH so that a tested version is downloaded.',
      error,
    )
  }
}

/** `<scratch>/<app>/empty` as a clean working folder; `<scratch>/<app>/flyctl` is made by flyctl itself. */
async function appFolder(scratch: string, app: string): Promise<string> {
  const folder = join(scratch, app)
  await mkdir(join(folder, 'empty'), { recursive: true, mode: 0o700 })
  return folder
}

function notStarted(binary: string, error: unknown): ActionError {
  return platformError(
    'fly-flyctl-start',
    `flyctl could not be started (${binary}): ${oneLine(messageOf(error), 300)}`,
    'Check that the file is there, fits this machine and may be executed where it is (a temporary folder that is mounted with `noexec` is of no use: set TMPDIR or RUNNER_TEMP).',
    error,
  )
}
