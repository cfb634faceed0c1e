import { appCompact, getMachine, listMachines } from '../api.ts'
import { appName, type Context } from '../context.ts'
import { FlyError, withPrefix } from '../errors.ts'
import { flagSpecs } from '../flags.ts'
import { acquireLease, releaseLease } from '../leases.ts'
import { checkJson, json, machineJson, table } from '../render.ts'
import { flaps, flapsApp } from '../session.ts'
import type { App, Machine } from '../state.ts'
import type { Command } from './command.ts'

export const machineList: Command = {
  flags: flagSpecs('app,a config,c json,j! quiet,q!'),
  session: true,
  readsConfig: true,
  async run(context) {
    const { session, args, out } = context
    const name = appName(context)
    const machines = await listMachines(session, name)
    if (args.bool('json', false)) return out(json(machines.map(machineJson)))
    if (!args.bool('quiet', false))
      throw new FlyError("the sandbox's flyctl lists machines with --json or --quiet")
    if (machines.length > 0) {
      out(
        table(
          [],
          machines.map(({ id }) => [id]),
        ),
      )
    }
  },
}

/** The parts of flyctl's text that say how a machine is and how it ended. */
export const machineStatus: Command = {
  flags: flagSpecs('app,a config,c display-config,d!'),
  session: true,
  readsConfig: true,
  async run(context) {
    const { session, args, out } = context
    const machine = await getMachine(session, appName(context), args.positional[0] ?? '')
    out(
      `Machine ID: ${machine.id}\nInstance ID: ${machine.instanceId}\nState: ${machine.state}\nHostStatus: ok\n\n`,
    )
    const rows = machine.events.map(({ type, status, at, request }) => {
      const { exit_code = 0, requested_stop = false } = request?.exit_event ?? {}
      const info = `exit_code=${exit_code},oom_killed=false,requested_stop=${requested_stop}`
      return [status, type, 'flyd', new Date(at).toISOString(), request?.exit_event ? info : '']
    })
    out(`Event Logs\n${table(['State', 'Event', 'Source', 'Timestamp', 'Info'], rows)}`)
  },
}

export const machineStart: Command = {
  flags: flagSpecs('app,a config,c select!'),
  session: true,
  readsConfig: true,
  async run(context) {
    for (const machine of await selected(context)) {
      await change(context, machine, 'start', (app) => context.session.platform.host.start(app, machine))
      context.out(`${machine.id} has been started\n`)
    }
  },
}

export const machineStop: Command = {
  flags: flagSpecs('app,a config,c select! signal,s timeout wait-timeout,w'),
  session: true,
  readsConfig: true,
  async run(context) {
    for (const machine of await selected(context)) {
      context.out(`Sending kill signal to machine ${machine.id}...\n`)
      await change(context, machine, 'stop', () => context.session.platform.host.stop(machine))
      context.out(`${machine.id} has been successfully stopped\n`)
    }
  },
}

export const machineDestroy: Command = {
  flags: flagSpecs('app,a config,c select! force,f! image,i'),
  session: true,
  readsConfig: true,
  async run(context) {
    const { session, args, out } = context
    for (const machine of await selected(context)) {
      await acquireLease(session, machine, 120)
      await appCompact(session, machine.app)
      const { id, state } = machine
      if (state === 'started' && !args.bool('force', false)) {
        await releaseLease(session, machine)
        throw new FlyError(`machine ${id} currently started, either stop first or use --force flag`)
      }
      out(`machine ${id} was found and is currently in ${state} state, attempting to destroy...\n`)
      const path = `/v1/apps/${machine.app}/machines/${id}`
      const destroy = flaps(session, { method: 'DELETE', path }, () =>
        session.platform.host.destroy(flapsApp(session, machine.app, 'write'), machine),
      )
      await withPrefix(`could not destroy machine ${id}`, destroy).catch(async (error: unknown) => {
        await releaseLease(session, machine)
        throw error
      })
      out(`${id} has been destroyed\n`)
    }
  },
}

export const checksList: Command = {
  flags: flagSpecs('app,a config,c check-name json,j!'),
  session: true,
  readsConfig: true,
  async run(context) {
    const { session, args, out } = context
    if (!args.bool('json', false)) throw new FlyError("the sandbox's flyctl lists checks only with --json")
    const machines = await listMachines(session, appName(context), 'failed to list active VMs')
    const sorted = [...machines].sort((a, b) => (a.id < b.id ? -1 : 1))
    out(json(Object.fromEntries(sorted.map(({ id, checks }) => [id, checks.map(checkJson)]))))
  },
}

async function selected(context: Context): Promise<readonly Machine[]> {
  const { session, args } = context
  const name = appName(context)
  if (args.positional.length === 0) {
    throw new FlyError('a machine ID must be specified when not running interactively')
  }
  const found: Machine[] = []
  for (const id of args.positional) {
    try {
      found.push(await getMachine(session, name, id))
    } catch (error) {
      if (error instanceof FlyError && error.message.includes('machine not found')) {
        throw new FlyError(`machine ${id} was not found in app '${name}'`)
      }
      const get = Promise.reject(error)
      return await withPrefix<never>(`could not get machine ${id}`, get)
    }
  }
  return found
}

async function change(
  { session }: Context,
  machine: Machine,
  action: 'start' | 'stop',
  work: (app: App) => void | Promise<void>,
): Promise<void> {
  await withPrefix('failed to obtain lease', acquireLease(session, machine, 120))
  const path = `/v1/apps/${machine.app}/machines/${machine.id}/${action}`
  const request = flaps(session, { method: 'POST', path }, () =>
    work(flapsApp(session, machine.app, 'write')),
  )
  try {
    const named = withPrefix(`failed to ${action} VM ${machine.id}`, request)
    await withPrefix(`could not ${action} machine ${machine.id}`, named)
  } finally {
    await releaseLease(session, machine)
  }
}
