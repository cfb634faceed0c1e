import { pendingChecks } from './checks.ts'
import { exitEvent, note } from './events.ts'
import type { Faults } from './faults.ts'
import type { Ids } from './ids.ts'
import { background, type Ground, halt, live } from './life.ts'
import type { ImageRef, MachineConfig } from './machineConfig.ts'
import type { Pace } from './pace.ts'
import type { Runtime } from './runtime.ts'
import type { App, Machine } from './state.ts'

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
  /** Ends all processes and all work that is under way. */
  close(): Promise<void>
}

/** Addresses on the private network are handed out from here. */
const FIRST_ADDRESS = 0x101

export function createHost(world: { runtime: Runtime; pace: Pace; faults: Faults; ids: Ids }): MachineHost {
  const ground: Ground = { ...world, lives: new Map(), processes: new Set(), pending: new Set() }
  let nextAddress = FIRST_ADDRESS
  return {
    create(app, order) {
      const machine = newMachine(app, order, {
        ids: world.ids,
        address: `fdaa:0:1::${(nextAddress++).toString(16)}`,
      })
      app.machines.push(machine)
      app.deployed = true
      machine.checks = pendingChecks(machine)
      note(machine, { type: 'launch', status: 'created', request: {}, at: machine.createdAt })
      if (!order.skipLaunch) background(ground, live(ground, app, machine))
      return machine
    },
    update(app, machine, order) {
      if (world.faults.revert(app.name)) return
      background(ground, change(ground, app, machine, { ...order, instanceId: world.ids.instance() }))
    },
    start(app, machine) {
      if (machine.state === 'started' || machine.state === 'starting') return
      machine.exits = 0
      background(ground, live(ground, app, machine))
    },
    stop: (machine) => stop(ground, machine),
    async destroy(app, machine) {
      machine.state = 'destroyed'
      app.machines = app.machines.filter((other) => other !== machine)
      for (const volume of app.volumes) if (volume.attachedTo === machine.id) volume.attachedTo = undefined
      await halt(ground, machine)
    },
    log: (machine, since) =>
      machine.log.slice(since === undefined ? 0 : machine.logMark) + (machine.running?.output() ?? ''),
    async close() {
      for (const life of ground.lives.values()) life.abort()
      await Promise.all([...ground.processes].map((running) => running.stop('SIGKILL')))
      await Promise.all([...ground.pending])
    },
  }
}

/** The old process goes, the machine is another, the new process comes (unless it was stopped before). */
async function change(
  ground: Ground,
  app: App,
  machine: Machine,
  order: MachineOrder & { instanceId: string },
): Promise<void> {
  const { config, image, instanceId, minSecretsVersion, skipLaunch } = order
  const stopping = halt(ground, machine)
  Object.assign(machine, { config, image, instanceId, minSecretsVersion, exits: 0, updatedAt: Date.now() })
  machine.state = skipLaunch ? 'stopped' : 'starting'
  machine.checks = pendingChecks(machine)
  if (!skipLaunch) note(machine, { type: 'launch', status: 'created', request: {}, at: Date.now() })
  const { generation } = machine
  await stopping
  machine.logMark = machine.log.length
  if (!skipLaunch && machine.generation === generation) await live(ground, app, machine)
}

async function stop(ground: Ground, machine: Machine): Promise<void> {
  if (machine.state === 'stopped') return
  machine.state = 'stopping'
  await halt(ground, machine)
  note(machine, exitEvent({ code: 0, restarting: false, count: 0, requested: true }))
  machine.state = 'stopped'
  machine.checks = pendingChecks(machine)
}

function newMachine(
  app: App,
  order: MachineOrder & { region: string },
  { ids, address }: { ids: Ids; address: string },
): Machine {
  const now = Date.now()
  return {
    id: ids.hex(14),
    name: ids.machineName(),
    app: app.name,
    region: order.region,
    address,
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
}
