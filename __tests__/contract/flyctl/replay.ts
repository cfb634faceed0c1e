import { join } from 'node:path'
import { type Recording, standardInput } from './recordings.ts'
import type { End, Start } from './run-inside.ts'
import type { World } from './world.ts'

/** How a recorded command is run again. */
export interface Step {
  /** The recording, or several that ran at once. */
  readonly n: number | readonly number[]
  /** Below the scratch directory; its root when nothing is said. */
  readonly cwd?: string
  /** When the recorded signal comes: at that output, or at the second request of that kind. */
  readonly stopAt?: { readonly output: string } | { readonly request: RegExp }
  readonly before?: (world: World) => void | Promise<void>
  readonly after?: (world: World) => void | Promise<void>
}

/** Runs the command of a recording; what it ends with is compared by the caller. */
export async function replay(
  world: World,
  recording: Recording,
  { step, run }: { step: Step; run: (world: World, start: Start) => Promise<End> },
): Promise<End> {
  const { runtime } = world
  const stopping = new AbortController()
  const { stopAt } = step
  let requests = 0
  world.onRequest = ({ method, path }) => {
    if (stopAt === undefined || 'output' in stopAt || !stopAt.request.test(`${method} ${path}`)) return
    if (++requests === 2) stopping.abort()
  }
  // The probes of a deploy wait until it has looked once, so that it always sees unhealthy checks first.
  if (recording.argv[1] === 'deploy') runtime.hold()
  try {
    return await run(world, {
      ...startOf(world, recording, step),
      stop: { signal: recording.signal?.signal ?? 'SIGKILL', when: stopping.signal },
      onOutput(stdout) {
        if (stopAt !== undefined && 'output' in stopAt && stdout.includes(stopAt.output)) stopping.abort()
        if (/become healthy: |Launching new machine/.test(stdout)) runtime.release()
      },
    })
  } finally {
    runtime.release()
  }
}

/** argv, environment, directory and input as recorded, with our machines and our scratch directory. */
export function startOf(
  world: World,
  recording: Recording,
  step: Step,
): Pick<Start, 'argv' | 'env' | 'cwd' | 'stdin'> {
  const here = (text: string): string => text.replaceAll('$WORK', world.workspace)
  const argv = recording.argv.slice(1).map(here)
  const app = argv[argv.indexOf('-a') + 1] ?? ''
  const token = recording.token?.replaceAll('fm2_<REAL>', 'fm2_fakeOrgMacaroon')
  const extra = Object.entries(recording.extra_env ?? {}).map(([name, value]) => [name, here(value)])
  const ours = (word: string): string => {
    if (/^[0-9a-f]{14}$/.test(word)) return world.machine(app).id
    const inUse = world.platform.state.apps.get(app)?.volumes.find(({ attachedTo }) => attachedTo)
    return /^vol_[0-9a-f]{16}$/.test(word) ? (inUse?.id ?? word) : word
  }
  return {
    argv: argv.map(ours),
    env: {
      FLY_CONFIG_DIR: join(world.workspace, 'config'),
      ...(token === undefined ? {} : { FLY_API_TOKEN: token }),
      ...Object.fromEntries(extra),
    },
    cwd: join(world.workspace, step.cwd ?? '.'),
    stdin: standardInput(recording),
  }
}
