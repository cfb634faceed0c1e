import { checksOf, pendingChecks, watch } from './checks.ts'
import { parseGoDuration } from './duration.ts'
import type { Faults } from './faults.ts'
import type { Ids } from './ids.ts'
import type { ImageRef, MachineConfig } from './machineConfig.ts'
import { machineSpec } from './machineSpec.ts'
import type { Pace } from './pace.ts'
import type { Running, Runtime } from './runtime.ts'
import type { App, Machine, MachineEvent } from './state.ts'

/** What a machine is made from, or changed to. */
export interface MachineOrder {
  readonly config: MachineConfig
  readonly image: ImageRef
  readonly skipLaunch: boolean
  readonly minSecretsVersion: number | undefined
}

/** Runs machines: starts, stops, restarts after crashes, watches their checks. */
export interface MachineHost {
  create(app: App, order: MachineOrder & { region: string }): Machine
  update(app: App, machine: Machine, order: MachineOrder): void
  start(app: App, machine: Machine): void
  /** Resolves once the machine is stopped. */
  stop(machine: Machine): Promise<void>
  destroy(app: App, machine: Machine): Promise<void>
  /** What the machine's processes have written, all of it or since the last update. */
  log(machine: Machine, since?: 'update'): string
  /** Ends all work that is under way. */
  close(): Promise<void>
}

/** How often a crashed machine is started again, and after what pause; the recordings show two restarts. */
const RESTART_PAUSES = [1_000, 5_000]
const BOOT = 200
/** A launch leaves eight older events; crashes come on top (as recorded), but not without end. */
const KEPT_EVENTS = 8
const MAX_EVENTS = 30

export function createHost(world: { runtime: Runtime; pace: Pace; faults: Faults; ids: Ids }): MachineHost {
  const { runtime, pace, faults, ids } = world
  const lives = new Map<string, AbortController>()
  const pending = new Set<Promise<unknown>>()
  const processes = new Set<Running>()
  let addresses = 0x100

  const background = (work: Promise<unknown>): void => {
    const settled = work.catch(() => undefined).finally(() => pending.delete(settled))
    pending.add(settled)
  }
  const newLife = (machine: Machine): AbortController => {
    machine.generation++
    lives.get(machine.id)?.abort()
    const life = new AbortController()
    lives.set(machine.id, life)
    return life
  }

  /** Starts the root process after `pause` and stays with it until it ends or the life is over. */
  const live = async (app: App, machine: Machine, pause: number): Promise<void> => {
    const life = newLife(machine)
    machine.state = 'starting'
    const slow = (faults.slowStart(app.name)?.seconds ?? 0) * 1000
    await pace.sleep(BOOT + pause + slow, life.signal)
    const spec = machineSpec(app, machine)
    const running = await runtime.start(spec).catch((error: unknown) => failedStart(error))
    processes.add(running)
    void running.exited.then(() => processes.delete(running))
    if (life.signal.aborted) return running.stop('SIGKILL')
    machine.running = running
    machine.state = 'started'
    note(machine, { type: 'start', status: 'started', at: Date.now() })
    for (const check of checksOf(machine))
      background(watch({ machine, spec, check, runtime, pace }, life.signal))
    const end = await running.exited
    if (!life.signal.aborted) ended(app, machine, end)
  }

  const ended = (app: App, machine: Machine, end: { code: number | null; signal: string | null }): void => {
    newLife(machine)
    retire(machine)
    const code = end.code ?? 137
    machine.exits++
    const { policy = 'on-failure', max_retries = RESTART_PAUSES.length } = machine.config.restart ?? {}
    const again =
      policy === 'always' || (policy === 'on-failure' && code !== 0 && machine.exits <= max_retries)
    note(machine, exitEvent({ code, restarting: again, count: machine.exits }))
    machine.state = 'stopped'
    machine.checks = pendingChecks(machine)
    const pause = RESTART_PAUSES[Math.min(machine.exits, RESTART_PAUSES.length) - 1] ?? 0
    if (again) background(live(app, machine, pause))
    else if (machine.config.auto_destroy) {
      machine.state = 'destroyed'
      app.machines = app.machines.filter((other) => other !== machine)
    }
  }

  const halt = async (machine: Machine): Promise<void> => {
    const running = machine.running
    newLife(machine)
    if (running === undefined) return
    const { signal = 'SIGINT', timeout = '5s' } = machine.config.stop_config ?? {}
    await Promise.race([running.stop(stopSignal(signal)), kill(running, parseGoDuration(timeout) ?? 5_000)])
    retire(machine)
  }
  const kill = async (running: Running, patience: number): Promise<void> => {
    const ended = new AbortController()
    void running.exited.then(() => ended.abort())
    await pace.sleep(patience, ended.signal).then(
      () => running.stop('SIGKILL'),
      () => undefined,
    )
  }

  const host: MachineHost = {
    create(app, order) {
      const now = Date.now()
      const machine: Machine = {
        id: ids.hex(14),
        name: ids.machineName(),
        app: app.name,
        region: order.region,
        address: `fdaa:0:1::${(++addresses).toString(16)}`,
        createdAt: now,
        updatedAt: now,
        state: order.skipLaunch ? 'stopped' : 'starting',
        image: order.image,
        instanceId: ids.instance(),
        config: order.config,
        events: [],
        checks: [],
        lease: undefined,
        minSecretsVersion: order.minSecretsVersion,
        generation: 0,
        running: undefined,
        exits: 0,
        log: '',
        logMark: 0,
      }
      app.machines.push(machine)
      app.deployed = true
      machine.checks = pendingChecks(machine)
      note(machine, { type: 'launch', status: 'created', request: {}, at: now })
      if (!order.skipLaunch) background(live(app, machine, 0))
      return machine
    },
    update(app, machine, order) {
      if (faults.revert(app.name)) return
      machine.updatedAt = Date.now()
      machine.minSecretsVersion = order.minSecretsVersion
      const change = async (): Promise<void> => {
        machine.state = order.skipLaunch ? 'stopped' : 'starting'
        const stopping = halt(machine)
        Object.assign(machine, {
          config: order.config,
          image: order.image,
          instanceId: ids.instance(),
          exits: 0,
        })
        machine.checks = pendingChecks(machine)
        if (!order.skipLaunch)
          note(machine, { type: 'launch', status: 'created', request: {}, at: Date.now() })
        const { generation } = machine
        await stopping
        machine.logMark = machine.log.length
        if (!order.skipLaunch && machine.generation === generation) await live(app, machine, 0)
      }
      background(change())
    },
    start(app, machine) {
      if (machine.state === 'started' || machine.state === 'starting') return
      machine.exits = 0
      background(live(app, machine, 0))
    },
    async stop(machine) {
      if (machine.state === 'stopped') return
      machine.state = 'stopping'
      const work = halt(machine)
      background(work)
      await work
      machine.exits++
      note(machine, exitEvent({ code: 0, restarting: false, count: 0, requested: true }))
      machine.state = 'stopped'
      machine.checks = pendingChecks(machine)
    },
    async destroy(app, machine) {
      machine.state = 'destroyed'
      app.machines = app.machines.filter((other) => other !== machine)
      for (const volume of app.volumes) if (volume.attachedTo === machine.id) volume.attachedTo = undefined
      await halt(machine)
    },
    log: (machine, since) =>
      machine.log.slice(since === undefined ? 0 : machine.logMark) + (machine.running?.output() ?? ''),
    async close() {
      for (const life of lives.values()) life.abort()
      await Promise.all([...processes].map((running) => running.stop('SIGKILL')))
      await Promise.all([...pending])
    },
  }
  return host
}

function note(machine: Machine, event: MachineEvent): void {
  const kept = event.type === 'launch' ? KEPT_EVENTS : MAX_EVENTS - 1
  machine.events = [event, ...machine.events.slice(0, kept)]
}

function retire(machine: Machine): void {
  machine.log += machine.running?.output() ?? ''
  machine.running = undefined
}

function exitEvent(exit: {
  code: number
  restarting: boolean
  count: number
  requested?: boolean
}): MachineEvent {
  const at = Date.now()
  return {
    type: 'exit',
    status: 'stopped',
    request: {
      exit_event: {
        ...(exit.code === 0 ? {} : { exit_code: exit.code, guest_exit_code: exit.code }),
        guest_signal: -1,
        ...(exit.requested ? { requested_stop: true } : {}),
        ...(exit.restarting ? { restarting: true } : {}),
        signal: -1,
        exited_at: new Date(at).toISOString(),
      },
      ...(exit.count === 0 ? {} : { restart_count: exit.count }),
    },
    at,
  }
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
