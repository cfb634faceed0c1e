import { checksOf, pendingChecks, watch } from './checks.ts'
import { parseGoDuration } from './duration.ts'
import { exitEvent, note } from './events.ts'
import type { Faults } from './faults.ts'
import { machineSpec } from './machineSpec.ts'
import type { Pace } from './pace.ts'
import type { Running, Runtime } from './runtime.ts'
import type { App, Machine } from './state.ts'

/** How often a crashed machine is started again, and after what pause; the recordings show two restarts. */
const RESTART_PAUSES = [1_000, 5_000]
const BOOT = 200

/** Where machines live: what runs them, and what is under way for them. */
export interface Ground {
  readonly runtime: Runtime
  readonly pace: Pace
  readonly faults: Faults
  /** One per machine; aborted when it is started anew, stopped or destroyed. */
  readonly lives: Map<string, AbortController>
  readonly processes: Set<Running>
  /** Work that nobody waits for, but `close`. */
  readonly pending: Set<Promise<unknown>>
}

/** Lets the work go on by itself; that its life ends is no error. */
export function background({ pending }: Ground, work: Promise<unknown>): void {
  const settled = work.catch(() => undefined).finally(() => pending.delete(settled))
  pending.add(settled)
}

/** Whatever was begun for the machine before is void from here on. */
function newLife(ground: Ground, machine: Machine): AbortController {
  machine.generation++
  ground.lives.get(machine.id)?.abort()
  const life = new AbortController()
  ground.lives.set(machine.id, life)
  return life
}

/** Starts the root process after `pause` milliseconds and stays with it until it ends or the life is over. */
export async function live(ground: Ground, app: App, machine: Machine, pause = 0): Promise<void> {
  const { runtime, pace, faults, processes } = ground
  const life = newLife(ground, machine)
  machine.state = 'starting'
  const slow = (faults.slowStart(app.name)?.seconds ?? 0) * 1000
  await pace.sleep(BOOT + pause + slow, life.signal)
  const spec = machineSpec(app, machine)
  const running = await runtime.start(spec).catch(failedStart)
  processes.add(running)
  void running.exited.then(() => processes.delete(running))
  if (life.signal.aborted) return running.stop('SIGKILL')
  machine.running = running
  machine.state = 'started'
  note(machine, { type: 'start', status: 'started', at: Date.now() })
  for (const check of checksOf(machine)) {
    background(ground, watch({ machine, spec, check, runtime, pace }, life.signal))
  }
  const end = await running.exited
  if (!life.signal.aborted) ended(ground, app, machine, end.code ?? 137)
}

/** The root process is gone by itself: restart, or stay stopped, as the restart policy says. */
function ended(ground: Ground, app: App, machine: Machine, code: number): void {
  newLife(ground, machine)
  retire(machine)
  machine.exits++
  const { policy = 'on-failure', max_retries = RESTART_PAUSES.length } = machine.config.restart ?? {}
  const restarting =
    policy === 'always' || (policy === 'on-failure' && code !== 0 && machine.exits <= max_retries)
  note(machine, exitEvent({ code, restarting, count: machine.exits }))
  machine.state = 'stopped'
  machine.checks = pendingChecks(machine)
  if (restarting) {
    const pause = RESTART_PAUSES[Math.min(machine.exits, RESTART_PAUSES.length) - 1] ?? 0
    background(ground, live(ground, app, machine, pause))
  } else if (machine.config.auto_destroy) {
    machine.state = 'destroyed'
    app.machines = app.machines.filter((other) => other !== machine)
    app.gone.push(machine)
  }
}

/** Ends the root process: the configured signal, and SIGKILL when that does not help in time. */
export async function halt(ground: Ground, machine: Machine): Promise<void> {
  const { running } = machine
  newLife(ground, machine)
  if (running === undefined) return
  const { signal = 'SIGINT', timeout = '5s' } = machine.config.stop_config ?? {}
  const patience = parseGoDuration(timeout) ?? 5_000
  await Promise.race([running.stop(stopSignal(signal)), killAfter(ground.pace, running, patience)])
  retire(machine)
}

async function killAfter(pace: Pace, running: Running, patience: number): Promise<void> {
  const ended = new AbortController()
  void running.exited.then(() => ended.abort())
  await pace.sleep(patience, ended.signal).then(
    () => running.stop('SIGKILL'),
    () => undefined,
  )
}

function retire(machine: Machine): void {
  machine.log += machine.running?.output() ?? ''
  machine.running = undefined
}

const stopSignal = (name: string): 'SIGINT' | 'SIGTERM' | 'SIGKILL' =>
  name === 'SIGTERM' || name === 'SIGKILL' ? name : 'SIGINT'

/** A process that could not be started is one that ended at once, and says why in the machine's log. */
function failedStart(error: unknown): Running {
  const text = `${error instanceof Error ? error.message : String(error)}\n`
  return {
    exited: Promise.resolve({ code: 1, signal: null }),
    stop: async () => undefined,
    output: () => text,
  }
}
