import { logEntries } from '../commands/logs.ts'
import { FlyError, Stopped, withPrefix } from '../errors.ts'
import { splitCommand } from '../shellWords.ts'
import type { Machine } from '../state.ts'
import { toReleaseConfig } from '../toMachine.ts'
import type { Deployment } from './deployment.ts'
import { launch } from './launch.ts'
import { firstLine, statusLines } from './statusLog.ts'
import { waitForState } from './wait.ts'

/** Runs `release_command` on a machine of its own before anything is changed. */
export async function runReleaseCommand(deployment: Deployment): Promise<void> {
  const { context, shipment, app, options } = deployment
  const command = shipment.config.deploy?.release_command ?? ''
  if (command === '' || !options.releaseCommand) return
  context.err(`Running ${app.name} release_command: ${command}\n`)
  const [line] = statusLines(context.out, 1)
  try {
    await run(deployment, splitCommand(command) ?? [])
  } catch (error) {
    if (error instanceof Stopped) throw error
    line?.failed(`Failed: ${firstLine(error)}`)
    const reason = error instanceof Error ? error.message : String(error)
    throw new FlyError(`release command failed - aborting deployment. ${reason}`)
  }

  async function run(deployment: Deployment, words: readonly string[]): Promise<void> {
    const { session, out, err } = context
    const guest = deployment.machines[0]?.config.guest ?? { cpu_kind: 'shared', cpus: 2, memory_mb: 512 }
    const config = toReleaseConfig(shipment, words, guest)
    const machine = await withPrefix(
      'error creating a release_command machine',
      launch(deployment, { config, skipLaunch: true }),
    )
    line?.log(`Created release_command machine ${machine.id}`)
    err('Starting machine\n')
    session.platform.host.start(app, machine)
    out(`  Waiting for ${machine.id} to have state: destroyed\n`)
    await waitForState(session, machine, 'destroyed', options.releaseTimeout)
    const code = exitCode(machine)
    if (code !== 0) await fail(machine, code)
    line?.succeeded(`release_command ${machine.id} completed successfully`)
  }

  async function fail(machine: Machine, code: number): Promise<never> {
    line?.failed('release_command failed')
    context.err(`Error release_command failed running on machine ${machine.id} with exit code ${code}.\n`)
    context.err('Checking logs: fetching the last 100 lines below:\n')
    const entries = await logEntries(context.session, app.name, { only: machine.id })
    for (const { message } of entries.slice(-100)) context.err(`${message}\n`)
    throw new FlyError(`machine ${machine.id} exited with non-zero status of ${code}`)
  }
}

function exitCode(machine: Machine): number {
  const exit = machine.events.find(({ type }) => type === 'exit')
  return Number(exit?.request?.exit_event?.exit_code ?? 0)
}
