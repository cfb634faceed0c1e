import { FlyError, Stopped } from '../errors.ts'
import { acquireLease, refreshLease, releaseLease } from '../leases.ts'
import { INFO, WARN } from '../marks.ts'
import type { Machine } from '../state.ts'
import { type Deployment, shownMachine } from './deployment.ts'
import { update, updateInput } from './launch.ts'
import { type StatusLine, statusLines } from './statusLog.ts'
import { smokeCheck, waitForHealth, waitForStart } from './wait.ts'

/** A lease of somebody else is waited for that long. */
const LEASE_PATIENCE = 60_000

/** Updates the machines that are there, one after the other. */
export async function updateMachines(deployment: Deployment): Promise<void> {
  const { context, machines, strategy, app } = deployment
  if (machines.length === 0) return
  await acquireLeases(deployment)
  const stop = keepLeases(deployment)
  try {
    context.out(`Updating existing machines in '${app.name}' with ${strategy} strategy\n`)
    const sorted = [...machines].sort((a, b) => (a.id < b.id ? -1 : 1))
    const lines = statusLines(context.out, sorted.length)
    for (const [index, machine] of sorted.entries()) {
      const line = lines[index]
      if (line !== undefined) await updateOne(deployment, machine, line)
    }
  } catch (error) {
    stop()
    await releaseLeases(deployment, error)
    throw error
  }
  stop()
  await releaseLeases(deployment)
}

async function updateOne(deployment: Deployment, machine: Machine, line: StatusLine): Promise<void> {
  const name = shownMachine(machine)
  line.running(`Updating ${name}`)
  try {
    line.log(`Updating ${name}`)
    const input = updateInput(deployment, machine)
    await update(deployment, machine, input)
    if (!input.skipLaunch && deployment.strategy !== 'immediate') await settle(deployment, machine, line)
  } catch (error) {
    if (error instanceof Stopped) {
      if (error.kind === 'interrupted')
        line.failed(`Machine ${name} update canceled while it was in progress`)
    } else {
      line.failed(`Machine ${name} update failed: ${error instanceof Error ? error.message : String(error)}`)
    }
    throw error
  }
  line.succeeded(`Machine ${name} update succeeded`)
}

async function settle(deployment: Deployment, machine: Machine, line: StatusLine): Promise<void> {
  const watched = { machine, log: line.log }
  if (deployment.options.healthChecks) await waitForStart(deployment, watched)
  await smokeCheck(deployment, watched)
  if (deployment.options.healthChecks) await waitForHealth(deployment, watched)
}

async function acquireLeases(deployment: Deployment): Promise<void> {
  const { context, machines, options } = deployment
  const { pace } = context.session.platform
  const deadline = pace.deadline(LEASE_PATIENCE)
  try {
    for (const machine of machines) {
      for (;;) {
        const answer = await acquireLease(context.session, machine, options.leaseTimeout / 1000).catch(
          refusal,
        )
        if (!(answer instanceof FlyError)) break
        if (Date.now() > deadline) throw answer
        await pace.sleep(500, context.session.terminal.signal)
      }
    }
  } catch (error) {
    if (error instanceof Stopped && error.kind === 'gone') throw error
    context.out(
      `${WARN} failed to acquire lease: ${error instanceof Error ? error.message : String(error)}\n\n`,
    )
    if (error instanceof Stopped) context.out(`${releasingLeases}\n\n`)
    throw error
  }
}

/** Only "somebody holds it" is worth another try. */
const refusal = (error: unknown): FlyError => {
  if (error instanceof FlyError && error.status === 409) return error
  throw error
}

function keepLeases({ context, machines, options }: Deployment): () => void {
  const { session } = context
  const over = new AbortController()
  const { signal } = session.terminal
  const keep = async (): Promise<void> => {
    for (;;) {
      await session.platform.pace.sleep(
        (options.leaseTimeout - 1000) / 3,
        AbortSignal.any([over.signal, signal]),
      )
      for (const machine of machines) refreshLease(session, machine, options.leaseTimeout / 1000)
    }
  }
  keep().catch(() => undefined)
  return () => over.abort()
}

const releasingLeases = `${INFO} detected canceled context and allowing 500ms to release machine leases`

/** An interrupted flyctl says that it releases its leases, and does not get to it (measured). */
async function releaseLeases({ context, machines }: Deployment, error?: unknown): Promise<void> {
  if (error instanceof Stopped) {
    if (error.kind === 'gone') return
    context.out(`${releasingLeases}\n\n`)
    for (const machine of machines) {
      const lease = `detected canceled context and allowing 500ms to release machine ${shownMachine(machine)} lease`
      context.out(`${INFO} ${lease}\n\n`)
    }
    return
  }
  for (const machine of machines) await releaseLease(context.session, machine)
}
