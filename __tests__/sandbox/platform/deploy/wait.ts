import { getMachine } from '../api.ts'
import { logEntries } from '../commands/logs.ts'
import { FlyError, wrapped } from '../errors.ts'
import { flaps, hooked, type Session } from '../session.ts'
import type { Machine } from '../state.ts'
import { type Deployment, shownMachine } from './deployment.ts'

/** flyctl polls every one or two seconds; nobody sees that it is done more often here. */
const POLL = 200
const TOO_LATE = "timeout reached waiting for machine's state to change"
const NEVER_STARTED = `Your machine was created, but never started or exited immediately. This could mean that your app is taking a long time to start,
but it could be indicative of a region issue.

Alternatively, your app may have exited immediately due to a startup failure. Check your Dockerfile
to ensure it specifies a valid start command (e.g., check that your 'CMD' or 'ENTRYPOINT' is correct).
You can also try running 'fly logs' to see what happened when the machine tried to start.`
const TRY =
  'You can try deploying to a different region,\nor you can try increasing the timeout with the --wait-timeout flag'

/** How a machine is waited for: its line of progress, or none (new machines are waited for in silence). */
export interface Watched {
  readonly machine: Machine
  readonly log: ((text: string) => void) | undefined
}

export async function waitForStart(deployment: Deployment, { machine, log }: Watched): Promise<void> {
  log?.(`Waiting for ${shownMachine(machine)} to have state: started`)
  await waitForState(deployment.context.session, machine, 'started', deployment.options.waitTimeout)
  log?.(`Machine ${shownMachine(machine)} has state: started`)
}

/** Resolves when the machine has that state; fails with flyctl's advice after `timeout` milliseconds. */
export function waitForState(
  session: Session,
  machine: Machine,
  state: Machine['state'],
  timeout: number,
): Promise<void> {
  const { pace } = session.platform
  const path = `/v1/apps/${machine.app}/machines/${machine.id}/wait`
  const deadline = pace.deadline(timeout)
  return hooked(session, () =>
    flaps(session, { method: 'GET', path }, async () => {
      while (machine.state !== state && !(state === 'started' && hasStarted(machine))) {
        if (Date.now() > deadline) {
          throw new FlyError(TOO_LATE, { description: NEVER_STARTED, suggestion: TRY })
        }
        await pace.sleep(POLL, session.terminal.signal)
      }
    }),
  )
}

/** Watches the machine for ten seconds of Fly's time: does it crash again and again? */
export async function smokeCheck(deployment: Deployment, { machine, log }: Watched): Promise<void> {
  if (!deployment.options.smokeChecks) return
  const { session } = deployment.context
  const { pace, smokeSeconds } = session.platform
  log?.(`Checking that ${shownMachine(machine)} is up and running`)
  const patience = pace.deadline(smokeSeconds * 1000) - Date.now()
  const deadline = Date.now() + patience
  await hooked(session, async () => {
    for (;;) {
      const current = await pollMachine(session, machine)
      if (isCrashing(current)) throw await crashError(session, machine)
      if (Date.now() >= deadline || uptime(current) > patience) return
      await pace.sleep(POLL, session.terminal.signal)
    }
  })
}

export async function waitForHealth(deployment: Deployment, { machine, log }: Watched): Promise<void> {
  const { session } = deployment.context
  const { pace, url } = session.platform
  if (machine.checks.length === 0) return
  const deadline = pace.deadline(deployment.options.waitTimeout)
  let shown = false
  await hooked(session, async () => {
    for (;;) {
      if (Date.now() > deadline) {
        throw new FlyError(
          `timeout reached waiting for health checks to pass for machine ${machine.id}: failed to get VM ${machine.id}: ` +
            `Get "${url}/v1/apps/${machine.app}/machines/${machine.id}": net/http: request canceled`,
        )
      }
      const { checks } = await pollMachine(session, machine)
      const passing = checks.filter(({ status }) => status === 'passing').length
      const done = checks.length > 0 && passing === checks.length
      if (done || !shown) {
        log?.(`Waiting for ${shownMachine(machine)} to become healthy: ${passing}/${checks.length}\n`)
      }
      if (done) return
      shown = true
      await pace.sleep(POLL, session.terminal.signal)
    }
  })
}

/** Fly's own wait sees a start that a crash has already undone. */
function hasStarted({ events }: Machine): boolean {
  return events.find(({ type }) => type === 'start' || type === 'launch')?.type === 'start'
}

async function pollMachine(session: Session, machine: Machine): Promise<Machine> {
  try {
    return await getMachine(session, machine.app, machine.id)
  } catch (error) {
    throw wrapped(`error getting machine ${machine.id} from api`, error)
  }
}

/** Milliseconds since the start after the last launch; 0 while it is not up. */
function uptime({ events: [latest] }: Machine): number {
  return latest?.type === 'start' ? Date.now() - latest.at : 0
}

/** flyctl's rule: at least the second crash, and it is being restarted. */
function isCrashing({ events }: Machine): boolean {
  const exit = events.find(({ type }) => type === 'exit')?.request
  return exit?.exit_event?.restarting === true && (exit.restart_count ?? 0) > 1
}

async function crashError(session: Session, machine: Machine): Promise<FlyError> {
  const reason = 'the app appears to be crashing'
  const entries = await logEntries(session, machine.app, { only: machine.id, since: 'update' })
  const lines = entries.map(({ message }) => `${message}\n`).join('')
  return new FlyError(`smoke checks for ${machine.id} failed: ${reason}`, {
    suggestion:
      `Smoke checks for ${machine.id} failed: ${reason}\n` +
      `Check its logs: here's the last lines below, or run 'fly logs -i ${machine.id}':\n${lines}`,
  })
}
