import { machineOf } from './api.ts'
import { withPrefix } from './errors.ts'
import { flaps, flapsApp, flapsError, type Session } from './session.ts'
import type { Lease, Machine } from './state.ts'
import { emailOf } from './tokens.ts'

/** Takes the machine's lease for that many seconds, or fails with who holds it. */
export function acquireLease(session: Session, machine: Machine, seconds: number): Promise<Lease> {
  const path = `/v1/apps/${machine.app}/machines/${machine.id}/lease`
  const acquire = flaps(session, { method: 'POST', path }, () => {
    const app = flapsApp(session, machine.app, 'write')
    const current = machineOf(session, app, machine.id)
    const held = heldLease(current)
    if (held !== undefined) {
      const until = new Date(held.expiresAt).toISOString().replace(/\.\d+Z$/, 'Z')
      throw flapsError(session, 409, {
        error: `aborted: machine ID ${machine.id} lease currently held by ${held.owner}, expires at ${until}`,
      })
    }
    current.lease = newLease(session, seconds)
    return current.lease
  })
  return withPrefix(`failed to get lease on VM ${machine.id}`, acquire)
}

/** flyctl refreshes its leases for as long as it works; here that is done without a request. */
export function refreshLease(session: Session, machine: Machine, seconds: number): void {
  if (machine.lease !== undefined) machine.lease = { ...machine.lease, ...expiry(session, seconds) }
}

export function releaseLease(session: Session, machine: Machine): Promise<void> {
  const path = `/v1/apps/${machine.app}/machines/${machine.id}/lease`
  return flaps(session, { method: 'DELETE', path }, () => {
    machine.lease = undefined
  })
}

/** The lease that is still good; an expired one is forgotten. */
export function heldLease(machine: Machine): Lease | undefined {
  return machine.lease !== undefined && machine.lease.expiresAt > Date.now() ? machine.lease : undefined
}

/** A lease in the name of the session's holder. */
export function newLease(session: Session, seconds: number): Lease {
  return {
    nonce: session.platform.ids.hex(12),
    owner: emailOf(session.identity) ?? 'unknown',
    ...expiry(session, seconds),
  }
}

const expiry = (session: Session, seconds: number): { expiresAt: number } => ({
  expiresAt: session.platform.pace.deadline(seconds * 1000),
})
