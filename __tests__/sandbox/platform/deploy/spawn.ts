import { Stopped, wrapped } from '../errors.ts'
import { releaseLease } from '../leases.ts'
import { INFO, WARN } from '../marks.ts'
import { flatten } from '../processGroups.ts'
import { servicesOf } from '../services.ts'
import type { Machine } from '../state.ts'
import { type Deployment, shownMachine } from './deployment.ts'
import { launch, launchInput } from './launch.ts'
import { firstLine, type StatusLine, statusLines } from './statusLog.ts'
import { smokeCheck, waitForHealth, waitForStart } from './wait.ts'

/** Launches a machine for every group that has none, and the spares that flyctl adds. */
export async function launchGroups(deployment: Deployment, groups: readonly string[]): Promise<void> {
  const { out, err } = deployment.context
  const lines = statusLines(out, groups.length)
  const stopping = new Map<string, 'stop' | 'suspend'>()
  for (const [index, group] of groups.entries()) {
    const line = lines[index]
    if (line === undefined) continue
    line.running('Launching new machine')
    out(`No machines in group ${group}, launching a new machine\n`)
    try {
      const machine = await spawn(deployment, { group, line })
      await spawnSpare(deployment, { group, line, machine })
    } catch (error) {
      if (!(error instanceof Stopped)) line.failed(`Failed: ${firstLine(error)}`)
      throw error
    }
    const how = autostopOf(deployment, group)
    if (how !== undefined) stopping.set(group, how)
  }
  if (groups.length > 0) err('Finished launching new machines\n')
  out(note(stopping, 'stop', 'stopped'))
  out(note(stopping, 'suspend', 'suspended'))
}

/** Services get a second machine, others a standby; groups with a volume neither. */
async function spawnSpare(
  deployment: Deployment,
  { group, line, machine }: { group: string; line: StatusLine; machine: Machine },
): Promise<void> {
  const { out } = deployment.context
  const config = flatten(deployment.shipment.config, group)
  if (!deployment.options.spares || (config.mounts ?? []).length > 0) return
  if (servicesOf(config).length > 0) {
    out('Creating a second machine for high availability and zero downtime deployments.\n')
    out('To disable this, set "min_machines_running = 0" in your fly.toml.\n')
    await spawn(deployment, { group, line })
  } else {
    out(`Creating a standby machine for ${machine.id}\n`)
    await spawn(deployment, { group, line, standbyFor: machine.id })
  }
}

async function spawn(
  deployment: Deployment,
  { group, line, standbyFor }: { group: string; line: StatusLine; standbyFor?: string },
): Promise<Machine> {
  const { session } = deployment.context
  const input = (() => {
    try {
      return launchInput(deployment, group, standbyFor)
    } catch (error) {
      throw wrapped('error creating machine configuration', error)
    }
  })()
  const machine = await launch(deployment, input).catch((error: unknown) => {
    throw wrapped('error creating a new machine', error)
  })
  line.log(`Machine ${shownMachine(machine)} was created`)
  try {
    if (!input.skipLaunch && deployment.strategy !== 'immediate') await settle(deployment, machine, line)
  } catch (error) {
    if (!(error instanceof Stopped)) await releaseLease(session, machine)
    else if (error.kind === 'interrupted') interrupted(deployment, machine, line)
    throw error
  }
  await releaseLease(session, machine)
  return machine
}

async function settle(deployment: Deployment, machine: Machine, line: StatusLine): Promise<void> {
  const watched = { machine, log: undefined }
  await smokeCheck(deployment, watched)
  if (!deployment.options.healthChecks) return
  await waitForStart(deployment, watched)
  await waitForHealth(deployment, watched)
  line.succeeded(`Machine ${shownMachine(machine)} update finished: success`)
}

/** How flyctl 0.4.88 ends when it is interrupted beside a new machine: its lease stays. */
function interrupted({ context }: Deployment, machine: Machine, line: StatusLine): void {
  const { out, session } = context
  const name = shownMachine(machine)
  const url = `${session.platform.url}/v1/apps/${machine.app}/machines/${machine.id}`
  out(`${INFO} detected canceled context and allowing 500ms to release machine ${name} lease\n\n`)
  out(
    `${WARN} failed to release lease for machine ${name}: Delete "${url}/lease": interrupt signal received\n`,
  )
  line.failed(`Failed: failed to get VM ${machine.id}: Get "${url}": interrupt signal received`)
}

/** The mildest setting of the group's services counts. */
function autostopOf({ shipment }: Deployment, group: string): 'stop' | 'suspend' | undefined {
  const settings = servicesOf(flatten(shipment.config, group)).map(
    ({ auto_stop_machines: how }) => how ?? 'off',
  )
  if (settings.length === 0 || settings.some((how) => how === 'off' || how === false)) return undefined
  return settings.some((how) => how === 'stop' || how === true) ? 'stop' : 'suspend'
}

function note(stopping: ReadonlyMap<string, string>, how: string, done: string): string {
  const groups = [...stopping].filter(([, setting]) => setting === how).map(([group]) => group)
  if (groups.length === 0) return ''
  const names = groups.sort().join(',')
  return `\n\nNOTE: The machines for [${names}] have services with 'auto_stop_machines = "${how}"' that will be ${done} when idling\n\n`
}
